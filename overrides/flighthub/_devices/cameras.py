"""Finding the cameras that people mean: by index, or by the name of the product. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.models import Aircraft, AircraftCamera, DockCamera, Gateway
else:
    Aircraft = lazy_type("flighthub_api.models", "Aircraft")
    AircraftCamera = lazy_type("flighthub_api.models", "AircraftCamera")
    DockCamera = lazy_type("flighthub_api.models", "DockCamera")
    Gateway = lazy_type("flighthub_api.models", "Gateway")

_UNSEEN: Final = "FlightHub 2 lists no camera of it; those of an aircraft appear once it has been switched on"


def find_camera(device: Gateway | Aircraft, name: str | None, argument: str) -> str:
    """The index of a camera of a device.

    Args:
        device: The device, as it is listed.
        name: Index or name of the camera; None for the first one. An index is taken as it is where the device lists no
            cameras, as that list is null until an aircraft was switched on for the first time.
        argument: Name of the argument that it was given as.

    Raises:
        InvalidArgument: There is no such camera, or more than one of that name.
    """
    cameras = [each for each in device.camera_list if each.camera_index]
    if name is None:
        if not cameras:
            raise InvalidArgument(argument, f"{_describe_device(device)}: {_UNSEEN}; give an index")
        return str(cameras[0].camera_index)
    fitting = [each for each in cameras if each.camera_index == name] or [each for each in cameras if each.name == name]
    if len(fitting) == 1:
        return str(fitting[0].camera_index)
    if not cameras and _is_index(name):
        return name
    known = ", ".join(_describe_camera(each) for each in fitting or cameras) or _UNSEEN
    problem = f"{len(fitting)} cameras of" if fitting else "no camera of"
    raise InvalidArgument(argument, f"{problem} {_describe_device(device)} fit {name!r}: {known}")


def find_cameras(device: Gateway | Aircraft, names: str | Sequence[str] | None, argument: str) -> tuple[str, ...]:
    """The indexes of cameras of a device, each once; of all of them for None."""
    if names is None:
        found = [str(each.camera_index) for each in device.camera_list if each.camera_index]
        if not found:
            raise InvalidArgument(argument, f"{_describe_device(device)}: {_UNSEEN}; give indexes")
    else:
        given = [names] if isinstance(names, str) else names
        found = [find_camera(device, each, argument) for each in given]
        if not found:
            raise InvalidArgument(argument, "names no camera")
    return tuple(dict.fromkeys(found))


def _is_index(text: str) -> bool:
    parts = text.split("-")
    return len(parts) == 3 and all(part.isdecimal() for part in parts)


def _describe_camera(camera: AircraftCamera | DockCamera) -> str:
    return f"{camera.camera_index} ({camera.name})"


def _describe_device(device: Gateway | Aircraft) -> str:
    return f"{device.callsign or 'device'} ({device.sn})"
