"""Reading route files: what they say, and what is wrong with those that nobody should trust."""

from __future__ import annotations

import doctest
import io
import math
import random
import re
import runpy
import struct
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from routes import made
from routes.cases import CASES, TIMES, Case
from routes.made import action, archive, folder, group, members, waypoint

from flighthub import InvalidArgument, Position, WaitCancelled, WaitTimeout, waylines
from flighthub._waylines import kmz, limits, xml
from flighthub.enums import WaylineTemplateType
from flighthub_simulator import Simulator, run
from flighthub_simulator._world import _wpml

from .playing import played

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def placed(place: str, index: int | str = 0, **changes: Any) -> bytes:
    """A route that begins with such a waypoint, which stands alone."""
    return made.route(waylines_of(waypoint(index, place, **changes)), planned=None)


def waylines_of(*waypoints: str, **changes: Any) -> str:
    """The document of a single wayline."""
    return made.waylines(folder(waypoints, **changes))


def straight(*places: str, **changes: Any) -> bytes:
    """A route through places, with nothing but heights and places."""
    bare = {"waypointSpeed": None, "executeHeight": None, **changes}
    points = [waypoint(index, place, **bare) for index, place in enumerate(places)]
    return made.route(waylines_of(*points, autoFlightSpeed=changes.get("waypointSpeed")), planned=None)


PITCHED: dict[str, Any] = {"gimbalPitchRotateEnable": "1", "gimbalPitchRotateAngle": "-75"}
POI: dict[str, Any] = {"waypointHeadingMode": "smoothTransition", "waypointHeadingAngle": "-90"}

OBLIQUE = made.route(
    made.waylines(
        folder(
            [
                waypoint(
                    0,
                    "\n  14.5,46.0,0 \n",
                    group(0, 2, action("takePhoto"), trigger="multipleDistance", every=12.5),
                    executeHeight="40",
                    waypointSpeed="5",
                    waypointHeadingParam=POI,
                    waypointGimbalHeadingParam={"waypointGimbalPitchAngle": "-30"},
                ),
                waypoint(
                    1,
                    "14.5,46.001",
                    group(1, 1, action("hover", hoverTime="7.5"), action("gimbalRotate", **PITCHED)),
                    executeHeight="70",
                    waypointSpeed=None,
                ),
                waypoint(
                    2,
                    "14.5,46.002",
                    executeHeight="70",
                    waypointSpeed=None,
                    waypointTurnParam={"waypointTurnMode": "coordinateTurn", "waypointTurnDampingDist": "5"},
                ),
            ],
            members({"startActionGroup": ""}).replace("><", f">{action('gimbalRotate')}<"),
            executeHeightMode="WGS84",
            distance="0",
            duration="0",
        ),
        folder(
            [waypoint(index, f"14.6,46.{index + 1}", waypointSpeed=None) for index in range(2)],
            waylineId="7",
            executeHeightMode="realTimeFollowSurface",
            distance="11120.5",
            duration="1321.5",
        ),
        finishAction="autoLand",
        exitOnRCLost="goContinue",
        executeRCLostAction="hover",
        takeOffSecurityHeight="25.5",
        globalTransitionalSpeed="12",
        globalRTHHeight="90",
        flyToWaylineMode="pointToPoint",
        droneInfo={"droneEnumValue": "89"},
        payloadInfo=[
            {"payloadEnumValue": "50", "payloadSubEnumValue": "0", "payloadPositionIndex": "0"},
            {"payloadEnumValue": "65534", "payloadPositionIndex": "1"},
        ],
    ),
    made.template(
        "mapping3d",
        "</Folder><Folder><wpml:templateType>hyperspace</wpml:templateType>",
        takeOffRefPoint="45.999,14.5,311.5",
        takeOffRefPointAGLHeight="2",
    ),
)
"""A route of two waylines, with all that the simulator's writer leaves out."""


