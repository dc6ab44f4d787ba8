"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_started": 0, "fixing": 1, "fixing_successful": 2, "fixing_failed": 3})
"""The words that travel instead of numbers."""


class PositionFixed(OpenEnum):
    """How far the satellite fix has come."""

    NOT_STARTED = 0
    """Not started."""
    FIXING = 1
    """In progress."""
    FIXING_SUCCESSFUL = 2
    """Obtained."""
    FIXING_FAILED = 3
    """Unsuccessful."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
