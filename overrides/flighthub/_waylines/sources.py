"""Waypoints out of GeoJSON, tables, KML and flown tracks."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from flighthub_runtime.annotations import lazy_type

from ..errors import ConfigurationError, InvalidArgument
from .limits import MAX_WAYPOINTS, WORDS
from .route_actions import (
    EVENLY,
    RouteAction,
    create_folder,
    focus,
    hover,
    number,
    rotate_aircraft,
    rotate_gimbal,
    start_recording,
    stop_recording,
    take_panorama,
    take_photo,
    take_photos_every,
    tilt_gimbal_evenly,
    zoom,
)
from .route_model import RoutePoint

if TYPE_CHECKING:
    from flighthub_runtime.tracks import Fix, Trajectory
else:
    Fix = lazy_type("flighthub_runtime.tracks", "Fix")
    Trajectory = lazy_type("flighthub_runtime.tracks", "Trajectory")

MAX_SOURCE: Final = 64 * 2**20
"""Bytes that a file of coordinates may have."""

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "height": ("height", "altitude", "alt", "z"),
    "speed": ("speed",),
    "heading": ("heading",),
    "gimbal_pitch": ("gimbal_pitch",),
    "turn_mode": ("turn_mode",),
    "actions": ("actions",),
}

_THOUSANDS: Final = re.compile(r"\s*-?\d{1,3}(,\d{3})+(\.\d*)?\s*")

_WGS84: Final = ("CRS84", "4326", "4979", "4258")
"""Names of `crs` that mean longitude and latitude; the last is that of Europe, which differs by less than a metre."""

_KML_HEIGHTS: Final = ("relativeToGround",)
"""What `altitudeMode` may say of heights that are taken: others are above the sea, or are not meant."""

_NUMBERS: Final = ("height", "speed", "heading", "gimbal_pitch")

_ACTIONS: Final[Mapping[str, Callable[[str], RouteAction]]] = {
    "takePhoto": lambda value: take_photo(suffix=value),
    "startRecord": lambda value: start_recording(suffix=value),
    "stopRecord": lambda _: stop_recording(),
    "hover": lambda value: hover(float(value)),
    "gimbalRotate": lambda value: rotate_gimbal(pitch=float(value)),
    "rotateYaw": lambda value: rotate_aircraft(float(value)),
    "zoom": lambda value: zoom(float(value)),
    "focus": lambda _: focus(),
    "panoShot": lambda _: take_panorama(),
    "customDirName": lambda value: create_folder(value),
    EVENLY: lambda value: tilt_gimbal_evenly(float(value)),
}
"""Actions by WPML's word, with one value behind a colon where they take one."""

_NEED_VALUE: Final = frozenset({"hover", "rotateYaw", "zoom", "customDirName", EVENLY})

_VALUES: Final[Mapping[str, str]] = {
    "takePhoto": "fileSuffix",
    "startRecord": "fileSuffix",
    "hover": "hoverTime",
    "gimbalRotate": "gimbalPitchRotateAngle",
    "rotateYaw": "aircraftHeading",
    "zoom": "focalLength",
    "customDirName": "directoryName",
    EVENLY: "gimbalPitchRotateAngle",
}
"""Which parameter of an action its value is."""


