"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Json, ListOf
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from ..enums import FlightHubSyncTaskStatus
else:
    FlightHubSyncTaskStatus = lazy_type("..enums", "FlightHubSyncTaskStatus", __package__)


@define(weakref_slot=False)
class FlightHubSyncTaskInfo(Model):
    """The flight task of an event."""

    task_type: Any | None = field(default=None, repr=repr_keys)
    """Kind of task; its values are not known.

    [documented]
    """

    tags: builtins.list[Any] = field(factory=empty_list)
    """Tags of the task.

    [documented]
    """

    status: FlightHubSyncTaskStatus | None = None
    """State of the task, with progress alone.

    The name of the member is inferred. [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("task_type", Json(), nullable=True),
        Member("tags", ListOf(Json())),
        Member("status", EnumOf("FlightHubSyncTaskStatus", __package__)),
    )
