"""Live video of a camera for a viewer.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations.livestreams import OPERATIONS

if TYPE_CHECKING:
    from ..enums import QualityType
    from ..models import Livestream
else:
    QualityType = lazy_type("..enums", "QualityType", __package__)
    Livestream = lazy_type("..models", "Livestream", __package__)

START: Call[Livestream] = Call(
    OPERATIONS["startLivestream"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("sn", String(id=True), required=True),
        Member("camera_index", String(id=True), required=True),
        Member("video_expire", Integer(Limits(minimum=1), inferred=Limits(maximum=86400)), required=True),
        Member("quality_type", EnumOf("QualityType", __package__), required=True),
    ),
    answer=ObjectOf("Livestream", __package__),
)


class Livestreams(Group):
    """Live video of a camera for a viewer."""

    def start(
        self,
        *,
        sn: str,
        camera_index: str,
        video_expire: int,
        quality_type: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        request_options: RequestOptions | None = None,
    ) -> Livestream:
        """Start the live video of a camera.

        Answers what a viewer needs; a repeat should only give another token for the same video. There is no call to
        stop it: it ends with the token, or after five minutes without viewers. It fails while the aircraft is off, even
        if an earlier list showed the camera, and with HTTP 403 when the key may not use livestreams.

        Args:
            sn: Serial number of the aircraft, or of the dock for the dock's own cameras.
            camera_index: Camera of that device, from its camera_list.
            video_expire: How long the viewing token lives; the stream ends with it. (in s; at least 1) Inferred, so
                only a warning: at most 86400.
            quality_type: Clarity. Older samples call it video_quality, and a request with that name alone was accepted.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Livestream: How to watch the video.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Start livestream" (documentation index, 2026-05-08; observed). Effect: write. Repeating: safe.

        Example:
            >>> answer = fh.livestreams.start(
            ...     sn="1581FEXAMPLE00001",
            ...     camera_index="81-0-0",
            ...     video_expire=7200,
            ...     quality_type="adaptive",
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            START,
            {
                "sn": sn,
                "camera_index": camera_index,
                "video_expire": video_expire,
                "quality_type": quality_type,
            },
            request_options,
        )


class RawLivestreams(RawGroup):
    """As `Livestreams`; each method returns the whole response: HTTP status, headers, body and answer."""

    start = _raw.call(Livestreams.start)


class AsyncLivestreams(AsyncGroup):
    """Live video of a camera for a viewer."""

    async def start(
        self,
        *,
        sn: str,
        camera_index: str,
        video_expire: int,
        quality_type: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        request_options: RequestOptions | None = None,
    ) -> Livestream:
        """Start the live video of a camera.

        Answers what a viewer needs; a repeat should only give another token for the same video. There is no call to
        stop it: it ends with the token, or after five minutes without viewers. It fails while the aircraft is off, even
        if an earlier list showed the camera, and with HTTP 403 when the key may not use livestreams.

        Args:
            sn: Serial number of the aircraft, or of the dock for the dock's own cameras.
            camera_index: Camera of that device, from its camera_list.
            video_expire: How long the viewing token lives; the stream ends with it. (in s; at least 1) Inferred, so
                only a warning: at most 86400.
            quality_type: Clarity. Older samples call it video_quality, and a request with that name alone was accepted.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Livestream: How to watch the video.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Start livestream" (documentation index, 2026-05-08; observed). Effect: write. Repeating: safe.

        Example:
            >>> answer = await fh.livestreams.start(
            ...     sn="1581FEXAMPLE00001",
            ...     camera_index="81-0-0",
            ...     video_expire=7200,
            ...     quality_type="adaptive",
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            START,
            {
                "sn": sn,
                "camera_index": camera_index,
                "video_expire": video_expire,
                "quality_type": quality_type,
            },
            request_options,
        )


class AsyncRawLivestreams(AsyncRawGroup):
    """As `AsyncLivestreams`; each method returns the whole response: HTTP status, headers, body and answer."""

    start = _raw.async_call(AsyncLivestreams.start)
