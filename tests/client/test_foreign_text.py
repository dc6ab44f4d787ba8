"""What reads texts of others looks at a bounded piece of them, however they were made."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from time import monotonic

import pytest

from flighthub._core import hooks as _observation
from flighthub._core.responses import MESSAGE_LENGTH, Response, classify_response
from flighthub._transfer import object_store as _storage
from flighthub_api import OPERATIONS

LARGE = 10_000_000
GUARD = 5.0
"""Seconds, of which a busy machine needs a small part. What reads all of it again and again needs hours."""

UNITS = (
    "<Code>",
    "<Code><Message>",
    "http://",
    "https://a",
    "oss-",
    "status code: ",
    "\nRequested 1..",
    "?",
    " ",
    "\0",
)


def logged(text: str) -> str:
    record = logging.LogRecord("httpcore", logging.DEBUG, "", 0, "%s", (text,), None)
    _observation._Discreet().filter(record)  # pyright: ignore[reportPrivateUsage]
    return record.getMessage()


def answered(text: str) -> str:
    body = json.dumps({"code": 987654, "message": text}).encode()
    operation = next(iter(OPERATIONS.values()))
    error = classify_response(operation, Response(200, {}, body), None, "https://flighthub.example.com").error
    assert error is not None
    return str(error)


READERS: dict[str, tuple[Callable[[str], str], int]] = {
    "an error of the store": (lambda text: _storage._describe_error(Exception(text)), _storage._TEXT_LENGTH),
    "a log record of the HTTP library": (logged, _observation._MESSAGE_LENGTH),
    "a message of the server": (answered, MESSAGE_LENGTH),
}


@pytest.mark.parametrize("unit", UNITS, ids=repr)
@pytest.mark.parametrize("reader", READERS)
def test_only_the_beginning_of_a_foreign_text_is_read(reader: str, unit: str) -> None:
    read, length = READERS[reader]
    long = unit * (LARGE // len(unit))
    began = monotonic()
    shown = read(long)
    assert monotonic() - began < GUARD
    assert shown == read(long[: length + 1])
    assert len(shown) < 2 * length + 200
