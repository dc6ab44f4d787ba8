"""Route files: what they do, into the project, and out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .._errors import FAILED, CommandFailed
from .._settings import SETTINGS, JobGroup, Session, pass_session
from .making import make


@click.group(cls=JobGroup, context_settings=SETTINGS)
def route() -> None:
    """Make, inspect, upload and download route files (KMZ)."""


route.add_command(make)


@route.command(context_settings=SETTINGS)
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def inspect(session: Session, file: Path) -> None:
    """Read what a route file does: where it leads, how long, with which aircraft, and what is wrong with it.

    Nothing is sent. The exit code is 1 when no server flies the route.

    Example: flighthub route inspect route.kmz
    """
    from flighthub import waylines

    found = waylines.inspect(file)
    session.output.emit(
        {
            "name": found.name,
            "aircraft": found.aircraft,
            "device_model_key": found.device_model_key,
            "payloads": [each.name or each.type for each in found.payloads],
            "waylines": len(found.waylines),
            "waypoints": len(found.waypoints),
            "length": round(found.length, 1),
            "duration": found.duration,
            "finish_action": found.finish_action,
            "rc_lost_action": found.rc_lost_action,
            "take_off_security_height": found.take_off_security_height,
            "created_at": found.created_at,
            "findings": list(found.findings),
        }
    )
    if not found.findings.ok:
        raise CommandFailed("; ".join(each.text for each in found.findings.of("problem")), FAILED)


@route.command(context_settings=SETTINGS)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the route; the file's when not given.")
@click.option("--any-device", is_flag=True, help="Upload it also when no aircraft of the project can fly it.")
@click.option("--any-wpml", is_flag=True, help="Upload it also when it breaks a rule of WPML.")
@click.option("--timeout", type=float, help="Seconds that storing it may take.")
@pass_session
def upload(
    session: Session, file: Path, name: str | None, any_device: bool, any_wpml: bool, timeout: float | None
) -> None:
    """Upload a route file: check it, store it, register it. Needs the extra storage.

    Example: flighthub route upload route.kmz --name Round
    """
    session.refuse_dry_run("route upload")
    session.left_behind = "the route is registered only when it is stored: flighthub waylines list shows whether it is."
    session.output.emit(
        session.fh.waylines.upload(
            file,
            name=name,
            check_devices=not any_device,
            check_wpml=not any_wpml,
            progress=session.progress(),
            timeout=timeout,
        )
    )


@route.command(context_settings=SETTINGS)
@click.argument("wayline")
@click.option(
    "--to", default=".", type=click.Path(path_type=Path), help="Folder to put it in; this one when not given."
)
@click.option("--name", help="Name of the file; that of the route when not given.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there.")
@click.option("--timeout", type=float, help="Seconds that it may take.")
@pass_session
def download(
    session: Session, wayline: str, to: Path, name: str | None, overwrite: bool, timeout: float | None
) -> None:
    """Fetch the file of a route. WAYLINE is its id or its name.

    Example: flighthub route download Perimeter --name route.kmz
    """
    session.refuse_dry_run("route download")
    session.left_behind = "the same command goes on where it stopped."
    rows = session.fh.waylines.list()
    found: list[Any] = [each for each in rows if each.id == wayline] or [each for each in rows if each.name == wayline]
    if len(found) > 1:
        raise click.UsageError(f"{len(found)} routes have the name {wayline!r}. Give the id.")
    path = session.fh.waylines.download(
        found[0] if found else wayline,
        to=to,
        name=name,
        overwrite=overwrite,
        progress=session.progress(),
        timeout=timeout,
    )
    session.output.emit({"file": path})
