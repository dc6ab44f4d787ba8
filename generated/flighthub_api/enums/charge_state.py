"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"idle": 0, "charging": 1})
"""The words that travel instead of numbers."""


class ChargeState(OpenEnum):
    """Whether the dock is charging the aircraft.

    A public client takes it for a string; how its words are spelt is not known.
    """

    IDLE = 0
    """No charging."""
    CHARGING = 1
    """Charging."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
