"""Editing route files of others: what was asked for is changed, and every other byte is as it was.

The files are those of the table of accepted route files, and routes of every maker.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any, Final

import pytest
from routes import made
from routes.cases import ACCEPTED, INVALID, UNREADABLE

from flighthub import InvalidArgument, waylines
from flighthub._waylines.geodesy import measure
from flighthub.waylines import RouteEdit

from .random_routes import MAKERS

FILES: Final[list[tuple[str, Callable[[], bytes]]]] = [
    *((each.name, each.content) for each in ACCEPTED),
    *((make.__name__, lambda make=make: make(random.Random(11)).to_bytes()) for make in MAKERS),  # type: ignore[misc]
]

TOKEN = re.compile(rb"<[^>]*>|[^<]+")
NAME = re.compile(rb"<(?:\w+:)?(\w+)")

every_file = pytest.mark.parametrize("content", [each for _, each in FILES], ids=[name for name, _ in FILES])

MADE_ANEW = {b"distance", b"duration"}


def entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def changed(before: bytes, after: bytes) -> set[bytes]:
    """The elements whose text differs between two route files. Everything else must be the same, byte for byte."""
    old, new = entries(before), entries(after)
    assert list(old) == list(new)
    found: set[bytes] = set()
    for name, content in old.items():
        tokens, others = TOKEN.findall(content), TOKEN.findall(new[name])
        assert len(tokens) == len(others), name
        element = b""
        for one, other in zip(tokens, others, strict=True):
            if one.startswith(b"<"):
                assert one == other, name
                element = m[1] if (m := NAME.match(one)) else element
            elif one != other:
                found.add(element)
    return found


@every_file
def test_a_file_that_is_not_changed_is_the_same_file(content: Callable[[], bytes]) -> None:
    before = content()
    assert waylines.edit(before).to_bytes() == before


@every_file
def test_heights_are_changed_and_nothing_else(content: Callable[[], bytes]) -> None:
    before = content()
    edited = waylines.edit(before).raise_by(7.5)
    allowed = {b"executeHeight", b"height", b"ellipsoidHeight", b"globalHeight"}
    assert changed(before, edited.to_bytes()) <= allowed | MADE_ANEW
    old, new = waylines.inspect(before), edited.inspect()
    risen = [round(each.height + 7.5, 6) for each in old.waypoints if each.height is not None]
    assert [each.height for each in new.waypoints] == risen
    assert list(new.findings) == list(old.findings)
    for each in new.waylines:
        if each.stated_distance is not None:
            assert each.stated_distance == pytest.approx(each.length, abs=0.01)
    assert {each.height for each in waylines.edit(before).set_height(33).inspect().waypoints} == {33.0}


@every_file
def test_speeds_are_changed_and_nothing_else(content: Callable[[], bytes]) -> None:
    before = content()
    edited = waylines.edit(before).set_speed(4.5)
    assert changed(before, edited.to_bytes()) <= {b"waypointSpeed", b"autoFlightSpeed"} | MADE_ANEW
    assert {each.speed for each in edited.inspect().waypoints} == {4.5}


@every_file
def test_a_route_is_shifted_and_nothing_else_is_changed(content: Callable[[], bytes]) -> None:
    before = content()
    edited = waylines.edit(before).shift(north=30, east=40)
    assert changed(before, edited.to_bytes()) <= {b"coordinates", b"waypointPoiPoint"} | MADE_ANEW
    old, new = waylines.inspect(before), edited.inspect()
    for a, b in zip(old.waypoints, new.waypoints, strict=True):
        assert measure((a.latitude, a.longitude), (b.latitude, b.longitude)).length == pytest.approx(50, abs=1e-3)


@every_file
def test_another_order_moves_waypoints_with_all_that_is_theirs(content: Callable[[], bytes]) -> None:
    before = content()
    old = waylines.inspect(before).waylines[0].waypoints
    order = list(range(len(old)))[::-1]
    edited = waylines.edit(before)
    if any(each.first_index != each.last_index for point in old for each in point.actions):
        with pytest.raises(InvalidArgument, match="breaks up the legs"):
            edited.reorder(order)
        assert edited.to_bytes() == before
        return
    new = edited.reorder(order).inspect().waylines[0].waypoints
    assert [each.index for each in new] == sorted(order)
    assert [(each.latitude, each.longitude, each.height) for each in new] == [
        (each.latitude, each.longitude, each.height) for each in reversed(old)
    ]
    assert [[one.kind for one in each.actions] for each in new] == [
        [one.kind for one in each.actions] for each in reversed(old)
    ]
    assert {one.first_index for each in new for one in each.actions} <= set(order)
    again = edited.reorder(order).to_bytes()
    assert changed(before, again) <= MADE_ANEW


@every_file
def test_actions_are_replaced_and_nothing_else(content: Callable[[], bytes]) -> None:
    before = content()
    edited = waylines.edit(before).set_actions(1, [waylines.take_photo(suffix="a&b"), waylines.hover(4)])
    old, new = waylines.inspect(before), edited.inspect()
    assert [each.kind for each in new.waylines[0].waypoints[1].actions] == ["takePhoto", "hover"]
    assert new.waylines[0].waypoints[1].actions[0].parameters["fileSuffix"] == "a&b"
    for place, (a, b) in enumerate(zip(old.waylines[0].waypoints, new.waylines[0].waypoints, strict=True)):
        if place != 1:
            assert a == b
    assert list(new.findings) == list(old.findings)
    none = edited.set_actions(1, [])
    assert none.inspect().waylines[0].waypoints[1].actions == ()
    groups = re.compile(rb"<wpml:actionGroup>.*?</wpml:actionGroup>", re.DOTALL)
    if not old.waylines[0].waypoints[1].actions:
        assert changed(before, none.to_bytes()) <= MADE_ANEW
    for name, text in entries(none.to_bytes()).items():
        if name.endswith((".kml", ".wpml")):
            ids = re.findall(rb"<wpml:actionGroupId>(\d+)<", text)
            assert len(groups.findall(text)) == len(ids)


@every_file
def test_a_route_is_made_for_another_aircraft_and_nothing_else_is_changed(content: Callable[[], bytes]) -> None:
    before = content()
    edited = waylines.edit(before).set_aircraft("Matrice 4TD")
    found = edited.inspect()
    assert found.device_model_key == "0-100-1"
    assert {each.name for each in found.payloads} <= {"Matrice 4TD camera"}
    if "payloadSubEnumValue" in entries(before)["wpmz/waylines.wpml"].decode():
        told = {b"droneEnumValue", b"droneSubEnumValue", b"payloadEnumValue", b"payloadSubEnumValue"}
        assert changed(before, edited.to_bytes()) <= told | MADE_ANEW


def test_some_waypoints_are_changed_and_the_others_are_not() -> None:
    before = waylines.orbit((46, 14), 30, height=50, aircraft="Matrice 3TD").to_bytes()
    edited = waylines.edit(before).raise_by(5, waypoints=[2, 3]).set_speed(2, waypoints=[0])
    points = edited.inspect().waypoints
    assert [each.index for each in points if each.height == 55] == [2, 3]
    assert [each.index for each in points if each.speed == 2] == [0]
    template = entries(edited.to_bytes())["wpmz/template.kml"]
    assert template.count(b"<wpml:height>55</wpml:height>") == 2
    assert template.count(b"<wpml:useGlobalSpeed>0</wpml:useGlobalSpeed><wpml:waypointSpeed>2<") == 1
    shorter = waylines.edit(before).reorder([4, 0, 9]).inspect()
    assert [each.index for each in shorter.waypoints] == [0, 1, 2]
    assert shorter.findings.ok


def test_a_waypoint_of_the_template_that_has_the_height_of_all_gets_one_of_its_own() -> None:
    mark = made.waypoint(0, "14.5,46", useGlobalHeight="1", executeHeight=None)
    other = made.waypoint(1, "14.5,46.001", useGlobalHeight="1", executeHeight=None)
    template = made.template("waypoint", made.members({"globalHeight": "60"}), mark, other)
    content = made.route(made.waylines(made.folder(made.line(2))), template)
    edited = waylines.edit(content).raise_by(9, waypoints=[1])
    assert edited.notes == ()
    text = entries(edited.to_bytes())["wpmz/template.kml"].decode()
    assert text.count("<wpml:useGlobalHeight>0</wpml:useGlobalHeight><wpml:height>69</wpml:height>") == 1
    assert "<wpml:globalHeight>60<" in text
    whole = waylines.edit(content).raise_by(9)
    assert "<wpml:globalHeight>69<" in entries(whole.to_bytes())["wpmz/template.kml"].decode()


def test_a_template_that_plans_a_map_is_kept_and_a_note_says_so() -> None:
    content = made.route(planned=made.template("mapping2d"))
    edited = waylines.edit(content).raise_by(3)
    assert "keeps what it says" in edited.notes[0]
    assert entries(edited.to_bytes())["wpmz/template.kml"] == entries(content)["wpmz/template.kml"]


@pytest.mark.parametrize("case", UNREADABLE, ids=str)
def test_what_cannot_be_read_cannot_be_edited(case: Any) -> None:
    with pytest.raises(InvalidArgument):
        waylines.edit(case.content())


@pytest.mark.parametrize("case", INVALID, ids=str)
def test_a_route_that_wpml_forbids_can_be_edited(case: Any) -> None:
    assert isinstance(waylines.edit(case.content()), RouteEdit)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda edit: edit.raise_by(5, waypoints=[3]), "there is no waypoint 3; they are 0 to 2"),
        (lambda edit: edit.set_speed(20), "from 1 to 15"),
        (lambda edit: edit.reorder([0]), "two waypoints"),
        (lambda edit: edit.reorder([0, 0]), "each once"),
        (lambda edit: edit.reorder([0, 7]), "no waypoint 7"),
        (lambda edit: edit.set_actions(2, [waylines.take_photos_every(metres=5)]), "for 1 legs, and there are 0"),
        (lambda edit: edit.raise_by(5, wayline=1), "must be from 0 to 0"),
        (lambda edit: edit.set_aircraft("Kite"), "'Kite' is none of"),
    ],
)
def test_what_cannot_be_changed_is_refused_and_nothing_is_changed(change: Any, says: str) -> None:
    content = made.route()
    edited = waylines.edit(content)
    with pytest.raises(InvalidArgument, match=says):
        change(edited)
    assert edited.to_bytes() == content


def test_a_document_in_another_encoding_is_refused(tmp_path: Any) -> None:
    flown = made.waylines().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
    with pytest.raises(InvalidArgument, match="not in UTF-8"):
        waylines.edit(made.route(flown))
    file = tmp_path / "a.kmz"
    file.write_bytes(made.route())
    edited = waylines.edit(file).raise_by(1)
    assert repr(edited) == "<RouteEdit 'a.kmz', changed>"
    assert edited.save(file) == file
    assert waylines.inspect(file).waypoints[0].height == 61
    with pytest.raises(InvalidArgument, match="is not a file"):
        waylines.edit(tmp_path / "none.kmz")
