"""Docks by their distance from a place, with what keeps each from flying."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from client.both_clients import CLIENTS

from flighthub import InvalidArgument, NearbyDock, Position
from flighthub._devices.places import parse_point
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator

from .playing import played

both = pytest.mark.parametrize("client", CLIENTS)

NORTH, EAST, RIDGE = "7CTDEXAMPLE0001", "8UUXEXAMPLE0002", "4TADEXAMPLE0003"
AT_RIDGE = (46.0552, 14.4990)
STATE = next(each.operation_id for each in OPERATIONS.values() if each.name == "devices.get_state")
ALERTS = next(each.operation_id for each in OPERATIONS.values() if each.name == "devices.list_alerts")


def nearest(client: str, simulator: Simulator, point: Any = AT_RIDGE, **told: Any) -> list[NearbyDock]:
    found: list[NearbyDock] = played(client, simulator, lambda fh: fh.devices.nearest(point, **told))
    return found


def names(docks: list[NearbyDock]) -> list[str]:
    return [dock.unit.name for dock in docks]


@both
def test_docks_come_by_their_distance_and_say_that_they_can_fly(client: str, world: Simulator) -> None:
    docks = nearest(client, world)
    assert names(docks) == ["Ridge dock", "North dock", "East dock"]
    by_vincenty = [24.570690, 703.764376, 1304.290006]
    assert [dock.distance for dock in docks] == pytest.approx(by_vincenty, abs=0.01)
    assert all(dock.is_ready and dock.position is not None for dock in docks)
    assert docks[0].sn == docks[0].unit.dock.sn  # type: ignore[union-attr]
    assert str(docks[0]) == "Ridge dock, 25 m: ready"
    calls = [each["what"] for each in world.world.requests]
    assert calls.count("devices.list_alerts") == 1, "the alerts of all docks are read at once"


@both
@pytest.mark.parametrize(
    ("event", "told", "text"),
    [
        ("device_offline", {}, "The dock is offline"),
        ("battery", {"percent": 12}, "charged to 12 %"),
    ],
)
def test_what_keeps_a_dock_from_flying_is_told_and_leaves_it_out_of_those_that_are_ready(
    client: str, event: str, told: dict[str, Any], text: str, world: Simulator
) -> None:
    (first, *_) = nearest(client, world)
    world.world.happen(event, {"sn": first.sn, **told})
    (blocked,) = [dock for dock in nearest(client, world) if not dock.is_ready]
    assert blocked.sn == first.sn
    assert text in str(blocked)
    assert names(nearest(client, world, ready=True)) == ["North dock", "East dock"]


@both
def test_heavy_rain_at_the_docks_leaves_none_that_is_ready(client: str, world: Simulator) -> None:
    world.world.happen("rain", {"level": "heavy_rain"})
    assert nearest(client, world, ready=True) == []


@both
def test_a_dock_that_flies_already_is_not_ready(client: str, world: Simulator) -> None:
    def script(fh: Any) -> Any:
        yield fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
        world.clock.advance(120)
        return (yield fh.devices.nearest(AT_RIDGE))

    docks = played(client, world, script)
    assert [(dock.unit.name, dock.is_ready) for dock in docks] == [
        ("Ridge dock", True),
        ("North dock", False),
        ("East dock", True),
    ]


@both
def test_a_dock_whose_state_cannot_be_read_comes_last_and_says_why(client: str, world: Simulator) -> None:
    (first, *_) = nearest(client, world)
    world.faults.add(STATE, code=210404, message="no state", count=1)
    docks = nearest(client, world)
    assert len(docks) == 3
    lost = docks[-1]
    assert (lost.distance, lost.position, lost.is_ready) == (None, None, False)
    assert "could not be read" in str(lost)
    assert first.sn in {dock.sn for dock in docks}


@both
def test_a_dock_without_a_position_comes_last_and_is_not_ready(client: str, world: Simulator) -> None:
    world.faults.add(STATE, nulls=True, count=1)
    docks = nearest(client, world)
    lost = docks[-1]
    assert (len(docks), lost.distance, lost.is_ready) == (3, None, False)
    assert "Where the dock stands is not known" in str(lost)


@both
def test_alerts_that_cannot_be_read_are_a_warning(client: str, world: Simulator) -> None:
    world.faults.add(ALERTS, status=500)
    docks = nearest(client, world)
    assert all(dock.is_ready for dock in docks)
    assert [each.check for each in docks[0].findings.of("warning")] == ["alerts"]


@both
def test_a_place_beyond_the_reach_of_a_dock_is_warned_of(client: str, world: Simulator) -> None:
    docks = nearest(client, world, (46.5, 14.5))
    assert all("distance" in {each.check for each in dock.findings.of("warning")} for dock in docks)


@both
def test_a_project_without_docks_has_none(client: str, world: Simulator) -> None:
    assert nearest(client, world, request_options={"project": "Archive"}) == []


@both
def test_coordinates_that_are_swapped_are_refused_where_a_dock_is_near_the_other_way_round(
    client: str, world: Simulator
) -> None:
    with pytest.raises(InvalidArgument, match="swapped") as caught:
        nearest(client, world, (14.499, 46.0552))
    assert caught.value.member == "point"


PLACE = (46.0552, 14.4990)


@pytest.mark.parametrize(
    "point",
    [
        PLACE,
        [*PLACE],
        {"latitude": PLACE[0], "longitude": PLACE[1]},
        Position(*PLACE, height=None),
        SimpleNamespace(latitude=PLACE[0], longitude=PLACE[1]),
        {"type": "Point", "coordinates": [PLACE[1], PLACE[0]]},
        {"type": "Point", "coordinates": [PLACE[1], PLACE[0], 331.0]},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [PLACE[1], PLACE[0]]}},
        SimpleNamespace(__geo_interface__={"type": "Point", "coordinates": (PLACE[1], PLACE[0])}),
    ],
)
def test_a_place_is_taken_in_the_forms_that_people_have(point: Any) -> None:
    assert parse_point(point, "point") == PLACE


@pytest.mark.parametrize(
    ("point", "problem"),
    [
        ((100.0, 14.5), "latitude 100.*latitude comes first"),
        ((446.0, 514.0), "WGS-84"),
        ((46.0, 214.5), "longitude 214.5"),
        ((0, 0), "does not know where it is"),
        ((46.0,), "1 values"),
        ((46.0, 14.5, 300.0), "3 values"),
        ((46.0, True), "longitude in degrees.*True"),
        ((float("nan"), 14.5), "latitude in degrees.*nan"),
        ("46.0, 14.5", "not str"),
        (None, "not None"),
        (SimpleNamespace(latitude=None, longitude=14.5), "None: the place is not known"),
        ({"latitude": 46.0}, "needs a longitude"),
        ({"type": "Point", "coordinates": [14.5, 146.0]}, "latitude from -90 to 90"),
        ({"type": "LineString", "coordinates": [[14.5, 46.0], [14.6, 46.0]]}, "single place, not a LineString"),
        ({"lat": 46.0, "lng": 14.5}, "Point"),
    ],
)
def test_what_is_no_place_is_refused_with_what_is_wrong(point: Any, problem: str) -> None:
    with pytest.raises(InvalidArgument, match=problem) as caught:
        parse_point(point, "point")
    assert (caught.value.member or "").startswith("point")
