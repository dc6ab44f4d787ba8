"""A client: how it is told what it needs, what its requests carry, how it is used and closed, and its pages."""

from __future__ import annotations

import asyncio
import json
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from flighthub import (
    AsyncFlightHub,
    ConfigurationError,
    ConnectionFailed,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    NotFound,
    OutcomeUnknown,
    RequestTimeout,
    UnexpectedResponse,
    __version__,
)
from flighthub.types import Project
from flighthub_api import OPERATIONS, SERVERS

from .answering_server import SUCCESS, Answer, AnsweringServer, Arrival, Breaks, http
from .both_clients import CLIENTS, PROJECT, TOKEN, send
from .transcription import ANSWERS, call_of, example, example_arguments, needed_arguments

if TYPE_CHECKING:
    from flighthub_simulator import Simulator

OTHER = "c0a8e1d4-1111-4222-8333-9d7c5b3a1f00"
URL = "https://flighthub.example.com:30812"

both = pytest.mark.parametrize("client", CLIENTS)


def configured(client: str, **settings: Any) -> str:
    """The `repr` of a client, which names its server and its project."""
    if client == "sync":
        with FlightHub(**settings) as fh:
            return repr(fh)

    async def made() -> str:
        async with AsyncFlightHub(**settings) as fh:
            return repr(fh)

    return asyncio.run(made())


@both
@pytest.mark.parametrize("region", SERVERS)
def test_a_region_names_its_server(client: str, region: str) -> None:
    assert SERVERS[region] in configured(client, token=TOKEN, region=region)


