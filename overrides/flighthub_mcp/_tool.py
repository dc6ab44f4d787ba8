"""A tool as this package describes it, and a call of it. Nothing here knows the protocol."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flighthub import AsyncFlightHub, InvalidArgument
from flighthub_api import OPERATIONS

from ._results import clean, quote
from ._schemas import Schema, schema_of

if TYPE_CHECKING:
    from flighthub_runtime.operations import Operation

    from ._runtime import Runtime

_EFFECTS: Final = ("read", "write", "dangerous")

KEY: Final = "key"
PROJECT: Final = "project"
"""Arguments that a tool gets beside its own."""

Tell = Callable[[float, "float | None", str], Awaitable[None]]
"""Reports progress: how far, of how much, and what that is."""

_BY_NAME: Final = {each.name: each for each in OPERATIONS.values()}


async def _silent(progress: float, total: float | None, message: str) -> None:
    """Reports nothing."""


@dataclass
class Call:
    """A call of a tool, with what it needs.

    Attributes:
        runtime: What all calls share.
        project: Of the projects that may be acted on, the one that is meant, as it was configured.
        fh: A client that acts on that project.
        arguments: The arguments, checked.
        key: What a dangerous call is for; empty for others.
        tell: Reports progress.
    """

    runtime: Runtime
    project: str
    fh: AsyncFlightHub
    arguments: Mapping[str, Any]
    key: str = ""
    tell: Tell = _silent

    def get(self, name: str, default: Any = None) -> Any:
        """An argument that may be missing."""
        return self.arguments.get(name, default)


class Plan(NamedTuple):
    """What a dangerous call is going to do, as a person is asked about it.

    Attributes:
        what: What happens, in a sentence.
        details: With what, by name. Texts of the server are quoted already.
        arguments: The arguments, with what was looked up in place of names.
    """

    what: str
    details: Mapping[str, str]
    arguments: Mapping[str, Any]


Run = Callable[[Call], Awaitable[Any]]
MakePlan = Callable[[Call], Awaitable[Plan]]


def operation_of(name: str) -> Operation:
    """An operation by the name that the client calls it by, such as `flight_tasks.create`."""
    return _BY_NAME[name]


def argument_of(operation: str, name: str, about: str = "") -> Schema:
    """The schema of an argument of an operation, or of a member of one that is an object.

    Args:
        operation: The operation, by the name of the client.
        name: The argument or the member.
        about: What is said of it in fewer words than the catalogue has.
    """
    own = operation_of(operation).arguments
    known = {each.name: each for each in (*(member for each in own for member in each.members), *own)}
    found = schema_of(known[name])
    return {**found, "description": about or found["description"]}


@cache
def effect_of(operation: Operation) -> str:
    """How far an operation goes for an assistant: as far as what the tools do with it.

    Releasing a flight that is held is a write, as the transcription has it; the tool for it knows that the aircraft may
    take off.
    """
    from ._tools import facade_tools

    found = [operation.effect]
    if operation.effect != "read":
        found += [each.effect for each in facade_tools() if operation.name in each.uses]
    return max(found, key=_EFFECTS.index)


@dataclass(frozen=True)
class Tool:
    """A tool.

    Args:
        name: Its name.
        title: Its name for people.
        text: What it does, for whoever chooses among tools. Never a text of the server.
        toolset: The set that it belongs to.
        properties: Its arguments, as schemas.
        required: Those that must be given.
        run: Does it.
        plan: Says what it is going to do, where it is dangerous.
        uses: The operations that it calls, by the names of the client; how far it goes follows from them.
        local: Whether it changes files of this machine.
        data: The schema of what it gives back.
        without_project: Whether it acts on no project.
        operation: The operation that a call is about, where its arguments say which.
    """

    name: str
    title: str
    text: str
    toolset: str
    run: Run
    properties: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    required: tuple[str, ...] = ()
    plan: MakePlan | None = None
    uses: tuple[str, ...] = ()
    local: bool = False
    data: Schema = field(default_factory=lambda: {"type": "object"})
    without_project: bool = False
    operation: Callable[[Runtime, Mapping[str, Any]], Operation] | None = None

    @property
    def effect(self) -> str:
        """`read`, `write` or `dangerous`: the worst of what it calls."""
        found = [operation_of(each).effect for each in self.uses] + ["write" if self.local else "read"]
        return max(found, key=_EFFECTS.index)

    @property
    def is_repeatable(self) -> bool:
        """Whether calling it again changes nothing more."""
        return all(operation_of(each).retry == "safe" for each in self.uses)

    def effect_of(self, runtime: Runtime, arguments: Mapping[str, Any]) -> str:
        """The effect of a single call."""
        return self.effect if self.operation is None else effect_of(self.operation(runtime, arguments))


def is_serial(name: str) -> bool:
    """Whether an argument holds the serial number of a device, by its name."""
    return name in ("sn", "sns", "device_sn_list") or name.endswith("_sn")


async def find_serial(call: Call, device: str, member: str) -> str:
    """The serial number of a device of the project, of its serial number or its callsign.

    Raises:
        InvalidArgument: The project has no such device, or several.
    """
    devices = [each for unit in await call.fh.devices.fleet() for each in (unit.gateway, unit.aircraft) if each]
    if device in [each.sn for each in devices]:
        return device
    # An assistant knows names as they were shown to it.
    found = [each.sn for each in devices if each.sn and device in (each.callsign, clean(each.callsign or ""))]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidArgument(member, f"is the callsign of {len(found)} devices: give the serial number")
    raise InvalidArgument(member, "is no device of this project; list_devices has them")


async def name_device(call: Call, serial: str) -> str:
    """A device for people: its callsign, quoted, and its serial number."""
    for unit in await call.fh.devices.fleet():
        for each in (unit.gateway, unit.aircraft):
            if each is not None and each.sn == serial and each.callsign:
                return f"{quote(each.callsign)} ({clean(serial, 40)})"
    return clean(serial, 40)