def read_geojson(
    source: str | os.PathLike[str] | Mapping[str, Any], height: float | None
) -> tuple[list[RoutePoint], dict[str, Any]]:
    """Waypoints out of GeoJSON, and the settings that it tells: the height mode."""
    if isinstance(source, Mapping):
        given: Any = source
    else:
        try:
            given = json.loads(_read_text(source))
        except (ValueError, RecursionError) as error:
            raise InvalidArgument("source", f"{source} is not JSON: {error}") from None
        if not isinstance(given, Mapping):
            raise InvalidArgument("source", f"{source} is not GeoJSON")
    _refuse_other_coordinates(cast("Mapping[str, Any]", given))
    points: list[tuple[Mapping[str, Any], Sequence[Any]]] = []
    lines: list[Sequence[Any]] = []
    for properties, geometry in _geometries(cast("Mapping[str, Any]", given), 0):
        kind, coordinates = geometry.get("type"), geometry.get("coordinates")
        if kind == "Point":
            points.append((properties, cast("Sequence[Any]", coordinates)))
        elif kind == "MultiPoint":
            points += [({}, each) for each in _rows(coordinates)]
        elif kind == "LineString":
            lines.append(_rows(coordinates))
    if not points:
        if len(lines) != 1:
            raise InvalidArgument("source", f"has no points and {len(lines)} lines (LineString), and one is needed")
        points = [({}, each) for each in lines[0]]
    points = _in_order(points)
    modes = {about.get("height_mode") for about, _ in points}
    if len(modes) > 1 or not modes <= {None, *WORDS["executeHeightMode"]}:
        told = ", ".join(sorted(str(each) for each in modes))
        known = ", ".join(WORDS["executeHeightMode"])
        raise InvalidArgument("source", f"has points with height_mode {told}, and one of {known} has to be that of all")
    settings: dict[str, Any] = {name: mode for name, mode in [("height_mode", modes.pop())] if mode is not None}
    return [_point_of_geojson(number, each, height) for number, each in enumerate(points)], settings


def read_csv(source: str | os.PathLike[str], height: float | None) -> list[RoutePoint]:
    """Waypoints out of a table."""
    text = _read_text(source)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    try:
        heads = [(each or "").strip().lower() for each in rows.fieldnames or ()]
        twice = next((each for place, each in enumerate(heads) if each and each in heads[:place]), None)
        if twice is not None:
            raise InvalidArgument("source", f"{source} has the column {twice} twice")
        names = dict(zip(heads, rows.fieldnames or (), strict=True))
        columns = {
            member: next((names[each] for each in known if each in names), None) for member, known in _COLUMNS.items()
        }
        for member in ("latitude", "longitude"):
            if columns[member] is None:
                raise InvalidArgument(
                    "source", f"{source} has no column {member}; its first line must name its columns"
                )
        found: list[RoutePoint] = []
        for number, row in enumerate(rows, 2):
            _refuse_commas(number, row, separator)
            if any(row.values()):
                found.append(_point_of_row(number, row, columns, height))
    except csv.Error as error:
        raise InvalidArgument("source", f"{source} is no table: {error}") from None
    return found


def _refuse_commas(number: int, row: Mapping[str | None, Any], separator: str) -> None:
    """Refuses a comma that may stand for a decimal point or between thousands as well as between columns."""
    if None in row:
        hint = "; numbers with a decimal comma need another separator" if separator == "," else ""
        raise InvalidArgument("source", f"line {number} has more values than there are columns{hint}")
    thousands = next((each for each in row.values() if separator == "," and _THOUSANDS.fullmatch(each or "")), None)
    if thousands is not None:
        raise InvalidArgument("source", f"line {number} has {thousands!r}, whose comma may be that of thousands")


def read_kml(source: str | os.PathLike[str] | bytes, height: float | None) -> list[RoutePoint]:
    """Waypoints out of KML or KMZ."""
    try:
        # It has no types.
        fromstring = import_module("defusedxml.ElementTree").fromstring
    except ImportError:
        raise ConfigurationError("reading KML needs the package defusedxml: pip install 'flighthub[routes]'") from None
    try:
        root: Any = fromstring(_unpack_kml(source))
    except (ValueError, SyntaxError) as error:
        # defusedxml refuses what defines entities by a ValueError; a document that is no XML is a SyntaxError.
        raise InvalidArgument("source", f"is not KML: {error}") from None
    points: list[str] = []
    lines: list[str] = []
    for element in root.iter():
        kind = str(element.tag).rpartition("}")[2]
        if kind == "missionConfig":
            raise InvalidArgument("source", "is a route file; use edit, or inspect")
        if kind not in ("Point", "LineString"):
            continue
        told = {str(each.tag).rpartition("}")[2]: (each.text or "").strip() for each in element}
        if height is None and told.get("altitudeMode", _KML_HEIGHTS[0]) not in _KML_HEIGHTS:
            raise InvalidArgument(
                "height", f"those of the file are {told['altitudeMode']}, not above the ground; give height="
            )
        text = told.get("coordinates", "")
        if kind == "Point" and len(text.replace(", ", ",").split()) > 1:
            raise InvalidArgument("source", f"has a Point with several places: {text!r}")
        (points if kind == "Point" else lines).append(text)
    if not points:
        if len(lines) != 1:
            raise InvalidArgument("source", f"has no points and {len(lines)} lines (LineString), and one is needed")
        points = lines[0].split()
    return [_point_of_position(number, each.strip().split(","), height) for number, each in enumerate(points)]


