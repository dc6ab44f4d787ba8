"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"closed": 0, "open": 1, "half_open": 2, "abnormal": 3})
"""The words that travel instead of numbers."""


class PutterState(OpenEnum):
    """Position of the push rods of Dock 1.

    Its words are as uncertain as those of CoverState.
    """

    CLOSED = 0
    """Closed."""
    OPEN = 1
    """Opened."""
    HALF_OPEN = 2
    """Half open."""
    ABNORMAL = 3
    """Fault."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
