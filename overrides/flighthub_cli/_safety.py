"""What stands between a command and a drone: the question, and the dry run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any, Final

import click

from ._errors import FAILED, USAGE, CommandFailed
from ._settings import Session

_LOOK: Final = 0.3
"""Seconds after which a wait for an answer looks whether somebody has pressed Ctrl-C."""

_DEVICES: Final = ("device_sn", "drone_sn", "sn", "dock_sn", "gateway_sn")


def confirm(session: Session, what: str, details: Mapping[str, Any]) -> None:
    """Asks whether something dangerous is to be done.

    Args:
        session: Of whom to ask.
        what: What will happen, as a sentence without its full stop.
        details: What it happens with, by name; no secrets.

    Raises:
        CommandFailed: The answer was no, or there is nobody to ask. Nothing was sent that changes anything.
    """
    if session.flag("yes"):
        return
    if not session.can_ask:
        raise CommandFailed(f"{what}: this is dangerous, and there is no terminal to ask on; --yes does it.", USAGE)
    lines = [f"{what}."]
    lines += [f"  {name}: {text}" for name, text in {**_places(session, details), **details}.items() if text]
    click.echo("\n".join(_printable(line) for line in lines), err=True)
    click.echo("Go on? [y/N]: ", err=True, nl=False)
    if _read_line().strip().lower() not in ("y", "yes"):
        raise CommandFailed("not confirmed; nothing was sent.", FAILED)


def _places(session: Session, details: Mapping[str, Any]) -> dict[str, str]:
    """The project, and the callsigns of devices, as far as they can be found out."""
    from flighthub import FlightHubError

    found: dict[str, str] = {}
    project = session.fh.configuration.project
    try:
        if project is not None:
            found["project"] = project
            names = [each.name for each in session.fh.projects.list(usage="simple") if each.uuid == project]
            found["project"] = f"{names[0]} ({project})" if names and names[0] else project
        named = {str(details[name]) for name in _DEVICES if details.get(name)}
        if named and project is not None:
            devices = [each for unit in session.fh.devices.fleet() for each in (unit.gateway, unit.aircraft) if each]
            shown = [f"{each.callsign} ({each.sn})" for each in devices if each.sn in named and each.callsign]
            found["device"] = ", ".join(shown)
    except FlightHubError:
        pass  # the question is asked all the same
    return found


def _read_line() -> str:
    """A line of standard input. Ctrl-C ends it also where it comes just before the system begins to wait."""
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError):
        descriptor = None
    if descriptor is not None and os.name == "posix":
        import select

        while not select.select([descriptor], [], [], _LOOK)[0]:
            pass
    return sys.stdin.readline()


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in text)
