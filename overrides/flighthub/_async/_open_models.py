"""Reconstruction from pictures of any origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_api.groups.open_models import AsyncOpenModels

if TYPE_CHECKING:
    from ._client import AsyncFlightHub


class OpenModelsGroup(AsyncOpenModels):
    """Reconstruction from pictures of any origin."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client
