"""What a call acts on: a project by id or by name, the client's or the call's own, or the whole organization."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from flighthub import AsyncFlightHub, ConfigurationError, FlightHubError, InvalidArgument, OutcomeUnknown, Retry
from flighthub_api import OPERATIONS
from flighthub_runtime.operations import Answer as Envelope
from flighthub_runtime.operations import RawResponse

from .answering_server import SUCCESS, Answer, AnsweringServer, Arrival, Breaks, http
from .both_clients import CLIENTS, PROJECT, TOKEN, opened, using
from .transcription import EXAMPLES, dumped, example, example_arguments, keywords

if TYPE_CHECKING:
    from flighthub_simulator import Simulator

OTHER = "c0a8e1d4-1111-4222-8333-9d7c5b3a1f00"
THIRD = "0e5a1d0c-2222-4333-8444-1f2e3d4c5b6a"

both = pytest.mark.parametrize("client", CLIENTS)


def knowing(*projects: dict[str, Any]) -> Callable[[Arrival], Answer]:
    """A server of an organization with these projects."""

    def answer(arrival: Arrival) -> Answer:
        if arrival.path == "/openapi/v0.1/project":
            return http({"code": 0, "message": "", "data": {"list": [*projects]}})
        return SUCCESS

    return answer


QUARRY = {"uuid": PROJECT, "name": "Quarry survey"}
HARBOUR = {"uuid": OTHER, "name": "Harbour"}


def waylines(fh: Any) -> Any:
    return fh.waylines.list()


def lookups(server: AnsweringServer) -> list[Arrival]:
    return [arrival for arrival in server.arrivals if arrival.path == "/openapi/v0.1/project"]


def projects_of_calls(server: AnsweringServer) -> list[str | None]:
    """The project that each call but the lookups named."""
    return [arrival.header("X-Project-Uuid") for arrival in server.arrivals if arrival.path != "/openapi/v0.1/project"]


@both
def test_a_project_can_be_given_by_name_and_is_looked_up_once_when_it_is_needed(
    client: str, server: AnsweringServer
) -> None:
    server.answer = knowing(QUARRY, HARBOUR)
    with opened(client, base_url=server.base_url, project="Quarry survey") as step:
        step(lambda fh: fh.system.status())
        assert lookups(server) == []
        step(waylines)
        step(waylines)
        step(lambda fh: fh.devices.get_state("SN1"))
    (lookup,) = lookups(server)
    assert lookup.query == {"usage": ["simple"]}
    assert lookup.header("X-Project-Uuid") is None
    assert projects_of_calls(server) == [None, PROJECT, PROJECT, PROJECT]


@both
@pytest.mark.parametrize(
    "project", [PROJECT, PROJECT.upper(), f"{{{PROJECT}}}", PROJECT.replace("-", ""), UUID(PROJECT)]
)
def test_an_id_in_whatever_spelling_is_not_looked_up(client: str, project: Any, server: AnsweringServer) -> None:
    using(client, waylines, base_url=server.base_url, project=project)
    assert lookups(server) == []
    assert projects_of_calls(server) == [PROJECT]


@both
@pytest.mark.parametrize("name", ["quarry survey", "Quarry", "Quarry survey 2", "*", "Quarry  survey"])
def test_a_name_has_to_be_exact_and_the_error_says_what_the_key_sees(
    client: str, name: str, server: AnsweringServer
) -> None:
    server.answer = knowing(QUARRY, HARBOUR, {"uuid": THIRD, "name": None})
    with pytest.raises(ConfigurationError) as refused:
        using(client, waylines, base_url=server.base_url, project=name)
    assert repr(name) in str(refused.value)
    assert "'Harbour', 'Quarry survey'" in str(refused.value)
    assert projects_of_calls(server) == []


@both
def test_a_name_that_two_projects_have_is_refused(client: str, server: AnsweringServer) -> None:
    server.answer = knowing(QUARRY, HARBOUR, {**QUARRY, "uuid": THIRD})
    with pytest.raises(ConfigurationError, match="2 projects have the name 'Quarry survey'") as refused:
        using(client, waylines, base_url=server.base_url, project="Quarry survey")
    assert "UUID" in str(refused.value)
    assert projects_of_calls(server) == []


@both
def test_a_key_that_sees_no_project_is_told_so(client: str, server: AnsweringServer) -> None:
    server.answer = knowing()
    with pytest.raises(ConfigurationError, match="the key sees none"):
        using(client, waylines, base_url=server.base_url, project="Quarry survey")


@both
def test_a_project_without_an_id_is_none_that_can_be_found(client: str, server: AnsweringServer) -> None:
    server.answer = knowing({"name": "Quarry survey"}, {"uuid": "", "name": "Quarry survey"})
    with pytest.raises(ConfigurationError, match="no project has the name"):
        using(client, waylines, base_url=server.base_url, project="Quarry survey")


@both
def test_a_lookup_that_failed_is_made_again_with_the_next_call(client: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url, project="Quarry survey") as step:
        server.answer = Breaks.RESET
        with pytest.raises(FlightHubError, match=r"projects\.list"):
            step(waylines)
        server.answer = knowing()
        with pytest.raises(ConfigurationError):
            step(waylines)
        server.answer = knowing(QUARRY)
        step(waylines)
    assert projects_of_calls(server) == [PROJECT]


@both
@pytest.mark.parametrize(
    "options", [{"project": OTHER}, {"project": UUID(OTHER)}, {"project": "Harbour"}, {"project": " Harbour "}], ids=str
)
@pytest.mark.parametrize("of_client", [PROJECT, "Quarry survey", None])
def test_a_call_can_act_on_another_project_by_id_or_by_name(
    client: str, options: Any, of_client: str | None, server: AnsweringServer
) -> None:
    server.answer = knowing(QUARRY, HARBOUR)
    using(
        client,
        lambda fh: fh.waylines.list(request_options=options),
        base_url=server.base_url,
        project=of_client,
    )
    assert projects_of_calls(server) == [OTHER]


@both
def test_a_client_of_another_project_by_name_shares_what_was_looked_up(client: str, server: AnsweringServer) -> None:
    server.answer = knowing(QUARRY, HARBOUR)
    with opened(client, base_url=server.base_url) as step:
        harbour = step(lambda fh: fh.with_project("Harbour"))
        assert lookups(server) == []
        step(lambda _: waylines(harbour))
        step(lambda fh: waylines(fh.with_project("Harbour")))
        step(lambda _: waylines(harbour.with_project("Quarry survey")))
        step(waylines)
    assert len(lookups(server)) == 2
    assert projects_of_calls(server) == [OTHER, OTHER, PROJECT, PROJECT]
    assert "project Harbour" in repr(harbour)


@both
@pytest.mark.parametrize("project", ["", " ", "Quarry\nsurvey"])
def test_a_client_of_a_project_that_cannot_be_is_not_made(client: str, project: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step, pytest.raises(ConfigurationError, match="project"):
        step(lambda fh: fh.with_project(project))


@both
def test_a_client_of_another_project_keeps_all_other_settings(client: str, server: AnsweringServer) -> None:
    seen: list[Any] = []
    server.answer = http({"code": 0, "message": "", "added": 1})
    settings: dict[str, Any] = {"language": "zh", "strict": True, "on_response": seen.append}
    with opened(client, base_url=server.base_url, **settings) as step:
        with pytest.raises(FlightHubError, match="added is not documented"):
            step(lambda fh: fh.with_project(OTHER).waylines.list())
        assert step(lambda fh: fh.with_project(OTHER).configuration is fh.configuration)
    (arrival,) = server.arrivals
    assert (arrival.header("X-Language"), arrival.header("X-Project-Uuid"), len(seen)) == ("zh", OTHER, 1)


@both
@pytest.mark.parametrize("operation_id", [each.operation_id for each in OPERATIONS.values() if not each.sends_project])
def test_a_call_on_the_organization_names_no_project_and_looks_none_up(
    client: str, operation_id: str, server: AnsweringServer
) -> None:
    server.answer = http({"code": 0, "message": ""})
    operation, arguments = OPERATIONS[operation_id], example_arguments(operation_id)
    given = keywords(operation_id, arguments)
    with opened(client, base_url=server.base_url, project="Quarry survey") as step:
        step(lambda fh: getattr(getattr(fh, operation.group), operation.method)(**given))
        step(
            lambda fh: getattr(getattr(fh, operation.group), operation.method)(
                **given, request_options={"project": "Harbour"}
            )
        )
    assert [arrival.header("X-Project-Uuid") for arrival in server.arrivals] == [None, None]
    assert all(arrival.path == operation.path.format_map(arguments) for arrival in server.arrivals)


NAMED_WHERE_KNOWN = [
    each.operation_id for each in OPERATIONS.values() if each.sends_project and each.scope == "organization"
]


def test_open_modeling_is_of_the_organization_and_names_a_project_where_one_is_known() -> None:
    assert {OPERATIONS[each].group for each in NAMED_WHERE_KNOWN} == {"open_models"}
    assert len(NAMED_WHERE_KNOWN) == 9


@both
@pytest.mark.parametrize("operation_id", NAMED_WHERE_KNOWN)
@pytest.mark.parametrize(
    ("of_client", "of_call", "sent"), [(None, None, None), (PROJECT, None, PROJECT), (None, OTHER, OTHER)]
)
def test_a_call_on_open_modeling_names_a_project_where_one_is_known(
    client: str,
    operation_id: str,
    of_client: str | None,
    of_call: str | None,
    sent: str | None,
    server: AnsweringServer,
) -> None:
    operation = OPERATIONS[operation_id]
    options = None if of_call is None else {"project": of_call}
    using(
        client,
        lambda fh: getattr(fh.open_models, operation.method)(
            **example_arguments(operation_id), request_options=options
        ),
        base_url=server.base_url,
        project=of_client,
    )
    assert [arrival.header("X-Project-Uuid") for arrival in server.arrivals] == [sent]


@both
def test_a_call_that_needs_a_project_is_refused_with_advice_where_there_is_none(
    client: str, server: AnsweringServer
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        using(client, waylines, base_url=server.base_url, project=None)
    for said in ("waylines.list", "project=", "request_options", "fh.projects.list()"):
        assert said in str(refused.value)
    assert server.arrivals == []


@both
def test_a_request_that_no_method_covers_names_the_project_where_one_is_known(
    client: str, server: AnsweringServer
) -> None:
    server.answer = knowing(QUARRY)
    for project in (None, PROJECT, "Quarry survey"):
        using(
            client,
            lambda fh: fh.request("GET", "/openapi/v0.1/workflow"),
            base_url=server.base_url,
            project=project,
        )
    assert projects_of_calls(server) == [None, PROJECT, PROJECT]


@both
def test_a_request_that_no_method_covers_is_repeated_where_it_is_told_so(client: str, server: AnsweringServer) -> None:
    answers: Iterator[Answer] = iter([http(b"", 503), Breaks.RESET, SUCCESS])
    server.answer = lambda _: next(answers)
    using(
        client,
        lambda fh: fh.request(
            "POST", "/openapi/v0.1/workflow", request_options={"retry": Retry(attempts=3, backoff=0)}
        ),
        base_url=server.base_url,
    )
    assert len(server.arrivals) == 3


@both
@pytest.mark.parametrize("retry", [False, Retry(attempts=1)], ids=repr)
def test_a_request_that_no_method_covers_and_that_is_sent_once_has_an_unknown_outcome_when_it_is_lost(
    client: str, retry: Any, server: AnsweringServer
) -> None:
    server.answer = lambda _: Breaks.RESET
    with pytest.raises(OutcomeUnknown):
        using(
            client,
            lambda fh: fh.request("POST", "/openapi/v0.1/workflow", request_options={"retry": retry}),
            base_url=server.base_url,
        )
    assert len(server.arrivals) == 1


@both
def test_projects_of_the_simulator_are_found_by_name(client: str, flighthub_simulator: Simulator) -> None:
    simulator = flighthub_simulator
    told: dict[str, Any] = {"token": simulator.token, "base_url": simulator.base_url, "project": None}
    (project,) = using(client, lambda fh: fh.projects.list(usage="simple"), **told)
    assert using(client, lambda fh: fh.devices.list(), **{**told, "project": project.name})
    with pytest.raises(ConfigurationError, match=repr(project.name)):
        using(client, lambda fh: fh.devices.list(), **{**told, "project": "Nowhere"})


def test_calls_at_once_with_a_project_by_name_all_act_on_it(server: AnsweringServer) -> None:
    server.answer = knowing(QUARRY, HARBOUR)

    async def used() -> None:
        async with AsyncFlightHub(token=TOKEN, project="Harbour", base_url=server.base_url) as fh:
            await asyncio.gather(*(fh.waylines.list() for _ in range(5)))

    asyncio.run(used())
    assert projects_of_calls(server) == [OTHER] * 5


RAW_GROUPS = sorted({each.group for each in OPERATIONS.values()})


@both
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_the_raw_form_of_a_method_gives_all_that_came_back(
    client: str, operation_id: str, server: AnsweringServer
) -> None:
    file = f"{operation_id}.answer.json"
    came = example(file) if (EXAMPLES / file).exists() else {"code": 0, "message": "done"}
    server.answer = http(came, 200, headers={"X-Trace": "t1"})
    operation = OPERATIONS[operation_id]
    given = keywords(operation_id, example_arguments(operation_id))
    raw = using(
        client,
        lambda fh: getattr(getattr(fh.raw, operation.group), operation.method)(**given),
        base_url=server.base_url,
    )
    assert isinstance(raw, RawResponse)
    assert isinstance(raw.answer, Envelope)
    assert (raw.http_status, raw.headers["x-trace"]) == (200, "t1")
    assert json.loads(raw.body) == came
    assert raw.request_ids == (server.arrivals[0].header("X-Request-Id"),)
    assert (raw.answer.code, raw.answer.message) == (came["code"], came["message"])
    assert dumped(raw.answer.to_dict()) == dumped(came)
    plain = using(
        client,
        lambda fh: getattr(getattr(fh, operation.group), operation.method)(**given),
        base_url=server.base_url,
    )
    assert raw.result == plain
    first, second = server.arrivals
    assert (first.method, first.path, first.body) == (second.method, second.path, second.body)


@both
def test_the_raw_form_of_a_failure_is_the_same_exception(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 210104, "message": "gone"})
    with pytest.raises(FlightHubError, match="gone"):
        using(client, lambda fh: fh.raw.flight_tasks.get("t1"), base_url=server.base_url)


@both
def test_the_raw_form_acts_on_the_project_of_its_client(client: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step:
        step(lambda fh: fh.raw.waylines.list())
        step(lambda fh: fh.with_project(OTHER).raw.waylines.list())
        step(lambda fh: fh.raw.waylines.list(request_options={"project": THIRD}))
    assert projects_of_calls(server) == [PROJECT, OTHER, THIRD]


@pytest.mark.parametrize("group", RAW_GROUPS)
def test_every_group_has_a_raw_form_with_the_same_methods(group: str) -> None:
    module = import_module(f"flighthub_api.groups.{group}")
    name = "".join(part.title() for part in group.split("_"))
    for prefix in ("", "Async"):
        methods = {each for each in vars(getattr(module, f"{prefix}{name}")) if not each.startswith("_")}
        assert methods == {each for each in vars(getattr(module, f"{prefix}Raw{name}")) if not each.startswith("_")}
        assert methods
