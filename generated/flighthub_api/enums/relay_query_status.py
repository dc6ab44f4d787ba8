"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class RelayQueryStatus(OpenEnum):
    """Whether the state of a pairing could be asked for."""

    OK = "ok"
    """Asked, the state is in the output."""
    FAILED = "failed"
    """Not asked."""
