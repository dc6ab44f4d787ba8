"""Check a route file, upload it, and fetch it back: `python upload_route.py ROUTE.kmz FOLDER`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), and install 'flighthub[storage]'.
"""

from __future__ import annotations

import sys

from flighthub import FlightHub, waylines


def main(file: str, folder: str) -> None:
    """Uploads a route that an aircraft of the project can fly."""
    route = waylines.inspect(file)
    print(
        f"{route.aircraft}: {len(route.waypoints)} waypoints, {route.length:.0f} m, about {route.duration or 0:.0f} s"
    )
    with FlightHub() as fh:
        made = fh.waylines.upload(file)
        print(f"{made.name} is {made.id}; it came back as {fh.waylines.download(made, to=folder)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
