"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"unknown": 0, "other_regular_sim": 1, "three_network_card": 2})
"""The words that travel instead of numbers."""


class SimType(OpenEnum):
    """What kind of card the plastic SIM is."""

    UNKNOWN = 0
    """Unknown."""
    OTHER_REGULAR_SIM = 1
    """Regular card."""
    THREE_NETWORK_CARD = 2
    """Card for three networks."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
