"""Models on the map of a project and their reconstruction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_api.groups.models import AsyncModels

if TYPE_CHECKING:
    from ._client import AsyncFlightHub


class ModelsGroup(AsyncModels):
    """Models on the map of a project and their reconstruction."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client
