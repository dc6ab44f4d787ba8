"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class ConverterState(OpenEnum):
    """How a forwarding is getting on.

    No complete list is published; be ready for other words.
    """

    INITIALIZED = "initialized"
    """Made, not forwarding."""
    RUNNING = "running"
    """Forwarding."""
    FAILED = "failed"
    """Failed; code says why."""
    STOPPED = "stopped"
    """Stopped, known from the next edition only.

    [inferred]
    """
    ERROR = "error"
    """Failed, known from the next edition only.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("stopped", "error")
