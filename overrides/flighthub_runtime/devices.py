"""What the states of devices have in common, whatever the product: where it is, and the like.

Only what is sure is here. Everything is None while it is not known.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar, NamedTuple, cast

from .models import Model
from .products import Product
from .public_names import exported


@exported
class Position(NamedTuple):
    """A place in WGS-84.

    Attributes:
        latitude: Degrees, north positive.
        longitude: Degrees, east positive.
        height: Metres above the ellipsoid; None where it is not reported.
    """

    latitude: float
    longitude: float
    height: float | None


def is_place(latitude: float, longitude: float) -> bool:
    """Whether coordinates are a place: on the globe, and not the 0, 0 of a device without a fix."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180 and not latitude == longitude == 0


class Device(Model):
    """A dock, a remote controller or an aircraft in a list."""

    __slots__ = ()

    __home__: ClassVar[str | None]
    """The package of the models; its sibling `products` tells the products."""

    @property
    def model(self) -> Product | None:
        """Which product it is; None where the response does not say."""
        described = getattr(self, "device_model", None)
        key = getattr(described, "key", None)
        if not isinstance(key, str):
            return None
        products = import_module("..products", self.__home__).PRODUCTS
        return cast(Product, products.get(key) or Product(key, getattr(described, "name", None) or key, "", ""))


class CameraOfDevice(Model):
    """A camera of a device."""

    __slots__ = ()

    __home__: ClassVar[str | None]
    """The package of the models; its sibling `products` tells the products."""

    @property
    def name(self) -> str | None:
        """Name of the camera's product; its index where that is not known."""
        index = getattr(self, "camera_index", None)
        if not isinstance(index, str):
            return None
        cameras = import_module("..products", self.__home__).CAMERAS
        known = cameras.get("-".join(index.split("-")[:2]))
        return cast(str, known.name) if known else index

    @property
    def mount_position(self) -> str | None:
        """Where the camera is mounted, in words; None where that is not known."""
        index = getattr(self, "camera_index", None)
        positions = import_module("..products", self.__home__).POSITIONS
        return cast("str | None", positions.get(index.rpartition("-")[2])) if isinstance(index, str) else None


@exported
class BaseDeviceState(Model):
    """What a device last reported about itself."""

    __slots__ = ()

    @property
    def position(self) -> Position | None:
        """Where the device is, in WGS-84; None without a fix, which it reports as 0, 0."""
        latitude, longitude = self._number("latitude"), self._number("longitude")
        if latitude is None or longitude is None or not is_place(latitude, longitude):
            return None
        return Position(latitude, longitude, self._number("height"))

    def _number(self, *path: str) -> float | None:
        value: Any = self
        for name in path:
            value = getattr(value, name, None)
        return cast(float, value) if isinstance(value, (int, float)) else None


@exported
class BaseDockState(BaseDeviceState):
    """What a dock last reported about itself."""

    __slots__ = ()

    @property
    def is_idle(self) -> bool | None:
        """Whether the dock is doing nothing; None where it does not say."""
        mode = getattr(self, "mode_code", None)
        return None if mode is None else mode == "idle"


@exported
class BaseAircraftState(BaseDeviceState):
    """What an aircraft last reported about itself."""

    __slots__ = ()

    @property
    def is_flying(self) -> bool | None:
        """Whether the aircraft is in the air, by its mode; None without a link, and for modes nobody has documented."""
        return cast("bool | None", getattr(getattr(self, "mode_code", None), "is_flying", None))

    @property
    def heading(self) -> float | None:
        """Where the nose points: degrees from true north, -180 to 180, clockwise positive."""
        return self._number("attitude_head")

    @property
    def battery_percent(self) -> float | None:
        """Charge of the batteries together, 0 to 100 percent."""
        return self._number("battery", "capacity_percent")


@exported
class BaseControllerState(BaseDeviceState):
    """What a remote controller last reported about itself."""

    __slots__ = ()

    @property
    def battery_percent(self) -> float | None:
        """Charge of the controller's battery, 0 to 100 percent."""
        return self._number("capacity_percent")
