"""The raw form of a client: the same groups, giving all that came back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from flighthub_api.raw import AsyncRawGroups
from flighthub_api.runtime.groups import AsyncRawCaller, RequestOptions
from flighthub_api.runtime.operations import Call, RawAnswer

T = TypeVar("T")


class RawClient(AsyncRawGroups):
    """Hands the calls of the raw groups to the client it belongs to."""

    def __init__(self, client: AsyncRawCaller) -> None:
        self._client = client

    async def call_raw(
        self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> RawAnswer[T]:
        """Sends a call and gives its answer with what HTTP said."""
        return await self._client.call_raw(call, arguments, options)
