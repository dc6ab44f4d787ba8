"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_live_streaming": 0, "in_live_streaming": 1})
"""The words that travel instead of numbers."""


class LiveStreamStatus(OpenEnum):
    """Whether live video is being sent."""

    NOT_LIVE_STREAMING = 0
    """Not streaming."""
    IN_LIVE_STREAMING = 1
    """Streaming."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