@both
def test_everything_can_come_from_the_environment(
    client: str, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLIGHTHUB_TOKEN", TOKEN)
    monkeypatch.setenv("FLIGHTHUB_PROJECT", PROJECT)
    monkeypatch.setenv("FLIGHTHUB_BASE_URL", server.base_url)
    monkeypatch.setenv("FLIGHTHUB_LANGUAGE", "zh")
    send(client, "unused", "listWaylines", token=None, project=None, base_url=None)
    (arrival,) = server.arrivals
    came = [arrival.header(name) for name in ("X-User-Token", "X-Project-Uuid", "X-Language")]
    assert came == [TOKEN, PROJECT, "zh"]


@both
def test_an_argument_beats_its_variable(client: str, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TOKEN": "other", "PROJECT": OTHER, "BASE_URL": URL, "LANGUAGE": "zh", "REGION": "cn"}.items():
        monkeypatch.setenv(f"FLIGHTHUB_{name}", value)
    send(client, server.base_url, "listWaylines", token=TOKEN, project=PROJECT, language="en")
    (arrival,) = server.arrivals
    came = [arrival.header(name) for name in ("X-User-Token", "X-Project-Uuid", "X-Language")]
    assert came == [TOKEN, PROJECT, "en"]


@both
def test_a_region_given_beats_an_address_that_only_the_environment_knows(
    client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLIGHTHUB_BASE_URL", URL)
    assert SERVERS["eu"] in configured(client, token=TOKEN, region="eu")


@both
def test_an_empty_variable_counts_as_none(client: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLIGHTHUB_PROJECT", " ")
    monkeypatch.setenv("FLIGHTHUB_REGION", "")
    assert "project None" in configured(client, token=TOKEN, base_url=URL)


def test_blanks_around_a_token_from_a_file_do_not_matter(server: AnsweringServer) -> None:
    send("sync", server.base_url, "getSystemStatus", token=f" {TOKEN}\n")
    (arrival,) = server.arrivals
    assert arrival.header("X-User-Token") == TOKEN


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"token": None}, "FLIGHTHUB_TOKEN"),
    ({"token": ""}, "organization key"),
    ({"token": " \n"}, "organization key"),
    ({"token": "planted\nkey"}, "token"),
    ({"token": "planted key"}, "token"),
    ({"token": "planted-k\u00e9y"}, "token"),
    ({"token": "planted-\u201ckey\u201d"}, "token"),
    ({"token": "planted\x7fkey"}, "token"),
    ({"base_url": None}, "region"),
    ({"region": "eu"}, "not both"),
    ({"base_url": None, "region": "mars"}, "mars"),
    ({"base_url": None, "region": ""}, "region"),
    ({"base_url": None, "region": "EU"}, "cn, us, eu"),
    ({"base_url": ""}, "base_url"),
    ({"base_url": "flighthub.example.com"}, "http"),
    ({"base_url": "ftp://flighthub.example.com"}, "http"),
    ({"base_url": "https://"}, "host"),
    ({"base_url": "https://flighthub.example.com:port"}, "base_url"),
    ({"base_url": "https://flighthub.example.com:70000"}, "base_url"),
    ({"base_url": "https://[::1"}, "base_url"),
    ({"base_url": "https://fh.dji.com"}, "web application"),
    ({"base_url": "https://FH.DJI.com/organization"}, "web application"),
    ({"base_url": "https://user:planted-password@flighthub.example.com"}, "user"),
    ({"base_url": "ftp://user:planted-password@flighthub.example.com"}, "base_url"),
    ({"base_url": "https://flighthub.example.com?token=planted-password"}, "query"),
    ({"base_url": "https://flighthub.example.com#planted-password"}, "fragment"),
    ({"project": "Quarry\nsurvey"}, "project"),
    ({"project": ""}, "UUID"),
    ({"language": "de"}, "de"),
    ({"language": "EN"}, "zh, en"),
    ({"timeout": 0}, "timeout"),
    ({"timeout": -1}, "timeout"),
    ({"timeout": float("inf")}, "timeout"),
    ({"timeout": float("nan")}, "timeout"),
    ({"timeout": "60"}, "timeout"),
    ({"timeout": True}, "timeout"),
    ({"ca_bundle": "/nowhere/ca.pem"}, "ca.pem"),
    ({"ca_bundle": Path("/nowhere/ca.pem")}, "ca.pem"),
    ({"ca_bundle": "/"}, "ca_bundle"),
]


@both
@pytest.mark.parametrize(("settings", "said"), WRONG, ids=str)
def test_a_client_that_cannot_work_is_not_made_and_the_error_says_why(
    client: str, settings: dict[str, Any], said: str
) -> None:
    with pytest.raises(ConfigurationError) as refused:
        configured(client, **{"token": TOKEN, "base_url": URL, **settings})
    assert said in str(refused.value)
    assert "planted" not in str(refused.value)
    assert not isinstance(refused.value.__cause__ or refused.value.__context__, FlightHubError)


@both
def test_the_traceback_of_a_client_that_was_not_made_shows_no_token_among_the_local_variables(client: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        configured(client, token="planted-key", project="Quarry\nsurvey", region="eu")
    here = str(Path(__file__).parent)
    all_frames = traceback.walk_tb(refused.value.__traceback__)
    frames = [each for each in all_frames if not each[0].f_code.co_filename.startswith(here)]
    shown = "".join(traceback.StackSummary.extract(frames, capture_locals=True).format())
    assert "Quarry" in shown
    assert "planted-key" not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "planted key"),
        ("PROJECT", "Quarry\nsurvey"),
        ("REGION", "mars"),
        ("BASE_URL", "flighthub.example.com"),
        ("LANGUAGE", "de"),
        ("CA_BUNDLE", "/nowhere/ca.pem"),
    ],
)
def test_the_error_names_the_variable_that_is_wrong(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for each, good in {"TOKEN": TOKEN, "BASE_URL": None if name == "REGION" else URL, name: value}.items():
        if good is not None:
            monkeypatch.setenv(f"FLIGHTHUB_{each}", good)
    with pytest.raises(ConfigurationError, match=f"FLIGHTHUB_{name}"):
        configured("sync")


@both
def test_a_file_without_certificates_is_no_ca_bundle(client: str, tmp_path: Path) -> None:
    bundle = tmp_path / "ca.pem"
    bundle.write_text("no certificate")
    with pytest.raises(ConfigurationError, match=re.escape(str(bundle))):
        configured(client, token=TOKEN, base_url=URL, ca_bundle=bundle)


@both
@pytest.mark.parametrize("path", ["", "/", "/fh/", "/fh"])
def test_a_base_url_may_have_a_path(client: str, path: str, server: AnsweringServer) -> None:
    send(client, server.base_url + path, "getSystemStatus")
    (arrival,) = server.arrivals
    assert arrival.target == f"{path.rstrip('/')}/openapi/v0.1/system_status"


@both
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_request_carries_what_every_request_carries(client: str, operation_id: str, server: AnsweringServer) -> None:
    for _ in range(2):
        send(client, server.base_url, operation_id)
    operation = OPERATIONS[operation_id]
    for arrival in server.arrivals:
        assert arrival.method == operation.http_method
        assert re.fullmatch(re.sub(r"{\w+}", "[^/]+", operation.path), arrival.path)
        assert arrival.header("X-User-Token") == TOKEN
        assert arrival.header("X-Project-Uuid") == (PROJECT if operation.sends_project else None)
        assert arrival.header("X-Language") == "en"
        assert arrival.header("Accept") == "application/json"
        assert str(arrival.header("User-Agent")).startswith(f"flighthub/{__version__} python/")
    ids = {str(UUID(arrival.header("X-Request-Id"))) for arrival in server.arrivals}
    assert len(ids) == 2


def test_the_project_belongs_to_all_operations_but_those_that_choose_one() -> None:
    without = {each.name for each in OPERATIONS.values() if not each.sends_project and each.edition == "V1.0"}
    assert without == {"projects.list", "devices.list_all", "system.status"}


@both
@pytest.mark.parametrize("operation_id", [each.operation_id for each in OPERATIONS.values() if each.scope == "project"])
def test_a_call_on_a_project_is_refused_where_there_is_none(
    client: str, operation_id: str, server: AnsweringServer
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        send(client, server.base_url, operation_id, needed_arguments(operation_id), project=None)
    assert refused.value.member == "project"
    assert OPERATIONS[operation_id].name in str(refused.value)
    assert server.arrivals == []


@both
@pytest.mark.parametrize(
    "operation_id", [each.operation_id for each in OPERATIONS.values() if each.scope == "organization"]
)
def test_a_call_on_the_organization_needs_no_project(client: str, operation_id: str, server: AnsweringServer) -> None:
    send(client, server.base_url, operation_id, project=None)
    (arrival,) = server.arrivals
    assert arrival.header("X-Project-Uuid") is None


@both
@pytest.mark.parametrize("project", [OTHER, OTHER.upper(), UUID(OTHER)], ids=repr)
def test_a_call_can_act_on_another_project(client: str, project: Any, server: AnsweringServer) -> None:
    send(client, server.base_url, "listWaylines", options={"project": project})
    send(client, server.base_url, "listWaylines", options={"project": project}, project=None)
    assert [each.header("X-Project-Uuid") for each in server.arrivals] == [OTHER, OTHER]


@both
def test_a_call_can_have_a_timeout_of_its_own(client: str, server: AnsweringServer) -> None:
    server.answer = Breaks.SILENCE
    with pytest.raises(RequestTimeout):
        send(client, server.base_url, "getSystemStatus", options={"timeout": 0.1})


@both
def test_a_call_can_carry_more_headers_query_and_body_members(client: str, server: AnsweringServer) -> None:
    send(
        client,
        server.base_url,
        "setStreamQuality",
        options={
            "extra_headers": {"X-Added": "1"},
            "extra_query": {"added": "1"},
            "extra_body": {"added": [1], "quality_type": "smooth"},
        },
    )
    (arrival,) = server.arrivals
    assert (arrival.header("X-Added"), arrival.query) == ("1", {"added": ["1"]})
    body = json.loads(arrival.body)
    assert body == {**example_arguments("setStreamQuality"), "added": [1], "quality_type": "smooth"}


@both
def test_members_can_be_added_to_a_query_and_a_body_that_are_there_or_not(client: str, server: AnsweringServer) -> None:
    send(client, server.base_url, "listFlightTasks", options={"extra_query": {"page": "1"}})
    send(client, server.base_url, "stopOpenModelReconstruction", options={"extra_body": {"reason": "rain"}})
    listed, stopped = server.arrivals
    assert set(listed.query) == {"sn", "begin_at", "end_at", "page"}
    assert json.loads(stopped.body) == {"reason": "rain"}


@both
@pytest.mark.parametrize("name", ["X-Language", "x-language", "X-LANGUAGE"])
def test_a_header_given_for_a_call_replaces_the_usual_one_whatever_its_case(
    client: str, name: str, server: AnsweringServer
) -> None:
    send(client, server.base_url, "getSystemStatus", options={"extra_headers": {name: "zh"}})
    (arrival,) = server.arrivals
    assert arrival.header("X-Language") == "zh"


WRONG_OPTIONS: list[dict[str, Any]] = [
    {"retries": 3},
    {"Timeout": 1},
    {"project": "Quarry\nsurvey"},
    {"timeout": 0},
    {"timeout": (1, 2)},
    {"deadline": 0},
    {"retry": 3},
    {"extra_headers": {"X-User-Token": "another"}},
    {"extra_headers": {"x-request-id": "mine-1"}},
    {"extra_headers": {"X Added": "a"}},
    {"extra_query": {"page": 1}},
    {"extra_body": ["a"]},
    {"timeout": "5"},
    {"extra_headers": {"X-Added": "line\r\nX-Injected: 1"}},
    {"extra_headers": {"X-Added": "\u4e2d"}},
]


@both
@pytest.mark.parametrize("operation_id", ["listWaylines", "createFlightTask"])
@pytest.mark.parametrize("options", WRONG_OPTIONS, ids=str)
def test_an_option_that_cannot_be_right_is_an_invalid_argument_and_nothing_is_sent(
    client: str, operation_id: str, options: Any, server: AnsweringServer
) -> None:
    with pytest.raises(InvalidArgument):
        send(client, server.base_url, operation_id, options=options)
    assert server.arrivals == []


def test_a_closed_client_says_so(server: AnsweringServer) -> None:
    fh = FlightHub(token=TOKEN, base_url=server.base_url)
    fh.system.status()
    fh.close()
    fh.close()
    with pytest.raises(ConfigurationError, match="closed"):
        fh.system.status()
    assert len(server.arrivals) == 1


def test_a_closed_async_client_says_so(server: AnsweringServer) -> None:
    async def used() -> None:
        fh = AsyncFlightHub(token=TOKEN, base_url=server.base_url)
        await fh.system.status()
        await fh.aclose()
        await fh.aclose()
        with pytest.raises(ConfigurationError, match="closed"):
            await fh.system.status()

    asyncio.run(used())
    assert len(server.arrivals) == 1


def test_a_block_closes_its_client_also_after_an_error(server: AnsweringServer) -> None:
    with pytest.raises(ZeroDivisionError), FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        raise ZeroDivisionError
    with pytest.raises(ConfigurationError, match="closed"):
        fh.system.status()


def test_an_async_block_closes_its_client_also_after_an_error(server: AnsweringServer) -> None:
    async def used() -> None:
        with pytest.raises(ZeroDivisionError):
            async with AsyncFlightHub(token=TOKEN, base_url=server.base_url) as fh:
                raise ZeroDivisionError
        with pytest.raises(ConfigurationError, match="closed"):
            await fh.system.status()

    asyncio.run(used())


def test_calls_of_one_async_client_run_side_by_side(flighthub_simulator: Simulator) -> None:
    simulator = flighthub_simulator

    async def used() -> list[Any]:
        async with AsyncFlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
            return await asyncio.gather(*(fh.waylines.get(f"wayline-{index}") for index in range(20)))

    names = [wayline.name for wayline in asyncio.run(used())]
    assert len(set(names)) == 1
    assert len(names) == 20


def requested(client: str, base_url: str, *arguments: Any, **options: Any) -> Any:
    """What the escape hatch gives."""
    if client == "sync":
        with FlightHub(token=TOKEN, project=PROJECT, base_url=base_url, timeout=1) as fh:
            return fh.request(*arguments, **options)

    async def sent() -> Any:
        async with AsyncFlightHub(token=TOKEN, project=PROJECT, base_url=base_url, timeout=1) as fh:
            return await fh.request(*arguments, **options)

    return asyncio.run(sent())


@both
def test_a_request_that_no_method_covers_carries_the_same_and_gives_the_data(
    client: str, server: AnsweringServer
) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"id": 7}})
    told = {"json": {"a": 1}, "query": {"b": "2"}, "request_options": {"extra_headers": {"X-Added": "1"}}}
    made = requested(client, server.base_url, "post", "/openapi/v0.1/workflow", **told)
    (arrival,) = server.arrivals
    assert made == {"id": 7}
    assert (arrival.method, arrival.target) == ("POST", "/openapi/v0.1/workflow?b=2")
    assert json.loads(arrival.body) == {"a": 1}
    came = [arrival.header(name) for name in ("X-User-Token", "X-Project-Uuid", "X-Language", "X-Added")]
    assert came == [TOKEN, PROJECT, "en", "1"]


