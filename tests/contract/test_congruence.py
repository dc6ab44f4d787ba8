"""What the client sends passes the simulator's validation, and what the simulator answers is as the client knows it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from client.transcription import bundle

from flighthub import AsyncFlightHub, FlightHub, FlightHubError, InvalidArgument, InvalidRequest
from flighthub_api import OPERATIONS
from flighthub_runtime.codecs import Constant
from flighthub_runtime.models import Member, Model
from flighthub_runtime.operations import Call
from flighthub_runtime.secrets import Secret

if TYPE_CHECKING:
    from flighthub_simulator import Simulator

BUNDLE: Any = bundle()


def described(operation_id: str) -> Any:
    operation = OPERATIONS[operation_id]
    return BUNDLE["paths"][operation.path][operation.http_method.lower()]


def example_requests() -> list[tuple[str, str]]:
    """Every operation with the name of each of its example bodies, `default` where it has none."""
    made: list[tuple[str, str]] = []
    for operation_id in OPERATIONS:
        content = described(operation_id).get("requestBody", {}).get("content", {}).get("application/json", {})
        made += [(operation_id, name) for name in content.get("examples", {"default": None})]
    return made


def arguments_of(operation_id: str, name: str) -> dict[str, Any]:
    """The arguments of an example request: the parameters' examples and the members of the body."""
    found = described(operation_id)
    made = {each["name"]: each["example"] for each in found["parameters"] if "example" in each}
    if "requestBody" in found:
        made |= found["requestBody"]["content"]["application/json"]["examples"][name]["value"]
    return made


def call_of(operation_id: str) -> Call[Any]:
    """The call by which the client sends an operation."""
    group = import_module(f"flighthub_api.groups.{OPERATIONS[operation_id].group}")
    calls = {each.operation.operation_id: each for each in vars(group).values() if isinstance(each, Call)}
    return calls[operation_id]


def sent(client: str, simulator: Simulator, operation_id: str, arguments: Mapping[str, Any], **options: Any) -> Any:
    """The result of a call through one of the clients, which takes no departure from the documentation."""
    call = call_of(operation_id)
    token = options.pop("token", simulator.token)
    if client == "sync":
        with FlightHub(token=token, project=simulator.project, base_url=simulator.base_url, strict=True) as fh:
            return fh.call(call, arguments, options or None)  # type: ignore[arg-type]

    async def awaited() -> Any:
        async with AsyncFlightHub(
            token=token, project=simulator.project, base_url=simulator.base_url, strict=True
        ) as fh:
            return await fh.call(call, arguments, options or None)  # type: ignore[arg-type]

    return asyncio.run(awaited())


both = pytest.mark.parametrize("client", ["sync", "async"])


def test_every_operation_has_an_example_request_and_some_have_several() -> None:
    assert {operation_id for operation_id, _ in example_requests()} == set(OPERATIONS)
    assert len(example_requests()) > len(OPERATIONS)


@both
@pytest.mark.parametrize(("operation_id", "name"), example_requests())
def test_an_example_request_is_taken_and_its_answer_is_as_documented(
    client: str, operation_id: str, name: str, flighthub_simulator: Simulator
) -> None:
    result = sent(client, flighthub_simulator, operation_id, arguments_of(operation_id, name))
    assert (result is None) is (OPERATIONS[operation_id].result == "none")


@pytest.mark.parametrize("operation_id", [each.operation_id for each in OPERATIONS.values() if each.result != "none"])
def test_the_simulator_answers_with_the_documented_example(operation_id: str, flighthub_simulator: Simulator) -> None:
    documented = described(operation_id)["responses"]["200"]["content"]["application/json"]["examples"]["default"]
    operation = OPERATIONS[operation_id]
    result = sent("sync", flighthub_simulator, operation_id, arguments_of(operation_id, "default"))
    # Where the answer has no data, the result is an empty object.
    data = documented["value"].get("data") or {}
    wire = written(result)
    expected = data if operation.result_member is None else data[operation.result_member]
    assert json.dumps(wire, sort_keys=True) == json.dumps(expected, sort_keys=True)


