"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"unknown": 0, "physical_sim_card": 1, "esim": 2})
"""The words that travel instead of numbers."""


class SimSlot(OpenEnum):
    """Which SIM is used."""

    UNKNOWN = 0
    """Unknown."""
    PHYSICAL_SIM_CARD = 1
    """The plastic card."""
    ESIM = 2
    """The eSIM."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
