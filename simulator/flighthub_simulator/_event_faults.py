"""Failures of events on demand: what becomes of one on its way to the webhook."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from flighthub_api import EVENTS

Chance = Callable[..., random.Random]
"""Chance for one purpose, such as `World.chance`."""

KINDS: Final = frozenset(each.kind for each in EVENTS.values() if each.form == "event_api")
"""The kinds of the events that are sent."""

MOST: Final = 1000
"""How often an event is repeated, and how many events overtake one, at most."""


@dataclass
class EventFault:
    """One failure of an event on its way to the webhook. All of it that makes sense together can be combined.

    Attributes:
        event: Kind of the event that it befalls, such as `media_file_uploaded`; `*` for all.
        lose: The event is never sent.
        repeat: How many times it is sent again, right after the first time.
        behind: How many later events are sent before it. Where fewer happen, it is sent ten simulated minutes later.
        delay: Seconds of the simulator's clock that it is late; later events overtake it meanwhile.
        signature: `wrong` signs it with another key, `missing` does not sign it.
        kind: What it says to be instead, such as a kind that nobody knows.
        count: How many times the failure happens; None for always.
        probability: How likely an event is to meet it, above 0 and up to 1; it happens always when only this is told.
    """

    event: str = "*"
    lose: bool = False
    repeat: int = 0
    behind: int = 0
    delay: float = 0.0
    signature: Literal["wrong", "missing"] | None = None
    kind: str | None = None
    count: int | None = 1
    probability: float = 1.0


@dataclass
class _Planned:
    fault: EventFault
    number: int
    drawn: int = 0


class EventFaults:
    """The failures of events that are still to come. Safe to change while requests are served."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pending: list[_Planned] = []
        self._number = 0

    def check(self, told: Mapping[str, Any]) -> EventFault:
        """A failure in the form of a file, or `ValueError` where it is not possible."""
        if told["event"] not in (*KINDS, "*"):
            raise ValueError(f"there is no event {told['event']!r}, only {', '.join(sorted(KINDS))}, and *")
        for name in told:
            if name not in _MEMBERS and name != "event":
                raise ValueError(f"a fault of an event has no member {name!r}")
        fault = EventFault(**({"count": None, **told} if "probability" in told else told))
        for problem in _problems(fault):
            raise ValueError(f"not a possible fault of an event: {problem}")
        return fault

    def plan(self, faults: Iterable[EventFault]) -> None:
        """Plans failures that were checked."""
        with self._lock:
            for fault in faults:
                self._number += 1
                self._pending.append(_Planned(fault, self._number))

    def clear(self) -> None:
        """Forgets all of them, and begins chance anew."""
        with self._lock:
            self._pending.clear()
            self._number = 0

    def planned(self) -> list[dict[str, Any]]:
        """The failures that are still to come, in the form of a file."""
        usual = EventFault()
        with self._lock:
            return [
                {
                    each.name: getattr(planned.fault, each.name)
                    for each in fields(EventFault)
                    if each.name in ("event", "count") or getattr(planned.fault, each.name) != getattr(usual, each.name)
                }
                for planned in self._pending
            ]

    def take(self, event: str, chance: Chance) -> EventFault | None:
        """The failure that befalls an event now, if any. The one planned first goes first."""
        with self._lock:
            for planned in self._pending:
                fault = planned.fault
                if fault.event not in (event, "*"):
                    continue
                if fault.probability < 1:
                    planned.drawn += 1
                    if chance("event fault", planned.number, planned.drawn).random() >= fault.probability:
                        continue
                if fault.count is not None:
                    fault.count -= 1
                    if fault.count == 0:
                        self._pending.remove(planned)
                return fault
        return None


def _is_whole(value: Any, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _is_number(value: Any, most: float) -> bool:
    return type(value) in (int, float) and 0 <= value <= most


_LONGEST: Final = 1_000_000_000

_MEMBERS: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "lose": (lambda value: isinstance(value, bool), "true or false"),
    "repeat": (lambda value: _is_whole(value, 0, MOST), f"a number from 0 to {MOST}"),
    "behind": (lambda value: _is_whole(value, 0, MOST), f"a number from 0 to {MOST}"),
    "delay": (lambda value: _is_number(value, _LONGEST), "a number of seconds from 0"),
    "signature": (lambda value: value in (None, "wrong", "missing"), "wrong or missing"),
    "kind": (lambda value: value is None or isinstance(value, str), "a text"),
    "count": (lambda value: value is None or _is_whole(value, 1, _LONGEST), "a number from 1, or null for always"),
    "probability": (lambda value: _is_number(value, 1) and value > 0, "a number above 0 and up to 1"),
}
"""What each member of a fault may be, and that in words."""


def _problems(fault: EventFault) -> Iterable[str]:
    wrong = [name for name, (fits, _) in _MEMBERS.items() if not fits(getattr(fault, name))]
    for name in wrong:
        yield f"{name} is {_MEMBERS[name][1]}, not {getattr(fault, name)!r}"
    if not wrong and fault.lose and (fault.repeat or fault.behind or fault.delay or fault.signature or fault.kind):
        yield "nothing else befalls an event that is lost"
    if not wrong and fault.behind and fault.delay:
        yield "an event is late by seconds or by events, not both"
