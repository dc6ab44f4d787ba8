"""Route files (KMZ): what one does, before it is uploaded or flown; making them; changing them. Nothing is sent.

    from flighthub import waylines

    route = waylines.inspect("quarry.kmz")
    print(route.aircraft, f"{route.length:.0f} m", len(route.waypoints), "waypoints")
    print(route.findings)

    survey = waylines.survey(field, ground_sample_distance=2, aircraft="Matrice 4D")
    print(survey.duration, survey.photos)
    survey.save("field.kmz")

    waylines.edit("quarry.kmz").raise_by(10).save("higher.kmz")

A route file is a ZIP archive with two documents of DJI's WPML: `wpmz/waylines.wpml`, which the aircraft flies, and
`wpmz/template.kml`, from which it was planned. Making routes out of places needs the extra `routes`.
"""

from __future__ import annotations

import os

from ._waylines.cameras import SurveyCamera
from ._waylines.edit import RouteEdit, open_edit
from ._waylines.makers import along, facade, orbit, visit
from ._waylines.route import (
    Action,
    Bounds,
    DurationSource,
    Payload,
    PlannedWayline,
    WaylineFile,
    Waypoint,
)
from ._waylines.route_actions import (
    RouteAction,
    create_folder,
    focus,
    hover,
    rotate_aircraft,
    rotate_gimbal,
    start_recording,
    stop_recording,
    take_panorama,
    take_photo,
    take_photos_every,
    tilt_gimbal_evenly,
    zoom,
)
from ._waylines.route_model import Route, RoutePoint, RouteSettings
from ._waylines.survey import survey

__all__ = [
    "Action",
    "Bounds",
    "DurationSource",
    "Payload",
    "PlannedWayline",
    "Route",
    "RouteAction",
    "RouteEdit",
    "RoutePoint",
    "RouteSettings",
    "SurveyCamera",
    "WaylineFile",
    "Waypoint",
    "along",
    "create_folder",
    "edit",
    "facade",
    "focus",
    "hover",
    "inspect",
    "orbit",
    "rotate_aircraft",
    "rotate_gimbal",
    "start_recording",
    "stop_recording",
    "survey",
    "take_panorama",
    "take_photo",
    "take_photos_every",
    "tilt_gimbal_evenly",
    "visit",
    "zoom",
]


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


def edit(path: str | os.PathLike[str] | bytes) -> RouteEdit:
    """Open a route file to change its heights, speeds, order or actions; all else is kept byte for byte.

    Args:
        path: Where the KMZ is, or its content as bytes; at most 64 MiB for each document in it.

    Returns:
        RouteEdit: The file, with methods that change it; `save` writes it.

    Raises:
        InvalidArgument: It cannot be read as a route, or its documents are not in UTF-8.

    Documentation: "WPML" of DJI's Cloud API: template.kml, waylines.wpml, common elements.

    Example:
        >>> from flighthub import waylines
        >>> content = waylines.visit((46.05, 14.50), height=60, aircraft="Matrice 3TD").to_bytes()
        >>> higher = waylines.edit(content).raise_by(10).set_speed(5)
        >>> [(point.height, point.speed) for point in higher.inspect().waypoints]
        [(70.0, 5.0), (70.0, 5.0)]
    """
    return open_edit(path)
