"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class RtkStatus(OpenEnum):
    """Result of handing the settings to the dock."""

    OK = "ok"
    """Delivered."""
    FAILURE = "failure"
    """Not delivered.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("failure",)
