"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class CameraPosition(OpenEnum):
    """View of a dock's camera.

    Send the words; sources contradict each other on the numbers.
    """

    INDOOR = "indoor"
    """Inside the dock."""
    OUTDOOR = "outdoor"
    """Outside the dock."""
