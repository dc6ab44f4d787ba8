"""Fly routes with several docks at once: `python launch_and_follow_async.py "North dock=Perimeter" "East dock=Survey"`

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL). On real docks aircraft take off. A
simulator is best hurried: `--speed 60`.
"""

from __future__ import annotations

import asyncio
import sys

from flighthub import AsyncFlightHub, FlightHubError, OutcomeUnknown


async def main(pairs: list[str]) -> None:
    """Lets all docks fly, and prints how each flight ends."""
    async with AsyncFlightHub() as fh:
        for outcome in await fh.map(lambda pair: fly(fh, *pair.split("=")), pairs):
            print(f"{outcome.item}: {outcome.result() if outcome.ok else outcome.error}")


async def fly(fh: AsyncFlightHub, dock: str, wayline: str) -> str:
    """One flight, from its launch to its trajectory."""
    try:
        task = await fh.flight_tasks.launch(dock=dock, wayline=wayline, preflight=True)
    except OutcomeUnknown as lost:
        # Never launch again before it is known what became of the first launch.
        found = await fh.flight_tasks.reconcile(lost)
        if found is None:
            raise
        task = found
    await task.wait("media_uploaded", interval=1, on_change=lambda state: print(f"  {dock}: {state.status}"))
    track = await task.track(wait=True, interval=1)
    return f"flew {track.flight_distance or 0:.0f} m, {len(await task.media())} files in the cloud"


if __name__ == "__main__":
    if len(sys.argv) < 2 or not all(pair.count("=") == 1 for pair in sys.argv[1:]):
        sys.exit(__doc__)
    try:
        asyncio.run(main(sys.argv[1:]))
    except FlightHubError as error:
        sys.exit(str(error))
