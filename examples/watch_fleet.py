"""Watches all devices of the project and prints what is new, until it is interrupted: `watch_fleet.py [rounds]`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), then run it.
"""

from __future__ import annotations

import sys

from flighthub import FlightHub

INTERVAL = 5.0
"""Seconds between two looks at the same device."""


def main(rounds: int | None) -> None:
    """Prints the fleet, the alerts that stand, and then each change."""
    with FlightHub() as fh:
        print("Fleet")
        for unit in fh.devices.fleet():
            print(f"  {unit}")
            for camera in unit.cameras:
                print(f"    {camera.camera_index}  {camera.name}")

        print("Alerts")
        for alert in fh.devices.alerts():
            print(f"  {alert}")

        print("Changes")
        for change in fh.devices.watch(interval=INTERVAL, rounds=rounds):
            print(f"  {change.at:%H:%M:%S}  {change}")


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    except KeyboardInterrupt:
        print("Stopped")
