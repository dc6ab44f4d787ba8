"""What has another place, or no place yet, in an older Airflow 3."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from airflow.sdk import BaseHook

if TYPE_CHECKING:
    from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException
else:
    try:  # from 3.2 on
        from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException
    except ImportError:
        from airflow.exceptions import AirflowFailException, AirflowSkipException

__all__ = ["AirflowFailException", "AirflowSkipException", "read_connection"]


async def read_connection(conn_id: str) -> Any:
    """The connection of an id, in the event loop of a triggerer."""
    if hasattr(BaseHook, "aget_connection"):
        return await BaseHook.aget_connection(conn_id)
    # In a thread, as reading it in the loop of the triggerer would stop all triggers.
    return await asyncio.to_thread(BaseHook.get_connection, conn_id)