def test_a_route_file_says_what_it_is_made_for() -> None:
    found = waylines.inspect(OBLIQUE)
    assert (found.device_model_key, found.aircraft) == ("0-89-0", "Matrice 350 RTK")
    assert [(each.type, each.position) for each in found.payloads] == [("50", 0), ("65534", 1)]
    assert [each.name for each in found.payloads] == ["Zenmuse P1", "payload made with the Payload SDK"]
    assert [each.is_camera for each in found.payloads] == [True, False]
    assert found.finish_action == "autoLand"
    assert (found.take_off_security_height, found.transitional_speed) == (25.5, 12.0)
    assert (found.rth_height, found.fly_to_wayline_mode) == (90.0, "pointToPoint")
    assert found.take_off_reference == Position(45.999, 14.5, 311.5)
    assert found.author == "Ana"
    assert found.created_at == datetime(2021, 11, 22, 17, 6, 47, 44000, UTC)
    assert found.updated_at == datetime(2021, 11, 22, 17, 7, 55, 837000, UTC)


@pytest.mark.parametrize("told", ["", "0,0,0", "north", "46", "91,14,300", "NaN,NaN,NaN"])
def test_a_take_off_reference_that_is_no_place_is_none(told: str) -> None:
    planned = made.template(takeOffRefPoint=told)
    assert waylines.inspect(made.route(planned=planned)).take_off_reference is None


def test_what_follows_the_loss_of_the_link_is_flying_on_or_the_action() -> None:
    assert waylines.inspect(OBLIQUE).rc_lost_action == "goContinue"
    assert waylines.inspect(made.route(made.waylines(executeRCLostAction="hover"))).rc_lost_action == "hover"


def test_a_waypoint_has_its_own_settings_or_those_of_its_wayline() -> None:
    first, second, third = waylines.inspect(OBLIQUE).waylines[0].waypoints
    assert (first.longitude, first.latitude, first.height, first.height_mode) == (14.5, 46.0, 40.0, "WGS84")
    assert [each.speed for each in (first, second, third)] == [5.0, 10.0, 10.0]
    assert [each.heading for each in (first, second, third)] == [-90.0, None, None]
    assert [each.gimbal_pitch for each in (first, second, third)] == [-30.0, -75.0, None]
    stops = "toPointAndStopWithDiscontinuityCurvature"
    assert [each.turn_mode for each in (first, second, third)] == [stops, stops, "coordinateTurn"]
    picture = waylines.Action("takePhoto", "multipleDistance", 12.5, 0, 2, {"payloadPositionIndex": "0"})
    assert first.actions == (picture,)
    assert [each.kind for each in waylines.inspect(OBLIQUE).waylines[0].start_actions] == ["gimbalRotate"]


def test_what_holds_for_a_wayline_may_stand_behind_its_waypoints() -> None:
    points = "".join(made.line(2, waypointSpeed=None))
    behind = members(made.FOLDER)
    flown = made.document(made.mission(), f"<Folder>{points}{behind}</Folder>")
    found = waylines.inspect(made.route(flown))
    assert {(each.height_mode, each.speed) for each in found.waypoints} == {("relativeToStartPoint", 10.0)}
    assert found.findings.ok


def test_a_duration_is_the_files_own_or_estimated_and_says_which() -> None:
    found = waylines.inspect(OBLIQUE)
    first, second = found.waylines
    assert (first.duration_source, second.duration_source, found.duration_source) == ("speeds", "file", "both")
    legs = math.hypot(111.16, 30), 111.16
    assert first.duration == pytest.approx(legs[0] / 5 + legs[1] / 10 + 7.5, abs=0.1)
    assert second.duration == 1321.5
    assert found.duration == first.duration + second.duration
    assert (first.stated_distance, second.stated_distance) == (None, 11120.5)
    assert second.id == 7


