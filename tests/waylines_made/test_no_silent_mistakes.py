"""What would make another route than was meant, without a word: it is refused, or made right."""

from __future__ import annotations

import io
import json
import math
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flighthub import InferredLimitWarning, InvalidArgument, waylines
from flighthub._waylines.ground import open_ground
from flighthub.waylines import Route, RoutePoint

DRONE = "Matrice 3TD"
SQUARE = [(46.0, 14.0), (46.0, 14.003), (46.002, 14.003), (46.002, 14.0)]
WALL = [(46.0, 14.0), (46.0, 14.001)]


def table(path: Path, text: str, **settings: Any) -> Route:
    path.write_text(text, encoding="utf-8")
    return Route.from_csv(path, aircraft=DRONE, **settings)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lat,lon,height\n46,05,14,50,60\n46,06,14,50,60\n", "line 2 has more values than there are columns"),
        ('lat,lon,height\n46.05,14.5,"1,200"\n46.06,14.5,"1,200"\n', "whose comma may be that of thousands"),
        ("lat,lon,height,lat\n46.05,14.5,60,1\n46.06,14.5,60,2\n", "has the column lat twice"),
        ("lat,lon,height\n4_6.05,14.5,60\n46.06,14.5,60\n", "latitude that is not a number"),
    ],
)
def test_a_table_that_can_be_read_two_ways_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InvalidArgument, match=says):
        table(tmp_path / "points.csv", text)


def test_decimal_commas_are_read_where_another_separator_stands_between_columns(tmp_path: Path) -> None:
    route = table(tmp_path / "points.csv", "\ufefflat;lon;height\r\n46,05;14,505;60\r\n46,06;14,505;60\r\n")
    assert [each.place for each in route.waypoints] == [(46.05, 14.505), (46.06, 14.505)]


def point(longitude: float, latitude: float, *height: float, **about: Any) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": [longitude, latitude, *height]}
    return {"type": "Feature", "properties": about, "geometry": geometry}


def of_features(*features: dict[str, Any], **settings: Any) -> Route:
    return Route.from_geojson({"type": "FeatureCollection", "features": list(features)}, aircraft=DRONE, **settings)


@pytest.mark.parametrize(
    ("about", "says"),
    [
        (({"height_mode": "absolute"}, {"height_mode": "absolute"}), "height_mode absolute"),
        (({"height_mode": "relativeToStartPoint"}, {"height_mode": "realTimeFollowSurface"}), "has to be that of all"),
        (({"height_mode": "realTimeFollowSurface"}, {}), "has to be that of all"),
        (({"index": 1}, {}), "either all points have an index, or none"),
        (({"index": 1}, {"index": 1}), "two points of one index"),
        (({"height": "high"}, {}), "height that is not a number"),
    ],
)
def test_geojson_that_says_two_things_is_refused(about: tuple[dict[str, Any], ...], says: str) -> None:
    with pytest.raises(InvalidArgument, match=says):
        of_features(*(point(14.5, 46 + place / 100, 60, **each) for place, each in enumerate(about)))


def test_heights_and_order_of_geojson_may_be_text() -> None:
    route = of_features(
        point(14.5, 46.05, height="80", index="10"), point(14.5, 46.06, height="70", index="9"), height=60
    )
    assert [each.height for each in route.waypoints] == [70, 80]


def test_coordinates_that_are_not_wgs_84_are_refused() -> None:
    line = {"type": "LineString", "coordinates": [[14.5, 46.05], [14.5, 46.06]]}
    for name, is_taken in (("urn:ogc:def:crs:OGC:1.3:CRS84", True), ("EPSG:3857", False)):
        given = {**line, "crs": {"type": "name", "properties": {"name": name}}}
        if is_taken:
            assert len(Route.from_geojson(given, height=60, aircraft=DRONE).waypoints) == 2
            continue
        with pytest.raises(InvalidArgument, match="EPSG:3857"):
            Route.from_geojson(given, height=60, aircraft=DRONE)


def test_pictures_and_turns_come_back_from_geojson() -> None:
    by_hand = Route(
        DRONE,
        [
            RoutePoint(46, 14, 50, actions=(waylines.hover(5), waylines.take_photos_every(seconds=4, legs=2))),
            RoutePoint(46, 14.001, 50, turn_mode="coordinateTurn", actions=(waylines.rotate_gimbal(yaw=20),)),
            RoutePoint(46, 14.002, 50, actions=(waylines.zoom(48), waylines.create_folder("gate"))),
        ],
    )
    for route in (waylines.survey(SQUARE, height=60, aircraft="Matrice 4D"), by_hand):
        again = Route.from_geojson(
            json.loads(json.dumps(route.to_geojson())), aircraft=route.aircraft, speed=route.speed
        )
        assert (again.photos, again.length) == (route.photos, route.length)
        assert [each.turn_mode for each in again.waypoints] == [each.turn_mode for each in route.waypoints]


