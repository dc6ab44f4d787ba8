"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import MapOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .command_execution import CommandExecution
else:
    CommandExecution = lazy_type("..models", "CommandExecution", __package__)


@define(weakref_slot=False)
class DeviceCommandExecutions(Model):
    """The newest execution of each command of a device."""

    sn: str
    """Serial number of the device."""

    services: dict[str, CommandExecution] | None = field(default=None, repr=repr_keys)
    """The newest execution of each command, under the command's name."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True), required=True),
        Member("services", MapOf(ObjectOf("CommandExecution", __package__))),
    )
