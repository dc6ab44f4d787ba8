"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from ..runtime.enums import OpenEnum


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
