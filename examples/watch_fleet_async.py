"""Watches docks and aircraft side by side, each with what matters about it: `watch_fleet_async.py [rounds]`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), then run it.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing

from flighthub import AsyncFlightHub

INTERVAL = 5.0
"""Seconds between two looks at the same device."""

OF_DOCKS = ["mode_code", "cover_state", "drone_in_dock", "rainfall"]
OF_AIRCRAFT = ["mode_code", "battery", "latitude", "longitude"]


async def main(rounds: int) -> None:
    """Watches for so many rounds."""
    async with AsyncFlightHub() as fh:
        units = await fh.devices.fleet()
        docks = [unit.dock.sn for unit in units if unit.dock]
        aircraft = [unit.aircraft.sn for unit in units if unit.aircraft]
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(fh, docks, OF_DOCKS, rounds))
            tasks.create_task(watch(fh, aircraft, OF_AIRCRAFT, rounds))


async def watch(fh: AsyncFlightHub, devices: list[str], members: list[str], rounds: int) -> None:
    """Prints what changes about some devices. `aclosing` ends the watch at once when the loop is left early."""
    if not devices:
        return
    stream = fh.devices.watch(devices=devices, members=members, interval=INTERVAL, rounds=rounds)
    async with aclosing(stream) as changes:
        async for change in changes:
            print(f"{change.at:%H:%M:%S}  {change}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 12))
