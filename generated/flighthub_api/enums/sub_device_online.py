"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"power_off": 0, "power_on": 1})
"""The words that travel instead of numbers."""


class SubDeviceOnline(OpenEnum):
    """Whether the aircraft on the pad of the dock is switched on."""

    POWER_OFF = 0
    """Switched off, as it mostly is between flights."""
    POWER_ON = 1
    """Switched on."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
