"""Live video of a camera for a viewer: the generated operation, and a view that stays alive."""

from __future__ import annotations

from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING, Literal

from flighthub_api.groups.livestreams import AsyncLivestreams
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import create
from flighthub_runtime.secrets import mask_argument

from ..._devices.cameras import find_camera
from ..._streams.live_sources import life_of
from ...errors import DeviceOffline
from ..client import AsyncFlightHub
from ..core.polling import wait_until
from ..devices.lookup import find_device
from .live_view import AsyncLiveView

if TYPE_CHECKING:
    from flighthub_api.enums import QualityType
else:
    QualityType = lazy_type("flighthub_api.enums", "QualityType")


class LivestreamsGroup(AsyncLivestreams):
    """Live video of a camera for a viewer."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def open(
        self,
        device: str,
        camera: str | None = None,
        *,
        quality: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"] = "adaptive",
        expires_in: float | timedelta = 3600,
        wait: bool = False,
        timeout: float | None = 120,
        interval: float = 3.0,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncLiveView:
        """Start the live video of a camera, and get what a viewer needs in a form that can be used.

        FlightHub 2 chooses the streaming service, so be ready for several: `view.source` is a `VolcRoom`, an
        `AgoraChannel` or a `WebStream`, and None for others, which have `view.url` alone. Keep a view alive with
        `view.renew_if_needed()`. There is no call to stop a stream: it ends with its token, or after five minutes
        without viewers.

        Args:
            device: Serial number or callsign of an aircraft, or of a dock for the dock's own cameras.
            camera: Index or name of its camera; the first one when not given.
            quality: Clarity.
            expires_in: How long the token lives, in seconds or as a timedelta; at least a second.
            wait: Whether to wait for an aircraft that is still off or offline, as in the first half minute of a flight
                task. Nothing here switches it on.
            timeout: Seconds to wait in all; None for as long as it takes.
            interval: Seconds from one try to the next, give or take a tenth.
            cancel: Set it, from any thread, to end the waiting.
            request_options: What to set for each call.

        Returns:
            The view.

        Raises:
            InvalidArgument: No device or camera is called so, or another argument cannot be right; no stream was asked
                for.
            DeviceOffline: The aircraft is off, even where the list still shows its camera, and was not waited for.
            WaitTimeout: It was waited for, and did not come in time.
            WaitCancelled: `cancel` was set.
            PermissionDenied: The key may not use livestreams.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Start livestream".

        Example:
            >>> view = await fh.livestreams.open("7CTDEXAMPLE0001", "165-0-7", quality="smooth")
            >>> view.url_type.value, view.source.room_id
            ('volc', '7CTDEXAMPLE0001_165-0-7')
            >>> view = await fh.livestreams.open("North dock", "165-0-7", wait=True, timeout=60, interval=1)
        """
        request_options = mask_argument(request_options)
        life = life_of(expires_in)
        found = (await find_device(self._client, device, "device", request_options)).device
        index = find_camera(found, camera, "camera")
        view = create(AsyncLiveView, self._client, found.sn, found.callsign, index, quality, life, request_options)
        if not wait:
            await view.renew()
            return view

        async def try_renewing() -> DeviceOffline | None:
            try:
                await view.renew()
            except DeviceOffline as error:
                return error
            return None

        await wait_until(
            try_renewing,
            lambda offline: offline is None,
            what=f"{found.callsign or found.sn} to be on",
            timeout=timeout,
            interval=interval,
            seen_as=lambda offline: None if offline is None else f"code {offline.code}",
            cancel=cancel,
        )
        return view
