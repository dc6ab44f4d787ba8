"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class DeviceClass(OpenEnum):
    """Kind of device, as a word.

    Only airport and drone were seen in real answers.
    """

    AIRPORT = "airport"
    """Dock."""
    DRONE = "drone"
    """Aircraft."""
    RC = "rc"
    """Remote controller.

    [inferred]
    """
    PAYLOAD = "payload"
    """Payload.

    [inferred]
    """
    DOCK = "dock"
    """Dock, in a test file of one client only.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("rc", "payload", "dock")
