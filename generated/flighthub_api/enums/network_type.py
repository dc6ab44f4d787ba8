"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"4g": 1, "ethernet": 2})
"""The words that travel instead of numbers."""


class NetworkType(OpenEnum):
    """How the dock is connected to the network."""

    FOUR_G = 1
    """Mobile network."""
    ETHERNET = 2
    """Network cable."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
