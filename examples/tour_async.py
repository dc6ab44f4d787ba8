"""One facade after another, awaited: `python tour_async.py`, against a simulator on a hurried clock.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_BASE_URL, and install 'flighthub[storage]'.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta

from flighthub import AsyncFlightHub


async def main() -> None:
    """Looks, uploads, flies, draws, streams, and has a model made."""
    async with AsyncFlightHub() as fh:
        print(await fh.doctor())
        for alert in await fh.devices.alerts():
            print(alert.callsign, alert.level, alert.message)

        with tempfile.TemporaryDirectory() as folder:
            file = await fh.waylines.download((await fh.waylines.list())[0], to=folder)
            route = await fh.waylines.upload(file, name="Tour")
        fleet = await fh.devices.fleet()
        flown_by_hand = next(unit.aircraft for unit in fleet if unit.aircraft is not None and unit.aircraft_is_online)
        async with fh.devices.control(flown_by_hand.sn) as control:
            print(f"Control of {', '.join(control.payloads)} for a moment")
        dock = next(
            unit.dock
            for unit in fleet
            if unit.dock is not None and unit.is_online and unit.aircraft is not None
            if unit.aircraft.model is not None and unit.aircraft.model.key == route.device_model_key
        )
        task = await fh.flight_tasks.launch(dock=dock.sn, wayline=route.id)
        print(f"Launched {task.name}")

        camera = await fh.livestreams.open(dock.sn)
        print(f"{dock.callsign} is live by {camera.url_type} until {camera.expires_at}")
        option = {"url": "rtmp://media.example.com/live/north"}
        async with fh.stream_forwarders.forward(dock.sn, schema="rtmp", schema_option=option) as forwarding:
            print(f"Forwarded as {forwarding.name}: {forwarding.state}")

        point = {"type": "Point", "coordinates": [14.50613, 46.05127]}
        await fh.annotations.add(point, name="Tour", desc="Where it began")
        async for change in fh.devices.watch(devices=[dock.sn], interval=0.5, rounds=3):
            print(f"{change.callsign}: {len(change.members)} members changed")

        await task.wait("media_uploaded", interval=0.5)
        now = datetime.now(UTC)
        flown = await fh.flight_tasks.history(since=now - timedelta(days=1), until=now + timedelta(days=1))
        print(f"{len(flown)} flights since yesterday")
        job = await fh.models.reconstruct_task(task, types=["2d"])
        model = await job.wait(interval=0.5)
        with tempfile.TemporaryDirectory() as folder:
            print(f"A model of {model.name}: {(await fh.models.download(job, to=folder)).name}")


if __name__ == "__main__":
    asyncio.run(main())
