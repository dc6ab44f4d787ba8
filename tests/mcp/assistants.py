"""Assistants for tests: the SDK's own client, and the person in front of it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, ElicitRequestParams, ElicitResult, TextContent, Tool

from flighthub import AsyncFlightHub
from flighthub_mcp import TOOLSETS, Runtime, Server, Settings
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


def environment_of(simulator: Simulator, tmp_path: Path) -> dict[str, str]:
    """The environment of a server in a process of its own."""
    told = {
        "FLIGHTHUB_TOKEN": simulator.token,
        "FLIGHTHUB_PROJECT": simulator.project,
        "FLIGHTHUB_BASE_URL": simulator.base_url,
    }
    return {**os.environ, **told, "XDG_STATE_HOME": str(tmp_path / "state")}


def words_of(tmp_path: Path) -> list[str]:
    """The words of the command with all tools, and a folder with photos for them."""
    (tmp_path / "files" / "photos").mkdir(parents=True, exist_ok=True)
    for number in range(5):
        photo = tmp_path / "files" / "photos" / f"{number}.jpg"
        photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes([number]) * 200 + b"\xff\xd9")
    return ["mcp", "--toolsets", "all", "--allow-dangerous", "--folder", str(tmp_path / "files")]


@contextmanager
def serving_http(words: list[str], environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Runs the command with `--http`, and gives its address and its token."""
    command = [sys.executable, "-m", "flighthub", *words, "--http"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("flighthub mcp ready: url=http://127.0.0.1:"), line
            *_, url, token = line.split()
            yield url.removeprefix("url="), token.removeprefix("token=")
        finally:
            process.terminate()
        assert process.stdout.read() == ""  # the token is printed once, and nothing after it


@asynccontextmanager
async def over_http(url: str, token: str, era: str, person: Person) -> AsyncIterator[Client]:
    """A client of a server over HTTP."""
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60) as http,
        Client(streamable_http_client(url, http_client=http), mode=era, elicitation_callback=person.answer) as client,
    ):
        yield client
