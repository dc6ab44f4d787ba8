"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"non_silent_mode": 0, "silent_mode": 1})
"""The words that travel instead of numbers."""


class SilentMode(OpenEnum):
    """Whether the dock runs quietly."""

    NON_SILENT_MODE = 0
    """Usual operation."""
    SILENT_MODE = 1
    """Quiet, with slower fans and without buzzer and standby lamp."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
