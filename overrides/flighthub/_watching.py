"""What changed since a device was last looked at. Keeps one state per device and nothing else. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flighthub_api.runtime.annotations import lazy_type

from .errors import FlightHubError, InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.device_states import AnyDeviceState
else:
    AnyDeviceState = lazy_type("flighthub_api.device_states", "AnyDeviceState")

LEAST_DEADLINE: Final = 3.0
"""Seconds that reading a state may take, however short the interval is: a dock on a mobile link is not quick."""


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
    """

    sn: str
    callsign: str | None
    at: datetime
    before: AnyDeviceState | None
    after: AnyDeviceState | None
    members: tuple[str, ...] = ()
    error: FlightHubError | None = None
    recovered: bool = False

    def __str__(self) -> str:
        if self.error is not None:
            what = f"cannot be read: {self.error}"
        elif self.before is None:
            what = "seen for the first time"
        else:
            what = f"{'readable again, ' if self.recovered else ''}changed: {', '.join(self.members) or 'nothing'}"
        return f"{self.callsign or self.sn} {what}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.sn}: {self}>"


class Memory:
    """The last state of each device, and which of them cannot be read.

    Args:
        members: Names of the members whose change counts; all of them when not given.
    """

    def __init__(self, members: str | Sequence[str] | None) -> None:
        given = (members,) if isinstance(members, str) else members
        if given is not None and not given:
            raise InvalidArgument("members", "names no member")
        self._members = None if given is None else frozenset(given)
        self._states: dict[str, AnyDeviceState] = {}
        self._failures: dict[str, tuple[object, ...]] = {}

    def read(self, sn: str, callsign: str | None, state: AnyDeviceState) -> Change | None:
        """Takes down a state, and gives what is new about it."""
        before = self._states.get(sn)
        recovered = self._failures.pop(sn, None) is not None
        members = differing(before, state, self._members)
        self._states[sn] = state
        if before is not None and not members and not recovered:
            return None
        return Change(sn, callsign, datetime.now(UTC), before, state, members, None, recovered)

    def failed(self, sn: str, callsign: str | None, error: FlightHubError) -> Change | None:
        """Takes down that a state could not be read, and gives that the first time, and when the reason is another."""
        # The text holds request ids, which are never the same; and an error would keep its traceback alive.
        reason = (type(error), getattr(error, "code", None), getattr(error, "http_status", None))
        if self._failures.get(sn) == reason:
            return None
        self._failures[sn] = reason
        return Change(sn, callsign, datetime.now(UTC), self._states.get(sn), None, (), error)


def differing(before: AnyDeviceState | None, after: AnyDeviceState, members: frozenset[str] | None) -> tuple[str, ...]:
    """Names of the top-level members that differ between two states. Null, an empty list and none at all are alike."""
    if before is not None and before == after:
        return ()
    was: dict[str, Any] = {} if before is None else before.to_dict()
    now = after.to_dict()
    return tuple(
        name
        for name in {**was, **now}
        if (members is None or name in members) and _something(was.get(name)) != _something(now.get(name))
    )


def _something(value: Any) -> Any:
    return None if value == [] else value
