"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"tts": 0, "recording": 1})
"""The words that travel instead of numbers."""


class SpeakerWorkMode(OpenEnum):
    """Which kind of sound the speaker plays."""

    TTS = 0
    """Text read aloud."""
    RECORDING = 1
    """Recording of a voice."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
