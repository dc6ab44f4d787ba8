"""Forwarding of live video to a server of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_api.groups.stream_forwarders import AsyncStreamForwarders

if TYPE_CHECKING:
    from ._client import AsyncFlightHub


class StreamForwardersGroup(AsyncStreamForwarders):
    """Forwarding of live video to a server of one's own."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client
