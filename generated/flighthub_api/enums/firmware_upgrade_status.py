"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"not_upgraded": 0, "upgrading": 1})
"""The words that travel instead of numbers."""


class FirmwareUpgradeStatus(OpenEnum):
    """Whether a firmware upgrade is going on."""

    NOT_UPGRADED = 0
    """No upgrade going on."""
    UPGRADING = 1
    """Upgrade going on."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
