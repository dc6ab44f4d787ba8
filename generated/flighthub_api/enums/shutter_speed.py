"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.enums import OpenEnum

_WORDS: Final = MappingProxyType(
    {
        "s_1_8000": 0,
        "s_1_6400": 1,
        "s_1_6000": 2,
        "s_1_5000": 3,
        "s_1_4000": 4,
        "s_1_3200": 5,
        "s_1_3000": 6,
        "s_1_2500": 7,
        "s_1_2000": 8,
        "s_1_1600": 9,
        "s_1_1500": 10,
        "s_1_1250": 11,
        "s_1_1000": 12,
        "s_1_800": 13,
        "s_1_725": 14,
        "s_1_640": 15,
        "s_1_500": 16,
        "s_1_400": 17,
        "s_1_350": 18,
        "s_1_320": 19,
        "s_1_250": 20,
        "s_1_240": 21,
        "s_1_200": 22,
        "s_1_180": 23,
        "s_1_160": 24,
        "s_1_125": 25,
        "s_1_120": 26,
        "s_1_100": 27,
        "s_1_90": 28,
        "s_1_80": 29,
        "s_1_60": 30,
        "s_1_50": 31,
        "s_1_40": 32,
        "s_1_30": 33,
        "s_1_25": 34,
        "s_1_20": 35,
        "s_1_15": 36,
        "s_1_12p5": 37,
        "s_1_10": 38,
        "s_1_8": 39,
        "s_1_6p25": 40,
        "s_1_5": 41,
        "s_1_4": 42,
        "s_1_3": 43,
        "s_1_2p5": 44,
        "s_1_2": 45,
        "s_1_1p67": 46,
        "s_1_1p25": 47,
        "s_1p0": 48,
        "s_1p3": 49,
        "s_1p6": 50,
        "s_2p0": 51,
        "s_2p5": 52,
        "s_3p0": 53,
        "s_3p2": 54,
        "s_4p0": 55,
        "s_5p0": 56,
        "s_6p0": 57,
        "s_7p0": 58,
        "s_8p0": 59,
        "auto": 65534,
    }
)
"""The words that travel instead of numbers."""


class ShutterSpeed(OpenEnum):
    """How long a picture is exposed."""

    ONE_OVER_8000 = 0
    """1/8000 s."""
    ONE_OVER_6400 = 1
    """1/6400 s."""
    ONE_OVER_6000 = 2
    """1/6000 s."""
    ONE_OVER_5000 = 3
    """1/5000 s."""
    ONE_OVER_4000 = 4
    """1/4000 s."""
    ONE_OVER_3200 = 5
    """1/3200 s."""
    ONE_OVER_3000 = 6
    """1/3000 s."""
    ONE_OVER_2500 = 7
    """1/2500 s."""
    ONE_OVER_2000 = 8
    """1/2000 s."""
    ONE_OVER_1600 = 9
    """1/1600 s."""
    ONE_OVER_1500 = 10
    """1/1500 s."""
    ONE_OVER_1250 = 11
    """1/1250 s."""
    ONE_OVER_1000 = 12
    """1/1000 s."""
    ONE_OVER_800 = 13
    """1/800 s."""
    ONE_OVER_725 = 14
    """1/725 s."""
    ONE_OVER_640 = 15
    """1/640 s."""
    ONE_OVER_500 = 16
    """1/500 s."""
    ONE_OVER_400 = 17
    """1/400 s."""
    ONE_OVER_350 = 18
    """1/350 s."""
    ONE_OVER_320 = 19
    """1/320 s."""
    ONE_OVER_250 = 20
    """1/250 s."""
    ONE_OVER_240 = 21
    """1/240 s."""
    ONE_OVER_200 = 22
    """1/200 s."""
    ONE_OVER_180 = 23
    """1/180 s."""
    ONE_OVER_160 = 24
    """1/160 s."""
    ONE_OVER_125 = 25
    """1/125 s."""
    ONE_OVER_120 = 26
    """1/120 s."""
    ONE_OVER_100 = 27
    """1/100 s."""
    ONE_OVER_90 = 28
    """1/90 s."""
    ONE_OVER_80 = 29
    """1/80 s."""
    ONE_OVER_60 = 30
    """1/60 s."""
    ONE_OVER_50 = 31
    """1/50 s."""
    ONE_OVER_40 = 32
    """1/40 s."""
    ONE_OVER_30 = 33
    """1/30 s."""
    ONE_OVER_25 = 34
    """1/25 s."""
    ONE_OVER_20 = 35
    """1/20 s."""
    ONE_OVER_15 = 36
    """1/15 s."""
    ONE_OVER_12_5 = 37
    """1/12.5 s."""
    ONE_OVER_10 = 38
    """1/10 s."""
    ONE_OVER_8 = 39
    """1/8 s."""
    ONE_OVER_6_25 = 40
    """1/6.25 s."""
    ONE_OVER_5 = 41
    """1/5 s."""
    ONE_OVER_4 = 42
    """1/4 s."""
    ONE_OVER_3 = 43
    """1/3 s."""
    ONE_OVER_2_5 = 44
    """1/2.5 s."""
    ONE_OVER_2 = 45
    """1/2 s."""
    ONE_OVER_1_67 = 46
    """1/1.67 s."""
    ONE_OVER_1_25 = 47
    """1/1.25 s."""
    SECONDS_1_0 = 48
    """1.0 s."""
    SECONDS_1_3 = 49
    """1.3 s."""
    SECONDS_1_6 = 50
    """1.6 s."""
    SECONDS_2_0 = 51
    """2.0 s."""
    SECONDS_2_5 = 52
    """2.5 s."""
    SECONDS_3_0 = 53
    """3.0 s."""
    SECONDS_3_2 = 54
    """3.2 s."""
    SECONDS_4_0 = 55
    """4.0 s."""
    SECONDS_5_0 = 56
    """5.0 s."""
    SECONDS_6_0 = 57
    """6.0 s."""
    SECONDS_7_0 = 58
    """7.0 s."""
    SECONDS_8_0 = 59
    """8.0 s."""
    AUTO = 65534
    """Automatic."""

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        return _WORDS
