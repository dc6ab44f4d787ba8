"""What is done in a worker when a trigger has fired."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .._sync.client import FlightHub
from ..errors import FlightHubError

LOOK: Final = 60.0
"""Seconds that a look takes at most at what has ended already."""


def check_event(event: Mapping[str, Any]) -> None:
    """Raises `FlightHubError` where a trigger could not wait."""
    if event.get("error"):
        raise FlightHubError(f"waiting in the triggerer failed: {event['error']}")


def raise_failure(fh: FlightHub, task_uuid: str) -> None:
    """Raises `FlightTaskFailed`, with its reasons, where a flight that has ended did not end well."""
    fh.flight_tasks.handle(task_uuid).wait(timeout=LOOK, resume_timeout=0)
