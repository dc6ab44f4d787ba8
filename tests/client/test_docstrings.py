"""Docstrings: their examples run, and those of the generated methods name every parameter."""

from __future__ import annotations

import ast
import asyncio
import doctest
import importlib
import inspect
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

import flighthub
import flighthub.enums
import flighthub.sync_bucket
import flighthub.types
import flighthub.webhooks
import flighthub_simulator
import flighthub_simulator._server
from flighthub import AsyncFlightHub, FlightHub
from flighthub_api import OPERATIONS
from flighthub_runtime.groups import AsyncPager, Pager

from .both_clients import CLIENTS

if TYPE_CHECKING:
    from flighthub_simulator import Simulator

METHODS = [(client, operation_id) for client in CLIENTS for operation_id in OPERATIONS]


def method_of(client: str, operation_id: str) -> Callable[..., Any]:
    """The generated method of an operation."""
    operation = OPERATIONS[operation_id]
    module = importlib.import_module(f"flighthub_api.groups.{operation.group}")
    name = "".join(part.capitalize() for part in operation.group.split("_"))
    found: Callable[..., Any] = getattr(getattr(module, name if client == "sync" else f"Async{name}"), operation.method)
    return found


def example_in(documented: Any) -> str:
    """The source of the example in a docstring."""
    examples = doctest.DocTestParser().get_examples(inspect.getdoc(documented) or "")
    assert examples, f"{documented.__qualname__} has no example"
    return "".join(each.source for each in examples)


def run(source: str, names: dict[str, Any]) -> None:
    """Runs an example of sync code."""
    exec(compile(source, "<example>", "exec"), names)


