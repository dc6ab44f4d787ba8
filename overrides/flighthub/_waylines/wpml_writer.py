"""Writes route files: `template.kml` and `waylines.wpml`, the same bytes for the same route.

Basis: DJI's Cloud API documentation, "WPML". Elements and their order are those of the pages template.kml (waypoint
template) and waylines.wpml; `distance` and `duration` are written by DJI's programs (seen in public files, 1.0.2 on).
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast
from xml.sax.saxutils import escape

from flighthub_runtime.annotations import lazy_type

from .estimates import leg_lengths
from .kmz import TEMPLATE, WAYLINES
from .products import NEWEST, find_aircraft, find_payload
from .route import Action, Waypoint
from .route_actions import PANORAMA, POSITION, RouteAction, number, rotate_gimbal
from .route_model import ELLIPSOID, RELATIVE, SURFACE, has_lens_choice, turn_distances
from .timing import route_duration

if TYPE_CHECKING:
    from .route_model import Route, RoutePoint
else:
    Route = lazy_type(".route_model", "Route", __package__)
    RoutePoint = lazy_type(".route_model", "RoutePoint", __package__)

NAMESPACE: Final = "http://www.dji.com/wpmz/1.0."
KML_NAMESPACE: Final = "http://www.opengis.net/kml/2.2"

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The time that entries of the archive carry: the first that a ZIP file can hold."""

_TEMPLATE_HEIGHTS: Final = {RELATIVE: RELATIVE, ELLIPSOID: "EGM96", SURFACE: "aboveGroundLevel"}
"""template.kml, `heightMode`, for waylines.wpml's `executeHeightMode`."""

_CACHED: Final = 4096
"""Settings of waypoints whose text is remembered, as most waypoints have the same ones."""

_NO_POSITION: Final = frozenset({"hover", "rotateYaw"})
"""Actions that are the aircraft's and not a payload's."""

Group = tuple[str, float | None, int, int, list[RouteAction]]
"""Trigger, interval, first and last waypoint, actions."""


def write_route(route: Route) -> bytes:
    """The route file."""
    packed = io.BytesIO()
    points = as_waypoints(route)
    lengths = leg_lengths(points)
    turns = turn_distances(route.waypoints, lengths)
    distance, duration = math.fsum(lengths), route_duration(points) or 0.0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in (
            (TEMPLATE, _template(route, turns)),
            (WAYLINES, _waylines(route, turns, distance, duration)),
        ):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, "".join(parts))
    return packed.getvalue()


def version_of(route: Route) -> str:
    """The first version of WPML that has all that a route uses.

    I: the pages do not say since when an element is there. Of the samples and tables of their releases, 1.0.0 has the
    waypoint template, 1.0.2 the choice of lenses and `realTimeFollowSurface`, 1.0.6 `panoShot`.
    """
    found = find_aircraft(route.aircraft).wpml_version
    if route.height_mode == SURFACE or has_lens_choice(route.waypoints):
        found = max(found, 2)
    if any(each.kind == PANORAMA for point in route.waypoints for each in point.actions):
        found = max(found, NEWEST)
    return f"{NAMESPACE}{found}"


def groups_of(point: RoutePoint, index: int) -> list[Group]:
    """The action groups that begin at a waypoint: one for what is done there, one for each thing that goes on."""
    here = [each for each in point.actions if each.trigger == "reachPoint"]
    if point.gimbal_pitch is not None:
        here.insert(0, rotate_gimbal(pitch=point.gimbal_pitch))
    found: list[Group] = [("reachPoint", None, index, index, here)] if here else []
    found += [
        (each.trigger, each.every, index, index + each.legs, [each])
        for each in point.actions
        if each.trigger != "reachPoint"
    ]
    return found


def as_waypoints(route: Route) -> tuple[Waypoint, ...]:
    """The waypoints as they are read from the file of a route."""
    position = str(route.payload_position)
    return tuple(
        Waypoint(
            index=index,
            latitude=point.latitude,
            longitude=point.longitude,
            height=point.height,
            height_mode=route.height_mode,
            speed=route.speed if point.speed is None else point.speed,
            heading=point.heading,
            gimbal_pitch=_last_pitch(point),
            turn_mode=point.turn_mode,
            actions=tuple(
                Action(each.kind, trigger, every, first, last, _parameters(each, position))
                for trigger, every, first, last, actions in groups_of(point, index)
                for each in actions
            ),
        )
        for index, point in enumerate(route.waypoints)
    )


