"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"top_left": 0, "bottom_left": 1, "top_right": 2, "bottom_right": 3})
"""The words that travel instead of numbers."""


class WatermarkLayout(OpenEnum):
    """Where in the picture the watermark stands."""

    TOP_LEFT = 0
    """Upper left."""
    BOTTOM_LEFT = 1
    """Lower left."""
    TOP_RIGHT = 2
    """Upper right."""
    BOTTOM_RIGHT = 3
    """Lower right."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