async def run_awaited(source: str, names: dict[str, Any]) -> None:
    """Runs an example that awaits."""
    code = compile(source, "<example>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    made = eval(code, names)
    if inspect.iscoroutine(made):
        await made


def without_layout(source: str) -> str:
    """A source without what depends on the length of its lines."""
    return re.sub(r"\s|,(?=\s*\))", "", source)


def settings(simulator: Simulator) -> dict[str, Any]:
    return {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url}


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_the_example_of_a_method_runs(operation_id: str, flighthub_simulator: Simulator) -> None:
    source = example_in(method_of("sync", operation_id))
    assert f"fh.{OPERATIONS[operation_id].name}(" in source
    with FlightHub(**settings(flighthub_simulator), strict=True) as fh:
        names: dict[str, Any] = {"fh": fh}
        run(source, names)
        if isinstance(names.get("answer"), Pager):
            assert len(names["answer"]) == 1
    assert ("answer" in names) is (OPERATIONS[operation_id].result != "none")


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_the_example_of_an_async_method_runs(operation_id: str, flighthub_simulator: Simulator) -> None:
    source = example_in(method_of("async", operation_id))
    assert f"await fh.{OPERATIONS[operation_id].name}(" in source

    async def in_a_client() -> dict[str, Any]:
        async with AsyncFlightHub(**settings(flighthub_simulator), strict=True) as fh:
            names: dict[str, Any] = {"fh": fh}
            await run_awaited(source, names)
            return names

    names = asyncio.run(in_a_client())
    assert ("answer" in names) is (OPERATIONS[operation_id].result != "none")
    assert not isinstance(names.get("answer"), AsyncPager)


def test_the_examples_of_the_two_methods_of_an_operation_differ_in_the_await_alone() -> None:
    for operation_id in OPERATIONS:
        awaited, plain = (example_in(method_of(client, operation_id)) for client in ("async", "sync"))
        assert "await " in awaited, operation_id
        assert without_layout(awaited.replace("await ", "")) == without_layout(plain), operation_id


@pytest.mark.parametrize(("client", "operation_id"), METHODS)
def test_a_docstring_names_every_parameter_and_none_that_is_not_there(client: str, operation_id: str) -> None:
    method = method_of(client, operation_id)
    text = inspect.getdoc(method) or ""
    arguments = re.search(r"^Args:\n((?:    .*\n|\n)+)", text, re.MULTILINE)
    assert arguments is not None
    named = re.findall(r"^    (\w+): \S", arguments[1], re.MULTILINE)
    assert named == [name for name in inspect.signature(method).parameters if name != "self"]


@pytest.mark.parametrize(("client", "operation_id"), METHODS)
def test_a_docstring_says_what_comes_back_what_goes_wrong_and_where_it_is_documented(
    client: str, operation_id: str
) -> None:
    operation = OPERATIONS[operation_id]
    text = inspect.getdoc(method_of(client, operation_id)) or ""
    words = " ".join(text.split())
    assert ("Returns:" in text) is (operation.result != "none")
    assert "FlightHubError:" in text
    assert ("OutcomeUnknown:" in text) is (operation.retry != "safe")
    assert " ".join(operation.next_step.split()) in words
    assert f'Documentation: "{operation.page}"' in words
    assert f"Effect: {operation.effect}. Repeating: {operation.retry}." in words


@pytest.mark.parametrize("client", CLIENTS)
def test_every_operation_has_its_method_and_no_group_has_another(client: str) -> None:
    for group in {each.group for each in OPERATIONS.values()}:
        operations = {each.operation_id: each.method for each in OPERATIONS.values() if each.group == group}
        owner = method_of(client, next(iter(operations))).__qualname__.split(".")[0]
        found = getattr(importlib.import_module(f"flighthub_api.groups.{group}"), owner)
        assert {name for name in vars(found) if not name.startswith("_")} == set(operations.values())
        assert inspect.getdoc(found)


@pytest.mark.parametrize(
    "module",
    [flighthub.enums, flighthub.types, flighthub.webhooks, flighthub.sync_bucket],
    ids=lambda module: module.__name__,
)
def test_the_examples_of_a_module_give_what_they_say(module: Any) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_the_example_of_the_simulator_gives_what_it_says() -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(
        flighthub_simulator._server.run, "run", globs={}, module=flighthub_simulator._server
    )
    result = doctest.DocTestRunner().run(test)
    assert result.attempted > 0
    assert result.failed == 0


def test_the_example_of_an_event_gives_what_it_says() -> None:
    (test,) = doctest.DocTestFinder(recurse=False).find(flighthub.Event, "Event", globs={}, module=False)
    result = doctest.DocTestRunner().run(test)
    assert result.attempted > 0
    assert result.failed == 0


def test_the_example_of_the_client_runs(flighthub_simulator: Simulator) -> None:
    names: dict[str, Any] = {"FlightHub": FlightHub, **settings(flighthub_simulator)}
    run(example_in(FlightHub), names)
    assert [each.gateway.sn for each in names["pairs"]] == ["7CTDEXAMPLE0001"]


def test_the_example_of_the_async_client_runs(flighthub_simulator: Simulator) -> None:
    names: dict[str, Any] = {"AsyncFlightHub": AsyncFlightHub, **settings(flighthub_simulator)}
    asyncio.run(run_awaited(example_in(AsyncFlightHub), names))
    assert [each.gateway.sn for each in names["pairs"]] == ["7CTDEXAMPLE0001"]


def test_the_example_of_a_request_that_no_method_covers_runs(flighthub_simulator: Simulator) -> None:
    with FlightHub(**settings(flighthub_simulator)) as fh:
        names: dict[str, Any] = {"fh": fh}
        run(example_in(FlightHub.request), names)
    assert [each["uuid"] for each in names["data"]["list"]] == [flighthub_simulator.project]


def test_the_example_of_an_async_request_that_no_method_covers_runs(flighthub_simulator: Simulator) -> None:
    async def in_a_client() -> dict[str, Any]:
        async with AsyncFlightHub(**settings(flighthub_simulator)) as fh:
            names: dict[str, Any] = {"fh": fh}
            await run_awaited(example_in(AsyncFlightHub.request), names)
            return names

    data = asyncio.run(in_a_client())["data"]
    assert [each["uuid"] for each in data["list"]] == [flighthub_simulator.project]


def test_what_the_sync_client_documents_speaks_of_nothing_async() -> None:
    for documented in (FlightHub, FlightHub.request, FlightHub.call, FlightHub.close):
        text = inspect.getdoc(documented) or ""
        assert not re.search(r"\basync\b|\bawait|Async", text), text
