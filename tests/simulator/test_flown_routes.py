"""What an aircraft does between and at waypoints, against what its route file says."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Any

import httpx
import pytest
from flying import AIRCRAFT, MORNING, ended, start
from routes import made
from routes.made import action, folder, group, waylines, waypoint

from flighthub import FlightHub
from flighthub.enums import FlightTaskStatus
from flighthub_simulator import Simulator
from flighthub_simulator._world import Place, Wayline, _wpml
from flighthub_simulator._world._flights import Flight

HOME = Place(46.05127, 14.50613, 312.4)
CORNERS = [Place(46.0520, 14.5070, 60), Place(46.0540, 14.5070, 60), Place(46.0540, 14.5100, 60)]
"""To the north for 222 m, then to the east for 232 m; heights are above the take-off point."""

OVER = {"waypointTurnMode": "toPointAndPassWithContinuityCurvature", "waypointTurnDampingDist": 0}


def route(places: list[Place], *groups: str, each: dict[int, dict[str, Any]] | None = None, **changes: Any) -> bytes:
    """A route through places, with action groups at the first, and settings for all or for each by its number."""
    points = [
        waypoint(
            index,
            f"{place.longitude:.9f},{place.latitude:.9f}",
            "" if index else "".join(groups),
            **{"executeHeight": place.height, **changes, **(each or {}).get(index, {})},
        )
        for index, place in enumerate(places)
    ]
    return made.route(waylines(folder(points)))


def fly(world: Simulator, content: bytes) -> Flight:
    """A flight along a route, without a server."""
    pair, read = world.world.fleet.pairs[0], _wpml.read(content)
    assert read.problem == ""
    wayline = Wayline("", pair.project, "", "", 0, MORNING, read)
    return Flight(pair, wayline, MORNING, 100.0, 80.0, world.world.fleet.ground)


def moments(flight: Flight, step: float = 0.1) -> Iterator[Any]:
    """What the aircraft does along its route, from the first waypoint to the last."""
    seconds = 0.0
    while seconds < flight.landing:
        moment = flight.moment(MORNING + timedelta(seconds=seconds))
        if moment.waypoint:
            yield moment
        seconds += step


def turning(metres: float, mode: str = "coordinateTurn") -> dict[str, Any]:
    """Settings of a waypoint at which the aircraft turns early."""
    return {"waypointTurnParam": {"waypointTurnMode": mode, "waypointTurnDampingDist": metres}, "useStraightLine": 1}


# Turns.


@pytest.mark.parametrize("mode", ["coordinateTurn", "toPointAndPassWithContinuityCurvature"])
@pytest.mark.parametrize("metres", [2, 20, 80])
def test_an_early_turn_cuts_the_corner_from_so_many_metres_before_it_on(
    mode: str, metres: float, world: Simulator
) -> None:
    flown = [each.place for each in moments(fly(world, route(CORNERS, **turning(metres, mode)))) if each.waypoint < 3]
    corner = CORNERS[1]
    nearest = min(corner.distance(place) for place in flown)
    # The middle of a curve of the second degree at a right angle.
    assert nearest == pytest.approx(metres / 2**1.5, abs=0.6)
    for place in flown:
        north, east = corner.latitude - place.latitude, place.longitude - corner.longitude
        if corner.distance(place) > metres + 1:
            assert min(abs(north), abs(east)) < 1e-7, "it leaves the line too early"
        assert north > -1e-8
        assert east > -1e-8


@pytest.mark.parametrize(
    ("mode", "straight"),
    [
        ("toPointAndStopWithDiscontinuityCurvature", 1),
        ("toPointAndStopWithContinuityCurvature", 0),
        ("toPointAndPassWithContinuityCurvature", 0),
    ],
)
def test_other_turns_go_through_the_waypoint(mode: str, straight: int, world: Simulator) -> None:
    told = {"waypointTurnMode": mode, "waypointTurnDampingDist": 0}
    flight = fly(world, route(CORNERS, waypointTurnParam=told, useStraightLine=straight))
    seen = [*moments(flight)]
    assert min(CORNERS[1].distance(each.place) for each in seen) < 1.0
    stands = [each for each in seen if each.horizontal_speed == 0 and each.waypoint == 2]
    assert bool(stands) is ("Stop" in mode)


def test_the_nose_turns_evenly_through_a_curve_and_nothing_jumps(world: Simulator) -> None:
    flown = [each for each in moments(fly(world, route(CORNERS, **turning(40)))) if 1 <= each.waypoint < 3]
    headings = [each.heading for each in flown]
    assert headings[0] == pytest.approx(0, abs=0.2)
    assert headings[-1] == pytest.approx(90, abs=0.2)
    assert headings == sorted(headings)
    assert max(there - here for here, there in pairwise(headings)) < 3
    for here, there in pairwise(flown):
        assert here.place.distance(there.place) < 1.2


def test_a_curve_counts_as_the_way_over_its_waypoint(world: Simulator) -> None:
    """So that what a planner promises of time and pictures holds, whatever the turns are."""
    photo = action("takePhoto", payloadLensIndex="wide")
    for trigger, every in (("multipleDistance", 7.0), ("multipleTiming", 2.0)):
        groups = group(0, 2, photo, trigger=trigger, every=every)
        over = fly(world, route(CORNERS, groups, waypointTurnParam=OVER, useStraightLine=0))
        cut = fly(world, route(CORNERS, groups, **turning(60)))
        assert cut.landing == pytest.approx(over.landing, abs=0.01)
        assert len([*cut.taken()]) == len([*over.taken()])
        assert cut.distance() < over.distance() - 10


def test_climbing_through_a_curve_is_steady(world: Simulator) -> None:
    rising = [place._replace(height=60 + 20 * number) for number, place in enumerate(CORNERS)]
    heights = [each.elevation for each in moments(fly(world, route(rising, **turning(30)))) if 1 <= each.waypoint < 3]
    assert heights == sorted(heights)
    assert (heights[0], heights[-1]) == (pytest.approx(60, abs=0.2), pytest.approx(100, abs=0.2))


# Heights and speeds.


@pytest.mark.parametrize("mode", ["relativeToStartPoint", "WGS84", "realTimeFollowSurface"])
def test_the_track_has_the_heights_and_speeds_of_the_file(mode: str, world: Simulator) -> None:
    base = HOME.height if mode == "WGS84" else 0.0
    heights, speeds = [50.0, 80.0, 65.0], [4.0, 9.0, 1.0]
    places = [place._replace(height=base + height) for place, height in zip(CORNERS, heights, strict=True)]
    points = [
        waypoint(
            index,
            f"{place.longitude:.9f},{place.latitude:.9f}",
            executeHeight=place.height,
            waypointSpeed=speeds[index],
            waypointTurnParam=OVER,
            useStraightLine=0,
        )
        for index, place in enumerate(places)
    ]
    flight = fly(world, made.route(waylines(folder(points, executeHeightMode=mode))))
    ground = world.world.fleet.ground
    for each in moments(flight):
        if each.waypoint not in (1, 2):
            continue
        here, there = CORNERS[each.waypoint - 1], CORNERS[each.waypoint]
        part = here.distance(each.place) / here.distance(there)
        if not 0.01 < part < 0.99:
            continue
        low, high = heights[each.waypoint - 1], heights[each.waypoint]
        above = ground.height(each.place) if mode == "realTimeFollowSurface" else HOME.height
        assert each.place.height - above == pytest.approx(low + (high - low) * part, abs=0.05)
        speed = speeds[each.waypoint - 1]
        if mode != "realTimeFollowSurface":
            assert hypot(each.horizontal_speed, each.vertical_speed) == pytest.approx(speed, abs=0.05)
        else:
            assert each.horizontal_speed == pytest.approx(speed, abs=0.15)


def test_the_trajectory_that_the_server_tells_is_that_of_the_file(world: Simulator, hub: FlightHub) -> None:
    key = f"{hub.projects.storage_credentials().object_key_prefix}/6c1e/Mine.kmz"
    world.store.put(key, route(CORNERS, waypointSpeed=6, **turning(25)))
    task = start(hub, wayline_uuid=hub.waylines.finish_upload(name="Mine", object_key=key).uuid)
    assert ended(world, hub, task).status is FlightTaskStatus.SUCCESS
    world.clock.advance(120)
    track: Any = hub.flight_tasks.get_track(task).track
    points = [Place(each.latitude, each.longitude, each.height) for each in track.points]
    along = [each for each in points if abs(each.height - HOME.height - 60) < 0.01]
    assert min(CORNERS[1].distance(each) for each in points) == pytest.approx(25 / 2**1.5, abs=3)
    for place in (CORNERS[0], CORNERS[2]):
        assert min(place.distance(each) for each in along) < 6


# Noses.


@pytest.mark.parametrize(
    ("path", "between"), [("clockwise", (-170, -20)), ("counterClockwise", (20, 170)), ("followBadArc", (-170, -20))]
)
def test_a_smooth_transition_turns_the_way_it_is_told(
    path: str, between: tuple[float, float], world: Simulator
) -> None:
    angles = {"clockwise": (90, -10), "counterClockwise": (-10, 10), "followBadArc": (-10, -170)}[path]
    each = {
        index: {
            "waypointHeadingParam": {
                "waypointHeadingMode": "smoothTransition",
                "waypointHeadingAngle": angles[min(index, 1)],
                "waypointHeadingPathMode": path,
            }
        }
        for index in range(3)
    }
    seen = [
        each.heading
        for each in moments(fly(world, route(CORNERS, each=each)))
        if each.waypoint == 1 and each.horizontal_speed
    ]
    assert seen[0] == pytest.approx(angles[0], abs=2)
    assert seen[-1] == pytest.approx(angles[1], abs=2)
    assert any(between[0] < heading < between[1] for heading in seen)


@pytest.mark.parametrize("mode", ["smoothTransition", "towardPOI"])
def test_a_picture_at_the_first_waypoint_looks_where_the_nose_points(mode: str, world: Simulator) -> None:
    told = {
        "waypointHeadingMode": mode,
        "waypointHeadingAngle": -120,
        "waypointPoiPoint": "46.0500,14.5000,0",
    }
    taken = [*fly(world, route(CORNERS, group(0, 0, action("takePhoto")), waypointHeadingParam=told)).taken()]
    expected = -120 if mode == "smoothTransition" else CORNERS[0].bearing(Place(46.05, 14.5))
    assert [each.heading for each in taken] == [pytest.approx(expected, abs=0.1)]


# Actions, one after the other, and what pictures tell of them.


def pictures(world: Simulator, hub: FlightHub, content: bytes) -> list[bytes]:
    """Flies a route, and gives the pictures that it leaves."""
    key = f"{hub.projects.storage_credentials().object_key_prefix}/6c1e/Mine.kmz"
    world.store.put(key, content)
    task = start(hub, wayline_uuid=hub.waylines.finish_upload(name="Mine", object_key=key).uuid)
    found: Any = ended(world, hub, task)
    world.clock.advance(30 + 3 * found.folder_info.expected_file_count)
    files = [each for each in hub.flight_tasks.list_media(task) if each.suffix == ".jpeg"]
    return [httpx.get(each.original_url.reveal()).content for each in files if each.original_url]


def xmp(content: bytes) -> dict[str, str]:
    """What a picture says in XMP."""
    return dict(re.findall(r'drone-dji:(\w+)="([^"]*)"', content.decode("latin-1")))


def test_actions_happen_in_their_order_and_pictures_tell_of_each(world: Simulator, hub: FlightHub) -> None:
    actions = [
        action("gimbalRotate", 0, gimbalPitchRotateEnable=1, gimbalPitchRotateAngle=-90),
        action("takePhoto", 1, payloadLensIndex="wide"),
        action("rotateYaw", 2, aircraftHeading=135, aircraftPathMode="clockwise"),
        action("gimbalRotate", 3, gimbalPitchRotateEnable=1, gimbalPitchRotateAngle=-30),
        action("zoom", 4, focalLength=48.5),
        action("focus", 5, isPointFocus=1, focusX=0.5, focusY=0.5),
        action("hover", 6, hoverTime=5),
        action("takePhoto", 7, payloadLensIndex="wide,zoom,ir"),
        action("orientedShoot", 8, gimbalPitchRotateAngle=-45, aircraftHeading=-90, payloadLensIndex="wide"),
        action("panoShot", 9, panoShotSubMode="panoShot_360"),
    ]
    told = [xmp(each) for each in pictures(world, hub, route(CORNERS, group(0, 0, *actions)))]
    angles = [(float(each["GimbalPitchDegree"]), float(each["FlightYawDegree"])) for each in told]
    course = CORNERS[0].bearing(CORNERS[0]._replace(latitude=HOME.latitude, longitude=HOME.longitude))
    assert angles[0][0] == -90
    assert angles[0][1] == pytest.approx((course + 360) % 360 - 180, abs=0.2)
    assert angles[1:] == [(-30, 135)] * 3 + [(-45, -90)] * 2
    assert [each.get("ImageSource") for each in told] == [
        *("WideCamera", "WideCamera", "ZoomCamera", "InfraredCamera", "WideCamera", None)
    ]
    for each in told:
        assert float(each["GpsLatitude"]) == pytest.approx(CORNERS[0].latitude, abs=1e-8)
        assert float(each["GpsLongitude"]) == pytest.approx(CORNERS[0].longitude, abs=1e-8)
        assert (each["RelativeAltitude"], each["AbsoluteAltitude"]) == ("+60.000", "+372.400")
        assert (each["DroneModel"], each["DroneSerialNumber"]) == ("Matrice 3TD", AIRCRAFT)
        assert float(each["GimbalYawDegree"]) == float(each["FlightYawDegree"])
        assert (each["FlightXSpeed"], each["FlightYSpeed"], each["FlightZSpeed"]) == ("0.0", "0.0", "0.0")


@pytest.mark.parametrize("trigger", [("reachPoint", None), ("multipleTiming", 5), ("multipleDistance", 30)])
def test_pictures_in_flight_tell_its_speed(trigger: tuple[str, float | None], world: Simulator, hub: FlightHub) -> None:
    shots = group(1, 2, action("takePhoto", payloadLensIndex="wide"), trigger=trigger[0], every=trigger[1])
    rising = [place._replace(height=60 + 10 * number) for number, place in enumerate(CORNERS)]
    content = route(rising, shots, waypointTurnParam=OVER, useStraightLine=0, waypointSpeed=8)
    told = [xmp(each) for each in pictures(world, hub, content)]
    assert len(told) > 1
    for each in told[1:-1]:
        speed = [float(each[f"Flight{axis}Speed"]) for axis in "XYZ"]
        assert speed == [pytest.approx(0, abs=0.1), pytest.approx(8, abs=0.1), pytest.approx(-0.3, abs=0.1)]


def tags(tiff: bytes, at: int) -> dict[int, Any]:
    """The tags of a directory of a little-endian TIFF structure."""
    (count,) = struct.unpack_from("<H", tiff, at)
    found: dict[int, Any] = {}
    for number in range(count):
        tag, kind, length, value = struct.unpack_from("<HHI4s", tiff, at + 2 + 12 * number)
        (place,) = struct.unpack("<I", value)
        if kind == 2:
            found[tag] = (value if length <= 4 else tiff[place : place + length]).rstrip(b"\x00").decode()
        elif kind == 5:
            numbers = struct.unpack_from(f"<{2 * length}I", tiff, place)
            found[tag] = [above / below for above, below in zip(numbers[::2], numbers[1::2], strict=True)]
        else:
            found[tag] = place
    return found


def test_exif_has_camera_date_focal_length_and_place(world: Simulator, hub: FlightHub) -> None:
    south = [place._replace(latitude=place.latitude) for place in CORNERS]
    zooms = group(0, 0, action("zoom", focalLength=112.25), action("takePhoto", 1, payloadLensIndex="zoom"))
    (content,) = pictures(world, hub, route(south, zooms))
    tiff = content[content.index(b"Exif\x00\x00") + 6 :]
    exif = tags(tiff, 8)
    assert (exif[0x010F], exif[0x0110]) == ("DJI", "Matrice 3TD")
    own, gps = tags(tiff, exif[0x8769]), tags(tiff, exif[0x8825])
    assert own[0x920A] == [112.25]
    assert (gps[1], gps[3]) == ("N", "E")
    taken = datetime.strptime(own[0x9003], "%Y:%m:%d %H:%M:%S")
    assert xmp(content)["UTCAtExposure"].startswith(taken.strftime("%Y-%m-%dT%H:%M:%S"))
    latitude, longitude = (part[0] + part[1] / 60 + part[2] / 3600 for part in (gps[2], gps[4]))
    assert (latitude, longitude) == (
        pytest.approx(CORNERS[0].latitude, abs=1e-7),
        pytest.approx(CORNERS[0].longitude, abs=1e-7),
    )
    assert gps[6] == [pytest.approx(372.4)]


def test_hovering_takes_the_time_of_the_file(world: Simulator) -> None:
    plain = fly(world, route(CORNERS)).landing
    hovers = group(1, 2, action("hover", hoverTime=12.5))
    assert fly(world, route(CORNERS, hovers)).landing == pytest.approx(plain + 25, abs=0.01)


def test_the_gimbal_turns_in_the_time_that_it_is_given(world: Simulator) -> None:
    slowly = action(
        "gimbalRotate",
        gimbalPitchRotateEnable=1,
        gimbalPitchRotateAngle=-80,
        gimbalRotateTimeEnable=1,
        gimbalRotateTime=8,
    )
    pitches = [each.gimbal_pitch for each in moments(fly(world, route(CORNERS, group(0, 0, slowly))), 1.0)]
    turning = [each for each in pitches if -80 < each < 0]
    assert 7 <= len(turning) <= 9
    assert turning == sorted(turning, reverse=True)


def test_the_lowest_flight_ends_at_the_first_waypoint_where_the_file_says_so(world: Simulator) -> None:
    content = made.route(
        waylines(
            folder([waypoint(index, f"{each.longitude},{each.latitude}") for index, each in enumerate(CORNERS)]),
            finishAction="gotoFirstWaypoint",
        )
    )
    seen = [each for each in moments(fly(world, content)) if each.waypoint == 3]
    assert min(CORNERS[0].distance(each.place) for each in seen) < 1


# Surveys.


def lawn(lines: int, length: float, spacing: float, turn: float) -> list[str]:
    """A lawn mower's pattern to the east, whose pictures are taken every 20 m along each line alone."""
    shot = action("takePhoto", payloadLensIndex="wide")
    corner = HOME.moved(60, 60)
    points: list[str] = []
    for number in range(lines):
        ends = (0.0, length) if number % 2 == 0 else (length, 0.0)
        for end, north in enumerate(ends):
            index = len(points)
            place = corner.moved(north, number * spacing)
            shots = group(index, index + 1, shot, trigger="multipleDistance", every=20, number=index)
            points.append(
                waypoint(
                    index,
                    f"{place.longitude:.9f},{place.latitude:.9f}",
                    "" if end else shots,
                    **turning(turn),
                )
            )
    return points


