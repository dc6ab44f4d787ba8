"""A view of a camera's live video: how to watch it, for how long yet, and another token in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, exported
from flighthub_runtime.secrets import mask_argument

from ..._core.request_options import override_options
from ..._streams.live_sources import moment, source_of
from ..client import AsyncFlightHub

if TYPE_CHECKING:
    from flighthub_api.enums import LiveUrlType, QualityType
    from flighthub_api.models import Livestream
    from flighthub_runtime.secrets import Secret

    from ..._streams.live_sources import LiveSource
else:
    LiveUrlType = lazy_type("flighthub_api.enums", "LiveUrlType")
    QualityType = lazy_type("flighthub_api.enums", "QualityType")
    Livestream = lazy_type("flighthub_api.models", "Livestream")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    LiveSource = lazy_type("..._streams.live_sources", "LiveSource", __package__)


@exported
class AsyncLiveView(metaclass=NoPublicConstructor):
    """How to watch a camera's live video: see `fh.livestreams.open`. Its `repr` shows neither address nor token.

    Attributes:
        sn: Serial number of the device.
        callsign: Name that people gave the device; None where there is none.
        camera: Index of the camera.
        quality: Clarity that was asked for.
        expires_in: How long a token lives.
        livestream: The last response, as the server sent it.
        source: The address taken apart: a `VolcRoom`, an `AgoraChannel` or a `WebStream`; None for a service that
            nobody has documented, and for an address that cannot be read. `url` has it all the same.
        asked_at: When the token was asked for, by this machine's clock.
        expires_at: When the token ends, and the stream with it; None where it is not known.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        sn: str,
        callsign: str | None,
        camera: str,
        quality: QualityType | str,
        expires_in: timedelta,
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._options = options
        self.sn = sn
        self.callsign = callsign
        self.camera = camera
        self.quality = quality
        self.expires_in = expires_in
        self.livestream: Livestream
        self.source: LiveSource | None = None
        self.asked_at = datetime.now(UTC)
        self.expires_at: datetime | None = None

    @property
    def url(self) -> Secret:
        """What the player needs, with its token, as the server sent it. Not always a URL: `url_type` decides."""
        return self.livestream.url

    @property
    def url_type(self) -> LiveUrlType:
        """Streaming service, chosen by FlightHub 2. There may be others than those that are known."""
        return self.livestream.url_type

    @property
    def remaining(self) -> timedelta | None:
        """How long the token lives yet, by this machine's clock; never below zero, None where it is not known."""
        return None if self.expires_at is None else max(timedelta(), self.expires_at - datetime.now(UTC))

    async def renew(self, *, request_options: RequestOptions | None = None) -> None:
        """Ask for another token for the same video. Players that are watching go on with the old one until it ends.

        Args:
            request_options: What to set for this call alone, over what the view was opened with.

        Raises:
            FlightHubError: The call failed; the subclass, its code and its hint say why. The view is as before.

        Documentation: "Start livestream".

        Example:
            >>> view = await fh.livestreams.open("7CTDEXAMPLE0001", "165-0-7")
            >>> await view.renew()
        """
        request_options = override_options(self._options, mask_argument(request_options))
        asked_at = datetime.now(UTC)
        self.livestream = await self._client.livestreams.start(
            sn=self.sn,
            camera_index=self.camera,
            video_expire=round(self.expires_in.total_seconds()),
            quality_type=self.quality,  # type: ignore[arg-type]
            request_options=request_options,
        )
        self.asked_at = asked_at
        self.source = source_of(self.livestream)
        self.expires_at = moment(self.livestream.expire_ts) or getattr(self.source, "expires_at", None)

    async def renew_if_needed(
        self, margin: float | timedelta = 60, *, request_options: RequestOptions | None = None
    ) -> bool:
        """Ask for another token when the present one is about to end. To be called now and then while somebody watches.

        Where it is not known when the token ends, it is taken to live as long as was asked for.

        Args:
            margin: Seconds before the end from which on to renew; at most half of the token's life.
            request_options: What to set for this call alone, over what the view was opened with.

        Returns:
            Whether there is another token, and so another `url`.

        Raises:
            FlightHubError: The call failed; the subclass, its code and its hint say why. The view is as before.

        Documentation: "Start livestream".

        Example:
            >>> view = await fh.livestreams.open("7CTDEXAMPLE0001", "165-0-7")
            >>> await view.renew_if_needed(margin=120)
            False
        """
        request_options = mask_argument(request_options)
        ahead = min(margin if isinstance(margin, timedelta) else timedelta(seconds=margin), self.expires_in / 2)
        if datetime.now(UTC) < (self.expires_at or self.asked_at + self.expires_in) - ahead:
            return False
        await self.renew(request_options=request_options)
        return True

    def __repr__(self) -> str:
        ends = "no end known" if self.expires_at is None else f"until {self.expires_at:%Y-%m-%d %H:%M:%S}Z"
        return f"<{type(self).__name__} of {self.camera} of {self.sn}: {self.url_type}, {ends}>"
