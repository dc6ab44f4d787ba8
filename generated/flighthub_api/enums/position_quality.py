"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"gear_1": 1, "gear_2": 2, "gear_3": 3, "gear_4": 4, "gear_5": 5, "rtk_fixed": 10})
"""The words that travel instead of numbers."""


class PositionQuality(OpenEnum):
    """Satellite reception in levels from 1 to 5, or RTK.

    Idle devices also send 0, which is not on the list.
    """

    GEAR_1 = 1
    """Level 1."""
    GEAR_2 = 2
    """Level 2."""
    GEAR_3 = 3
    """Level 3."""
    GEAR_4 = 4
    """Level 4."""
    GEAR_5 = 5
    """Level 5."""
    RTK_FIXED = 10
    """RTK fix."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
