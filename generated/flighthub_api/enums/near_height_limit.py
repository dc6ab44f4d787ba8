"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_reached": 0, "approaching": 1})
"""The words that travel instead of numbers."""


class NearHeightLimit(OpenEnum):
    """Whether the aircraft is near its maximum height."""

    NOT_REACHED = 0
    """Not near."""
    APPROACHING = 1
    """Near."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
