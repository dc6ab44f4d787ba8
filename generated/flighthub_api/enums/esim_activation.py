"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_activated": 0, "activated": 1})
"""The words that travel instead of numbers."""


class EsimActivation(OpenEnum):
    """Whether the eSIM is activated, in two values.

    Found on the pages of remote controllers and of aircraft flown with them.
    """

    NOT_ACTIVATED = 0
    """Inactive."""
    ACTIVATED = 1
    """Active."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
