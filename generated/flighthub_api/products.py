"""Products by the numbers that devices and payloads carry.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.products import Camera, Performance, Product

PRODUCTS: Final[Mapping[str, Product]] = MappingProxyType(
    {
        "0-100-0": Product("0-100-0", "Matrice 4D", "aircraft", "documented"),
        "0-100-1": Product("0-100-1", "Matrice 4TD", "aircraft", "documented"),
        "0-103-0": Product("0-103-0", "Matrice 400", "aircraft", "documented"),
        "0-60-0": Product("0-60-0", "Matrice 300 RTK", "aircraft", "documented"),
        "0-67-0": Product("0-67-0", "Matrice 30", "aircraft", "documented"),
        "0-67-1": Product("0-67-1", "Matrice 30T", "aircraft", "documented"),
        "0-77-0": Product("0-77-0", "Mavic 3E", "aircraft", "documented"),
        "0-77-1": Product("0-77-1", "Mavic 3T", "aircraft", "documented"),
        "0-77-2": Product("0-77-2", "Mavic 3M", "aircraft", "inferred"),
        "0-77-3": Product("0-77-3", "Mavic 3TA", "aircraft", "documented"),
        "0-89-0": Product("0-89-0", "Matrice 350 RTK", "aircraft", "documented"),
        "0-91-0": Product("0-91-0", "Matrice 3D", "aircraft", "documented"),
        "0-91-1": Product("0-91-1", "Matrice 3TD", "aircraft", "documented"),
        "0-99-0": Product("0-99-0", "Matrice 4E", "aircraft", "documented"),
        "0-99-1": Product("0-99-1", "Matrice 4T", "aircraft", "documented"),
        "2-119-0": Product("2-119-0", "DJI RC Plus", "remote_controller", "documented"),
        "2-144-0": Product("2-144-0", "DJI RC Pro Enterprise", "remote_controller", "documented"),
        "2-174-0": Product("2-174-0", "DJI RC Plus 2", "remote_controller", "documented"),
        "2-56-0": Product("2-56-0", "DJI Smart Controller Enterprise", "remote_controller", "documented"),
        "3-1-0": Product("3-1-0", "DJI Dock", "dock", "documented"),
        "3-2-0": Product("3-2-0", "DJI Dock 2", "dock", "documented"),
        "3-3-0": Product("3-3-0", "DJI Dock 3", "dock", "documented"),
    }
)
"""Docks, aircraft and remote controllers by their model key."""

PERFORMANCE: Final[Mapping[str, Performance]] = MappingProxyType(
    {
        "0-100-0": Performance("0-100-0", 3240, None, "inferred"),
        "0-100-1": Performance("0-100-1", 3240, None, "inferred"),
        "0-103-0": Performance("0-103-0", 3540, None, "inferred"),
        "0-60-0": Performance("0-60-0", 3300, None, "inferred"),
        "0-67-0": Performance("0-67-0", 2460, None, "inferred"),
        "0-67-1": Performance("0-67-1", 2460, None, "inferred"),
        "0-77-0": Performance("0-77-0", 2700, None, "inferred"),
        "0-77-1": Performance("0-77-1", 2700, None, "inferred"),
        "0-77-2": Performance("0-77-2", 2580, None, "inferred"),
        "0-77-3": Performance("0-77-3", 2700, None, "inferred"),
        "0-89-0": Performance("0-89-0", 3300, None, "inferred"),
        "0-91-0": Performance("0-91-0", 3000, None, "inferred"),
        "0-91-1": Performance("0-91-1", 3000, None, "inferred"),
        "0-99-0": Performance("0-99-0", 2940, None, "inferred"),
        "0-99-1": Performance("0-99-1", 2940, None, "inferred"),
        "3-1-0": Performance("3-1-0", None, 7000, "inferred"),
        "3-2-0": Performance("3-2-0", None, 10000, "inferred"),
        "3-3-0": Performance("3-3-0", None, 10000, "inferred"),
    }
)
"""How long aircraft fly, and how far from docks, by their model key."""

CAMERAS: Final[Mapping[str, Camera]] = MappingProxyType(
    {
        "129-0": Camera("129-0", "Mavic 3TA camera", ("wide", "zoom", "ir"), True, "documented"),
        "165-0": Camera("165-0", "Dock camera", ("normal",), None, "documented"),
        "176-0": Camera("176-0", "Vision assist camera", ("normal",), None, "documented"),
        "20-0": Camera("20-0", "Zenmuse Z30", (), None, "documented"),
        "26-0": Camera("26-0", "Zenmuse XT2", (), None, "documented"),
        "39-0": Camera("39-0", "FPV camera", ("normal",), None, "documented"),
        "41-0": Camera("41-0", "Zenmuse XT S", (), None, "documented"),
        "42-0": Camera("42-0", "Zenmuse H20", ("wide", "zoom"), True, "documented"),
        "43-0": Camera("43-0", "Zenmuse H20T", ("wide", "zoom", "ir"), True, "documented"),
        "50-65535": Camera("50-65535", "Zenmuse P1", (), None, "inferred"),
        "52-0": Camera("52-0", "Matrice 30 camera", ("wide", "zoom"), True, "documented"),
        "53-0": Camera("53-0", "Matrice 30T camera", ("wide", "zoom", "ir"), True, "documented"),
        "61-0": Camera("61-0", "Zenmuse H20N", ("wide", "zoom", "ir"), True, "documented"),
        "66-0": Camera("66-0", "Mavic 3E camera", ("wide", "zoom"), False, "documented"),
        "67-0": Camera("67-0", "Mavic 3T camera", ("wide", "zoom", "ir"), False, "documented"),
        "68-0": Camera("68-0", "Mavic 3M camera", (), None, "inferred"),
        "80-0": Camera("80-0", "Matrice 3D camera", ("wide", "zoom"), None, "documented"),
        "81-0": Camera("81-0", "Matrice 3TD camera", ("wide", "zoom", "ir"), None, "documented"),
        "82-0": Camera("82-0", "Zenmuse H30", ("wide", "zoom"), True, "documented"),
        "83-0": Camera("83-0", "Zenmuse H30T", ("wide", "zoom", "ir"), True, "documented"),
        "88-0": Camera("88-0", "Matrice 4E camera", ("wide", "zoom"), True, "documented"),
        "89-0": Camera("89-0", "Matrice 4T camera", ("wide", "zoom", "ir"), True, "documented"),
        "90742-0": Camera("90742-0", "Zenmuse L1", (), None, "inferred"),
        "98-0": Camera("98-0", "Matrice 4D camera", ("wide", "zoom"), True, "documented"),
        "99-0": Camera("99-0", "Matrice 4TD camera", ("wide", "zoom", "ir"), True, "documented"),
    }
)
"""Cameras and other payloads by type and sub-type, the first two parts of a camera index."""

POSITIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "0": "Main gimbal; on a Matrice 300 or 350 RTK the left one below, seen along the nose",
        "1": "Right gimbal below a Matrice 300 or 350 RTK",
        "2": "Gimbal on top of a Matrice 300 or 350 RTK",
        "7": "First-person view camera, or a camera of the dock",
    }
)
"""Where a payload is mounted, by the last part of its index."""
