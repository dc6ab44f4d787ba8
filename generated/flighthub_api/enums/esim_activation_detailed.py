"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"unknown": 0, "not_activated": 1, "activated": 2})
"""The words that travel instead of numbers."""


class EsimActivationDetailed(OpenEnum):
    """Whether the eSIM is activated, in three values.

    Found on the pages of Dock 2, Dock 3, Matrice 3D and Matrice 4D. Mind that 1 means the opposite in EsimActivation.
    """

    UNKNOWN = 0
    """Unknown."""
    NOT_ACTIVATED = 1
    """Inactive."""
    ACTIVATED = 2
    """Active."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
