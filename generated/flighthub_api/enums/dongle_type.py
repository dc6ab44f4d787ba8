"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"old_dongle": 6, "new_dongle": 10})
"""The words that travel instead of numbers."""


class DongleType(OpenEnum):
    """Which generation of 4G dongle it is."""

    OLD_DONGLE = 6
    """The first."""
    NEW_DONGLE = 10
    """The one with eSIM."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