@both
def test_a_request_that_no_method_covers_gives_none_where_there_is_no_data(
    client: str, server: AnsweringServer
) -> None:
    assert requested(client, server.base_url, "DELETE", "/openapi/v0.1/workflow/7") is None
    assert server.arrivals[0].body == b""


@both
def test_a_request_whose_path_is_none_is_refused(client: str, server: AnsweringServer) -> None:
    for path in ("openapi/v0.1/project", "https://fh.dji.com/openapi/v0.1/project", ""):
        with pytest.raises(InvalidArgument) as refused:
            requested(client, server.base_url, "GET", path)
        assert refused.value.member == "path"
    assert server.arrivals == []


HATCH_FAILURES: list[tuple[str, Answer, type[FlightHubError]]] = [
    ("GET", http({"code": 210104, "message": ""}), NotFound),
    ("POST", http({"code": 210104, "message": ""}), NotFound),
    ("GET", http("pong"), UnexpectedResponse),
    ("POST", http("pong"), OutcomeUnknown),
    ("PUT", http(b"", 502), OutcomeUnknown),
    ("DELETE", Breaks.RESET, OutcomeUnknown),
    ("get", Breaks.RESET, ConnectionFailed),
]


@both
@pytest.mark.parametrize(("method", "answer", "expected"), HATCH_FAILURES)
def test_a_request_that_no_method_covers_fails_like_a_call_and_is_sent_once(
    client: str, method: str, answer: Answer, expected: type[FlightHubError], server: AnsweringServer
) -> None:
    server.answer = answer
    with pytest.raises(expected) as caught:
        requested(client, server.base_url, method, "/openapi/v0.1/workflow")
    assert type(caught.value) is expected
    assert "/openapi/v0.1/workflow" in str(caught.value)
    assert len(server.arrivals) == 1


