"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"single": 0, "loop": 1})
"""The words that travel instead of numbers."""


class SpeakerPlayMode(OpenEnum):
    """Whether the speaker repeats."""

    SINGLE = 0
    """Plays once."""
    LOOP = 1
    """Repeats one item."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
