"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class RthMode(OpenEnum):
    """Who decides on the altitude of the return to home."""

    OPTIMAL = "optimal"
    """The aircraft plans the altitude."""
    PRESET = "preset"
    """rth_altitude is used."""
