"""Assistants for tests: the SDK's own client, and the person in front of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from mcp import Client
from mcp_types import CallToolResult, ElicitRequestParams, ElicitResult, TextContent, Tool

from flighthub import AsyncFlightHub
from flighthub_mcp import TOOLSETS, Server, Settings
from flighthub_mcp._runtime import Runtime
from flighthub_simulator import Simulator

T = TypeVar("T")

ALL = frozenset(TOOLSETS)


@dataclass
class Person:
    """Whoever is asked.

    Args:
        action: What they do with a question: `accept`, `decline`, `cancel`, or `break` for a client that cannot ask.
        confirm: What they tick.
        asked: The questions so far.
    """

    action: str = "accept"
    confirm: bool = True
    asked: list[str] = field(default_factory=list[str])

    async def answer(self, context: Any, params: ElicitRequestParams) -> ElicitResult:
        """Answers a question."""
        self.asked.append(params.message)
        if self.action == "break":
            raise RuntimeError("there is nobody")
        content: dict[str, Any] | None = {"confirm": self.confirm} if self.action == "accept" else None
        return ElicitResult.model_validate({"action": self.action, "content": content})


def run(work: Coroutine[Any, Any, T]) -> T:
    """Runs a test that is a coroutine."""
    return asyncio.run(work)


@asynccontextmanager
async def serving(
    simulator: Any, toolsets: Iterable[str] = ("look",), *, projects: tuple[str, ...] = (), **settings: Any
) -> AsyncIterator[Server]:
    """A server in this process, that acts on a simulator."""
    client = {name: settings.pop(name) for name in ("deadline", "retry") if name in settings}
    async with AsyncFlightHub(token=simulator.token, base_url=simulator.base_url, **client) as fh:
        made = Settings(projects or (simulator.project,), frozenset(toolsets), **settings)
        runtime = Runtime(made, fh)
        try:
            yield Server(made, runtime)
        finally:
            await runtime.close()


@asynccontextmanager
async def assistant(
    simulator: Any,
    era: str,
    toolsets: Iterable[str] = ("look",),
    *,
    person: Person | None = None,
    **settings: Any,
) -> AsyncIterator[Client]:
    """A client of a server in this process. Without a person it cannot ask, and says so."""
    async with (
        serving(simulator, toolsets, **settings) as server,
        Client(server, mode=era, elicitation_callback=person.answer if person else None) as client,
    ):
        yield client


def text_of(result: CallToolResult) -> str:
    """The text of a result."""
    block = result.content[0]
    assert isinstance(block, TextContent)
    return block.text


def data_of(result: CallToolResult) -> Any:
    """The data of a result that is no failure."""
    assert not result.is_error, text_of(result)
    structured = result.structured_content
    assert structured is not None
    assert json.loads(text_of(result)) == structured
    return structured["data"]


def error_of(result: CallToolResult) -> dict[str, Any]:
    """The failure of a result."""
    assert result.is_error, text_of(result)
    found: dict[str, Any] = json.loads(text_of(result))["error"]
    return found


def cost(tools: Iterable[Tool]) -> float:
    """Tokens that tools take of an assistant's context: a quarter of their bytes."""
    shown = [each.model_dump(mode="json", by_alias=True, exclude_none=True) for each in tools]
    return len(json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()) / 4


def changes(simulator: Simulator) -> list[str]:
    """What was asked of a simulator that is no reading, newest last."""
    return [str(each["what"]) for each in simulator.world.requests if each["method"] != "GET"]


def flights(simulator: Simulator) -> int:
    """How many flights were asked for."""
    return len(simulator.world.flight_tasks.all)


def folder(path: Path) -> Path:
    """A folder for tools, made."""
    path.mkdir(parents=True, exist_ok=True)
    return path
