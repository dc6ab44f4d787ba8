"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {"not_calibrated": 0, "self_convergence_calibration": 1, "manual_calibration": 2, "network_rtk_calibration": 3}
)
"""The words that travel instead of numbers."""


class RtcmSourceType(OpenEnum):
    """Method by which the position of the dock was calibrated."""

    NOT_CALIBRATED = 0
    """Calibration not done."""
    SELF_CONVERGENCE_CALIBRATION = 1
    """Converged on its own."""
    MANUAL_CALIBRATION = 2
    """Typed in by a person."""
    NETWORK_RTK_CALIBRATION = 3
    """Network RTK service."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
