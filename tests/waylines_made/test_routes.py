"""Routes: what is refused and warned of, what follows from them, and what they become when they are moved or cut."""

from __future__ import annotations

import csv
import json
import math
import xml.etree.ElementTree as ET
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from flighthub import InferredLimitWarning, InvalidArgument, waylines
from flighthub._waylines.geodesy import measure, travel
from flighthub.types import Track
from flighthub.waylines import Route, RoutePoint

from .random_routes import MAKERS
from .readers import document

HERE = (46.05, 14.5)


def points(count: int = 3, **changes: Any) -> list[RoutePoint]:
    return [RoutePoint(46.0 + 0.001 * each, 14.5, 60, **changes) for each in range(count)]


def route(**changes: Any) -> Route:
    return Route(**{"aircraft": "Matrice 3TD", "waypoints": points(), **changes})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"waypoints": points(1)}, "has 1, and a route leads from one waypoint to another"),
        ({"waypoints": []}, "has 0"),
        ({"waypoints": [*points(2), points(2)[1]]}, "1 and 2 are at the same place"),
        ({"aircraft": "Matrice 3"}, "'Matrice 3' is none of"),
        ({"payload": "Zenmuse H99"}, "'Zenmuse H99' is none of"),
        ({"aircraft": "Matrice 300 RTK"}, "carries different ones"),
        ({"speed": 16}, "from 1 to 15"),
        ({"speed": math.nan}, "from 1 to 15"),
        ({"take_off_security_height": 1}, "from 1.2 to 1500"),
        ({"rth_height": 1}, "from 2 to 1500"),
        ({"transitional_speed": 0}, "from 1 to 15"),
        ({"finish_action": "hover"}, "goHome, noAction"),
        ({"rc_lost_action": "panic"}, "goBack, landing"),
        ({"height_mode": "EGM96"}, "relativeToStartPoint"),
        ({"height_mode": "WGS84"}, "geoid"),
        ({"height_mode": "realTimeFollowSurface", "aircraft": "Matrice 30"}, "does not follow the ground"),
        ({"lenses": ["x"]}, "must be some of"),
        ({"lenses": ["ir"], "aircraft": "Matrice 4D"}, "has wide, zoom"),
        ({"name": " "}, "must not be empty"),
        ({"name": "a\x00b"}, "control characters"),
        ({"payload_position": 3}, "0, 1 or 2"),
        ({"waypoints": points(gimbal_pitch=-100)}, "from -90 to 30"),
        ({"waypoints": points(actions=(waylines.take_photos_every(metres=5, legs=3),))}, "for 3 legs"),
        ({"waypoints": points(turn_mode="coordinateTurn", turn_distance=60.0)}, "take 120 m"),
        ({"waypoints": points(turn_mode="coordinateTurn", turn_distance=0.0)}, "more than 0"),
    ],
)
def test_what_cannot_be_flown_is_refused_with_a_reason(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidArgument, match=says):
        route(**changes)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"latitude": 91}, "-90 to 90"),
        ({"longitude": "west"}, "must be a number"),
        ({"height": math.inf}, "100000"),
        ({"speed": 0.5}, "1 to 15"),
        ({"heading": 200}, "-180 to 180"),
        ({"heading": 10, "look_at": HERE}, "either"),
        ({"gimbal_pitch": 90}, "-120 to 45"),
        ({"turn_mode": "drift"}, "coordinateTurn"),
        ({"actions": ["takePhoto"]}, "take_photo"),
    ],
)
def test_a_waypoint_is_checked_when_it_is_made(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(InvalidArgument, match=says):
        RoutePoint(**{"latitude": 46, "longitude": 14, "height": 60, **changes})


@pytest.mark.parametrize(
    "make",
    [
        lambda: waylines.take_photos_every(),
        lambda: waylines.take_photos_every(metres=5, seconds=1),
        lambda: waylines.take_photos_every(metres=0),
        lambda: waylines.take_photo(lenses=[]),
        lambda: waylines.hover(0),
        lambda: waylines.rotate_gimbal(),
        lambda: waylines.rotate_gimbal(pitch=60),
        lambda: waylines.rotate_aircraft(270),
        lambda: waylines.focus(2, 0),
        lambda: waylines.zoom(-1),
        lambda: waylines.create_folder(" "),
        lambda: waylines.tilt_gimbal_evenly(-45, legs=0),
    ],
)
def test_an_action_is_checked_when_it_is_made(make: Any) -> None:
    with pytest.raises(InvalidArgument):
        make()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"waypoints": [RoutePoint(46, 14, 60), RoutePoint(46, 14, 2000)]}, "2000 m high"),
        ({"take_off_security_height": 5}, "from a dock it must be 8 to 1500"),
        ({"aircraft": "Matrice 4D", "waypoints": points(gimbal_pitch=-100)}, "from -90 to 35"),
    ],
)
def test_what_is_inferred_warns(changes: dict[str, Any], says: str) -> None:
    with pytest.warns(InferredLimitWarning, match=says):
        route(**changes)


