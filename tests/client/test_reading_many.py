"""Long answers, and many of them: lists are read without the collector, bodies by the fast parser."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from typing import Any

import pytest

from flighthub.types import Track
from flighthub_runtime import wire
from flighthub_runtime.garbage import pause_collector

LONG = [{"timestamp": 1772442621000 + index, "latitude": 46.05, "longitude": 14.5} for index in range(20_000)]


@pytest.fixture
def collections() -> Iterator[list[str]]:
    """The phases of what the collector does meanwhile."""
    seen: list[str] = []

    def note(phase: str, _: object) -> None:
        seen.append(phase)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def test_nothing_is_collected_while_a_long_list_is_read(collections: list[str]) -> None:
    track = Track.from_dict({"points": LONG})
    assert len(track.points) == len(LONG)
    # What is due is done as soon as the list is there.
    assert collections.count("start") < 5
    assert gc.isenabled()


@pytest.mark.parametrize("points", [LONG, [*LONG, {"latitude": "north"}, "odd"]], ids=["documented", "odd"])
def test_a_collector_that_is_off_stays_off(points: list[Any]) -> None:
    gc.disable()
    try:
        Track.from_dict({"points": points})
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_runs_again_after_an_interruption() -> None:
    def interrupt() -> None:
        with pause_collector():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert gc.isenabled()


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": NaN}',
        b'"\\ud800"',
        b"123456789012345678901234567890",
        b"1E400",
        b"-0",
        b'{"a": 1, "a": 2}',
        '\ufeff{"a": 1}'.encode(),
        '{"a": "\u4e2d"}'.encode("utf-16"),
    ],
)
def test_short_bodies_are_parsed_alike_however_many_came_before(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "_parsed", wire._MANY)
    assert repr(wire.parse_json(body)) == repr(json.loads(body))


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": 1,}', b"[1]\x00", b'"\xff"', b"01"])
def test_what_is_not_json_is_refused_however_much_came_before(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "_parsed", wire._MANY)
    with pytest.raises(ValueError, match=r"Expecting|Extra data|Illegal|codec|double quotes"):
        wire.parse_json(body)
