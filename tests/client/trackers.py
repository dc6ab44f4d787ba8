"""A program whose calls fail while error trackers look on, run by `test_trackers` in a process of its own.

Trackers patch what they watch for as long as the process lives. What each was told is searched for the secrets that
were sent; the places where it has them are printed, as JSON. Frames of these tests hold the secrets, and are left out.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import is_dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import attrs
import sentry_sdk
import structlog
from rich.console import Console
from rich.pretty import Node
from rich.traceback import Traceback
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport

from flighthub import Retry

from .answering_server import Answer, AnsweringServer, Arrival, Breaks, http
from .both_clients import CLIENTS, opened
from .planted import KEY, OPTIONS, WORD, in_request
from .test_secrets import REQUESTS, another_member_wrong, arguments_of, method_of
from .transcription import example, example_arguments, keywords

HERE = str(Path(__file__).parent)
OURS = ("flighthub", "flighthub_api", "flighthub_runtime")

Leaks = Iterator[tuple[str, str]]


class Recorder(Transport):
    """Keeps the events that Sentry would send."""

    def __init__(self, options: Any = None) -> None:
        super().__init__(options)
        self.events: list[dict[str, Any]] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        """Keeps what is in an envelope."""
        self.events += [each.payload.json for each in envelope.items if each.payload.json is not None]


RECORDER = Recorder()


def chain_of(error: BaseException) -> list[BaseException]:
    """An exception and all that it is chained to."""
    chain = [error]
    for each in chain:
        chain += [linked for linked in (each.__cause__, each.__context__) if linked is not None and linked not in chain]
    return chain


def traceback_of(error: BaseException) -> TracebackType | None:
    """The traceback without the frames of these tests that it begins with."""
    found = error.__traceback__
    while found is not None and found.tb_frame.f_globals["__name__"].partition(".")[0] not in OURS:
        found = found.tb_next
    return found


def told_to_sentry(error: BaseException) -> Leaks:
    """The event of a logged exception, its breadcrumbs included, as Sentry's client sends it by default."""
    RECORDER.events.clear()
    logging.getLogger("program").error("a call failed", exc_info=error)
    (event,) = RECORDER.events
    for value in event["exception"]["values"]:
        frames = value.get("stacktrace", {}).get("frames", [])
        value["stacktrace"] = {"frames": [each for each in frames if not each["abs_path"].startswith(HERE)]}
        for frame in value["stacktrace"]["frames"]:
            for name, shown in frame.get("vars", {}).items():
                yield f"{frame['function']}, {name}", json.dumps(shown)
    yield "the event", json.dumps(event)


def told_to_structlog(error: BaseException) -> Leaks:
    """An exception as a structured log has it, rendered with rich, and without."""
    for use_rich in (True, False):
        transformer = structlog.tracebacks.ExceptionDictTransformer(
            show_locals=True, locals_max_length=10**6, locals_max_string=10**6, use_rich=use_rich
        )
        for each in chain_of(error):
            for stack in transformer((type(each), each, traceback_of(each))):
                for frame in stack["frames"]:
                    for name, shown in frame.get("locals", {}).items():
                        yield f"{frame['name']}, {name}", shown
                yield "the exception", f"{stack['exc_value']} {stack['exc_notes']}"


def told_to_rich(error: BaseException) -> Leaks:
    """What rich makes of the local variables, everything expanded, and what it prints of the whole."""
    for each in chain_of(error):
        stripped = each.with_traceback(traceback_of(each))
        trace = Traceback.extract(
            type(each), stripped, stripped.__traceback__, show_locals=True, locals_max_length=None
        )
        for stack in trace.stacks:
            for frame in stack.frames:
                for name, node in (frame.locals or {}).items():
                    assert isinstance(node, Node)
                    yield f"{frame.name}, {name}", node.render(expand_all=True)


def printed_by_rich(error: BaseException) -> Leaks:
    """The page that rich prints."""
    shown = io.StringIO()
    Console(file=shown, width=400).print(
        Traceback.from_exception(type(error), error, traceback_of(error), show_locals=True, locals_max_string=None)
    )
    yield "the page", shown.getvalue()


def walked(error: BaseException) -> Leaks:
    """What a tracker would find that walks whatever can be walked: containers, fields and attributes."""
    for each in chain_of(error):
        yield from _walk(vars(each), type(each).__name__, set())
        frames = traceback_of(each)
        while frames is not None:
            place = f"{frames.tb_frame.f_code.co_name}, "
            for name, value in frames.tb_frame.f_locals.items():
                yield from _walk(value, place + name, set())
            frames = frames.tb_next


def _walk(value: Any, where: str, seen: set[int]) -> Leaks:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, (str, bytes)):
        yield where, str(value)
        return
    inside: dict[str, Any] = {}
    if isinstance(value, Mapping):
        inside = {str(name): each for name, each in value.items()}
    elif isinstance(value, (Sequence, Set)):
        inside = {str(index): each for index, each in enumerate(value)}
    elif attrs.has(type(value)):
        inside = {each.name: getattr(value, each.name, None) for each in attrs.fields(type(value)) if each.repr is True}
    elif type(value).__module__.partition(".")[0] in OURS or is_dataclass(value) or isinstance(value, BaseException):
        names = [name for each in type(value).__mro__ for name in getattr(each, "__slots__", ())]
        inside = {**getattr(value, "__dict__", {}), **{name: getattr(value, name, None) for name in names}}
    for name, each in inside.items():
        yield from _walk(each, f"{where}.{name}", seen)


