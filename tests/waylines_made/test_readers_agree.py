"""Routes of every maker, at random: what is read is what was made, by `inspect` and by two programs that are not ours.

`FLIGHTHUB_RANDOM_ROUTES=5000` makes so many of each maker; a few dozen otherwise.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from flighthub import waylines
from flighthub.waylines import Route, Waypoint

from .random_routes import MAKERS
from .readers import UNKNOWN, document, read_by_djikmz, read_by_gdal

COUNT = int(os.environ.get("FLIGHTHUB_RANDOM_ROUTES", "30"))
READ_BY_GDAL = 5
"""Every how many routes GDAL is asked, which opens a file for each, unless all are asked for."""


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_all_readers_find_the_points_heights_and_actions_that_were_made(make: object, tmp_path: Path) -> None:
    for seed in range(COUNT):
        route = make(random.Random(f"{make.__name__} {seed}"))  # type: ignore[operator, attr-defined]
        content = route.to_bytes()
        agree_with_inspect(route, content, seed)
        agree_with_djikmz(route, content, seed)
        if COUNT >= 5000 or seed % READ_BY_GDAL == 0:
            places = read_by_gdal(content, tmp_path)
            assert places == [each.place for each in route.waypoints], seed


def agree_with_inspect(route: Route, content: bytes, seed: int) -> None:
    found = waylines.inspect(content)
    assert not found.findings, (seed, str(found.findings))
    assert found.waypoints == route.to_waypoints(), seed
    assert found.length == pytest.approx(route.length), seed
    assert found.duration == pytest.approx(route.duration, abs=0.06), seed
    assert found.duration_source == "file", seed
    assert found.expected_photos == route.photos, seed
    assert (found.aircraft, found.device_model_key) == (route.aircraft, route.device_model_key), seed
    told = (found.finish_action, found.rc_lost_action, found.fly_to_wayline_mode, found.take_off_security_height)
    assert told == (
        route.finish_action,
        route.rc_lost_action,
        route.fly_to_wayline_mode,
        route.take_off_security_height,
    ), seed
    assert found.rth_height == route.rth_height, seed
    assert found.author == route.author, seed
    assert [each.name for each in found.payloads] == [route.payload], seed


def agree_with_djikmz(route: Route, content: bytes, seed: int) -> None:
    shift = (route.geoid_undulation or 0.0) if route.height_mode == "WGS84" else 0.0
    found = read_by_djikmz(content)
    expected = route.to_waypoints()
    assert len(found) == len(expected), seed
    for ours, theirs in zip(expected, found, strict=True):
        assert (theirs.latitude, theirs.longitude) == (ours.latitude, ours.longitude), seed
        assert theirs.height == pytest.approx((ours.height or 0.0) - shift, abs=1e-6), seed
        assert theirs.actions == [
            (
                each.kind,
                each.trigger,
                pytest.approx(each.every) if each.every else None,
                each.first_index,
                each.last_index,
            )
            for each in ours.actions
            if each.kind not in UNKNOWN
        ], seed


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_the_same_route_has_the_same_bytes(make: object) -> None:
    for seed in range(3):
        first, second = (make(random.Random(seed)).to_bytes() for _ in range(2))  # type: ignore[operator]
        assert first == second


def test_the_version_is_the_first_that_has_what_is_used() -> None:
    def version(route: Route) -> str:
        found = {
            document(route.to_bytes(), name).partition("wpmz/")[2][:5] for name in ("template.kml", "waylines.wpml")
        }
        assert len(found) == 1
        return found.pop()

    old = waylines.visit((46, 14), height=50, aircraft="Matrice 30")
    assert version(old) == "1.0.0"
    assert version(old.replace(aircraft="Matrice 3TD")) == "1.0.2"
    assert version(old.replace(aircraft="Matrice 4D")) == "1.0.6"
    wide = waylines.visit((46, 14), height=50, aircraft="Matrice 30", actions=[waylines.take_panorama()])
    assert version(wide) == "1.0.6"


def test_what_is_read_of_a_route_can_be_made_again() -> None:
    route = waylines.orbit((46, 14), 30, height=50, aircraft="Matrice 3TD")
    again = Route.from_geojson(route.to_geojson(), aircraft="Matrice 3TD")
    assert [(each.place, each.height) for each in again.waypoints] == [
        (each.place, each.height) for each in route.waypoints
    ]
    assert again.photos == route.photos
    assert all(isinstance(each, Waypoint) for each in again.to_waypoints())
