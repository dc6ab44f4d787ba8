"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class WaylineTemplateType(OpenEnum):
    """Kind of a flight route.

    Further kinds are possible.
    """

    WAYPOINT = "waypoint"
    """Waypoints."""
    MAPPING_2D = "mapping_2d"
    """Mapping of an area, 2D."""
    MAPPING_3D = "mapping_3d"
    """Oblique mapping, 3D."""
    MAPPING_STRIP = "mapping_strip"
    """Mapping of a strip."""
    FACADE = "facade"
    """Slope or facade."""
    SOLID = "solid"
    """Geometric body."""
    MAPPING_GOBJECT = "mapping_gobject"
    """Close pictures of an object."""
