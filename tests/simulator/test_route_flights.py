"""Routes as they are flown: what the file asks for happens there, then and as often, whatever kind of route it is."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

import httpx
import pytest
from flying import AIRCRAFT, MORNING, ended, passing, start
from routes import made
from routes.cases import ACCEPTED, INVALID, UNREADABLE, Case
from routes.made import action, folder, group, line, waylines, waypoint

from flighthub import APIError, FlightHub
from flighthub.enums import DroneModeCode, FlightTaskStatus, MediaFileType
from flighthub_simulator import Simulator
from flighthub_simulator._store import KEPT
from flighthub_simulator._world import Place, Wayline, _wpml
from flighthub_simulator._world._flights import Flight, Taken
from flighthub_simulator._world._wpml_xml import LARGEST

HOME = Place(46.05127, 14.50613, 312.4)
START = (46.052, 14.507)
"""Near the dock; the waypoints of `line` lead north from there, 111 m from one to the next."""

PASSING = {"waypointTurnMode": "coordinateTurn", "waypointTurnDampingDist": "2"}
OVER = {"waypointTurnMode": "toPointAndPassWithContinuityCurvature", "waypointTurnDampingDist": "0"}
LEG = 111.17
"""Metres between the waypoints of `line`."""


def upload(world: Simulator, hub: FlightHub, content: bytes, name: str = "Mine") -> str:
    """Stores a route as an upload does, and gives its id."""
    key = f"{hub.projects.storage_credentials().object_key_prefix}/6c1e/{name}.kmz"
    world.store.put(key, content)
    return str(hub.waylines.finish_upload(name=name, object_key=key).uuid)


def survey(*groups: str, count: int = 3, **changes: Any) -> bytes:
    """A route of a line to the north, with action groups."""
    return made.route(waylines(folder(line(count, start=START, groups={0: "".join(groups)}, **changes))))


def fly(world: Simulator, hub: FlightHub, content: bytes) -> Any:
    """Flies a route, and waits for its files."""
    task = start(hub, wayline_uuid=upload(world, hub, content))
    found: Any = ended(world, hub, task)
    assert found.status is FlightTaskStatus.SUCCESS
    world.clock.advance(30 + 3 * found.folder_info.expected_file_count)
    return hub.flight_tasks.get(task)


def flight(world: Simulator, content: bytes) -> Flight:
    """The same flight without a server: where everything is at any moment."""
    pair = world.world.fleet.pairs[0]
    route = _wpml.read(content)
    assert route.problem == ""
    wayline = Wayline("", pair.project, "", "", 0, MORNING, route)
    return Flight(pair, wayline, MORNING, 100.0, 80.0, world.world.fleet.ground)


# What is accepted and refused.


REFUSALS = {(500, 200500): "unreadable", (200, 219019): "invalid"}
"""What the server says of a file that it cannot read, and of one that fails the validity check."""


def outcome(world: Simulator, hub: FlightHub, content: bytes) -> str:
    """What becomes of a file that is uploaded to be flown."""
    begin = world.clock.now() + timedelta(hours=1)
    try:
        start(hub, wayline_uuid=upload(world, hub, content), task_type="timed", begin_at=begin)
    except APIError as error:
        return REFUSALS[error.http_status or 0, error.code or 0]
    return "accepted"


@pytest.mark.parametrize("case", [*ACCEPTED, *UNREADABLE, *INVALID], ids=str)
def test_a_route_file_is_accepted_or_refused_as_the_table_says(case: Case, world: Simulator, hub: FlightHub) -> None:
    assert outcome(world, hub, case.content()) == case.outcome
    assert len(hub.waylines.list()) == (2 if case.outcome == "unreadable" else 3)
    assert len(world.world.flight_tasks.all) == (case.outcome == "accepted")


@pytest.mark.parametrize("case", [each for each in ACCEPTED if each.photos is not None], ids=str)
def test_a_flight_takes_the_pictures_that_the_table_expects(case: Case, world: Simulator) -> None:
    assert len([*flight(world, case.content()).taken()]) == case.photos


def test_a_route_of_all_the_waypoints_that_there_can_be_is_not_too_large() -> None:
    count = 1_000
    content = made.long_route(count)
    assert len(_wpml.read(content).points) == count
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(made.WAYLINES).file_size
    assert 4_000 < size / count < LARGEST / 65_536


# Pictures: as many as asked, and where.

PHOTO = action("takePhoto", payloadLensIndex="wide")
BOTH = action("takePhoto", payloadLensIndex="ir,visable")
DOWN = action(
    "gimbalRotate", 7, gimbalPitchRotateEnable=1, gimbalPitchRotateAngle=-90, gimbalRotateMode="absoluteAngle"
)
LAPSE = action("startTimeLapse", 5, minShootInterval=2, payloadLensIndex="visable")
POSES = [{"smartObliqueRunningTime": 1, "smartObliqueEulerPitch": pitch} for pitch in (-90, -45, -45, -45, -45)]
OBLIQUE = action("startSmartOblique", smartObliqueCycleMode="unlimited", smartObliquePoint=POSES)

# Each leg takes 11.1 s at 10 m/s, and a stop between two of them one second more.
KINDS: dict[str, tuple[bytes, int]] = {
    "none": (survey(), 0),
    "one at a waypoint": (survey(group(1, 1, PHOTO)), 1),
    "one at each waypoint": (survey(group(0, 2, PHOTO)), 3),
    "two lenses": (survey(group(0, 2, BOTH)), 6),
    "lenses of the route": (
        made.route(
            waylines(
                folder(line(start=START, groups={0: group(0, 2, action("takePhoto", useGlobalPayloadLensIndex=1))}))
            ),
            made.template("waypoint", made.members({"payloadParam": {"imageFormat": "wide,zoom,ir"}})),
        ),
        9,
    ),
    "in flight": (survey(group(0, 2, PHOTO), waypointTurnParam=PASSING), 3),
    "hover and two": (survey(group(1, 1, PHOTO, action("hover", 1, hoverTime=5), action("takePhoto", 2))), 2),
    "by distance": (survey(group(0, 2, PHOTO, trigger="multipleDistance", every=20)), 12),
    "by distance, fast": (survey(group(0, 2, PHOTO, trigger="multipleDistance", every=0.6), waypointSpeed=1), 371),
    "by distance, two lenses": (survey(group(0, 1, BOTH, trigger="multipleDistance", every=20)), 12),
    "by time": (survey(group(0, 2, PHOTO, trigger="multipleTiming", every=3)), 8),
    "by time, in flight": (
        survey(group(0, 2, PHOTO, trigger="multipleTiming", every=2), waypointTurnParam=PASSING),
        12,
    ),
    "time lapse of a mapping": (
        survey(
            group(0, 2, DOWN, LAPSE, trigger="betweenAdjacentPoints"),
            group(2, 2, action("stopTimeLapse"), number=1),
            waypointTurnParam=PASSING,
        ),
        12,
    ),
    "time lapse of a part": (
        survey(group(1, 1, LAPSE), group(2, 2, action("stopTimeLapse"), number=1), count=4, waypointTurnParam=PASSING),
        6,
    ),
    "time lapse to the end": (survey(group(1, 1, LAPSE), waypointTurnParam=PASSING), 6),
    "continuous shooting": (
        survey(group(0, 2, action("startContinuousShooting"), trigger="multipleDistance", every=20)),
        12,
    ),
    "oriented shots": (survey(group(0, 2, action("orientedShoot", gimbalPitchRotateAngle=-30, aircraftHeading=90))), 3),
    "accurate shots": (survey(group(0, 2, action("accurateShoot", gimbalPitchRotateAngle=-30))), 3),
    "panoramas": (survey(group(0, 1, action("panoShot", panoShotSubMode="panoShot_360"))), 2),
    # 22.2 s in poses of one second, the stop between included.
    "smart oblique": (survey(group(0, 2, OBLIQUE, trigger="betweenAdjacentPoints")), 23),
    "smart oblique in two groups": (
        survey(
            group(0, 1, OBLIQUE, trigger="betweenAdjacentPoints"),
            group(1, 2, OBLIQUE, trigger="betweenAdjacentPoints", number=1),
            group(2, 2, action("stopSmartOblique"), number=2),
            waypointTurnParam=PASSING,
        ),
        22,
    ),
    "smart oblique without poses": (
        survey(group(0, 1, action("startSmartOblique"), trigger="betweenAdjacentPoints")),
        18,
    ),
    "five lines": (
        made.route(
            waylines(
                *(
                    folder(
                        line(start=START, groups={0: group(0, 2, PHOTO, trigger="multipleDistance", every=50)}),
                        waylineId=number,
                    )
                    for number in range(5)
                )
            ),
            made.template("mapping3d"),
        ),
        25,
    ),
    "a start action": (
        made.route(
            waylines(folder(line(start=START), f"<wpml:startActionGroup>{DOWN}{PHOTO}</wpml:startActionGroup>"))
        ),
        1,
    ),
    "following the ground": (
        made.route(
            waylines(
                folder(
                    line(start=START, groups={0: group(0, 2, PHOTO, trigger="multipleDistance", every=20)}),
                    executeHeightMode="realTimeFollowSurface",
                )
            )
        ),
        12,
    ),
    "a survey": (
        survey(
            group(0, 30, PHOTO, trigger="multipleDistance", every=8.965),
            count=31,
            waypointTurnParam=PASSING,
            waypointSpeed=15,
        ),
        372,
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_route_leaves_the_pictures_that_were_asked_for(
    kind: str, world: Simulator, hub: FlightHub
) -> None:
    content, count = KINDS[kind]
    task = fly(world, hub, content)
    assert task.folder_info.expected_file_count == task.folder_info.uploaded_file_count == count
    files = [each for each in hub.flight_tasks.list_media(task.uuid) if each.file_type is MediaFileType.IMAGE]
    assert len({each.name for each in files}) == len(files) == count


def xmp(content: bytes) -> dict[str, float]:
    """What a picture says of itself."""
    return {
        name: float(value) for name, value in re.findall(r'drone-dji:(\w+)="([-+.\d]+)"', content.decode("latin-1"))
    }


def test_pictures_tell_where_they_were_taken_and_where_the_camera_looked(world: Simulator, hub: FlightHub) -> None:
    aimed = action("orientedShoot", 1, gimbalPitchRotateAngle=-30, aircraftHeading=90, orientedFileSuffix="mast/7")
    task = fly(world, hub, survey(group(0, 1, DOWN, PHOTO), group(2, 2, aimed, number=1)))
    files = [each for each in hub.flight_tasks.list_media(task.uuid) if each.file_type is MediaFileType.IMAGE]
    told = [xmp(httpx.get(each.original_url.reveal()).content) for each in files if each.original_url]
    assert [each["GimbalPitchDegree"] for each in told] == [-90, -90, -30]
    assert told[0]["FlightYawDegree"] == pytest.approx(told[0]["GimbalYawDegree"])
    assert (told[2]["FlightYawDegree"], told[2]["GimbalYawDegree"]) == (90, 90)
    for number, each in enumerate(told):
        assert each["GpsLatitude"] == pytest.approx(START[0] + 0.001 * number, abs=1e-8)
        assert (each["RelativeAltitude"], each["AbsoluteAltitude"]) == (60, 372.4)
    assert [each.name.split("_", 3)[3] for each in files] == ["W", "W", "V_mast7"]


def test_a_recording_is_a_video_for_each_lens_and_ends_with_the_line_at_the_latest(
    world: Simulator, hub: FlightHub
) -> None:
    begins = action("startRecord", payloadLensIndex="wide,ir")
    task = fly(
        world,
        hub,
        survey(group(0, 0, begins), group(1, 1, action("stopRecord"), number=1), group(2, 2, begins, number=2)),
    )
    files = [each for each in hub.flight_tasks.list_media(task.uuid) if each.file_type is MediaFileType.VIDEO]
    assert [each.name[-1] for each in files] == ["W", "T", "W", "T"]
    assert {each.suffix for each in files} == {".mp4"}
    content = httpx.get(files[0].original_url.reveal()).content if files[0].original_url else b""
    assert len(content) == files[0].size
    assert content[4:8] == b"ftyp"
    at = content.index(b"mvhd") + 4
    # One leg, the stop at its end, and the second that it takes to end it.
    assert struct.unpack(">I", content[at + 16 : at + 20])[0] / 1000 == pytest.approx(LEG / 10 + 2, abs=0.05)


def test_the_pictures_of_a_large_survey_are_made_when_somebody_asks_for_them(world: Simulator, hub: FlightHub) -> None:
    task = fly(world, hub, KINDS["a survey"][0])
    assert not any("media" in each.key for each in world.store.list())
    files = [each for each in hub.flight_tasks.list_media(task.uuid) if each.original_url and each.suffix]
    links = [each.original_url.reveal() for each in files if each.original_url]
    with httpx.Client() as reader:
        first = reader.get(links[0]).content
        for each, link in zip(files[1 : KEPT + 3], links[1:], strict=False):
            assert len(reader.get(link).content) == each.size
        assert len([each for each in world.store.list() if "media" in each.key]) == KEPT
        assert reader.get(links[0]).content == first


# Where the aircraft is.


def path(flown: Flight, step: float = 0.5) -> Iterator[tuple[float, Any]]:
    seconds = 0.0
    while seconds < flown.landing:
        yield seconds, flown.moment(MORNING + timedelta(seconds=seconds))
        seconds += step


def test_safely_is_up_and_then_across_and_point_to_point_is_aslant(world: Simulator) -> None:
    for mode, safely in (("safely", True), ("pointToPoint", False)):
        content = made.route(waylines(folder(line(start=START)), flyToWaylineMode=mode))
        heights = {
            round(moment.elevation)
            for _, moment in path(flight(world, content))
            if 5 < HOME.distance(moment.place) < 60 and moment.waypoint == 0
        }
        assert (heights == {60}) is safely
        assert min(heights) >= 20


def test_a_waypoint_below_the_take_off_height_is_reached_from_above(world: Simulator) -> None:
    content = made.route(waylines(folder(line(start=START, executeHeight=10))))
    for _, moment in path(flight(world, content)):
        if moment.waypoint == 0 and 5 < HOME.distance(moment.place) < 60:
            assert moment.elevation == 20


def test_each_waypoint_has_its_speed_and_hovering_takes_its_time(world: Simulator) -> None:
    speeds = [4, 12]
    points = [
        waypoint(index, f"{START[1]},{START[0] + index / 1000:.3f}", waypointSpeed=speeds[min(index, 1)])
        for index in range(3)
    ]
    points[1] = points[1].replace("</Placemark>", group(1, 1, action("hover", hoverTime=30)) + "</Placemark>")
    seen = [*path(flight(world, made.route(waylines(folder(points)))))]
    by_leg = [
        {moment.horizontal_speed for _, moment in seen if moment.waypoint == reached} - {0.0} for reached in (1, 2)
    ]
    assert [each for found in by_leg for each in found if each > 1] == pytest.approx(speeds, abs=0.05)
    still = [seconds for seconds, moment in seen if moment.waypoint == 2 and moment.horizontal_speed == 0]
    assert still[-1] - still[0] == pytest.approx(31, abs=1)


def test_a_route_that_follows_the_surface_keeps_its_height_above_the_ground(world: Simulator) -> None:
    content = made.route(waylines(folder(line(6, start=START, step=0.003), executeHeightMode="realTimeFollowSurface")))
    ground, flown = world.world.fleet.ground, flight(world, content)
    seen = [moment for _, moment in path(flown) if 1 <= moment.waypoint < 6]
    assert len(seen) > 300
    assert all(moment.place.height - ground.height(moment.place) == pytest.approx(60, abs=0.01) for moment in seen)
    heights = [moment.place.height for moment in seen]
    assert max(heights) - min(heights) > 5
    assert max(abs(there - here) for here, there in pairwise(heights)) < 2
    assert any(moment.vertical_speed > 0.1 for moment in seen)


def test_the_ground_is_that_of_the_docks_and_smooth_everywhere(world: Simulator) -> None:
    ground = world.world.fleet.ground
    for pair in world.world.fleet.pairs:
        assert ground.height(pair.home) == pair.home.height
        assert ground.height(pair.home.moved(5, 5)) == pytest.approx(pair.home.height, abs=1)
    assert ground.height(Place(10, 180)) == pytest.approx(ground.height(Place(10, -180)))


def test_a_route_over_the_180th_meridian_takes_the_short_way(world: Simulator) -> None:
    pair = world.world.fleet.pairs[0]
    home, pair.home = pair.home, Place(-17.0, 179.9995, 20.0)
    try:
        points = [waypoint(index, f"{east},-17.0") for index, east in enumerate((179.9996, -179.9996, -179.998))]
        shots = group(0, 2, PHOTO, trigger="multipleDistance", every=20)
        points[0] = points[0].replace("</Placemark>", shots + "</Placemark>")
        content = made.route(waylines(folder(points)))
        flown = flight(world, content)
        assert 500 < flown.distance() < 1000
        assert len([*flown.taken()]) == 13  # 255 m
        places = [place for _, place in flown.track()]
        assert all(here.distance(there) < 15 for here, there in pairwise(places))
        assert {place.longitude > 0 for place in places} == {True, False}
    finally:
        pair.home = home


def test_the_distance_of_a_route_has_no_ways_between_its_lines(world: Simulator, hub: FlightHub) -> None:
    folders = [folder(line(2, start=(46.05 + 0.01 * number, 14.507)), waylineId=number) for number in range(5)]
    found = hub.waylines.get(upload(world, hub, made.route(waylines(*folders), made.template("mapping3d"))))
    assert found.distance == pytest.approx(5 * LEG, abs=0.5)
    assert found.wayline_point_nums == 10


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("waypoint", "waypoint"),
        ("mapping2d", "mapping_2d"),
        ("mapping3d", "mapping_3d"),
        ("mappingStrip", "mapping_strip"),
        ("facade", "facade"),
        ("solid", "solid"),
    ],
)
def test_the_kind_of_a_route_is_that_of_its_template(word: str, kind: str, world: Simulator, hub: FlightHub) -> None:
    uuid = upload(world, hub, made.route(planned=made.template(word)))
    assert [each.value for each in hub.waylines.get(uuid).template_types] == [kind]


def test_noses_and_cameras_turn_as_told(world: Simulator, hub: FlightHub) -> None:
    even = group(0, 2, action("gimbalEvenlyRotate", gimbalPitchRotateAngle=-80), trigger="betweenAdjacentPoints")
    nose = {"waypointHeadingMode": "towardPOI", "waypointPoiPoint": f"{START[0]},{START[1] + 0.001},0"}
    points = line(start=START, groups={0: even}, waypointHeadingParam=nose)
    seen = [
        moment for _, moment in path(flight(world, made.route(waylines(folder(points))))) if 1 <= moment.waypoint < 3
    ]
    interest = Place(START[0], START[1] + 0.001)
    for moment in seen:
        if not moment.horizontal_speed:
            continue  # where it turns at the first waypoint
        assert moment.heading == pytest.approx(moment.place.bearing(interest), abs=0.2)
    pitches = [moment.gimbal_pitch for moment in seen]
    assert pitches == sorted(pitches, reverse=True)
    assert pitches[0] > -5
    assert pitches[-1] == pytest.approx(-80, abs=4)


def test_the_state_of_an_aircraft_has_the_angles_of_its_camera(world: Simulator, hub: FlightHub) -> None:
    start(hub, wayline_uuid=upload(world, hub, survey(group(0, 0, DOWN, action("hover", 1, hoverTime=60)))))
    for _ in passing(world, 90, 2):
        state: Any = hub.devices.get_state(AIRCRAFT)
        if state.payload_states["81-0-0"].gimbal_pitch == -90:
            break
    else:
        raise AssertionError("the camera never looked down")
    assert state.mode_code is DroneModeCode.WAYLINE_FLIGHT


def test_a_survey_that_is_paused_takes_each_picture_once(world: Simulator, hub: FlightHub) -> None:
    task = start(hub, wayline_uuid=upload(world, hub, KINDS["by distance"][0]))
    for passed in passing(world, 400, 5):
        status = hub.flight_tasks.get(task).status
        if 50 <= passed < 90 and status is FlightTaskStatus.EXECUTING:
            hub.devices.send_command(AIRCRAFT, device_command="flighttask_pause")
        elif status is FlightTaskStatus.PAUSED:
            hub.devices.send_command(AIRCRAFT, device_command="flighttask_recovery")
    found: Any = hub.flight_tasks.get(task)
    assert found.status is FlightTaskStatus.SUCCESS
    assert found.folder_info.expected_file_count == 12


# Routes by chance, counted a second time in another way.


def metres(here: Sequence[float], there: Sequence[float]) -> float:
    """Metres between two near points of latitude, longitude and height, by the usual series for a degree."""
    middle = radians((here[0] + there[0]) / 2)
    north = 111_132.954 - 559.822 * cos(2 * middle) + 1.175 * cos(4 * middle)
    east = 111_412.84 * cos(middle) - 93.5 * cos(3 * middle) + 0.118 * cos(5 * middle)
    return hypot((there[0] - here[0]) * north, (there[1] - here[1]) * east, there[2] - here[2])


def along(points: Sequence[Sequence[float]], lengths: Sequence[float], far: float) -> tuple[float, ...]:
    """The point so far along a line whose legs have these lengths."""
    for here, there, length in zip(points, points[1:], lengths, strict=True):
        if far <= length + 1e-9:
            return tuple(a + (b - a) * min(1.0, far / length) for a, b in zip(here, there, strict=True))
        far -= length
    return tuple(points[-1])


def compute(
    trigger: str, every: float, span: tuple[int, int], points: Sequence[Sequence[float]], speeds: Sequence[float]
) -> list[tuple[float, ...]]:
    """Where pictures have to be taken, of a flight that stops nowhere."""
    part = points[span[0] : span[1] + 1]
    if trigger == "reachPoint":
        return [tuple(each) for each in part]
    lengths = [metres(*pair) for pair in pairwise(part)]
    if trigger == "multipleTiming":
        lengths = [length / speed for length, speed in zip(lengths, speeds[span[0] :], strict=False)]
    return [along(part, lengths, number * every) for number in range(int(sum(lengths) / every) + 1)]


@pytest.mark.parametrize("seed", range(60))
def test_pictures_of_a_random_route_are_where_they_are_computed(seed: int, world: Simulator) -> None:
    chance = random.Random(seed)
    count = chance.randint(2, 12)
    points = [
        (46.0522 + chance.uniform(-2e-3, 2e-3), 14.507 + chance.uniform(-2e-3, 2e-3), chance.uniform(30, 110))
        for _ in range(count)
    ]
    points = [(round(each[0], 9), round(each[1], 9), round(each[2], 3)) for each in points]
    speeds = [round(chance.uniform(3, 15), 2) for _ in range(count)]
    begin = chance.randrange(count - 1)
    span = begin, chance.randint(begin + 1, count - 1)
    trigger = chance.choice(["reachPoint", "multipleTiming", "multipleDistance"])
    # So that nothing hangs on a rounding, the last interval is half a one.
    total = {"multipleTiming": 1, "multipleDistance": 1}.get(trigger, 0)
    every = 1.0
    if total:
        part = points[span[0] : span[1] + 1]
        legs = [metres(*pair) for pair in pairwise(part)]
        if trigger == "multipleTiming":
            legs = [leg / speed for leg, speed in zip(legs, speeds[span[0] :], strict=False)]
        least = 1.0 if trigger == "multipleTiming" else 10.0
        every = round(sum(legs) / (int(chance.uniform(1, sum(legs) / least)) + 0.5), 6)
    group_of = group(span[0], span[1], PHOTO, trigger=trigger, every=every)
    content = made.route(
        waylines(
            folder(
                [
                    waypoint(
                        index,
                        f"{point[1]:.9f},{point[0]:.9f}",
                        group_of if index == span[0] else "",
                        executeHeight=point[2],
                        waypointSpeed=speeds[index],
                        waypointTurnParam=OVER,
                        useStraightLine="0",
                    )
                    for index, point in enumerate(points)
                ]
            )
        )
    )
    taken: list[Taken] = [*flight(world, content).taken()]
    expected = compute(trigger, every, span, points, speeds)
    assert len(taken) == len(expected)
    for each, place in zip(taken, expected, strict=True):
        assert each.place.distance(Place(*place[:2])) < 0.05
        assert each.elevation == pytest.approx(place[2], abs=0.05)
    assert [each.moment for each in taken] == sorted(each.moment for each in taken)
