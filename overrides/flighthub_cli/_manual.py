"""The commands as documents, all out of one text: help by name, manual pages, and the page of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

from ._commands import make_root
from ._settings import CommonOption, split_help
from ._texts import EXIT_CODES, TOPICS


def walk(context: click.Context, command: click.Command) -> Iterator[tuple[click.Context, click.Command]]:
    """A command and all below it, each with its context."""
    yield context, command
    for name, child in children(context, command):
        yield from walk(click.Context(child, parent=context, info_name=name), child)


def children(context: click.Context, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """The commands right below a command."""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield name, child


def find(words: Sequence[str]) -> tuple[click.Context, click.Command]:
    """The command that words name."""
    command: click.Command = make_root()
    context = click.Context(command, info_name="flighthub")
    args = list(words)
    while args:
        found: click.Command | None = None
        rest: list[str] = []
        if isinstance(command, click.Group):
            try:
                _, found, rest = command.resolve_command(context, args)
            except click.UsageError:
                pass
            else:
                context = click.Context(found, parent=context, info_name=args[0]) if found else context
        if found is None:
            raise click.UsageError(f"there is neither a topic nor a command {' '.join(words)!r}.")
        command, args = found, rest
    return context, command


def every_command() -> Iterator[tuple[click.Context, click.Command]]:
    """All commands, the root among them. The operations of a group that has the name of a job come at the end."""
    from ._front import group_summaries
    from ._operations import OperationGroup
    from ._texts import JOBS

    root = make_root()
    context = click.Context(root, info_name="flighthub")
    yield from walk(context, root)
    for name, summary in group_summaries().items():
        if name in JOBS:
            group = OperationGroup(name, help=f"{summary}.")
            _, *operations = walk(click.Context(group, parent=context, info_name=name), group)
            yield from operations


def command_help(words: Sequence[str]) -> str:
    """The help of a command."""
    context, command = find(words)
    return command.get_help(context)


def paragraphs(command: click.Command) -> list[str]:
    """The text of a command; its example is the paragraph that begins with `Example:`."""
    return [" ".join(each.split()) for each in (command.help or "").strip().split("\n\n") if each.strip()]


def own_options(context: click.Context, command: click.Command) -> list[tuple[str, str]]:
    """The options of a command but for the common ones and `--help`."""
    return [row for row in split_help(command, context)["Options"] if not row[0].endswith("--help")]


def manual_pages(words: Sequence[str] = ()) -> dict[str, str]:
    """Manual pages by their file names: of one command, or of all."""
    found = [find(words)] if words else list(every_command())
    return {f"{context.command_path.replace(' ', '-')}.1": _page(context, command) for context, command in found}


def _page(context: click.Context, command: click.Command) -> str:
    from flighthub import __version__

    path = context.command_path
    title = path.replace(" ", "-")
    is_root = context.parent is None
    summary = "FlightHub 2 from a terminal" if is_root else command.get_short_help_str(200).rstrip(".")
    lines = [f'.TH "{title.upper()}" 1 "" "flighthub {__version__}" "FlightHub 2"', ".SH NAME"]
    lines += [f"{_roff(title)} \\- {_roff(summary)}", ".SH SYNOPSIS", f".B {_roff(path)}"]
    lines += [_roff(" ".join(command.collect_usage_pieces(context)))]
    texts = paragraphs(command)
    if texts:
        lines.append(".SH DESCRIPTION")
        for text in texts:
            lines += [".PP", _roff(text)]
    if isinstance(command, click.Group):
        lines.append(".SH COMMANDS")
        for name, child in children(context, command):
            lines += [".TP", f".B {_roff(name)}", _roff(child.get_short_help_str(200))]
    options = own_options(context, command)
    if is_root:
        common = [each.get_help_record(context) for each in command.params if isinstance(each, CommonOption)]
        options = [row for row in common if row is not None] + options
    if options:
        lines.append(".SH OPTIONS")
        for names, text in options:
            lines += [".TP", f".B {_roff(names)}", _roff(text)]
    if is_root:
        for heading, text in TOPICS.values():
            lines.append(f'.SH "{heading.upper()}"')
            for part in text.split("\n\n"):
                lines += [".PP", *([".nf"] if part.startswith(" ") else []), *map(_roff, part.splitlines())]
                lines += [".fi"] if part.startswith(" ") else []
    else:
        lines += [".SH EXIT STATUS", _roff("; ".join(f"{code} {text}" for code, text in EXIT_CODES) + ".")]
        lines += [".SH SEE ALSO", "flighthub(1), which has the options that all commands have"]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return re.sub(r"^([.'])", r"\\&\1", text)
