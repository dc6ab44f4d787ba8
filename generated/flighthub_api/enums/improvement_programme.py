"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"initial_state": 0, "refuse": 1, "agree": 2})
"""The words that travel instead of numbers."""


class ImprovementProgramme(OpenEnum):
    """What the user answered to the user-experience programme."""

    INITIAL_STATE = 0
    """Not asked so far."""
    REFUSE = 1
    """Refused."""
    AGREE = 2
    """Takes part."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