@both
def test_a_list_in_the_query_of_the_hatch_is_repeated(client: str, server: AnsweringServer) -> None:
    requested(client, server.base_url, "GET", "/openapi/v0.1/project", query={"a": ["x", "y"], "b": "z"})
    (arrival,) = server.arrivals
    assert arrival.target.endswith("?a=x&a=y&b=z")


@both
def test_what_is_no_text_in_the_query_of_the_hatch_is_refused(client: str, server: AnsweringServer) -> None:
    for value in (1, ["x", 1], {"x": "y"}):
        with pytest.raises(InvalidArgument, match=r"query\.a"):
            requested(client, server.base_url, "GET", "/openapi/v0.1/project", query={"a": value})
    assert server.arrivals == []


@both
def test_the_hatch_reaches_the_simulator(client: str, flighthub_simulator: Simulator) -> None:
    simulator = flighthub_simulator
    query = {"usage": "simple"}
    if client == "sync":
        with FlightHub(token=simulator.token, base_url=simulator.base_url) as fh:
            data = fh.request("GET", "/openapi/v0.1/project", query=query)
    else:

        async def sent() -> Any:
            async with AsyncFlightHub(token=simulator.token, base_url=simulator.base_url) as fh:
                return await fh.request("GET", "/openapi/v0.1/project", query=query)

        data = asyncio.run(sent())
    assert [each["uuid"] for each in data["list"]] == [simulator.project]


