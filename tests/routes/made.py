"""Writes route files: a valid one unless told otherwise. A member that is given as None is left out.

Everything is text, so that a test can write what no program should: `mission(autoFlightSpeed="fast")`.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

WAYLINES: Final = "wpmz/waylines.wpml"
TEMPLATE: Final = "wpmz/template.kml"

Members = Mapping[str, Any]

MISSION: Final[Members] = {
    "flyToWaylineMode": "safely",
    "finishAction": "goHome",
    "exitOnRCLost": "executeLostAction",
    "executeRCLostAction": "goBack",
    "takeOffSecurityHeight": "20",
    "globalTransitionalSpeed": "10",
    "globalRTHHeight": "100",
    "droneInfo": {"droneEnumValue": "91", "droneSubEnumValue": "1"},
    "payloadInfo": {"payloadEnumValue": "81", "payloadSubEnumValue": "0", "payloadPositionIndex": "0"},
}

FOLDER: Final[Members] = {
    "templateId": "0",
    "executeHeightMode": "relativeToStartPoint",
    "waylineId": "0",
    "distance": "0",
    "duration": "0",
    "autoFlightSpeed": "10",
}

WAYPOINT: Final[Members] = {
    "executeHeight": "60",
    "waypointSpeed": "10",
    "waypointHeadingParam": {
        "waypointHeadingMode": "followWayline",
        "waypointHeadingAngle": "0",
        "waypointPoiPoint": "0.000000,0.000000,0.000000",
        "waypointHeadingPathMode": "followBadArc",
    },
    "waypointTurnParam": {
        "waypointTurnMode": "toPointAndStopWithDiscontinuityCurvature",
        "waypointTurnDampingDist": "0",
    },
    "useStraightLine": "1",
}


def members(told: Members) -> str:
    """Elements of WPML: text, those of a mapping, or one for each of a list."""
    parts: list[str] = []
    for name, value in told.items():
        for each in value if isinstance(value, list) else [value]:
            if each is not None:
                inner = members(each) if isinstance(each, Mapping) else str(each)
                parts.append(f"<wpml:{name}>{inner}</wpml:{name}>")
    return "".join(parts)


def mission(**changes: Any) -> str:
    """The mission settings."""
    return f"<wpml:missionConfig>{members({**MISSION, **changes})}</wpml:missionConfig>"


def waypoint(index: int | str | None, place: str, groups: str = "", **changes: Any) -> str:
    """A waypoint at `longitude,latitude`, with its action groups."""
    point = f"<Point><coordinates>{place}</coordinates></Point>"
    return f"<Placemark>{point}{members({'index': index, **WAYPOINT, **changes})}{groups}</Placemark>"


def line(
    count: int = 3,
    *,
    start: tuple[float, float] = (46.0, 14.5),
    step: float = 0.001,
    groups: Mapping[int, str] | None = None,
    **changes: Any,
) -> list[str]:
    """Waypoints to the north of a place (latitude, longitude); 0.001 degrees are about 111 m."""
    latitude, longitude = start
    told = groups or {}
    return [
        waypoint(index, f"{longitude:.9f},{latitude + index * step:.9f}", told.get(index, ""), **changes)
        for index in range(count)
    ]


def folder(waypoints: Sequence[str] | None = None, start_actions: str = "", **changes: Any) -> str:
    """A wayline."""
    inner = "".join(line() if waypoints is None else waypoints)
    return f"<Folder>{members({**FOLDER, **changes})}{start_actions}{inner}</Folder>"


def action(function: str, number: int = 0, **parameters: Any) -> str:
    """An action, with its parameters."""
    told = {"payloadPositionIndex": "0", **parameters}
    return members({"action": {"actionId": number, "actionActuatorFunc": function, "actionActuatorFuncParam": told}})


def group(
    start: int | str, end: int | str, *actions: str, trigger: str = "reachPoint", every: Any = None, number: int = 0
) -> str:
    """An action group from a waypoint to another."""
    told = {"actionGroupId": number, "actionGroupStartIndex": start, "actionGroupEndIndex": end}
    fires = {"actionTrigger": {"actionTriggerType": trigger, "actionTriggerParam": every}}
    head = members({**told, "actionGroupMode": "sequence", **fires})
    return f"<wpml:actionGroup>{head}{''.join(actions)}</wpml:actionGroup>"


def document(*parts: str, version: str = "1.0.6", before: str = "") -> str:
    """A document of these parts."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<kml xmlns="http://www.opengis.net/kml/2.2" '
        f'xmlns:wpml="http://www.dji.com/wpmz/{version}"><Document>{"".join(parts)}</Document></kml>'
    )


def waylines(*folders: str, settings: str | None = None, about: str = "", **changes: Any) -> str:
    """What an aircraft flies. The settings are those of `mission` with these changes, unless they are given."""
    return document(about, mission(**changes) if settings is None else settings, *(folders or (folder(),)))


def template(kind: str = "waypoint", *parts: str, about: Members | None = None, **changes: Any) -> str:
    """What a route was planned from."""
    told = {"author": "Ana", "createTime": "1637600807044", "updateTime": "1637600875837", **(about or {})}
    planned = {"templateType": kind, "templateId": "0", "autoFlightSpeed": "10"}
    return document(members(told), mission(**changes), f"<Folder>{members(planned)}{''.join(parts)}</Folder>")


def archive(*entries: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of entries."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as into, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in entries:
            into.writestr(name, content)
    return packed.getvalue()


def route(flown: str | None = None, planned: str | None = "") -> bytes:
    """A route file of its two documents; valid ones where they are not given, no template where that is None."""
    entries = [] if planned is None else [(TEMPLATE, planned or template())]
    return archive(*entries, (WAYLINES, flown or waylines()))


def long_route(count: int = 65_535, padding: int = 4_000) -> bytes:
    """A route of so many waypoints, each with all its settings and some more: about 4.5 kB of XML each."""
    settings = "".join(
        action("gimbalRotate", number, gimbalPitchRotateAngle=-90, gimbalRotateMode="absoluteAngle", gimbalRotateTime=0)
        for number in range(3)
    )
    note = members({"actionUUID": "x" * max(0, padding - 2_000)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as into:
        into.writestr(TEMPLATE, template())
        with into.open(WAYLINES, "w", force_zip64=True) as stream:
            for part in _long_document(count, settings + note):
                stream.write(part.encode())
    return packed.getvalue()


def _long_document(count: int, settings: str) -> Iterator[str]:
    head, foot = waylines(folder(["@"])).split("@")
    yield head
    for index in range(count):
        where = f"14.5,{-60 + 120 * index / count:.9f}"
        yield waypoint(index, where, group(index, index, settings, action("takePhoto", 9), number=index))
    yield foot
