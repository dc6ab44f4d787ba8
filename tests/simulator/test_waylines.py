"""Routes: real files, read when their upload ends, and refused as the real server refuses them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import httpx
import pytest
from flying import AIRCRAFT, HARBOUR, PERIMETER, kmz, start

from flighthub import APIError, FlightHub, NotFound, OutcomeUnknown, WaylineInvalid
from flighthub_simulator import Simulator

SQUARE = "46.0520/14.5065/60 46.0530/14.5065/60 46.0530/14.5080/70"


def upload(simulator: Simulator, hub: FlightHub, content: bytes, name: str = "Mine") -> Any:
    """Stores a file as an upload does, and reports it."""
    prefix = hub.projects.storage_credentials().object_key_prefix
    key = f"{prefix}/6c1e/{name}.kmz"
    simulator.store.put(key, content)
    return hub.waylines.finish_upload(name=name, object_key=key)


def test_a_scenario_has_routes_with_real_files(hub: FlightHub) -> None:
    listed = hub.waylines.list()
    assert [each.name for each in listed] == ["Perimeter", "Stockpile survey"]
    found = hub.waylines.get(PERIMETER)
    assert found.download_url is not None
    file = httpx.get(found.download_url.reveal())
    assert file.status_code == 200
    assert len(file.content) == found.size
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert archive.namelist() == ["wpmz/template.kml", "wpmz/waylines.wpml"]
        assert archive.read("wpmz/waylines.wpml").count(b"<Placemark>") == found.wayline_point_nums
    assert found.device_model_key == "0-91-1"
    assert 600 < (found.distance or 0) < 700


def test_a_route_that_was_downloaded_can_be_uploaded_and_is_the_same(world: Simulator, hub: FlightHub) -> None:
    first = hub.waylines.get(PERIMETER)
    assert first.download_url is not None
    made = upload(world, hub, httpx.get(first.download_url.reveal()).content, "Again")
    second = hub.waylines.get(made.uuid)
    assert (second.distance, second.wayline_point_nums) == (first.distance, first.wayline_point_nums)
    assert (second.template_types, second.payload_information) == (first.template_types, first.payload_information)
    assert second.id != first.id


def test_a_file_of_others_becomes_a_route_that_is_listed_last(world: Simulator, hub: FlightHub) -> None:
    made = upload(world, hub, kmz(SQUARE))
    assert made.name == "Mine"
    last = hub.waylines.list()[-1]
    assert (last.id, last.name, last.device_model_key) == (made.uuid, "Mine", "0-91-1")
    assert last.payload_information == []
    assert hub.waylines.get(made.uuid).wayline_point_nums == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 cut off",
        kmz(SQUARE)[:200],
        kmz(SQUARE, name="elsewhere/waylines.wpml"),
        kmz("north/14.5/60 46/14/60"),
        kmz("96.0/14.5/60 46/14/60"),
        kmz("46.0/14.5/high 46/14/60"),
    ],
    ids=["empty", "no archive", "cut off", "nothing inside", "no latitude", "nowhere", "no height"],
)
def test_a_file_that_cannot_be_read_is_a_server_error_as_it_was_seen(
    content: bytes, world: Simulator, hub: FlightHub
) -> None:
    with pytest.raises(APIError) as caught:
        upload(world, hub, content)
    assert (caught.value.http_status, caught.value.code) == (500, 200500)
    assert len(hub.waylines.list()) == 2


def test_a_file_that_unpacks_to_too_much_or_calls_for_others_is_not_read(world: Simulator, hub: FlightHub) -> None:
    made = io.BytesIO()
    entity = b'<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>'
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("wpmz/waylines.wpml", entity)
    with pytest.raises(APIError, match="200500"):
        upload(world, hub, made.getvalue())


def test_a_file_that_was_not_stored_or_lies_elsewhere_is_not_found(world: Simulator, hub: FlightHub) -> None:
    prefix = hub.projects.storage_credentials().object_key_prefix
    world.store.put("elsewhere/mine.kmz", kmz(SQUARE))
    for key in (f"{prefix}/absent.kmz", "elsewhere/mine.kmz"):
        with pytest.raises(APIError, match="219001"):
            hub.waylines.finish_upload(name="Mine", object_key=key)


def test_a_route_of_another_project_or_of_nobody_is_not_found(hub: FlightHub) -> None:
    for id_ in ("00000000-0000-4000-8000-000000000000", "7be1a1f4-4c1d-4b39-8f4e-5f0c9c1d7a03"):
        with pytest.raises(NotFound):
            hub.waylines.get(id_)
    assert [each.name for each in hub.with_project(HARBOUR).waylines.list()] == ["Quay"]


@pytest.mark.parametrize("points", ["46.05/14.50/60", "46.05/14.50/60 46.05/14.50/60"], ids=["one point", "no length"])
def test_a_route_without_length_is_refused_when_it_should_be_flown(
    points: str, world: Simulator, hub: FlightHub
) -> None:
    made = upload(world, hub, kmz(points))
    with pytest.raises(WaylineInvalid, match="219019"):
        start(hub, wayline_uuid=made.uuid)
    assert world.world.flight_tasks.all == []


def test_a_route_for_another_aircraft_is_refused_when_it_should_be_flown(world: Simulator, hub: FlightHub) -> None:
    made = upload(world, hub, kmz(SQUARE, drone=100, sub=0))
    with pytest.raises(WaylineInvalid):
        start(hub, wayline_uuid=made.uuid)


def test_heights_above_the_ellipsoid_are_flown_as_such(world: Simulator, hub: FlightHub) -> None:
    made = upload(world, hub, kmz("46.0515/14.5065/372.4 46.0525/14.5065/372.4", mode="WGS84"))
    start(hub, wayline_uuid=made.uuid)
    world.clock.advance(42)
    state: Any = hub.devices.get_state(AIRCRAFT)
    assert state.elevation == pytest.approx(60, abs=1)
    assert state.position.height == pytest.approx(372.4, abs=1)


def test_nobody_but_the_server_decides_whether_a_lost_report_made_a_route(world: Simulator, hub: FlightHub) -> None:
    world.faults.add("finishWaylineUpload", status=502)
    with pytest.raises(OutcomeUnknown):
        upload(world, hub, kmz(SQUARE))