def alerts(alert: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"list": [{"device_sn": "1581FEXAMPLE00001", "device_hms": {"list": [alert]}}]}}


DEVIATIONS: list[tuple[str, dict[str, Any], str]] = [
    ("getFlightTask", {"data": {"uuid": "t1", "status": "hovering"}}, "data.status is 'hovering'"),
    ("getFlightTask", {"data": {"uuid": "t1", "colour": "red"}}, "data.colour is not documented"),
    ("getFlightTask", {"data": {"name": "Perimeter"}}, "data.uuid is missing"),
    ("getFlightTask", {"data": {"uuid": None}}, "data.uuid is null"),
    ("getFlightTask", {"data": {"uuid": 7}}, "data.uuid has an unexpected form"),
    ("getFlightTask", {"data": {"uuid": "t1", "interval": "1"}}, "data.interval has an unexpected form"),
    ("getFlightTask", {"data": {"uuid": "t1", "folder_info": {"folder_id": "7"}}}, "data.folder_info.folder_id"),
    ("getFlightTask", {"data": {"uuid": "t1", "days_of_week": [1, 9]}}, "data.days_of_week[1] is 9"),
    ("getFlightTask", {"data": {"uuid": "t1", "days_of_month": [1, "2"]}}, "data.days_of_month holds items"),
    ("getFlightTask", {"data": []}, "data has an unexpected form"),
    ("getFlightTask", {"data": {"uuid": "t1"}, "trace": 1}, "trace is not documented"),
    ("getFlightTask", {"code": "0", "data": {"uuid": "t1"}}, "code is not a number"),
    ("listWaylines", {"data": [{"id": "w1"}]}, "data is a bare list"),
    ("listWaylines", {"data": {"list": [{"id": "w1"}, {}]}}, "data.list[1].id is missing"),
    ("listDeviceHms", alerts({"in_the_sky": "in_the_sky"}), "in_the_key came as in_the_sky"),
    ("listDeviceHms", alerts({"code": 16}), "device_hms.list[0].code has an unexpected form"),
]


