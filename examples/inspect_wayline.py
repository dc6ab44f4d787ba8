"""What a route file does: `python inspect_wayline.py quarry.kmz`; without a file, the first wayline of the project.

For the latter set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL).
"""

from __future__ import annotations

import json
import sys
import urllib.request
from collections import Counter

from flighthub import FlightHub, waylines


def main() -> None:
    """Prints what a route file says, and the route as GeoJSON."""
    route = waylines.inspect(sys.argv[1] if len(sys.argv) > 1 else first_of_the_project())
    payloads = ", ".join(each.name or f"payload {each.type}" for each in route.payloads)
    print(f"Made for {route.aircraft or route.device_model_key} with {payloads or 'no payload'}")
    print(f"Kinds {', '.join(str(each.value) for each in route.template_types)}, by {route.author}")
    duration = "unknown" if route.duration is None else f"{route.duration:.0f} s (from {route.duration_source})"
    print(f"{len(route.waypoints)} waypoints, {route.length:.0f} m, {duration}")
    print(
        f"{route.fly_to_wayline_mode} to the first; at the end {route.finish_action}, at {route.rth_height or 0:.0f} m"
    )
    print(f"When the link is lost {route.rc_lost_action}")
    print(f"{'unknown' if route.expected_photos is None else route.expected_photos} pictures")
    actions = Counter(action.kind for point in route.waypoints for action in point.actions)
    print("Actions", ", ".join(f"{count} × {kind}" for kind, count in actions.items()) or "none")
    print(route.findings or "Nothing that WPML forbids")
    print(f"GeoJSON of {len(json.dumps(route.to_geojson()))} bytes within {tuple(route.bounds)}")


def first_of_the_project() -> bytes:
    """The file of a wayline; its link is signed, and needs no key."""
    with FlightHub() as fh:
        found = fh.waylines.get(fh.waylines.list()[0].id)
    if found.download_url is None:
        raise SystemExit("the wayline has no link")
    with urllib.request.urlopen(found.download_url.reveal(), timeout=60) as answer:  # noqa: S310 - it is the API's link
        content: bytes = answer.read()
    return content


if __name__ == "__main__":
    main()
