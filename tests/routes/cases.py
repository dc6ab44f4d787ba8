"""The table of route files: what has to become of each.

Sources: DJI's Cloud API documentation, "WPML": common elements (2025-06-09), template.kml, waylines.wpml (2025-02-25),
namespace wpmz/1.0.6; and what public programs write.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from . import made
from .made import action, folder, group, line, members, mission, route, template, waylines, waypoint

Outcome = Literal["accepted", "unreadable", "invalid"]
"""What a server does with a file: it takes and flies it; it cannot read it (HTTP 500 with 200500 when the upload is
registered); or it takes it and its validity check refuses the flight (219019)."""


@dataclass(frozen=True)
class Case:
    """A route file.

    Attributes:
        name: What is special about it.
        content: Makes the file.
        outcome: What a server does with it.
        element: The element of WPML, or the part of the archive, that is at fault; empty for accepted ones.
        says: A regular expression that the client's refusal has to match; empty for accepted ones.
        photos: How many pictures to expect, counted as releases of the shutter; None where it does not matter.
    """

    name: str
    content: Callable[[], bytes]
    outcome: Outcome = "accepted"
    element: str = ""
    says: str = ""
    photos: int | None = None

    def __str__(self) -> str:
        return self.name


def _about(**told: str | None) -> Callable[[], bytes]:
    return lambda: route(planned=template(about=told))


def _flown(*folders: str, settings: str | None = None, **changes: object) -> Callable[[], bytes]:
    return lambda: route(waylines(*folders, settings=settings, **changes))


def _groups(*told: str) -> Callable[[], bytes]:
    """Three waypoints 111 m apart, flown at 10 m/s, with groups at the first."""
    return _flown(folder(line(groups={0: "".join(told)})))


PHOTO: Final = action("takePhoto", payloadLensIndex="wide")

TIMES: Final[dict[str, str | None]] = {
    "milliseconds": "1637600807044",
    "microseconds": "1637600807044123",
    "nanoseconds": "1637600807044123456",
    "seconds": "1637600807",
    "text of ISO 8601": "2021-11-22T17:06:47.044Z",
    "text of a local clock": "2021-11-22 17:06:47",
    "a floating-point number": "1637600807044.5",
    "a number with an exponent": "1.637600807044e12",
    "minus one": "-1",
    "zero": "0",
    "a moment beyond all time": "99999999999999999999999",
    "a word": "yesterday",
    "nothing": "",
    "no element": None,
}
"""`createTime` as programs write it; the page has milliseconds. No aircraft reads it."""

ACCEPTED: Final = [
    Case("an ordinary route", route, photos=0),
    *(Case(f"createTime as {name}", _about(createTime=told, updateTime=told)) for name, told in TIMES.items()),
    Case("no template", lambda: route(planned=None)),
    Case(
        "a payload of the payload SDK", _flown(payloadInfo={"payloadEnumValue": "65534", "payloadPositionIndex": "0"})
    ),
    Case("no payload", _flown(payloadInfo=None)),
    Case("a payload without a sub-type", _flown(payloadInfo={"payloadEnumValue": "81", "payloadPositionIndex": "0"})),
    Case("no return height", _flown(globalRTHHeight=None)),
    Case("flying on without a link, and no action for it", _flown(exitOnRCLost="goContinue", executeRCLostAction=None)),
    Case(
        "no distance and no duration",
        _flown(folder(distance=None, duration=None)),
    ),
    Case(
        "waypoints without settings of their own", _flown(folder(line(waypointSpeed=None, waypointHeadingParam=None)))
    ),
    Case("a speed of zero, for that of the wayline", _flown(folder(line(waypointSpeed="0")))),
    Case("coordinates with a height and spaces", _flown(folder([waypoint(0, " 14.5,46.0,0 "), *line()[1:]]))),
    Case("heights above the ellipsoid", _flown(folder(executeHeightMode="WGS84"))),
    Case("following the surface", _flown(folder(executeHeightMode="realTimeFollowSurface"))),
    Case("five waylines", _flown(*(folder(waylineId=number) for number in range(5)))),
    Case("a namespace of an earlier version", lambda: route(made.document(mission(), folder(), version="1.0.2"))),
    Case("unknown elements", _flown(folder(line(newSetting={"of": "tomorrow"}), alsoNew="1"), yetAnother="x")),
    Case(
        "other files beside the documents",
        lambda: made.archive(
            (made.TEMPLATE, template()), (made.WAYLINES, waylines()), ("wpmz/res/image/a.jpg", b"\xff\xd8")
        ),
    ),
    Case("entries without compression", lambda: made.archive((made.WAYLINES, waylines()), method=zipfile.ZIP_STORED)),
    Case("a picture at a waypoint", _groups(group(0, 0, PHOTO)), photos=1),
    Case("two pictures at one waypoint", _groups(group(1, 1, PHOTO, action("takePhoto", 1))), photos=2),
    Case("a picture at each of three waypoints", _groups(group(0, 2, PHOTO)), photos=3),
    # 222.4 m at 10 m/s: pictures at 0, 2, … 22 s.
    Case("a picture each 2 s", _groups(group(0, 2, PHOTO, trigger="multipleTiming", every=2)), photos=12),
    Case("a picture each 20 m", _groups(group(0, 2, PHOTO, trigger="multipleDistance", every=20)), photos=12),
    Case(
        "a picture each 20 m of the first leg",
        _groups(group(0, 1, PHOTO, trigger="multipleDistance", every=20)),
        photos=6,
    ),
    Case("an oriented shot", _groups(group(0, 0, action("orientedShoot", gimbalPitchRotateAngle=-30))), photos=1),
    Case("an accurate shot", _groups(group(0, 0, action("accurateShoot", gimbalPitchRotateAngle=-30))), photos=1),
    Case("a panorama", _groups(group(0, 0, action("panoShot", panoShotSubMode="panoShot_360"))), photos=1),
    # Written by DJI Pilot 2 and not on the page: pictures at 0, 2, … 22 s.
    Case(
        "a time lapse",
        _flown(
            folder(
                line(
                    groups={
                        0: group(0, 2, action("startTimeLapse", minShootInterval=2), trigger="betweenAdjacentPoints"),
                        2: group(2, 2, action("stopTimeLapse"), number=1),
                    }
                )
            )
        ),
        photos=12,
    ),
    Case(
        "continuous shooting",
        _groups(group(0, 2, action("startContinuousShooting"), trigger="multipleDistance", every=20)),
        photos=12,
    ),
    # Not on the page either. One shot for each of five poses, on both legs.
    Case(
        "smart oblique",
        _groups(
            group(
                0,
                2,
                action(
                    "startSmartOblique",
                    smartObliqueCycleMode="unlimited",
                    smartObliquePoint=[
                        {"smartObliqueRunningTime": 1, "smartObliqueStayTime": 1, "smartObliqueEulerPitch": pitch}
                        for pitch in (-90, -45, -45, -45, -45)
                    ],
                ),
                trigger="betweenAdjacentPoints",
            )
        ),
    ),
]

UNREADABLE: Final = [
    Case("nothing at all", lambda: b"", "unreadable", "archive", "is not a ZIP file"),
    Case("no archive", lambda: waylines().encode(), "unreadable", "archive", "is not a ZIP file"),
    Case(
        "an archive of other things",
        lambda: made.archive(("doc.kml", "<kml/>")),
        "unreadable",
        "archive",
        "has no wpmz/waylines.wpml",
    ),
    Case(
        "waylines.wpml at the top",
        lambda: made.archive(("template.kml", template()), ("waylines.wpml", waylines())),
        "unreadable",
        "archive",
        r"has waylines\.wpml at the top.*wpmz/",
    ),
    Case(
        "the folder wpmz inside another",
        lambda: made.archive((f"quarry/{made.WAYLINES}", waylines())),
        "unreadable",
        "archive",
        r"quarry/wpmz/waylines\.wpml",
    ),
    Case(
        "a template alone",
        lambda: made.archive((made.TEMPLATE, template())),
        "unreadable",
        "archive",
        r"has only wpmz/template\.kml.*export",
    ),
    Case("no XML", lambda: route("{}"), "unreadable", made.WAYLINES, "is not XML"),
    Case("another kind of XML", lambda: route("<html/>"), "unreadable", made.WAYLINES, "is not a KML document"),
    Case(
        "a document type",
        lambda: route(made.document(mission(), folder(), before="<!DOCTYPE kml [<!ENTITY a 'b'>]>")),
        "unreadable",
        made.WAYLINES,
        "document type",
    ),
    Case("no waypoint", _flown(folder([])), "unreadable", "Placemark", "has no waypoint"),
    Case(
        "a place that is no number",
        _flown(folder([waypoint(0, "here,46"), *line()[1:]])),
        "unreadable",
        "coordinates",
        "longitude",
    ),
    Case(
        "a place beyond the pole",
        _flown(folder([waypoint(0, "14.5,91"), *line()[1:]])),
        "unreadable",
        "coordinates",
        "latitude",
    ),
    Case(
        "a height that is no number",
        _flown(folder(line(executeHeight="high"))),
        "unreadable",
        "executeHeight",
        "executeHeight",
    ),
    Case(
        "a waypoint number twice",
        _flown(folder([*line(2), waypoint(1, "14.5,46.002")])),
        "unreadable",
        "index",
        "wayline 0.*number 1",
    ),
]

INVALID: Final = [
    Case("no mission settings", _flown(settings=""), "invalid", "missionConfig", "missionConfig"),
    Case(
        "empty mission settings", _flown(settings="<wpml:missionConfig/>"), "invalid", "missionConfig", "missionConfig"
    ),
    *(
        Case(f"no {element}", _flown(**{element: None}), "invalid", element, f"missionConfig has no {element}")
        for element in (
            "flyToWaylineMode",
            "finishAction",
            "exitOnRCLost",
            "executeRCLostAction",
            "globalTransitionalSpeed",
        )
    ),
    *(
        Case(f"an unknown {element}", _flown(**{element: "loop"}), "invalid", element, f"{element}.*'loop'")
        for element in ("flyToWaylineMode", "finishAction", "exitOnRCLost", "executeRCLostAction")
    ),
    Case(
        "a take-off height of 0 m", _flown(takeOffSecurityHeight="0"), "invalid", "takeOffSecurityHeight", "1.2 to 1500"
    ),
    Case(
        "a take-off height of 2 km",
        _flown(takeOffSecurityHeight="2000"),
        "invalid",
        "takeOffSecurityHeight",
        "1.2 to 1500",
    ),
    Case("a return height of 2 km", _flown(globalRTHHeight="2000"), "invalid", "globalRTHHeight", "2 to 1500"),
    Case(
        "80 m/s to the first waypoint",
        _flown(globalTransitionalSpeed="80"),
        "invalid",
        "globalTransitionalSpeed",
        "1 to 15",
    ),
    Case(
        "80 m/s along a wayline",
        _flown(folder(autoFlightSpeed="80")),
        "invalid",
        "autoFlightSpeed",
        "wayline 0.*1 to 15",
    ),
    Case(
        "80 m/s from a waypoint",
        _flown(folder(line(waypointSpeed="80"))),
        "invalid",
        "waypointSpeed",
        "waypoint 0.*1 to 15",
    ),
    Case(
        "no speed",
        _flown(folder(line(waypointSpeed=None), autoFlightSpeed=None)),
        "invalid",
        "autoFlightSpeed",
        "autoFlightSpeed",
    ),
    Case(
        "no height mode",
        _flown(folder(executeHeightMode=None)),
        "invalid",
        "executeHeightMode",
        "has no executeHeightMode",
    ),
    Case(
        "heights above the geoid", _flown(folder(executeHeightMode="EGM96")), "invalid", "executeHeightMode", "'EGM96'"
    ),
    Case(
        "no height",
        _flown(folder(line(executeHeight=None))),
        "invalid",
        "executeHeight",
        "waypoint 0.*has no executeHeight",
    ),
    Case(
        "a height under another name",
        _flown(folder(line(executeHeight=None, height="60"))),
        "invalid",
        "executeHeight",
        "waypoint 0.*has no executeHeight",
    ),
    Case("a single waypoint", _flown(folder(line(1))), "invalid", "Placemark", "one waypoint"),
    Case(
        "a wayline without waypoints",
        _flown(folder(), folder([], waylineId=1)),
        "invalid",
        "Placemark",
        "wayline 1.*no waypoint",
    ),
    Case("the same wayline id twice", _flown(folder(), folder()), "invalid", "waylineId", "waylineId 0"),
    Case("no wayline id", _flown(folder(waylineId=None)), "invalid", "waylineId", "has no waylineId"),
    Case(
        "waypoint numbers that begin at 1",
        _flown(folder([waypoint(1, "14.5,46"), waypoint(2, "14.5,46.1")])),
        "invalid",
        "index",
        "index.*from 0",
    ),
    Case(
        "waypoint numbers with a gap",
        _flown(folder([waypoint(0, "14.5,46"), waypoint(5, "14.5,46.1")])),
        "invalid",
        "index",
        "index.*from 0",
    ),
    Case(
        "an action group past the end",
        _groups(group(0, 9, PHOTO)),
        "invalid",
        "actionGroupEndIndex",
        "waypoint 0.*actionGroupEndIndex.*9",
    ),
    Case(
        "an action group that starts past the end",
        _groups(group(9, 9, PHOTO)),
        "invalid",
        "actionGroupStartIndex",
        "actionGroupStartIndex.*9",
    ),
    Case(
        "an action group that ends before it starts",
        _groups(group(2, 1, PHOTO)),
        "invalid",
        "actionGroupEndIndex",
        "actionGroupEndIndex.*actionGroupStartIndex",
    ),
    Case(
        "a picture each 0 s",
        _groups(group(0, 2, PHOTO, trigger="multipleTiming", every=0)),
        "invalid",
        "actionTriggerParam",
        "actionTriggerParam",
    ),
    Case(
        "a picture each so often",
        _groups(group(0, 2, PHOTO, trigger="multipleDistance")),
        "invalid",
        "actionTriggerParam",
        "actionTriggerParam",
    ),
    Case(
        "an unknown trigger", _groups(group(0, 0, PHOTO, trigger="atDawn")), "invalid", "actionTriggerType", "'atDawn'"
    ),
]

CASES: Final = [*ACCEPTED, *UNREADABLE, *INVALID]

__all__ = ["ACCEPTED", "CASES", "INVALID", "TIMES", "UNREADABLE", "Case", "Outcome", "members"]
