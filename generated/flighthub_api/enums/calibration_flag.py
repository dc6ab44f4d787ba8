"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_calibrated": 0, "calibrated": 1})
"""The words that travel instead of numbers."""


class CalibrationFlag(OpenEnum):
    """Whether the dock has been calibrated."""

    NOT_CALIBRATED = 0
    """Not calibrated."""
    CALIBRATED = 1
    """Calibrated."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
