"""Surveys: pictures where they were promised, with the overlap that was asked for, over all of the area and no more."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from flighthub import InvalidArgument, waylines
from flighthub._waylines.geodesy import FlatMap, between, measure, travel
from flighthub._waylines.polygon import is_inside
from flighthub._waylines.products import find_aircraft, find_payload
from flighthub.waylines import Route, SurveyCamera
from flighthub_api.products import PERFORMANCE, PRODUCTS

from .random_routes import polygon

FIELD = [(46.050, 14.500), (46.050, 14.503), (46.052, 14.503), (46.052, 14.500)]

DOCK_AIRCRAFT = {
    "3-1-0": ("Matrice 30", "Matrice 30T"),
    "3-2-0": ("Matrice 3D", "Matrice 3TD"),
    "3-3-0": ("Matrice 4D", "Matrice 4TD"),
}
"""Aircraft by their docks: devices.yaml, `pairings`."""

Place = tuple[float, float]


def pictures(route: Route) -> list[list[Place]]:
    """Where the pictures of each line are taken, by what its file says."""
    found: list[list[Place]] = []
    points = waylines.inspect(route.to_bytes()).waypoints
    for point in points:
        for each in point.actions:
            if each.trigger == "multipleDistance":
                here, there = points[each.first_index or 0], points[each.last_index or 0]
                a, b = (here.latitude, here.longitude), (there.latitude, there.longitude)
                length = measure(a, b).length
                count = math.floor(length / (each.every or 1) + 1e-6) + 1
                found.append([between(a, b, number * (each.every or 0) / length) for number in range(count)])
    return found


def test_docks_and_aircraft_are_products() -> None:
    """A dock that the documentation gains may have no aircraft yet of which anybody knows how long it flies."""
    assert {PRODUCTS[key].kind for key in DOCK_AIRCRAFT} == {"dock"}
    assert all(find_aircraft(name).key in PERFORMANCE for names in DOCK_AIRCRAFT.values() for name in names)


@pytest.mark.parametrize("aircraft", [name for names in DOCK_AIRCRAFT.values() for name in names])
def test_pictures_overlap_as_asked_for_with_the_aircraft_of_every_dock(aircraft: str) -> None:
    route = waylines.survey(FIELD, height=80, overlap=(0.75, 0.6), aircraft=aircraft)
    lines = pictures(route)
    assert sum(map(len, lines)) == route.photos
    lens = camera(aircraft)
    across, along = lens.footprint(80)
    for line in lines:
        for here, there in pairwise(line):
            overlap = 1 - measure(here, there).length / along
            assert 0.75 - 1e-3 <= overlap < 0.80
    for here, there in pairwise(lines):
        beside = min(measure(here[-1], each).length for each in there)
        assert 0.6 - 1e-3 <= 1 - beside / across < 0.80
    assert route.speed * lens.interval <= along * 0.25 + 1e-6
    assert route.ground_sample_distance == pytest.approx(80 * 100 * lens.sensor[0] / lens.focal_length / lens.image[0])


def camera(aircraft: str) -> SurveyCamera:
    from flighthub._waylines.cameras import find_camera

    payload = find_payload(None, find_aircraft(aircraft))
    return find_camera(payload.key, None, payload.name)


@pytest.mark.parametrize("seed", range(12))
def test_every_place_of_an_area_is_on_a_picture_also_where_it_is_concave(seed: int) -> None:
    rng = random.Random(seed)
    area = polygon(rng)
    route = waylines.survey(area, height=60, overlap=(0.6, 0.4), aircraft="Matrice 4D")
    flat = FlatMap(area, "area")
    ring = [flat.flatten(each) for each in area]
    across, along = camera("Matrice 4D").footprint(60)
    frames: list[tuple[Sequence[float], Sequence[float], float]] = []
    for line in pictures(route):
        spots = [flat.flatten(each) for each in line]
        angle = math.atan2(spots[-1][0] - spots[0][0], spots[-1][1] - spots[0][1])
        frames += [(spot, (math.sin(angle), math.cos(angle)), angle) for spot in spots]
    for _ in range(300):
        spot = (rng.uniform(-300, 300), rng.uniform(-300, 300))
        if is_inside(spot, [ring]):
            assert any(sees(frame, spot, across, along) for frame in frames), spot


def sees(
    frame: tuple[Sequence[float], Sequence[float], float], spot: tuple[float, float], across: float, along: float
) -> bool:
    (x, y), (east, north), _ = frame
    dx, dy = spot[0] - x, spot[1] - y
    return abs(dx * east + dy * north) <= along / 2 + 0.05 and abs(dx * north - dy * east) <= across / 2 + 0.05


def test_lines_lead_where_they_are_fewest() -> None:
    long = [(46.0, 14.5), (46.0, 14.52), (46.002, 14.52), (46.002, 14.5)]
    route = waylines.survey(long, height=80, aircraft="Matrice 4D")
    first, second = (each.place for each in route.waypoints[:2])
    assert abs(math.remainder(measure(first, second).begin - 90, 180)) < 1
    other = waylines.survey(long, height=80, angle=0, aircraft="Matrice 4D")
    assert len(other.waypoints) > 3 * len(route.waypoints)


def test_holes_get_no_pictures_and_pieces_of_a_concave_area_are_flown_apart() -> None:
    hole = [(46.0506, 14.5010), (46.0506, 14.5020), (46.0514, 14.5020), (46.0514, 14.5010)]
    whole = waylines.survey(FIELD, height=40, angle=0, aircraft="Matrice 4D")
    holed = waylines.survey(FIELD, height=40, angle=0, holes=[hole], aircraft="Matrice 4D")
    assert holed.photos < whole.photos
    assert len(holed.waypoints) > len(whole.waypoints)
    flat = FlatMap(FIELD, "area")
    ring = [flat.flatten(each) for each in hole]
    inside = [spot for line in pictures(holed) for spot in line if is_inside(flat.flatten(spot), [ring])]
    # The edge of a hole belongs to the area, and its strip has a width.
    assert len(inside) <= 0.02 * holed.photos
    geojson = {
        "type": "Polygon",
        "coordinates": [[[b, a] for a, b in [*FIELD, FIELD[0]]], [[b, a] for a, b in [*hole, hole[0]]]],
    }
    assert waylines.survey(geojson, height=40, angle=0, aircraft="Matrice 4D").waypoints == holed.waypoints


def test_a_margin_is_seen_as_well() -> None:
    plain = waylines.survey(FIELD, height=80, angle=0, aircraft="Matrice 4D")
    wider = waylines.survey(FIELD, height=80, angle=0, margin=40, aircraft="Matrice 4D")
    south = min(each.latitude for each in plain.waypoints)
    assert measure((south, 14.5), (min(each.latitude for each in wider.waypoints), 14.5)).length == pytest.approx(
        40, abs=0.1
    )
    assert wider.photos > plain.photos


@pytest.mark.parametrize("side", [0.05, 1.0, 5.0])
def test_an_area_smaller_than_a_picture_gets_two(side: float) -> None:
    corner = (46.0, 14.5)
    area = [corner, travel(corner, 90, side), travel(corner, 45, side), travel(corner, 0, side)]
    route = waylines.survey(area, height=80, aircraft="Matrice 4D")
    assert (len(route.waypoints), route.photos) == (2, 2)
    assert route.inspect().findings.ok


@pytest.mark.parametrize(
    "area",
    [
        [(0.0, 179.999), (0.0, -179.999), (0.002, -179.999), (0.002, 179.999)],
        [(-17.0, -179.9995), (-17.0, 179.9990), (-17.002, 180.0)],
        [(89.9985, 0), (89.9985, 120), (89.9985, -120)],
        [(-89.999, 10), (-89.9985, 100), (-89.999, -170), (-89.9985, -80)],
    ],
)
def test_areas_across_the_180th_meridian_and_around_a_pole_are_like_any_other(area: list[Place]) -> None:
    route = waylines.survey(area, height=60, aircraft="Matrice 4D")
    legs = [measure(a.place, b.place).length for a, b in pairwise(route.waypoints)]
    assert max(legs) < 600
    assert sum(legs) == pytest.approx(route.length, rel=1e-6)
    assert route.inspect().findings.ok
    shown = route.to_geojson()["features"][0]["geometry"]
    lines = shown["coordinates"] if shown["type"] == "MultiLineString" else [shown["coordinates"]]
    if abs(area[0][0]) < 80:
        assert all(abs(a[0] - b[0]) < 1 for each in lines for a, b in pairwise(each))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"area": [(46, 14), (46, 14.001)]}, "2 different corners"),
        ({"area": [(46, 14), (46, 14.001), (46, 14.002)]}, "on a line"),
        ({"area": [(46, 14), (46.001, 14.001), (46.001, 14), (46, 14.001)]}, "edge 0 crosses edge 2"),
        ({"area": [(46, 14), (46, 19), (48, 19)]}, "more than 100 km from its middle"),
        ({"area": [(46, 14), (96, 14), (46, 15)]}, "latitude 96"),
        ({"area": {"type": "MultiPolygon", "coordinates": []}}, "one by one"),
        ({"area": "field.geojson"}, "list of places"),
        ({"holes": [[(47, 14), (47, 14.001), (47.001, 14)]]}, "outside of its border"),
        ({"overlap": 1.0}, "0 to 0.95"),
        ({"overlap": (0.95, 0.7), "height": 5}, "the camera takes one each"),
        ({"speed": 15.0, "aircraft": "Matrice 30T"}, "the camera takes one each"),
        ({"height": None}, "either height or ground_sample_distance"),
        ({"height": -5}, "more than 0"),
        ({"camera": "zoom"}, "no lens 'zoom'"),
        ({"aircraft": "Matrice 350 RTK", "payload": "Zenmuse Z30"}, "sensor of Zenmuse Z30 is not known"),
        ({"aircraft": "Matrice 350 RTK"}, "name it"),
        ({"aircraft": "Phantom"}, "'Phantom' is none of"),
        ({"margin": -1}, "margin"),
        ({"angle": 1000}, "angle"),
        ({"height": 3, "area": [(46, 14), (46, 15.2), (46.6, 15.2), (46.6, 14)], "overlap": 0.9}, "lines"),
    ],
)
def test_what_cannot_be_surveyed_is_refused_with_a_reason(changes: dict[str, object], says: str) -> None:
    told: dict[str, object] = {"area": FIELD, "height": 80, "aircraft": "Matrice 4D", **changes}
    with pytest.raises(InvalidArgument, match=says):
        waylines.survey(told.pop("area"), **told)  # type: ignore[arg-type]


def test_a_camera_of_ones_own_can_be_given() -> None:
    own = SurveyCamera("wide", (10.0, 8.0), 10.0, (1000, 800), 1.0, "measured", "documented")
    route = waylines.survey(FIELD, height=100, camera=own, aircraft="Matrice 350 RTK", payload="Zenmuse H30")
    assert route.ground_sample_distance == pytest.approx(10.0)
