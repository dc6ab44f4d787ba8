"""Route files (KMZ): what a route does, before it is uploaded or flown. Nothing is sent, nothing is changed.

    from flighthub import waylines

    route = waylines.inspect("quarry.kmz")
    print(route.aircraft, f"{route.length:.0f} m", len(route.waypoints), "waypoints")
    print(route.findings)

A route file is a ZIP archive with two documents of DJI's WPML: `wpmz/waylines.wpml`, which the aircraft flies, and
`wpmz/template.kml`, from which it was planned.
"""

from __future__ import annotations

import os

from ._waylines.route import (
    Action,
    Bounds,
    DurationSource,
    Payload,
    PlannedWayline,
    WaylineFile,
    Waypoint,
)

__all__ = ["Action", "Bounds", "DurationSource", "Payload", "PlannedWayline", "WaylineFile", "Waypoint", "inspect"]


def inspect(path: str | os.PathLike[str] | bytes) -> WaylineFile:
    """Read what a route file does: where it leads, how long, with which aircraft and cameras, what is wrong.

    A route that WPML forbids is read as far as it means something: `findings` has what is wrong with it, and a server
    does not fly it. What no aircraft reads, such as the time at which the file was made, never refuses a file. Memory
    is taken for the objects that come back and not for the XML, which may have some 300 MB.

    Args:
        path: Where the KMZ is, or its content as bytes; at most 128 MiB.

    Returns:
        WaylineFile: Its waylines and waypoints, and what it is made for.

    Raises:
        InvalidArgument: It cannot be read as a route; the text says what is wrong, where it was found, and what to do.

    Documentation: "WPML" of DJI's Cloud API: template.kml, waylines.wpml, common elements.

    Example:
        >>> from flighthub import waylines
        >>> route = waylines.inspect(content)
        >>> route.device_model_key, route.aircraft, route.duration_source
        ('0-91-0', 'Matrice 3D', 'speeds')
        >>> route.findings.ok
        True
    """
    from ._waylines.wpml import read_route

    return read_route(path)