def written(value: Any) -> Any:
    """A result as it is in JSON."""
    if isinstance(value, list):
        return [written(each) for each in value]
    if isinstance(value, dict):
        return {name: written(each) for name, each in value.items()}
    if isinstance(value, Secret):
        return value.reveal()
    return value.to_dict() if isinstance(value, Model) else value


def required_members() -> list[tuple[str, str]]:
    """Every operation with each member of its body that it cannot do without, and that the client does not add."""
    made: list[tuple[str, str]] = []
    for operation_id in OPERATIONS:
        body = call_of(operation_id).body
        made += [
            (operation_id, each.wire)
            for each in (body.members if body else ())
            if each.required and not _is_constant(each)
        ]
    return made


def _is_constant(member: Member) -> bool:
    """Whether a request has a member by itself."""
    return isinstance(member.codec, Constant)


@pytest.mark.parametrize(("operation_id", "member"), required_members())
def test_what_the_client_refuses_as_missing_the_simulator_refuses_too(
    operation_id: str, member: str, flighthub_simulator: Simulator
) -> None:
    arguments = arguments_of(operation_id, "default")
    del arguments[member]
    with pytest.raises(InvalidArgument) as refused:
        sent("sync", flighthub_simulator, operation_id, arguments)
    assert refused.value.member == member
    path = OPERATIONS[operation_id].path
    filled = path.format_map({each: arguments[each] for each in arguments if f"{{{each}}}" in path})
    body = {name: each for name, each in arguments.items() if f"{{{name}}}" not in path}
    simulator = flighthub_simulator
    with (
        FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh,
        pytest.raises(InvalidRequest, match=member),
    ):
        fh.request(OPERATIONS[operation_id].http_method, filled, json=body)


PAST_THE_CLIENT: list[tuple[str, dict[str, Any], str]] = [
    ("calibrateNetworkRtk", {"port": 70000}, "port"),
    ("createFlightTask", {"rth_altitude": 14}, "rth_altitude"),
    ("createFlightTask", {"rth_mode": "fastest"}, "rth_mode"),
    ("addProjectMembers", {"add_users": []}, "add_users"),
    ("changeAircraftLens", {"sn": 7}, "sn"),
    ("createStreamConverter", {"schema_option": {}}, "schema_option"),
    ("createFlightTask", {"task_type": "recurring", "repeat_type": "weekly", "repeat_option": {"interval": 1}}, "week"),
]


@both
@pytest.mark.parametrize(("operation_id", "members", "member"), PAST_THE_CLIENT)
def test_what_gets_past_the_client_unchecked_the_simulator_refuses_and_names(
    client: str, operation_id: str, members: dict[str, Any], member: str, flighthub_simulator: Simulator
) -> None:
    with pytest.raises(InvalidArgument):
        sent(client, flighthub_simulator, operation_id, arguments_of(operation_id, "default") | members)
    with pytest.raises(InvalidRequest, match=member) as refused:
        sent(
            client,
            flighthub_simulator,
            operation_id,
            arguments_of(operation_id, "default"),
            extra_body=members,
        )
    assert refused.value.http_status == 400


@both
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_a_wrong_token_is_an_authentication_error_for_every_operation(
    client: str, operation_id: str, flighthub_simulator: Simulator
) -> None:
    with pytest.raises(FlightHubError) as refused:
        sent(
            client,
            flighthub_simulator,
            operation_id,
            arguments_of(operation_id, "default"),
            token="of-another-region",
        )
    assert (type(refused.value).__name__, vars(refused.value)["http_status"]) == ("AuthenticationError", 401)


@both
@pytest.mark.parametrize("operation_id", [each.operation_id for each in OPERATIONS.values() if each.scope == "project"])
def test_a_project_that_is_not_the_keys_is_denied(
    client: str, operation_id: str, flighthub_simulator: Simulator
) -> None:
    with pytest.raises(FlightHubError) as refused:
        sent(
            client,
            flighthub_simulator,
            operation_id,
            arguments_of(operation_id, "default"),
            project="c0a8e1d4-1111-4222-8333-9d7c5b3a1f00",
        )
    assert (type(refused.value).__name__, vars(refused.value)["http_status"]) == ("PermissionDenied", 403)
