"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {"true_north": 1, "northeast": 2, "east": 3, "southeast": 4, "south": 5, "southwest": 6, "west": 7, "northwest": 8}
)
"""The words that travel instead of numbers."""


class WindDirection(OpenEnum):
    """Where the wind blows from, by the estimate of the aircraft.

    Captures and one SDK also have 0 for no estimate, which is not on the list.
    """

    TRUE_NORTH = 1
    """From true north."""
    NORTHEAST = 2
    """From the northeast."""
    EAST = 3
    """From the east."""
    SOUTHEAST = 4
    """From the southeast."""
    SOUTH = 5
    """From the south."""
    SOUTHWEST = 6
    """From the southwest."""
    WEST = 7
    """From the west."""
    NORTHWEST = 8
    """From the northwest."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