@both
@pytest.mark.parametrize(("operation_id", "members", "deviation"), DEVIATIONS)
def test_a_strict_client_refuses_an_answer_that_departs_from_the_documentation_and_says_where(
    client: str, operation_id: str, members: dict[str, Any], deviation: str, server: AnsweringServer
) -> None:
    server.answer = http({"code": 0, "message": "", **members})
    send(client, server.base_url, operation_id)
    with pytest.raises(UnexpectedResponse) as refused:
        send(client, server.base_url, operation_id, strict=True)
    assert deviation in str(refused.value)
    assert refused.value.operation == OPERATIONS[operation_id].name
    assert refused.value.http_status == 200
    assert refused.value.request_id == server.arrivals[1].header("X-Request-Id")


@both
@pytest.mark.parametrize("file", ANSWERS)
def test_a_strict_client_takes_every_example_answer(client: str, file: str, server: AnsweringServer) -> None:
    server.answer = http(example(file))
    send(client, server.base_url, file.split(".")[0], strict=True)
    assert list(call_of(file.split(".")[0]).read(example(file)).deviations()) == []


@both
def test_a_strict_client_keeps_its_error_short(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"uuid": "t1", **{f"added_{i}": i for i in range(9)}}})
    with pytest.raises(UnexpectedResponse, match="4 more"):
        send(client, server.base_url, "getFlightTask", strict=True)


