"""Routes in a project: uploaded once, flown, and compared with the ground where it is told how high that is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import CLIENTS, using

from flighthub import InvalidArgument, waylines
from flighthub.errors import PreflightFailed
from flighthub.waylines import Route
from flighthub_simulator import Simulator, run

both = pytest.mark.parametrize("client", CLIENTS)

PLACE = (46.0523, 14.5061)
"""Some fifty metres from the dock."""


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    _standing.reset()
    return _standing


def go(client: str, simulator: Simulator, work: Any) -> Any:
    told = {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url}
    return using(client, work, **told)


def visit(**changes: Any) -> Route:
    return waylines.visit(**{"point": PLACE, "height": 60, "aircraft": "Matrice 3TD", **changes})


def count(simulator: Simulator, what: str) -> int:
    return sum(each["what"] == what for each in simulator.world.requests)


@both
def test_a_route_is_uploaded_once_and_flown(client: str, world: Simulator) -> None:
    first = go(client, world, lambda fh: fh.waylines.upload(visit()))
    assert first.name.startswith("Visit ")
    again = go(client, world, lambda fh: fh.waylines.upload(visit()))
    assert again.id == first.id
    task = go(client, world, lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=visit(), preflight=True))
    assert task.wayline_uuid == first.id
    assert count(world, "waylines.finish_upload") == 1
    other = go(client, world, lambda fh: fh.waylines.upload(visit(height=61)))
    assert other.id != first.id
    named = go(client, world, lambda fh: fh.waylines.upload(visit(), name="Gate"))
    assert (named.name, named.id == first.id) == ("Gate", False)


@both
def test_a_launch_uploads_the_route_that_it_flies(client: str, world: Simulator) -> None:
    task = go(client, world, lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=visit(), key="alarm 7"))
    again = go(client, world, lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=visit(), key="alarm 7"))
    assert (again.uuid, again.was_launched) == (task.uuid, False)
    assert count(world, "waylines.finish_upload") == 1
    assert count(world, "flight_tasks.create") == 1


@pytest.fixture(autouse=True)
def _journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@both
def test_a_dry_run_and_a_refused_flight_upload_nothing(client: str, world: Simulator) -> None:
    plan = go(client, world, lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=visit(), dry_run=True))
    assert plan.arguments["wayline_uuid"] == "(uploaded by the launch)"
    assert plan.findings.ok
    with pytest.raises(PreflightFailed, match="Matrice 4D"):
        go(
            client,
            world,
            lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=visit(aircraft="Matrice 4D"), preflight=True),
        )
    far = visit(point=(46.5, 14.5))
    with pytest.raises(PreflightFailed, match="DJI Dock 2 reaches"):
        go(client, world, lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=far, preflight=True))
    with pytest.raises(InvalidArgument, match="must be an id, a name or a Route, not int"):
        go(client, world, lambda fh: fh.flight_tasks.launch(dock="North dock", wayline=7))
    assert count(world, "waylines.finish_upload") == 0


def terrain(client: str, world: Simulator, ground: Any, **changes: Any) -> Any:
    found = go(
        client,
        world,
        lambda fh: fh.flight_tasks.preflight(dock="North dock", wayline=visit(**changes), ground=ground),
    )
    return next(each for each in found if each.check == "terrain")


@both
def test_terrain_is_known_only_where_it_is_told(client: str, world: Simulator) -> None:
    assert "was not looked at" in terrain(client, world, None).text
    flat = terrain(client, world, lambda latitude, longitude: 300.0)
    assert (flat.level, flat.text[:22]) == ("ok", "The route is 60 m abov")
    hill = terrain(client, world, lambda latitude, longitude: 300.0 if latitude < 46.05215 else 350.0)
    assert (hill.level, "10 m above the ground" in hill.text) == ("warning", True)
    wall = terrain(client, world, lambda latitude, longitude: 300.0 if latitude < 46.05215 else 370.0)
    assert (wall.level, "leads into the ground" in wall.text) == ("problem", True)
    partly = terrain(client, world, lambda latitude, longitude: 300.0 if latitude < 46.05215 else None)
    assert (partly.level, "is not known" in partly.text) == ("warning", True)
    unknown = terrain(client, world, lambda latitude, longitude: None)
    assert (unknown.level, "at the dock is not known" in unknown.text) == ("warning", True)
    by_itself = terrain(client, world, lambda *_: 300.0, height_mode="realTimeFollowSurface")
    assert "by itself" in by_itself.text


@both
def test_the_ground_can_be_a_geotiff(client: str, world: Simulator, tmp_path: Path) -> None:
    import numpy as np
    import rasterio

    file = tmp_path / "ground.tif"
    heights = np.full((400, 400), 300.0, dtype="float32")
    # To the north of 46.0522 it is 45 m higher.
    heights[:200] = 345.0
    profile = {"driver": "GTiff", "width": 400, "height": 400, "count": 1, "dtype": "float32", "crs": "EPSG:4326"}
    with rasterio.open(file, "w", transform=rasterio.Affine(3e-5, 0, 14.50, 0, -1e-5, 46.0542), **profile) as into:
        into.write(heights, 1)
    found = terrain(client, world, file)
    assert (found.level, "15 m above the ground" in found.text) == ("ok", True)
    for wrong in (tmp_path / "none.tif", Path(__file__)):
        with pytest.raises(InvalidArgument, match="no GeoTIFF"):
            terrain(client, world, wrong)


def test_heights_above_the_ellipsoid_are_compared_by_the_height_of_the_dock(world: Simulator) -> None:
    state = go("sync", world, lambda fh: fh.devices.get_state("7CTDEXAMPLE0001"))
    assert state.position is not None
    above = state.position.height + 80
    found = terrain("sync", world, lambda *_: 12.0, height=above, height_mode="WGS84", geoid_undulation=46.0)
    assert "80 m above the ground" in found.text
