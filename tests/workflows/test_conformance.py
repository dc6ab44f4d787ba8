"""`fh.conformance()` and `Recorder`: what a server does beside its documentation, and none of anybody's data."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from flighthub import AsyncFlightHub, Attempt, AuthenticationError, FlightHub, InvalidArgument
from flighthub.conformance import ConformanceReport, Recorder
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def hub(flighthub_simulator: Simulator) -> Iterator[tuple[FlightHub, list[Attempt]]]:
    """A client, and what it sends."""
    simulator, sent = flighthub_simulator, []
    with FlightHub(
        token=simulator.token, project=simulator.project, base_url=simulator.base_url, on_request=sent.append
    ) as fh:
        yield fh, sent


def test_a_run_against_a_true_world_is_clean_and_sends_nothing_but_reads(
    hub: tuple[FlightHub, list[Attempt]],
) -> None:
    fh, sent = hub
    report = fh.conformance(requests_per_second=10_000)
    assert report.ok, report.page()
    assert len(report.confirmed) > 100
    operations = {each.name: each for each in OPERATIONS.values()}
    assert {each.http_method for each in sent} == {"GET"}
    assert {operations[each.operation].effect for each in sent} == {"read"}
    assert len({each.operation for each in sent}) > 10


def test_the_run_of_the_async_client_is_the_same(flighthub_simulator: Simulator) -> None:
    simulator = flighthub_simulator

    async def ran() -> ConformanceReport:
        async with AsyncFlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
            return await fh.conformance(requests_per_second=10_000, max_requests=8)

    report = asyncio.run(ran())
    assert report.ok
    assert sum(each["answers"] for each in report.to_dict()["operations"].values()) == 8


def test_a_run_is_bounded_and_rated_and_refuses_other_numbers(
    hub: tuple[FlightHub, list[Attempt]], monkeypatch: pytest.MonkeyPatch
) -> None:
    fh, sent = hub
    pauses: list[float] = []
    monkeypatch.setattr("flighthub._sync.conformance.sleep", pauses.append)
    fh.conformance(max_requests=3)
    assert len(sent) == 3
    assert pauses == [0.5, 0.5]
    for wrong in ({"requests_per_second": 0}, {"max_requests": 0}):
        with pytest.raises(InvalidArgument):
            fh.conformance(**wrong)


def test_a_key_that_is_not_accepted_is_an_error(flighthub_simulator: Simulator) -> None:
    with (
        FlightHub(token="ey.wrong.key", base_url=flighthub_simulator.base_url) as fh,
        pytest.raises(AuthenticationError),
    ):
        fh.conformance()


def wayline(change: Change) -> Change:
    """A change of the first wayline of a list."""

    def changed(answer: dict[str, Any]) -> None:
        change(answer["data"]["list"][0])

    return changed


DEVIATIONS: dict[str, tuple[Change, tuple[str, str, str]]] = {
    "unknown member": (
        wayline(lambda row: row.update(of_late=True)),
        ("unknown", "data.list[].of_late", "a member that is not documented (boolean)"),
    ),
    "other type": (
        wayline(lambda row: row.update(size="18234")),
        ("contradicted", "data.list[].size", "a string, documented as integer; once"),
    ),
    "future enum value": (
        wayline(lambda row: row.update(template_types=["of_the_future"])),
        ("unknown", "data.list[].template_types[]", "the value of_the_future, which is not listed; once"),
    ),
    "null": (
        wayline(lambda row: row.update(name=None)),
        ("contradicted", "data.list[].name", "null, though it is not documented as such; once"),
    ),
    "missing promised member": (
        wayline(lambda row: row.pop("id")),
        ("contradicted", "data.list[].id", "missing, though it is promised; once"),
    ),
}


@pytest.mark.parametrize("what", DEVIATIONS)
def test_each_deviation_is_named_and_nothing_else(
    what: str, hub: tuple[FlightHub, list[Attempt]], flighthub_simulator: Simulator
) -> None:
    fh, _ = hub
    change, (kind, member, text) = DEVIATIONS[what]
    answer = deepcopy(fh.raw.waylines.list().answer.to_dict())
    change(answer)
    flighthub_simulator.faults.add("listWaylines", body=json.dumps(answer), count=None)
    report = fh.conformance(requests_per_second=10_000)
    found = [*report.contradicted, *report.unknown]
    assert [(each.kind, each.operation, each.member, each.text) for each in found] == [
        (kind, "listWaylines", member, text)
    ]


def test_seconds_for_milliseconds_and_the_other_way_are_named(
    hub: tuple[FlightHub, list[Attempt]], flighthub_simulator: Simulator
) -> None:
    fh, _ = hub
    answer = deepcopy(fh.raw.projects.list().answer.to_dict())
    for row in answer["data"]["list"]:
        row["created_at"] *= 1000
    flighthub_simulator.faults.add("listProjects", body=json.dumps(answer), count=None)
    routes = deepcopy(fh.raw.waylines.list().answer.to_dict())
    routes["data"]["list"][0]["update_time"] //= 1000
    flighthub_simulator.faults.add("listWaylines", body=json.dumps(routes), count=None)
    report = fh.conformance(requests_per_second=10_000)
    (found,) = report.contradicted
    assert found.member == "data.list[].created_at"
    assert found.text.startswith("counts milliseconds, documented as seconds")
    assert any(
        each.operation == "listWaylines" and each.member.endswith("update_time") and "counts seconds" in each.text
        for each in report.confirmed
    )


@pytest.mark.parametrize(
    "deviation", [{"future_enum": "each"}, {"unknown_members": True}, {"nulls": 1.0}, {"missing": 1.0}]
)
def test_what_the_simulator_makes_deviate_is_seen(
    deviation: Mapping[str, Any], hub: tuple[FlightHub, list[Attempt]], flighthub_simulator: Simulator
) -> None:
    fh, _ = hub
    flighthub_simulator.faults.add("*", count=None, **deviation)
    report = fh.conformance(requests_per_second=10_000)
    if "future_enum" in deviation:
        assert {"of_the_future"} & {word for each in report.unknown for word in each.text.split(" ") if word} or any(
            "of_the_future" in each.text for each in report.unknown
        )
    elif "unknown_members" in deviation:
        assert {each.member.rpartition(".")[2] for each in report.unknown} >= {"member_of_the_future"}
    elif "nulls" in deviation:
        assert any(each.text.startswith("null, though") for each in report.contradicted)
    else:
        # What is missing was not promised.
        assert report.ok
        assert report.never_seen


PLANTED = (
    "1581FPLANTED00001",
    "planted-name Quarry",
    "https://planted.example.com/x?signature=planted",
    "5b1f0c52-7a0e-4a39-9b1d-00000p1a47ed",
    "eyJhbGciOi.planted.key",
    "2026-11-29T10:11:12Z",
    "46.051274417",
    "PLANTED",
)


def planted(node: Any, text: str, number: int | float) -> Any:
    """A copy of an answer in which every text and number is planted, and every object has planted members."""
    if isinstance(node, dict):
        made = {name: planted(value, text, number) for name, value in node.items()}
        return {**made, text: text, f"{text}_key": {text: [text]}, "of_late": [text, number, {text: number}]}
    if isinstance(node, list):
        return [*(planted(each, text, number) for each in node), text, number]
    if isinstance(node, bool) or node is None:
        return node
    return text if isinstance(node, str) else number


@pytest.mark.parametrize("text", PLANTED)
def test_nothing_that_an_answer_says_is_in_the_file(
    text: str, hub: tuple[FlightHub, list[Attempt]], flighthub_simulator: Simulator, tmp_path: Path
) -> None:
    fh, _ = hub
    recorder = Recorder()
    fh.add_recorder(recorder)
    for number in (46.051274417, 1_772_440_123, 987_654_321_123):
        for operation, call in (
            ("listWaylines", fh.raw.waylines.list),
            ("listProjects", fh.raw.projects.list),
            ("listProjectDevices", fh.raw.devices.list),
            ("getProjectStorageCredentials", fh.raw.projects.storage_credentials),
        ):
            answer = deepcopy(call().answer.to_dict())
            answer["data"] = planted(answer["data"], text, number)
            answer["message"] = text
            flighthub_simulator.faults.add(operation, body=json.dumps({**answer, text: text}), count=1)
            call()
    report = recorder.report()
    report.save(tmp_path / "conformance.json")
    for written in ((tmp_path / "conformance.json").read_text(encoding="utf-8"), report.page(), repr(recorder)):
        for secret in (text, "planted", "PLANTED", "46.05", "1772440123", "987654321123", fh.configuration.base_url):
            assert secret not in written
        assert flighthub_simulator.token not in written
        assert str(flighthub_simulator.project) not in written
    assert any(each.member.endswith(".*") for each in report.unknown)


def test_codes_that_are_not_listed_are_named(
    hub: tuple[FlightHub, list[Attempt]], flighthub_simulator: Simulator
) -> None:
    fh, _ = hub
    flighthub_simulator.faults.add("listWaylines", code=299999, count=None)
    report = fh.conformance(requests_per_second=10_000)
    assert [(each.operation, each.member, each.text) for each in report.unknown] == [
        ("listWaylines", "code", "the code 299999 is not listed; once")
    ]


def test_a_recorder_keeps_what_passes_by_until_it_is_removed(hub: tuple[FlightHub, list[Attempt]]) -> None:
    fh, sent = hub
    recorder = Recorder()
    fh.add_recorder(recorder)
    fh.waylines.list()
    fh.with_project(str(fh.projects.list()[0].uuid)).waylines.list()
    fh.remove_recorder(recorder)
    fh.devices.list()
    operations = recorder.report().to_dict()["operations"]
    assert {name: each["answers"] for name, each in operations.items()} == {"listProjects": 1, "listWaylines": 2}
    assert len(sent) == 4


def test_a_report_is_saved_and_read_again(hub: tuple[FlightHub, list[Attempt]], tmp_path: Path) -> None:
    fh, _ = hub
    report = fh.conformance(requests_per_second=10_000, max_requests=4)
    report.save(tmp_path / "one.json")
    assert ConformanceReport.load(tmp_path / "one.json") == report
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InvalidArgument):
        ConformanceReport.load(tmp_path / "other.json")
