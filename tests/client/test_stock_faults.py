"""Faults of the stock generator, each measured once, that the generated client must not have.

Clashing text members and names that begin with a digit are the generator's own business and tested there.
"""

from __future__ import annotations

import asyncio
import copy
import pickle
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from flighthub import APIError, AsyncFlightHub, FlightHub, OutcomeUnknown, ServerError, UnexpectedResponse
from flighthub._core.configuration import Configuration
from flighthub.enums import ConverterSchema, DayOfWeek, FlightTaskStatus, ModelStatus
from flighthub.types import DeviceState, FlightTask, HmsAlerts, StreamForwarder, TaskRepeatOptionWeekly
from flighthub_runtime.models import Model

from .answering_server import SUCCESS, WEB_PAGE, AnsweringServer, http
from .both_clients import CLIENTS, PROJECT, TOKEN, send
from .test_answers import models_in
from .test_unions import rules
from .transcription import ANSWERS, call_of, dumped, example, example_arguments


def test_two_integer_members_that_share_a_documented_name_are_both_there() -> None:
    assert ModelStatus(9) is not ModelStatus(15)
    assert (ModelStatus(9).is_known, ModelStatus(15).is_known) == (True, True)
    assert {9, 15} <= {each.value for each in ModelStatus}


def test_an_unknown_enum_value_does_not_lose_the_answer() -> None:
    task = FlightTask.from_dict({"uuid": "t1", "status": "hovering", "days_of_week": [1, 9, "someday"]})
    assert (task.uuid, task.status) == ("t1", FlightTaskStatus("hovering"))
    assert task.days_of_week == [DayOfWeek.MONDAY, DayOfWeek(9), DayOfWeek("someday")]
    assert [isinstance(each, DayOfWeek) for each in task.days_of_week] == [True, True, True]
    assert [each.is_known for each in task.days_of_week] == [True, False, False]


def test_an_unknown_enum_value_that_decides_a_union_reads_the_union_as_none_and_keeps_it() -> None:
    came = {"converter_id": "c1", "schema": "webrtc", "schema_option": {"url": "https://media.example.com"}}
    forwarder = StreamForwarder.from_dict(came)
    assert forwarder.schema is ConverterSchema("webrtc")
    assert forwarder.schema_option is None
    assert forwarder.to_dict() == came


def test_an_unknown_enum_value_inside_a_union_does_not_change_its_variant() -> None:
    rule, _ = rules().read_beside({"interval": 1, "days_of_week": [1, 9]}, {"repeat_type": "weekly"})
    assert isinstance(rule, TaskRepeatOptionWeekly)
    assert rule.days_of_week == [DayOfWeek.MONDAY, DayOfWeek(9)]


@pytest.mark.parametrize("alerts", [None, []])
def test_null_for_a_list_reads_as_empty(alerts: list[Any] | None) -> None:
    assert HmsAlerts.from_dict({"list": alerts}).list == []


def test_null_for_an_object_reads_as_none() -> None:
    state = DeviceState.from_dict({"device_sn": "1581FEXAMPLE00001", "device_model": None, "device_state": None})
    assert (state.device_model, state.device_state) == (None, None)


def test_a_missing_required_member_reads_as_none() -> None:
    assert FlightTask.from_dict({"name": "Perimeter"}).uuid is None


