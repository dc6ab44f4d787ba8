"""Live video of a camera for a viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_api.groups.livestreams import AsyncLivestreams

if TYPE_CHECKING:
    from ._client import AsyncFlightHub


class LivestreamsGroup(AsyncLivestreams):
    """Live video of a camera for a viewer."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client
