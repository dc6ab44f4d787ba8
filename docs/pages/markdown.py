"""Pieces of MyST Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final


def table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> list[str]:
    """A table, with a class for the style sheet where one is given; nothing where it has no rows."""
    lines = ["| " + " | ".join(cell(each) for each in row) + " |" for row in rows]
    if not lines:
        return []
    made = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head), *lines, ""]
    return [f"{{.{kind}}}", *made] if kind else made


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


_MARKUP: Final = re.compile(r"[\\*_<>\[\]{}#$|~`&]")


def prose(text: str) -> str:
    """Text of the bundle or of a docstring in one line, so that nothing in it but `code` is taken for markup."""
    parts = re.split(r"((?<!`)`[^`]+`(?!`))", " ".join(text.split()))
    shown = [part if number % 2 else _MARKUP.sub(r"\\\g<0>", part) for number, part in enumerate(parts)]
    return re.sub(r"^(\d+)(?=[.)])", r"\1\\", re.sub(r"^(?=[-+=%:(])", r"\\", "".join(shown)))


def code(text: object) -> str:
    """Text as it is, in one line."""
    plain = " ".join(str(text).split())
    longest = max(map(len, re.findall("`+", plain)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{plain}{space}{fence}"


def block(language: str, source: str) -> list[str]:
    """A block of code."""
    fence = "`" * (1 + max(2, *map(len, re.findall("`+", source)), 0))
    return [f"{fence}{language}", *source.rstrip("\n").split("\n"), fence, ""]


def note(kind: str, text: str) -> list[str]:
    """A box such as a `warning`."""
    return [f":::{{{kind}}}", text, ":::", ""]


def badge(text: str) -> str:
    """A word in a frame, coloured by the style sheet."""
    return f"[{text}]{{.badge .badge-{text}}}"


def labelled(label: str, level: int, title: str) -> list[str]:
    """A heading that can be referred to from any page."""
    return [f"({label})=", f"{'#' * level} {title}", ""]


def indexed(*words: str) -> list[str]:
    """Lets a search for one of these words lead here first."""
    return [f"```{{index}} {', '.join('! ' + word for word in words)}", "```", ""]


def link(label: str, text: str) -> str:
    """A reference to a label."""
    plain = " ".join(text.replace("`", "'").split())
    return f"{{ref}}`{plain} <{label}>`"
