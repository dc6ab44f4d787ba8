"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"unknown": 0, "china_mobile": 1, "china_unicom": 2, "china_telecom": 3})
"""The words that travel instead of numbers."""


class TelecomOperator(OpenEnum):
    """Operator of the mobile network."""

    UNKNOWN = 0
    """Unknown."""
    CHINA_MOBILE = 1
    """China Mobile."""
    CHINA_UNICOM = 2
    """China Unicom."""
    CHINA_TELECOM = 3
    """China Telecom."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
