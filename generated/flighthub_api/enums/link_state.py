"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"disconnected": 0, "connected": 1})
"""The words that travel instead of numbers."""


class LinkState(OpenEnum):
    """Whether the radio link exists."""

    DISCONNECTED = 0
    """No link."""
    CONNECTED = 1
    """Linked."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