@pytest.mark.parametrize("turn", [0.2, 5.0, 12.0])
def test_a_survey_takes_the_pictures_of_its_lines_where_they_belong(turn: float, world: Simulator) -> None:
    flight = fly(world, made.route(waylines(folder(lawn(6, 190.0, 30.0, turn)))))
    taken = [*flight.taken()]
    assert len(taken) == 6 * 10
    corner = HOME.moved(60, 60)
    for number, each in enumerate(taken):
        along = 20.0 * (number % 10)
        north = along if (number // 10) % 2 == 0 else 190.0 - along
        place = corner.moved(north, 30.0 * (number // 10))
        inside = turn < along < 190 - turn
        assert place.distance(each.place) < (0.1 if inside else turn)


def test_a_route_of_many_curves_is_planned_in_moments(world: Simulator) -> None:
    """One step more for each curve, and nothing that grows with the square of the route."""
    places = [
        HOME.moved(200 + 40 * sin(radians(number * 10)), 200 + 40 * cos(radians(number * 10)), 60)
        for number in range(36)
    ]
    places = [place._replace(height=60) for place in places] * 20
    flight = fly(world, route(places, **turning(2)))
    assert flight.distance() > 4_000


def test_a_video_lasts_as_long_as_it_is_recorded_through_a_curve(world: Simulator, hub: FlightHub) -> None:
    key = f"{hub.projects.storage_credentials().object_key_prefix}/6c1e/Mine.kmz"
    begins = group(0, 0, action("startRecord", payloadLensIndex="wide"))
    ends = group(2, 2, action("stopRecord"), number=1)
    world.store.put(key, route(CORNERS, begins, ends, **turning(30)))
    task = start(hub, wayline_uuid=hub.waylines.finish_upload(name="Mine", object_key=key).uuid)
    ended(world, hub, task)
    world.clock.advance(60)
    (video,) = [each for each in hub.flight_tasks.list_media(task) if each.suffix == ".mp4"]
    content = httpx.get(video.original_url.reveal()).content if video.original_url else b""
    at = content.index(b"mvhd") + 4
    metres = CORNERS[0].span(CORNERS[1]) + CORNERS[1].span(CORNERS[2])
    assert struct.unpack(">I", content[at + 16 : at + 20])[0] / 1000 == pytest.approx(metres / 10 + 1, abs=0.1)
