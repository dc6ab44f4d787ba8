"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"no_signal": 0, "bad": 1, "poor": 2, "moderate": 3, "better": 4, "good": 5})
"""The words that travel instead of numbers."""


class NetworkQuality(OpenEnum):
    """Quality of the dock's network connection.

    The English page names both 1 and 2 Poor, so real words could be ambiguous.
    """

    NO_SIGNAL = 0
    """No signal."""
    BAD = 1
    """Bad."""
    POOR = 2
    """Poor."""
    MODERATE = 3
    """Medium."""
    BETTER = 4
    """Fairly good."""
    GOOD = 5
    """Good."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
