"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"dock": 1})
"""The words that travel instead of numbers."""


class RtcmDeviceType(OpenEnum):
    """What kind of device the source of corrections is part of."""

    DOCK = 1
    """A dock."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
