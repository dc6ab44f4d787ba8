"""STAC items of media, orthophotos and models, for catalogues. Nothing is sent, and no signed link goes in.

from flighthub import stac

for file in fh.flight_tasks.download_media(task_uuid, to=folder):
    item = stac.media_item(file)
    (folder / f"{item['id']}.json").write_text(json.dumps(item))
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from flighthub_runtime.annotations import lazy_type

if TYPE_CHECKING:
    from flighthub_api.models import MediaFile, ProjectModel, ProjectModelDetail

    from ._devices.places import PointLike
    from ._transfer.results import DownloadedFile
else:
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    ProjectModel = lazy_type("flighthub_api.models", "ProjectModel")
    ProjectModelDetail = lazy_type("flighthub_api.models", "ProjectModelDetail")
    PointLike = lazy_type("._devices.places", "PointLike", __package__)
    DownloadedFile = lazy_type("._transfer.results", "DownloadedFile", __package__)

__all__ = ["media_item", "model_item"]


def media_item(
    media: MediaFile | DownloadedFile,
    *,
    href: str | os.PathLike[str] | None = None,
    position: PointLike | None = None,
    time: datetime | None = None,
    collection: str | None = None,
    properties: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Describes a picture, video or other file of a flight as a STAC 1.1 item.

    Args:
        media: The file, as it is listed or as it was downloaded.
        href: Where the file is; the path of a downloaded one when not given. The signed link of a listed one is no
            place, as it soon ends.
        position: Where it was taken, in degrees of WGS-84; the API does not say. An item without one has no geometry.
        time: When it was taken, with a time zone; when FlightHub 2 says it was made when not given.
        collection: Id of the collection that the item is part of.
        properties: Properties to add.

    Returns:
        The item, as JSON.

    Raises:
        InvalidArgument: Neither the file nor `time` says when it was taken, or the position is none.

    Example:
        >>> from flighthub import stac
        >>> media = fh.flight_tasks.list_media(task_uuid)[0]
        >>> item = stac.media_item(media, href="media/DJI_0001.JPG", position=(46.0552, 14.4990))
        >>> item["geometry"], sorted(item["assets"])
        ({'type': 'Point', 'coordinates': [14.499, 46.0552]}, ['data'])
    """
    from ._exports.stac import describe_media

    return describe_media(media, href, position, time, collection, properties)


def model_item(
    model: ProjectModel | ProjectModelDetail,
    *,
    href: str | os.PathLike[str] | None = None,
    footprint: Mapping[str, Any] | None = None,
    time: datetime | None = None,
    collection: str | None = None,
    properties: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Describes an orthophoto or a three-dimensional model as a STAC 1.1 item.

    Args:
        model: The model, as it is listed.
        href: Where its file is. Its signed link is no place, as it soon ends.
        footprint: What it covers, as a GeoJSON geometry; the API does not say. An item without one has no geometry.
        time: The time that it shows, with a time zone; when it was made when not given.
        collection: Id of the collection that the item is part of.
        properties: Properties to add.

    Returns:
        The item, as JSON.

    Raises:
        InvalidArgument: Neither the model nor `time` says when it was made, or the footprint is no geometry.

    Example:
        >>> from flighthub import stac
        >>> model = fh.models.list()[0]
        >>> stac.model_item(model, href="quarry.tif")["assets"]["data"]["href"]
        'quarry.tif'
    """
    from ._exports.stac import describe_model

    return describe_model(model, href, footprint, time, collection, properties)