def test_65535_waypoints_are_written_and_read_and_one_more_than_a_wayline_holds_is_refused() -> None:
    many = [RoutePoint(-60 + 120 * each / 65_535, 14.5, 60) for each in range(65_535)]
    made = route(waypoints=many)
    found = made.inspect()
    assert len(found.waypoints) == 65_535
    assert found.findings.ok
    assert (found.waypoints[-1].latitude, found.waypoints[-1].index) == (many[-1].latitude, 65_534)
    with pytest.raises(InvalidArgument, match="has 65537, and a wayline holds 65536"):
        route(waypoints=[*many, *(RoutePoint(70, 14.5 + each / 1000, 60) for each in range(2))])
    photo = (waylines.take_photo(), waylines.take_photos_every(metres=1))
    with pytest.raises(InvalidArgument, match="action groups, and a file holds 65536"):
        route(waypoints=[*(RoutePoint(each.latitude, 14.5, 60, actions=photo) for each in many[:-1]), many[-1]])


def test_names_of_products_are_taken_as_people_say_them() -> None:
    for name in ("Matrice 3TD", "M3TD", "matrice 3td", "0-91-1"):
        assert route(aircraft=name).device_model_key == "0-91-1"
    assert route(aircraft="M350", payload="H20T").payload == "Zenmuse H20T"
    assert route(aircraft="Matrice 350 RTK", payload="65534").inspect().payloads[0].type == "65534"


def test_each_action_has_the_members_that_the_page_requires() -> None:
    """Of common elements, `actionActuatorFuncParam`."""
    required = {
        "takePhoto": {"payloadPositionIndex", "fileSuffix", "useGlobalPayloadLensIndex"},
        "startRecord": {"payloadPositionIndex", "fileSuffix", "useGlobalPayloadLensIndex"},
        "stopRecord": {"payloadPositionIndex"},
        "focus": {"payloadPositionIndex", "isPointFocus", "focusX", "focusY", "isInfiniteFocus"},
        "zoom": {"payloadPositionIndex", "focalLength"},
        "customDirName": {"payloadPositionIndex", "directoryName"},
        "gimbalRotate": {
            *("payloadPositionIndex", "gimbalHeadingYawBase", "gimbalRotateMode", "gimbalPitchRotateEnable"),
            *("gimbalPitchRotateAngle", "gimbalRollRotateEnable", "gimbalRollRotateAngle", "gimbalYawRotateEnable"),
            *("gimbalYawRotateAngle", "gimbalRotateTimeEnable", "gimbalRotateTime"),
        },
        "gimbalEvenlyRotate": {"payloadPositionIndex", "gimbalPitchRotateAngle"},
        "rotateYaw": {"aircraftHeading", "aircraftPathMode"},
        "hover": {"hoverTime"},
        "panoShot": {"payloadPositionIndex", "useGlobalPayloadLensIndex", "panoShotSubMode"},
    }
    actions = (
        waylines.take_photo(lenses=("wide", "ir")),
        waylines.start_recording(),
        waylines.stop_recording(),
        waylines.focus(),
        waylines.zoom(30),
        waylines.create_folder("x"),
        waylines.rotate_gimbal(yaw=3),
        waylines.tilt_gimbal_evenly(-30),
        waylines.rotate_aircraft(3),
        waylines.hover(1),
        waylines.take_panorama(),
    )
    first = points(1, actions=actions)
    found = route(waypoints=[*first, *points(3)[1:]]).inspect().waypoints[0].actions
    assert {each.kind for each in found} == set(required)
    for each in found:
        assert required[each.kind] <= set(each.parameters), each.kind
    assert found[0].parameters["payloadLensIndex"] == "wide,ir"


