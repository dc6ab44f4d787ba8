"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"idle": 0, "capturing_photo": 1})
"""The words that travel instead of numbers."""


class PhotoState(OpenEnum):
    """Whether a photo is being taken."""

    IDLE = 0
    """Not in use."""
    CAPTURING_PHOTO = 1
    """Taking a photo."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