def test_a_failure_without_data_is_the_failure_and_no_decoding_error(fh: FlightHub, flighthub_simulator: Any) -> None:
    flighthub_simulator.faults.add("getFlightTask", code=228001, message="no such task")
    with pytest.raises(APIError, match="no such task") as caught:
        fh.flight_tasks.get("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
    assert caught.value.code == 228001


def test_a_weekly_rule_is_not_read_as_a_daily_one() -> None:
    rule, residue = rules().read_beside({"interval": 1, "days_of_week": [1, 4]}, {"repeat_type": "weekly"})
    assert type(rule) is TaskRepeatOptionWeekly
    assert residue is None


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("status", [520, 599])
def test_a_status_that_the_standard_library_does_not_know_is_a_server_error(
    client: str, status: int, server: AnsweringServer
) -> None:
    server.answer = http(WEB_PAGE, status)
    with pytest.raises(ServerError) as caught:
        send(client, server.base_url, "getFlightTask")
    assert caught.value.http_status == status


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(("status", "name"), [(401, "AuthenticationError"), (502, "ServerError")])
def test_an_undocumented_status_is_an_error_and_not_none(
    client: str, status: int, name: str, server: AnsweringServer
) -> None:
    server.answer = http(b"", status)
    with pytest.raises(APIError) as caught:
        send(client, server.base_url, "getFlightTask")
    assert type(caught.value).__name__ == name


@pytest.mark.parametrize("client", CLIENTS)
def test_a_success_that_is_no_json_is_an_unexpected_response(client: str, server: AnsweringServer) -> None:
    server.answer = http("pong")
    with pytest.raises(UnexpectedResponse):
        send(client, server.base_url, "getFlightTask")


@pytest.mark.parametrize("client", CLIENTS)
def test_uuids_and_datetimes_are_taken_as_arguments(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"list": None}})
    uuid = UUID("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
    window = {"begin_at": datetime(2026, 3, 2, tzinfo=UTC), "end_at": datetime(2026, 3, 3, tzinfo=UTC)}
    send(client, server.base_url, "getFlightTask", {"task_uuid": uuid}, project=UUID(PROJECT))
    send(client, server.base_url, "listFlightTasks", {"sn": "7CTDEXAMPLE0001", **window})
    get, listed = server.arrivals
    assert get.path == "/openapi/v0.1/flight-task/8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"
    assert get.header("X-Project-Uuid") == PROJECT
    assert (listed.query["begin_at"], listed.query["end_at"]) == (["1772409600"], ["1772496000"])


def odd_answers() -> list[tuple[str, dict[str, Any]]]:
    """All example answers, with members taken away, made null and of a wrong type."""
    made: list[tuple[str, dict[str, Any]]] = []
    for file in ANSWERS:
        came = example(file)
        made.append((file, came))
        for name in list(came["data"]) if isinstance(came.get("data"), dict) else ():
            odd_values: tuple[Any, ...] = (None, 7, "a word", [None, {}], {"odd": []})
            for odd in odd_values:
                made.append((file, {**came, "data": {**came["data"], name: odd}}))
            made.append((file, {**came, "data": {key: each for key, each in came["data"].items() if key != name}}))
    return made


@pytest.mark.parametrize(
    "copied", [copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))], ids=["deepcopy", "pickle"]
)
def test_a_copied_model_is_equal_and_gives_back_what_came(copied: Any) -> None:
    count = 0
    for file, came in odd_answers():
        for model in models_in(call_of(file.split(".")[0]).read(came).data):
            twin: Model = copied(model)
            assert twin == model, f"{file}: {model!r}"
            assert twin is not model
            assert dumped_or_repr(twin) == dumped(model.to_dict()), f"{file}: {model!r}"
            count += 1
    assert count > 500


def dumped_or_repr(model: Model) -> str:
    """JSON text of a model; where it holds what JSON cannot, its `repr`, for the message of the failure."""
    written = model.to_dict()
    try:
        return dumped(written)
    except TypeError:
        return repr(written)


def test_a_change_of_a_copied_model_shows_and_leaves_the_original_alone() -> None:
    task = FlightTask.from_dict({"uuid": "t1", "days_of_month": [1, None], "added": {"deep": 1}})
    twin = copy.deepcopy(task)
    twin.days_of_month.append(31)
    twin.additional_properties["added"]["deep"] = 2
    assert twin.to_dict() == {"uuid": "t1", "days_of_month": [1, None, 31], "added": {"deep": 2}}
    assert task.to_dict() == {"uuid": "t1", "days_of_month": [1, None], "added": {"deep": 1}}