def test_the_documents_have_what_the_pages_require() -> None:
    made = waylines.orbit(HERE, 30, height=50, video=True, aircraft="Matrice 3TD")
    spaces = {"k": "http://www.opengis.net/kml/2.2", "w": "http://www.dji.com/wpmz/1.0.2"}
    flown = ET.fromstring(document(made.to_bytes(), "waylines.wpml"))
    planned = ET.fromstring(document(made.to_bytes(), "template.kml"))
    mission = (
        *("flyToWaylineMode", "finishAction", "exitOnRCLost", "executeRCLostAction", "takeOffSecurityHeight"),
        *("globalTransitionalSpeed", "droneInfo/w:droneEnumValue", "droneInfo/w:droneSubEnumValue"),
        *("payloadInfo/w:payloadEnumValue", "payloadInfo/w:payloadPositionIndex"),
    )
    folder = ("templateId", "autoFlightSpeed")
    heading = ("waypointHeadingMode", "waypointHeadingAngle", "waypointPoiPoint", "waypointHeadingPathMode")
    both = (
        "index",
        "waypointSpeed",
        "useStraightLine",
        *(f"waypointHeadingParam/w:{each}" for each in heading),
        *(f"waypointTurnParam/w:{each}" for each in ("waypointTurnMode", "waypointTurnDampingDist")),
    )
    for root, of_folder, of_point in (
        (flown, (*folder, "waylineId", "executeHeightMode"), (*both, "executeHeight")),
        (
            planned,
            (
                *folder,
                *("templateType", "globalWaypointTurnMode", "globalUseStraightLine", "gimbalPitchMode", "globalHeight"),
                *(f"globalWaypointHeadingParam/w:{each}" for each in heading),
                *(f"waylineCoordinateSysParam/w:{each}" for each in ("coordinateMode", "heightMode")),
                *(f"payloadParam/w:{each}" for each in ("payloadPositionIndex", "imageFormat")),
            ),
            (
                *both,
                *("ellipsoidHeight", "height", "useGlobalHeight", "useGlobalSpeed", "useGlobalHeadingParam"),
                *("useGlobalTurnParam", "gimbalPitchAngle"),
            ),
        ),
    ):
        for path in mission:
            assert root.find(f"k:Document/w:missionConfig/w:{path}", spaces) is not None, path
        for path in of_folder:
            assert root.find(f"k:Document/k:Folder/w:{path}", spaces) is not None, path
        marks = root.findall("k:Document/k:Folder/k:Placemark", spaces)
        assert len(marks) == 13
        for mark in marks:
            assert mark.find("k:Point/k:coordinates", spaces) is not None
            for path in of_point:
                assert mark.find(f"w:{path}", spaces) is not None, path


def test_ids_of_action_groups_are_unique_and_count_from_0() -> None:
    made = route(
        waypoints=[*points(2, actions=(waylines.take_photo(), waylines.take_photos_every(metres=9))), points(3)[2]]
    )
    for name in ("template.kml", "waylines.wpml"):
        parts = document(made.to_bytes(), name).split("<wpml:actionGroupId>")[1:]
        assert [int(each.split("<")[0]) for each in parts] == [0, 1, 2, 3]


def test_heights_above_the_ellipsoid_are_above_the_sea_in_the_template() -> None:
    made = route(height_mode="WGS84", geoid_undulation=45.5)
    template = document(made.to_bytes(), "template.kml")
    assert "<wpml:ellipsoidHeight>60</wpml:ellipsoidHeight><wpml:height>14.5</wpml:height>" in template
    assert "<wpml:heightMode>EGM96</wpml:heightMode>" in template


def test_a_route_is_shifted_raised_reversed_and_made_for_another_aircraft() -> None:
    made = waylines.orbit(HERE, 30, height=50, aircraft="Matrice 3TD")
    moved = made.shift(north=300, east=400, up=5)
    for before, after in zip(made.waypoints, moved.waypoints, strict=True):
        assert measure(before.place, after.place).length == pytest.approx(500, abs=1e-3)
        assert (after.height, after.look_at == before.look_at) == (55, False)
    assert moved.length == pytest.approx(made.length, rel=1e-4)
    back = made.reverse()
    assert [each.place for each in back.waypoints] == [each.place for each in made.waypoints][::-1]
    assert back.photos == made.photos
    assert back.waypoints[0].gimbal_pitch == made.waypoints[0].gimbal_pitch
    assert made.replace(aircraft="Matrice 30T").payload == "Matrice 30T camera"
    line = route(waypoints=[points(1, actions=(waylines.take_photos_every(metres=10, legs=2),))[0], *points(4)[1:]])
    again = line.reverse()
    assert again.waypoints[1].actions[0].legs == 2
    assert again.photos == line.photos


