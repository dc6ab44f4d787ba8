"""The first page of help. It imports neither click nor the client, and no more than the names of the groups."""

from __future__ import annotations

import os

from ._texts import COMMON, FORMATS, JOBS, TOPICS


def kebab(name: str) -> str:
    """A name of the catalogue as it is typed."""
    return name.replace("_", "-")


def group_summaries() -> dict[str, str]:
    """The groups of operations as commands, with what each is about. The catalogue itself is not imported."""
    from flighthub_api.groups import Groups

    found: dict[str, str] = {}
    for name, member in vars(Groups).items():
        text = getattr(member, "__doc__", None)
        if not name.startswith("_") and text:
            found[kebab(name)] = text.splitlines()[0].rstrip(".")
    return dict(sorted(found.items()))


def width() -> int:
    """Characters in a line of the terminal."""
    try:
        columns = int(os.environ.get("COLUMNS", "")) or 80
    except ValueError:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
    return max(30, min(columns, 120))


def front_page() -> str:
    """The page as text."""
    lines = ["Usage: flighthub [OPTIONS] COMMAND [ARGUMENTS]...", "", "FlightHub 2 from a terminal.", "", "Jobs:"]
    lines += _columns(
        {name: f"{text}: {own.replace(' ', ', ')}" if own else text for name, (_, own, text) in JOBS.items()}
    )
    lines += ["", "Operations (flighthub GROUP METHOD):", *_columns(group_summaries()), ""]
    common = ", ".join(f"--{name}" for name in COMMON)
    lines += _wrapped(f"Options of all commands, before or behind them: {common}.", "")
    lines += _wrapped(f"Forms of --output: {', '.join(FORMATS)}. `flighthub COMMAND --help` explains the others.", "")
    lines += ["", *_wrapped(f"Topics (flighthub help TOPIC): {', '.join(TOPICS)}.", ""), ""]
    return "\n".join(lines)


def _columns(rows: dict[str, str]) -> list[str]:
    wide = max(map(len, rows)) + 2
    lines: list[str] = []
    for name, text in rows.items():
        lines += _wrapped(text, " " * (wide + 2), f"  {name:<{wide}}")
    return lines


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    """Text in lines that fit. The module textwrap would cost more than all of this page."""
    room, lines, line = width(), list[str](), indent if first is None else first
    empty = True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, empty = indent, True
        line, empty = (line + word if empty else f"{line} {word}"), False
    return [*lines, line]
