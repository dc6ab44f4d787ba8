"""Screens: what is served to a browser of this machine until Ctrl-C."""

from __future__ import annotations

import click

from .._errors import FAILED, USAGE, CommandFailed
from .._settings import SETTINGS, Command, Session, pass_session


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--port", type=int, default=30813, show_default=True, help="Port to listen on, 0 for a free one.")
@click.option("--all-projects", is_flag=True, help="Show every project that the key sees.")
@click.option("--interval", type=float, default=5.0, show_default=True, help="Seconds between two states of a device.")
@click.option("--tiles", metavar="URL", help="Address of map tiles, with {z}, {x} and {y}; none when not given.")
@click.option("--attribution", default="", metavar="TEXT", help="Whom the tiles are attributed to.")
@click.option("--camera-page", metavar="URL", help="Page of yours that plays a camera, with {sn} and {camera}.")
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
@pass_session
def console(
    session: Session,
    port: int,
    all_projects: bool,
    interval: float,
    tiles: str | None,
    attribution: str,
    camera_page: str | None,
    browse: bool,
) -> None:
    """Show docks, aircraft, routes, tasks and alerts live in a browser, until Ctrl-C. Needs the extra console.

    It only reads, and answers browsers of this machine alone. A simulator has the same page at /_simulator/, where
    flights can be launched.

    Example: flighthub console --port 0 --all-projects
    """
    session.refuse_dry_run("console")
    if interval <= 0:
        raise click.UsageError(f"--interval must be more than 0, not {interval:g}.")
    try:
        from flighthub_console import AccountFeed, ConsoleServer, Pace, RequestLog, Settings
    except ImportError as missing:
        raise CommandFailed(str(missing), USAGE) from None
    from flighthub import FlightHub

    from ._waiting import hold

    log = RequestLog()
    settings = session.client_settings()
    with FlightHub(**settings, on_request=log.refuse_changes, on_response=log.note) as client:
        try:
            feed = AccountFeed(
                client, log, pace=Pace(devices=interval), camera_page=camera_page, all_projects=all_projects
            )
            server = ConsoleServer(feed, Settings(tiles=tiles, attribution=attribution), port=port)
        except (OSError, OverflowError, ValueError) as error:
            raise CommandFailed(str(error), FAILED) from None
        try:
            feed.start()
            server.start()
            session.output.emit({"url": server.url})
            session.left_behind = "the console is stopped; it has changed nothing."
            if browse:
                click.launch(server.url)
            hold(None)
        finally:
            server.stop()
            feed.stop()
