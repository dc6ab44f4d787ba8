"""Route files that break one rule of WPML each, and files of real programs that are taken all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from flying import start
from routes import made
from routes.made import action, folder, group, line, waylines, waypoint

from flighthub import FlightHub, WaylineInvalid
from flighthub_simulator import Simulator
from flighthub_simulator._world import _wpml
from flighthub_simulator._world._wpml_rules import PARAMETERS

START = (46.052, 14.507)


def route(*groups: str, settings: dict[str, Any] | None = None, **changes: Any) -> bytes:
    """A route of three waypoints in a line, 111 m apart, with action groups at the first."""
    points = line(3, start=START, groups={0: "".join(groups)}, **changes)
    return made.route(waylines(folder(points), **(settings or {})))


def flown(settings: dict[str, Any] | None = None, **changes: Any) -> bytes:
    """A route whose `Folder` has these members."""
    return made.route(waylines(folder(line(start=START), **changes), **(settings or {})))


def acting(function: str, **parameters: Any) -> bytes:
    """A route with an action at the first waypoint."""
    return route(group(0, 0, action(function, **parameters)))


def heading(**told: Any) -> bytes:
    """A route whose waypoints have these settings of the nose."""
    return route(waypointHeadingParam=told)


def turning(mode: str | None, metres: Any, straight: Any = None, *, step: float = 0.001) -> bytes:
    """A route whose waypoints have these settings of the turn."""
    told = {"waypointTurnMode": mode, "waypointTurnDampingDist": metres}
    return made.route(
        waylines(folder(line(4, start=START, step=step, waypointTurnParam=told, useStraightLine=straight)))
    )


@dataclass(frozen=True)
class Broken:
    """A file that breaks a rule.

    Attributes:
        name: How.
        content: The file.
        says: A regular expression that the refusal matches.
    """

    name: str
    content: bytes
    says: str

    def __str__(self) -> str:
        return self.name


def _group(**changes: Any) -> str:
    """An action group with a picture, whose members have been changed; None leaves one out."""
    told: dict[str, Any] = {
        "actionGroupId": 0,
        "actionGroupStartIndex": 0,
        "actionGroupEndIndex": 0,
        "actionGroupMode": "sequence",
        "actionTrigger": {"actionTriggerType": "reachPoint"},
        "action": {
            "actionId": 0,
            "actionActuatorFunc": "takePhoto",
            "actionActuatorFuncParam": {"payloadPositionIndex": 0},
        },
    }
    return made.members({"actionGroup": {**told, **changes}})


def _action(**changes: Any) -> dict[str, Any]:
    told = {"actionId": 0, "actionActuatorFunc": "hover", "actionActuatorFuncParam": {"hoverTime": 1}}
    return {"action": {**told, **changes}}


AIMED: dict[str, Any] = {"gimbalPitchRotateAngle": -30}


def planned(**members: Any) -> bytes:
    """A route whose template has these members."""
    told = {"templateType": "waypoint", "templateId": 0, "autoFlightSpeed": 10, **members}
    return made.route(planned=made.document(made.mission(), f"<Folder>{made.members(told)}</Folder>"))


FOCUS: dict[str, Any] = {"isPointFocus": 1, "focusX": 0.5, "focusY": 0.5}
CIRCLE: dict[str, Any] = {"waypointHeadingMode": "towardPOI", "waypointHeadingPathMode": "followBadArc"}
M30: dict[str, Any] = {"droneInfo": {"droneEnumValue": 67, "droneSubEnumValue": 1}}

BROKEN = [
    # template.kml
    Broken("a template of no kind", planned(templateType=None), "template 0: there is no templateType"),
    Broken("a template without an id", planned(templateId=None), "no templateId"),
    Broken("a wayline of another template", planned(templateId=4), "no template with the templateId 0"),
    Broken("a template at 40 m/s", planned(autoFlightSpeed=40), "autoFlightSpeed must be from 1 to 15"),
    Broken("a template that turns somehow", planned(globalWaypointTurnMode="round"), "globalWaypointTurnMode must be"),
    Broken(
        "a template on another Earth",
        planned(waylineCoordinateSysParam={"coordinateMode": "GCJ02"}),
        "coordinateMode must be one of WGS84",
    ),
    Broken(
        "a template with heights above nothing",
        planned(waylineCoordinateSysParam={"heightMode": "sea"}),
        "heightMode must be one of EGM96",
    ),
    Broken(
        "a template whose mission does not end",
        made.route(planned=made.template(finishAction="never")),
        "template.kml: finishAction must be one of",
    ),
    Broken(
        "a template that leads beyond the circle",
        made.route(planned=made.template("mapping2d", made.members({"Placemark": {"direction": 400}}))),
        "direction must be from 0 to 360",
    ),
    # missionConfig
    Broken("no takeOffSecurityHeight", flown({"takeOffSecurityHeight": None}), "no takeOffSecurityHeight"),
    Broken("a dock's take-off height", flown({"takeOffSecurityHeight": 5}), "takeOffSecurityHeight must be from 8"),
    Broken("a drone without a type", flown({"droneInfo": {"droneSubEnumValue": 1}}), "no droneEnumValue"),
    Broken("a drone's type in words", flown({"droneInfo": {"droneEnumValue": "M3TD"}}), "droneEnumValue.*whole number"),
    Broken("a Matrice 30 without a sub-type", flown({"droneInfo": {"droneEnumValue": 67}}), "no droneSubEnumValue"),
    Broken("a payload without a type", flown({"payloadInfo": {"payloadPositionIndex": 0}}), "no payloadEnumValue"),
    Broken("a payload without a place", flown({"payloadInfo": {"payloadEnumValue": 81}}), "no payloadPositionIndex"),
    Broken(
        "a payload at a place that no aircraft has",
        flown({"payloadInfo": {"payloadEnumValue": 81, "payloadPositionIndex": 9}}),
        "payloadPositionIndex must be from 0 to 7",
    ),
    Broken(
        "a way around obstacles that is neither on nor off",
        flown({"autoRerouteInfo": {"missionAutoRerouteMode": "yes", "transitionalAutoRerouteMode": 0}}),
        "missionAutoRerouteMode must be one of 0, 1",
    ),
    Broken(
        "half of a way around obstacles",
        flown({"autoRerouteInfo": {"missionAutoRerouteMode": 1}}),
        "no transitionalAutoRerouteMode",
    ),
    # Folder
    Broken("no templateId", flown(templateId=None), "wayline 0: there is no templateId"),
    Broken("a templateId beyond 65535", flown(templateId=65_536), "templateId must be from 0 to 65535"),
    Broken("a waylineId in words", flown(waylineId="first"), "waylineId must be a whole number"),
    Broken("a speed in words is too slow", flown(autoFlightSpeed="0.5"), "autoFlightSpeed must be from 1 to 15"),
    Broken(
        "a Matrice 30 that follows the surface",
        flown(M30, executeHeightMode="realTimeFollowSurface"),
        "realTimeFollowSurface for this aircraft",
    ),
    # Placemark
    Broken("a point that is risky or not", route(isRisky="maybe"), "waypoint 0: isRisky must be one of 0, 1"),
    Broken("a line that is straight or not", route(useStraightLine="2"), "useStraightLine must be one of 0, 1"),
    Broken(
        "no settings of the turn where the global ones do not hold",
        route(waypointTurnParam=None, useGlobalTurnParam=0),
        "no waypointTurnParam",
    ),
    Broken(
        "no settings of the nose where the global ones do not hold",
        route(waypointHeadingParam=None, useGlobalHeadingParam=0),
        "no waypointHeadingParam",
    ),
    # waypointTurnParam
    Broken("no turn mode", turning(None, 0), "no waypointTurnMode"),
    Broken("an unknown turn mode", turning("loop", 0), "waypointTurnMode must be one of coordinateTurn"),
    Broken("an early turn of 0 m", turning("coordinateTurn", 0), "waypoint 1: waypointTurnDampingDist must be above 0"),
    Broken("an early turn of no length", turning("coordinateTurn", None), "waypointTurnDampingDist must be above 0"),
    Broken(
        "a smooth early turn of no length",
        turning("toPointAndPassWithContinuityCurvature", None, 1),
        "waypointTurnDampingDist must be above 0",
    ),
    Broken("a negative early turn", turning("coordinateTurn", -3), "waypointTurnDampingDist"),
    Broken("early turns that do not fit", turning("coordinateTurn", 60), "must fit between"),
    Broken("an early turn longer than the way", turning("coordinateTurn", 20, step=0.0001), "must fit between"),
    # waypointHeadingParam
    Broken("no heading mode", heading(waypointHeadingAngle=0), "no waypointHeadingMode"),
    Broken("an unknown heading mode", heading(waypointHeadingMode="backwards"), "waypointHeadingMode must be one of"),
    Broken(
        "an unknown way to turn",
        heading(waypointHeadingMode="fixed", waypointHeadingPathMode="shortest"),
        "waypointHeadingPathMode must be one of clockwise",
    ),
    Broken("a transition to no angle", heading(waypointHeadingMode="smoothTransition"), "no waypointHeadingAngle"),
    Broken(
        "a transition beyond 180°",
        heading(waypointHeadingMode="smoothTransition", waypointHeadingAngle=270),
        "waypointHeadingAngle must be from -180 to 180",
    ),
    Broken("no point of interest", heading(**CIRCLE), "no waypointPoiPoint"),
    Broken("longitude before latitude", heading(**CIRCLE, waypointPoiPoint="114.5,22.5,0"), "waypointPoiPoint must be"),
    # actionGroup
    Broken("no group id", route(_group(actionGroupId=None)), "waypoint 0: there is no actionGroupId"),
    Broken("a group id beyond 65535", route(_group(actionGroupId=70_000)), "actionGroupId must be from 0 to 65535"),
    Broken("a group id twice", route(_group(), _group(actionGroupStartIndex=0)), "actionGroupId 0 is there twice"),
    Broken("no group mode", route(_group(actionGroupMode=None)), "no actionGroupMode"),
    Broken("an unknown group mode", route(_group(actionGroupMode="random")), "actionGroupMode must be one of sequence"),
    Broken("no trigger", route(_group(actionTrigger=None)), "actionTriggerType must be one of"),
    Broken(
        "a negative interval",
        route(_group(actionTrigger={"actionTriggerType": "multipleTiming", "actionTriggerParam": -2})),
        "actionTriggerParam must be above 0",
    ),
    # action
    Broken("no action id", route(_group(**_action(actionId=None))), "there is no actionId"),
    Broken("an action id in words", route(_group(**_action(actionId="a"))), "actionId must be a whole number"),
    Broken("an action id twice", route(group(0, 0, *[action("hover", hoverTime=1)] * 2)), "actionId 0 is there twice"),
    Broken("no action", route(_group(**_action(actionActuatorFunc=None))), "no actionActuatorFunc"),
    Broken("an unknown action", acting("takePicture"), "actionActuatorFunc must be one of takePhoto"),
    Broken("an action in capitals", acting("HOVER", hoverTime=1), "actionActuatorFunc must be one of"),
    Broken("an evenly turning gimbal at a waypoint", acting("gimbalEvenlyRotate", gimbalPitchRotateAngle=-90), "betwe"),
    # actionActuatorFuncParam
    *(
        Broken(
            f"{each} of a camera that is nowhere",
            acting(each, **AIMED, payloadPositionIndex=None),
            "no payloadPositionIndex",
        )
        for each in PARAMETERS
        if PARAMETERS[each].get("payloadPositionIndex") and each != "gimbalEvenlyRotate"
    ),
    Broken("a camera at a place that there is not", acting("takePhoto", payloadPositionIndex=8), "from 0 to 7"),
    Broken("an unknown lens", acting("takePhoto", payloadLensIndex="wide,fisheye"), "payloadLensIndex must be one of"),
    Broken("lenses of the route or not", acting("startRecord", useGlobalPayloadLensIndex="x"), "useGlobalPayloadLens"),
    Broken("hovering for no time", acting("hover"), "hover: there is no hoverTime"),
    Broken("hovering for 0 s", acting("hover", hoverTime=0), "hoverTime must be above 0"),
    Broken("hovering backwards", acting("hover", hoverTime=-5), "hoverTime must be above 0"),
    Broken("turning to nowhere", acting("rotateYaw"), "no aircraftHeading"),
    Broken("turning beyond 180°", acting("rotateYaw", aircraftHeading=190), "aircraftHeading must be from -180"),
    Broken("turning in some way", acting("rotateYaw", aircraftHeading=9, aircraftPathMode="left"), "aircraftPathMode"),
    Broken("zooming to nothing", acting("zoom"), "no focalLength"),
    Broken("zooming to 0 mm", acting("zoom", focalLength=0), "focalLength must be above 0"),
    Broken("focusing on a point or not", acting("focus", focusX=0.5, focusY=0.5), "no isPointFocus"),
    Broken("focusing beside the picture", acting("focus", **{**FOCUS, "focusX": 1.5}), "focusX must be from 0 to 1"),
    Broken("focusing on an area of no size", acting("focus", **{**FOCUS, "isPointFocus": 0}), "no focusRegionWidth"),
    Broken("a folder without a name", acting("customDirName"), "no directoryName"),
    Broken("a gimbal that turns by magic", acting("gimbalRotate", gimbalRotateMode="magic"), "gimbalRotateMode must"),
    Broken("a gimbal that turns to nowhere", acting("gimbalRotate", gimbalPitchRotateEnable=1), "no gimbalPitchRot"),
    Broken("a gimbal that turns or not", acting("gimbalRotate", gimbalYawRotateEnable="on"), "gimbalYawRotateEnable"),
    Broken("a gimbal that turns in no time", acting("gimbalRotate", gimbalRotateTimeEnable=1), "no gimbalRotateTime"),
    Broken("a shot at no angle", acting("orientedShoot"), "no gimbalPitchRotateAngle"),
    Broken("a shot of a Matrice 3D at 40°", acting("orientedShoot", gimbalPitchRotateAngle=40), "from -90 to 30"),
    Broken(
        "a shot whose camera looks aside",
        acting("orientedShoot", gimbalPitchRotateAngle=-30, gimbalYawRotateAngle=30, aircraftHeading=90),
        "gimbalYawRotateAngle must be that of aircraftHeading",
    ),
    Broken("an accurate shot at 50°", acting("accurateShoot", gimbalPitchRotateAngle=50), "from -120 to 45"),
    Broken("a panorama of no kind", acting("panoShot"), "no panoShotSubMode"),
    Broken("an unknown panorama", acting("panoShot", panoShotSubMode="cube"), "panoShotSubMode must be one of"),
    Broken("a point cloud", acting("recordPointCloud", recordPointCloudOperate="go"), "recordPointCloudOperate must"),
    Broken("a speaker at 200 %", acting("megaphone", megaphoneOperateType=0, megaphoneOperateVolume=200), "0 to 100"),
    Broken("a lamp at 101 %", acting("searchlight", searchlightOperateType=1, searchlightBrightness=101), "0 to 100"),
    Broken(
        "an action before the wayline",
        made.route(
            waylines(
                folder(line(start=START), made.members({"startActionGroup": _action(actionActuatorFuncParam=None)}))
            )
        ),
        "wayline 0, startActionGroup: hover: there is no hoverTime",
    ),
]


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_route_that_breaks_a_rule_of_wpml_is_taken_and_never_flown(
    case: Broken, world: Simulator, hub: FlightHub
) -> None:
    key = f"{hub.projects.storage_credentials().object_key_prefix}/6c1e/Mine.kmz"
    world.store.put(key, case.content)
    made_of_it = hub.waylines.finish_upload(name="Mine", object_key=key)
    with pytest.raises(WaylineInvalid, match=case.says):
        start(hub, wayline_uuid=made_of_it.uuid)
    assert world.world.flight_tasks.all == []


PAGE = made.document(
    made.mission(
        exitOnRCLost="goContinue",
        executeRCLostAction="hover",
        globalRTHHeight=None,
        payloadInfo={"payloadEnumValue": 52, "payloadPositionIndex": 0},
        **M30,
    ),
    made.members({"templateId": 0}).join(["<Folder>", ""])
    + made.members({"executeHeightMode": "WGS84", "waylineId": 0, "autoFlightSpeed": 10})
    + "".join(
        waypoint(
            index,
            f"14.507,{46.052 + index / 1000:.3f}",
            "" if not index else group(1, 1, action("takePhoto", 1, fileSuffix="point1")),
            waypointHeadingParam={"waypointHeadingMode": "followWayline"},
            useStraightLine=None,
        )
        for index in range(2)
    )
    + "</Folder>",
    version="1.0.2",
)
"""As short as the sample on the page of waylines.wpml."""

UNLISTED = "".join(
    action(each, number)
    for number, each in enumerate(("gimbalAngleLock", "setFocusType", "aircraftCalibration", "targetDetection"))
)

TAKEN: dict[str, bytes] = {
    "the sample of the page": made.route(PAGE, planned=None),
    "heading angles that do not matter": heading(waypointHeadingMode="followWayline", waypointHeadingAngle=270),
    "a waypoint without settings of its own": route(waypointTurnParam=None, waypointHeadingParam=None),
    "a speed of a 32-bit number": route(waypointSpeed="15.0000001"),
    "an early turn at the ends, where nothing turns": made.route(
        waylines(
            folder(line(2, start=START, waypointTurnParam={"waypointTurnMode": "coordinateTurn"}, useStraightLine=None))
        )
    ),
    "early turns that just fit": turning("coordinateTurn", 55.5),
    "curves through waypoints": turning("toPointAndPassWithContinuityCurvature", 0, 0),
    "actions that no page lists": route(group(0, 0, UNLISTED)),
    "an action without parameters": route(
        _group(action={"actionId": 0, "actionActuatorFunc": "gimbalAngleUnlock"}),
    ),
    "groups of DJI Fly, all with the same number": route(
        _group(actionGroupMode="parallel"), _group(actionGroupMode="parallel")
    ),
    "an action of a later version": made.route(
        made.document(
            made.mission(), folder(line(start=START, groups={0: group(0, 0, action("sing"))})), version="1.0.7"
        )
    ),
    "a focus without end": acting("focus", isInfiniteFocus=1, focusX=0, focusY=0),
    "a gimbal as it was written for years": acting(
        "gimbalRotate", gimbalHeadingYawBase="aircraft", gimbalRotateMode="absoluteAngle", gimbalPitchRotateAngle=-45
    ),
    "a Matrice 30 that looks up": made.route(
        waylines(
            folder(line(start=START, groups={0: group(0, 0, action("orientedShoot", gimbalPitchRotateAngle=40))})),
            **M30,
        )
    ),
    "the smallest panorama": acting("panoShot", panoShotSubMode="panoShot_360"),
    "no drone": flown({"droneInfo": None}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_real_programs_write_is_taken(name: str) -> None:
    assert _wpml.read(TAKEN[name]).problem == ""


def test_the_first_rule_that_is_broken_is_named_with_its_place() -> None:
    points = line(3, start=START)
    points[2] = waypoint(2, "14.507,46.054", waypointTurnParam={"waypointTurnMode": "loop"})
    both = made.route(waylines(folder(line(start=START)), folder(points, waylineId=1, templateId=None)))
    assert _wpml.read(both).problem.startswith("wayline 1, waypoint 2: waypointTurnMode must be one of ")