@pytest.mark.parametrize("distance", [None, "0", "240", "far", "inf"])
def test_a_duration_beside_a_distance_that_is_not_that_of_the_points_is_not_believed(distance: str | None) -> None:
    far = folder(made.line(2, step=1.0), distance=distance, duration="24")
    (found,) = waylines.inspect(made.route(made.waylines(far))).waylines
    assert found.length == pytest.approx(111_170, rel=1e-3)
    assert found.duration == pytest.approx(found.length / 10)
    assert found.duration_source == "speeds"


def test_without_a_speed_there_is_no_duration() -> None:
    found = waylines.inspect(straight("14,46", "14,46.1"))
    assert (found.duration, found.duration_source) == (None, "")


PLACES: list[tuple[str, str, float]] = [
    # Vincenty's test line across Victoria, from its published coordinates; GRS 80 and WGS-84 agree to the millimetre.
    ("144.424867889,-37.951033417", "143.926495528,-37.652821139", 54972.271),
    # A degree along the equator, and a degree of the meridian at it.
    ("0,0", "1,0", 111319.491),
    ("0,0", "0,1", 110574.389),
    ("179.9995,0", "-179.9995,0", 111.319),
]


@pytest.mark.parametrize(("here", "there", "metres"), PLACES)
def test_the_length_is_that_over_the_ellipsoid(here: str, there: str, metres: float) -> None:
    found = waylines.inspect(straight(here, there))
    assert found.length == pytest.approx(metres, rel=2e-5)


def test_the_length_counts_climbing() -> None:
    points = waypoint(0, "14,46", executeHeight="50"), waypoint(1, "14,46", executeHeight="130")
    found = waylines.inspect(made.route(waylines_of(*points)))
    assert found.length == pytest.approx(80)


def test_the_bounds_hold_all_waypoints_also_across_the_date_line() -> None:
    assert waylines.inspect(OBLIQUE).bounds == (14.5, 46.0, 14.6, 46.2)
    across = waylines.inspect(straight("179,-10", "-178,-12"))
    assert across.bounds == waylines.Bounds(west=179.0, south=-12.0, east=-178.0, north=-10.0)


def test_geojson_has_a_line_for_each_wayline_and_a_point_for_each_waypoint() -> None:
    drawn = waylines.inspect(OBLIQUE).to_geojson()
    shapes = [each["geometry"]["type"] for each in drawn["features"]]
    assert shapes == ["LineString"] * 2 + ["Point"] * 5
    assert drawn["features"][0]["geometry"]["coordinates"][0] == [14.5, 46.0, 40.0]
    assert drawn["features"][1]["geometry"]["coordinates"] == [[14.6, 46.1, 60.0], [14.6, 46.2, 60.0]]
    assert drawn["features"][2]["properties"]["actions"] == ["takePhoto"]


CUT: list[tuple[list[str], list[list[list[float]]]]] = [
    (["179,10", "-179,12"], [[[179, 10], [180, 11]], [[-180, 11], [-179, 12]]]),
    (["-179.5,0", "178.5,2", "177,2"], [[[-179.5, 0], [-180, 0.5]], [[180, 0.5], [178.5, 2], [177, 2]]]),
    (["179,0", "-179,0", "179,0"], [[[179, 0], [180, 0]], [[-180, 0], [-179, 0], [-180, 0]], [[180, 0], [179, 0]]]),
    (["179,0", "180,0", "-179,0"], [[[179, 0], [180, 0]], [[-180, 0], [-179, 0]]]),
    (["179,0", "-180,0", "-179,0"], [[[179, 0], [180, 0]], [[-180, 0], [-179, 0]]]),
]


@pytest.mark.parametrize(("places", "pieces"), CUT, ids=lambda each: str(each)[:40])
def test_geojson_lines_are_cut_at_the_antimeridian(places: list[str], pieces: list[list[list[float]]]) -> None:
    geometry = waylines.inspect(straight(*places)).to_geojson()["features"][0]["geometry"]
    assert geometry == {"type": "MultiLineString", "coordinates": pieces}


