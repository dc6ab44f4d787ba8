"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"continue_wayline": 0, "exit_wayline": 1})
"""The words that travel instead of numbers."""


class ExitWaylineWhenRcLost(OpenEnum):
    """Former switch for losing the link to the remote controller during a route.

    Deprecated.
    """

    CONTINUE_WAYLINE = 0
    """Flies on along the route."""
    EXIT_WAYLINE = 1
    """Abandons the route and follows rc_lost_action."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
