"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"invalid": 0, "valid": 1, "heading_valid": 2, "position_valid": 3})
"""The words that travel instead of numbers."""


class HomePositionValidityDetailed(OpenEnum):
    """How much of the position reported by a Dock 3 may be relied on."""

    INVALID = 0
    """Nothing."""
    VALID = 1
    """Coordinates and heading."""
    HEADING_VALID = 2
    """Heading alone."""
    POSITION_VALID = 3
    """Coordinates alone."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
