"""What the numbers of devices and payloads stand for."""

from __future__ import annotations

from typing import NamedTuple


class Product(NamedTuple):
    """A product, by its model key.

    Attributes:
        key: Domain, type and sub-type joined by hyphens, such as `3-3-0`.
        name: Name of the product.
        kind: `dock`, `aircraft`, `remote_controller` or `payload`; empty where the key is not known.
        confidence: `documented` or `inferred`; empty where the key is not known.
    """

    key: str
    name: str
    kind: str
    confidence: str


class Performance(NamedTuple):
    """What flights have to fit into, by the manufacturer's figures for still air and a new battery.

    Attributes:
        key: Model key of the aircraft or the dock, such as `0-91-1`.
        endurance: Seconds for which the aircraft flies at most; None for docks.
        radius: Metres that its aircraft may go from the dock; None for aircraft.
        confidence: `documented` or `inferred`.
    """

    key: str
    endurance: float | None
    radius: float | None
    confidence: str


class Camera(NamedTuple):
    """A camera or another payload, by type and sub-type.

    Attributes:
        key: Type and sub-type joined by a hyphen, such as `99-0`.
        name: Name of the product.
        lenses: The lenses it has, as far as is known.
        laser_rangefinder: Whether it measures distances; None where that is not known.
        confidence: `documented` or `inferred`.
    """

    key: str
    name: str
    lenses: tuple[str, ...]
    laser_rangefinder: bool | None
    confidence: str
