"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"continue_flyto": 0, "exit_flyto": 1})
"""The words that travel instead of numbers."""


class CommanderModeLostAction(OpenEnum):
    """What happens to a fly-to flight when control is lost."""

    CONTINUE_FLYTO = 0
    """The flight goes on."""
    EXIT_FLYTO = 1
    """The flight ends and the usual action on lost control follows."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