def kml(mode: str) -> bytes:
    told = f"<altitudeMode>{mode}</altitudeMode>" if mode else ""
    marks = "".join(
        f"<Placemark><LookAt><longitude>1</longitude></LookAt><Point>{told}<coordinates>14.5,46.0{each},380"
        "</coordinates></Point></Placemark>"
        for each in (1, 2)
    )
    return f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}</Document></kml>'.encode()


def test_heights_of_kml_above_the_sea_are_not_heights_above_the_take_off_point() -> None:
    for mode in ("absolute", "clampToGround"):
        with pytest.raises(InvalidArgument, match=f"are {mode}, not above the ground; give height="):
            Route.from_kml(kml(mode), aircraft=DRONE)
        assert {each.height for each in Route.from_kml(kml(mode), height=60, aircraft=DRONE).waypoints} == {60}
    for mode in ("", "relativeToGround"):
        assert {each.height for each in Route.from_kml(kml(mode), aircraft=DRONE).waypoints} == {380}
    with pytest.raises(InvalidArgument, match="has a Point with several places"):
        Route.from_kml(kml("").replace(b",380", b",380 14.6,46.1,0"), height=60, aircraft=DRONE)
    route = waylines.visit((46, 14), height=60, aircraft=DRONE)
    with pytest.raises(InvalidArgument, match="is a route file"):
        Route.from_kml(route.to_bytes(), height=60, aircraft=DRONE)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: waylines.survey(SQUARE, ground_sample_distance=0, aircraft="M4D"), "must be more than 0 cm"),
        (lambda: waylines.survey(SQUARE, ground_sample_distance=math.nan, aircraft="M4D"), "must be more than 0 cm"),
        (lambda: waylines.survey(SQUARE, height=60, holes=[SQUARE], aircraft="M4D"), "leave nothing of it"),
        (lambda: waylines.survey(SQUARE + SQUARE, height=60, aircraft="M4D"), "twice the same way"),
        (
            lambda: waylines.survey(
                SQUARE,
                height=60,
                holes=[
                    [(46 + a, 14 + b) for a, b in ((r, r), (r, 0.0018), (0.0018, 0.0018), (0.0018, r))]
                    for r in (0.0002, 0.001)
                ],
                aircraft="M4D",
            ),
            "lies in another one|crosses",
        ),
        (lambda: waylines.facade(WALL, [10, 20], distance=1, overlap=0.95, aircraft="M4D"), "0.1 m/s at most"),
        (lambda: waylines.facade(WALL, [10, 20], distance=5, speed=15, aircraft="M4D"), "m/s at most"),
        (lambda: waylines.facade(WALL, 10, distance=5, aircraft="M4D"), "must be a list of heights"),  # type: ignore[arg-type]
        (lambda: waylines.visit((46, 14), height="60", aircraft=DRONE), "must be a number of metres"),  # type: ignore[arg-type]
        (lambda: waylines.orbit((46, 14), 20, height=60, count=12.5, aircraft=DRONE), "whole number"),  # type: ignore[arg-type]
        (lambda: waylines.take_photos_every(metres=5, legs=1.5), "whole number"),  # type: ignore[arg-type]
        (lambda: waylines.hover(1e9), "must be from 0 to 86400"),
        (lambda: two_points(waylines.rotate_gimbal(pitch=-119)), "tilts the camera to -119"),
        (lambda: two_points(waylines.tilt_gimbal_evenly(-119)), "tilts the camera to -119"),
        (lambda: two_points(height_mode="WGS84", geoid_undulation=math.nan), "geoid_undulation"),
    ],
)
def test_what_cannot_be_meant_is_refused(make: Callable[[], Any], says: str) -> None:
    with pytest.raises(InvalidArgument, match=says):
        make()


def two_points(*actions: waylines.RouteAction, **settings: Any) -> Route:
    return Route(DRONE, [RoutePoint(46, 14, 60, actions=actions), RoutePoint(46.001, 14, 60)], **settings)


def test_pictures_along_a_line_are_not_more_than_the_camera_takes() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        slow = waylines.along(WALL, height=60, every=3, aircraft=DRONE)
    with pytest.warns(InferredLimitWarning, match="some will be missing"):
        waylines.along(WALL, height=60, every=3, speed=slow.speed + 5, aircraft=DRONE)
    with pytest.warns(InferredLimitWarning, match="carries no Zenmuse H20T"):
        waylines.visit((46, 14), height=60, aircraft=DRONE, payload="Zenmuse H20T")


