"""A page saved by the browser: its texts, one line for each, without scripts, styles and markup.

Scanned once from left to right. `html.parser` takes time that grows with the square of the length on markup that never
ends, and a page is data that anybody may have written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

_SILENT: Final = {"script", "style", "noscript", "template", "svg", "iframe", "object", "head"}
_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_LONGEST_TAG: Final = 100_000
_MOST_PIECES: Final = 80_000
_START: Final = re.compile(r"<(?=[A-Za-z/!?])")
_ENDS: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_BREAKING: Final = {"br", "p", "div", "tr", "li", "pre"}

_SEEMS: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|div|main|article|section|span|p)\b", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text is HTML."""
    return _SEEMS.search(text[:4000]) is not None


def lines(text: str) -> list[str]:
    """The texts of the markup in their order, one a line; what is preformatted keeps its own lines."""
    made: list[str] = []
    block: list[str] = []
    preformatted = silent = 0
    silenced = ""
    for tag, content in _pieces(text):
        name = tag.removeprefix("/")
        if silent:
            if name == silenced:
                silent += -1 if tag.startswith("/") else 1
            continue
        if name in _SILENT:
            if not tag.startswith("/"):
                silenced, silent = name, 1
            continue
        if name == "pre":
            if preformatted and tag.startswith("/"):
                made += "".join(block).split("\n")
                block.clear()
                preformatted = 0
            elif not tag.startswith("/"):
                preformatted = 1
        elif name and preformatted and tag.removeprefix("/") in _BREAKING and tag != "br":
            if block and not block[-1].endswith("\n"):
                block.append("\n")
        elif name == "br" and preformatted:
            block.append("\n")
        elif not name:
            plain = html.unescape(content).replace("\xa0", " ").replace("\u200b", "")
            if preformatted:
                block.append(plain)
            elif plain.strip():
                made += [" ".join(each.split()) for each in plain.splitlines() if each.strip()]
    if block:
        made += "".join(block).split("\n")
    return made


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Tags by their lower-case name, with a slash where they end something, and the texts between them, without."""
    at, length = 0, len(text)
    for _ in range(_MOST_PIECES):
        if at >= length:
            return
        start = _START.search(text, at)
        if start is None:
            yield "", text[at:]
            return
        begin = start.start()
        if begin > at:
            yield "", text[at:begin]
        if text.startswith("<!--", begin):
            end = text.find("-->", begin + 4)
            if end < 0:
                return
            at = end + 3
            continue
        found = _NAME.match(text, begin)
        if found is None and text[begin + 1 : begin + 2] not in ("!", "?"):
            yield "", "<"
            at = begin + 1
            continue
        behind = _end_of_tag(text, begin)
        if behind is None:
            return
        if found is not None:
            name = found[1].lower()
            yield ("/" if text[begin + 1] == "/" else "") + name, ""
            if name in ("script", "style") and text[begin + 1] != "/":
                # What stands in there is no markup.
                closing = _ENDS[name].search(text, behind)
                if closing is None:
                    return
                behind = closing.start()
        at = behind


def _end_of_tag(text: str, begin: int) -> int | None:
    """Behind the `>` of a tag; one in quotes ends nothing. None where it does not end."""
    at, stop = begin + 1, min(len(text), begin + _LONGEST_TAG)
    while at < stop:
        each = text[at]
        if each == ">":
            return at + 1
        if each in "\"'":
            close = text.find(each, at + 1, stop)
            if close < 0:
                end = text.find(">", at)
                return None if end < 0 else end + 1
            at = close
        at += 1
    return None
