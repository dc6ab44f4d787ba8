"""Cameras: what they show, and who controls them. Each payload has one holder at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from flighthub_api.enums import CameraPosition, LensType

from ._refusal import Refused
from ._things import Camera, Device, Member, Pair, Project

if TYPE_CHECKING:
    from ._world import World

OFFLINE = 212015
NO_CONTROL = 228402
NO_CAMERA = 513002
"""Of the numbers that devices use, the one that says that a camera is not known. I: no answer of V1.0 was seen."""

NOT_POSSIBLE = 327010
"""Likewise: changing mode or zoom failed."""


class ControlChange(NamedTuple):
    """A payload that somebody took control of."""

    moment: datetime
    pair: Pair
    payload: str
    who: Member


class Payloads:
    """The cameras of the organization's devices.

    Attributes:
        changes: Who took control of which, the last of them.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.changes: deque[ControlChange] = deque(maxlen=500)

    def acquire(self, pair: Pair, indexes: Sequence[str], who: Member) -> None:
        """Takes control. D: it strips the holder before, even a pilot who stands next to the aircraft."""
        for each in indexes:
            _camera(self._reachable(pair, pair.drone), each)
        for each in indexes:
            pair.holders[each] = who
            self.changes.append(ControlChange(self._world.now, pair, each, who))

    def release(self, pair: Pair, indexes: Sequence[str], who: Member) -> None:
        """Gives up control. What somebody else holds stays with them, and what nobody holds is no mistake (I)."""
        for each in indexes:
            _camera(pair.drone, each)
            if pair.holders.get(each) == who:
                del pair.holders[each]

    def show_lens(self, pair: Pair, index: str, lens: LensType, who: Member) -> None:
        """Shows another lens of a camera."""
        camera = self._controlled(pair, index, who)
        if lens.value not in camera.lenses:
            raise Refused(NOT_POSSIBLE, "the camera has no such lens")
        camera.shown = lens.value

    def set_quality(self, pair: Pair, index: str, quality: str, who: Member) -> None:
        """Sets how clear the live video of a camera is."""
        self._controlled(pair, index, who).quality = quality

    def show_view(self, sn: str, index: str, view: CameraPosition, project: Project) -> None:
        """Shows another view of a dock. D: that needs no control."""
        pair, device = self._world.fleet.find(sn, project)
        camera = _camera(self._reachable(pair, device), index)
        if view.value not in camera.views:
            raise Refused(NOT_POSSIBLE, "the camera has no such view")
        camera.shown = view.value

    def _controlled(self, pair: Pair, index: str, who: Member) -> Camera:
        camera = _camera(self._reachable(pair, pair.drone), index)
        if pair.holders.get(index) != who:
            raise Refused(NO_CONTROL, "control of the payload is not held")
        return camera

    def _reachable(self, pair: Pair, device: Device | None) -> Device:
        if device is None or not self._world.fleet.is_reachable(pair, device):
            raise Refused(OFFLINE, "the device is offline")
        return device


def _camera(device: Device | None, index: str) -> Camera:
    for each in device.cameras if device else ():
        if each.index == index:
            return each
    raise Refused(NO_CAMERA, "the device has no such camera")