def read_track(track: Trajectory, tolerance: float, min_height: float) -> list[RoutePoint]:
    """Waypoints out of what was flown."""
    from .geodesy import FlatMap

    if not (tolerance > 0 and math.isfinite(tolerance)):
        raise InvalidArgument("tolerance", f"must be more than 0 m, not {tolerance}")
    fixes: list[Fix] = [each for each in track.fixes() if each.height is not None]
    if len(fixes) < 2:
        raise InvalidArgument("track", "has no two places with heights")
    ground = fixes[0].height or 0.0
    high = [place for place, each in enumerate(fixes) if (each.height or 0.0) - ground >= min_height]
    if len(high) < 2:
        raise InvalidArgument("track", f"has no two places {min_height:g} m above its first point")
    flown = fixes[high[0] : high[-1] + 1]
    flat = FlatMap([(each.latitude, each.longitude) for each in flown], "track")
    spots = [(*flat.flatten((each.latitude, each.longitude)), (each.height or 0.0) - ground) for each in flown]
    kept = _simplify(spots, tolerance)
    points = [RoutePoint(flown[place].latitude, flown[place].longitude, spots[place][2]) for place in kept]
    return [each for place, each in enumerate(points) if not place or not _is_same(points[place - 1], each)]


def _simplify(spots: Sequence[tuple[float, float, float]], tolerance: float) -> list[int]:
    """Which places a line needs to stay within a tolerance (Douglas and Peucker)."""
    kept = {0, len(spots) - 1}
    waiting = [(0, len(spots) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        distance, farthest = max(
            (_distance_to_line(spots[place], spots[first], spots[last]), place) for place in range(first + 1, last)
        )
        if distance > tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return sorted(kept)


def _distance_to_line(
    spot: tuple[float, float, float], begin: tuple[float, float, float], end: tuple[float, float, float]
) -> float:
    way = [b - a for a, b in zip(begin, end, strict=True)]
    size = math.fsum(each * each for each in way)
    share = 0.0
    if size:
        share = math.fsum((s - a) * w for s, a, w in zip(spot, begin, way, strict=True)) / size
        share = min(1.0, max(0.0, share))
    return math.dist(spot, [a + share * w for a, w in zip(begin, way, strict=True)])


def _is_same(here: RoutePoint, there: RoutePoint) -> bool:
    return here.place == there.place and abs(here.height - there.height) < 0.01


def _refuse_other_coordinates(given: Mapping[str, Any]) -> None:
    """Refuses coordinates that are no WGS-84, as GeoJSON before RFC 7946 could say by `crs`."""
    told = str(given.get("crs") or "")
    if told and not any(each in told for each in _WGS84):
        raise InvalidArgument("source", f"has coordinates of {told}; give longitude and latitude, WGS-84")


def _in_order(
    points: list[tuple[Mapping[str, Any], Sequence[Any]]],
) -> list[tuple[Mapping[str, Any], Sequence[Any]]]:
    """Points by their `index`, where they have one."""
    order = [about.get("index") for about, _ in points]
    if order.count(None) == len(order):
        return points
    try:
        numbers = [_float(each, f"point {place}", "index") for place, each in enumerate(order)]
    except InvalidArgument as error:
        raise InvalidArgument("source", f"{error.problem}; either all points have an index, or none") from None
    if len(set(numbers)) < len(numbers):
        raise InvalidArgument("source", "has two points of one index; waylines of a file are read one by one")
    return [points[place] for place in sorted(range(len(points)), key=numbers.__getitem__)]


def _geometries(given: Mapping[str, Any], depth: int) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Properties and geometry of all features."""
    kind = given.get("type")
    if depth > 4:
        return
    if kind == "FeatureCollection":
        for each in _rows(given.get("features")):
            if isinstance(each, Mapping):
                yield from _geometries(cast("Mapping[str, Any]", each), depth + 1)
    elif kind == "Feature":
        geometry, about = given.get("geometry"), given.get("properties")
        if isinstance(geometry, Mapping):
            told: Mapping[str, Any] = cast("Mapping[str, Any]", about) if isinstance(about, Mapping) else {}
            yield told, cast("Mapping[str, Any]", geometry)
    elif kind is not None:
        yield {}, given


def _point_of_geojson(number: int, given: tuple[Mapping[str, Any], Sequence[Any]], height: float | None) -> RoutePoint:
    about, position = given
    where = f"point {number}"
    above = about.get("height")
    own = height if above in (None, "") else _float(above, where, "height")
    point = _point_of_position(number, _rows(position), own)
    changes: dict[str, Any] = {
        name: _float(about[name], where, name) for name in _NUMBERS[1:] if about.get(name) not in (None, "")
    }
    if about.get("turn_mode"):
        changes["turn_mode"] = str(about["turn_mode"])
    if about.get("actions"):
        told = about["actions"]
        changes["actions"] = read_actions(told.split() if isinstance(told, str) else _rows(told), where)
        # A tilt that is told twice, as the drawing of a route has it, is one.
        if "gimbal_pitch" in changes:
            changes["actions"] = tuple(each for each in changes["actions"] if each.kind != "gimbalRotate")
    return _named(where, lambda: replace(point, **changes))


def _point_of_position(number: int, position: Sequence[Any], height: float | None) -> RoutePoint:
    where = f"point {number}"
    if len(position) < 2:
        raise InvalidArgument("source", f"{where} has no longitude and latitude")
    found = height
    if found is None and len(position) > 2:
        found = _float(position[2], where, "height")
    if found is None:
        raise InvalidArgument("height", f"{where} has none; give height=")
    longitude, latitude = (_float(each, where, "place") for each in position[:2])
    return _named(where, lambda: RoutePoint(latitude, longitude, found))


def _point_of_row(
    number: int, row: Mapping[str, Any], columns: Mapping[str, str | None], height: float | None
) -> RoutePoint:
    where = f"line {number}"
    told = {member: str(row.get(name) or "").strip() for member, name in columns.items() if name is not None}
    missing = [each for each in ("latitude", "longitude") if not told[each]]
    if missing:
        raise InvalidArgument("source", f"{where} has no {missing[0]}")
    above = _float(told["height"], where, "height") if told.get("height") else height
    if above is None:
        raise InvalidArgument("height", f"{where} has none; give height=")
    changes: dict[str, Any] = {name: _float(told[name], where, name) for name in _NUMBERS[1:] if told.get(name)}
    if told.get("turn_mode"):
        changes["turn_mode"] = told["turn_mode"]
    if told.get("actions"):
        changes["actions"] = read_actions(told["actions"].split(), where)
    latitude, longitude = (_float(told[each], where, each) for each in ("latitude", "longitude"))
    return _named(where, lambda: RoutePoint(latitude, longitude, above, **changes))


def read_actions(told: Sequence[Any], where: str) -> tuple[RouteAction, ...]:
    """Actions as text: WPML's word, and a value behind a colon where it takes one.

    `takePhoto`, `hover:5`, `gimbalRotate:-90`, `takePhoto@20m` and `takePhoto@2s` for each so many metres or seconds of
    the next leg, `takePhoto@20m*3` of the next three.

    Raises:
        InvalidArgument: One is none, and which there are.
    """
    found: list[RouteAction] = []
    for each in told:
        word, _, value = str(each).partition(":")
        kind, _, every = word.partition("@")
        every, _, legs = every.partition("*")
        try:
            if kind == "takePhoto" and every[-1:] in ("m", "s"):
                step = float(every[:-1])
                metres, seconds = (step, None) if every.endswith("m") else (None, step)
                found.append(take_photos_every(metres=metres, seconds=seconds, legs=int(legs or 1)))
            elif kind in _ACTIONS and not every and (value or kind not in _NEED_VALUE):
                found.append(_ACTIONS[kind](value or ("-90" if kind == "gimbalRotate" else "")))
            else:
                known = ", ".join(f"{name}:VALUE" if name in _NEED_VALUE else name for name in _ACTIONS)
                raise InvalidArgument("actions", f"{where} has {str(each)!r}; known are {known}, takePhoto@20m")
        except InvalidArgument:
            raise
        except ValueError:
            raise InvalidArgument("actions", f"{where} has {str(each)!r}, whose value is not a number") from None
    return tuple(found)


def tell_actions(actions: Sequence[RouteAction]) -> list[str]:
    """Actions as text, as `read_actions` reads it."""
    found: list[str] = []
    for each in actions:
        if each.parameters.get("gimbalPitchRotateEnable") == "0":
            # Turned aside alone, which no text says.
            continue
        value = each.parameters.get(_VALUES.get(each.kind, ""), "")
        text = each.kind
        if each.every is not None:
            text += f"@{number(each.every)}{'m' if each.trigger == 'multipleDistance' else 's'}"
            text += f"*{each.legs}" if each.legs > 1 else ""
        elif value:
            text += f":{value}"
        found.append(text)
    return found


def _named(where: str, make: Callable[[], RoutePoint]) -> RoutePoint:
    try:
        return make()
    except InvalidArgument as error:
        raise InvalidArgument("source", f"{where}: {error.member} {error.problem}") from None


def _float(value: Any, where: str, what: str) -> float:
    try:
        if isinstance(value, str) and "_" in value:
            raise ValueError
        found = float(value.replace(",", ".")) if isinstance(value, str) else float(value)
    except (TypeError, ValueError):
        raise InvalidArgument("source", f"{where} has a {what} that is not a number: {value!r}") from None
    if not math.isfinite(found):
        raise InvalidArgument("source", f"{where} has a {what} that is not a number: {value!r}")
    return found


def _rows(given: Any) -> list[Any]:
    if isinstance(given, (list, tuple)):
        found = list(cast("Sequence[Any]", given))
        if len(found) <= MAX_WAYPOINTS * 2:
            return found
        raise InvalidArgument("source", f"has a list of {len(found)}, more than a route holds")
    raise InvalidArgument("source", f"has {type(given).__name__} where a list has to be")


def _read_text(source: str | os.PathLike[str]) -> str:
    try:
        return _read_bytes(source).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidArgument("source", f"{source} is not text in UTF-8") from None


def _read_bytes(source: str | os.PathLike[str]) -> bytes:
    try:
        with Path(source).expanduser().open("rb") as stream:
            content = stream.read(MAX_SOURCE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InvalidArgument("source", f"{source} cannot be read: {reason}") from None
    if len(content) > MAX_SOURCE:
        raise InvalidArgument("source", f"{source} has more than {MAX_SOURCE} bytes")
    return content


def _unpack_kml(source: str | os.PathLike[str] | bytes) -> bytes:
    content = source if isinstance(source, bytes) else _read_bytes(source)
    if not content.startswith(b"PK"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            name = next((each.filename for each in archive.infolist() if each.filename.lower().endswith(".kml")), None)
            if name is None:
                raise InvalidArgument("source", "is a KMZ without a .kml in it")
            with archive.open(name) as stream:
                found = stream.read(MAX_SOURCE + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, InvalidArgument):
            raise
        raise InvalidArgument("source", f"is a KMZ that cannot be read: {error}") from None
    if len(found) > MAX_SOURCE:
        raise InvalidArgument("source", f"unpacks to more than {MAX_SOURCE} bytes")
    return found
