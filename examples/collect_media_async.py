"""The pictures of one flight, while the event loop does other things: `python collect_media_async.py TASK FOLDER`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL).
"""

from __future__ import annotations

import asyncio
import sys

from flighthub import AsyncFlightHub


async def main(task: str, folder: str) -> None:
    """Fetches what a flight left behind."""
    async with AsyncFlightHub() as fh:
        files = await fh.flight_tasks.download_media(task, to=folder)
    files.raise_for_errors()
    print(files)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
