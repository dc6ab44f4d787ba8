"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "ev_minus_5p0": 1,
        "ev_minus_4p7": 2,
        "ev_minus_4p3": 3,
        "ev_minus_4p0": 4,
        "ev_minus_3p7": 5,
        "ev_minus_3p3": 6,
        "ev_minus_3p0": 7,
        "ev_minus_2p7": 8,
        "ev_minus_2p3": 9,
        "ev_minus_2p0": 10,
        "ev_minus_1p7": 11,
        "ev_minus_1p3": 12,
        "ev_minus_1p0": 13,
        "ev_minus_0p7": 14,
        "ev_minus_0p3": 15,
        "ev_0": 16,
        "ev_0p3": 17,
        "ev_0p7": 18,
        "ev_1p0": 19,
        "ev_1p3": 20,
        "ev_1p7": 21,
        "ev_2p0": 22,
        "ev_2p3": 23,
        "ev_2p7": 24,
        "ev_3p0": 25,
        "ev_3p3": 26,
        "ev_3p7": 27,
        "ev_4p0": 28,
        "ev_4p3": 29,
        "ev_4p7": 30,
        "ev_5p0": 31,
        "fixed": 255,
    }
)
"""The words that travel instead of numbers."""


class ExposureValue(OpenEnum):
    """By how much the exposure is corrected."""

    MINUS_5_0 = 1
    """-5.0 EV."""
    MINUS_4_7 = 2
    """-4.7 EV."""
    MINUS_4_3 = 3
    """-4.3 EV."""
    MINUS_4_0 = 4
    """-4.0 EV."""
    MINUS_3_7 = 5
    """-3.7 EV."""
    MINUS_3_3 = 6
    """-3.3 EV."""
    MINUS_3_0 = 7
    """-3.0 EV."""
    MINUS_2_7 = 8
    """-2.7 EV."""
    MINUS_2_3 = 9
    """-2.3 EV."""
    MINUS_2_0 = 10
    """-2.0 EV."""
    MINUS_1_7 = 11
    """-1.7 EV."""
    MINUS_1_3 = 12
    """-1.3 EV."""
    MINUS_1_0 = 13
    """-1.0 EV."""
    MINUS_0_7 = 14
    """-0.7 EV."""
    MINUS_0_3 = 15
    """-0.3 EV."""
    ZERO = 16
    """0 EV."""
    PLUS_0_3 = 17
    """0.3 EV."""
    PLUS_0_7 = 18
    """0.7 EV."""
    PLUS_1_0 = 19
    """1.0 EV."""
    PLUS_1_3 = 20
    """1.3 EV."""
    PLUS_1_7 = 21
    """1.7 EV."""
    PLUS_2_0 = 22
    """2.0 EV."""
    PLUS_2_3 = 23
    """2.3 EV."""
    PLUS_2_7 = 24
    """2.7 EV."""
    PLUS_3_0 = 25
    """3.0 EV."""
    PLUS_3_3 = 26
    """3.3 EV."""
    PLUS_3_7 = 27
    """3.7 EV."""
    PLUS_4_0 = 28
    """4.0 EV."""
    PLUS_4_3 = 29
    """4.3 EV."""
    PLUS_4_7 = 30
    """4.7 EV."""
    PLUS_5_0 = 31
    """5.0 EV."""
    FIXED = 255
    """Fixed value of the camera."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
