"""Docks and aircraft: who is there, what changes, what is wrong, and control of payloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from .._settings import SETTINGS, Command, Session, pass_session
from ._waiting import hold

if TYPE_CHECKING:
    from flighthub import Alert, Change


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--organization", is_flag=True, help="List the devices of the whole organization.")
@pass_session
def fleet(session: Session, organization: bool) -> None:
    """List docks and remote controllers with their aircraft.

    Example: flighthub fleet
    """
    session.refuse_dry_run("fleet")
    rows: list[dict[str, Any]] = []
    for unit in session.fh.devices.fleet(whole_organization=organization):
        kind = "dock" if unit.dock is not None else "remote controller" if unit.gateway is not None else "aircraft"
        rows.append(
            {
                "name": unit.name,
                "kind": kind,
                "sn": unit.gateway.sn if unit.gateway else None,
                "model": unit.model,
                "online": unit.is_online,
                "aircraft": unit.aircraft.callsign if unit.aircraft else None,
                "aircraft_sn": unit.aircraft.sn if unit.aircraft else None,
                "aircraft_model": unit.aircraft_model,
                "aircraft_online": unit.aircraft_is_online,
                "cameras": [f"{camera.sn} {camera.camera_index} {camera.name}" for camera in unit.cameras],
            }
        )
    session.output.emit(rows)


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("devices", nargs=-1, metavar="[DEVICE]...")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds from one round to the next.")
@click.option("--member", "members", multiple=True, help="Member of a state whose change counts; all when not given.")
@click.option("--ignore", multiple=True, help="Member whose change does not count, such as battery.voltage.")
@click.option("--rounds", type=int, help="How many rounds there are; until Ctrl-C when not given.")
@pass_session
def watch(
    session: Session,
    devices: tuple[str, ...],
    interval: float,
    members: tuple[str, ...],
    ignore: tuple[str, ...],
    rounds: int | None,
) -> None:
    """Print what changes about devices, as it is seen: a line for each change.

    DEVICE is a serial number or a callsign; all devices of the project when none is given.

    Example: flighthub watch "North dock" --rounds 1
    """
    session.refuse_dry_run("watch")
    session.left_behind = "nothing was changed by watching."
    changes = session.fh.devices.watch(
        devices=list(devices) or None,
        interval=interval,
        members=list(members) or None,
        ignore=list(ignore) or None,
        rounds=rounds,
    )
    session.output.stream(map(_Seen, changes), lambda seen: str(seen.change))


class _Seen(dict[str, Any]):
    """A change as an object."""

    def __init__(self, change: Change) -> None:
        self.change = change
        values = {name: {"before": before, "after": after} for name, (before, after) in change.values.items()}
        found: dict[str, Any] = {
            "at": change.at,
            "sn": change.sn,
            "callsign": change.callsign,
            "members": change.members,
            "values": values,
            "recovered": change.recovered,
            "error": change.error,
        }
        if change.before is None and change.after is not None:
            found["state"] = change.after
        super().__init__({name: value for name, value in found.items() if value not in (None, (), {}, False)})


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("devices", nargs=-1, metavar="[DEVICE]...")
@click.option("--level", help="The least serious level: notification, reminder or warning.")
@click.option("--follow", is_flag=True, help="Go on, and print a line for each alert that comes or is over.")
@click.option("--interval", type=float, default=10.0, show_default=True, help="Seconds between two looks.")
@click.option("--rounds", type=int, help="How many looks there are with --follow; until Ctrl-C when not given.")
@pass_session
def alerts(
    session: Session, devices: tuple[str, ...], level: str | None, follow: bool, interval: float, rounds: int | None
) -> None:
    """List the alerts of devices that stand at present, the worst first; or follow them.

    DEVICE is a serial number or a callsign; all devices of the project when none is given.

    Example: flighthub alerts --level warning
    """
    session.refuse_dry_run("alerts")

    def read() -> list[Alert]:
        return session.fh.devices.alerts(devices=list(devices) or None, level=level)  # type: ignore[arg-type]

    if not follow:
        session.output.emit([_alert(each) for each in read()])
        return
    session.left_behind = "nothing was changed by looking."

    def changes() -> Iterator[dict[str, Any]]:
        known: dict[tuple[Any, ...], Alert] = {}
        look = 0
        while True:
            found = {(each.sn, each.code, each.message): each for each in read()}
            for key in found.keys() - known.keys():
                yield {"event": "raised", **_alert(found[key])}
            for key in known.keys() - found.keys():
                yield {"event": "over", **_alert(known[key])}
            known = found
            look += 1
            if look == rounds:
                return
            hold(interval)

    session.output.stream(
        changes(), lambda row: f"{row['event']}: {row['level']} {row['callsign'] or row['sn']}: {row['message']}"
    )


def _alert(alert: Alert) -> dict[str, Any]:
    found = alert._asdict()
    del found["raw"]
    return {**found, "level": None if alert.level is None else str(alert.level)}


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("aircraft")
@click.argument("payloads", nargs=-1, metavar="[PAYLOAD]...")
@click.option("--lens", help="Lens to show: wide, zoom or ir.")
@click.option("--quality", help="Clarity of the live video: adaptive, smooth or ultra_high_definition.")
@click.option("--for", "seconds", type=float, help="Seconds to hold it; until Ctrl-C when not given.")
@pass_session
def control(
    session: Session,
    aircraft: str,
    payloads: tuple[str, ...],
    lens: str | None,
    quality: str | None,
    seconds: float | None,
) -> None:
    """Hold control of an aircraft's payloads, and give it up at the end, however it ends.

    AIRCRAFT is a serial number or a callsign, PAYLOAD an index or a name of a camera; all of them when none is given.

    Example: flighthub control 1ZNBEXAMPLE00004 83-0-0 --lens zoom --for 1 --yes
    """
    session.refuse_dry_run("control")
    from .._safety import confirm

    details = {"aircraft": aircraft, "payloads": ", ".join(payloads) or "all"}
    confirm(session, "Take control of payloads from whoever has it, a pilot included", details)
    with session.fh.devices.control(aircraft, list(payloads) or None) as held:
        for payload in held.payloads if lens or quality else ():
            if lens:
                held.change_lens(lens, payload)  # type: ignore[arg-type]
            if quality:
                held.set_quality(quality, payload)  # type: ignore[arg-type]
        session.output.emit({"aircraft": held.aircraft, "payloads": held.payloads, "holders": held.holders})
        session.left_behind = f"control of {held.aircraft} was given up."
        session.note("Control is held; Ctrl-C gives it up.")
        hold(seconds)
    session.note("Control was given up.")
