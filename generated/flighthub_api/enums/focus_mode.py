"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"mf": 0, "afs": 1, "afc": 2})
"""The words that travel instead of numbers."""


class FocusMode(OpenEnum):
    """How a camera is focused."""

    MF = 0
    """Manually."""
    AFS = 1
    """Autofocus once."""
    AFC = 2
    """Autofocus all the time."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
