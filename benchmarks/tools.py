"""What the tools for assistants cost of an assistant's context: a token is taken for four bytes."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Any, Final

from .rows import Row

_PROJECT: Final = "00000000-0000-4000-8000-000000000000"

_DEFAULT, _ALL = 4_000.0, 20_000.0


def context() -> list[Row]:
    """The list of tools that a client reads first: the default one, and that of all sets with all that is allowed."""
    from flighthub_mcp import TOOLSETS

    with tempfile.TemporaryDirectory(prefix="flighthub-bench-") as folder:
        everything = _tokens(frozenset(TOOLSETS), allow_dangerous=True, folder=Path(folder))
    rows = [("tools for assistants, by default", _tokens(frozenset()), _DEFAULT)]
    rows += [("tools for assistants, all of them", everything, _ALL)]
    return [Row(what, tokens, "what they may cost", limit, 1.0, "tokens") for what, tokens, limit in rows]


def _tokens(toolsets: frozenset[str], **settings: Any) -> float:
    return asyncio.run(_listed(toolsets, **settings)) / 4


async def _listed(toolsets: frozenset[str], **settings: Any) -> int:
    from flighthub import AsyncFlightHub
    from flighthub_mcp import Runtime, Server, Settings

    told = Settings((_PROJECT,), toolsets, **settings)
    async with AsyncFlightHub(token="unused", project=_PROJECT, base_url="http://127.0.0.1:9") as fh:
        tools = await Server(told, Runtime(told, fh)).list_tools()
    shown = [each.model_dump(mode="json", by_alias=True, exclude_none=True) for each in tools]
    return len(json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode())
