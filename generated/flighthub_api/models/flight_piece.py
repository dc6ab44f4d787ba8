"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import DateTime, FreeObject, Integer, Json, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from .flight_piece_exception import FlightPieceException
    from .flight_record import FlightRecord
else:
    FlightPieceException = lazy_type("..models", "FlightPieceException", __package__)
    FlightRecord = lazy_type("..models", "FlightRecord", __package__)


@define(weakref_slot=False)
class FlightPiece(Model):
    """One flight of a task."""

    ID: int | None = None
    """Number of the row."""

    created_at: datetime | None = None
    """When the row was made, RFC 3339 text."""

    begin_at: datetime | None = None
    """Planned start, RFC 3339 text; empty when unset.

    (empty text reads as None)
    """

    end_at: datetime | None = None
    """Planned end, RFC 3339 text; empty when unset.

    (empty text reads as None)
    """

    run_at: datetime | None = None
    """Actual start, RFC 3339 text; empty before it.

    (empty text reads as None)
    """

    completed_at: datetime | None = None
    """Actual end, RFC 3339 text; empty before it.

    (empty text reads as None)
    """

    flight_task_id: str | None = None
    """Id of the task."""

    flight_piece_id: str | None = None
    """Id of this flight."""

    take_off_airport_sn: str | None = None
    """Serial number of the dock where the aircraft took off."""

    land_airport_sn: str | None = None
    """Serial number of the dock where it landed; may be empty."""

    task_type: int | None = None
    """Kind of schedule, a number of the older dialect."""

    type: str | None = None
    """What is flown."""

    status: str | None = None
    """State of the flight."""

    flight_task_type: int | None = None
    """Kind of task, a number without a published meaning."""

    task_flight_type: str | None = None
    """How it is flown."""

    task_flight_status: str | None = None
    """How far the flight is."""

    flight_task_status: int | None = None
    """State of the task, a number without a published meaning."""

    task_status: int | None = None
    """State of the task, a number of the older dialect; 5 says that it succeeded."""

    task_name: str | None = None
    """Name of the task."""

    user_id: str | None = None
    """User id of whoever ordered the flight."""

    prj_uuid: str | None = None
    """Id of the project."""

    wayline_uuid: str | None = None
    """Route flown."""

    cloud_to_cloud_id: str | None = None
    """Storage of FlightHub Sync to which media go; empty without one."""

    source: int | None = None
    """Where the task came from, a number without a published meaning."""

    workflow_uuid: str | None = None
    """Workflow that started the flight; empty when none did."""

    exception: FlightPieceException | None = None
    """What went wrong; null when nothing did."""

    flight_records: builtins.list[FlightRecord] = field(factory=empty_list)
    """Records of the flight; null when there are none."""

    drone_sn: str | None = None
    """Serial number of the aircraft."""

    in_flight_uuids: builtins.list[str] = field(factory=empty_list)
    """Ids of routes that were sent during the flight, presumably; null is possible."""

    wayline_uuids: builtins.list[str] = field(factory=empty_list)
    """Ids of the routes; null is possible."""

    in_flight_infos: Any | None = field(default=None, repr=repr_keys)
    """Not explained anywhere; null is possible."""

    track_information: dict[str, Any] | None = field(default=None, repr=repr_keys)
    """Not explained anywhere; null is possible."""

    ext: Any | None = field(default=None, repr=repr_keys)
    """Not explained anywhere; an empty list in the only example."""

    wayline_name: str | None = None
    """Name of the route."""

    drone_info: dict[str, Any] | None = field(default=None, repr=repr_keys)
    """About the aircraft, without known members; null is possible."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("ID", Integer()),
        Member("created_at", DateTime()),
        Member("begin_at", DateTime(may_be_empty=True)),
        Member("end_at", DateTime(may_be_empty=True)),
        Member("run_at", DateTime(may_be_empty=True)),
        Member("completed_at", DateTime(may_be_empty=True)),
        Member("flight_task_id", String(id=True)),
        Member("flight_piece_id", String(id=True)),
        Member("take_off_airport_sn", String(id=True)),
        Member("land_airport_sn", String(id=True)),
        Member("task_type", Integer()),
        Member("type", String()),
        Member("status", String()),
        Member("flight_task_type", Integer()),
        Member("task_flight_type", String()),
        Member("task_flight_status", String()),
        Member("flight_task_status", Integer()),
        Member("task_status", Integer()),
        Member("task_name", String()),
        Member("user_id", String(id=True)),
        Member("prj_uuid", String(id=True)),
        Member("wayline_uuid", String(id=True)),
        Member("cloud_to_cloud_id", String(id=True)),
        Member("source", Integer()),
        Member("workflow_uuid", String(id=True)),
        Member("exception", ObjectOf("FlightPieceException", __package__), nullable=True),
        Member("flight_records", ListOf(ObjectOf("FlightRecord", __package__)), nullable=True),
        Member("drone_sn", String(id=True)),
        Member("in_flight_uuids", ListOf(String()), nullable=True),
        Member("wayline_uuids", ListOf(String()), nullable=True),
        Member("in_flight_infos", Json(), nullable=True),
        Member("track_information", FreeObject(), nullable=True),
        Member("ext", Json(), nullable=True),
        Member("wayline_name", String()),
        Member("drone_info", FreeObject(), nullable=True),
    )
