"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class FlightAreaGeometryType(OpenEnum):
    """Shape of an area.

    GeoJSON knows neither Polyline nor Circle.
    """

    POINT = "Point"
    """A point."""
    POLYLINE = "Polyline"
    """A line."""
    POLYGON = "Polygon"
    """A closed area."""
    CIRCLE = "Circle"
    """A circle."""
