"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_set": 0, "already_set": 1})
"""The words that travel instead of numbers."""


class ConfiguredFlag(OpenEnum):
    """Whether something has been configured."""

    NOT_SET = 0
    """Not configured."""
    ALREADY_SET = 1
    """Configured."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
