"""The page of all commands, made of the texts that their help shows."""

from __future__ import annotations

from flighthub_cli._manual import every_command, own_options, paragraphs
from flighthub_cli._operations import OperationGroup
from flighthub_cli._texts import COMMON, TOPICS

from .markdown import prose


def commands_page() -> str:
    """The page as Markdown."""
    lines = [
        "# Commands",
        "",
        "All commands of `flighthub`; [The command line](../cli.md) shows how they are used.",
        "",
    ]
    lines += [
        "## Options of all commands",
        "",
        *_options([(f"--{name}", text) for name, (_, _, text) in COMMON.items()]),
    ]
    for title, text in TOPICS.values():
        lines += [f"## {title}", "", *_topic(text)]
    for context, command in every_command():
        words = context.command_path.split()
        if len(words) == 1:
            continue
        level = "##" if len(words) == 2 else "###"
        lines += [f"{level} {context.command_path}", ""]
        if not isinstance(command, OperationGroup) and not hasattr(command, "commands"):
            usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
            lines += ["```text", usage, "```", ""]
        for text in paragraphs(command):
            example = text.removeprefix("Example: ")
            lines += ["```text", example, "```", ""] if example != text else [prose(text), ""]
        lines += _options(own_options(context, command))
    return "\n".join(lines)


def _options(rows: list[tuple[str, str]]) -> list[str]:
    return [line for names, text in rows for line in (f"`{names}`", f": {prose(text) or 'A flag.'}", "")]


def _topic(text: str) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n\n"):
        lines += ["```text", part, "```", ""] if part.startswith(" ") else [part, ""]
    return lines
