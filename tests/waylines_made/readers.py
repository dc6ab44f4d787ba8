"""What two programs that are not ours read in a route file: djikmz, and GDAL by way of geopandas.

djikmz reads a template waypoint by waypoint. Three things it takes otherwise than DJI's page and files have them, and
they are kept from it: `waypointTurnDampingDist` of 0 where the aircraft stops, which it wants to be more than 0; a
second action group of a waypoint, of which it knows one, so that it is given them one by one; and ids of groups above
the number of their waypoint. Actions that it does not know at all (`UNKNOWN`) are left out.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import geopandas
import xmltodict

with warnings.catch_warnings():
    # It is written for an earlier pydantic.
    warnings.simplefilter("ignore", DeprecationWarning)
    from djikmz.model.action_group import ActionGroup
    from djikmz.model.waypoint import Waypoint


UNKNOWN = frozenset({"customDirName"})
"""Actions of WPML's page of which djikmz has no word."""


class Read(NamedTuple):
    """A waypoint as a program reads it: degrees, metres, and actions with the legs that they hold for."""

    latitude: float
    longitude: float
    height: float
    actions: list[tuple[str, str, float | None, int, int]]


def document(content: bytes, name: str) -> str:
    """A document of a route file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"wpmz/{name}").decode()


def read_by_djikmz(content: bytes) -> list[Read]:
    """The waypoints of the template."""
    root = xmltodict.parse(document(content, "template.kml"), force_list=("Placemark", "wpml:actionGroup"))
    return [_read(each) for each in root["kml"]["Document"]["Folder"]["Placemark"]]


def read_by_gdal(content: bytes, folder: Path) -> list[tuple[float, float]]:
    """The places (latitude, longitude) of what the aircraft flies."""
    file = folder / "waylines.kml"
    file.write_text(document(content, "waylines.wpml"), encoding="utf-8")
    found = geopandas.read_file(file)
    return [(each.y, each.x) for each in found.geometry]


def _read(mark: dict[str, Any]) -> Read:
    groups = mark.pop("wpml:actionGroup", [])
    turn = mark["wpml:waypointTurnParam"]
    if float(turn["wpml:waypointTurnDampingDist"]) == 0:
        del turn["wpml:waypointTurnDampingDist"]
    point = Waypoint.from_dict(mark)
    assert point.height is not None
    actions: list[tuple[str, str, float | None, int, int]] = []
    for each in groups:
        told = each["wpml:action"]
        known = [
            one for one in (told if isinstance(told, list) else [told]) if one["wpml:actionActuatorFunc"] not in UNKNOWN
        ]
        if not known:
            continue
        group = ActionGroup.from_dict({**each, "wpml:actionGroupId": 0, "wpml:action": known})
        trigger = group.trigger
        every = None if trigger.param is None else float(trigger.param)
        actions += [
            (str(one.action_type.value), str(trigger.type.value), every, group.start_waypoint_id, group.end_waypoint_id)
            for one in group.actions
        ]
    return Read(point.latitude, point.longitude, point.height, actions)
