"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"invalid": 0, "valid": 1})
"""The words that travel instead of numbers."""


class HomePositionValidity(OpenEnum):
    """Whether the position reported by a Dock 2 may be relied on."""

    INVALID = 0
    """Not reliable."""
    VALID = 1
    """Reliable."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
