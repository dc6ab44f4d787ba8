"""STAC 1.1 items, without extensions, so that they are valid by the core schemas alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.problems import InvalidArgument

from .tables import to_datetime
from .wkb import encode_geojson, positions_of

if TYPE_CHECKING:
    from flighthub_api.models import MediaFile, ProjectModel, ProjectModelDetail

    from .._devices.places import PointLike
    from .._transfer.results import DownloadedFile
else:
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    ProjectModel = lazy_type("flighthub_api.models", "ProjectModel")
    ProjectModelDetail = lazy_type("flighthub_api.models", "ProjectModelDetail")
    PointLike = lazy_type(".._devices.places", "PointLike", __package__)
    DownloadedFile = lazy_type(".._transfer.results", "DownloadedFile", __package__)

_VERSION: Final = "1.1.0"
_TYPES: Final = {".tif": "image/tiff; application=geotiff", ".tiff": "image/tiff; application=geotiff"}

Href = str | os.PathLike[str] | None


def describe_media(
    media: MediaFile | DownloadedFile,
    href: Href,
    position: PointLike | None,
    time: datetime | None,
    collection: str | None,
    properties: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The item of a file of a flight."""
    from .._devices.places import parse_point
    from .._transfer.results import DownloadedFile

    if isinstance(media, DownloadedFile):
        identity, title, kind, made = media.uuid or media.name, media.name, media.kind, media.time
        href = media.path if href is None else href
    else:
        identity, title, kind = media.uuid, f"{media.name or media.uuid}{media.suffix or ''}", media.file_type
        made = media.create_at or media.update_at
    geometry = None
    if position is not None:
        point = parse_point(position, "position")
        geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    facts = {"title": title, "flighthub:kind": None if kind is None else kind.value, "flighthub:size": media.size}
    return _item(identity, geometry, time or made, facts | dict(properties or {}), href, collection)


def describe_model(
    model: ProjectModel | ProjectModelDetail,
    href: Href,
    footprint: Mapping[str, Any] | None,
    time: datetime | None,
    collection: str | None,
    properties: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """The item of a model of a project."""
    made = to_datetime(model.create_at if model.create_at is not None else model.update_at)
    if footprint is not None and not _is_geometry(footprint):
        raise InvalidArgument("footprint", "must be a GeoJSON geometry such as a Polygon, longitude before latitude")
    kind = model.file_type
    facts = {
        "title": model.name,
        "flighthub:kind": None if kind is None else kind.value,
        "flighthub:size": model.size,
    }
    geometry = None if footprint is None else dict(footprint)
    return _item(str(model.id), geometry, time or made, facts | dict(properties or {}), href, collection)


def _item(
    identity: str,
    geometry: dict[str, Any] | None,
    time: datetime | None,
    properties: dict[str, Any],
    href: Href,
    collection: str | None,
) -> dict[str, Any]:
    if time is None or time.tzinfo is None:
        raise InvalidArgument("time", "must be a datetime with a time zone: the row does not say when it was made")
    moment = time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    item: dict[str, Any] = {
        "type": "Feature",
        "stac_version": _VERSION,
        "stac_extensions": [],
        "id": identity,
        "geometry": geometry,
        "properties": {
            "datetime": moment,
            **{name: value for name, value in properties.items() if value is not None},
        },
        "links": [],
        "assets": {},
    }
    if geometry is not None:
        item["bbox"] = _bounds(geometry)
    if href is not None:
        text = os.fspath(href)
        suffix = Path(text).suffix.lower()
        media_type = _TYPES.get(suffix) or guess_type(f"file{suffix}")[0]
        item["assets"]["data"] = {
            "href": text,
            **({"type": media_type} if media_type else {}),
            "roles": ["data"],
        }
    if collection is not None:
        item["collection"] = collection
        item["links"].append({"rel": "collection", "href": "./collection.json", "type": "application/json"})
    return item


def _is_geometry(footprint: Mapping[str, Any]) -> bool:
    """Whether it is a GeoJSON geometry that is somewhere."""
    coordinates = footprint.get("coordinates")
    return encode_geojson(footprint.get("type"), coordinates) is not None and bool(positions_of(coordinates))


def _bounds(geometry: Mapping[str, Any]) -> list[float]:
    """West, south, east and north. West is more than east where it was cut at the antimeridian (RFC 7946, 5.2)."""
    places = positions_of(geometry["coordinates"])
    longitudes, latitudes = [place[0] for place in places], [place[1] for place in places]
    west, east = min(longitudes), max(longitudes)
    if geometry["type"].startswith("Multi") and (west, east) == (-180, 180):
        parts = [[place[0] for place in positions_of(part)] for part in geometry["coordinates"]]
        eastern = [each + 360 if max(part) <= 0 else each for part in parts for each in part]
        if max(eastern) - min(eastern) < east - west:
            west, east = min(eastern), max(eastern) - 360
    return [west, min(latitudes), east, max(latitudes)]
