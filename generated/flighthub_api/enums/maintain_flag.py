"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"no_maintenance": 0, "with_maintenance": 1})
"""The words that travel instead of numbers."""


class MaintainFlag(OpenEnum):
    """Whether there is a record of maintenance."""

    NO_MAINTENANCE = 0
    """No record."""
    WITH_MAINTENANCE = 1
    """Record exists."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
