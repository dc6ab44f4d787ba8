"""Operations of other editions: what the client fills in, where they are missing, and how their lists are walked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

import pytest

import flighthub
from flighthub import API, AsyncFlightHub, ConfigurationError, FlightHub, InvalidArgument, NotFound
from flighthub._core.responses import Response, classify_response
from flighthub_api import OPERATIONS
from flighthub_api.servers import SERVERS
from flighthub_runtime.operations import Operation

from .answering_server import WEB_PAGE, Answer, AnsweringServer, Arrival, http
from .both_clients import CLIENTS, PROJECT, TOKEN, opened, using
from .transcription import EXAMPLES, call_of, example, keywords, needed_arguments

ORGANIZATION = "c0a8e1d4-1111-4222-8333-9d7c5b3a1f00"
ANOTHER = "0e5a1d0c-2222-4333-8444-1f2e3d4c5b6a"
PROJECTS_PATH = OPERATIONS["listProjects"].path
ORGANIZATIONS_PATH = OPERATIONS["listOrganizations"].path

both = pytest.mark.parametrize("client", CLIENTS)

FILLED = {
    name: {each.wire: each.filled_from for each in operation.arguments if each.filled_from}
    for name, operation in OPERATIONS.items()
    if any(each.filled_from for each in operation.arguments)
}
"""What the client fills in, by operation."""

OF_ORGANIZATION = [name for name, filled in FILLED.items() if "organization" in filled.values()]
BEYOND = [name for name, operation in OPERATIONS.items() if operation.edition != "V1.0"]
IDS = {"project": PROJECT, "organization": ORGANIZATION}


def answering(
    projects: list[dict[str, Any]], organizations: Answer | list[dict[str, Any]] | None = None
) -> Callable[[Arrival], Answer]:
    """A server whose key sees these, and that answers every operation by its example."""

    def answer(arrival: Arrival) -> Answer:
        if arrival.path == PROJECTS_PATH:
            return http({"code": 0, "message": "", "data": {"list": projects}})
        if arrival.path == ORGANIZATIONS_PATH and organizations is not None:
            if isinstance(organizations, list):
                return http({"code": 0, "message": "", "data": {"list": organizations}})
            return organizations
        return http({"code": 0, "message": ""})

    return answer


QUARRY = {"uuid": PROJECT, "name": "Quarry survey", "org_uuid": ORGANIZATION}


def sent(fh: Any, operation_id: str, **more: Any) -> Any:
    """Sends an operation by its method, without what the client fills in."""
    operation = OPERATIONS[operation_id]
    given = keywords(operation_id, needed_arguments(operation_id))
    return getattr(getattr(fh, operation.group), operation.method)(**given, **more)


def lookups(server: AnsweringServer) -> list[str]:
    return [each.path for each in server.arrivals if each.path in (PROJECTS_PATH, ORGANIZATIONS_PATH)]


def value_of(arrival: Arrival, operation: Operation, name: str) -> str:
    """What stands for a parameter of the path, or of the query."""
    for place, step in zip(operation.path.split("/"), arrival.path.split("/"), strict=True):
        if place == f"{{{name}}}":
            return unquote(step)
    (value,) = arrival.query[name]
    return value


# What the client fills in


@both
@pytest.mark.parametrize("operation_id", FILLED)
def test_what_a_call_does_not_give_is_filled_in(client: str, operation_id: str, server: AnsweringServer) -> None:
    server.answer = answering([QUARRY])
    using(client, lambda fh: sent(fh, operation_id), base_url=server.base_url)
    operation, arrival = OPERATIONS[operation_id], server.arrivals[-1]
    values = {name: value_of(arrival, operation, name) for name in FILLED[operation_id]}
    assert values == {name: IDS[source] for name, source in FILLED[operation_id].items()}
    assert arrival.header("X-Project-Uuid") == (PROJECT if operation.sends_project else None)


@both
@pytest.mark.parametrize("operation_id", FILLED)
def test_what_a_call_gives_is_sent_and_nothing_is_looked_up(
    client: str, operation_id: str, server: AnsweringServer
) -> None:
    server.answer = answering([QUARRY])
    given = keywords(operation_id, dict.fromkeys(FILLED[operation_id], ANOTHER))
    using(client, lambda fh: sent(fh, operation_id, **given), base_url=server.base_url, project=None)
    (arrival,) = server.arrivals
    operation = OPERATIONS[operation_id]
    assert {value_of(arrival, operation, name) for name in FILLED[operation_id]} == {ANOTHER}
    assert arrival.header("X-Project-Uuid") == (ANOTHER if operation.scope == "project" else None)


@both
def test_a_project_by_name_fills_in_its_id(client: str, server: AnsweringServer) -> None:
    server.answer = answering([QUARRY])
    with opened(client, base_url=server.base_url, project="Quarry survey") as step:
        step(lambda fh: sent(fh, "getOfflineMap"))
        step(lambda fh: sent(fh, "getOfflineMap", request_options={"project": ANOTHER}))
    first, second = server.arrivals[1:]
    assert (PROJECT in first.path, ANOTHER in second.path) == (True, True)
    assert second.header("X-Project-Uuid") == ANOTHER


@both
def test_without_a_project_nothing_is_sent(client: str, server: AnsweringServer) -> None:
    with pytest.raises(InvalidArgument, match="project"):
        using(client, lambda fh: sent(fh, "getOfflineMap"), base_url=server.base_url, project=None)
    assert server.arrivals == []


@both
@pytest.mark.parametrize("given", ["", "  ", "not an id", ".."])
def test_an_id_that_can_be_none_is_refused_before_anything_is_sent(
    client: str, given: str, server: AnsweringServer
) -> None:
    with pytest.raises(InvalidArgument):
        using(client, lambda fh: fh.areas.get_offline_map(workspace_id=given), base_url=server.base_url)
    assert server.arrivals == []


@both
def test_other_arguments_are_checked_before_anything_is_looked_up(client: str, server: AnsweringServer) -> None:
    with pytest.raises(InvalidArgument, match="page_size"):
        using(client, lambda fh: fh.organizations.list_users(page_size=-1), base_url=server.base_url)
    assert server.arrivals == []


# The organization


@both
def test_the_organization_is_looked_up_once_and_remembered_by_all_clients_that_share_it(
    client: str, server: AnsweringServer
) -> None:
    server.answer = answering([QUARRY])
    with opened(client, base_url=server.base_url) as step:
        for _ in range(2):
            step(lambda fh: fh.organizations.get())
            step(lambda fh: fh.with_project(ANOTHER).organizations.me())
            step(lambda fh: fh.raw.organizations.get())
    assert lookups(server) == [PROJECTS_PATH]


def test_threads_that_need_the_organization_at_once_look_it_up_once(server: AnsweringServer) -> None:
    server.answer = answering([QUARRY])
    with (
        FlightHub(token=TOKEN, base_url=server.base_url) as fh,
        ThreadPoolExecutor(8) as pool,
    ):
        list(pool.map(lambda _: fh.organizations.get(), range(16)))
    assert lookups(server) == [PROJECTS_PATH]
    assert len(server.arrivals) == 17


def test_tasks_that_need_the_organization_at_once_look_it_up_once_even_in_another_loop(
    server: AnsweringServer,
) -> None:
    server.answer = answering([QUARRY])
    fh = AsyncFlightHub(token=TOKEN, base_url=server.base_url)

    async def at_once() -> None:
        await asyncio.gather(*(fh.organizations.get() for _ in range(16)))

    async def last() -> None:
        await at_once()
        await fh.aclose()

    asyncio.run(at_once())
    asyncio.run(last())
    assert lookups(server) == [PROJECTS_PATH]


@both
def test_where_no_project_names_the_organization_the_list_of_organizations_does(
    client: str, server: AnsweringServer
) -> None:
    for projects in ([], [{"uuid": PROJECT, "name": "Quarry survey"}]):
        server.answer = answering(projects, [{"uuid": ORGANIZATION, "name": "Example Surveys"}])
        server.arrivals.clear()
        using(client, lambda fh: fh.organizations.get(), base_url=server.base_url)
        assert lookups(server) == [PROJECTS_PATH, ORGANIZATIONS_PATH]
        assert server.arrivals[-1].path.endswith(ORGANIZATION)


@both
@pytest.mark.parametrize(
    ("projects", "organizations", "said"),
    [
        ([QUARRY, {**QUARRY, "org_uuid": ANOTHER}], None, f"sees 2 organizations ({ANOTHER}, {ORGANIZATION})"),
        ([], [{"uuid": ORGANIZATION}, {"uuid": ANOTHER}], "sees 2 organizations"),
        ([], [], "the list of organizations is empty"),
        ([], http({"code": 200403, "message": "forbidden"}), "the list of organizations cannot be read"),
        ([], http("404 page not found", 404), "the list of organizations cannot be read"),
    ],
)
def test_an_organization_that_cannot_be_learned_is_an_error_that_says_what_to_do(
    client: str, projects: Any, organizations: Any, said: str, server: AnsweringServer
) -> None:
    server.answer = answering(projects, organizations)
    with pytest.raises(ConfigurationError) as refused:
        using(client, lambda fh: fh.organizations.get(), base_url=server.base_url)
    assert said in str(refused.value)
    assert "give the call the id of the organization" in str(refused.value)
    assert [each.path for each in server.arrivals] == lookups(server)


@both
def test_a_lookup_of_the_organization_that_failed_is_made_again(client: str, server: AnsweringServer) -> None:
    with opened(client, base_url=server.base_url) as step:
        server.answer = answering([], [])
        with pytest.raises(ConfigurationError):
            step(lambda fh: fh.organizations.get())
        server.answer = answering([QUARRY])
        step(lambda fh: fh.organizations.get())
    assert server.arrivals[-1].path.endswith(ORGANIZATION)


# Where an edition is missing


@both
@pytest.mark.parametrize("operation_id", BEYOND)
@pytest.mark.parametrize("body", ["404 page not found", WEB_PAGE, ""], ids=["text", "page", "nothing"])
def test_a_path_that_the_server_does_not_know_is_told_to_be_of_another_edition(
    client: str, operation_id: str, body: str, server: AnsweringServer
) -> None:
    operation = OPERATIONS[operation_id]
    edition = API.editions[operation.edition]

    def answer(arrival: Arrival) -> Answer:
        return answering([QUARRY])(arrival) if arrival.path == PROJECTS_PATH else http(body, 404)

    server.answer = answer
    with pytest.raises(NotFound) as missing:
        using(client, lambda fh: sent(fh, operation_id), base_url=server.base_url)
    error = missing.value
    assert (error.code, error.http_status, error.operation) == (None, 404, operation.name)
    assert f"It is part of {edition.label}, and not of V1.0" in error.hint
    assert error.hint in str(error)
    on_premises = "On premises it does not exist: use what V1.0 has" in error.hint
    assert on_premises is ("on premises" not in edition.available)
    assert ("fh.doctor() tells" in error.hint) is not on_premises


@pytest.mark.parametrize("region", SERVERS)
@pytest.mark.parametrize("status", [404, 405])
def test_in_the_public_cloud_the_error_leads_to_the_doctor(region: str, status: int) -> None:
    found = classify_response(OPERATIONS["getSystemHealth"], Response(status, {}, b"no"), None, SERVERS[region])
    assert "FlightHub 2 OpenAPI V2.0, public cloud only" in str(found.error)
    assert "fh.doctor() tells" in str(found.error)


def test_a_missing_path_of_v1_is_told_to_be_that_of_another_host() -> None:
    found = classify_response(OPERATIONS["listProjects"], Response(404, {}, b"no"), None, "http://127.0.0.1:30812")
    assert "Check the host" in str(found.error)


@both
def test_a_code_of_the_operation_is_not_taken_for_a_missing_edition(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 200404, "message": "no such task"}, 404)
    with pytest.raises(flighthub.APIError) as failed:
        using(client, lambda fh: sent(fh, "getFlightTaskOperations"), base_url=server.base_url)
    assert failed.value.code == 200404
    assert "V2.0" not in str(failed.value)


# Lists that tell how long they are


TOTALLED = [name for name in OPERATIONS if (paging := call_of(name).paging) is not None and paging.total is not None]


def paged(operation_id: str, rows: int, cap: int) -> Callable[[Arrival], Answer]:
    """A server with so many rows that gives no more than `cap` of them at a time, and tells how many there are."""
    call = call_of(operation_id)
    paging, result = call.paging, call.operation.result_member
    assert paging is not None
    assert paging.total is not None
    answer = example(f"{operation_id}.answer.json")
    (row,) = answer["data"][result][:1]

    def answered(arrival: Arrival) -> Answer:
        number, size = (int(arrival.query[name][0]) for name in (paging.page, paging.size))
        size = min(size, cap)
        shown = range(rows)[(number - 1) * size : number * size]
        made = {**answer, "data": {**answer["data"], result: [{**row, "n": n} for n in shown]}}
        place = made["data"]
        *above, last = str(paging.total).split(".")
        for step in above:
            place = place.setdefault(step, {})
        place[last] = rows
        return http(made)

    return answered


@both
@pytest.mark.parametrize("operation_id", TOTALLED)
@pytest.mark.parametrize(("rows", "cap"), [(0, 100), (7, 100), (45, 20), (41, 7), (40, 20)])
def test_a_list_is_walked_to_its_end_though_the_server_caps_its_pages(
    client: str, operation_id: str, rows: int, cap: int, server: AnsweringServer
) -> None:
    server.answer = paged(operation_id, rows, cap)
    given = keywords(operation_id, dict.fromkeys(FILLED.get(operation_id, {}), ANOTHER))
    found = using(client, lambda fh: sent(fh, operation_id, **given), base_url=server.base_url)
    assert [each.raw_value("n") for each in found] == list(range(rows))


def test_there_are_such_lists_and_such_operations() -> None:
    assert TOTALLED
    assert OF_ORGANIZATION
    assert BEYOND
    assert set(FILLED) <= set(BEYOND)


def test_the_answer_examples_are_where_these_tests_look_for_them() -> None:
    assert all((EXAMPLES / f"{name}.answer.json").is_file() for name in TOTALLED)
