"""Live video: three kinds of address, streams that stop, and forwarders with their limits."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flying import AIRCRAFT, DOCK, MORNING, airborne, client, ended, start

from flighthub import APIError, FlightHub
from flighthub.enums import ConverterState, LiveUrlType
from flighthub_simulator import Simulator, run
from flighthub_simulator._world._scenario import scenario

CAMERA, DOCK_CAMERA = "81-0-0", "165-0-7"
RTMP = {"url": "rtmp://media.example.com/live/planted"}
GB28181 = {
    "server_id": "34020000002000000001",
    "server_ip": "192.0.2.10",
    "server_port": "5060",
    "device_id": "34020000001320000001",
    "device_password": "planted",
    "local_port": "7060",
    "local_channel": "34020000001310000001",
}


def watch(hub: FlightHub, sn: str = DOCK, camera: str = DOCK_CAMERA, seconds: int = 7200) -> Any:
    return hub.livestreams.start(sn=sn, camera_index=camera, video_expire=seconds, quality_type="adaptive")


def forward(hub: FlightHub, name: str = "room", **members: Any) -> str:
    given = {"sn": DOCK, "camera_index": DOCK_CAMERA, "schema": "rtmp", "schema_option": RTMP, **members}
    return hub.stream_forwarders.create(converter_name=name, **given).converter_id


@pytest.mark.parametrize("kind", ["volc", "srs", "agora"])
def test_a_livestream_has_the_address_of_its_service(kind: str) -> None:
    with (
        run(speed=0, start=MORNING, scenario={**scenario(), "livestreams": kind}) as simulator,
        client(simulator) as hub,
    ):
        found = watch(hub)
    assert found.url_type is LiveUrlType(kind)
    assert found.expire_ts == int((MORNING + timedelta(seconds=7200)).timestamp())
    url = found.url.reveal()
    if kind == "volc":
        members = parse_qs(url)
        assert members["room_id"] == [f"{DOCK}_{DOCK_CAMERA}"]
        assert members["expire_time"] == [str(found.expire_ts)]
        assert members.keys() == {"app_id", "expire_time", "room_id", "token", "user_id"}
    elif kind == "srs":
        assert urlsplit(url).scheme == "https"
    else:
        assert json.loads(url)["expire_ts"] == found.expire_ts


def test_an_aircraft_that_is_off_has_no_gateway_and_one_that_flies_streams(world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(APIError, match="213003"):
        watch(hub, AIRCRAFT, CAMERA)
    start(hub)
    airborne(world, hub)
    first, second = watch(hub, AIRCRAFT, CAMERA), watch(hub, AIRCRAFT, CAMERA)
    assert first.url.reveal() != second.url.reveal()
    assert [each.camera.index for each in world.world.streams.live] == [CAMERA]


def test_a_wrong_camera_and_an_offline_device_are_refused(world: Simulator, hub: FlightHub) -> None:
    with pytest.raises(APIError, match="213014"):
        watch(hub, camera="165-0-9")
    world.world.happen("device_offline", {"sn": DOCK})
    with pytest.raises(APIError, match="213001"):
        watch(hub)


@pytest.mark.parametrize(("expires", "stops"), [(7200, 300), (60, 60)])
def test_a_stream_that_nobody_watches_stops_after_five_minutes_or_with_its_token(
    expires: int, stops: int, world: Simulator, hub: FlightHub
) -> None:
    watch(hub, seconds=expires)
    for seconds, count in ((0, 1), (stops - 1, 1), (1, 0)):
        world.clock.advance(seconds)
        hub.system.status()
        assert len(world.world.streams.live) == count


@pytest.mark.parametrize(("schema", "option"), [("rtmp", RTMP), ("gb28181", GB28181)])
def test_a_forwarder_is_made_switched_on_watched_and_deleted(
    schema: str, option: dict[str, str], world: Simulator, hub: FlightHub
) -> None:
    assert hub.raw.stream_forwarders.list().answer.to_dict()["data"] == {"list": None}
    id_ = forward(hub, schema=schema, schema_option=option)

    def look() -> Any:
        (found,) = hub.stream_forwarders.list()
        return found

    made = look()
    assert (made.converter_id, made.converter_name, made.auto_push_stream) == (id_, "room", False)
    assert made.state is ConverterState.INITIALIZED
    assert made.to_dict()["schema_option"] == option
    assert "planted" not in repr(made)
    assert "planted" not in repr(world.world.streams.forwarders)
    world.clock.advance(3600)
    assert look().state is ConverterState.INITIALIZED
    hub.stream_forwarders.update(id_, auto_push_stream=True)
    assert (look().auto_push_stream, look().state) == (True, ConverterState.INITIALIZED)
    world.clock.advance(3)
    assert (look().state, look().code) == (ConverterState.RUNNING, 0)
    hub.stream_forwarders.update(id_, auto_push_stream=True)
    assert look().state is ConverterState.RUNNING
    hub.stream_forwarders.update(id_, auto_push_stream=False)
    world.clock.advance(10)
    assert look().state is ConverterState.INITIALIZED
    hub.stream_forwarders.delete(id_)
    assert hub.stream_forwarders.list() == []


def test_a_forwarder_of_an_aircraft_that_is_off_fails_and_says_why(world: Simulator, hub: FlightHub) -> None:
    id_ = forward(hub, sn=AIRCRAFT, camera_index=CAMERA)
    hub.stream_forwarders.update(id_, auto_push_stream=True)
    world.clock.advance(5)
    (found,) = hub.stream_forwarders.list()
    assert (found.state, found.code, found.device_online_status) == (ConverterState.FAILED, 213003, False)


def test_a_forwarder_that_is_on_follows_its_source_by_itself(world: Simulator, hub: FlightHub) -> None:
    id_ = forward(hub, sn=AIRCRAFT, camera_index=CAMERA)
    hub.stream_forwarders.update(id_, auto_push_stream=True)

    def look() -> Any:
        (found,) = hub.stream_forwarders.list()
        return found.state, found.code, found.device_online_status

    running, failed = (ConverterState.RUNNING, 0, True), (ConverterState.FAILED, 213003, False)
    uuid = start(hub)
    airborne(world, hub)
    assert look() == running
    for event, seen in (("device_offline", failed), ("device_online", running)):
        world.world.happen(event, {"sn": DOCK})
        assert look() == seen
    ended(world, hub, uuid)
    world.clock.advance(600)
    assert look() == failed


def test_a_forwarder_that_is_switched_off_and_on_again_starts_anew(world: Simulator, hub: FlightHub) -> None:
    id_ = forward(hub)
    for enabled in (True, False, True):
        hub.stream_forwarders.update(id_, auto_push_stream=enabled)
        world.clock.advance(1)
    (found,) = hub.stream_forwarders.list()
    assert found.state is ConverterState.INITIALIZED
    world.clock.advance(2)
    (found,) = hub.stream_forwarders.list()
    assert found.state is ConverterState.RUNNING


def test_another_password_is_no_other_target(hub: FlightHub) -> None:
    forward(hub, schema="gb28181", schema_option=GB28181)
    with pytest.raises(APIError, match="213028"):
        forward(hub, "other", schema="gb28181", schema_option={**GB28181, "device_password": "another"})
    forward(hub, "other", schema="gb28181", schema_option={**GB28181, "local_channel": "34020000001310000002"})


def test_names_and_targets_are_unique_and_twenty_are_enough(world: Simulator, hub: FlightHub) -> None:
    forward(hub)
    with pytest.raises(APIError, match="213025"):
        forward(hub, schema_option={"url": "rtmp://media.example.com/live/other"})
    with pytest.raises(APIError, match="213028"):
        forward(hub, "other")
    for number in range(19):
        forward(hub, f"room {number}", schema_option={"url": f"rtmp://media.example.com/live/{number}"})
    with pytest.raises(APIError, match="233317"):
        forward(hub, "one more", schema_option={"url": "rtmp://media.example.com/live/more"})
    assert len(hub.stream_forwarders.list()) == 20


def test_a_forwarder_that_is_gone_stays_gone(hub: FlightHub) -> None:
    id_ = forward(hub)
    hub.stream_forwarders.delete(id_)
    with pytest.raises(APIError, match="213029"):
        hub.stream_forwarders.delete(id_)
    with pytest.raises(APIError, match="213029"):
        hub.stream_forwarders.update(id_, auto_push_stream=True)
