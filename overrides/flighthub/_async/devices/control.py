"""Control of an aircraft's payloads: acquired once, and released however the block ends."""

# The function at the end makes and ends the object.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Literal

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, create, exported
from flighthub_runtime.secrets import mask_argument

from ..._core.request_options import override_options
from ..._devices.cameras import find_camera, find_cameras
from ...errors import APIError, InvalidArgument
from ..client import AsyncFlightHub
from ..core.cleanup import capture, certainly_not_executed, run_at_end
from ..core.concurrency import run_shielded
from .lookup import find_device

if TYPE_CHECKING:
    from flighthub_api.enums import LensType, QualityType
    from flighthub_api.models import Aircraft, PayloadControl, PayloadControls
else:
    LensType = lazy_type("flighthub_api.enums", "LensType")
    QualityType = lazy_type("flighthub_api.enums", "QualityType")
    Aircraft = lazy_type("flighthub_api.models", "Aircraft")
    PayloadControl = lazy_type("flighthub_api.models", "PayloadControl")
    PayloadControls = lazy_type("flighthub_api.models", "PayloadControls")


@exported
class AsyncControl(metaclass=NoPublicConstructor):
    """Payloads of an aircraft under one's control, for as long as the block lasts: see `fh.devices.control`.

    Attributes:
        aircraft: Serial number of the aircraft.
        payloads: Indexes of the payloads that are held, such as `81-0-0`.
        holders: Who holds what, as the server said when control was acquired.
    """

    def __init__(
        self, client: AsyncFlightHub, aircraft: Aircraft, payloads: tuple[str, ...], options: RequestOptions | None
    ) -> None:
        self._client = client
        self._device = aircraft
        self._options = options
        self._may_hold = False
        self.aircraft = aircraft.sn
        self.payloads = payloads
        self.holders: list[PayloadControl] = []

    async def change_lens(
        self,
        lens: LensType | Literal["wide", "zoom", "ir"],
        payload: str | None = None,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Show another lens of a camera.

        Args:
            lens: Lens to show, one of those that the camera is listed with.
            payload: Index or name of the camera; needed where more than one is held.
            request_options: What to set for this call alone, over what `control` was given.

        Raises:
            InvalidArgument: The camera is not held or has no such lens, or it has to be said which one; nothing was
                sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Aircraft Lens Switching".

        Example:
            >>> async with fh.devices.control("1ZNBEXAMPLE00004", "83-0-0") as control:
            ...     await control.change_lens("zoom")
        """
        request_options = override_options(self._options, mask_argument(request_options))
        index = self._held(payload)
        offered = _lenses(self._device, index)
        if offered and not any(each == lens for each in offered):
            names = ", ".join(str(each) for each in offered)
            raise InvalidArgument("lens", f"camera {index} of {self.aircraft} has {names}, not {lens!s}")
        await self._client.devices.change_lens(
            sn=self.aircraft, camera_index=index, lens_type=lens, request_options=request_options
        )

    async def set_quality(
        self,
        quality: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        payload: str | None = None,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Set the clarity of a camera's live video.

        Args:
            quality: Clarity to set.
            payload: Index or name of the camera; needed where more than one is held.
            request_options: What to set for this call alone, over what `control` was given.

        Raises:
            InvalidArgument: The camera is not held, or it has to be said which one; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Video transmission clarity settings".

        Example:
            >>> async with fh.devices.control("1ZNBEXAMPLE00004", "83-0-0") as control:
            ...     await control.set_quality("smooth")
        """
        request_options = override_options(self._options, mask_argument(request_options))
        index = self._held(payload)
        await self._client.devices.set_stream_quality(
            sn=self.aircraft, camera_index=index, quality_type=quality, request_options=request_options
        )

    def _held(self, payload: str | None) -> str:
        held = ", ".join(self.payloads)
        if payload is None:
            if len(self.payloads) != 1:
                raise InvalidArgument("payload", f"must be given, since several are held: {held}")
            return self.payloads[0]
        index = find_camera(self._device, payload, "payload")
        if index not in self.payloads:
            raise InvalidArgument("payload", f"{index} is not under control, only {held}")
        return index

    async def _acquire(self) -> None:
        """Takes control, once. Even when the one who waits is cancelled, the response is waited for."""
        self._may_hold = True
        acquired = await run_shielded(capture(self._ask))
        if acquired.error is not None and certainly_not_executed(acquired.error):
            self._may_hold = False
        self.holders = acquired.result().controls

    async def _ask(self) -> PayloadControls:
        return await self._client.devices.acquire_control(
            drone_sn=self.aircraft, payload_index=self.payloads, request_options=self._options
        )

    async def _release(self) -> None:
        """Gives up control where it is held, or may be."""
        if not self._may_hold:
            return
        try:
            await self._client.devices.release_control(
                drone_sn=self.aircraft, payload_index=self.payloads, request_options=self._options
            )
        except APIError as error:
            # A release whose response was lost may be refused when it comes again, as there is nothing left to release.
            if len(error.request_ids) < 2 or error.retryable or not certainly_not_executed(error):
                raise
        self._may_hold = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {', '.join(self.payloads)} of {self.aircraft}>"


@asynccontextmanager
async def hold_control(
    client: AsyncFlightHub, aircraft: str, payloads: str | Sequence[str] | None, options: RequestOptions | None
) -> AsyncGenerator[AsyncControl]:
    """Control for as long as the block lasts. `fh.devices.control` goes through here, and says what it takes."""
    found = await find_device(client, aircraft, "aircraft", options)
    drone = found.pair.drone
    if drone is None or found.device is not drone:
        its = "" if drone is None else f"; its aircraft is {drone.callsign or ''} ({drone.sn})"
        raise InvalidArgument("aircraft", f"{aircraft!r} is a dock or a remote controller, not an aircraft{its}")
    control = create(AsyncControl, client, drone, find_cameras(drone, payloads, "payloads"), options)
    held = f"control of {', '.join(control.payloads)} of {control.aircraft}"
    async with run_at_end(control._release, f"{held} could not be released and may still be held"):
        await control._acquire()
        yield control


def _lenses(device: Aircraft, index: str) -> list[LensType]:
    """The lenses that a camera is listed with."""
    return [
        lens
        for camera in device.camera_list
        if camera.camera_index == index
        for group in camera.lens_list
        for lens in group.available_lens_types
    ]
