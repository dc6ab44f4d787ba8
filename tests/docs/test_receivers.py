"""The receivers of the guide on events, each behind a simulator that repeats, reorders and loses events."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import httpx
import pytest
import uvicorn

from flighthub import FlightHub
from flighthub_simulator import Simulator, run

from .pages import Block, blocks

RECEIVERS = {"FastAPI": "app", "Flask": "flask_app", "WSGI": "application"}
"""What each is called on the page."""

MOST_LINES = 15


def page() -> list[Block]:
    """The Python of the guide."""
    return [block for block in blocks("python") if block.page == "docs/guides/events.md"]


def block_with(name: str) -> Block:
    """The block that makes a receiver."""
    begins = re.compile(rf"^({name} = |def {name}\()", re.MULTILINE)
    (found,) = (each for each in page() if begins.search(each.source))
    return found


@contextmanager
def served_by_uvicorn(app: Any) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        deadline = time.monotonic() + 10
        while not server.started:
            assert time.monotonic() < deadline
            time.sleep(0.005)
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served_by_wsgi(app: Any) -> Iterator[int]:
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


SERVED: dict[str, Callable[[Any], AbstractContextManager[int]]] = {
    "FastAPI": served_by_uvicorn,
    "Flask": served_by_wsgi,
    "WSGI": served_by_wsgi,
}


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    """One whose world flies, and whose clock stands still."""
    with run(speed=0) as found:
        yield found


@pytest.fixture
def names(simulator: Simulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """What the page has defined before it rehearses anything."""
    monkeypatch.setenv("FLIGHTHUB_TOKEN", simulator.token)
    monkeypatch.chdir(tmp_path)
    found: dict[str, Any] = {"__name__": "page"}
    for block in page():
        if "import flighthub_simulator" not in block.source:
            exec(compile("\n" * (block.line - 1) + block.source, block.page, "exec"), found)
    yield found
    found["inbox"].rows.close()


@pytest.mark.parametrize("name", RECEIVERS)
def test_a_receiver_is_short(name: str) -> None:
    lines = [line for line in block_with(RECEIVERS[name]).source.splitlines() if line]
    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize("name", RECEIVERS)
def test_a_receiver_ends_in_the_right_state(name: str, names: dict[str, Any], simulator: Simulator) -> None:
    inbox = names["inbox"]
    with (
        SERVED[name](names[RECEIVERS[name]]) as port,
        FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh,
    ):
        simulator.webhook.send_to(f"http://127.0.0.1:{port}/flighthub")
        faults = simulator.faults
        faults.add_event("media_file_uploaded", lose=True, count=2)
        faults.add_event("media_file_uploaded", signature="wrong")
        faults.add_event("media_file_uploaded", signature="missing")
        faults.add_event("media_file_uploaded", kind="tide_turned")
        faults.add_event(repeat=2, behind=2, probability=0.5)
        task = fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
        simulator.clock.advance(1800)
        deliveries = [each for each in simulator.webhook.flush() if each.status]
        assert {each.status for each in deliveries} == {200, 401}
        assert sum(each.status == 401 for each in deliveries) == 2
        told = [each for each in inbox.events() if each.is_known]
        assert len(inbox.events()) - len(told) == 1
        assert len(deliveries) > len(told) + 5

        listed, lost = names["files_of"](task)
        assert len(lost) == 5
        assert {each.data.file_id for each in told} | {each.uuid for each in lost} == {*listed}
        assert len(told) + len(lost) == len(listed)


@pytest.mark.parametrize("name", RECEIVERS)
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"type": "tide"}'])
def test_a_receiver_refuses_what_is_not_signed(name: str, body: bytes, names: dict[str, Any]) -> None:
    with SERVED[name](names[RECEIVERS[name]]) as port:
        answer = httpx.post(f"http://127.0.0.1:{port}/flighthub", content=body)
    assert answer.status_code == 401
    assert answer.json()["code"] == 401
    assert names["inbox"].events() == []