@pytest.mark.parametrize("value", [9, 15, 99, "unheard-of"])
def test_a_copied_enum_member_is_the_same_member(value: int | str) -> None:
    member = ModelStatus(value)
    assert copy.deepcopy(member) is member
    assert copy.copy(member) is member
    assert pickle.loads(pickle.dumps(member)) is member


def test_a_silent_server_does_not_hold_a_client_for_ever() -> None:
    told = Configuration(token=TOKEN, base_url="http://127.0.0.1:9", environment={})
    assert all(0 < seconds < 600 for seconds in (*told.timeout, told.deadline))


@pytest.mark.parametrize("client", CLIENTS)
def test_the_repr_of_a_client_prints_no_token(client: str) -> None:
    if client == "sync":
        with FlightHub(token=TOKEN, project=PROJECT, region="eu") as fh:
            shown = repr(fh), repr(fh._configuration), repr(fh._transport), repr(fh.flight_tasks)
    else:

        async def reprs() -> tuple[str, str, str, str]:
            async with AsyncFlightHub(token=TOKEN, project=PROJECT, region="eu") as fh:
                return repr(fh), repr(fh._configuration), repr(fh._transport), repr(fh.flight_tasks)

        shown = asyncio.run(reprs())
    assert "eu.djigate.com" in shown[0]
    assert TOKEN not in "".join(shown)


def test_the_options_of_one_call_do_not_change_the_client(server: AnsweringServer) -> None:
    other = "c0a8e1d4-1111-4222-8333-9d7c5b3a1f00"
    arguments = example_arguments("updateFlightTaskStatus")
    with FlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url) as fh:
        fh.flight_tasks.update_status(
            **arguments,
            request_options={
                "project": other,
                "timeout": 5,
                "extra_headers": {"X-Language": "zh", "X-Added": "1"},
                "extra_query": {"added": "1"},
                "extra_body": {"added": 1},
            },
        )
        fh.flight_tasks.update_status(**arguments)
    special, plain = server.arrivals
    assert (special.header("X-Project-Uuid"), plain.header("X-Project-Uuid")) == (other, PROJECT)
    assert (special.header("X-Language"), plain.header("X-Language")) == ("zh", "en")
    assert (special.header("X-Added"), plain.header("X-Added")) == ("1", None)
    assert (special.query, plain.query) == ({"added": ["1"]}, {})
    assert (special.body, plain.body) == (b'{"status":"suspended","added":1}', b'{"status":"suspended"}')


@pytest.mark.parametrize(
    ("file", "secrets"),
    [
        ("getProjectStorageCredentials.answer.json", ["STS.EXAMPLEID", "EXAMPLESECRET", "EXAMPLETOKEN"]),
        ("obtainOpenModelUploadToken.answer.json", ["ASIAEXAMPLE", "EXAMPLESECRET", "EXAMPLETOKEN"]),
        ("listStreamConverters.answer.json", ["key1"]),
        ("listStreamConverters.gb28181.answer.json", ["EXAMPLEPASSWORD"]),
        ("startLivestream.answer.json", ["token=EXAMPLE"]),
        ("listFlightTaskMedia.answer.json", ["sig=x"]),
        ("getWayline.answer.json", ["sig=x"]),
        ("getModel.answer.json", ["sig=x"]),
    ],
)
def test_the_repr_of_an_answer_shows_no_secret(file: str, secrets: list[str]) -> None:
    answer = call_of(file.split(".")[0]).read(example(file))
    shown, written = repr(answer.data), dumped(answer.to_dict())
    for secret in secrets:
        assert secret in written
        assert secret not in shown


def test_a_lost_answer_to_a_flight_task_is_not_taken_for_none(server: AnsweringServer) -> None:
    server.answer = http(b"", 200)
    with pytest.raises(OutcomeUnknown):
        send("sync", server.base_url, "createFlightTask")
    server.answer = SUCCESS
    assert send("sync", server.base_url, "createFlightTask").task_uuid is None
