"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_connected": 0, "connecting": 1, "connected": 2})
"""The words that travel instead of numbers."""


class DrcState(OpenEnum):
    """State of the control link with low latency."""

    NOT_CONNECTED = 0
    """Not connected."""
    CONNECTING = 1
    """Being set up."""
    CONNECTED = 2
    """Connected."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
