"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .control_change import ControlChange
    from .operation_log import OperationLog
    from .related_user import RelatedUser
else:
    ControlChange = lazy_type("..models", "ControlChange", __package__)
    OperationLog = lazy_type("..models", "OperationLog", __package__)
    RelatedUser = lazy_type("..models", "RelatedUser", __package__)


@define(weakref_slot=False)
class FlightTaskOperations(Model):
    """Who did what during a flight task."""

    control_change: builtins.list[ControlChange] = field(factory=empty_list)
    """Changes of who steers the aircraft."""

    payload_change: builtins.list[ControlChange] = field(factory=empty_list)
    """Changes of who has the payload."""

    oper_logs: builtins.list[OperationLog] = field(factory=empty_list)
    """Commands that were given."""

    related_users: builtins.list[RelatedUser] = field(factory=empty_list)
    """People who had to do with the task."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("control_change", ListOf(ObjectOf("ControlChange", __package__))),
        Member("payload_change", ListOf(ObjectOf("ControlChange", __package__))),
        Member("oper_logs", ListOf(ObjectOf("OperationLog", __package__))),
        Member("related_users", ListOf(ObjectOf("RelatedUser", __package__))),
    )
