"""The same without holding up an event loop, and in parts: `python photos_to_model_async.py PHOTOS`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), and install 'flighthub[storage]'.
"""

from __future__ import annotations

import asyncio
import sys

from flighthub import AsyncFlightHub, ProgressUpdate


async def main(photos: str) -> None:
    """Uploads, starts two jobs, and waits for both."""
    async with AsyncFlightHub() as fh:
        resource = await fh.open_models.upload(photos, types={"2d", "3d"}, progress=show)
        jobs = await fh.open_models.start(resource, types={"2d", "3d"})
        models = await jobs.wait(interval=1, progress=show)
    for kind, model in models.items():
        print(f"{kind}: {model.zip_file_key}")


def show(step: ProgressUpdate) -> None:
    """Prints a step, when it is a whole one."""
    if step.fraction == 1.0:
        print(f"{step.job}: all {step.items_total} done {step.state}".rstrip())


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