def test_geojson_lines_are_cut_with_their_heights() -> None:
    points = waypoint(0, "179,0", executeHeight="50"), waypoint(1, "-177,0", executeHeight="90")
    geometry = waylines.inspect(made.route(waylines_of(*points))).to_geojson()["features"][0]["geometry"]
    assert geometry["coordinates"] == [[[179, 0, 50], [180, 0, 60]], [[-180, 0, 60], [-177, 0, 90]]]


TEMPLATES = {
    "waypoint": "waypoint",
    "mapping2d": "mapping_2d",
    "mapping3d": "mapping_3d",
    "mappingStrip": "mapping_strip",
    **_wpml.TEMPLATES,
}


@pytest.mark.parametrize(("word", "kind"), TEMPLATES.items())
def test_kinds_of_templates_come_in_the_words_of_the_api(word: str, kind: str) -> None:
    (found,) = waylines.inspect(made.route(planned=made.template(word))).template_types
    assert found == WaylineTemplateType(kind)
    assert found.is_known


def test_an_unknown_kind_of_template_is_kept() -> None:
    kinds = waylines.inspect(OBLIQUE).template_types
    assert [(each.value, each.is_known) for each in kinds] == [("mapping_3d", True), ("hyperspace", False)]
    assert waylines.inspect(made.route(planned=None)).template_types == ()


# The table of route files, which the simulator is tested against as well.


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_route_file_is_read_and_what_is_wrong_with_it_is_told(case: Case) -> None:
    if case.outcome == "unreadable":
        with pytest.raises(InvalidArgument, match=f"(?s){case.says}") as raised:
            waylines.inspect(case.content())
        assert raised.value.member == "path"
        return
    found = waylines.inspect(case.content())
    assert found.findings.ok is (case.outcome == "accepted"), str(found.findings)
    if case.outcome == "invalid":
        (told,) = [each.text for each in found.findings.of("problem") if each.check == case.element]
        assert re.search(case.says, told), told
        assert "waylines.wpml" in told
    if case.photos is not None:
        assert found.expected_photos == case.photos


@pytest.mark.parametrize(
    ("form", "moment"),
    {
        "milliseconds": datetime(2021, 11, 22, 17, 6, 47, 44000, UTC),
        "microseconds": datetime(2021, 11, 22, 17, 6, 47, 44123, UTC),
        "nanoseconds": datetime(2021, 11, 22, 17, 6, 47, 44123, UTC),
        "seconds": datetime(2021, 11, 22, 17, 6, 47, 0, UTC),
        "text of ISO 8601": datetime(2021, 11, 22, 17, 6, 47, 44000, UTC),
        "text of a local clock": datetime(2021, 11, 22, 17, 6, 47, 0, UTC),
        "a floating-point number": datetime(2021, 11, 22, 17, 6, 47, 44500, UTC),
        "a number with an exponent": datetime(2021, 11, 22, 17, 6, 47, 44000, UTC),
        "minus one": None,
        "zero": None,
        "a moment beyond all time": None,
        "a word": None,
        "nothing": None,
        "no element": None,
    }.items(),
)
def test_a_time_is_read_in_any_form_that_programs_write(form: str, moment: datetime | None) -> None:
    told = TIMES[form]
    found = waylines.inspect(made.route(planned=made.template(about={"createTime": told, "updateTime": told})))
    assert found.created_at == found.updated_at
    if moment is None:
        assert found.created_at is None
    else:
        assert found.created_at is not None
        assert abs(found.created_at - moment) < timedelta(microseconds=2)


def test_a_fault_of_many_waypoints_is_told_once() -> None:
    found = waylines.inspect(made.route(made.waylines(folder(made.line(500, executeHeight=None)))))
    (told,) = found.findings
    assert told.text.endswith("waypoint 0: has no executeHeight (and 499 more like it)")


def test_what_only_docks_need_is_a_doubt() -> None:
    found = waylines.inspect(made.route(made.waylines(droneInfo=None, takeOffSecurityHeight=None)))
    assert found.findings.ok
    assert [each.check for each in found.findings.of("warning")] == ["takeOffSecurityHeight", "droneInfo"]


