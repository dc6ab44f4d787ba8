"""Incidents: handed to a workflow, and followed to the flight that comes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .._safety import confirm
from .._settings import SETTINGS, Command, Session, pass_session


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--workflow", required=True, help="Id of a workflow of the project, which its editor shows.")
@click.option("--latitude", required=True, type=float, help="Where to go, in degrees of WGS-84.")
@click.option("--longitude", required=True, type=float, help="Where to go, in degrees of WGS-84.")
@click.option("--level", required=True, type=int, help="How serious it is, 1 to 5, where 5 is the worst.")
@click.option("--name", required=True, help="Name of the incident, and of the flight task that comes of it.")
@click.option("--desc", help="Text about it; the name when not given.")
@click.option("--creator", help="Who or what raised it.")
@click.option("--key", help="What the incident is: the workflow is triggered at most once for it, ever.")
@click.option("--state", type=click.Path(path_type=Path), help="Folder of the journal of keys.")
@click.option("--wait", is_flag=True, help="Wait for the flight task that comes of it.")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds between two looks.")
@click.option("--timeout", type=float, default=600.0, show_default=True, help="Seconds to wait for the task.")
@pass_session
def dispatch(session: Session, /, **given: Any) -> None:
    """Hand an incident at a place to a workflow, which may send an aircraft there.

    Accepted is not flown: a person may have to confirm the incident in the message centre. The trigger is sent once.
    When its response is lost, the exit code is 7: look into the message centre before you dispatch again. With --key,
    dispatching again is safe.

    Example: flighthub dispatch --workflow 00000000-0000-4000-8000-00000000a001 --latitude 46.0552 --longitude 14.4990
    --level 4 --name "Fence alarm" --key alarm-4713 --yes
    """
    session.refuse_dry_run("dispatch")
    place = f"{given['latitude']}, {given['longitude']}"
    details = {"workflow": given["workflow"], "level": given["level"], "key": given["key"]}
    confirm(session, f"Hand the incident {given['name']} at {place} to a workflow, which may fly there", details)
    more = {} if given["creator"] is None else {"creator": given["creator"]}
    session.left_behind = "the incident may have been opened: look into the message centre of FlightHub 2."
    incident = session.fh.workflows.dispatch(
        (given["latitude"], given["longitude"]),
        workflow=given["workflow"],
        level=given["level"],
        name=given["name"],
        desc=given["desc"],
        key=given["key"],
        state=given["state"],
        **more,
    )
    found: dict[str, Any] = {
        "name": incident.name,
        "incident_uuid": incident.incident_uuid,
        "key": incident.key,
        "was_sent": incident.was_sent,
        "sent_at": incident.sent_at,
    }
    if given["wait"]:
        session.left_behind = "the incident is open: a flight may still come of it."
        task = incident.wait_for_task(interval=given["interval"], timeout=given["timeout"])
        found |= {"task": task.uuid, "dock": task.sn}
    session.output.emit(found)
