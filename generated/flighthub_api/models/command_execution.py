"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, Json, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .command_progress import CommandProgress
else:
    CommandProgress = lazy_type("..models", "CommandProgress", __package__)


@define(weakref_slot=False)
class CommandExecution(Model):
    """How the execution of a command went."""

    bid: str | None = None
    """Business id of the command, the one that calibrate_rtk answers."""

    create_time: int | None = None
    """When the command was sent.

    Seconds or milliseconds is not said. (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    update_time: int | None = None
    """When its state last changed, in the unit of create_time.

    (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    progress: CommandProgress | None = None
    """How far it is."""

    device_code: int | None = None
    """0 when the device carried it out, otherwise an error code of the device."""

    ext: Any | None = field(default=None, repr=repr_keys)
    """Further values that depend on the command."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("bid", String()),
        Member("create_time", Integer(time="auto")),
        Member("update_time", Integer(time="auto")),
        Member("progress", ObjectOf("CommandProgress", __package__)),
        Member("device_code", Integer()),
        Member("ext", Json(), nullable=True),
    )
