"""The console of a simulator: what its world looks like in snapshots, and what a click may do there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest

from flighthub import FlightHub, Secret
from flighthub_console import Snapshot
from flighthub_simulator import Simulator

from .scenes import AIRCRAFT, DOCK, HOSTILE, OTHER_DOCK, PERIMETER, SURVEY, annotate, ask, launch

HARBOUR = "9c4d7f10-52a8-4b0e-8a17-6d3e5b9f2a22"


def shown(world: Simulator) -> Any:
    return ask(world, "snapshot").json()


def device(world: Simulator, sn: str = AIRCRAFT) -> Any:
    return next(each for each in shown(world)["devices"] if each["sn"] == sn)


def secrets_of(value: Any) -> Iterator[str]:
    if isinstance(value, Secret) and value:
        yield value.reveal()
    for member in getattr(getattr(value, "__wire__", None), "members", ()):
        yield from secrets_of(getattr(value, member.attribute))


@pytest.mark.parametrize(
    ("path", "kind"), [("", "text/html"), ("console.css", "text/css"), ("main.js", "text/javascript")]
)
def test_the_parts_of_the_page_come_with_a_policy_that_lets_nothing_else_in(
    path: str, kind: str, world: Simulator
) -> None:
    answer = ask(world, path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.search(r"//[a-z]+\.", answer.text)


def test_there_is_no_page_where_the_real_server_has_none(world: Simulator) -> None:
    for path in ("/", "/_simulator", "/_simulator/../_simulator/x", "/_simulator/index.html", "/snapshot"):
        assert httpx.get(world.base_url + path).status_code == 404


def test_a_snapshot_has_the_devices_and_routes_of_all_projects(world: Simulator) -> None:
    seen = shown(world)
    assert [each["name"] for each in seen["projects"]][:2] == ["Quarry survey", "Harbour patrol"]
    kinds = [each["kind"] for each in seen["devices"]]
    assert (kinds.count("dock"), kinds.count("controller"), kinds.count("aircraft")) == (4, 4, 8)
    assert {each["project"] for each in seen["devices"]} == {world.project, HARBOUR}
    assert [each["name"] for each in seen["routes"]] == ["Perimeter", "Stockpile survey", "Quay"]
    assert [(each["name"], each["type"], each["radius"]) for each in seen["areas"]] == [
        ("School", "nfz", None),
        ("Chimney", "noland", 40.0),
    ]
    assert (seen["now"], seen["speed"], seen["can_launch"]) == ("2026-03-02T09:00:00.000Z", 0, True)
    assert seen["tasks"] == seen["models"] == seen["streams"] == seen["annotations"] == []
    assert {each["place"] for each in seen["weather"]} >= {"Quarry survey", "Harbour patrol"}


def test_a_click_launches_a_flight_that_is_seen_to_fly(world: Simulator) -> None:
    answer = launch(world)
    assert answer.status_code == 200
    world.clock.advance(60)
    seen = device(world)
    assert seen["flying"] is True
    assert seen["height"] > 30
    assert seen["mode"] == "wayline_flight"
    (task,) = shown(world)["tasks"]
    assert (task["id"], task["status"], task["dock"], task["route"]) == (
        answer.json()["task"],
        "executing",
        "North dock",
        PERIMETER,
    )
    world.clock.advance(900)
    assert (device(world)["flying"], device(world)["trail"]) == (False, [])


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"dock": DOCK, "route": "none"}, "no such route"),
        ({"dock": "none", "route": PERIMETER}, "does not belong to the project"),
        ({"dock": DOCK, "route": SURVEY}, "another aircraft"),
        ({"dock": DOCK, "route": PERIMETER, "height": 5}, "no member"),
        ([], "JSON object"),
    ],
)
def test_a_launch_that_cannot_be_says_why(body: Any, says: str, world: Simulator) -> None:
    answer = httpx.post(f"{world.base_url}/_simulator/launch", json=body)
    assert answer.status_code == 400
    assert says in answer.json()["problem"]
    assert shown(world)["tasks"] == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example.com", "content-type": "application/json"}, 403),
        ({"content-type": "text/plain"}, 415),
    ],
)
def test_a_page_of_another_origin_launches_nothing(headers: dict[str, str], status: int, world: Simulator) -> None:
    body = f'{{"dock": "{DOCK}", "route": "{PERIMETER}"}}'
    answer = httpx.post(f"{world.base_url}/_simulator/launch", content=body, headers=headers)
    assert answer.status_code == status
    assert shown(world)["tasks"] == []


def test_progress_is_complete_when_the_flight_has_ended_and_never_before(world: Simulator) -> None:
    launch(world)
    seen = []
    for _ in range(60):
        world.clock.advance(10)
        (task,) = shown(world)["tasks"]
        seen.append((task["status"], task["progress"], task["waypoint"]))
        if task["ended"]:
            break
    before = [(progress, waypoint) for status, progress, waypoint in seen if status == "executing"]
    assert max(waypoint for _, waypoint in before) == 17
    assert all(progress < 1 for progress, _ in before)
    assert seen[-1][:2] == ("success", 1.0)


def test_a_page_that_is_opened_late_has_the_whole_trail(world: Simulator) -> None:
    launch(world)
    world.clock.advance(100)
    trail = device(world)["trail"]
    assert trail[0] == [46.05127, 14.50613]
    assert trail[-1] == device(world)["place"]
    corner = max(each[0] for each in trail)
    assert corner == pytest.approx(46.053069, abs=1e-6)
    assert len(trail) == len({tuple(each) for each in trail})


def test_annotations_have_their_names_and_colours(world: Simulator, hub: FlightHub) -> None:
    ring = [[14.507, 46.052], [14.509, 46.052], [14.509, 46.053], [14.507, 46.052]]
    annotate(hub, "Gate")
    annotate(hub, HOSTILE, 2, "Polygon", [ring])
    seen = shown(world)["annotations"]
    assert [(each["name"], each["color"], each["geometry"]["type"]) for each in seen] == [
        ("Gate", "#2D8CF0", "Point"),
        (HOSTILE, "#2D8CF0", "Polygon"),
    ]


def test_refused_calls_alerts_streams_and_weather_are_seen(world: Simulator, hub: FlightHub) -> None:
    world.world.happen("wind", {"project": world.project, "speed": 20})
    with pytest.raises(Exception, match="210113"):
        hub.devices.get_state("nobody")
    hub.livestreams.start(sn=DOCK, camera_index="165-0-7", video_expire=7200, quality_type="adaptive")
    hub.stream_forwarders.create(
        converter_name="Control room",
        sn=DOCK,
        camera_index="165-0-7",
        schema="rtmp",
        schema_option={"url": "rtmp://media.example.com/planted"},
    )
    seen = shown(world)
    (refused,) = (each for each in seen["requests"] if not each["ok"])
    assert (refused["operation"], refused["said"][:11]) == ("devices.get_state", "code 210113")
    assert ("Strong wind at the dock", "warning") in {(each["message"], each["level"]) for each in seen["alerts"]}
    assert "wind" in seen["weather"][0]["stops"]
    assert [(each["kind"], each["name"], each["enabled"]) for each in seen["streams"]] == [
        ("forwarder", "Control room", False),
        ("livestream", "Livestream of North dock", True),
    ]


def test_the_state_of_a_device_is_typed_and_has_units(world: Simulator) -> None:
    launch(world)
    world.clock.advance(60)
    found = ask(world, f"devices/{AIRCRAFT}").json()
    values = {each["name"]: (each["text"], each["unit"]) for each in found["values"]}
    assert found["type"] == "Matrice3DState"
    assert values["elevation"] == ("60", "m")
    assert values["battery.capacity_percent"][1] == "%"
    assert values["battery.batteries[0].temperature"][1] == "°C"
    assert values["attitude_head"][1] == "°"
    assert {text for name, (text, _) in values.items() if "secret" in name} == {"***"}
    described = {each["name"]: each["description"] for each in found["values"]}
    assert "take-off" in described["elevation"]


def test_a_device_that_is_offline_or_unknown_says_so(world: Simulator) -> None:
    world.world.happen("device_offline", {"sn": OTHER_DOCK})
    assert ask(world, f"devices/{OTHER_DOCK}").json()["problem"] == "the device is offline"
    assert device(world, OTHER_DOCK)["problem"] == "the device is offline"
    assert ask(world, "devices/none").status_code == 404


def test_nothing_secret_is_in_what_the_page_gets(world: Simulator, hub: FlightHub) -> None:
    granted = [hub.projects.storage_credentials(), hub.open_models.obtain_token()]
    live = hub.livestreams.start(sn=DOCK, camera_index="165-0-7", video_expire=7200, quality_type="adaptive")
    launch(world)
    world.clock.advance(900)
    secrets = [*secrets_of(granted[0]), *secrets_of(granted[1]), *secrets_of(live), world.token]
    assert len(secrets) >= 6
    texts = [ask(world, path).text for path in ("snapshot", "settings", f"devices/{DOCK}", f"devices/{AIRCRAFT}")]
    assert [each for each in (*secrets, "planted", "X-Amz") for text in texts if each in text] == []


def test_the_world_fits_the_schema_of_snapshots(world: Simulator) -> None:
    launch(world)
    world.clock.advance(60)
    received = ask(world, "snapshot")
    read = msgspec.json.decode(received.content, type=Snapshot)
    assert msgspec.json.decode(msgspec.json.encode(read)) == received.json()
