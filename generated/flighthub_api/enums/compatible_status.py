"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"no_consistency_upgrade_required": 0, "consistency_upgrade_required": 1})
"""The words that travel instead of numbers."""


class CompatibleStatus(OpenEnum):
    """Whether the firmware versions of the modules fit together."""

    NO_CONSISTENCY_UPGRADE_REQUIRED = 0
    """Versions fit."""
    CONSISTENCY_UPGRADE_REQUIRED = 1
    """Upgrade needed to make them fit."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
