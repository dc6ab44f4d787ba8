"""Flights: launched, followed to the landing, their pictures and tracks fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import click

from .._errors import CommandFailed
from .._settings import SETTINGS, Command, JobGroup, Session, pass_session
from .._values import Moment

if TYPE_CHECKING:
    from flighthub import FlightTaskHandle
    from flighthub.schedules import Schedule
    from flighthub.types import FlightTask

_NEAR: Final = timedelta(days=7)
"""How far around the present a task is looked for by its name."""


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--dock", required=True, help="Serial number or callsign of a dock, or of its aircraft.")
@click.option("--wayline", required=True, help="Id or name of a route of the project.")
@click.option("--at", type=Moment(), help="When to begin, such as 2026-03-01T10:30; now when not given.")
@click.option("--latest", type=Moment(), help="Until when it may begin; goes with --at.")
@click.option("--name", help="Name of the task; one that no other has when not given.")
@click.option("--rth-altitude", type=int, default=100, show_default=True, help="Metres above the take-off point.")
@click.option("--rth-mode", default="optimal", show_default=True, help="Who decides on it: optimal or preset.")
@click.option("--precision", default="rtk", show_default=True, help="Positioning before the start: rtk or gps.")
@click.option("--lost-control", default="return_home", show_default=True, help="return_home or continue_task.")
@click.option("--resumable", default="manual", show_default=True, help="How it is taken up again: auto or manual.")
@click.option("--min-battery", type=int, help="Percent below which it does not begin.")
@click.option("--landing-dock", help="Dock to land at, when it is another one.")
@click.option("--preflight", is_flag=True, help="Check first, and refuse if something stands in the way.")
@click.option("--key", help="What the flight is for: at most one flight is ever launched for it.")
@click.option("--state", type=click.Path(path_type=Path), help="Folder of the journal of keys.")
@click.option(
    "--wait", type=click.Choice(["landed", "media_uploaded"]), help="Wait for the landing, or the media, too."
)
@click.option("--to", type=click.Path(path_type=Path), help="Folder for the pictures; waits for them.")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds between two looks.")
@click.option("--timeout", type=float, default=7200.0, show_default=True, help="Seconds to wait in all.")
@pass_session
def launch(session: Session, /, **given: Any) -> None:
    """Have a dock fly a route: now, or at a time. Now means take-off.

    The task is created by one call, which is sent once. When its answer is lost, the exit code is 7: look for the task
    by its name before you launch again. With --key, launching again is safe. --dry-run shows what would be sent and
    what the preflight check finds; it reads, and changes nothing.

    Example: flighthub launch --dock "North dock" --wayline Perimeter --key alarm-4712 --yes
    """
    from .._safety import confirm

    arguments: dict[str, Any] = {
        "dock": given["dock"],
        "wayline": given["wayline"],
        "schedule": _schedule(given),
        "name": given["name"],
        "rth_altitude": given["rth_altitude"],
        "rth_mode": given["rth_mode"],
        "wayline_precision_type": given["precision"],
        "out_of_control_action": given["lost_control"],
        "resumable": given["resumable"],
        "landing_dock": given["landing_dock"],
        "key": given["key"],
        "state": given["state"],
    }
    if session.flag("dry_run"):
        plan = session.fh.flight_tasks.launch(dry_run=True, **arguments)
        session.output.emit(
            {"arguments": plan.arguments, "occurrences": plan.occurrences, "findings": list(plan.findings)}
        )
        return
    when = "now" if given["at"] is None else f"at {given['at']:%Y-%m-%d %H:%M %Z}"
    confirm(
        session, f"Fly {given['wayline']} from {given['dock']}, {when}", {"dock": given["dock"], "key": given["key"]}
    )
    session.left_behind = "the flight may have been launched: flighthub tasks history shows it."
    task = session.fh.flight_tasks.launch(dry_run=False, preflight=given["preflight"], **arguments)
    until = "media_uploaded" if given["to"] is not None else given["wait"]
    found: dict[str, Any] = {
        "uuid": task.uuid,
        "name": task.name,
        "dock": task.sn,
        "wayline": task.wayline_uuid,
        "was_launched": task.was_launched,
    }
    if until is None:
        session.output.emit(found)
        return
    session.note(f"Launched as {task.uuid}.")
    session.left_behind = f"the flight goes on: flighthub tasks follow {task.uuid}"
    last = task.wait(
        until,
        interval=given["interval"],
        timeout=given["timeout"],
        on_change=lambda state: session.note(_line(state)),
    )
    found["status"] = last.status
    if given["to"] is not None:
        session.left_behind = f"fetched files stay: flighthub tasks media {task.uuid} --to {given['to']} goes on."
        summary = task.download_media(given["to"], progress=session.progress())
        summary.raise_for_errors()
        found["files"] = [str(path) for path in summary.paths]
    session.output.emit(found)


def _schedule(given: dict[str, Any]) -> Schedule:
    from flighthub.schedules import Immediate, Timed

    if given["at"] is None:
        if given["latest"] is not None:
            raise click.UsageError("--latest goes with --at.")
        return Immediate(min_battery=given["min_battery"])
    return Timed(given["at"], latest=given["latest"], zone=Immediate().time_zone, min_battery=given["min_battery"])


@click.group(cls=JobGroup, context_settings=SETTINGS)
def tasks() -> None:
    """Follow flight tasks, and fetch what they left behind.

    TASK is the id of a task, or the name of one of the last or the next seven days.
    """


@tasks.command(context_settings=SETTINGS)
@click.argument("task")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds between two looks.")
@click.option("--timeout", type=float, help="Seconds to follow it in all; to its end when not given.")
@pass_session
def follow(session: Session, task: str, interval: float, timeout: float | None) -> None:
    """Print a line whenever a task's state or its counts of files change, until its end.

    The exit code is 6 when the flight ended otherwise than with success.

    Example: flighthub tasks follow first
    """
    session.refuse_dry_run("tasks follow")
    handle = find_task(session, task)
    session.left_behind = f"the flight goes on: flighthub tasks follow {handle.uuid}"

    def states() -> Iterator[dict[str, Any]]:
        for state in handle.watch(interval=interval, timeout=timeout):
            yield {"at": datetime.now(UTC), "line": _line(state), "task": state}

    def shown() -> Iterator[dict[str, Any]]:
        for each in states():
            yield each if session.output.form == "table" else {"at": each["at"], **_facts(each["task"])}

    session.output.stream(shown(), lambda each: str(each["line"]))
    status = handle.status
    if status is None or not status.is_success:
        from flighthub import FlightTaskFailed

        raise FlightTaskFailed(f"The flight task {handle.name or handle.uuid} ended as {status}.", status=status)


def _facts(task: FlightTask) -> dict[str, Any]:
    folder = task.folder_info
    return {
        "uuid": task.uuid,
        "name": task.name,
        "status": task.status,
        "files": None if folder is None else folder.expected_file_count,
        "uploaded_files": None if folder is None else folder.uploaded_file_count,
    }


def _line(task: FlightTask) -> str:
    facts = _facts(task)
    files = f", {facts['uploaded_files'] or 0} of {facts['files']} files" if facts["files"] else ""
    return f"{task.name or task.uuid}: {task.status}{files}"


@tasks.command(context_settings=SETTINGS)
@click.argument("task")
@click.option("--to", required=True, type=click.Path(path_type=Path), help="Folder to put them in.")
@click.option("--type", "types", multiple=True, help="Kind of file, such as image or video; all when not given.")
@click.option("--overwrite", is_flag=True, help="Fetch again, and replace, what is there.")
@click.option("--wait", is_flag=True, help="Wait until the flight has ended and all its files are in the cloud.")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds between two looks.")
@click.option("--timeout", type=float, help="Seconds that it may take; no limit when not given.")
@pass_session
def media(
    session: Session,
    task: str,
    to: Path,
    types: tuple[str, ...],
    overwrite: bool,
    wait: bool,
    interval: float,
    timeout: float | None,
) -> None:
    """Fetch the pictures, videos and other files of a flight into a folder.

    A file takes its name when it is whole. What was fetched stays, and the same command goes on where it stopped.

    Example: flighthub tasks media first --to pictures
    """
    session.refuse_dry_run("tasks media")
    handle = find_task(session, task)
    session.left_behind = f"what was fetched stays in {to}: the same command goes on where it stopped."
    if wait:
        handle.wait(
            "media_uploaded", interval=interval, timeout=timeout, on_change=lambda state: session.note(_line(state))
        )
    summary = handle.download_media(
        to,
        types=set(types) or None,
        overwrite=overwrite,
        progress=session.progress(),
        interval=interval,
        timeout=timeout,
    )
    session.close()
    session.output.emit(list(summary))
    summary.raise_for_errors()
    if not summary.is_complete:
        session.note("The flight may have more files; call it again later.")


@tasks.command(context_settings=SETTINGS)
@click.argument("task")
@click.option("--wait", is_flag=True, help="Wait until it is there, which is some time after the landing.")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds between two looks.")
@click.option("--timeout", type=float, default=300.0, show_default=True, help="Seconds to wait for it.")
@pass_session
def track(session: Session, task: str, wait: bool, interval: float, timeout: float) -> None:
    """Fetch the trajectory of a flight.

    Example: flighthub tasks track first --wait --output gpx > first.gpx
    """
    session.refuse_dry_run("tasks track")
    handle = find_task(session, task)
    session.left_behind = "nothing was changed by waiting."
    session.output.emit(handle.track(wait=wait, interval=interval, timeout=timeout))


@tasks.command(context_settings=SETTINGS)
@click.option("--since", type=Moment(), help="From when on; seven days ago when not given.")
@click.option("--until", type=Moment(), help="Until when; in seven days when not given.")
@click.option("--dock", "docks", multiple=True, help="Dock; all docks of the project when not given.")
@click.option("--status", "statuses", multiple=True, help="Only tasks in this state.")
@click.option("--type", "task_type", help="Only tasks of this kind: immediate, timed, recurring or continuous.")
@pass_session
def history(
    session: Session,
    since: datetime | None,
    until: datetime | None,
    docks: tuple[str, ...],
    statuses: tuple[str, ...],
    task_type: str | None,
) -> None:
    """List the flight tasks of many docks over any period, those to come included.

    Example: flighthub tasks history --dock "North dock" --fields name,status
    """
    session.refuse_dry_run("tasks history")
    now = datetime.now(UTC)
    session.output.emit(
        session.fh.flight_tasks.history(
            since=since or now - _NEAR,
            until=until or now + _NEAR,
            docks=list(docks) or None,
            statuses=list(statuses) or None,
            task_type=task_type,  # type: ignore[arg-type]
        )
    )


def find_task(session: Session, task: str) -> FlightTaskHandle:
    """A task by its id, or by its name among those of the last and the next days."""
    if _is_uuid(task):
        return session.fh.flight_tasks.handle(task)
    now = datetime.now(UTC)
    rows = session.fh.flight_tasks.history(since=now - _NEAR, until=now + _NEAR)
    found = [each for each in rows if each.name == task]
    if not found:
        raise CommandFailed(f"no task of the last or the next {_NEAR.days} days has the name {task!r}.", 4)
    if len(found) > 1:
        ids = ", ".join(each.uuid for each in found)
        raise click.UsageError(f"{len(found)} tasks have the name {task!r}: {ids}. Give the id.")
    return session.fh.flight_tasks.handle(found[0].uuid)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
