"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"normal": 0, "too_close": 1, "too_far": 2, "no_signal": 3})
"""The words that travel instead of numbers."""


class MeasureTargetErrorState(OpenEnum):
    """How measuring with the laser went.

    The page prints the words in capitals.
    """

    NORMAL = 0
    """Success."""
    TOO_CLOSE = 1
    """Target is too close."""
    TOO_FAR = 2
    """Target is too distant."""
    NO_SIGNAL = 3
    """No signal came back."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
