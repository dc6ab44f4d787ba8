"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"sdr_mode": 0, "4g_fusion_mode": 1})
"""The words that travel instead of numbers."""


class LinkWorkmode(OpenEnum):
    """Over which links the video comes."""

    SDR_MODE = 0
    """Only the SDR radio."""
    FOUR_G_FUSION_MODE = 1
    """SDR radio combined with 4G."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
