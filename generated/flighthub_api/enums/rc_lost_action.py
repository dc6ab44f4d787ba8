"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"hover": 0, "land": 1, "return_home": 2})
"""The words that travel instead of numbers."""


class RcLostAction(OpenEnum):
    """What the aircraft does once the link to the remote controller is lost."""

    HOVER = 0
    """Hovers."""
    LAND = 1
    """Lands."""
    RETURN_HOME = 2
    """Returns home."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
