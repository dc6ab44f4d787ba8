"""What WPML demands of elements: which are needed, and what they may say.

D: DJI's Cloud API documentation, "WPML", of the namespaces wpmz/1.0.0 to 1.0.6: template.kml and waylines.wpml of
2025-02-25, common elements of 2025-06-09. Earlier pages demand less of some elements: `globalTransitionalSpeed` was
from 0 (2024), and `waypointHeadingAngle` had no range. An element that is called required there is not needed here
where files of DJI's programs, or the sample on the page itself, leave it out (O); whatever it says is checked anyway.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

__all__ = [
    "AUTO_REROUTE",
    "DOCK_TAKE_OFF_HEIGHT",
    "DRONE",
    "FLAG",
    "FOLDER",
    "HEADING_MODES",
    "ID",
    "MISSION",
    "NOT_FOLLOWING_SURFACE",
    "OBSERVED_ACTIONS",
    "PARAMETERS",
    "PATH_MODES",
    "PAYLOAD",
    "TEMPLATE_FOLDER",
    "TEMPLATE_PARTS",
    "TEMPLATE_PLACEMARK",
    "TURN_MODES",
    "ActionRules",
    "Rule",
    "check_action",
    "check_members",
    "check_shot_pitch",
    "number_or_none",
]


class Rule(NamedTuple):
    """What an element may say.

    Attributes:
        needed: Whether it has to be there.
        low: The least number; with `above`, the greatest that is too small.
        high: The greatest number.
        above: Whether `low` itself is too small.
        whole: Whether it is a whole number.
        words: Its words, where it is no number.
        text: Whether it may say anything, but not nothing.
        listed: Whether it is a list of words, with commas between them.
    """

    needed: bool = False
    low: float = -math.inf
    high: float = math.inf
    above: bool = False
    whole: bool = False
    words: tuple[str, ...] = ()
    text: bool = False
    listed: bool = False

    def problem(self, name: str, told: str) -> str:
        """What is wrong with the text of an element; empty for nothing."""
        if not told:
            return f"there is no {name}" if self.needed else ""
        if self.text:
            return ""
        if self.words:
            parts = [each.strip() for each in told.split(",")] if self.listed else [told]
            wrong = any(each and each not in self.words for each in parts)
            return f"{name} must be one of {', '.join(self.words)}" if wrong else ""
        value = number_or_none(told)
        if value is None or (self.whole and value != int(value)):
            return f"{name} must be a {'whole ' if self.whole else ''}number"
        if value < self.low - _ROUNDING or value > self.high + _ROUNDING or (self.above and value <= self.low):
            return f"{name} must be {self._range()}"
        return ""

    def _range(self) -> str:
        if self.above:
            return f"above {self.low:g}" + ("" if self.high == math.inf else f", and up to {self.high:g}")
        return f"from {self.low:g} to {self.high:g}"


_ROUNDING = 1e-3
"""O: programs write 32-bit floats as text, so that 15 m/s may be 15.0000001."""

ID = Rule(low=0, high=65_535, whole=True)
FLAG = Rule(words=("0", "1"))
ANGLE = Rule(low=-180, high=180)
PITCH = Rule(low=-120, high=45)
PERCENT = Rule(needed=True, low=0, high=100, whole=True)
SHARE = Rule(low=0, high=1)
POSITION = Rule(low=0, high=7, whole=True)
"""`payloadPositionIndex`. D: the gimbal's number of the index of a camera, which is 7 for those in the nose."""

LENSES = Rule(words=("wide", "zoom", "ir", "narrow_band", "visable", "visible"), listed=True)
"""`payloadLensIndex`. D: the page spells it visable in one place and visible in another."""

HEADING_MODES = ("followWayline", "manually", "fixed", "smoothTransition", "towardPOI")
PATH_MODES = ("clockwise", "counterClockwise", "followBadArc")
TURN_MODES = (
    "coordinateTurn",
    "toPointAndStopWithDiscontinuityCurvature",
    "toPointAndStopWithContinuityCurvature",
    "toPointAndPassWithContinuityCurvature",
)