def test_a_longer_way_takes_longer_and_stops_cost_time() -> None:
    slow, fast = route(speed=5), route(speed=10)
    assert slow.length == pytest.approx(222.4, abs=0.5)
    assert slow.duration > 222.4 / 5
    assert fast.duration < slow.duration
    passing = route(waypoints=points(turn_mode="coordinateTurn"))
    assert passing.duration < fast.duration
    waiting = route(waypoints=[*points(2), points(3, actions=(waylines.hover(30),))[2]])
    assert waiting.duration == pytest.approx(fast.duration + 30)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_parts_of_a_route_are_short_enough_and_lead_all_the_way(make: Any) -> None:
    import random

    for seed in range(12):
        whole = make(random.Random(seed))
        if any(each.kind in ("hover", "panoShot") for point in whole.waypoints for each in point.actions):
            continue
        limit = max(60.0, whole.duration / 3)
        parts = whole.split(limit)
        assert all(each.duration <= limit for each in parts), seed
        assert sum(each.length for each in parts) == pytest.approx(whole.length, rel=1e-5, abs=0.05), seed
        assert parts[0].waypoints[0].place == whole.waypoints[0].place
        assert parts[-1].waypoints[-1].place == whole.waypoints[-1].place
        for before, after in pairwise(parts):
            assert before.waypoints[-1].place == after.waypoints[0].place, seed
        at_points = sum(
            each.kind == "takePhoto" and each.trigger == "reachPoint" for p in whole.waypoints for each in p.actions
        )
        assert at_points == sum(
            each.kind == "takePhoto" and each.trigger == "reachPoint"
            for part in parts
            for p in part.waypoints
            for each in p.actions
        ), seed
        assert all(each.inspect().findings.ok for each in parts), seed
        if len(parts) > 1:
            assert sum(each.photos for each in parts) >= whole.photos, seed


def test_a_video_goes_on_in_the_next_part() -> None:
    whole = waylines.orbit(HERE, 200, height=50, count=24, video=True, aircraft="Matrice 3TD", speed=2)
    parts = whole.split(200)
    assert len(parts) > 2
    for part in parts:
        kinds = [each.kind for point in part.waypoints for each in point.actions]
        assert (kinds.count("startRecord"), kinds.count("stopRecord")) == (1, 1)
        assert part.waypoints[0].gimbal_pitch == whole.waypoints[0].gimbal_pitch


@pytest.mark.parametrize("limit", [0, -3, math.inf, 5])
def test_parts_that_are_too_short_are_refused(limit: float) -> None:
    made = route(waypoints=points(actions=(waylines.hover(30),)))
    with pytest.raises(InvalidArgument, match="max_duration"):
        made.split(limit)


