"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"outside": 0, "inside": 1})
"""The words that travel instead of numbers."""


class DroneInDock(OpenEnum):
    """Whether the aircraft is in the dock."""

    OUTSIDE = 0
    """Outside."""
    INSIDE = 1
    """Inside."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