def paging(count: int) -> Callable[[Arrival], Answer]:
    """A server of so many projects, in pages, or all at once with usage=simple."""
    rows = [{"uuid": f"p{index}", "name": f"Project {index}"} for index in range(count)]

    def answer(arrival: Arrival) -> Answer:
        query = {name: values[0] for name, values in arrival.query.items()}
        number, size = int(query.get("page", "1")), int(query.get("page_size", "10"))
        shown = rows if query.get("usage") == "simple" else rows[(number - 1) * size : number * size]
        return http({"code": 0, "message": "", "data": {"list": shown or None}})

    return answer


def pages_asked(server: AnsweringServer) -> list[tuple[str, str]]:
    return [(each.query["page"][0], each.query["page_size"][0]) for each in server.arrivals]


def walked(client: str, base_url: str, **arguments: Any) -> list[str | None]:
    """The ids of all projects, row by row."""
    if client == "sync":
        with FlightHub(token=TOKEN, base_url=base_url) as fh:
            return [each.uuid for each in fh.projects.list(**arguments)]

    async def rows() -> list[str | None]:
        async with AsyncFlightHub(token=TOKEN, base_url=base_url) as fh:
            return [each.uuid async for each in fh.projects.list(**arguments)]

    return asyncio.run(rows())


def ids(count: int, start: int = 0) -> list[str]:
    return [f"p{index}" for index in range(start, count)]


@both
@pytest.mark.parametrize(("count", "requests"), [(0, 1), (1, 1), (9, 1), (10, 2), (11, 2), (25, 3), (30, 4)])
def test_a_list_walks_all_pages_until_one_is_short(
    client: str, count: int, requests: int, server: AnsweringServer
) -> None:
    server.answer = paging(count)
    assert walked(client, server.base_url) == ids(count)
    assert pages_asked(server) == [(str(number), "10") for number in range(1, requests + 1)]


@both
def test_a_list_is_walked_in_pages_of_the_size_that_was_asked_for_from_the_page_that_was(
    client: str, server: AnsweringServer
) -> None:
    server.answer = paging(25)
    assert walked(client, server.base_url, page=2, page_size=7, q="Project") == ids(25, 7)
    assert pages_asked(server) == [("2", "7"), ("3", "7"), ("4", "7")]
    assert {each.query["q"][0] for each in server.arrivals} == {"Project"}


@both
@pytest.mark.parametrize("count", [0, 3, 10, 25])
def test_a_list_without_paging_takes_one_request(client: str, count: int, server: AnsweringServer) -> None:
    server.answer = paging(count)
    assert walked(client, server.base_url, usage="simple") == ids(count)
    assert len(server.arrivals) == 1


@both
def test_a_list_stops_where_the_server_repeats_a_page(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"list": [{"uuid": each} for each in ids(10)]}})
    assert walked(client, server.base_url) == ids(10)
    assert len(server.arrivals) == 2


@both
def test_a_list_stops_where_the_server_pays_no_attention_to_pages(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"list": [{"uuid": each} for each in ids(25)]}})
    assert walked(client, server.base_url) == ids(25)
    assert len(server.arrivals) == 2


