"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_inserted": 0, "inserted": 1})
"""The words that travel instead of numbers."""


class SimCardState(OpenEnum):
    """Whether the dongle holds a plastic SIM."""

    NOT_INSERTED = 0
    """No card inserted."""
    INSERTED = 1
    """Card inserted."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