MISSION: Mapping[str, Rule] = {
    "flyToWaylineMode": Rule(needed=True, words=("safely", "pointToPoint")),
    "finishAction": Rule(needed=True, words=("goHome", "noAction", "autoLand", "gotoFirstWaypoint")),
    "exitOnRCLost": Rule(needed=True, words=("goContinue", "executeLostAction")),
    "executeRCLostAction": Rule(words=("goBack", "landing", "hover")),
    "takeOffSecurityHeight": Rule(needed=True, low=1.2, high=1500),
    "globalTransitionalSpeed": Rule(needed=True, low=1, high=15),
    # D: required. O: files of programs of before 2023 have none.
    "globalRTHHeight": Rule(low=2, high=1500),
}
"""Members of `missionConfig`. `executeRCLostAction` is needed with `exitOnRCLost` of `executeLostAction`."""

DOCK_TAKE_OFF_HEIGHT = 8.0
"""Metres: the least `takeOffSecurityHeight` of a flight from a dock; 1.2 with a remote controller."""

DRONE: Mapping[str, Rule] = {
    "droneEnumValue": Rule(needed=True, low=0, whole=True),
    # D: required for the Matrice 30 (67) on every page, and for all aircraft on that of 2025.
    "droneSubEnumValue": Rule(low=0, whole=True),
}
PAYLOAD: Mapping[str, Rule] = {
    "payloadEnumValue": Rule(needed=True, low=0, whole=True),
    "payloadPositionIndex": POSITION._replace(needed=True),
}
AUTO_REROUTE: Mapping[str, Rule] = {
    "missionAutoRerouteMode": FLAG._replace(needed=True),
    "transitionalAutoRerouteMode": FLAG._replace(needed=True),
}
FOLDER: Mapping[str, Rule] = {
    "templateId": ID._replace(needed=True),
    "waylineId": ID._replace(needed=True),
    "autoFlightSpeed": Rule(low=1, high=15),
    "executeHeightMode": Rule(needed=True, words=("WGS84", "relativeToStartPoint", "realTimeFollowSurface")),
}
"""Members of a `Folder` of waylines.wpml. `autoFlightSpeed` is needed by waypoints without a speed of their own."""

TEMPLATE_FOLDER: Mapping[str, Rule] = {
    # D: waypoint, mapping2d, mapping3d and mappingStrip. O: DJI's programs have more.
    "templateType": Rule(needed=True, text=True),
    "templateId": ID._replace(needed=True),
    "autoFlightSpeed": Rule(low=1, high=15),
    "useGlobalTransitionalSpeed": FLAG,
    "globalWaypointTurnMode": Rule(words=TURN_MODES),
    "globalUseStraightLine": FLAG,
    "gimbalPitchMode": Rule(words=("manual", "usePointSetting", "fixed")),
    "globalHeight": Rule(),
}
"""Members of a `Folder` of template.kml. I: what else the page requires there is not missed, since it is not flown."""

TEMPLATE_PARTS: Mapping[str, Mapping[str, Rule]] = {
    "waylineCoordinateSysParam": {
        "coordinateMode": Rule(words=("WGS84",)),
        "heightMode": Rule(
            words=("EGM96", "relativeToStartPoint", "aboveGroundLevel", "realTimeFollowSurface", "WGS84")
        ),
        "globalShootHeight": Rule(),
        "surfaceFollowModeEnable": FLAG,
        "surfaceRelativeHeight": Rule(),
    },
    "payloadParam": {
        "payloadPositionIndex": POSITION,
        "dewarpingEnable": FLAG,
        "modelColoringEnable": FLAG,
    },
    "globalWaypointHeadingParam": {
        "waypointHeadingMode": Rule(words=HEADING_MODES),
        "waypointHeadingPathMode": Rule(words=PATH_MODES),
    },
    "missionConfig": {name: rule._replace(needed=False) for name, rule in MISSION.items()},
}
"""Members of what stands in template.kml beside waypoints. O: the last word of `heightMode` is on no page."""

TEMPLATE_PLACEMARK: Mapping[str, Rule] = {
    "isRisky": FLAG,
    "useGlobalHeight": FLAG,
    "useGlobalSpeed": FLAG,
    "useGlobalHeadingParam": FLAG,
    "useGlobalTurnParam": FLAG,
    "useStraightLine": FLAG,
    "index": ID,
    "height": Rule(),
    "ellipsoidHeight": Rule(),
    "caliFlightEnable": FLAG,
    "elevationOptimizeEnable": FLAG,
    "smartObliqueEnable": FLAG,
    "facadeWaylineEnable": FLAG,
    "quickOrthoMappingEnable": FLAG,
    "quickOrthoMappingPitch": Rule(low=10, high=30),
    "shootType": Rule(words=("time", "distance")),
    "direction": Rule(low=0, high=360),
    "margin": Rule(),
    "inclinedFlightSpeed": Rule(low=1, high=15),
    "singleLineEnable": FLAG,
    "boundaryOptimEnable": FLAG,
    "includeCenterEnable": FLAG,
    "stripUseTemplateAltitude": FLAG,
}
"""Members of a `Placemark` of template.kml: a waypoint, an area or a strip."""