TRACKERS: dict[str, Callable[[BaseException], Leaks]] = {
    "sentry": told_to_sentry,
    "structlog": told_to_structlog,
    "rich": told_to_rich,
    "rich, printed": printed_by_rich,
    "one that walks everything": walked,
}


def repeated(arrival: Arrival) -> Answer:
    """A failure whose message repeats the request, secrets and all."""
    return http({"code": 987654, "message": f"{arrival.target} {arrival.headers} {arrival.body.decode()}"})


def gateway(arrival: Arrival) -> Answer:
    """A page of a gateway that repeats the request."""
    return http(f"<html>{arrival.target} {arrival.headers} {arrival.body.decode()}", 502)


STAGES: dict[str, Any] = {
    "checking the arguments": None,
    "sending": Breaks.RESET,
    "an answer that repeats the request": repeated,
    "a page that repeats the request": gateway,
    "reading the answer": http({"code": 0, "added": WORD, "data": {"added": f"{WORD}-data"}}),
}


AWAITED = ("sending", "an answer that repeats the request")
"""The stages in which the async client's frames are not the sync one's."""


def failures() -> Iterator[tuple[str, BaseException]]:
    """Every operation, failing: those with secrets of their own at each stage, the others where the most is shown."""
    with AnsweringServer() as server:
        for client in CLIENTS:
            settings = {"token": KEY, "base_url": server.base_url, "strict": True, "retry": Retry(attempts=1)}
            with opened(client, **settings) as step:
                for stage, answer in STAGES.items():
                    if client == "async" and stage not in AWAITED:
                        continue
                    server.answer = answer or b""
                    for operation_id, file in REQUESTS:
                        given = example_arguments(operation_id) if file is None else example(file)
                        if not in_request(operation_id, given)[1] and stage != "an answer that repeats the request":
                            continue
                        error = _failure(step, stage, operation_id, file)
                        yield f"{operation_id}, {client}, {stage}", error
                    error = _free_failure(step, stage)
                    yield f"request, {client}, {stage}", error


def _failure(step: Any, stage: str, operation_id: str, file: str | None) -> BaseException:
    given = keywords(operation_id, arguments_of(operation_id, file))
    if stage == "checking the arguments":
        given = {**another_member_wrong(operation_id), **(given if file else {})}
        given.update({"sn": object()} if file else {})
    try:
        step(lambda fh: method_of(fh, operation_id)(**given, request_options=OPTIONS))
    except Exception as error:
        return error
    raise AssertionError(f"{operation_id} did not fail at {stage}")


def _free_failure(step: Any, stage: str) -> BaseException:
    told: dict[str, Any] = {
        "json": {"added": f"{WORD}-json", "nested": [{"added": f"{WORD}-nested"}], "odd": {}},
        "query": {"added": f"{WORD}-query"},
        "request_options": OPTIONS,
    }
    if stage == "checking the arguments":
        told["json"]["odd"] = object()
    if stage == "reading the answer":
        told["path"] = "no/slash"
    try:
        step(lambda fh: fh.request("POST", told.pop("path", "/openapi/v0.1/workflow"), **told))
    except Exception as error:
        return error
    raise AssertionError(f"the request did not fail at {stage}")


def control() -> BaseException:
    """An exception out of a frame that looks like ours and holds a secret in the open."""
    names: dict[str, Any] = {"__name__": "flighthub.control"}
    exec("def fail(held):\n    raise ValueError(len(held))", names)
    try:
        names["fail"]({"nested": {"secret": WORD}})
    except ValueError as error:
        return error
    raise AssertionError


def main() -> None:
    """Lets everything fail, and prints where which tracker has a secret, and how much each was told."""
    logging.getLogger("program").addHandler(logging.NullHandler())
    sentry_sdk.init(dsn="https://key@sentry.example.com/1", transport=RECORDER)
    leaks: dict[str, list[str]] = {name: [] for name in TRACKERS}
    told = dict.fromkeys(TRACKERS, 0)
    printed: set[str] = set()
    for case, error in failures():
        stage = case.rpartition(", ")[2]
        for name, tell in TRACKERS.items():
            if name == "rich, printed":
                # Colouring the source takes long.
                if stage in printed:
                    continue
                printed.add(stage)
            for where, text in tell(error):
                told[name] += 1
                index = text.find(WORD)
                if index >= 0:
                    leaks[name].append(f"{case}: {where}: {text[max(0, index - 60) : index + 60]!r}")
    plain = control()
    blind = [name for name, tell in TRACKERS.items() if not any(WORD in text for _, text in tell(plain))]
    json.dump({"leaks": leaks, "told": told, "blind": blind}, sys.stdout)


if __name__ == "__main__":
    main()
