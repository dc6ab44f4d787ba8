"""Waylines of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_api.groups.waylines import AsyncWaylines

if TYPE_CHECKING:
    from ._client import AsyncFlightHub


class WaylinesGroup(AsyncWaylines):
    """Waylines of a project."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client
