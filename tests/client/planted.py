"""Secrets planted wherever a call can hold one, and all that the call shows, to be searched for them.

Every planted text holds the word WORD, and nothing else in these tests does.
"""

from __future__ import annotations

import copy
import logging
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flighthub_api import OPERATIONS

from .transcription import bundle

WORD = "planted"
HERE = str(Path(__file__).parent)

KEY = f"{WORD}-organization-key"
OPTIONS: dict[str, Any] = {
    "extra_headers": {"X-Added": f"{WORD}-header"},
    "extra_query": {"added": f"{WORD}-query"},
    "extra_body": {"added": f"{WORD}-body", "nested": {"list": [{"deep": f"{WORD}-deep"}]}},
}


def _resolved(schema: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """The name of a schema, empty where it has none, and the schema itself."""
    reference = schema.get("$ref")
    if reference is None:
        return "", schema
    name = reference.rpartition("/")[2]
    return name, bundle()["components"]["schemas"][name]


def _alternatives(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for keyword in ("allOf", "anyOf", "oneOf"):
        yield from schema.get(keyword, ())
    for keyword in ("then", "else"):
        if keyword in schema:
            yield schema[keyword]


def _plant(
    schema: Mapping[str, Any], value: Any, owner: str, found: set[tuple[str, str]], maps: set[int] | None = None
) -> None:
    """Replaces, in place, every member of a value that its schema calls a password, and notes which.

    Whatever is in a map is described, so the ids of maps are noted, too.
    """
    name, schema = _resolved(schema)
    owner = name or owner
    for each in _alternatives(schema):
        _plant(each, value, owner, found, maps)
    if isinstance(value, list):
        for item in value:
            _plant(schema.get("items", {}), item, owner, found, maps)
    if not isinstance(value, dict):
        return
    named, rest = schema.get("properties", {}), schema.get("additionalProperties")
    if isinstance(rest, dict) and maps is not None:
        maps.add(id(value))
    for member in set(value) - set(named) if isinstance(rest, dict) else ():
        _plant(rest, value[member], owner, found, maps)
    for member, described in named.items():
        if member not in value:
            continue
        if _resolved(described)[1].get("format") == "password":
            value[member] = f"{WORD}-{member}"
            found.add((owner, member))
        else:
            _plant(described, value[member], owner, found, maps)


def _add_unknown(value: Any, maps: set[int]) -> None:
    """Adds, in place, members that nobody described to every object of a value; whatever a map holds is described."""
    for each in list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ():
        _add_unknown(each, maps)
    if isinstance(value, dict) and id(value) not in maps:
        value["added_text"] = f"{WORD}-unknown"
        value["added_object"] = {"list": [f"{WORD}-unknown"]}


def _described(operation_id: str) -> Any:
    operation = OPERATIONS[operation_id]
    return bundle()["paths"][operation.path][operation.http_method.lower()]


def in_request(operation_id: str, arguments: Mapping[str, Any]) -> tuple[dict[str, Any], set[tuple[str, str]]]:
    """Arguments with a secret in every place that is meant for one, and which these are."""
    made = copy.deepcopy(dict(arguments))
    found: set[tuple[str, str]] = set()
    body = _described(operation_id).get("requestBody")
    if body is not None:
        _plant(body["content"]["application/json"]["schema"], made, "", found)
    return made, found


def in_answer(operation_id: str, answer: Any, *, unknown: bool) -> tuple[Any, set[tuple[str, str]]]:
    """An answer with a secret in every place that is meant for one, and which these are."""
    made = copy.deepcopy(answer)
    found: set[tuple[str, str]] = set()
    maps: set[int] = set()
    described = _described(operation_id)["responses"]["200"]["content"]["application/json"]["schema"]
    _plant(described, made, "", found, maps)
    if unknown:
        _add_unknown(made, maps)
    return made, found


def in_event(name: str, event: Any) -> tuple[Any, set[tuple[str, str]]]:
    """An event with a secret in every place that is meant for one, and which these are."""
    made = copy.deepcopy(event)
    found: set[tuple[str, str]] = set()
    content = bundle()["webhooks"][name]["post"]["requestBody"]["content"]["application/json"]
    maps: set[int] = set()
    _plant(content["schema"], made, "", found, maps)
    _add_unknown(made, maps)
    return made, found


def password_members() -> set[tuple[str, str]]:
    """Every schema and member that the bundle calls a password."""
    found: set[tuple[str, str]] = set()

    def walk(value: Any, owner: str) -> None:
        if isinstance(value, dict):
            for member, described in value.get("properties", {}).items():
                if isinstance(described, dict) and described.get("format") == "password":
                    found.add((owner, member))
            for each in value.values():
                walk(each, owner)
        elif isinstance(value, list):
            for each in value:
                walk(each, owner)

    for name, schema in bundle()["components"]["schemas"].items():
        walk(schema, name)
    walk(bundle()["paths"], "")
    return found


class Shown:
    """All that was shown while something ran, each text with a word about where."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []

    def show(self, where: str, value: object) -> None:
        """Takes down the `repr` and the `str` of a value."""
        self.texts += [(f"repr of {where}", repr(value)), (f"str of {where}", str(value)), (where, f"{value}")]

    def show_error(self, error: BaseException) -> None:
        """Takes down an exception, everything in its chain, and the local variables along their tracebacks."""
        chain: list[BaseException] = [error]
        for each in chain:
            for linked in (each.__cause__, each.__context__):
                if linked is not None and linked not in chain:
                    chain.append(linked)
        for each in chain:
            where = type(each).__name__
            self.show(where, each)
            self.texts.append((f"attributes of {where}", f"{vars(each)} {each.args} {getattr(each, '__notes__', [])}"))
            frames = [
                (frame, line)
                for frame, line in traceback.walk_tb(each.__traceback__)
                if not frame.f_code.co_filename.startswith(HERE)
            ]
            for place in traceback.StackSummary.extract(iter(frames), capture_locals=True):
                for name, shown in (place.locals or {}).items():
                    self.texts.append((f"{where}, local {name} in {place.filename}:{place.lineno}", shown))
        self.texts.append(("the plain traceback", "".join(_without_these_tests(error))))

    @property
    def leaks(self) -> list[str]:
        """Where a planted text was shown, with what stands around it."""
        found = []
        for where, text in self.texts:
            index = text.find(WORD)
            if index >= 0:
                found.append(f"{where}: {text[max(0, index - 60) : index + 60]!r}")
        return found


def _without_these_tests(error: BaseException) -> Iterator[str]:
    """The lines of a rendered traceback that are not source text of these tests."""
    rendered = traceback.TracebackException.from_exception(error)
    each: traceback.TracebackException | None = rendered
    while each is not None:
        each.stack = traceback.StackSummary.from_list(
            [place for place in each.stack if not place.filename.startswith(HERE)]
        )
        each = each.__cause__ or each.__context__
    yield from rendered.format()


class _Recorder(logging.Handler):
    def __init__(self, shown: Shown) -> None:
        super().__init__(logging.DEBUG)
        self._shown = shown

    def emit(self, record: logging.LogRecord) -> None:
        where = f"a record of {record.name}"
        self._shown.texts.append((where, record.getMessage()))
        self._shown.texts.append((f"attributes of {where}", repr(vars(record))))


@contextmanager
def watching() -> Iterator[Shown]:
    """Takes down all log records, at any level and of any logger, and all warnings."""
    shown = Shown()
    handler = _Recorder(shown)
    root = logging.getLogger()
    names = ("", "flighthub", "httpx", "httpcore", "asyncio")
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    root.addHandler(handler)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield shown
        for each in caught:
            shown.show(f"a warning ({each.category.__name__})", each.message)
    finally:
        root.removeHandler(handler)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def attempted(shown: Shown, work: Callable[[], Any]) -> Any:
    """What some work gives, or the exception it ends in; either is taken down."""
    try:
        made = work()
    except Exception as error:
        shown.show_error(error)
        return error
    shown.show("the result", made)
    return made