UNTOLD = {
    "smart oblique": group(0, 2, action("startSmartOblique"), trigger="betweenAdjacentPoints"),
    "shooting that no trigger repeats": group(0, 2, action("startContinuousShooting"), trigger="reachPoint"),
    "a time lapse without its interval": group(0, 2, action("startTimeLapse"), trigger="betweenAdjacentPoints"),
}


@pytest.mark.parametrize("case", UNTOLD)
def test_pictures_that_a_file_does_not_count_are_not_guessed(case: str) -> None:
    flown = made.waylines(folder(made.line(groups={0: UNTOLD[case]})), folder(waylineId="1"))
    found = waylines.inspect(made.route(flown))
    assert [each.expected_photos for each in found.waylines] == [None, 0]
    assert found.expected_photos is None


def test_a_long_route_takes_memory_for_its_waypoints_and_not_for_its_xml() -> None:
    content = made.long_route(600)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = packed.getinfo(kmz.WAYLINES).file_size
    waylines.inspect(made.route())  # what is imported once is not counted
    tracemalloc.start()
    try:
        found = waylines.inspect(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found.waypoints) == found.expected_photos == 600
    assert peak < size / 2
    assert size / 600 * limits.MAX_WAYPOINTS < xml.MAX_UNPACKED


# Congruence: the simulator reads and writes route files by itself.


def written(points: Sequence[_wpml.Waypoint], **settings: Any) -> tuple[_wpml.Route, bytes]:
    made = _wpml.Route(tuple(points), "0-91-1", payload="81", lenses=("wide", "ir"), **settings)
    return made, _wpml.write(made, NOW, "Bo & Co <1>")


@pytest.mark.parametrize("relative", [True, False])
@pytest.mark.parametrize("template", list(WaylineTemplateType))
def test_what_the_simulator_writes_is_read(template: WaylineTemplateType, relative: bool) -> None:
    chance = random.Random(f"{template}{relative}")
    points = [
        _wpml.Waypoint(
            chance.uniform(45, 46), chance.uniform(14, 15), round(chance.uniform(20, 120), 1), photos, record
        )
        for photos, record in ((0, None), (2, None), (0, True), (1, False))
    ]
    made, content = written(points, templates=(str(template.value),), relative=relative, speed=7.5, safe_height=33.0)
    found = waylines.inspect(content)
    assert found.device_model_key == made.device_model_key
    assert found.payloads == (waylines.Payload("81", 0, "Matrice 3TD camera"),)
    assert found.template_types == (template,)
    assert found.take_off_security_height == 33.0
    assert (found.author, found.created_at, found.updated_at) == ("Bo & Co <1>", NOW, NOW)
    assert {each.height_mode for each in found.waypoints} == {"relativeToStartPoint" if relative else "WGS84"}
    for told, point in zip(points, found.waypoints, strict=True):
        assert (point.latitude, point.longitude) == pytest.approx((told.latitude, told.longitude), abs=1e-8)
        assert (point.height, point.speed) == (told.height, 7.5)
        kinds = [each.kind for each in point.actions]
        assert kinds.count("takePhoto") == told.photos
        assert ("startRecord" in kinds, "stopRecord" in kinds) == (told.record is True, told.record is False)


@pytest.mark.parametrize("content", [OBLIQUE, made.route()])
def test_the_simulator_reads_the_same_route(content: bytes) -> None:
    found, theirs = waylines.inspect(content), _wpml.read(content)
    assert [(each.latitude, each.longitude) for each in found.waypoints] == [
        (each.latitude, each.longitude) for each in theirs.points
    ]
    assert [each.height or 0.0 for each in found.waypoints] == [each.height for each in theirs.points]
    assert found.device_model_key == theirs.device_model_key
    assert (found.payloads[0].type if found.payloads else "") == theirs.payload


