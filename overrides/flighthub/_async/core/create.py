"""Making something whose id is needed afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.operations import Call
from flighthub_runtime.secrets import mask_values

from ..._core.responses import outcome_unknown
from ..client import AsyncFlightHub


async def create_and_get_id(
    client: AsyncFlightHub, call: Call[Any], arguments: Mapping[str, Any], options: RequestOptions | None, member: str
) -> Any:
    """Sends a call that makes something, and gives the id of what was made.

    Args:
        client: Who sends it.
        call: The call.
        arguments: Its arguments.
        options: What to set for it.
        member: What the id is called in the response.

    Raises:
        OutcomeUnknown: The response was lost, or does not name what was made.
    """
    begun = datetime.now(UTC)
    response = await client.call_raw(call, arguments, options)
    id = getattr(response.result, member, None)
    if id:
        return id
    lost = outcome_unknown(call.operation, f"its response has no {member}")
    clock = client._server_clock  # pyright: ignore[reportPrivateUsage]
    lost.arguments, lost.sent_at, lost.server_time = mask_values(arguments), begun, clock.at(begun)
    lost.request_ids = response.request_ids
    raise lost
