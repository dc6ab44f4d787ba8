"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {"idle": 0, "transmitting": 1, "playing": 2, "abnormal": 3, "tts_converting": 4, "downloading": 99}
)
"""The words that travel instead of numbers."""


class SpeakerSystemState(OpenEnum):
    """What the speaker is doing."""

    IDLE = 0
    """Nothing."""
    TRANSMITTING = 1
    """Transfer of the file from the dock to the aircraft."""
    PLAYING = 2
    """Playback."""
    ABNORMAL = 3
    """Fault."""
    TTS_CONVERTING = 4
    """Conversion of text to speech."""
    DOWNLOADING = 99
    """Download of the file from the cloud to the dock."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
