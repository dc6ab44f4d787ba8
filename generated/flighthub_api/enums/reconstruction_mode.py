"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ReconstructionMode(OpenEnum):
    """How the pictures of a reconstruction were taken."""

    NORMAL = "normal"
    """Ordinary scene."""
    SURROUND = "surround"
    """Flown in orbits around an object."""