def test_makers_fly_where_they_say() -> None:
    around = waylines.orbit(HERE, 40, height=50, aircraft="Matrice 3TD")
    for point in around.waypoints:
        assert measure(HERE, point.place).length == pytest.approx(40, abs=1e-3)
        assert point.look_at == HERE
    assert around.waypoints[0].place == around.waypoints[-1].place
    line = [HERE, travel(HERE, 30, 200), travel(travel(HERE, 30, 200), 70, 150)]
    for offset in (-15.0, 15.0):
        beside = waylines.along(line, height=50, offset=offset, aircraft="Matrice 3TD")
        first = beside.waypoints[0]
        assert measure(HERE, first.place).length == pytest.approx(15, abs=1e-3)
        side = math.remainder(measure(HERE, first.place).begin - 30, 360)
        assert side == pytest.approx(math.copysign(90, offset), abs=0.01)
        assert first.heading == pytest.approx(round(math.remainder(30 - math.copysign(90, offset), 360)))
    wall = waylines.facade(line[:2], [10, 25], distance=12, side="left", aircraft="Matrice 4D")
    assert [each.height for each in wall.waypoints] == [10, 10, 25, 25]
    assert [each.heading for each in wall.waypoints] == [120] * 4
    assert wall.waypoints[0].place == wall.waypoints[3].place
    seen = waylines.visit(HERE, height=60, distance=25, direction=90, target_height=10, aircraft="Matrice 3TD")
    assert measure(HERE, seen.waypoints[0].place).length == pytest.approx(25, abs=1e-3)
    assert seen.waypoints[0].gimbal_pitch == pytest.approx(-math.degrees(math.atan2(50, 25)), abs=1e-3)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: waylines.orbit(HERE, 0, height=50, aircraft="M3TD"), "radius"),
        (lambda: waylines.orbit(HERE, 40, height=50, count=2, aircraft="M3TD"), "count"),
        (lambda: waylines.orbit(HERE, 40, height=50, target_height=60, aircraft="M3TD"), "above target_height"),
        (lambda: waylines.visit((46,), height=50, aircraft="M3TD"), "pairs"),  # type: ignore[arg-type]
        (lambda: waylines.visit((46, "x"), height=50, aircraft="M3TD"), "not numbers"),  # type: ignore[arg-type]
        (lambda: waylines.visit(HERE, height=50), "aircraft: is needed"),  # type: ignore[call-arg]
        (lambda: waylines.along([HERE], height=50, aircraft="M3TD"), "1 different places"),
        (lambda: waylines.along([HERE, HERE], height=50, aircraft="M3TD"), "1 different places"),
        (
            lambda: waylines.along([HERE, travel(HERE, 0, 90), HERE], height=50, offset=5, aircraft="M3TD"),
            "turns by 180 degrees at place 1",
        ),
        (
            lambda: waylines.along(
                [HERE, travel(HERE, 0, 9), travel(travel(HERE, 0, 9), 90, 9)], height=50, offset=20, aircraft="M3TD"
            ),
            "too short from place 0 to 1",
        ),
        (lambda: waylines.facade([HERE, travel(HERE, 0, 9)], [], distance=5, aircraft="M4D"), "heights"),
        (lambda: waylines.facade([HERE, travel(HERE, 0, 9)], [5], distance=0, aircraft="M4D"), "distance"),
    ],
)
def test_makers_refuse_what_makes_no_route(make: Any, says: str) -> None:
    with pytest.raises(InvalidArgument, match=says):
        make()


def test_routes_come_out_of_tables_geojson_and_kml(tmp_path: Path) -> None:
    rows = [("lat", "lon", "alt", "speed", "actions"), (46, 14, 50, 5, "takePhoto hover:3"), (46.001, 14, 60, "", "")]
    table = tmp_path / "points.csv"
    with table.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)
    made = Route.from_csv(table, aircraft="Matrice 3TD")
    assert [(each.height, each.speed) for each in made.waypoints] == [(50, 5), (60, None)]
    assert [each.kind for each in made.waypoints[0].actions] == ["takePhoto", "hover"]
    table.write_text("Latitude;Longitude\n46,0;14,5\n46,1;14,5\n", encoding="utf-8-sig")
    assert Route.from_csv(table, height=40, aircraft="Matrice 3TD").waypoints[1].place == (46.1, 14.5)

    features = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"index": index, "heading": 30, "actions": ["takePhoto@5m"] if index == 0 else None},
                "geometry": {"type": "Point", "coordinates": [14.5, 46 + index / 1000, 70]},
            }
            for index in (1, 0)
        ],
    }
    file = tmp_path / "points.geojson"
    file.write_text(json.dumps(features), encoding="utf-8")
    made = Route.from_geojson(file, aircraft="Matrice 3TD")
    assert [each.latitude for each in made.waypoints] == [46, 46.001]
    assert (made.waypoints[0].heading, made.photos) == (30, 23)

    kml = (
        '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><Placemark><LineString>'
        "<coordinates>14.5,46.0,10 14.5,46.001,20\n14.5,46.002,30</coordinates></LineString></Placemark></Folder>"
        "</Document></kml>"
    )
    assert [each.height for each in Route.from_kml(kml.encode(), aircraft="Matrice 3TD").waypoints] == [10, 20, 30]
    packed = tmp_path / "line.kmz"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("doc.kml", kml)
    assert {each.height for each in Route.from_kml(packed, height=55, aircraft="Matrice 3TD").waypoints} == {55}


