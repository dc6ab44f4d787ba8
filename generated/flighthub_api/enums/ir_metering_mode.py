"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"off": 0, "spot": 1, "area": 2})
"""The words that travel instead of numbers."""


class IrMeteringMode(OpenEnum):
    """Where the thermal camera measures the temperature."""

    OFF = 0
    """Nowhere."""
    SPOT = 1
    """At a point."""
    AREA = 2
    """In a rectangle."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