def test_the_routes_that_the_simulator_begins_with_are_read() -> None:
    with run(speed=0) as simulator:
        routes = [(each.content or b"", each.route) for each in simulator.world.waylines.all]
    assert routes
    for content, theirs in routes:
        found = waylines.inspect(content)
        assert found.device_model_key == theirs.device_model_key
        assert [each.height for each in found.waypoints] == [each.height for each in theirs.points]
        assert found.duration == pytest.approx(found.length / theirs.speed)


# What nobody should trust.


def alone(text: str | bytes) -> bytes:
    """An archive of this document."""
    return archive((kmz.WAYLINES, text))


def bomb() -> bytes:
    return alone(b" " * (xml.MAX_UNPACKED + 1))


def liar() -> bytes:
    """An archive whose directory says that a large document is small."""
    content = bytearray(bomb())
    size = struct.pack("<I", xml.MAX_UNPACKED + 1)
    assert content.count(size) == 2
    return bytes(content).replace(size, struct.pack("<I", 100))


def encrypted() -> bytes:
    content = bytearray(made.route(planned=None))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + flags
        content[at : at + 2] = struct.pack("<H", 1)
    return bytes(content)


def laughing(declaration: str) -> bytes:
    return alone(made.document(made.mission(), folder(), before=declaration))


def hovering(*seconds: str) -> bytes:
    waits = made.members({"hoverTime": list(seconds)})
    hover = action("hover").replace("<wpml:payloadPositionIndex>0</wpml:payloadPositionIndex>", waits)
    return made.route(waylines_of(waypoint(0, "14,46", group(0, 0, hover)), waypoint(1, "14,46.1")))


