"""What changed since a device was last looked at. Keeps one state per device and nothing else. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import MISSING, SecretString, WireResidue
from flighthub_runtime.models import Model
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import Secret
from flighthub_runtime.wire import is_list, is_object

from ..errors import FlightHubError, InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.device_states import AnyDeviceState
else:
    AnyDeviceState = lazy_type("flighthub_api.device_states", "AnyDeviceState")

Values = Mapping[str, tuple[Any, Any]]
"""What differs between two states: names, with what there was and what there is."""

SHOWN: Final = 4
"""How many values a change shows as text."""

_WHOLE: Final = (int, float, str, Enum)
"""What has no parts; nearly all that differs is of these."""

_NOTHING: Final[Values] = MappingProxyType({})

LEAST_DEADLINE: Final = 3.0
"""Seconds that reading a state may take, however short the interval is: a dock on a mobile link is not quick."""


@exported
class Change(NamedTuple):
    """What was seen to be new about a device.

    Attributes:
        sn: Serial number of the device.
        callsign: Name that people gave the device; None where there is none.
        at: When it was seen, by this machine's clock. What the device itself says about time stands in its state.
        before: The state that was seen before; None when this is the first one.
        after: The state that was seen now; None when it could not be read.
        members: Names, as on the wire, of the top-level members that differ; of all that have a value at first sight.
        error: Why the state cannot be read; None when it can.
        recovered: Whether the state can be read again after it could not.
        values: What differs, with the value that was seen before and the one that was seen now: enums and secrets as
            they are in the states, None for what is not there. The names are those on the wire, of members of members
            with a dot, as in `battery.capacity_percent`, and of items with their index, as in
            `battery.batteries[0].voltage`. Empty at first sight.
    """

    sn: str
    callsign: str | None
    at: datetime
    before: AnyDeviceState | None
    after: AnyDeviceState | None
    members: tuple[str, ...] = ()
    error: FlightHubError | None = None
    recovered: bool = False
    values: Values = _NOTHING

    def __str__(self) -> str:
        if self.error is not None:
            what = f"cannot be read: {self.error}"
        elif self.before is None:
            what = "seen for the first time"
        else:
            what = f"{'readable again, ' if self.recovered else ''}changed: {self._describe_values() or 'nothing'}"
        return f"{self.callsign or self.sn} {what}"

    def _describe_values(self) -> str:
        """The first values that differ, and how many more there are."""
        first = list(self.values.items())[:SHOWN]
        shown = [f"{name} {_in_words(was)} -> {_in_words(now)}" for name, (was, now) in first]
        more = len(self.values) - len(shown)
        return ", ".join([*shown, *([f"{more} more"] if more else [])])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.sn}: {self}>"


def _in_words(value: Any) -> object:
    return getattr(value, "word", None) or value


class Memory:
    """The last state of each device, and which of them cannot be read.

    Args:
        members: Names of the members whose change counts; all of them when not given.
        ignore: Names, with dots for members of members, of what does not count.
    """

    def __init__(self, members: str | Sequence[str] | None, ignore: str | Sequence[str] | None = None) -> None:
        given = (members,) if isinstance(members, str) else members
        if given is not None and not given:
            raise InvalidArgument("members", "names no member")
        self._members = None if given is None else frozenset(given)
        self._ignore = (ignore,) if isinstance(ignore, str) else tuple(ignore or ())
        if not all(self._ignore):
            raise InvalidArgument("ignore", "holds an empty name")
        self._states: dict[str, AnyDeviceState] = {}
        self._failures: dict[str, tuple[object, ...]] = {}

    def read(self, sn: str, callsign: str | None, state: AnyDeviceState) -> Change | None:
        """Takes down a state, and gives what is new about it."""
        before = self._states.get(sn)
        recovered = self._failures.pop(sn, None) is not None
        found = differences(before, state, self._members, self._ignore)
        self._states[sn] = state
        if before is not None and not found and not recovered:
            return None
        members = tuple(dict.fromkeys(map(_member, found)))
        values = _NOTHING if before is None else MappingProxyType(found)
        return Change(sn, callsign, datetime.now(UTC), before, state, members, None, recovered, values)

    def failed(self, sn: str, callsign: str | None, error: FlightHubError) -> Change | None:
        """Takes down that a state could not be read, and gives that the first time, and when the reason is another."""
        # The text holds request ids, which are never the same; and an error would keep its traceback alive.
        reason = (type(error), getattr(error, "code", None), getattr(error, "http_status", None))
        if self._failures.get(sn) == reason:
            return None
        self._failures[sn] = reason
        return Change(sn, callsign, datetime.now(UTC), self._states.get(sn), None, (), error)


def differences(
    before: AnyDeviceState | None,
    after: AnyDeviceState,
    members: frozenset[str] | None = None,
    ignore: Sequence[str] = (),
) -> dict[str, tuple[Any, Any]]:
    """What differs between two states, by name. Null, an empty list and none at all are alike.

    Args:
        before: The earlier state; None for one in which nothing was.
        after: The later state.
        members: Names of the top-level members that count; all of them when not given.
        ignore: Names of what does not count, with all that is below it.
    """
    found: dict[str, tuple[Any, Any]] = {}
    was = {} if before is None else dict(_members(before))
    now = dict(_members(after))
    for name in {**was, **now}:
        if members is None or name in members:
            _compare(name, was.get(name), now.get(name), found)
    if not ignore:
        return found
    return {name: each for name, each in found.items() if not any(_is_at_or_below(name, other) for other in ignore)}


def _member(name: str) -> str:
    """The top-level member that a name is of."""
    return name.partition(".")[0].partition("[")[0]


def _is_at_or_below(name: str, other: str) -> bool:
    return name == other or name.startswith((f"{other}.", f"{other}["))


def _members(model: Model) -> Iterator[tuple[str, Any]]:
    """The values of a model by their names on the wire, as they are in the model. Null and empty lists are left out.

    What has another form than the documented one is in no attribute; it is as it arrived, and as a secret where one
    belongs there.
    """
    table, preserved = model.__wire__, model._preserved  # pyright: ignore[reportPrivateUsage]
    for member in table.members:
        value = getattr(model, member.attribute)
        # Not `== []`, which asks models and enums, and takes half of the time of this loop.
        if value is None or (isinstance(value, list) and not value):
            residue = None if preserved is None else preserved.residues.get(member.wire)
            value = residue.raw_value if isinstance(residue, WireResidue) else None
            if value is None or value is MISSING or value == []:
                continue
            if isinstance(member.codec, SecretString):
                value = Secret(str(value))
        yield member.wire, value
    if table.payloads is not None:
        yield from getattr(model, table.payloads.attribute).items()
    if preserved is not None:
        yield from preserved.unknown.items()


def _compare(name: str, was: Any, now: Any, found: dict[str, tuple[Any, Any]]) -> None:
    """Takes down in what two values differ. What is equal is not walked, which is nearly all of a state."""
    if was is now or was == now:
        return
    if isinstance(was, _WHOLE) and isinstance(now, _WHOLE):
        found[name] = (was, now)
        return
    before, after = _parts(name, was), _parts(name, now)
    if before is None and after is None:
        found[name] = (was, now)
        return
    # A value that is no longer one of several, or was none before, is told as well.
    if before is None:
        before = {} if was is None else {name: was}
    if after is None:
        after = {} if now is None else {name: now}
    for each in {**before, **after}:
        if each == name:
            found[name] = (before.get(name), after.get(name))
        else:
            _compare(each, before.get(each), after.get(each), found)


def _parts(name: str, value: Any) -> dict[str, Any] | None:
    """What a value consists of, by name; None for one that is told as a whole."""
    if isinstance(value, Model):
        return {f"{name}.{inner}": each for inner, each in _members(value)}
    if is_object(value):
        return {f"{name}.{inner}": each for inner, each in value.items() if each is not None and each != []}
    if is_list(value) and value and all(isinstance(each, Model) or is_object(each) for each in value):
        return {f"{name}[{number}]": each for number, each in enumerate(value)}
    return {} if value is None or value == [] else None
