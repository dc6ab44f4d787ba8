"""Texts of the spec as docstrings."""

from __future__ import annotations

import textwrap

WIDTH = 120


def wrap(text: str, indent: int, hanging: int | None = None) -> list[str]:
    """A paragraph in lines; with `hanging`, as an entry below a heading."""
    text = " ".join(text.split())
    if hanging is None:
        return textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return textwrap.wrap(
        text,
        WIDTH - indent + 4,
        initial_indent="    ",
        subsequent_indent=" " * (4 + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )


def docstring(text: str, indent: int) -> str:
    """A description as the inside of a docstring: a first sentence, then the rest."""
    first, space, rest = " ".join(text.split()).partition(". ")
    if not space or len(first) + indent + 8 > WIDTH:
        return docstring_lines(wrap(text, indent + 3), indent)
    return docstring_lines([*wrap(first + ".", indent + 3), "", *wrap(rest, indent)], indent)


def docstring_lines(lines: list[str], indent: int) -> str:
    """Lines as the inside of a docstring, closing quotes on a line of their own where there are several."""
    space = " " * indent
    last_quote = len(lines) == 1 and lines[0].endswith('"')
    text = "\n".join(line if not number or not line else space + line for number, line in enumerate(lines))
    inside = text[:-1] if last_quote else text
    escaped = inside.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f"{escaped}\n{space}" if len(lines) > 1 else escaped + ('\\"' if last_quote else "")