BILLION = "<!DOCTYPE kml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE kml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "half a zip": (lambda: OBLIQUE[: len(OBLIQUE) // 2], "is not a ZIP file"),
    "a folder above": (lambda: archive(("../wpmz/waylines.wpml", made.waylines())), "has '../wpmz/waylines.wpml'"),
    "a folder of Windows": (lambda: archive(("wpmz\\waylines.wpml", made.waylines())), "compress the folder wpmz"),
    "the same name twice": (
        lambda: archive((kmz.WAYLINES, made.waylines()), (kmz.WAYLINES, made.waylines())),
        "has wpmz/waylines.wpml 2 times",
    ),
    "a password": (encrypted, r"file: wpmz/waylines\.wpml is encrypted$"),
    "another compression": (
        lambda: archive((kmz.WAYLINES, made.waylines()), method=zipfile.ZIP_LZMA),
        "compressed in a way",
    ),
    "a zip bomb": (bomb, "unpacks to more than"),
    "a zip bomb that lies": (liar, "is not a ZIP file, or is damaged|is not XML"),
    "an empty document": (lambda: alone(b""), "is not XML"),
    "no XML": (lambda: alone(b"\x00\xff{}"), "is not XML"),
    "cut off XML": (lambda: alone(made.waylines()[:-8]), "is not XML"),
    "an encoding that nobody knows": (lambda: alone(made.waylines().replace("UTF-8", "klingon")), "is not XML"),
    "other XML": (lambda: alone("<html><Document/></html>"), "is not a KML document"),
    "an entity bomb": (lambda: laughing(BILLION), "has a document type"),
    "an entity from outside": (lambda: laughing(OUTSIDE), "has a document type"),
    "a document type from outside": (lambda: laughing("<!DOCTYPE kml SYSTEM 'http://x.test/x.dtd'>"), "document type"),
    "an entity bomb in the template": (
        lambda: made.route(planned=made.document(before=BILLION)),
        r"template\.kml has a document type",
    ),
    "an entity that is not defined": (lambda: placed("&a;"), "is not XML"),
    "elements without end": (lambda: alone(f"<kml>{'<a/>' * xml.MAX_PARTS}</kml>"), "too many elements"),
    "elements without end in the document": (
        lambda: alone(f"<kml><Document>{'<a/>' * xml.MAX_PARTS}</Document></kml>"),
        "too many elements",
    ),
    "elements without end in a waypoint": (
        lambda: placed("14,46", more={"a": [""] * xml.MAX_PART_ELEMENTS}),
        "has more than .* elements in one Placemark",
    ),
    "text without end": (lambda: placed("14,46", more="x" * (xml.MAX_TEXT + 1)), "has more than .* characters in one"),
    "an attribute without end": (lambda: alone(f"<kml a='{'x' * (xml.MAX_TOKEN + 2**17)}'/>"), "a tag or a comment"),
    "a comment without end": (lambda: alone(f"<!--{'x' * (xml.MAX_TOKEN + 2**17)}--><kml/>"), "a tag or a comment"),
    "elements without bottom": (lambda: alone("<a>" * 10**5), "nested too deeply"),
    "waypoints without end": (
        lambda: made.route(waylines_of(*(waypoint(index, "14,46") for index in range(limits.MAX_WAYPOINTS + 1)))),
        "has more than .* waypoints",
    ),
    "a longitude out of range": (lambda: placed("-181,46"), "the longitude must be from -180 to 180"),
    "a place that is no number": (lambda: placed("NaN,46"), "the longitude is not a number: 'NaN'"),
    "a place in Python's spelling": (lambda: placed("1_4,46"), "the longitude is not a number"),
    "an infinite place": (lambda: placed("14,inf"), "the latitude is not a number"),
    "a place without a latitude": (lambda: placed("14"), "longitude,latitude"),
    "no place": (lambda: placed(""), "longitude,latitude"),
    "a height that is no number": (
        lambda: placed("14,46", 3, executeHeight="nan"),
        "wayline 0, waypoint 3: executeHeight is not a number",
    ),
    "a height out of this world": (lambda: placed("14,46", executeHeight="1e300"), "executeHeight must be from"),
    "a negative speed": (lambda: placed("14,46", waypointSpeed="-3"), "waypointSpeed must be from 0"),
    "an index that is no number": (lambda: placed("14,46", "first"), "index is not a whole number"),
    "waypoint numbers that fall": (
        lambda: made.route(waylines_of(waypoint(1, "14,46"), waypoint(0, "14,47"))),
        "waypoint 0 follows waypoint 1",
    ),
    **{
        f"a second hover of {seconds!r}": (
            lambda seconds=seconds: hovering("1", seconds),
            "hoverTime (is not a number|must be from 0)",
        )
        for seconds in ("abc", "nan", "-5")
    },
    "a hover without end": (lambda: hovering("inf"), "hoverTime is not a number"),
    "an aircraft that is a word": (
        lambda: made.route(made.waylines(droneInfo={"droneEnumValue": "M30"})),
        "droneEnumValue is not a whole number: 'M30'",
    ),
    "a payload without a type": (lambda: made.route(made.waylines(payloadInfo={})), "has no payloadEnumValue"),
    "text for the terminal": (lambda: placed("\x9b31m,46"), r"'\\x9b31m'"),
}


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that hostile files are quickly beyond."""
    for module, name, bound in (
        (xml, "MAX_UNPACKED", 5_678_901),
        (xml, "MAX_PARTS", 5000),
        (xml, "MAX_PART_ELEMENTS", 1000),
        (limits, "MAX_WAYPOINTS", 1000),
    ):
        monkeypatch.setattr(module, name, bound)


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_right_is_refused_with_the_reason(case: str) -> None:
    make, reason = HOSTILE[case]
    with pytest.raises(InvalidArgument, match=reason) as raised:
        waylines.inspect(make())
    assert raised.value.member == "path"
    assert len(str(raised.value)) < 250


def test_whatever_befalls_a_file_it_is_read_or_refused() -> None:
    chance = random.Random(3)
    plain = archive(*(_entries(OBLIQUE)), method=zipfile.ZIP_STORED)
    refused = 0
    for content in (OBLIQUE, plain):
        for _ in range(150):
            broken = bytearray(content)
            for _ in range(chance.randint(1, 8)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            try:
                waylines.inspect(bytes(broken))
            except InvalidArgument:
                refused += 1
    assert refused > 100


def _entries(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(each, archive.read(each)) for each in archive.namelist()]


def test_a_file_is_named_when_something_is_wrong_with_it(tmp_path: Path) -> None:
    file = tmp_path / "quarry.kmz"
    file.write_bytes(OBLIQUE)
    assert waylines.inspect(str(file)).name == "quarry.kmz"
    file.write_bytes(b"nothing")
    with pytest.raises(InvalidArgument, match=r"quarry\.kmz: is not a ZIP file"):
        waylines.inspect(file)


@pytest.mark.parametrize(("name", "reason"), [("missing.kmz", "there is no such file"), ("", "is not a file")])
def test_a_path_without_a_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(InvalidArgument, match=reason):
        waylines.inspect(tmp_path / name)


def test_a_file_too_large_for_a_route_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "film.kmz"
    with file.open("wb") as stream:
        stream.truncate(kmz.MAX_PACKED + 1)
    with pytest.raises(InvalidArgument, match="and a route file no more than"):
        waylines.inspect(file)


def test_something_that_is_no_path_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="must be a path, or the content as bytes, not int"):
        waylines.inspect(3)  # type: ignore[arg-type]


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def in_the_environment(patch: pytest.MonkeyPatch, simulator: Simulator, *arguments: str) -> None:
    """Sets what an example reads."""
    for name in ("TOKEN", "PROJECT", "BASE_URL"):
        patch.setenv(f"FLIGHTHUB_{name}", getattr(simulator, name.lower()))
    patch.setattr(sys, "argv", ["example", *arguments])


def test_the_example_prints_what_a_route_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "quarry.kmz"
    file.write_bytes(OBLIQUE)
    with run(speed=0) as simulator:
        for arguments in ((), (str(file),)):
            in_the_environment(monkeypatch, simulator, *arguments)
            runpy.run_path(str(EXAMPLES / "inspect_wayline.py"), run_name="__main__")
    said = capsys.readouterr().out
    assert "Made for Matrice 3TD with Matrice 3TD camera" in said
    assert "Made for Matrice 350 RTK with Zenmuse P1, payload made with the Payload SDK" in said


@pytest.mark.parametrize("documented", [waylines.inspect, waylines.WaylineFile.to_geojson])
def test_the_examples_give_what_they_say(documented: Callable[..., Any]) -> None:
    _, content = written([_wpml.Waypoint(46, 14, 50), _wpml.Waypoint(46.1, 14, 50)], templates=("waypoint",))
    content = _wpml.write(_wpml.read(content)._replace(device_model_key="0-91-0"), NOW, "")
    names: dict[str, Any] = {"content": content, "route": waylines.inspect(content), "waylines": waylines}
    found = doctest.DocTestFinder(recurse=False).find(documented, documented.__name__, globs=names, module=waylines)
    result = doctest.DocTestRunner().run(found[0])
    assert result.attempted > 0
    assert result.failed == 0


def test_a_route_that_is_not_stored_in_time_is_not_registered(client: str, world: Simulator, tmp_path: Path) -> None:
    def script(fh: Any) -> Any:
        before = yield fh.waylines.list()
        file = yield fh.waylines.download(before[0], to=tmp_path)
        late = Event()
        late.set()
        for told, expected in (({"timeout": 0.000001}, WaitTimeout), ({"cancel": late}, WaitCancelled)):
            with pytest.raises(expected):
                yield fh.waylines.upload(file, name="Late", **told)
        with pytest.raises(InvalidArgument, match="timeout"):
            yield fh.waylines.upload(file, timeout=0)
        assert len((yield fh.waylines.list())) == len(before)
        return (yield fh.waylines.upload(file, name="In time", timeout=60, cancel=Event()))

    assert played(client, world, script).name == "In time"
