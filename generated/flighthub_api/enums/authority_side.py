"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class AuthoritySide(OpenEnum):
    """Which side has control.

    The codes are text.
    """

    NOBODY = ""
    """Nobody."""
    A = "A"
    """Side A."""
    B = "B"
    """Side B."""