def write_actions(groups: Sequence[Group], first_id: int, position: str) -> str:
    """Action groups as XML; their ids count from the given one."""
    return "".join(_group(each, first_id + place, position) for place, each in enumerate(groups))


def write_members(members: Mapping[str, object]) -> str:
    """Elements of WPML, with those of mappings inside."""
    parts: list[str] = []
    for name, value in members.items():
        inner: str
        if isinstance(value, _Written):
            inner = value
        elif isinstance(value, dict):
            inner = write_members(cast("dict[str, object]", value))
        else:
            inner = str(value) if isinstance(value, int) else escape(str(value))
        parts.append(f"<wpml:{name}>{inner}</wpml:{name}>")
    return "".join(parts)


class _Written(str):
    """Elements that are written already."""

    __slots__ = ()


def aircraft_members(key: str) -> dict[str, object]:
    """common elements, `droneInfo`."""
    found = find_aircraft(key)
    return {"droneEnumValue": found.type, "droneSubEnumValue": found.sub_type}


def payload_members(named: str | None, aircraft: str, position: int) -> dict[str, object]:
    """common elements, `payloadInfo`."""
    found = find_payload(named, find_aircraft(aircraft))
    return {
        "payloadEnumValue": found.type,
        "payloadSubEnumValue": found.sub_type,
        "payloadPositionIndex": position,
    }