def test_a_list_asks_for_nothing_until_it_is_looked_at(server: AnsweringServer) -> None:
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        listed = fh.projects.list()
        assert "0 rows" in repr(listed)
    assert server.arrivals == []


def test_a_list_fetches_as_many_pages_as_an_index_needs_and_each_once(server: AnsweringServer) -> None:
    server.answer = paging(35)
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        listed = fh.projects.list()
        assert listed[0].uuid == "p0"
        assert len(server.arrivals) == 1
        assert listed[12].uuid == "p12"
        assert len(server.arrivals) == 2
        assert listed[3].uuid == "p3"
        assert len(server.arrivals) == 2
        assert listed[-1].uuid == "p34"
        assert [each.uuid for each in listed[8:12]] == ids(12, 8)
        assert (len(listed), bool(listed)) == (35, True)
        assert [each.uuid for each in listed] == [each.uuid for each in listed] == ids(35)
        assert listed[0] in listed
        with pytest.raises(IndexError):
            _ = listed[35]
    assert pages_asked(server) == [(str(number), "10") for number in (1, 2, 3, 4)]


def test_the_length_of_a_list_is_that_of_all_pages(server: AnsweringServer) -> None:
    server.answer = paging(21)
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        assert len(fh.projects.list()) == 21
        assert [isinstance(each, Project) for each in list(fh.projects.list())] == [True] * 21


def test_an_empty_list_is_false(server: AnsweringServer) -> None:
    server.answer = paging(0)
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        assert not fh.projects.list()


def test_a_list_gives_page_by_page(server: AnsweringServer) -> None:
    server.answer = paging(21)
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        listed = fh.projects.list()
        assert [[each.uuid for each in page] for page in listed.pages()] == [ids(10), ids(20, 10), ids(21, 20)]
        assert list(listed.pages()) == []
        assert len(listed) == 21


def test_an_async_list_gives_page_by_page_and_all_when_awaited(server: AnsweringServer) -> None:
    server.answer = paging(21)

    async def used() -> None:
        async with AsyncFlightHub(token=TOKEN, base_url=server.base_url) as fh:
            listed = fh.projects.list()
            pages = [[each.uuid for each in page] async for page in listed.pages()]
            assert pages == [ids(10), ids(20, 10), ids(21, 20)]
            assert [each.uuid for each in await listed] == ids(21)
            assert [each.uuid for each in await listed] == ids(21)
            assert len(server.arrivals) == 3
            assert [each.uuid for each in await fh.projects.list()] == ids(21)
            assert [each.uuid async for each in fh.projects.list()] == ids(21)

    asyncio.run(used())


def test_a_list_whose_walk_broke_off_goes_on_at_the_page_that_failed(server: AnsweringServer) -> None:
    serve = paging(25)
    broken = [True]

    def answer(arrival: Arrival) -> Answer:
        if arrival.query["page"] == ["2"] and broken:
            broken.clear()
            return http(b"", 502)
        return serve(arrival)

    server.answer = answer
    with FlightHub(token=TOKEN, base_url=server.base_url, retry=False) as fh:
        listed = fh.projects.list()
        with pytest.raises(FlightHubError):
            len(listed)
        assert [each.uuid for each in listed] == ids(25)
    assert [number for number, _ in pages_asked(server)] == ["1", "2", "2", "3"]


def test_every_page_of_a_list_is_asked_for_with_the_same_options(server: AnsweringServer) -> None:
    server.answer = paging(25)
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh:
        assert len(fh.projects.list(request_options={"extra_headers": {"X-Added": "1"}})) == 25
    assert [each.header("X-Added") for each in server.arrivals] == ["1"] * 3
    assert len({each.header("X-Request-Id") for each in server.arrivals}) == 3


def test_an_answer_without_data_is_a_success_of_a_call_that_gives_nothing(server: AnsweringServer) -> None:
    server.answer = SUCCESS
    assert send("sync", server.base_url, "updateFlightTaskStatus") is None
