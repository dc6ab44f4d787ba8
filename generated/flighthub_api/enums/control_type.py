"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class ControlType(OpenEnum):
    """What is under control."""

    FLIGHT = "flight"
    """The flight.

    [inferred]
    """
    PAYLOAD = "payload"
    """A payload."""

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("flight",)
