"""The raw form of a client: the same groups, returning the whole response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from flighthub_api.groups.raw import AsyncRawGroups
from flighthub_runtime.groups import AsyncRawCaller, RequestOptions
from flighthub_runtime.operations import Call, RawResponse

T = TypeVar("T")


class RawClient(AsyncRawGroups):
    """Hands the calls of the raw groups to the client it belongs to."""

    def __init__(self, client: AsyncRawCaller) -> None:
        self._client = client

    async def call_raw(
        self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> RawResponse[T]:
        """Sends a call and returns its response: HTTP status, headers, body and answer."""
        return await self._client.call_raw(call, arguments, options)
