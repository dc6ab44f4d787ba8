"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"idle": 0, "recording": 1})
"""The words that travel instead of numbers."""


class RecordingState(OpenEnum):
    """Whether a video is being recorded."""

    IDLE = 0
    """Not recording."""
    RECORDING = 1
    """Recording."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
