"""What an aircraft does on a route that is made by a program, as WPML has it.

Basis: DJI's Cloud API documentation, "WPML", common elements: `actionActuatorFunc` and the tables of
`actionActuatorFuncParam` (namespace wpmz/1.0.2; `panoShot` from later pages, 1.0.6).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from ..errors import InvalidArgument

Lens = Literal["wide", "zoom", "ir", "narrow_band", "visible"]
"""What of a camera's pictures is stored: WPML's `payloadLensIndex` and `imageFormat`."""

LENSES: Final = ("wide", "zoom", "ir", "narrow_band", "visible")

POSITION: Final = "payloadPositionIndex"

REPEATING: Final = ("multipleDistance", "multipleTiming")
_DIGITS: Final = 4
_DAY: Final = 86_400
EVENLY: Final = "gimbalEvenlyRotate"
PANORAMA: Final = "panoShot"
LENS_INDEX: Final = "payloadLensIndex"


@dataclass(frozen=True, slots=True)
class RouteAction:
    """Something that is done at a waypoint of a route, or from there on.

    The functions of `flighthub.waylines` make them: `take_photo()`, `hover(5)`, `take_photos_every(metres=20)`.

    Attributes:
        kind: What is done, in WPML's word, such as `takePhoto`.
        parameters: Its settings, by WPML's names and as text.
        trigger: `reachPoint` at the waypoint; `multipleDistance`, `multipleTiming` or `betweenAdjacentPoints` from
            there on.
        every: Metres or seconds between repetitions; None where nothing is repeated.
        legs: For how many legs it holds, from its waypoint on; 0 for an action at the waypoint.
    """

    kind: str
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])
    trigger: str = "reachPoint"
    every: float | None = None
    legs: int = 0

    def __post_init__(self) -> None:
        if self.every is not None:
            # As a file holds it.
            object.__setattr__(self, "every", round(float(self.every), _DIGITS))
        if self.trigger in REPEATING and not (self.every and self.every > 0 and math.isfinite(self.every)):
            raise InvalidArgument("every", f"must be more than 0, not {self.every}")
        if self.legs != int(self.legs):
            raise InvalidArgument("legs", f"must be a whole number, not {self.legs}")
        if self.trigger != "reachPoint" and self.legs < 1:
            raise InvalidArgument("legs", f"must be at least 1 for {self.trigger}, not {self.legs}")
        if self.trigger == "reachPoint" and self.legs:
            raise InvalidArgument("legs", "must be 0 for what is done at a waypoint")


def take_photo(*, lenses: Sequence[Lens] | None = None, suffix: str = "") -> RouteAction:
    """Take a picture at a waypoint.

    Args:
        lenses: Which lenses' pictures are stored; those of the route when not given.
        suffix: What the name of the file ends with.

    Example:
        >>> from flighthub import waylines
        >>> waylines.take_photo(suffix="pylon-7").kind
        'takePhoto'
    """
    return RouteAction("takePhoto", {"fileSuffix": suffix, **_store(lenses)})


def take_photos_every(
    *,
    metres: float | None = None,
    seconds: float | None = None,
    legs: int = 1,
    lenses: Sequence[Lens] | None = None,
) -> RouteAction:
    """Take a picture at a waypoint, and again each so many metres or seconds from there on.

    Args:
        metres: Metres between pictures, more than 0.
        seconds: Seconds between pictures, more than 0; give one of the two.
        legs: For how many legs.
        lenses: Which lenses' pictures are stored; those of the route when not given.

    Raises:
        InvalidArgument: Not exactly one of the two is given, or it is not more than 0.

    Example:
        >>> from flighthub import waylines
        >>> waylines.take_photos_every(metres=20, legs=2).trigger
        'multipleDistance'
    """
    if (metres is None) == (seconds is None):
        raise InvalidArgument("metres", "give either metres or seconds")
    trigger = "multipleTiming" if metres is None else "multipleDistance"
    every = seconds if metres is None else metres
    return RouteAction("takePhoto", {"fileSuffix": "", **_store(lenses)}, trigger, every, legs)


def start_recording(*, lenses: Sequence[Lens] | None = None, suffix: str = "") -> RouteAction:
    """Begin to record a video.

    Args:
        lenses: Which lenses' videos are stored; those of the route when not given.
        suffix: What the name of the file ends with.

    Example:
        >>> from flighthub import waylines
        >>> waylines.start_recording().kind
        'startRecord'
    """
    return RouteAction("startRecord", {"fileSuffix": suffix, **_store(lenses)})


def stop_recording() -> RouteAction:
    """End the video.

    Example:
        >>> from flighthub import waylines
        >>> waylines.stop_recording().kind
        'stopRecord'
    """
    return RouteAction("stopRecord", _store(None))


def hover(seconds: float) -> RouteAction:
    """Stay at a waypoint.

    Args:
        seconds: For how long, more than 0 and at most a day.

    Example:
        >>> from flighthub import waylines
        >>> waylines.hover(5).parameters["hoverTime"]
        '5'
    """
    _positive("seconds", seconds)
    _between("seconds", seconds, 0, _DAY)
    return RouteAction("hover", {"hoverTime": number(seconds)})


def rotate_gimbal(*, pitch: float | None = None, yaw: float | None = None) -> RouteAction:
    """Tilt or turn the camera at a waypoint.

    Args:
        pitch: Degrees, 0 is the horizon and -90 straight down; as it is when not given.
        yaw: Degrees from north, -180 to 180; as it is when not given.

    Raises:
        InvalidArgument: Neither is given, or one is beyond what any camera turns.

    Example:
        >>> from flighthub import waylines
        >>> waylines.rotate_gimbal(pitch=-45).parameters["gimbalPitchRotateAngle"]
        '-45'
    """
    if pitch is None and yaw is None:
        raise InvalidArgument("pitch", "give pitch, yaw, or both")
    _between("pitch", pitch or 0.0, -120, 45)
    _between("yaw", yaw or 0.0, -180, 180)
    return RouteAction(
        "gimbalRotate",
        {
            "gimbalHeadingYawBase": "north",
            "gimbalRotateMode": "absoluteAngle",
            "gimbalPitchRotateEnable": str(int(pitch is not None)),
            "gimbalPitchRotateAngle": number(pitch or 0.0),
            "gimbalRollRotateEnable": "0",
            "gimbalRollRotateAngle": "0",
            "gimbalYawRotateEnable": str(int(yaw is not None)),
            "gimbalYawRotateAngle": number(yaw or 0.0),
            "gimbalRotateTimeEnable": "0",
            "gimbalRotateTime": "0",
        },
    )


def tilt_gimbal_evenly(pitch: float, *, legs: int = 1) -> RouteAction:
    """Tilt the camera evenly on the way to the next waypoint.

    Args:
        pitch: Degrees at the end of it, 0 is the horizon and -90 straight down.
        legs: For how many legs.

    Example:
        >>> from flighthub import waylines
        >>> waylines.tilt_gimbal_evenly(-90).trigger
        'betweenAdjacentPoints'
    """
    _between("pitch", pitch, -120, 45)
    return RouteAction(EVENLY, {"gimbalPitchRotateAngle": number(pitch)}, "betweenAdjacentPoints", None, legs)


def rotate_aircraft(heading: float, *, clockwise: bool = True) -> RouteAction:
    """Turn the aircraft at a waypoint.

    Args:
        heading: Degrees to which its nose points, -180 to 180; 0 is north and east positive.
        clockwise: Which way round.

    Example:
        >>> from flighthub import waylines
        >>> waylines.rotate_aircraft(90).parameters["aircraftHeading"]
        '90'
    """
    _between("heading", heading, -180, 180)
    way = "clockwise" if clockwise else "counterClockwise"
    return RouteAction("rotateYaw", {"aircraftHeading": number(heading), "aircraftPathMode": way})


def focus(x: float = 0.5, y: float = 0.5, *, width: float | None = None, height: float | None = None) -> RouteAction:
    """Focus on a point of the picture, or on a region of it.

    Args:
        x: From the left, as a share of the picture's width.
        y: From the top, as a share of its height.
        width: Width of the region, as a share; a point when not given.
        height: Height of the region, as a share.

    Example:
        >>> from flighthub import waylines
        >>> waylines.focus().parameters["isPointFocus"]
        '1'
    """
    is_point = width is None and height is None
    for name, share in (("x", x), ("y", y), ("width", width or 0.0), ("height", height or 0.0)):
        _between(name, share, 0, 1)
    return RouteAction(
        "focus",
        {
            "isPointFocus": str(int(is_point)),
            "focusX": number(x),
            "focusY": number(y),
            "focusRegionWidth": number(width or 0.0),
            "focusRegionHeight": number(height or 0.0),
            "isInfiniteFocus": "0",
        },
    )


def zoom(focal_length: float) -> RouteAction:
    """Zoom the camera.

    Args:
        focal_length: Millimetres, more than 0.

    Example:
        >>> from flighthub import waylines
        >>> waylines.zoom(48).parameters["focalLength"]
        '48'
    """
    _positive("focal_length", focal_length)
    return RouteAction("zoom", {"focalLength": number(focal_length)})


def take_panorama(*, lenses: Sequence[Lens] | None = None) -> RouteAction:
    """Take a panorama all around at a waypoint.

    Args:
        lenses: Which lenses' pictures are stored; those of the route when not given.

    Example:
        >>> from flighthub import waylines
        >>> waylines.take_panorama().kind
        'panoShot'
    """
    return RouteAction(PANORAMA, {**_store(lenses), "panoShotSubMode": "panoShot_360"})


def create_folder(name: str) -> RouteAction:
    """Store what follows in a folder of its own.

    Args:
        name: Name of the folder.

    Example:
        >>> from flighthub import waylines
        >>> waylines.create_folder("pylon-7").kind
        'customDirName'
    """
    if not name.strip():
        raise InvalidArgument("name", "must not be empty")
    return RouteAction("customDirName", {"directoryName": name})


def number(value: float) -> str:
    """A number as WPML's text: at most ten decimals, never an exponent."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _store(lenses: Sequence[str] | None) -> dict[str, str]:
    if lenses is None:
        return {"useGlobalPayloadLensIndex": "1"}
    return {LENS_INDEX: join_lenses(lenses), "useGlobalPayloadLensIndex": "0"}


def join_lenses(lenses: Sequence[str]) -> str:
    """Lenses as WPML lists them.

    Raises:
        InvalidArgument: One is none, or there is none.
    """
    names = [lenses] if isinstance(lenses, str) else list(lenses)
    wrong = [each for each in names if each not in LENSES]
    if wrong or not names:
        raise InvalidArgument("lenses", f"must be some of {', '.join(LENSES)}, not {', '.join(wrong) or 'none'}")
    return ",".join(dict.fromkeys(names))


def _positive(name: str, value: float) -> None:
    if not (value > 0 and math.isfinite(value)):
        raise InvalidArgument(name, f"must be more than 0, not {value}")


def _between(name: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise InvalidArgument(name, f"must be from {low:g} to {high:g}, not {value}")
