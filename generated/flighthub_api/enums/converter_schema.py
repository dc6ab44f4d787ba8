"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class ConverterSchema(OpenEnum):
    """Protocol of a forwarder."""

    RTMP = "rtmp"
    """RTMP push."""
    GB28181 = "gb28181"
    """GB/T 28181."""
    RTSP = "rtsp"
    """RTSP, known from the next edition only.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("rtsp",)
