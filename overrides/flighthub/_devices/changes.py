"""What changed since a device was last looked at. Keeps one state per device and nothing else. No I/O."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import SecretString
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
    was_raw: dict[str, Any] = {} if before is None else before.to_dict()
    now_raw = after.to_dict()
    differing = {
        name
        for name in {**was_raw, **now_raw}
        if was_raw.get(name) != now_raw.get(name) and (members is None or name in members)
    }
    if not differing:
        return {}
    was = {} if before is None else dict(_leaves(before, was_raw, only=differing))
    now = dict(_leaves(after, now_raw, only=differing))
    return {
        name: (was.get(name), now.get(name))
        for name in {**was, **now}
        if was.get(name) != now.get(name) and not any(_is_at_or_below(name, each) for each in ignore)
    }


def _member(name: str) -> str:
    """The top-level member that a name is of."""
    return name.partition(".")[0].partition("[")[0]


def _is_at_or_below(name: str, other: str) -> bool:
    return name == other or name.startswith((f"{other}.", f"{other}["))


def _leaves(
    model: Model, raw_members: Mapping[str, Any], prefix: str = "", only: Collection[str] | None = None
) -> Iterator[tuple[str, Any]]:
    """All values of a model that are there, with their names.

    Args:
        model: The model.
        raw_members: The same as the server sent it.
        prefix: What the names begin with.
        only: Names of the members that are wanted; all of them when not given.
    """
    table = model.__wire__
    payloads: Mapping[str, Any] = {} if table.payloads is None else getattr(model, table.payloads.attribute)
    kinds = {member.wire: member for member in table.members}
    for name, raw in raw_members.items():
        if only is not None and name not in only:
            continue
        if name not in kinds:
            yield from _below(f"{prefix}{name}", payloads.get(name, raw), raw)
            continue
        value = getattr(model, kinds[name].attribute)
        if value is None or value == []:
            # What has another form than the documented one is in no attribute.
            value = Secret(str(raw)) if isinstance(kinds[name].codec, SecretString) and raw is not None else raw
        yield from _below(f"{prefix}{name}", value, raw)


def _below(name: str, value: Any, raw: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Model):
        yield from _leaves(value, raw, f"{name}.")
    elif is_object(value):
        for inner, each in value.items():
            yield from _below(f"{name}.{inner}", each, each)
    elif is_list(value) and value and all(isinstance(each, Model) or is_object(each) for each in value):
        for number, each in enumerate(value):
            yield from _below(f"{name}[{number}]", each, each.to_dict() if isinstance(each, Model) else each)
    elif value is not None and value != []:
        yield name, value
