"""Assistants: the server of tools that they work with."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from .._errors import FAILED, CommandFailed
from .._settings import SETTINGS, Command, Session, pass_session

if TYPE_CHECKING:
    from flighthub import Secret


DEADLINE: Final = 45.0
"""Seconds for a call where nothing else is said: clients of tools give up after a minute."""


@click.command("mcp", cls=Command, context_settings=SETTINGS)
@click.option(
    "--project", "projects", multiple=True, help="Id or name of a project to act on; may be given several times."
)
@click.option("--toolsets", default="look", show_default=True, help="Sets of tools, such as look,fly; or all.")
@click.option("--read-only", is_flag=True, help="Offer only what reads; this is the default.")
@click.option("--allow-writes", is_flag=True, help="Offer what changes things as well.")
@click.option(
    "--allow-dangerous", is_flag=True, help="Offer what flies, too. Each call asks a person; nothing turns it off."
)
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="Folder that tools may read and write."
)
@click.option("--http", is_flag=True, help="Serve HTTP on the loopback, with a token that is printed once.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port for --http; a free one when not given.")
@click.option("--simulate", is_flag=True, help="Use a simulator of its own. Needs the extra simulator and no account.")
@click.option("--speed", type=float, default=1.0, show_default=True, help="Simulated seconds per second.")
@pass_session
def mcp(
    session: Session,
    projects: tuple[str, ...],
    toolsets: str,
    read_only: bool,
    allow_writes: bool,
    allow_dangerous: bool,
    folder: Path | None,
    http: bool,
    port: int,
    simulate: bool,
    speed: float,
) -> None:
    """Serve tools for assistants by the Model Context Protocol, over standard input and output. Needs the extra mcp.

    Toolsets: look (always), fly, files, reconstruct, live, admin, api; all of them with `all`.

    Example: flighthub mcp --simulate --toolsets look,fly --allow-dangerous
    """
    from flighthub import Configuration

    session.refuse_dry_run("mcp")
    for name, text in (
        ("yes", "nothing turns the questions off"),
        ("reveal", "no secret is ever shown to an assistant"),
    ):
        if session.flag(name):
            raise click.UsageError(f"mcp takes no --{name}: {text}.")
    if read_only and (allow_writes or allow_dangerous):
        raise click.UsageError("--read-only goes with neither --allow-writes nor --allow-dangerous.")
    from flighthub_mcp import TOOLSETS, Settings, run_http, run_stdio

    with ExitStack() as stack:
        client: dict[str, Any] = session.client_settings()
        state: Path | None = None
        if simulate:
            from tempfile import TemporaryDirectory

            try:
                import flighthub_simulator
            except ImportError as error:
                raise CommandFailed(str(error), FAILED) from None
            simulator = stack.enter_context(flighthub_simulator.run(speed=speed))
            client = {"base_url": simulator.base_url, "token": simulator.token, "project": simulator.project}
            state = Path(stack.enter_context(TemporaryDirectory(prefix="flighthub-")))
        client["project"] = None if projects else client.get("project")
        client.setdefault("deadline", DEADLINE)
        known = Configuration(**client).project
        named = {each.strip() for each in toolsets.split(",") if each.strip()}
        chosen = set(TOOLSETS) if "all" in named else named
        if "all" in named and folder is None:
            chosen.discard("files")
        settings = Settings(
            projects or ((known,) if known else ()),
            frozenset(chosen),
            allow_writes=allow_writes,
            allow_dangerous=allow_dangerous,
            folder=folder,
            state=state,
        )
        session.left_behind = "the server has ended; what was sent goes on."
        if http:

            def announce(url: str, token: Secret) -> None:
                session.output.write_document(f"flighthub mcp ready: url={url} token={token.reveal()}\n")

            run_http(settings, client, port=port, announce=announce)
        else:
            run_stdio(settings, client)
