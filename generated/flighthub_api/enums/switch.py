"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"disable": 0, "enable": 1})
"""The words that travel instead of numbers."""


class Switch(OpenEnum):
    """A switch with two positions."""

    DISABLE = 0
    """Switched off."""
    ENABLE = 1
    """Switched on."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
