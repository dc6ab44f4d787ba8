"""Annotations: geometries of any origin on the map, and those that cannot be drawn."""

from __future__ import annotations

import asyncio
import json
import math
import runpy
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from client.both_clients import CLIENTS, opened
from client.test_docstrings import example_in, run_awaited
from client.test_docstrings import run as run_example

from flighthub import APIError, AsyncFlightHub, FlightHub, InvalidArgument, OutcomeUnknown
from flighthub._async.annotations.annotations import AnnotationsGroup as AsyncAnnotationsGroup
from flighthub._sync.annotations.annotations import AnnotationsGroup
from flighthub.enums import AnnotationType
from flighthub_simulator import Simulator, run

both = pytest.mark.parametrize("client", CLIENTS)

POINT = {"type": "Point", "coordinates": [14.5, 46.05]}
LINE = {"type": "LineString", "coordinates": [[14.5, 46.05], [14.6, 46.06]]}
BORDER = [[0, 0], [10, 0], [10, 10], [0, 0]]
HOLE = [[2, 1], [4, 1], [4, 2], [2, 1]]
POLYGON = {"type": "Polygon", "coordinates": [BORDER, HOLE]}


class Shape:
    """What shapely's shapes, and many others, have."""

    def __init__(self, told: Any) -> None:
        self.__geo_interface__ = told


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world."""
    _standing.reset()
    return _standing


@pytest.fixture
def hub(world: Simulator) -> Iterator[FlightHub]:
    with FlightHub(**to(world)) as client:
        yield client


def to(world: Simulator) -> dict[str, Any]:
    return {"token": world.token, "project": world.project, "base_url": world.base_url}


def drawn(world: Simulator) -> list[Any]:
    """The features on the map."""
    return [each.feature for each in world.world.annotations.all]


@both
@pytest.mark.parametrize("geometry", [POINT, LINE, POLYGON], ids=lambda each: str(each["type"]))
def test_a_geometry_is_drawn(client: str, geometry: dict[str, Any], world: Simulator) -> None:
    with opened(client, **to(world)) as step:
        step(lambda fh: fh.annotations.add(geometry, name="Gate 3", desc="The wide one", color="#ff8800"))
    (found,) = world.world.annotations.all
    assert (found.name, found.desc) == ("Gate 3", "The wide one")
    assert found.feature["geometry"] == geometry
    assert found.feature["properties"] == {"color": "#ff8800", "clampToGround": True}


KINDS = [(POINT, AnnotationType.POINT), (LINE, AnnotationType.LINE), (POLYGON, AnnotationType.POLYGON)]


@pytest.mark.parametrize(("geometry", "kind"), KINDS)
def test_the_kind_of_annotation_follows_the_shape(geometry: Any, kind: AnnotationType) -> None:
    from flighthub._annotations.geometry import drawing

    assert drawing(geometry, "geometry").resource("#000000", None)["type"] == kind.value


FORMS: dict[str, Callable[[Any], Any]] = {
    "a feature": lambda told: {"type": "Feature", "properties": None, "geometry": told},
    "a shape": Shape,
    "a feature with an interface": lambda told: Shape({"type": "Feature", "geometry": told}),
    "a row of a table": lambda told: SimpleNamespace(name="x", geometry=Shape(told)),
    "tuples": lambda told: Shape({**told, "coordinates": tuple(map(tuple, told["coordinates"]))}),
    "numbers of other types": lambda told: {
        **told,
        "coordinates": [[Fraction(each) for each in place] for place in told["coordinates"]],
    },
    "a measure after the altitude": lambda told: {
        **told,
        "coordinates": [[*place, 0, 17] for place in told["coordinates"]],
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_a_geometry_may_come_in_any_of_the_usual_forms(form: str, world: Simulator, hub: FlightHub) -> None:
    hub.annotations.add(FORMS[form](LINE), name="Fence")
    (found,) = drawn(world)
    assert [place[:2] for place in found["geometry"]["coordinates"]] == LINE["coordinates"]
    assert {len(place) for place in found["geometry"]["coordinates"]} <= {2, 3}


CLAMPING = [([1, 2], None, True), ([1, 2, 30], None, False), ([1, 2, 30], True, True), ([1, 2], False, False)]


@pytest.mark.parametrize(("place", "told", "clamped"), CLAMPING)
def test_what_has_no_altitude_lies_on_the_ground_unless_told_otherwise(
    place: list[float], told: bool | None, clamped: bool, world: Simulator, hub: FlightHub
) -> None:
    hub.annotations.add({"type": "Point", "coordinates": place}, name="P", clamp_to_ground=told)
    (found,) = drawn(world)
    assert found["properties"]["clampToGround"] is clamped


def line(*places: Any) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": list(places)}


REFUSED: dict[str, tuple[Any, str, str]] = {
    "several points": ({"type": "MultiPoint", "coordinates": []}, "geometry", "draw its points one by one"),
    "several lines": ({"type": "MultiLineString"}, "geometry", "draw its lines one by one"),
    "several areas": (Shape({"type": "MultiPolygon"}), "geometry", "draw its polygons one by one"),
    "a collection": ({"type": "GeometryCollection"}, "geometry", "draw its geometries one by one"),
    "a collection of features": ({"type": "FeatureCollection", "features": []}, "geometry", "add_all"),
    "text": (json.dumps(POINT), "geometry", r"json\.loads"),
    "nothing": (None, "geometry", "not nothing"),
    "something else": (object(), "geometry", "__geo_interface__"),
    "a feature without a geometry": ({"type": "Feature", "geometry": None}, "geometry.geometry", "not nothing"),
    "an unknown type": ({"type": "Circle"}, "geometry", "must be of type Point, LineString, Polygon, not 'Circle'"),
    "no type": ({}, "geometry", "not None"),
    "a type of an odd type": ({"type": ["Point"]}, "geometry", "must be of type"),
    "a feature in a feature": (
        {"type": "Feature", "geometry": {"type": "Feature", "geometry": POINT}},
        "geometry.geometry",
        "must be of type .* not 'Feature'",
    ),
    "an empty point": ({"type": "Point", "coordinates": ()}, "geometry.coordinates", "must be longitude, latitude"),
    "no coordinates": ({"type": "Point"}, "geometry.coordinates", "must be a list, not nothing"),
    "latitude first": (line([1, 2], [46.05, 114.5]), "geometry.coordinates[1][1]", "longitude comes first"),
    "metres": (line([500000, 5100000], [1, 2]), "geometry.coordinates[0][1]", "no other coordinate system"),
    "a longitude out of range": (line([1, 2], [181, 2]), "geometry.coordinates[1][0]", "from -180 to 180"),
    "not a number": (line([1, 2], [math.nan, 2]), "geometry.coordinates[1][0]", "must be a finite number"),
    "an infinite altitude": (line([1, 2, math.inf], [1, 2]), "geometry.coordinates[0][2]", "finite"),
    "a word": (line([1, "2"], [1, 2]), "geometry.coordinates[0][1]", "must be a number, not str"),
    "true": (line([1, True], [1, 2]), "geometry.coordinates[0][1]", "must be a number, not bool"),
    "a line of one point": (line([1, 2]), "geometry.coordinates", "has 1 positions, and a line at least 2"),
    "an area without a border": ({"type": "Polygon", "coordinates": []}, "geometry.coordinates", "is empty"),
    "a ring that is open": (
        {"type": "Polygon", "coordinates": [[*BORDER[:3], [1, 1]]]},
        "geometry.coordinates[0]",
        "is not closed",
    ),
    "a hole of two points": (
        {"type": "Polygon", "coordinates": [BORDER, HOLE[:2]]},
        "geometry.coordinates[1]",
        "a ring at least 4",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_drawn_is_refused_with_the_place(case: str, world: Simulator, hub: FlightHub) -> None:
    geometry, member, problem = REFUSED[case]
    with pytest.raises(InvalidArgument, match=problem) as raised:
        hub.annotations.add(geometry, name="X")
    assert raised.value.member == member
    assert not world.world.requests


@pytest.mark.parametrize("color", ["red", "#FFF", "#GGGGGG", "2D8CF0", "#2D8CF0FF", None])
def test_a_colour_has_the_documented_form(color: Any, hub: FlightHub) -> None:
    with pytest.raises(InvalidArgument, match="color: must be a colour such as '#2D8CF0'"):
        hub.annotations.add(POINT, name="X", color=color)


@both
def test_an_annotation_whose_answer_was_lost_is_not_drawn_again(client: str, world: Simulator) -> None:
    world.faults.add("createMapElement", reset="after")
    with opened(client, **to(world), retry=True) as step, pytest.raises(OutcomeUnknown, match="map"):
        step(lambda fh: fh.annotations.add(POINT, name="Once"))
    assert len(drawn(world)) == 1


def feature(name: Any, geometry: Any = POINT, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": name, **properties}, "geometry": geometry}


COLLECTIONS: dict[str, Callable[[list[Any]], Any]] = {
    "mapping": lambda rows: {"type": "FeatureCollection", "features": rows},
    "table": lambda rows: Shape({"type": "FeatureCollection", "features": rows}),
    "features": iter,
}


@both
@pytest.mark.parametrize("form", COLLECTIONS)
def test_a_collection_is_drawn_feature_by_feature(client: str, form: str, world: Simulator) -> None:
    rows = [feature("A", desc="first"), feature("B", LINE), feature("C", POLYGON)]
    with opened(client, **to(world)) as step:
        outcomes = step(lambda fh: fh.annotations.add_all(COLLECTIONS[form](rows)))
    assert [outcome.ok for outcome in outcomes] == [True] * 3
    assert [(each.name, each.desc) for each in world.world.annotations.all] == [("A", "first"), ("B", ""), ("C", "")]


@both
def test_a_feature_that_fails_does_not_stop_the_others(client: str, world: Simulator) -> None:
    world.faults.add("createMapElement", code=200101, message="no", count=1)
    with opened(client, **to(world)) as step:
        outcomes = step(lambda fh: fh.annotations.add_all([feature("A"), feature("B")], color="#000000"))
    assert isinstance(outcomes[0].error, APIError)
    assert outcomes[1].ok
    assert [each.name for each in world.world.annotations.all] == ["B"]


@both
def test_a_name_may_be_a_whole_number_and_a_text_may_be_missing(client: str, world: Simulator) -> None:
    with opened(client, **to(world)) as step:
        outcomes = step(lambda fh: fh.annotations.add_all([feature(7, desc=None)]))
    assert [outcome.ok for outcome in outcomes] == [True]
    assert [(each.name, each.desc) for each in world.world.annotations.all] == [("7", "")]


BAD_COLLECTIONS: list[tuple[Any, str]] = [
    ([feature("A"), feature("B", {"type": "MultiPoint"})], r"collection\[1\].geometry: is a MultiPoint"),
    ([feature("A"), feature(None)], r"collection\[1\].properties: has no 'name'"),
    ([feature("A"), POINT], r"collection\[1\].properties: has no 'name'"),
    ([feature(" ")], r"collection\[0\].properties: has no 'name'"),
    ([feature("A"), feature(3.5)], r"collection\[1\].properties.name: must be text, .*not float"),
    ([feature(["A"])], r"collection\[0\].properties.name: must be text, .*not list"),
    ([feature(True)], r"collection\[0\].properties.name: must be text, .*not bool"),
    ([feature("A"), feature("B", desc=7)], r"collection\[1\].properties.desc: must be text, not int"),
    ([feature("A", desc={"en": "a"})], r"collection\[0\].properties.desc: must be text, not dict"),
    (POINT, "must be a FeatureCollection, not 'Point'"),
    ("[]", "must be a FeatureCollection"),
    (7, "must be a FeatureCollection"),
    ({"type": "FeatureCollection"}, "must be a FeatureCollection"),
]


@both
@pytest.mark.parametrize(("collection", "problem"), BAD_COLLECTIONS)
def test_a_collection_with_anything_wrong_draws_nothing(
    client: str, collection: Any, problem: str, world: Simulator
) -> None:
    with opened(client, **to(world)) as step, pytest.raises(InvalidArgument, match=problem):
        step(lambda fh: fh.annotations.add_all(collection))
    assert not world.world.requests


@pytest.mark.parametrize("name", ["add", "add_all"])
def test_the_examples_run(name: str, world: Simulator, hub: FlightHub) -> None:
    run_example(example_in(getattr(AnnotationsGroup, name)), {"fh": hub})

    async def awaited() -> None:
        async with AsyncFlightHub(**to(world)) as fh:
            await run_awaited(example_in(getattr(AsyncAnnotationsGroup, name)), {"fh": fh})

    asyncio.run(awaited())
    assert len(drawn(world)) == 2


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def in_the_environment(patch: pytest.MonkeyPatch, simulator: Simulator, *arguments: str) -> None:
    """Sets what an example reads."""
    for name in ("TOKEN", "PROJECT", "BASE_URL"):
        patch.setenv(f"FLIGHTHUB_{name}", getattr(simulator, name.lower()))
    patch.setattr(sys, "argv", ["example", *arguments])


def test_the_example_draws(
    world: Simulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_environment(monkeypatch, world)
    runpy.run_path(str(EXAMPLES / "annotate.py"), run_name="__main__")
    assert len(drawn(world)) == 6
    assert capsys.readouterr().out.splitlines() == ["Gate 1 drawn", "Gate 2 drawn", "Gate 3 drawn"]
