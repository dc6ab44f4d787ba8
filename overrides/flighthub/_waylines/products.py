"""Which aircraft and payload a route is made for, by name or by number, and what they can do."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..errors import InvalidArgument
from . import limits


class GimbalRange(NamedTuple):
    """How far down and up a camera tilts, in degrees.

    Attributes:
        low: Lowest pitch.
        high: Highest pitch.
        is_documented: Whether WPML's page has it (common elements, `orientedShoot`); others are inferred.
    """

    low: float
    high: float
    is_documented: bool


_GIMBALS: Final = {
    "67": GimbalRange(-120, 45, True),
    "77": GimbalRange(-90, 35, True),
    "91": GimbalRange(-90, 30, True),
    "99": GimbalRange(-90, 35, False),
    "100": GimbalRange(-90, 35, False),
}
"""By the type of the aircraft."""

_ANY_GIMBAL: Final = GimbalRange(-120, 45, False)

_NO_SURFACE: Final = ("60", "89", "67")
"""Types of aircraft that do not follow the surface by themselves: waylines.wpml, `executeHeightMode`, names those that
do, and these are not among them."""

_VERSIONS: Final = {"60": 0, "67": 0, "77": 2, "89": 2, "91": 2}
"""The version 1.0.x whose page names a type of aircraft first; all others are as recent as 1.0.6."""

NEWEST: Final = 6


class Aircraft(NamedTuple):
    """An aircraft that a route can be made for.

    Attributes:
        key: Model key, such as `0-91-1`.
        name: Name of the product.
        gimbal: How far its camera tilts.
    """

    key: str
    name: str
    gimbal: GimbalRange

    @property
    def type(self) -> str:
        """`droneEnumValue`."""
        return self.key.split("-")[1]

    @property
    def sub_type(self) -> str:
        """`droneSubEnumValue`."""
        return self.key.split("-")[2]

    @property
    def follows_surface(self) -> bool:
        """Whether it can keep its height above the ground by itself."""
        return self.type not in _NO_SURFACE

    @property
    def carries_own_camera(self) -> bool:
        """Whether it has a camera that cannot be changed. I: those of products that are named after their camera."""
        return any(_plain(each) == _plain(f"{self.name} camera") for each in _camera_names())

    @property
    def wpml_version(self) -> int:
        """The first version 1.0.x of WPML that knows it."""
        return _VERSIONS.get(self.type, NEWEST)


class CarriedPayload(NamedTuple):
    """A payload that a route can be made for.

    Attributes:
        key: Type and sub-type, such as `81-0`.
        name: Name of the product.
        lenses: Its lenses, as far as is known.
    """

    key: str
    name: str
    lenses: tuple[str, ...]

    @property
    def type(self) -> str:
        """`payloadEnumValue`."""
        return self.key.split("-")[0]

    @property
    def sub_type(self) -> str:
        """`payloadSubEnumValue`."""
        return self.key.split("-")[1]


def find_aircraft(named: str) -> Aircraft:
    """An aircraft by the name of its product, such as `Matrice 3TD` or `M3TD`, or by its model key.

    Raises:
        InvalidArgument: There is none, and which there are.
    """
    from flighthub_api.products import PRODUCTS

    known = {key: each.name for key, each in PRODUCTS.items() if each.kind == "aircraft"}
    wanted = _plain(named)
    for key, name in known.items():
        if named == key or wanted in (_plain(name), _plain(_short(name))):
            return Aircraft(key, name, _GIMBALS.get(key.split("-")[1], _ANY_GIMBAL))
    raise InvalidArgument("aircraft", f"{named!r} is none of {', '.join(known.values())}")


def find_payload(named: str | None, aircraft: Aircraft) -> CarriedPayload:
    """A payload by the name of its product, or by type or type and sub-type; an aircraft's own camera for None.

    Raises:
        InvalidArgument: There is none, or the aircraft has no camera of its own.
    """
    from flighthub_api.products import CAMERAS

    if named is None:
        wanted = _plain(f"{aircraft.name} camera")
        for key, each in CAMERAS.items():
            if _plain(each.name) == wanted:
                return CarriedPayload(key, each.name, each.lenses)
        raise InvalidArgument("payload", f"{aircraft.name} carries different ones; name it, such as 'Zenmuse H20T'")
    if named.split("-")[0] == limits.PSDK_PAYLOAD:
        return CarriedPayload(f"{limits.PSDK_PAYLOAD}-0", "payload made with the Payload SDK", ())
    wanted = _plain(named)
    for key, each in CAMERAS.items():
        if named in (key, key.split("-")[0]) or wanted in (
            _plain(each.name),
            _plain(each.name.removeprefix("Zenmuse")),
        ):
            return CarriedPayload(key, each.name, each.lenses)
    raise InvalidArgument("payload", f"{named!r} is none of {', '.join(each.name for each in CAMERAS.values())}")


def _camera_names() -> list[str]:
    from flighthub_api.products import CAMERAS

    return [each.name for each in CAMERAS.values()]


def _plain(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())


def _short(name: str) -> str:
    """`M3TD` of `Matrice 3TD`, as people say."""
    words = name.split()
    return f"{words[0][0]}{''.join(words[1:]).replace('RTK', '')}"
