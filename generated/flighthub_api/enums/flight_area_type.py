"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightAreaType(OpenEnum):
    """What an area forbids.

    The values are documented, what they mean is read out of their names.
    """

    DFENCE = "dfence"
    """Aircraft stay inside."""
    NFZ = "nfz"
    """Aircraft stay outside."""
    NOLAND = "noland"
    """Aircraft do not land inside."""
