"""As `groups.waylines`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING
from uuid import UUID

from ..groups.waylines import FINISH_UPLOAD, GET, LIST
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..models import Wayline, WaylineDetail, WaylineUpload
else:
    Wayline = lazy_type("..models", "Wayline", __package__)
    WaylineDetail = lazy_type("..models", "WaylineDetail", __package__)
    WaylineUpload = lazy_type("..models", "WaylineUpload", __package__)


class RawWaylines(RawGroup):
    """Waylines of a project."""

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[Wayline]]:
        """List the flight routes of the project, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST,
            {},
            request_options,
        )

    def finish_upload(
        self,
        *,
        name: str,
        object_key: str,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[WaylineUpload]:
        """Make a flight route of an uploaded file, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            FINISH_UPLOAD,
            {
                "name": name,
                "object_key": object_key,
            },
            request_options,
        )

    def get(
        self,
        wayline_id: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[WaylineDetail]:
        """Fetch a flight route, with a link to its file, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET,
            {
                "wayline_id": wayline_id,
            },
            request_options,
        )


class AsyncRawWaylines(AsyncRawGroup):
    """Waylines of a project."""

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[Wayline]]:
        """List the flight routes of the project, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST,
            {},
            request_options,
        )

    async def finish_upload(
        self,
        *,
        name: str,
        object_key: str,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[WaylineUpload]:
        """Make a flight route of an uploaded file, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            FINISH_UPLOAD,
            {
                "name": name,
                "object_key": object_key,
            },
            request_options,
        )

    async def get(
        self,
        wayline_id: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[WaylineDetail]:
        """Fetch a flight route, with a link to its file, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET,
            {
                "wayline_id": wayline_id,
            },
            request_options,
        )
