"""Values whose shape a sibling decides: each reads as its own type, and a wrong pairing is never sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

import flighthub_simulator
from flighthub import AsyncFlightHub, FlightHub, InvalidArgument
from flighthub.enums import ConverterSchema, RepeatType
from flighthub.types import (
    AnnotationGeometry,
    SchemaOptionGb28181,
    SchemaOptionRtmp,
    StreamForwarder,
    TaskRepeatOptionAbsoluteMonthly,
    TaskRepeatOptionDaily,
    TaskRepeatOptionRelativeMonthly,
    TaskRepeatOptionWeekly,
)
from flighthub_runtime.codecs import Selected, WireResidue
from flighthub_runtime.models import Model

from .transcription import call_of, dumped, example

RULES: list[tuple[str, type[Model]]] = [
    ("absolute_monthly", TaskRepeatOptionAbsoluteMonthly),
    ("daily", TaskRepeatOptionDaily),
    ("relative_monthly", TaskRepeatOptionRelativeMonthly),
    ("weekly", TaskRepeatOptionWeekly),
]
PROTOCOLS: list[tuple[str, str, type[Model]]] = [
    ("rtmp", "listStreamConverters.answer.json", SchemaOptionRtmp),
    ("gb28181", "listStreamConverters.gb28181.answer.json", SchemaOptionGb28181),
]


def rules() -> Selected:
    """The kind of `repeat_option`, which `repeat_type` decides."""
    body = call_of("createFlightTask").body
    assert body is not None
    (found,) = (each.codec for each in body.members if each.wire == "repeat_option")
    assert isinstance(found, Selected)
    return found


def rule(repeat_type: str) -> dict[str, Any]:
    found: dict[str, Any] = example(f"createFlightTask.{repeat_type}.request.json")["repeat_option"]
    return found


@pytest.mark.parametrize(("repeat_type", "model"), RULES)
def test_a_rule_reads_as_the_type_its_sibling_names(repeat_type: str, model: type[Model]) -> None:
    read, residue = rules().read_beside(rule(repeat_type), {"repeat_type": repeat_type})
    assert type(read) is model
    assert residue is None
    assert dumped(read.to_dict()) == dumped(rule(repeat_type))


@pytest.mark.parametrize(("repeat_type", "model"), RULES)
def test_a_rule_with_the_members_of_another_still_reads_as_the_type_its_sibling_names(
    repeat_type: str, model: type[Model]
) -> None:
    came = {"interval": 1, "days_of_week": [1], "days_of_month": [1], "week_of_month": 2}
    read, _ = rules().read_beside(came, {"repeat_type": repeat_type})
    assert type(read) is model
    assert read.to_dict() == came


@pytest.mark.parametrize("siblings", [{}, {"repeat_type": None}, {"repeat_type": "nonrepeating"}, {"repeat_type": []}])
def test_a_rule_whose_sibling_names_no_type_reads_as_none_and_is_kept(siblings: dict[str, Any]) -> None:
    assert rules().read_beside({"interval": 1}, siblings) == (None, WireResidue({"interval": 1}, None))


@pytest.mark.parametrize(("schema", "file", "model"), PROTOCOLS)
def test_the_settings_of_a_forwarder_read_as_those_of_its_protocol(schema: str, file: str, model: type[Model]) -> None:
    (forwarder,) = call_of("listStreamConverters").read(example(file)).result
    assert (forwarder.schema, type(forwarder.schema_option)) == (ConverterSchema(schema), model)


@pytest.mark.parametrize(("schema", "file", "model"), PROTOCOLS)
@pytest.mark.parametrize("odd", [None, "a word", [], 7])
def test_settings_that_no_protocol_fits_are_given_back(schema: str, file: str, model: type[Model], odd: Any) -> None:
    came = {**example(file)["data"]["list"][0], "schema_option": odd}
    forwarder = StreamForwarder.from_dict(came)
    assert dumped(forwarder.to_dict()) == dumped(came)
    assert forwarder.schema_option is None


def test_a_changed_member_of_the_settings_shows() -> None:
    came = example("listStreamConverters.answer.json")["data"]["list"][0]
    forwarder = StreamForwarder.from_dict(came)
    assert isinstance(forwarder.schema_option, SchemaOptionRtmp)
    forwarder.schema_option.url = "rtmp://media.example.com/live/key2"
    assert forwarder.to_dict() == {**came, "schema_option": {"url": "rtmp://media.example.com/live/key2"}}


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": [14.5, 46, 0]},
        {"type": "LineString", "coordinates": [[14.5, 46], [14.6, 46]]},
        {"type": "Polygon", "coordinates": [[[14.5, 46], [14.6, 46], [14.6, 46.1], [14.5, 46]]]},
        {"type": "MultiPoint", "coordinates": [[14.5, 46]]},
        {"type": "Point", "coordinates": [[14.5, 46]]},
        {"type": "Point", "coordinates": ["14.5", None]},
    ],
    ids=dumped,
)
def test_coordinates_are_given_back_as_they_came(geometry: dict[str, Any]) -> None:
    assert dumped(AnnotationGeometry.from_dict(geometry).to_dict()) == dumped(geometry)


_ARRIVED: list[str] = []


@pytest.fixture(scope="module")
def own_simulator() -> Iterator[flighthub_simulator.Simulator]:
    with flighthub_simulator.run(scenario="examples", log=_ARRIVED.append) as running:
        yield running


@pytest.fixture
def arrived() -> list[str]:
    """A line for each request that reached the simulator in this test."""
    _ARRIVED.clear()
    return _ARRIVED


def task(**members: Any) -> dict[str, Any]:
    made: dict[str, Any] = {**example("createFlightTask.weekly.request.json"), **members}
    return {name: value for name, value in made.items() if value is not None}


GB28181 = example("createStreamConverter.gb28181.request.json")["schema_option"]
RTMP = example("createStreamConverter.request.json")["schema_option"]


def forwarder(**members: Any) -> dict[str, Any]:
    return {**example("createStreamConverter.request.json"), **members}


WRONG_PAIRINGS = [
    ("flight_tasks", task(repeat_option=TaskRepeatOptionDaily(interval=1)), "repeat_option"),
    ("flight_tasks", task(repeat_option={"interval": 1}), "repeat_option.days_of_week"),
    ("flight_tasks", task(repeat_option={"interval": 1, "days_of_month": [1]}), "repeat_option.days_of_month"),
    ("flight_tasks", task(repeat_type="daily"), "repeat_option.days_of_week"),
    ("flight_tasks", task(repeat_type=RepeatType.ABSOLUTE_MONTHLY), "repeat_option.days_of_week"),
    ("flight_tasks", task(repeat_type="relative_monthly"), "repeat_option.week_of_month"),
    ("flight_tasks", task(repeat_type="nonrepeating"), "repeat_option"),
    ("flight_tasks", task(repeat_option="weekly"), "repeat_option"),
    ("flight_tasks", task(repeat_option=SchemaOptionRtmp(url="rtmp://media.example.com")), "repeat_option"),
    ("stream_forwarders", forwarder(schema_option=GB28181), "schema_option.server_id"),
    ("stream_forwarders", forwarder(schema_option=SchemaOptionGb28181(**GB28181)), "schema_option"),
    ("stream_forwarders", forwarder(schema="gb28181"), "schema_option.url"),
    ("stream_forwarders", forwarder(schema="gb28181", schema_option=SchemaOptionRtmp(**RTMP)), "schema_option"),
]


@pytest.mark.parametrize(("group", "arguments", "member"), WRONG_PAIRINGS)
def test_a_wrong_pairing_is_refused_and_nothing_arrives_at_the_server(
    group: str,
    arguments: dict[str, Any],
    member: str,
    arrived: list[str],
    own_simulator: flighthub_simulator.Simulator,
) -> None:
    settings: dict[str, Any] = {
        "token": own_simulator.token,
        "project": own_simulator.project,
        "base_url": own_simulator.base_url,
    }

    async def create() -> None:
        async with AsyncFlightHub(**settings) as fh:
            await getattr(fh, group).create(**arguments)

    with FlightHub(**settings) as fh, pytest.raises(InvalidArgument) as refused:
        getattr(fh, group).create(**arguments)
    with pytest.raises(InvalidArgument) as refused_async:
        asyncio.run(create())
    assert (refused.value.member, refused_async.value.member) == (member, member)
    assert arrived == []


RIGHT_PAIRINGS = [
    *(("flight_tasks", example(f"createFlightTask.{name}.request.json")) for name, _ in RULES),
    *(("flight_tasks", task(repeat_type=name, repeat_option=model.from_dict(rule(name)))) for name, model in RULES),
    ("stream_forwarders", forwarder()),
    ("stream_forwarders", forwarder(schema_option=SchemaOptionRtmp(**RTMP))),
    ("stream_forwarders", forwarder(schema="gb28181", schema_option=GB28181)),
    ("stream_forwarders", forwarder(schema=ConverterSchema.GB28181, schema_option=SchemaOptionGb28181(**GB28181))),
]


@pytest.mark.parametrize(("group", "arguments"), RIGHT_PAIRINGS)
def test_a_right_pairing_arrives_once(
    group: str, arguments: dict[str, Any], arrived: list[str], own_simulator: flighthub_simulator.Simulator
) -> None:
    with FlightHub(token=own_simulator.token, project=own_simulator.project, base_url=own_simulator.base_url) as fh:
        getattr(fh, group).create(**arguments)
    assert len(arrived) == 1
    assert f"{group}.create" in arrived[0]
