"""Reading route files: what they say, and what is wrong with those that nobody should trust."""

from __future__ import annotations

import doctest
import io
import math
import random
import runpy
import struct
import sys
import warnings
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flighthub import InvalidArgument, _route_files, wayline
from flighthub.enums import WaylineTemplateType
from flighthub_simulator import Simulator, run
from flighthub_simulator._world import _wpml

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def zipped(*entries: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


def document(*, mission: str = "", folders: str = "", about: str = "", version: str = "1.0.2") -> str:
    """A document of WPML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" '
        f'xmlns:wpml="http://www.dji.com/wpmz/{version}"><Document>{about}'
        f"<wpml:missionConfig>{mission}</wpml:missionConfig>{folders}</Document></kml>"
    )


def placemark(place: str, index: int | str = 0, more: str = "<wpml:executeHeight>50</wpml:executeHeight>") -> str:
    point = f"<Point><coordinates>{place}</coordinates></Point>"
    return f"<Placemark>{point}<wpml:index>{index}</wpml:index>{more}</Placemark>"


def folder(*placemarks: str, more: str = "") -> str:
    return f"<Folder>{more}{''.join(placemarks)}</Folder>"


def route(folders: str = "", mission: str = "", template: str | None = None) -> bytes:
    """A route file with these folders."""
    entries = [("wpmz/waylines.wpml", document(mission=mission, folders=folders or folder(placemark("14,46"))))]
    if template is not None:
        entries.insert(0, ("wpmz/template.kml", template))
    return zipped(*entries)


OBLIQUE = route(
    folder(
        placemark(
            "\n  14.5,46.0,0 \n",
            0,
            "<wpml:executeHeight>40</wpml:executeHeight><wpml:waypointSpeed>5</wpml:waypointSpeed>"
            "<wpml:waypointHeadingParam><wpml:waypointHeadingMode>smoothTransition</wpml:waypointHeadingMode>"
            "<wpml:waypointHeadingAngle>-90</wpml:waypointHeadingAngle></wpml:waypointHeadingParam>"
            "<wpml:actionGroup><wpml:actionGroupId>0</wpml:actionGroupId>"
            "<wpml:actionGroupStartIndex>0</wpml:actionGroupStartIndex>"
            "<wpml:actionGroupEndIndex>2</wpml:actionGroupEndIndex><wpml:actionTrigger>"
            "<wpml:actionTriggerType>multipleDistance</wpml:actionTriggerType>"
            "<wpml:actionTriggerParam>12.5</wpml:actionTriggerParam></wpml:actionTrigger><wpml:action>"
            "<wpml:actionActuatorFunc>takePhoto</wpml:actionActuatorFunc><wpml:actionActuatorFuncParam>"
            "<wpml:payloadPositionIndex>0</wpml:payloadPositionIndex></wpml:actionActuatorFuncParam></wpml:action>"
            "</wpml:actionGroup>",
        ),
        placemark(
            "14.5,46.001",
            1,
            "<wpml:executeHeight>70</wpml:executeHeight>"
            "<wpml:waypointHeadingParam><wpml:waypointHeadingMode>followWayline</wpml:waypointHeadingMode>"
            "<wpml:waypointHeadingAngle>0</wpml:waypointHeadingAngle></wpml:waypointHeadingParam>"
            "<wpml:actionGroup><wpml:actionTrigger><wpml:actionTriggerType>reachPoint</wpml:actionTriggerType>"
            "</wpml:actionTrigger><wpml:action><wpml:actionActuatorFunc>hover</wpml:actionActuatorFunc>"
            "<wpml:actionActuatorFuncParam><wpml:hoverTime>7.5</wpml:hoverTime></wpml:actionActuatorFuncParam>"
            "</wpml:action></wpml:actionGroup>",
        ),
        placemark("14.5,46.002", 2, "<wpml:executeHeight>70</wpml:executeHeight>"),
        more="<wpml:waylineId>0</wpml:waylineId><wpml:executeHeightMode>WGS84</wpml:executeHeightMode>"
        "<wpml:autoFlightSpeed>10</wpml:autoFlightSpeed><wpml:distance>0</wpml:distance>"
        "<wpml:duration>0</wpml:duration><wpml:startActionGroup><wpml:action>"
        "<wpml:actionActuatorFunc>gimbalRotate</wpml:actionActuatorFunc></wpml:action></wpml:startActionGroup>",
    )
    + folder(
        placemark("14.6,46.1", 0, ""),
        placemark("14.6,46.2", 1, ""),
        more="<wpml:waylineId>7</wpml:waylineId><wpml:duration>321.5</wpml:duration>"
        "<wpml:executeHeightMode>realTimeFollowSurface</wpml:executeHeightMode>",
    ),
    "<wpml:finishAction>autoLand</wpml:finishAction><wpml:exitOnRCLost>goContinue</wpml:exitOnRCLost>"
    "<wpml:executeRCLostAction>hover</wpml:executeRCLostAction>"
    "<wpml:takeOffSecurityHeight>25.5</wpml:takeOffSecurityHeight>"
    "<wpml:globalTransitionalSpeed>12</wpml:globalTransitionalSpeed>"
    "<wpml:droneInfo><wpml:droneEnumValue>89</wpml:droneEnumValue></wpml:droneInfo>"
    "<wpml:payloadInfo><wpml:payloadEnumValue>50</wpml:payloadEnumValue>"
    "<wpml:payloadSubEnumValue>0</wpml:payloadSubEnumValue>"
    "<wpml:payloadPositionIndex>0</wpml:payloadPositionIndex></wpml:payloadInfo>"
    "<wpml:payloadInfo><wpml:payloadEnumValue>65534</wpml:payloadEnumValue>"
    "<wpml:payloadPositionIndex>1</wpml:payloadPositionIndex></wpml:payloadInfo>",
    document(
        about="<wpml:author>Ana</wpml:author><wpml:createTime>1637600807044</wpml:createTime>"
        "<wpml:updateTime>1637600875837</wpml:updateTime>",
        folders="<Folder><wpml:templateType>mapping3d</wpml:templateType></Folder>"
        "<Folder><wpml:templateType>hyperspace</wpml:templateType></Folder>",
        version="1.0.6",
    ),
)
"""A route of two waylines, with all that the simulator's writer leaves out."""


def test_a_route_file_says_what_it_is_made_for() -> None:
    found = wayline.inspect(OBLIQUE)
    assert (found.device_model_key, found.aircraft) == ("0-89-0", "Matrice 350 RTK")
    assert found.payloads == (wayline.Payload("50", 0, "Zenmuse P1"), wayline.Payload("65534", 1, ""))
    assert found.finish_action == "autoLand"
    assert (found.take_off_security_height, found.transitional_speed) == (25.5, 12.0)
    assert found.author == "Ana"
    assert found.created_at == datetime(2021, 11, 22, 17, 6, 47, 44000, UTC)
    assert found.updated_at == datetime(2021, 11, 22, 17, 7, 55, 837000, UTC)


def test_what_follows_the_loss_of_the_link_is_flying_on_or_the_action() -> None:
    told = "<wpml:exitOnRCLost>{}</wpml:exitOnRCLost><wpml:executeRCLostAction>hover</wpml:executeRCLostAction>"
    assert wayline.inspect(OBLIQUE).rc_lost_action == "goContinue"
    assert wayline.inspect(route(mission=told.format("executeLostAction"))).rc_lost_action == "hover"


def test_a_waypoint_has_its_own_settings_or_those_of_its_wayline() -> None:
    first, second, third = wayline.inspect(OBLIQUE).waylines[0].waypoints
    assert (first.longitude, first.latitude, first.height, first.height_mode) == (14.5, 46.0, 40.0, "WGS84")
    assert [each.speed for each in (first, second, third)] == [5.0, 10.0, 10.0]
    assert [each.heading for each in (first, second, third)] == [-90.0, None, None]
    assert first.actions == (wayline.Action("takePhoto", "multipleDistance", 12.5, 2, {"payloadPositionIndex": "0"}),)
    assert [each.kind for each in wayline.inspect(OBLIQUE).waylines[0].start_actions] == ["gimbalRotate"]


def test_a_duration_is_the_files_own_or_estimated_and_says_which() -> None:
    found = wayline.inspect(OBLIQUE)
    first, second = found.waylines
    assert (first.duration_source, second.duration_source, found.duration_source) == ("speeds", "file", "both")
    legs = math.hypot(111.16, 30), 111.16
    assert first.duration == pytest.approx(legs[0] / 5 + legs[1] / 10 + 7.5, abs=0.1)
    assert second.duration == 321.5
    assert found.duration == first.duration + second.duration
    assert second.id == 7
    assert second.waypoints[0].height is None


def test_without_a_speed_there_is_no_duration() -> None:
    found = wayline.inspect(route(folder(placemark("14,46", 0), placemark("14,46.1", 1))))
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
    found = wayline.inspect(route(folder(placemark(here, 0), placemark(there, 1))))
    assert found.length == pytest.approx(metres, rel=2e-5)


def test_the_length_counts_climbing() -> None:
    up = "<wpml:executeHeight>130</wpml:executeHeight>"
    found = wayline.inspect(route(folder(placemark("14,46", 0), placemark("14,46", 1, up))))
    assert found.length == pytest.approx(80)


def test_the_bounds_hold_all_waypoints_also_across_the_date_line() -> None:
    assert wayline.inspect(OBLIQUE).bounds == (14.5, 46.0, 14.6, 46.2)
    across = wayline.inspect(route(folder(placemark("179,-10", 0), placemark("-178,-12", 1))))
    assert across.bounds == wayline.Bounds(west=179.0, south=-12.0, east=-178.0, north=-10.0)


def test_geojson_has_a_line_for_each_wayline_and_a_point_for_each_waypoint() -> None:
    drawn = wayline.inspect(OBLIQUE).to_geojson()
    shapes = [each["geometry"]["type"] for each in drawn["features"]]
    assert shapes == ["LineString"] * 2 + ["Point"] * 5
    assert drawn["features"][0]["geometry"]["coordinates"][0] == [14.5, 46.0, 40.0]
    assert drawn["features"][1]["geometry"]["coordinates"] == [[14.6, 46.1], [14.6, 46.2]]
    assert drawn["features"][2]["properties"]["actions"] == ["takePhoto"]


TEMPLATES = {
    "waypoint": "waypoint",
    "mapping2d": "mapping_2d",
    "mapping3d": "mapping_3d",
    "mappingStrip": "mapping_strip",
    **_wpml.TEMPLATES,
}


@pytest.mark.parametrize(("word", "kind"), TEMPLATES.items())
def test_kinds_of_templates_come_in_the_words_of_the_api(word: str, kind: str) -> None:
    template = document(folders=f"<Folder><wpml:templateType>{word}</wpml:templateType></Folder>")
    (found,) = wayline.inspect(route(template=template)).template_types
    assert found == WaylineTemplateType(kind)
    assert found.is_known


def test_an_unknown_kind_of_template_is_kept() -> None:
    kinds = wayline.inspect(OBLIQUE).template_types
    assert [(each.value, each.is_known) for each in kinds] == [("mapping_3d", True), ("hyperspace", False)]
    assert wayline.inspect(route()).template_types == ()


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
    found = wayline.inspect(content)
    assert found.device_model_key == made.device_model_key
    assert found.payloads == (wayline.Payload("81", 0, "Matrice 3TD camera"),)
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


@pytest.mark.parametrize("content", [OBLIQUE, route()])
def test_the_simulator_reads_the_same_route(content: bytes) -> None:
    found, theirs = wayline.inspect(content), _wpml.read(content)
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
        found = wayline.inspect(content)
        assert found.device_model_key == theirs.device_model_key
        assert [each.height for each in found.waypoints] == [each.height for each in theirs.points]
        assert found.duration == pytest.approx(found.length / theirs.speed)


# What nobody should trust.


def bomb() -> bytes:
    return zipped(("wpmz/waylines.wpml", b" " * (_route_files.MAX_UNPACKED + 1)))


def liar() -> bytes:
    """An archive whose directory says that a large document is small."""
    content = bytearray(bomb())
    size = struct.pack("<I", _route_files.MAX_UNPACKED + 1)
    assert content.count(size) == 2
    return bytes(content).replace(size, struct.pack("<I", 100))


def encrypted() -> bytes:
    content = bytearray(route())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + flags
        content[at : at + 2] = struct.pack("<H", 1)
    return bytes(content)


def laughing(declaration: str) -> bytes:
    text = document(folders=folder(placemark("14,46"))).replace("?>", f"?>{declaration}", 1)
    return zipped(("wpmz/waylines.wpml", text))


def placed(place: str, index: int | str = 0, more: str = "") -> bytes:
    return route(folder(placemark(place, index, more)))


BILLION = "<!DOCTYPE kml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE kml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing at all": (lambda: b"", "is no whole zip archive"),
    "not a zip": (lambda: b"<kml/>" * 100, "is no whole zip archive"),
    "half a zip": (lambda: OBLIQUE[: len(OBLIQUE) // 2], "is no whole zip archive"),
    "a zip of other things": (lambda: zipped(("doc.kml", "<kml/>")), "holds no wpmz/waylines.wpml"),
    "a template alone": (lambda: zipped(("wpmz/template.kml", document())), "holds no wpmz/waylines.wpml"),
    "a folder above": (lambda: zipped(("../wpmz/waylines.wpml", document())), "holds no wpmz/waylines.wpml"),
    "the same name twice": (
        lambda: zipped(("wpmz/waylines.wpml", document()), ("wpmz/waylines.wpml", document())),
        "holds wpmz/waylines.wpml 2 times",
    ),
    "a password": (encrypted, r"file: wpmz/waylines\.wpml is encrypted$"),
    "another compression": (
        lambda: zipped(("wpmz/waylines.wpml", document()), method=zipfile.ZIP_LZMA),
        "compressed in a way",
    ),
    "a zip bomb": (bomb, "unpacks to more than"),
    "a zip bomb that lies": (liar, "is no whole zip archive|is no XML"),
    "an empty document": (lambda: zipped(("wpmz/waylines.wpml", b"")), "is no XML"),
    "no XML": (lambda: zipped(("wpmz/waylines.wpml", b"\x00\xff{}")), "is no XML"),
    "cut off XML": (lambda: zipped(("wpmz/waylines.wpml", document()[:-8])), "is no XML"),
    "an encoding that nobody knows": (
        lambda: zipped(("wpmz/waylines.wpml", document().replace("UTF-8", "klingon"))),
        "is no XML",
    ),
    "other XML": (lambda: zipped(("wpmz/waylines.wpml", "<html><Document/></html>")), "is no KML document"),
    "an entity bomb": (lambda: laughing(BILLION), "has a document type"),
    "an entity from outside": (lambda: laughing(OUTSIDE), "has a document type"),
    "a document type from outside": (lambda: laughing("<!DOCTYPE kml SYSTEM 'http://x.test/x.dtd'>"), "document type"),
    "an entity that is not defined": (lambda: placed("&a;"), "is no XML"),
    "elements without end": (
        lambda: zipped(("wpmz/waylines.wpml", f"<kml>{'<a/>' * _route_files.MAX_ELEMENTS}</kml>")),
        "too many elements",
    ),
    "elements without bottom": (lambda: zipped(("wpmz/waylines.wpml", "<a>" * 10**5)), "nested too deeply"),
    "no waypoints": (lambda: route("<Folder/>"), "holds no waypoint"),
    "a latitude out of range": (lambda: placed("14,91"), "wayline 0, waypoint 0: the latitude must be from -90 to 90"),
    "a longitude out of range": (lambda: placed("-181,46"), "the longitude must be from -180 to 180"),
    "a place that is no number": (lambda: placed("NaN,46"), "the longitude is no number: 'NaN'"),
    "a place in Python's spelling": (lambda: placed("1_4,46"), "the longitude is no number"),
    "an infinite place": (lambda: placed("14,inf"), "the latitude is no number"),
    "a place without a latitude": (lambda: placed("14"), "longitude,latitude"),
    "no place": (lambda: placed(""), "longitude,latitude"),
    "a height that is no number": (
        lambda: placed("14,46", 3, "<wpml:executeHeight>nan</wpml:executeHeight>"),
        "waypoint 3: executeHeight is no number",
    ),
    "a height out of this world": (
        lambda: placed("14,46", 0, "<wpml:executeHeight>1e300</wpml:executeHeight>"),
        "executeHeight must be from",
    ),
    "a negative speed": (
        lambda: placed("14,46", 0, "<wpml:waypointSpeed>-3</wpml:waypointSpeed>"),
        "waypointSpeed must be from 0",
    ),
    "an index that is no number": (lambda: placed("14,46", "first"), "index is no whole number"),
    "a number of a waypoint twice": (
        lambda: route(folder(placemark("14,46", 1), placemark("14,47", 1))),
        "waypoint 1 follows waypoint 1",
    ),
    **{
        f"a second hover of {seconds!r}": (
            lambda seconds=seconds: placed(
                "14,46",
                0,
                "<wpml:actionGroup><wpml:action><wpml:actionActuatorFunc>hover</wpml:actionActuatorFunc>"
                f"<wpml:actionActuatorFuncParam><wpml:hoverTime>1</wpml:hoverTime><wpml:hoverTime>{seconds}"
                "</wpml:hoverTime></wpml:actionActuatorFuncParam></wpml:action></wpml:actionGroup>",
            ),
            "hoverTime (is no number|must be from 0)",
        )
        for seconds in ("abc", "nan", "-5")
    },
    "a hover without end": (
        lambda: placed(
            "14,46",
            0,
            "<wpml:actionGroup><wpml:action><wpml:actionActuatorFunc>hover</wpml:actionActuatorFunc>"
            "<wpml:actionActuatorFuncParam><wpml:hoverTime>inf</wpml:hoverTime></wpml:actionActuatorFuncParam>"
            "</wpml:action></wpml:actionGroup>",
        ),
        "hoverTime is no number",
    ),
    "a moment beyond all time": (
        lambda: route(template=document(about="<wpml:createTime>99999999999999999</wpml:createTime>")),
        "createTime is beyond all time",
    ),
    "an aircraft that is a word": (
        lambda: route(mission="<wpml:droneInfo><wpml:droneEnumValue>M30</wpml:droneEnumValue></wpml:droneInfo>"),
        "droneEnumValue is no whole number: 'M30'",
    ),
    "a payload without a type": (
        lambda: route(mission="<wpml:payloadInfo/>"),
        "has no payloadEnumValue",
    ),
    "text for the terminal": (lambda: placed("\x9b31m,46"), r"'\\x9b31m'"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_right_is_refused_with_the_reason(case: str) -> None:
    make, reason = HOSTILE[case]
    with pytest.raises(InvalidArgument, match=reason) as raised:
        wayline.inspect(make())
    assert raised.value.member == "path"
    assert len(str(raised.value)) < 250


def test_whatever_befalls_a_file_it_is_read_or_refused() -> None:
    chance = random.Random(3)
    plain = zipped(*(_entries(OBLIQUE)), method=zipfile.ZIP_STORED)
    refused = 0
    for content in (OBLIQUE, plain):
        for _ in range(150):
            broken = bytearray(content)
            for _ in range(chance.randint(1, 8)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            try:
                wayline.inspect(bytes(broken))
            except InvalidArgument:
                refused += 1
    assert refused > 100


def _entries(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(each, archive.read(each)) for each in archive.namelist()]


def test_a_file_is_named_when_something_is_wrong_with_it(tmp_path: Path) -> None:
    file = tmp_path / "quarry.kmz"
    file.write_bytes(OBLIQUE)
    assert wayline.inspect(str(file)).name == "quarry.kmz"
    file.write_bytes(b"nothing")
    with pytest.raises(InvalidArgument, match=r"quarry\.kmz: is no whole zip"):
        wayline.inspect(file)


@pytest.mark.parametrize(("name", "reason"), [("missing.kmz", "there is no such file"), ("", "is no file")])
def test_a_path_without_a_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(InvalidArgument, match=reason):
        wayline.inspect(tmp_path / name)


def test_a_file_too_large_for_a_route_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "film.kmz"
    with file.open("wb") as stream:
        stream.truncate(_route_files.MAX_PACKED + 1)
    with pytest.raises(InvalidArgument, match="and a route file no more than"):
        wayline.inspect(file)


def test_something_that_is_no_path_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="must be a path, or the content as bytes, not int"):
        wayline.inspect(3)  # type: ignore[arg-type]


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
    assert "Made for Matrice 350 RTK with Zenmuse P1, payload 65534" in said


@pytest.mark.parametrize("documented", [wayline.inspect, wayline.WaylineFile.to_geojson])
def test_the_examples_give_what_they_say(documented: Callable[..., Any]) -> None:
    _, content = written([_wpml.Waypoint(46, 14, 50), _wpml.Waypoint(46.1, 14, 50)], templates=("waypoint",))
    content = _wpml.write(_wpml.read(content)._replace(device_model_key="0-91-0"), NOW, "")
    names: dict[str, Any] = {"content": content, "route": wayline.inspect(content), "wayline": wayline}
    found = doctest.DocTestFinder(recurse=False).find(documented, documented.__name__, globs=names, module=wayline)
    result = doctest.DocTestRunner().run(found[0])
    assert result.attempted > 0
    assert result.failed == 0
