"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"auto": 1, "shutter_priority": 2, "aperture_priority": 3, "manual": 4})
"""The words that travel instead of numbers."""


class ExposureMode(OpenEnum):
    """How the exposure is set."""

    AUTO = 1
    """Automatically."""
    SHUTTER_PRIORITY = 2
    """Priority to the shutter."""
    APERTURE_PRIORITY = 3
    """Priority to the aperture."""
    MANUAL = 4
    """By hand."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
