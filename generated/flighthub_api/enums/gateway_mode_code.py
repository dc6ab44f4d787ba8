"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "idle": 0,
        "on_site_debugging": 1,
        "remote_debugging": 2,
        "firmware_upgrade_in_progress": 3,
        "in_operation": 4,
        "to_be_calibrated": 5,
    }
)
"""The words that travel instead of numbers."""


class GatewayModeCode(OpenEnum):
    """What a dock is doing."""

    IDLE = 0
    """Idle."""
    ON_SITE_DEBUGGING = 1
    """Debugging at the dock."""
    REMOTE_DEBUGGING = 2
    """Debugging from afar."""
    FIRMWARE_UPGRADE_IN_PROGRESS = 3
    """Firmware update."""
    IN_OPERATION = 4
    """Carrying out a task."""
    TO_BE_CALIBRATED = 5
    """Waiting for calibration.

    [inferred]
    """

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return (5,)
