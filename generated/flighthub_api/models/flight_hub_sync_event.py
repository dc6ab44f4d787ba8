"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf, String
from flighthub_runtime.events import Event
from flighthub_runtime.models import Member, Members, Preserved, empty_list

if TYPE_CHECKING:
    from .flight_hub_sync_file import FlightHubSyncFile
    from .flight_hub_sync_folder_info import FlightHubSyncFolderInfo
    from .flight_hub_sync_task_info import FlightHubSyncTaskInfo
else:
    FlightHubSyncFile = lazy_type("..models", "FlightHubSyncFile", __package__)
    FlightHubSyncFolderInfo = lazy_type("..models", "FlightHubSyncFolderInfo", __package__)
    FlightHubSyncTaskInfo = lazy_type("..models", "FlightHubSyncTaskInfo", __package__)


@define(weakref_slot=False)
class FlightHubSyncEvent(Event):
    """An event of the older FlightHub Sync webhook.

    Which members come with which kind is not told, so all kinds have all.
    """

    notify_type: str | None = None
    """Kind of the event."""

    org_id: str | None = None
    """Id of the organization.

    [documented]
    """

    org_name: str | None = None
    """Name of the organization.

    [documented]
    """

    prj_id: str | None = None
    """Id of the project.

    [documented]
    """

    prj_name: str | None = None
    """Name of the project.

    [documented]
    """

    sn: str | None = None
    """Serial number of the device.

    [documented]
    """

    task_info: FlightHubSyncTaskInfo | None = None
    """The flight task.

    [documented]
    """

    files: builtins.list[FlightHubSyncFile] = field(factory=empty_list)
    """The files.

    [documented]
    """

    folder_info: FlightHubSyncFolderInfo | None = None
    """How many files the folder has, and will have.

    [documented]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __kind__ = ""
    __form__ = "flighthub_sync"
    __wire__: ClassVar[Members] = Members(
        Member("notify_type", String()),
        Member("org_id", String(id=True)),
        Member("org_name", String()),
        Member("prj_id", String(id=True)),
        Member("prj_name", String()),
        Member("sn", String(id=True)),
        Member("task_info", ObjectOf("FlightHubSyncTaskInfo", __package__)),
        Member("files", ListOf(ObjectOf("FlightHubSyncFile", __package__))),
        Member("folder_info", ObjectOf("FlightHubSyncFolderInfo", __package__)),
    )
