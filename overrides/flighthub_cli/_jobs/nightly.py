"""The job that fetches everything new, as cron calls it."""

from __future__ import annotations

from typing import Any, Final

import click

from .._errors import FAILED, CommandFailed, as_line
from .._settings import SETTINGS, Command, Session, pass_session
from .._values import Moment

_SECRET: Final = ("key", "secret", "token", "password", "sas")
"""What the names of settings have in them that are keys."""


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--to", required=True, metavar="TARGET", help="Folder, or URL such as s3://bucket/folder.")
@click.option("--in-project", "projects", multiple=True, help="Project, by id or name; all when not given.")
@click.option("--include", multiple=True, metavar="DATASET", help="Dataset, such as media; all when not given.")
@click.option("--since", type=Moment(), help="From when on the first run fetches flights.")
@click.option("--verify", is_flag=True, help="Compare every file that is there with the one on the server.")
@click.option("--storage-option", "options", multiple=True, metavar="NAME=VALUE", help="Setting of an object store.")
@click.option("--max-projects", type=int, default=4, show_default=True, help="Projects at a time.")
@click.option("--timeout", type=float, help="Seconds that it may take.")
@pass_session
def sync(session: Session, /, to: str, options: tuple[str, ...], **given: Any) -> None:
    """Fetch what is new of projects: media, tracks and tables, to a folder or an object store.

    The next call goes on where this one ended, however it ended. With --dry-run nothing is fetched: counts and sizes
    are shown. The exit code is 1 when something was not to be had; the next call tries it again. Keys of an object
    store are taken from its own variables, such as AWS_SECRET_ACCESS_KEY. Needs the extra tables.

    Example: flighthub sync --to archive --include flight_tasks --include tracks
    """
    settings: dict[str, str] = {}
    for each in options:
        name, equals, value = each.partition("=")
        if not equals:
            raise click.UsageError("--storage-option is NAME=VALUE.")
        if any(word in name.lower() for word in _SECRET):
            raise click.UsageError(
                "--storage-option takes no keys, which the list of processes would show; set the variables of the "
                "store, such as AWS_SECRET_ACCESS_KEY."
            )
        settings[name] = value
    session.left_behind = f"what was fetched stays in {to}, and the same command goes on from there."
    found = session.fh.sync(
        to=to,
        projects=list(given["projects"]) or None,
        include=set(given["include"]) or None,
        verify=given["verify"],
        since=given["since"],
        storage_options=settings or None,
        max_projects=given["max_projects"],
        timeout=given["timeout"],
        dry_run=session.flag("dry_run"),
        progress=session.progress(),
    )
    session.close()
    session.output.emit(
        {
            "projects": [each._asdict() for each in found.projects],
            "problems": [
                {
                    "project": each.project,
                    "dataset": each.dataset,
                    "source": each.source,
                    "is_unavailable": each.is_unavailable,
                    "error": as_line(each.error),
                }
                for each in found.problems
            ],
        },
        text=lambda: str(found),
    )
    failed = [each for each in found.problems if not each.is_unavailable]
    if failed:
        raise CommandFailed(f"{len(failed)} things were not to be had; the next call tries them again.", FAILED)