NOT_FOLLOWING_SURFACE = ("60", "67", "89")
"""Aircraft (`droneEnumValue`) that do not know the height mode `realTimeFollowSurface`: Matrice 300, 30 and 350."""

_FOCUS_AREA = {"focusRegionWidth": SHARE, "focusRegionHeight": SHARE}
_AIM: Mapping[str, Rule] = {
    "gimbalPitchRotateAngle": PITCH._replace(needed=True),
    "gimbalYawRotateAngle": ANGLE,
    "aircraftHeading": ANGLE,
    "focalLength": Rule(low=0, above=True),
    "accurateFrameValid": FLAG,
    "targetAngle": Rule(low=0, high=360),
    "payloadPositionIndex": POSITION._replace(needed=True),
    "payloadLensIndex": LENSES,
    "useGlobalPayloadLensIndex": FLAG,
}
_CAMERA: Mapping[str, Rule] = {
    "payloadPositionIndex": POSITION._replace(needed=True),
    "payloadLensIndex": LENSES,
    "useGlobalPayloadLensIndex": FLAG,
}
_GIMBAL_AXES = ("Pitch", "Roll", "Yaw")

PARAMETERS: Mapping[str, Mapping[str, Rule]] = {
    "takePhoto": _CAMERA,
    "startRecord": _CAMERA,
    "stopRecord": _CAMERA,
    "focus": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        "isPointFocus": FLAG,
        "focusX": SHARE,
        "focusY": SHARE,
        "isInfiniteFocus": FLAG,
        **_FOCUS_AREA,
    },
    "zoom": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        "focalLength": Rule(needed=True, low=0, above=True),
    },
    "customDirName": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        "directoryName": Rule(needed=True, text=True),
    },
    "gimbalRotate": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        # D: `north` and `absoluteAngle` alone. O: programs write the others, and the page's sample has no base.
        "gimbalHeadingYawBase": Rule(words=("north", "aircraft")),
        "gimbalRotateMode": Rule(words=("absoluteAngle", "relativeAngle")),
        **{f"gimbal{axis}RotateEnable": FLAG for axis in _GIMBAL_AXES},
        # D: how far a gimbal turns, its product decides.
        **{f"gimbal{axis}RotateAngle": Rule() for axis in _GIMBAL_AXES},
        "gimbalRotateTimeEnable": FLAG,
        "gimbalRotateTime": Rule(low=0),
    },
    "gimbalEvenlyRotate": {
        "gimbalPitchRotateAngle": Rule(needed=True),
        "payloadPositionIndex": POSITION._replace(needed=True),
    },
    "rotateYaw": {
        "aircraftHeading": ANGLE._replace(needed=True),
        # D: clockwise and counterClockwise, for the Matrice 300 and 350. O: followBadArc in files for others.
        "aircraftPathMode": Rule(words=PATH_MODES),
    },
    "hover": {"hoverTime": Rule(needed=True, low=0, above=True)},
    "accurateShoot": _AIM,
    "orientedShoot": {**_AIM, "orientedPhotoMode": Rule(words=("normalPhoto", "lowLightSmartShooting"))},
    "panoShot": {**_CAMERA, "panoShotSubMode": Rule(needed=True, words=("panoShot_360",))},
    "recordPointCloud": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        "recordPointCloudOperate": Rule(
            needed=True, words=("startRecord", "pauseRecord", "resumeRecord", "stopRecord")
        ),
    },
    "megaphone": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        "megaphoneOperateType": FLAG._replace(needed=True),
        "megaphoneOperateVolume": PERCENT,
        "megaphoneOperateLoop": FLAG,
    },
    "searchlight": {
        "payloadPositionIndex": POSITION._replace(needed=True),
        "searchlightOperateType": Rule(needed=True, words=("0", "1", "2")),
        "searchlightBrightness": PERCENT,
    },
}
"""Members of `actionActuatorFuncParam`, by the action (`actionActuatorFunc`)."""

