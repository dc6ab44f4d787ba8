"""A page without an operation: prose, lists of values, tables of codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.pages.forms.prose import day, named_values
from generator.pages.model import Page

_MOST_LINES: Final = 20_000
_HEADING: Final = re.compile(r"#{1,6}\s+(\S.*)")
_CODE: Final = re.compile(r"\|?\s*`?(\d{6})`?\s*(?:\||\t|:|：|\s)\s*(\S[^|\t]*)")
_MODIFIED: Final = re.compile(r"(?:Modified at|修改于|Updated at)\s*[:：]?\s*(.*)")


def page(lines: Sequence[str], source: str) -> Page:
    """What an article says that the spec could say as well: values with names, and business codes."""
    made = Page(source, "article")
    for line in lines[:_MOST_LINES]:
        text = line.strip()[:1000]
        if not made.title and text:
            heading = _HEADING.fullmatch(text)
            made.title = (heading[1] if heading else text)[:200]
        if modified := _MODIFIED.fullmatch(text):
            made.modified = day(modified[1])
        if len(made.codes) < 5_000 and (code := _CODE.fullmatch(text.rstrip("|").rstrip())):
            made.codes[int(code[1])] = code[2].strip()
    made.values = named_values("\n".join(lines[:_MOST_LINES]))
    return made