def test_what_is_no_source_is_refused_with_its_place(tmp_path: Path) -> None:
    def table(text: str) -> Any:
        file = tmp_path / f"{abs(hash(text))}.csv"
        file.write_text(text, encoding="utf-8")
        return lambda: Route.from_csv(file, aircraft="Matrice 3TD")

    def geojson(told: Any) -> Any:
        return lambda: Route.from_geojson(told, aircraft="Matrice 3TD")

    entity = b'<!DOCTYPE kml [<!ENTITY a "b">]><kml><Point><coordinates>&a;</coordinates></Point></kml>'
    for make, says in (
        (table("a,b\n1,2\n"), "no column latitude"),
        (table("lat,lon,alt\n46,14,50\n46,north,50\n"), "line 3 has a longitude that is not a number"),
        (table("lat,lon\n46,14\n46,15\n"), "line 2 has none; give height="),
        (table("lat,lon,alt,actions\n46,14,5,dance\n46,15,5,\n"), "line 2 has 'dance'"),
        (table("lat,lon,alt,actions\n46,14,5,hover\n46,15,5,\n"), "hover:VALUE"),
        (table("lat,lon,alt,actions\n46,14,5,hover:x\n46,15,5,\n"), "not a number"),
        (table("lat,lon,alt,speed\n46,14,5,99\n46,15,5,\n"), "line 2: speed must be from 1 to 15"),
        (geojson({"type": "Polygon", "coordinates": []}), "has no points and 0 lines"),
        (geojson({"type": "Point", "coordinates": 5}), "where a list has to be"),
        (geojson({"type": "LineString", "coordinates": [[14], [15]]}), "point 0 has no longitude"),
        (geojson(tmp_path / "missing"), "cannot be read"),
        (lambda: Route.from_kml(b"no xml", aircraft="Matrice 3TD"), "is not KML"),
        (lambda: Route.from_kml(entity, aircraft="Matrice 3TD"), "is not KML"),
        (lambda: Route.from_kml(b"PK broken", aircraft="Matrice 3TD"), "cannot be read"),
    ):
        with pytest.raises(InvalidArgument, match=says):
            make()


def test_what_was_flown_is_flown_again() -> None:
    start = travel(HERE, 180, 5)
    flown = [(start, 300.0), (start, 340.0), *((travel(start, 0, 10 * each), 340.0) for each in range(1, 30))]
    flown += [(travel(travel(start, 0, 290), 90, 10 * each), 340.0 + each) for each in range(1, 20)]
    flown += [(start, 340.0), (start, 300.5)]
    told = [
        {"timestamp": 1772442621000 + 1000 * number, "latitude": a, "longitude": b, "height": height}
        for number, ((a, b), height) in enumerate(flown)
    ]
    track = Track.from_dict({"points": told})
    made = Route.from_track(track, aircraft="Matrice 3TD")
    assert len(made.waypoints) == 4
    assert [round(each.height) for each in made.waypoints] == [40, 40, 59, 40]
    with pytest.raises(InvalidArgument, match="no two places"):
        Route.from_track(Track.from_dict({"points": told[:1]}), aircraft="Matrice 3TD")


def test_drawings_are_svg_whatever_the_route_is() -> None:
    import random

    for make in MAKERS:
        made = make(random.Random(7))
        drawn = ET.fromstring(made.plot(width=500))
        assert drawn.tag.endswith("svg")
        lines = [each for each in drawn.iter() if each.tag.endswith("polyline")]
        assert len(lines) == 2
        for each in lines:
            spots = [tuple(map(float, spot.split(","))) for spot in each.get("points", "").split()]
            assert len(spots) == len(made.waypoints)
            assert all(0 <= x <= 500 and 0 <= y <= 440 for x, y in spots)
        assert "<script" not in made._repr_html_()
    assert "&lt;b&gt;" in route(name="<b>")._repr_html_()


def test_a_route_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    made = route()
    file = made.save(tmp_path / "a.kmz")
    assert file.read_bytes() == made.to_bytes()
    with pytest.raises(InvalidArgument, match="cannot be written"):
        made.save(tmp_path / "missing" / "a.kmz")
    assert [each.name for each in tmp_path.iterdir()] == ["a.kmz"]
