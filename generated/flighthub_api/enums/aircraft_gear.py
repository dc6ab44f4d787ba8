"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {"a": 0, "p": 1, "nav": 2, "fpv": 3, "farm": 4, "s": 5, "f": 6, "m": 7, "g": 8, "t": 9}
)
"""The words that travel instead of numbers."""


class AircraftGear(OpenEnum):
    """Which stick mode the remote controller is in."""

    A = 0
    """Mode A."""
    P = 1
    """Mode P."""
    NAV = 2
    """Mode NAV."""
    FPV = 3
    """Mode FPV."""
    FARM = 4
    """Mode FARM."""
    S = 5
    """Mode S."""
    F = 6
    """Mode F."""
    M = 7
    """Mode M."""
    G = 8
    """Mode G."""
    T = 9
    """Mode T."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
