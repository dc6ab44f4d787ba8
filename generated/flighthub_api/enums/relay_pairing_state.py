"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class RelayPairingState(OpenEnum):
    """State of a pairing.

    The five numbers are documented, their meanings are not.
    """

    STATE_200 = 200
    """Not explained."""
    STATE_1 = 1
    """Not explained."""
    STATE_2 = 2
    """Not explained."""
    STATE_3 = 3
    """Not explained."""
    STATE_65535 = 65535
    """Not explained."""
