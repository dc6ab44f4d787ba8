"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class WaylineSubFileType(OpenEnum):
    """Whether a route is a main or a sub route."""

    MAIN = 0
    """A main route."""
    SUB = 1
    """A sub route."""
