"""Tables for people. This module alone imports rich, so that what prints none does not wait for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ._front import width
from .narrow import is_list, is_object

_LEAST: Final = 9
"""Characters that a column is worth having from."""

_MOST: Final = 36
"""Characters for which room is made; longer texts are folded."""

Clock = Callable[[datetime], str]


def table(data: Any, clock: Clock, is_terminal: bool, *, whole: bool = False) -> str:
    """Data as a table: a row for each item of a list, a line for each member of a single object.

    Args:
        data: Plain data.
        clock: How times are shown.
        is_terminal: Whether it may be coloured.
        whole: Whether all columns are shown, however narrow they become.
    """
    rows = data if is_list(data) else None
    if rows is not None and not rows:
        sys.stderr.write("nothing\n")
        return ""
    if rows is None:
        if not is_object(data):
            return f"{_cell(data, clock)}\n"
        made = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
        made.add_column(style="bold", no_wrap=True, max_width=width() // 2)
        made.add_column(overflow="fold")
        for name, value in _leaves(data).items():
            made.add_row(Text(name), Text(_cell(value, clock)))
        return _drawn(made, is_terminal)
    flat = [_leaves(each) for each in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    shown = names if whole else _fitting(names, flat, clock)
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in shown:
        made.add_column(Text(name), overflow="fold")
    for row in flat:
        made.add_row(*[Text(_cell(row.get(name), clock)) for name in shown])
    if len(shown) < len(names):
        more = ", ".join([name for name in names if name not in shown][:5])
        sys.stderr.write(f"{len(names) - len(shown)} more members ({more}, ...): --fields, or --output json\n")
    return _drawn(made, is_terminal)


def _drawn(made: Table, is_terminal: bool) -> str:
    buffer = StringIO()
    plain_boxes = "utf" not in (sys.stdout.encoding or "").lower()
    if plain_boxes:
        made.box = box.ASCII
    console = Console(
        file=buffer,
        width=width() if is_terminal else 120,
        force_terminal=is_terminal and "NO_COLOR" not in os.environ,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
    )
    console.print(made)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines() if line.strip())


def _fitting(names: list[str], rows: list[dict[str, Any]], clock: Clock) -> list[str]:
    """The first columns that have room beside each other; those that are empty in all rows come last."""
    room = width()
    full = [name for name in names if any(row.get(name) not in (None, "", [], {}) for row in rows)]
    ordered = [name for name in full if any(not isinstance(row.get(name), list) for row in rows)] or full or names
    shown: list[str] = []
    for name in ordered:
        widest = max([len(name), *(len(_cell(row.get(name), clock)) for row in rows)])
        need = max(_LEAST, min(widest, _MOST, width() // 2)) + 2
        if need > room and shown:
            continue
        room -= need
        shown.append(name)
    return shown


def _leaves(data: Any, prefix: str = "") -> dict[str, Any]:
    if not is_object(data):
        return {prefix.rstrip(".") or "value": data}
    found: dict[str, Any] = {}
    for name, value in data.items():
        inner = is_object(value) and bool(value)
        found |= _leaves(value, f"{prefix}{name}.") if inner else {f"{prefix}{name}": value}
    return found


def _cell(value: Any, clock: Clock) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return clock(value)
    if is_list(value):
        if all(not isinstance(each, (dict, list)) for each in value):
            return ", ".join(_cell(each, clock) for each in value)
        return f"{len(value)} items"
    text = str(value)
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in text)
