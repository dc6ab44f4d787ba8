"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_paired": 0, "paired": 1})
"""The words that travel instead of numbers."""


class PairedFlag(OpenEnum):
    """Whether the aircraft is paired with the dock."""

    NOT_PAIRED = 0
    """Not paired."""
    PAIRED = 1
    """Paired."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
