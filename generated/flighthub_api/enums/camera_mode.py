"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {"capturing": 0, "recording": 1, "smart_low_light": 2, "panoramic_photography": 3, "unsupported_mode": -1}
)
"""The words that travel instead of numbers."""


class CameraMode(OpenEnum):
    """What a camera is set to.

    Only the page of Matrice 30 has -1.
    """

    CAPTURING = 0
    """Photos."""
    RECORDING = 1
    """Videos."""
    SMART_LOW_LIGHT = 2
    """Low light."""
    PANORAMIC_PHOTOGRAPHY = 3
    """Panoramas."""
    UNSUPPORTED_MODE = -1
    """Any mode that is not listed."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
