"""A point, a line, an area and a whole collection on the map of a project.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), then run it. Annotations can only
be deleted in the web application. Shapes of shapely and tables of geopandas are taken just as these mappings are.
"""

from __future__ import annotations

from typing import Any

from flighthub import FlightHub

GATE = (14.5058, 46.0512)


def main() -> None:
    """Draws around a gate."""
    east, north = GATE
    border = [(east, north), (east + 0.002, north), (east + 0.002, north + 0.001), (east, north)]
    gates = [feature(f"Gate {number}", (east + number / 1000, north)) for number in (1, 2, 3)]
    with FlightHub() as fh:
        fh.annotations.add({"type": "Point", "coordinates": GATE}, name="Meeting point", color="#FF8800")
        fh.annotations.add({"type": "LineString", "coordinates": border[:3]}, name="Fence", desc="Two metres high")
        fh.annotations.add({"type": "Polygon", "coordinates": [border]}, name="Stockpile", clamp_to_ground=True)
        for outcome in fh.annotations.add_all({"type": "FeatureCollection", "features": gates}):
            print(outcome.item["properties"]["name"], "drawn" if outcome.ok else f"failed: {outcome.error}")


def feature(name: str, place: tuple[float, float]) -> dict[str, Any]:
    """A point with a name, as GeoJSON."""
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Point", "coordinates": place},
    }


if __name__ == "__main__":
    main()