OBSERVED_ACTIONS = frozenset(
    {
        *("startTimeLapse", "stopTimeLapse", "startContinuousShooting", "stopContinuousShooting"),
        *("startSmartOblique", "stopSmartOblique", "gimbalAngleLock", "gimbalAngleUnlock", "setFocusType"),
        *("aircraftCalibration", "targetDetection", "spotlight", "speaker"),
        *("startIntervalShot", "startDistanceIntervalShot", "stopIntervalShot"),
    }
)
"""Actions in files of DJI's programs and of others, which no page lists (O)."""

_NEEDED_WITH: Mapping[str, Sequence[tuple[str, str, tuple[str, ...]]]] = {
    "focus": [("isPointFocus", "0", tuple(_FOCUS_AREA))],
    "gimbalRotate": [
        *((f"gimbal{axis}RotateEnable", "1", (f"gimbal{axis}RotateAngle",)) for axis in _GIMBAL_AXES),
        ("gimbalRotateTimeEnable", "1", ("gimbalRotateTime",)),
    ],
}
"""Members that are needed when another one says something."""

_SHOT_PITCHES: Mapping[str, tuple[float, float]] = {
    "67": (-120, 45),
    "77": (-90, 35),
    "91": (-90, 30),
    "99": (-90, 30),
}
"""Degrees of `orientedShoot`, by aircraft (`droneEnumValue`): Matrice 30, Mavic 3E, Matrice 3D and Matrice 4E."""

_ALIGNED = ("77", "91", "99")
"""Aircraft whose camera looks where the nose points in an `orientedShoot`, so that both angles have to be the same."""


def number_or_none(told: str) -> float | None:
    """A number of a file; None for text that is none. What Python takes beside plain numbers, as 1_000, is none."""
    if "_" in told or not told.isascii():
        return None
    try:
        value = float(told)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def check_members(rules: Mapping[str, Rule], told: Mapping[str, str]) -> Iterable[str]:
    """What is wrong with elements of one parent, by their names."""
    for name, rule in rules.items():
        problem = rule.problem(name, told.get(name, ""))
        if problem:
            yield problem


class ActionRules(NamedTuple):
    """What the place of an action decides.

    Attributes:
        trigger: What triggers it (`actionTriggerType`); empty for what is done before a wayline.
        is_closed: Whether the file is of a version whose actions are all known.
    """

    trigger: str
    is_closed: bool


def check_action(function: str, told: Mapping[str, str], rules: ActionRules) -> Iterable[str]:
    """What is wrong with an action, for whatever aircraft."""
    if not function:
        yield "there is no actionActuatorFunc"
        return
    members = PARAMETERS.get(function)
    if members is None:
        if rules.is_closed and function not in OBSERVED_ACTIONS:
            yield f"actionActuatorFunc must be one of {', '.join(PARAMETERS)}"
        return
    for problem in check_members(members, told):
        yield f"{function}: {problem}"
    if function == "focus" and told.get("isInfiniteFocus") != "1":
        for name in ("isPointFocus", "focusX", "focusY"):
            if not told.get(name):
                yield f"focus: there is no {name}"
    for name, value, needed in _NEEDED_WITH.get(function, ()):
        if told.get(name) == value and not (function == "focus" and told.get("isInfiniteFocus") == "1"):
            for each in needed:
                if not told.get(each):
                    yield f"{function}: there is no {each}"
    if function == "gimbalEvenlyRotate" and rules.trigger != "betweenAdjacentPoints":
        yield "gimbalEvenlyRotate: actionTriggerType must be betweenAdjacentPoints"


def check_shot_pitch(function: str, told: Mapping[str, str], drone: str) -> Iterable[str]:
    """What is wrong with the angles of an `orientedShoot` of an aircraft."""
    if function != "orientedShoot":
        return
    low, high = _SHOT_PITCHES.get(drone, (-120, 45))
    problem = Rule(low=low, high=high).problem("gimbalPitchRotateAngle", told.get("gimbalPitchRotateAngle", ""))
    if problem:
        yield f"orientedShoot: {problem}"
    nose, camera = (number_or_none(told.get(name, "")) for name in ("aircraftHeading", "gimbalYawRotateAngle"))
    if drone not in _ALIGNED or nose is None or camera is None:
        return
    # I: 180 and -180 are the same direction, and a degree makes no difference.
    if abs((nose - camera + 180) % 360 - 180) > 1:
        yield "orientedShoot: gimbalYawRotateAngle must be that of aircraftHeading"
