"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from ..runtime.enums import OpenEnum


class ControlType(OpenEnum):
    """What is under control."""

    FLIGHT = "flight"
    """The flight.

    [inferred]
    """
    PAYLOAD = "payload"
    """A payload."""
