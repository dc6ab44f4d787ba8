"""The root of all commands. Which there are is known from names alone; a command is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from ._front import front_page, group_summaries, kebab
from ._settings import SETTINGS, add_common_options
from ._texts import JOBS


def load_job(name: str) -> click.Command:
    """The command of a job."""
    module, _, attribute = JOBS[name][0].partition(":")
    command: click.Command = getattr(import_module(f"._jobs.{module}", __package__), attribute)
    return command


class Root(click.Group):
    """All commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of jobs and groups."""
        return list(dict.fromkeys([*JOBS, *group_summaries()]))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A job, or a group of operations."""
        name = kebab(cmd_name)
        if name in JOBS and not ctx.meta.get("flighthub.group"):
            return load_job(name)
        summaries = group_summaries()
        if name in summaries:
            from ._operations import OperationGroup

            return OperationGroup(name, help=f"{summaries[name]}.", context_settings=SETTINGS)
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A word may name a job and a group: the word behind it decides whether an operation is meant."""
        name = kebab(args[0])
        ctx.meta["flighthub.group"] = name in JOBS and len(args) > 1 and _is_operation(name, kebab(args[1]))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the first page."""
        formatter.write(front_page())


def _is_operation(group: str, method: str) -> bool:
    if group not in group_summaries():
        return False
    from ._operations import methods_of

    return method in methods_of(group)


def make_root() -> Root:
    """The root command."""
    root = Root("flighthub", context_settings=SETTINGS, no_args_is_help=True)
    add_common_options(root)
    root.params.append(
        click.Option(
            ["--version", "-V"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_version,
            help="Show the version.",
        )
    )
    return root


def _version(ctx: click.Context, option: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from flighthub import __version__

        click.echo(f"flighthub {__version__}")
        ctx.exit()
