"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"idle": 0, "focusing": 1, "focus_successful": 2, "focus_failed": 3})
"""The words that travel instead of numbers."""


class FocusState(OpenEnum):
    """How far focusing has come."""

    IDLE = 0
    """Not focusing."""
    FOCUSING = 1
    """Focusing."""
    FOCUS_SUCCESSFUL = 2
    """Sharp."""
    FOCUS_FAILED = 3
    """Not successful."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
