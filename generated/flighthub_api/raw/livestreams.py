"""As `groups.livestreams`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..groups.livestreams import START
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..enums import QualityType
    from ..models import Livestream
else:
    QualityType = lazy_type("..enums", "QualityType", __package__)
    Livestream = lazy_type("..models", "Livestream", __package__)


class RawLivestreams(RawGroup):
    """Live video of a camera for a viewer."""

    def start(
        self,
        *,
        sn: str,
        camera_index: str,
        video_expire: int,
        quality_type: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[Livestream]:
        """Start the live video of a camera, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
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
    """Live video of a camera for a viewer."""

    async def start(
        self,
        *,
        sn: str,
        camera_index: str,
        video_expire: int,
        quality_type: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[Livestream]:
        """Start the live video of a camera, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            START,
            {
                "sn": sn,
                "camera_index": camera_index,
                "video_expire": video_expire,
                "quality_type": quality_type,
            },
            request_options,
        )
