"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType({"no_maintenance_required": 0, "waiting_for_maintenance": 1, "in_maintenance": 2})
"""The words that travel instead of numbers."""


class BatteryMaintenanceState(OpenEnum):
    """Whether the aircraft battery needs maintenance."""

    NO_MAINTENANCE_REQUIRED = 0
    """Not needed."""
    WAITING_FOR_MAINTENANCE = 1
    """Waiting to be done."""
    IN_MAINTENANCE = 2
    """In progress."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
