"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"disable": 0, "on": 1})
"""The words that travel instead of numbers."""


class LightSwitch(OpenEnum):
    """Whether a lamp is lit."""

    DISABLE = 0
    """Dark."""
    ON = 1
    """Lit."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