def _document(route: Route, *parts: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<kml xmlns="{KML_NAMESPACE}" xmlns:wpml="{version_of(route)}">\n<Document>\n'
    yield from parts
    yield "</Document>\n</kml>\n"


def _mission(route: Route) -> str:
    """waylines.wpml and template.kml, `missionConfig`."""
    leaves = route.rc_lost_action != "goContinue"
    members: dict[str, object] = {
        "flyToWaylineMode": route.fly_to_wayline_mode,
        "finishAction": route.finish_action,
        "exitOnRCLost": "executeLostAction" if leaves else "goContinue",
        "executeRCLostAction": route.rc_lost_action if leaves else "goBack",
        "takeOffSecurityHeight": number(route.take_off_security_height),
        "globalTransitionalSpeed": number(route.transitional_speed),
        "globalRTHHeight": number(route.rth_height),
        "droneInfo": aircraft_members(route.aircraft),
        "payloadInfo": payload_members(route.payload, route.aircraft, route.payload_position),
    }
    return f"{write_members({'missionConfig': members})}\n"


def _template(route: Route, turns: Sequence[float]) -> Iterator[str]:
    """template.kml: creation information, mission settings, and a folder of the waypoint template."""
    about = write_members({"author": route.author}) if route.author else ""
    points = route.waypoints
    first = points[0]
    head = write_members(
        {
            "templateType": "waypoint",
            "templateId": 0,
            "waylineCoordinateSysParam": {
                "coordinateMode": "WGS84",
                "heightMode": _TEMPLATE_HEIGHTS[route.height_mode],
                "positioningType": "GPS",
            },
            "autoFlightSpeed": number(route.speed),
            "globalHeight": number(_template_height(route, first)),
            "gimbalPitchMode": "manual",
            "globalWaypointHeadingParam": _heading(first.heading, first.look_at),
            "globalWaypointTurnMode": first.turn_mode,
            "globalUseStraightLine": int(first.straight),
        }
    )
    group_id = 0
    placemarks: list[str] = []
    for index, point in enumerate(points):
        groups = groups_of(point, index)
        height = _template_height(route, point)
        members: dict[str, object] = {
            "index": index,
            "ellipsoidHeight": number(point.height),
            "height": number(height),
            "useGlobalHeight": 0,
            "useGlobalSpeed": int(point.speed is None),
            "waypointSpeed": number(route.speed if point.speed is None else point.speed),
            "useGlobalHeadingParam": 0,
            "waypointHeadingParam": _heading(point.heading, point.look_at),
            "useGlobalTurnParam": 0,
            "waypointTurnParam": _turn(point.turn_mode, turns[index]),
            "useStraightLine": int(point.straight),
            "gimbalPitchAngle": number(point.gimbal_pitch or 0.0),
        }
        placemarks.append(_placemark(point, members, groups, group_id, route))
        group_id += len(groups)
    payload = write_members(
        {"payloadParam": {POSITION: route.payload_position, "imageFormat": ",".join(route.lenses or ())}}
    )
    folder = f"<Folder>\n{head}\n{''.join(placemarks)}{payload}\n</Folder>\n"
    return _document(route, about, _mission(route), folder)


def _waylines(route: Route, turns: Sequence[float], distance: float, duration: float) -> Iterator[str]:
    """waylines.wpml: mission settings, and the one wayline."""
    head = write_members(
        {
            "templateId": 0,
            "executeHeightMode": route.height_mode,
            "waylineId": 0,
            "distance": number(round(distance, 3)),
            "duration": number(round(duration, 1)),
            "autoFlightSpeed": number(route.speed),
        }
    )
    group_id = 0
    placemarks: list[str] = []
    for index, point in enumerate(route.waypoints):
        groups = groups_of(point, index)
        members: dict[str, object] = {
            "index": index,
            "executeHeight": number(point.height),
            "waypointSpeed": number(route.speed if point.speed is None else point.speed),
            "waypointHeadingParam": _heading(point.heading, point.look_at),
            "waypointTurnParam": _turn(point.turn_mode, turns[index]),
            "useStraightLine": int(point.straight),
        }
        placemarks.append(_placemark(point, members, groups, group_id, route))
        group_id += len(groups)
    return _document(route, _mission(route), f"<Folder>\n{head}\n{''.join(placemarks)}</Folder>\n")


def _placemark(
    point: RoutePoint, members: Mapping[str, object], groups: Sequence[Group], group_id: int, route: Route
) -> str:
    place = f"<Point><coordinates>{number(point.longitude)},{number(point.latitude)}</coordinates></Point>"
    actions = write_actions(groups, group_id, str(route.payload_position))
    return f"<Placemark>{place}{write_members(members)}{actions}</Placemark>\n"


@lru_cache(maxsize=_CACHED)
def _heading(heading: float | None, look_at: tuple[float, float] | None) -> _Written:
    """common elements, `waypointHeadingParam`. The point of interest is latitude, longitude, height."""
    mode = "followWayline"
    place = "0.000000,0.000000,0.000000"
    if look_at is not None:
        mode = "towardPOI"
        place = f"{number(look_at[0])},{number(look_at[1])},0.000000"
    elif heading is not None:
        mode = "smoothTransition"
    return _Written(
        write_members(
            {
                "waypointHeadingMode": mode,
                "waypointHeadingAngle": number(heading or 0.0),
                "waypointPoiPoint": place,
                "waypointHeadingPathMode": "followBadArc",
            }
        )
    )


@lru_cache(maxsize=_CACHED)
def _turn(mode: str, distance: float) -> _Written:
    """common elements, `waypointTurnParam`."""
    return _Written(write_members({"waypointTurnMode": mode, "waypointTurnDampingDist": number(distance)}))


def _template_height(route: Route, point: RoutePoint) -> float:
    """The height as template.kml has it: above the sea where waylines.wpml has it above the ellipsoid."""
    return point.height - (route.geoid_undulation or 0.0) if route.height_mode == ELLIPSOID else point.height


def _group(group: Group, id: int, position: str) -> str:
    """common elements, `actionGroup`."""
    trigger, every, first, last, actions = group
    fires: dict[str, object] = {"actionTriggerType": trigger}
    if every is not None:
        fires["actionTriggerParam"] = number(every)
    head: dict[str, object] = {
        "actionGroupId": id,
        "actionGroupStartIndex": first,
        "actionGroupEndIndex": last,
        "actionGroupMode": "sequence",
        "actionTrigger": fires,
    }
    told = "".join(
        write_members(
            {
                "action": {
                    "actionId": place,
                    "actionActuatorFunc": each.kind,
                    "actionActuatorFuncParam": _parameters(each, position),
                }
            }
        )
        for place, each in enumerate(actions)
    )
    return f"<wpml:actionGroup>{write_members(head)}{told}</wpml:actionGroup>"


def _parameters(action: RouteAction, position: str) -> dict[str, str]:
    found = dict(action.parameters)
    return found if action.kind in _NO_POSITION else {POSITION: position, **found}


def _last_pitch(point: RoutePoint) -> float | None:
    """Where the camera is tilted when the actions at a waypoint are done."""
    for each in reversed(point.actions):
        if each.kind == "gimbalRotate" and each.parameters.get("gimbalPitchRotateEnable", "1") == "1":
            found = float(each.parameters["gimbalPitchRotateAngle"])
            return found if math.isfinite(found) else None
    return point.gimbal_pitch
