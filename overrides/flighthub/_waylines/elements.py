"""Elements of WPML as text and numbers, with their place for errors."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from ..errors import InvalidArgument
from .kmz import file_error, shorten

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
else:
    Element = lazy_type("xml.etree.ElementTree", "Element")

_MAX_DIGITS: Final = 18


class Node:
    """An element, or none where there is none.

    Args:
        file: Name of the route file.
        where: Its place, for errors.
        element: The element.
    """

    __slots__ = ("_element", "_file", "where")

    def __init__(self, file: str, where: str, element: Element | None) -> None:
        self._file = file
        self.where = where
        self._element = element

    def error(self, problem: str) -> InvalidArgument:
        """The error of something in here."""
        return file_error(self._file, f"{self.where}: {problem}")

    def child(self, path: str) -> Node:
        """A member; one that is not there has no members itself."""
        return Node(self._file, self.where, None if self._element is None else self._element.find(path))

    def children(self, path: str) -> list[Node]:
        """All members at a path."""
        found = [] if self._element is None else self._element.findall(path)
        return [Node(self._file, self.where, each) for each in found]

    def at(self, where: str) -> Node:
        """The same, with a more exact place."""
        return Node(self._file, f"{self.where}, {where}", self._element)

    @property
    def exists(self) -> bool:
        """Whether the document has it."""
        return self._element is not None

    @property
    def is_empty(self) -> bool:
        """Whether it is not there, or has no members."""
        return self._element is None or len(self._element) == 0

    def text(self, path: str) -> str:
        """The text of a member; empty where it is not there."""
        return "" if self._element is None else (self._element.findtext(path) or "").strip()

    def texts(self, path: str) -> dict[str, str]:
        """All members of a member, by name."""
        found = None if self._element is None else self._element.find(path)
        return {} if found is None else {each.tag: (each.text or "").strip() for each in found}

    def number(self, path: str, low: float, high: float) -> float | None:
        """The number that a member is; None where it is not there."""
        text = self.text(path)
        return self.parse_number(path, text, low, high) if text else None

    def number_or_none(self, path: str) -> float | None:
        """The number that a member is, of one that no aircraft reads; None where it is none."""
        return number_or_none(self.text(path))

    def integer(self, path: str) -> int | None:
        """The whole number from 0 that a member is; None where it is not there."""
        text = self.text(path)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS):
            raise self.error(f"{path} is not a whole number: {shorten(text)}")
        return int(text)

    def parse_number(self, what: str, text: str, low: float, high: float) -> float:
        """A finite number within bounds."""
        found = number_or_none(text)
        if found is None:
            raise self.error(f"{what} is not a number: {shorten(text)}")
        if not low <= found <= high:
            raise self.error(f"{what} must be from {low:g} to {high:g}, not {shorten(text)}")
        return found


def number_or_none(text: str) -> float | None:
    """A finite number; None for any other text."""
    try:
        # What Python takes beside plain numbers, such as 1_000, is none of this format.
        found = math.nan if "_" in text or not text.isascii() else float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def element_of(members: Mapping[str, str]) -> Element:
    """An element with these members."""
    from xml.etree.ElementTree import Element, SubElement

    found = Element("Folder")
    for name, text in members.items():
        SubElement(found, name).text = text
    return found


_TOO_LATE: Final = 1e11
"""A number from here on is no time in its unit, but perhaps in the next smaller one."""

_UNITS: Final = (1, 1e-3, 1e-6, 1e-9)


def parse_time(text: str) -> datetime | None:
    """A moment as programs write it: Unix time in any usual unit, or text of ISO 8601; None for anything else.

    The page has whole milliseconds. No aircraft reads it, so that nothing here is an error.
    """
    number = number_or_none(text)
    try:
        if number is None:
            found = datetime.fromisoformat(text)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        seconds = next((number * unit for unit in _UNITS if 0 < number * unit < _TOO_LATE), None)
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
