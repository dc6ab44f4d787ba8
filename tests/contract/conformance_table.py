"""The conformance table, `conformance.yaml`, and the points in which a client departs from it.

What is expected is read from there and never computed.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, reduce
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml
from client.both_clients import PROJECT, TOKEN
from client.transcription import call_of, example_arguments

from flighthub import AsyncFlightHub, FlightHub, FlightHubError, OutcomeUnknown, Retry, Timeout
from flighthub._core.hooks import Attempt
from flighthub_api import OPERATIONS
from flighthub_runtime.operations import Call
from generator.documents import load

from .conformance_server import OVER_TLS, Breaks, FaultyServer, Port, Step, step

CLIENTS: Final = ("sync", "async")
SUCCESS: Final = "success"


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What a fault does to the operations of a retry class.

    Attributes:
        arrivals: How many requests arrive.
        outcome: The class of the exception that the call ends in, or `success`.
        attempts: How often the client tries; as often as something arrives when not given.
        chained: The class of `__cause__`: one of the package's, `network` for an exception of the HTTP library, or
            `nothing`.
        retry_stopped: What `retry_stopped` of the exception contains; nothing at all when empty.
        seconds: How long the call takes at least, and at most.
        retry_after: What the exception says the server asks to wait: a number, or at least and at most.
        connections: How many connections the server took; not looked at when not given.
    """

    arrivals: int
    outcome: str
    attempts: int | None = None
    chained: str = "nothing"
    retry_stopped: str = ""
    seconds: Sequence[float] = (0, 5)
    retry_after: float | Sequence[float] | None = None
    connections: int | None = None


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of the client; the pauses between attempts are short.

    Attributes:
        calls: Where the call is made, one time after another, with the same client: `here`, in a `child` that is forked
            off, or in `another loop`.
    """

    attempts: int = 4
    connect: float = 10
    read: float = 10
    deadline: float = 30
    calls: Sequence[str] = ("here",)


@dataclass(frozen=True)
class Row:
    """A fault, and what it does to the operations of each class.

    Attributes:
        fault: What the server does, in words.
        steps: What the server does, arrival by arrival.
        classes: By retry class, by a narrower set, or by the id of one operation, what is expected. The narrowest
            set counts.
        clients: The clients that the row holds for.
    """

    fault: str
    steps: tuple[Step, ...]
    classes: dict[str, Expected]
    settings: Settings = field(default_factory=Settings)
    clients: tuple[str, ...] = CLIENTS

    @property
    def takes_time(self) -> bool:
        """Whether its calls mostly wait, so that all of them should wait at the same time."""
        return any(each.seconds[0] for each in self.classes.values())

    def expected(self, operation_id: str) -> Expected:
        """What is expected of an operation."""
        fitting = [name for name in self.classes if operation_id in SETS.get(name, (name,))]
        return self.classes[min(fitting, key=lambda name: len(SETS.get(name, (name,))))]


class Deviation(NamedTuple):
    """A point in which a call departs from the table."""

    fault: str
    client: str
    operation_id: str
    what: str


class Outcome(NamedTuple):
    """What became of a call, or of several: the first that failed, or the last."""

    outcome: str
    error: FlightHubError | None
    request_ids: tuple[str, ...]
    seconds: float

    def followed_by(self, other: Outcome) -> Outcome:
        """This one, and then another call of the same client."""
        counts = other if self.outcome == SUCCESS else self
        return counts._replace(request_ids=self.request_ids + other.request_ids, seconds=other.seconds)


_TABLE: Final = yaml.load(
    (Path(__file__).parent / "conformance.yaml").read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
)

_INDEX: Final[list[dict[str, str]]] = [
    entry for table in sorted((Path(__file__).parents[1] / "spec").glob("index*.yaml")) for entry in load(table)
]
"""The operations of all editions as the second transcription has them."""


CLASSES: Final = ("safe", "rejected-only", "never")


def _those_with(**values: str) -> tuple[str, ...]:
    return tuple(each["operation"] for each in _INDEX if values.items() <= each.items())


SETS: Final[dict[str, tuple[str, ...]]] = {
    **{name: _those_with(retry=name) for name in CLASSES},
    "reads": _those_with(retry="safe", effect="read"),
    "deletes": _those_with(retry="safe", method="DELETE"),
}
"""The operations of each retry class, and narrower sets of the safe ones."""

EVERY: Final = tuple(each["operation"] for each in _INDEX)


def _row(told: dict[str, Any]) -> Row:
    fault, server = told.pop("fault"), told.pop("server")
    return Row(
        str(fault),
        tuple(step(each) for each in (server if isinstance(server, list) else [server])),
        settings=Settings(**told.pop("settings", {})),
        clients=tuple(told.pop("clients", CLIENTS)),
        classes={name: Expected(**each) for name, each in told.items()},
    )


ROWS: Final = {row.fault: row for row in map(_row, _TABLE["rows"])}


def deviations(
    row: Row, client: str, operation_ids: Iterable[str] = EVERY, certificate: Path | None = None
) -> list[Deviation]:
    """Sends operations, all at a time, to a server that does as the row says, and tells each departure from it.

    Args:
        row: The row of the table.
        client: `sync` or `async`.
        operation_ids: The operations.
        certificate: File with certificate and key of the server, for a row that encrypts.
    """
    names = tuple(operation_ids)
    for name in names:
        _prepared(name)  # what is prepared now does not count as time that the call took
    with FaultyServer(names, row.steps, certificate) as server:
        outcomes = (_sent if client == "sync" else _awaited)(names, row, server, certificate)
    return [
        Deviation(row.fault, client, name, what)
        for name, outcome in zip(names, outcomes, strict=True)
        for what in _departures(name, row.expected(name), outcome, server.ports[name])
    ]


@cache
def _prepared(name: str) -> tuple[Call[Any], dict[str, Any]]:
    return call_of(name), example_arguments(name)


def _departures(name: str, expected: Expected, came: Outcome, port: Port) -> Iterable[str]:
    operation = OPERATIONS[name]
    arrivals = port.arrivals
    if expected.connections not in (None, port.connections):
        yield f"{port.connections} connections instead of {expected.connections}"
    error = came.error
    attempts = expected.arrivals if expected.attempts is None else expected.attempts
    if len(arrivals) != expected.arrivals:
        yield f"{len(arrivals)} arrivals instead of {expected.arrivals}"
    if came.outcome != expected.outcome:
        yield f"{came.outcome} instead of {expected.outcome}: {error}"
    if len(came.request_ids) != attempts or len(set(came.request_ids)) != attempts:
        yield f"request ids {came.request_ids} instead of {attempts} different ones"
    read = [each for each in arrivals if each.line]
    if [each.request_id for each in read] != list(came.request_ids)[-len(read) :][: len(read)]:
        yield "what arrived carries other request ids"
    if len({(each.line, each.body) for each in read}) > 1:
        yield "not every attempt sends the same"
    least, most = expected.seconds
    if not least <= came.seconds <= most:
        yield f"it took {came.seconds:.2f} s instead of {least} to {most}"
    if error is None:
        return
    cause = error.__cause__
    module = "" if cause is None else type(cause).__module__.partition(".")[0]
    chained = "nothing" if cause is None else type(cause).__name__ if module == "flighthub" else "network"
    if chained != expected.chained:
        yield f"chained to {chained} ({cause!r}) instead of {expected.chained}"
    retry_stopped = getattr(error, "retry_stopped", "")
    if expected.retry_stopped not in retry_stopped or bool(retry_stopped) is not bool(expected.retry_stopped):
        yield f"it gave up because {retry_stopped!r} instead of {expected.retry_stopped!r}"
    if retry_stopped not in str(error):
        yield "the text of the exception does not say why it gave up"
    if getattr(error, "operation", "") != operation.name:
        yield "the exception does not name the operation"
    asked, wanted = getattr(error, "retry_after", None), expected.retry_after
    if not (wanted[0] <= (asked or 0) <= wanted[1] if isinstance(wanted, Sequence) else asked == wanted):
        yield f"retry_after is {asked} instead of {wanted}"
    if isinstance(error, OutcomeUnknown) and (not error.next_step or error.next_step not in str(error)):
        yield "the exception does not say what to do next"


def _settings(name: str, row: Row, server: FaultyServer, certificate: Path | None) -> dict[str, Any]:
    chosen = row.settings
    made: dict[str, Any] = {
        "token": TOKEN,
        "project": PROJECT,
        "base_url": server.base_url(name),
        "timeout": Timeout(chosen.connect, chosen.read),
        "deadline": chosen.deadline,
        "retry": Retry(attempts=chosen.attempts, backoff=0.01, cap=0.02),
    }
    if row.steps[0] in OVER_TLS and row.steps[0] is not Breaks.TLS_UNTRUSTED and certificate is not None:
        made["ca_bundle"] = certificate
    if row.steps[0] is Breaks.REFUSED:

        def note(attempt: Attempt) -> None:
            server.attempt(name, attempt.number)

        made["on_request"] = note
    return made


def _failure(error: Exception, started: float) -> Outcome:
    """What became of a call that raised, be it what no caller could foresee."""
    kind = type(error)
    return Outcome(
        kind.__name__ if kind.__module__.startswith("flighthub") else f"{kind.__module__}.{kind.__name__}",
        error if isinstance(error, FlightHubError) else None,
        getattr(error, "request_ids", ()),
        time.monotonic() - started,
    )


def _sent(names: Sequence[str], row: Row, server: FaultyServer, certificate: Path | None) -> list[Outcome]:
    def send(name: str) -> Outcome:
        call, arguments = _prepared(name)
        started = time.monotonic()
        try:
            answer = clients[name].call_raw(call, arguments, None)
        except Exception as error:
            return _failure(error, started)
        return Outcome(SUCCESS, None, answer.request_ids, time.monotonic() - started)

    def send_all(where: str) -> list[Outcome]:
        if where == "child":
            return _in_child(lambda: [send(name) for name in names])
        with ThreadPoolExecutor(len(names) if row.takes_time else 8) as pool:
            return list(pool.map(send, names))

    clients = {name: FlightHub(**_settings(name, row, server, certificate)) for name in names}
    try:
        return _one_after_another(send_all, row)
    finally:
        for fh in clients.values():
            fh.close()


def _awaited(names: Sequence[str], row: Row, server: FaultyServer, certificate: Path | None) -> list[Outcome]:
    async def send(name: str) -> Outcome:
        call, arguments = _prepared(name)
        started = time.monotonic()
        try:
            answer = await clients[name].call_raw(call, arguments, None)
        except Exception as error:
            return _failure(error, started)
        return Outcome(SUCCESS, None, answer.request_ids, time.monotonic() - started)

    async def gather() -> list[Outcome]:
        return await asyncio.gather(*map(send, names))

    def send_all(where: str) -> list[Outcome]:
        if where == "child":
            return _in_child(lambda: asyncio.run(gather()))
        return asyncio.run(gather()) if where == "another loop" else runner.run(gather())

    async def close_all() -> None:
        for fh in clients.values():
            await fh.aclose()

    clients = {name: AsyncFlightHub(**_settings(name, row, server, certificate)) for name in names}
    with asyncio.Runner() as runner:
        try:
            return _one_after_another(send_all, row)
        finally:
            runner.run(close_all())


def _one_after_another(send_all: Callable[[str], list[Outcome]], row: Row) -> list[Outcome]:
    """What became of each operation, called wherever the row says."""
    rounds = [send_all(where) for where in row.settings.calls]
    return [reduce(Outcome.followed_by, outcomes) for outcomes in zip(*rounds, strict=True)]


def _in_child(work: Callable[[], list[Outcome]]) -> list[Outcome]:
    """What becomes of calls in a process that is forked off."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            plain = [each._replace(error=None) for each in work()]
            os.write(write_end, json.dumps(plain).encode())
        finally:
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        said = stream.read()
    os.waitpid(pid, 0)
    return [Outcome(outcome, None, tuple(ids), seconds) for outcome, _, ids, seconds in json.loads(said)]
