"""Live video: for a viewer, and forwarded to a server."""

from __future__ import annotations

from typing import Any

import click

from .._settings import SETTINGS, Command, JobGroup, Session, pass_session
from .._values import HOW_TO_HIDE, load_json
from ._waiting import hold


@click.group(cls=JobGroup, context_settings=SETTINGS)
def livestream() -> None:
    """Start the live video of a camera."""


@livestream.command(name="open", context_settings=SETTINGS)
@click.argument("device")
@click.argument("camera", required=False)
@click.option("--quality", default="adaptive", show_default=True, help="adaptive, smooth or ultra_high_definition.")
@click.option("--expires-in", type=float, default=3600.0, show_default=True, help="Seconds that the token lives.")
@click.option("--wait", is_flag=True, help="Wait for an aircraft that is still off.")
@click.option("--timeout", type=float, default=120.0, show_default=True, help="Seconds to wait for it.")
@pass_session
def open_(
    session: Session, device: str, camera: str | None, quality: str, expires_in: float, wait: bool, timeout: float
) -> None:
    """Start the live video of a camera, and print what a viewer needs; with --reveal, its token, too.

    DEVICE is a serial number or a callsign, CAMERA an index or a name; the first camera when not given.

    Example: flighthub livestream open "North dock" --quality smooth
    """
    session.refuse_dry_run("livestream open")
    session.left_behind = "a stream that was started ends after five minutes without viewers."
    view = session.fh.livestreams.open(
        device,
        camera,
        quality=quality,  # type: ignore[arg-type]
        expires_in=expires_in,
        wait=wait,
        timeout=timeout,
    )
    session.output.emit(
        {
            "sn": view.sn,
            "callsign": view.callsign,
            "camera": view.camera,
            "service": view.url_type,
            "url": view.url,
            "source": view.source,
            "expires_at": view.expires_at,
        }
    )


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("device")
@click.argument("camera", required=False)
@click.option("--schema", required=True, help="Protocol: rtmp, gb28181 or rtsp.")
@click.option("--schema-option", required=True, metavar="@FILE", help="Settings of the protocol, as @file.json or @-.")
@click.option("--name", help="Name of the forwarder; one that is made up when not given.")
@click.option("--wait/--no-wait", default=True, show_default=True, help="Wait until it pushes.")
@click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds to wait for that.")
@click.option("--interval", type=float, default=2.0, show_default=True, help="Seconds between two looks.")
@click.option("--for", "seconds", type=float, help="Seconds to forward; until Ctrl-C when not given.")
@pass_session
def forward(
    session: Session, /, device: str, camera: str | None, schema: str, schema_option: str, **given: Any
) -> None:
    """Forward a camera's video to a server, and delete the forwarder at the end, however it ends.

    The settings hold the push address, which is secret, so they come from a file. For rtmp: {"url": "rtmp://…"}.

    Example: flighthub forward "North dock" --schema rtmp --schema-option @target.json --for 1
    """
    session.refuse_dry_run("forward")
    if not schema_option.startswith("@"):
        raise click.UsageError(f"--schema-option is secret: {HOW_TO_HIDE}.")
    settings = load_json(schema_option, "--schema-option")
    session.left_behind = "no forwarder was left."
    with session.fh.stream_forwarders.forward(
        device,
        camera,
        schema=schema,  # type: ignore[arg-type]
        schema_option=settings,
        name=given["name"],
        wait=given["wait"],
        timeout=given["timeout"],
        interval=given["interval"],
    ) as forwarding:
        session.output.emit(
            {
                "converter_id": forwarding.converter_id,
                "name": forwarding.name,
                "sn": forwarding.sn,
                "camera": forwarding.camera,
                "state": forwarding.state,
            }
        )
        session.left_behind = f"the forwarder {forwarding.name} was deleted."
        session.note("It forwards; Ctrl-C ends it and deletes the forwarder.")
        hold(given["seconds"])
    session.note("The forwarder was deleted.")
