"""Flight tasks: planning, state, media and trajectory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_api.groups.flight_tasks import AsyncFlightTasks

if TYPE_CHECKING:
    from ._client import AsyncFlightHub


class FlightTasksGroup(AsyncFlightTasks):
    """Flight tasks: planning, state, media and trajectory."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client
