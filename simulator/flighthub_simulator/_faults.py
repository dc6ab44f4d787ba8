"""Failures on demand: what goes wrong, at which operation, how often."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal

import yaml

from flighthub_runtime.wire import is_list, is_mapping, is_object

from ._event_faults import EventFault, EventFaults

Chance = Callable[..., random.Random]
"""Chance for one purpose, such as `World.chance`."""


@dataclass
class Fault:
    """One failure, told to the simulator. All of it that makes sense together can be combined.

    Attributes:
        operation: Id of the operation it befalls, such as `createFlightTask`; `*` for all.
        status: HTTP status of the answer.
        code: Business code of the envelope.
        message: Text of the envelope.
        body: The whole body as text instead of an envelope, such as a web page.
        headers: Headers to add to the answer, such as `Retry-After`.
        delay: Seconds of the simulator's clock to wait before anything else; none while that clock stands still.
        count: How many times it happens; None for always.
        probability: How likely a request is to meet it, above 0 and up to 1; it happens always when only this is told.
        reset: `before` resets the connection without acting; `after` acts, and resets it instead of answering.
        cut: How much of the promised body arrives before the connection closes: bytes, or a fraction below 1.0.
        future_enum: Values that nobody listed yet stand for listed ones: for the `first` of the answer, or for `each`.
        unknown_members: Every object of the answer has a member that nobody documented.
        nulls: Optional members of the answer are null: all of them, or each with this probability.
        missing: Optional members of the answer are left out: all of them, or each with this probability.
    """

    operation: str = "*"
    status: int = 200
    code: int | None = None
    message: str = ""
    body: str | None = None
    headers: Mapping[str, str | float] = field(default_factory=dict[str, "str | float"])
    delay: float = 0.0
    count: int | None = 1
    probability: float = 1.0
    reset: Literal["before", "after"] | None = None
    cut: float | None = None
    future_enum: Literal["first", "each"] | bool = False
    unknown_members: bool = False
    nulls: float = 0.0
    missing: float = 0.0

    @property
    def answers(self) -> bool:
        """Whether the fault replaces the answer; nothing is acted upon then."""
        return self.code is not None or self.body is not None or self.status != 200

    @property
    def deviates(self) -> bool:
        """Whether the fault changes the `data` of the true answer."""
        return bool(self.future_enum or self.unknown_members or self.nulls or self.missing)


@dataclass
class _Planned:
    """A fault that is still to come, its number, and how often it was drawn for."""

    fault: Fault
    number: int
    drawn: int = 0


class Faults:
    """The failures that are still to come. Safe to change while requests are served."""

    def __init__(self, operations: Iterable[str]) -> None:
        self._operations = {*operations, "*"}
        self._lock = threading.Lock()
        self._pending: list[_Planned] = []
        self._number = 0
        self._events = EventFaults()

    def add(self, operation: str = "*", **what: Any) -> Fault:
        """Plans a failure; the arguments are those of `Fault`.

        Raises:
            ValueError: There is no such operation, or the failure is not possible.
        """
        fault = self._checked(operation, **what)
        self._plan([fault])
        return fault

    def add_event(self, event: str = "*", **what: Any) -> EventFault:
        """Plans a failure of an event on its way to the webhook; the arguments are those of `EventFault`.

        Raises:
            ValueError: There is no such event, or the failure is not possible.
        """
        fault = self._events.check({"event": event, **what})
        self._events.plan([fault])
        return fault

    def add_all(self, told: Any) -> list[Fault | EventFault]:
        """Plans failures in the form of a file: a list of mappings with the members of `Fault`, or of `EventFault`.

        Raises:
            ValueError: One of them is not possible; then none is planned.
        """
        if not is_list(told):
            raise ValueError("faults are a list of mappings")
        found: list[Fault] = []
        of_events: list[EventFault] = []
        for each in told:
            if not is_object(each):
                raise ValueError(f"a fault is a mapping, not {each!r}")
            if "event" in each:
                of_events.append(self._events.check(each))
                continue
            for name in each:
                if name not in _NAMES:
                    raise ValueError(f"a fault has no member {name!r}")
            found.append(self._checked(**each))
        self._plan(found)
        self._events.plan(of_events)
        return [*found, *of_events]

    def load(self, file: Path | str) -> None:
        """Plans the failures of a YAML file: a list of mappings with the members of `Fault`, or of `EventFault`."""
        try:
            self.add_all(yaml.safe_load(Path(file).read_text(encoding="utf-8")) or [])
        except (ValueError, yaml.YAMLError) as error:
            problem = " ".join(str(error).split())
        else:
            return
        raise ValueError(f"{file}: {problem}")

    def clear(self) -> None:
        """Forgets all failures, and begins chance anew."""
        with self._lock:
            self._pending.clear()
            self._number = 0
        self._events.clear()

    def planned(self) -> list[dict[str, Any]]:
        """The failures that are still to come, in the form of a file."""
        with self._lock:
            found = [_told(each.fault) for each in self._pending]
        return [*found, *self._events.planned()]

    def take_event(self, event: str, chance: Chance) -> EventFault | None:
        """The failure that befalls an event now, if any.

        Args:
            event: Kind of the event.
            chance: What draws for faults with a probability.
        """
        return self._events.take(event, chance)

    def take(self, operation: str, chance: Chance | None = None) -> Fault | None:
        """The failure that befalls an operation now, if any. The one planned first goes first.

        Args:
            operation: Id of the operation.
            chance: What draws for faults with a probability; that of the seed 0 when not given.
        """
        with self._lock:
            for planned in self._pending:
                fault = planned.fault
                if fault.operation not in (operation, "*") or not _drawn(planned, chance or _of_seed_0):
                    continue
                if fault.count is not None:
                    fault.count -= 1
                    if fault.count == 0:
                        self._pending.remove(planned)
                return fault
        return None

    def _checked(self, operation: str = "*", **what: Any) -> Fault:
        if not isinstance(operation, str) or operation not in self._operations:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError(f"there is no operation {operation!r}")
        if "probability" in what:
            what = {"count": None, **what}
        fault = Fault(operation, **what)
        for problem in _problems(fault):
            raise ValueError(f"not a possible fault: {problem}")
        return fault

    def _plan(self, faults: list[Fault]) -> None:
        with self._lock:
            for fault in faults:
                self._number += 1
                self._pending.append(_Planned(fault, self._number))


def _drawn(planned: _Planned, chance: Chance) -> bool:
    if planned.fault.probability == 1:
        return True
    planned.drawn += 1
    return chance("fault", planned.number, planned.drawn).random() < planned.fault.probability


def _of_seed_0(*of: object) -> random.Random:
    return random.Random(f"0/{'/'.join(map(str, of))}")  # noqa: S311 - nothing here is to be secret


def _told(fault: Fault) -> dict[str, Any]:
    """A fault in the form of a file; what is as usual is left out, save for the operation and the count."""
    usual = Fault()
    return {
        each.name: getattr(fault, each.name)
        for each in fields(fault)
        if each.name in ("operation", "count") or getattr(fault, each.name) != getattr(usual, each.name)
    }


_NAMES: Final = frozenset(each.name for each in fields(Fault))


def _problems(fault: Fault) -> Iterable[str]:
    """Why a fault, whose members may have come from a file, cannot be carried out."""
    wrong = [name for name, (fits, _) in _MEMBERS.items() if not fits(getattr(fault, name))]
    for name in wrong:
        yield f"{name} is {_MEMBERS[name][1]}, not {getattr(fault, name)!r}"
    if not wrong:
        yield from (text for contradicts, text in _CONTRADICTIONS if contradicts(fault))


def _is_whole(value: Any, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _is_number(value: Any, least: float, most: float) -> bool:
    return type(value) in (int, float) and least <= value <= most


def _is_share(value: Any) -> bool:
    return isinstance(value, bool) or _is_number(value, 0, 1)


def _is_text(value: Any) -> bool:
    """Whether it is text that can be sent: half a surrogate pair cannot."""
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def _are_headers(value: Any) -> bool:
    return is_mapping(value) and all(_is_header(name, text) for name, text in value.items())


def _is_header(name: Any, text: Any) -> bool:
    return (
        isinstance(name, str)
        and re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name) is not None
        # They frame the body, which `cut` is there to break.
        and name.lower() not in ("content-length", "transfer-encoding")
        and (type(text) in (int, float) or isinstance(text, str))
        and re.fullmatch(r"[\t\x20-\x7e\xa0-\xff]*", str(text)) is not None
    )


_LONGEST: Final = 1_000_000_000
"""Seconds that a delay may last, and times that a fault may happen."""

_MEMBERS: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "status": (lambda value: _is_whole(value, 200, 599), "a number from 200 to 599"),
    "code": (lambda value: value is None or _is_whole(value, -(2**63), 2**63 - 1), "a number"),
    "message": (_is_text, "a text"),
    "body": (lambda value: value is None or _is_text(value), "a text"),
    "headers": (_are_headers, "a mapping of names to texts, without those that frame the body"),
    "delay": (lambda value: _is_number(value, 0, _LONGEST), "a number of seconds from 0"),
    "count": (lambda value: value is None or _is_whole(value, 1, _LONGEST), "a number from 1, or null for always"),
    "probability": (lambda value: _is_number(value, 0, 1) and value > 0, "a number above 0 and up to 1"),
    "reset": (lambda value: value in (None, "before", "after"), "before or after"),
    "cut": (
        lambda value: value is None or _is_whole(value, 0, _LONGEST) or (type(value) is float and 0 <= value < 1),
        "a number of bytes, or a fraction below 1.0",
    ),
    "future_enum": (lambda value: isinstance(value, bool) or value in ("first", "each"), "first or each"),
    "unknown_members": (lambda value: isinstance(value, bool), "true or false"),
    "nulls": (_is_share, "true, or a probability"),
    "missing": (_is_share, "true, or a probability"),
}
"""What each member of a fault may be, and that in words."""

_CONTRADICTIONS: Final[tuple[tuple[Callable[[Fault], bool], str], ...]] = (
    (lambda fault: bool(fault.message) and fault.code is None, "a message needs a code"),
    (lambda fault: fault.code is not None and fault.body is not None, "a body takes the place of code and message"),
    (
        lambda fault: fault.status in (204, 304) and (fault.code is not None or bool(fault.body)),
        "HTTP 204 and 304 come without a body",
    ),
    (
        lambda fault: fault.answers and fault.deviates,
        "future_enum, unknown_members, nulls and missing change the true answer, which this fault replaces",
    ),
    (
        lambda fault: fault.reset is not None
        and (fault.answers or fault.deviates or fault.cut is not None or bool(fault.headers)),
        "nothing of an answer arrives when the connection is reset",
    ),
    (
        lambda fault: fault.cut is not None and fault.answers and fault.code is None and not fault.body,
        "there is no body to cut",
    ),
)
"""What cannot go together, and why."""