def test_each_part_begins_with_the_camera_as_actions_left_it() -> None:
    at_first = (waylines.rotate_gimbal(pitch=-90), waylines.zoom(48), waylines.take_photo())
    points = [
        RoutePoint(46, 14 + each / 1000, 60, actions=at_first if not each else (waylines.take_photo(),))
        for each in range(10)
    ]
    route = Route(DRONE, points)
    parts = route.split(80)
    assert len(parts) > 1
    assert all(part.duration <= 80 for part in parts)
    assert sum(part.photos for part in parts) == route.photos
    for part in parts:
        assert [each.kind for each in part.waypoints[0].actions][:2] == ["gimbalRotate", "zoom"]


def repacked(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as into:
        for entry in source.infolist():
            into.writestr(entry, change(source.read(entry)))
    return packed.getvalue()


def from_one(document: bytes) -> bytes:
    """Waypoints, and what counts them, numbered from 1."""
    counts = rb"(<wpml:(index|actionGroupStartIndex|actionGroupEndIndex)>)(\d+)<"
    return re.sub(counts, lambda found: found[1] + b"%d<" % (int(found[3]) + 1), document)


def made() -> bytes:
    points = [RoutePoint(46, 14 + each / 1000, 60 + each, actions=(waylines.take_photo(),)) for each in range(4)]
    return Route(DRONE, points).to_bytes()


def test_files_that_number_their_waypoints_from_1_are_edited_at_the_same_waypoints() -> None:
    edited = waylines.edit(repacked(made(), from_one)).reorder([3, 2, 0]).set_actions(1, [waylines.hover(3)])
    found = edited.inspect().waypoints
    assert [(each.index, each.height) for each in found] == [(1, 63), (2, 62), (3, 60)]
    assert [[(a.kind, a.first_index, a.last_index) for a in each.actions] for each in found] == [
        [("takePhoto", 1, 1)],
        [("hover", 2, 2)],
        [("takePhoto", 3, 3)],
    ]


@pytest.mark.parametrize("text", [b"<!-- x -->60", b"<![CDATA[60]]>", b"&#54;0", b"6<!-- <![CDATA[ -->0"])
def test_numbers_are_read_however_xml_writes_them(text: bytes) -> None:
    height = b"<wpml:executeHeight>%s</wpml:executeHeight>"
    content = repacked(made(), lambda document: document.replace(height % b"60", height % text))
    assert [each.height for each in waylines.edit(content).raise_by(1).inspect().waypoints] == [61, 62, 63, 64]


@pytest.mark.parametrize("change", ["raise_by", "set_height", "set_speed"])
def test_a_change_that_is_refused_changes_nothing(change: str) -> None:
    content = made()
    edit = waylines.edit(content)
    for value in (math.nan, math.inf, 1e9):
        with pytest.raises(InvalidArgument):
            getattr(edit, change)(value)
        assert edit.to_bytes() == content
    with pytest.raises(InvalidArgument):
        edit.shift(north=math.nan)
    assert edit.to_bytes() == content


def test_a_terrain_file_tells_metres_or_nothing(tmp_path: Path) -> None:
    rasterio = pytest.importorskip("rasterio")
    numpy = pytest.importorskip("numpy")

    def ask(name: str, value: int, scale: float = 1.0, offset: float = 0.0, unit: str = "") -> float | None:
        path = tmp_path / name
        raster = numpy.full((10, 10), value, "int16")
        transform = rasterio.Affine(0.1, 0, 14, 0, -0.1, 47)
        shape = {"height": 10, "width": 10, "count": 1, "dtype": "int16", "crs": "EPSG:4326", "transform": transform}
        with rasterio.open(path, "w", driver="GTiff", **shape) as into:
            into.write(raster, 1)
            into.scales, into.offsets = (scale,), (offset,)
            if unit:
                into.units = (unit,)
        return open_ground(path)(46.55, 14.55)

    assert ask("plain.tif", 300) == 300
    assert ask("scaled.tif", 3000, 0.1, 5.0) == pytest.approx(305)
    assert ask("metres.tif", 300, unit="metre") == 300
    assert ask("void.tif", -9999) is None
    assert ask("srtm.tif", -32768) is None
    with pytest.raises(InvalidArgument, match="has heights in ft, not in metres"):
        ask("feet.tif", 984, unit="ft")


def test_turns_that_do_not_fit_after_a_change_are_found_before_a_server_refuses_them() -> None:
    turn = RoutePoint(46, 14.001, 20, turn_mode="coordinateTurn")
    route = Route(DRONE, [RoutePoint(46, 14, 20), turn, RoutePoint(46, 14.003, 20)])
    assert waylines.edit(route.to_bytes()).inspect().findings.ok
    content = repacked(route.to_bytes(), lambda document: document.replace(b"14.003,46", b"14.00102,46"))
    assert [each.check for each in waylines.inspect(content).findings] == ["waypointTurnDampingDist"]
    none = repacked(
        route.to_bytes(),
        lambda document: re.sub(rb"(TurnDampingDist>)[\d.]+(?=<)", rb"\g<1>0", document),
    )
    assert "must be more than 0" in waylines.inspect(none).findings[0].text
