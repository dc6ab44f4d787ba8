"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_ready": 0, "ready": 1})
"""The words that travel instead of numbers."""


class ReadyFlag(OpenEnum):
    """Whether something is ready for use."""

    NOT_READY = 0
    """Not ready."""
    READY = 1
    """Ready."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
