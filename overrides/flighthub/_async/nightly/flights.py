"""The flights of a day of a dock: their table, media, tracks, and what algorithms found on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from flighthub_api.enums import FlightTaskStatus, ResumableStatus
from flighthub_api.groups.alerts import LIST_DETECTIONS
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.columns import Column

from ..._devices.alerts import most_items
from ..._flights.outcome import RESUME_TIMEOUT
from ..._nightly.layout import Partition
from ..._nightly.manifest import SyncedFile
from ..._transfer.file_names import safe_name
from ...errors import APIError, FlightHubError, NotFound
from .files import fetch_media
from .run import ProjectRun, Shelf

if TYPE_CHECKING:
    from flighthub_api.models import AiAlert, FlightTaskSummary
else:
    AiAlert = lazy_type("flighthub_api.models", "AiAlert")
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")

_TASK: Final = {"task_uuid": Column("task_uuid", "text")}
"""What the points of a track do not say themselves."""

_MOST_PAGES: Final = 1000
"""Pages of a list that are read; more is a mistake of the server."""


async def sync_flights(
    job: ProjectRun, partition: Partition, tasks: Sequence[FlightTaskSummary], aircraft: str | None, now: datetime
) -> set[str]:
    """Sees to it that what belongs to the flights of a day of a dock is at the target.

    Args:
        job: The project.
        partition: The day of the dock.
        tasks: All its flights.
        aircraft: Serial number of the aircraft of the dock; None where none is known.
        now: The server's time.

    Returns:
        The datasets of which something may come, or was not to be had.
    """
    shelf = Shelf(job, partition)
    await shelf.load()
    job.counts["tasks"] += len(tasks)
    missing: set[str] = set()
    if job.wants("flight_tasks"):
        from flighthub_api.models import FlightTaskSummary

        path = f"{partition.path('flight_tasks')}/flight_tasks.parquet"
        await shelf.put_table(shelf.row("flight_tasks", ""), path, tasks, FlightTaskSummary)
    for task in tasks:
        if not _is_final(task, now):
            missing |= {"media", "tracks", "flight_tasks", "detections"}
        elif task.media_upload_status is not None and not task.media_upload_status.is_terminal and _has_flown(task):
            missing |= {"media", "flight_tasks"}
        try:
            if job.wants("media") and _has_begun(task) and not await fetch_media(shelf, task):
                missing.add("media")
        except APIError as error:
            missing.add("media")
            job.note("media", task.uuid, error)
        except FlightHubError as error:
            # What could not be written ends everything; a call that failed does not.
            missing.add("media")
            _raise_fatal(error)
            job.note("media", task.uuid, error)
        try:
            if job.wants("tracks") and _is_final(task, now) and not await _fetch_track(shelf, task):
                missing.add("tracks")
        except FlightHubError as error:
            missing.add("tracks")
            _raise_fatal(error)
            shelf.lose(_track_row(shelf, task), error)
            job.note("tracks", task.uuid, error)
        await shelf.save()
    if job.wants("detections") and aircraft is not None and any(_has_begun(task) for task in tasks):
        try:
            await _fetch_detections(shelf, aircraft)
        except FlightHubError as error:
            _raise_fatal(error)
            if isinstance(error, NotFound):
                if "detections" not in job.unavailable:
                    job.unavailable.add("detections")
                    job.note("detections", "", error)
            else:
                missing.add("detections")
                job.note("detections", aircraft, error)
    await shelf.save()
    return missing & job.run.include


def _raise_fatal(error: FlightHubError) -> None:
    """Raises what is about the target, and not about what was to be had."""
    from ...errors import TransferError

    if isinstance(error, TransferError):
        raise error


def _has_begun(task: FlightTaskSummary) -> bool:
    """Whether there may be something of a flight."""
    return bool(task.run_at or task.folder_id or (task.status is not None and task.status.is_terminal))


def _has_flown(task: FlightTaskSummary) -> bool:
    """Whether a task that has ended left the ground."""
    return task.status not in (FlightTaskStatus.STARTING_FAILURE, FlightTaskStatus.TIMEOUT)


def _is_final(task: FlightTaskSummary, now: datetime) -> bool:
    """Whether nothing more happens in a flight. One that was interrupted may go on by itself for a while."""
    if task.status is None or not task.status.is_terminal:
        return False
    if task.status is not FlightTaskStatus.TERMINATED or task.resumable_status is not ResumableStatus.AUTO:
        return True
    ended = task.completed_at or task.end_at
    return ended is None or (now - ended).total_seconds() >= RESUME_TIMEOUT


def _track_row(shelf: Shelf, task: FlightTaskSummary) -> SyncedFile:
    return shelf.row(
        "tracks",
        task.uuid,
        task_uuid=task.uuid,
        task_name=task.name,
        taken_at=task.run_at,
        updated_at=task.completed_at,
    )


async def _fetch_track(shelf: Shelf, task: FlightTaskSummary) -> bool:
    """Sees to it that the track of a flight is at the target; false where it is still to come."""
    from flighthub_api.models import TrackPoint

    job = shelf.job
    row = _track_row(shelf, task)
    path = f"{shelf.partition.path('tracks')}/{safe_name(task.uuid)}.parquet"
    known = shelf.rows.get(row.key)
    if (
        known is not None
        and known.problem is None
        and known.updated_at == task.completed_at
        and job.run.target.has(path, known.size)
    ):
        return True
    if job.run.dry_run:
        job.counts["tracks"] += _has_flown(task)
        return True
    try:
        answer = await job.fh.flight_tasks.get_track(task.uuid, request_options=job.run.options())
    except APIError as error:
        if not error.not_ready:
            raise
        # What never left the ground has none, and never will.
        return not _has_flown(task)
    job.run.reached()
    points = [] if answer.track is None else answer.track.points
    await shelf.put_table(row, path, points, TrackPoint, _TASK, task_uuid=task.uuid)
    job.counts["points"] += len(points)
    return True


async def _fetch_detections(shelf: Shelf, aircraft: str) -> None:
    """Sees to it that what algorithms found on the flights of an aircraft on a day is at the target."""
    from flighthub_api.models import AiAlert

    job, partition = shelf.job, shelf.partition
    begin = datetime.combine(partition.day, time(), UTC)
    flights = [
        each.flight_id
        async for each in job.fh.alerts.list_flights(
            drone_sn=aircraft,
            begin_at=begin,
            end_at=begin + timedelta(days=1) - timedelta(seconds=1),
            request_options=job.run.options(),
        )
    ]
    found: list[AiAlert] = []
    size = most_items(LIST_DETECTIONS, "flight_id") or len(flights) or 1
    for start in range(0, len(flights), size):
        for page in range(1, _MOST_PAGES + 1):
            answer = await job.fh.alerts.list_detections(
                flight_id=flights[start : start + size], page=page, request_options=job.run.options()
            )
            rows = [alert for each in (answer.data or {}).values() for alert in each or ()]
            found += rows
            if not rows or page >= (answer.page_count or 1):
                break
    job.run.reached()
    row = shelf.row("detections", "")
    if found or row.key in shelf.rows:
        found.sort(key=lambda alert: (alert.flight_id or "", alert.alert_uuid))
        await shelf.put_table(row, f"{partition.path('detections')}/detections.parquet", found, AiAlert)
