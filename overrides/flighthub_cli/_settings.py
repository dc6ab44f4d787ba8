"""The options that all commands have, and the client and the output that follow from them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ._errors import CommandFailed
from ._texts import COMMON, FORMATS

if TYPE_CHECKING:
    from flighthub import FlightHub, Progress

    from ._output import Output

_SHORT: Final = {"output": ("-o",), "quiet": ("-q",), "yes": ("-y",)}

_TYPES: Final[dict[str, Any]] = {"output": click.Choice(FORMATS), "deadline": float}


class CommonOption(click.Option):
    """An option of all commands. It may stand before the command as well as behind it; the last one counts."""

    def __init__(self, declarations: Sequence[str], section: str, **attributes: Any) -> None:
        super().__init__(declarations, expose_value=False, callback=_keep, **attributes)
        self.section = section


def _keep(ctx: click.Context, option: click.Parameter, value: Any) -> Any:
    if value is not None and value is not False and value != ():
        ctx.ensure_object(Session).values[(option.name or "").removeprefix("common_")] = value
    return value


def common_options() -> list[CommonOption]:
    """The options that all commands have, made anew."""

    made: list[CommonOption] = []
    for name, (section, metavar, text) in COMMON.items():
        declarations = [f"common_{name.replace('-', '_')}", f"--{name}", *_SHORT.get(name, ())]
        attributes: dict[str, Any] = {"metavar": metavar} if metavar else {"is_flag": True}
        made.append(CommonOption(declarations, section, help=text, type=_TYPES.get(name), **attributes))
    return made


class Session:
    """What one call of the command works with.

    Attributes:
        values: The options that were given, by name.
        left_behind: What is left, and how to go on, should it be interrupted.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.left_behind = ""
        self._closing: list[Callable[[], None]] = []

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return bool(self.values.get(name))

    @cached_property
    def output(self) -> Output:
        """Where the answer goes, and in which form."""
        from ._output import Output

        return Output(self.values)

    @cached_property
    def fh(self) -> FlightHub:
        """The client, made when it is first needed."""
        from flighthub import FlightHub

        made = FlightHub(**self.client_settings())
        self._closing.append(made.close)
        return made

    def client_settings(self) -> dict[str, Any]:
        """The arguments of the client."""
        from ._profiles import DEFAULT, has_profile

        names = ("profile", "project", "region", "base_url", "language", "ca_bundle", "deadline")
        found = {name: self.values[name] for name in names if name in self.values}
        if "token_file" in self.values:
            found["token"] = read_secret_file(self.values["token_file"], "--token-file")
        elsewhere = "token" in found or any(os.environ.get(f"FLIGHTHUB_{each}") for each in ("TOKEN", "PROFILE"))
        if "profile" not in found and not elsewhere and has_profile(DEFAULT):
            found["profile"] = DEFAULT
        return found

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody to ask."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()

    def note(self, text: str) -> None:
        """Says something on standard error."""
        if not self.flag("quiet"):
            click.echo(text, err=True)

    def progress(self) -> Progress | None:
        """Bars on standard error where that is a terminal, until the command ends."""
        if self.flag("quiet") or not sys.stderr.isatty():
            return None
        from rich.console import Console

        from flighthub import ProgressBar

        bar = ProgressBar(Console(stderr=True))
        bar.__enter__()
        self._closing.append(lambda: bar.__exit__(None, None, None))
        return bar

    def refuse_dry_run(self, command: str) -> None:
        """Refuses `--dry-run` for a command that has none, before anything is sent."""
        if self.flag("dry_run"):
            raise click.UsageError(f"{command} has no dry run; nothing was sent.")

    def close(self) -> None:
        """Closes what was opened, the latest first."""
        while self._closing:
            self._closing.pop()()


def read_secret_file(name: str, option: str) -> Any:
    """A secret from a file, or from standard input for `-`; one line end at its end is left out."""
    from flighthub import Secret

    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).expanduser().read_bytes()
        text = raw.decode()
    except OSError as error:
        raise CommandFailed(f"{option}: {name} cannot be read: {error.strerror}", 2) from None
    except UnicodeDecodeError:
        raise CommandFailed(f"{option}: {name} is not UTF-8", 2) from None
    return Secret(text[:-2] if text.endswith("\r\n") else text.removesuffix("\n"))


def split_help(command: click.Command, ctx: click.Context) -> dict[str, list[tuple[str, str]]]:
    """The options of a command with their texts, its own first, then the common ones by section."""
    sections: dict[str, list[tuple[str, str]]] = {"Options": []}
    for each in command.get_params(ctx):
        record = each.get_help_record(ctx)
        if record is not None:
            sections.setdefault(getattr(each, "section", "Options"), []).append(record)
    return sections


class Command(click.Command):
    """A command with the options that all commands have, unless it has one of that name itself.

    Args:
        common: Whether it has them.
    """

    def __init__(self, *args: Any, common: bool = True, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        if common:
            add_common_options(self)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options, by section."""
        for name, rows in split_help(self, ctx).items():
            if rows:
                with formatter.section(name):
                    formatter.write_dl(rows)


class JobGroup(click.Group):
    """A job with commands of its own, such as `tasks`."""

    command_class = Command


def add_common_options(command: click.Command) -> None:
    """Gives a command the common options that do not collide with its own."""
    taken = {name for each in command.params for name in each.opts}
    command.params += [each for each in common_options() if not taken.intersection(each.opts)]


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


SETTINGS: Final[dict[str, Any]] = {
    "help_option_names": ["-h", "--help"],
    "token_normalize_func": _hyphens,
}
"""What all commands have in common. Names may be written with underscores, as in the catalogue."""

pass_session = click.make_pass_decorator(Session, ensure=True)
