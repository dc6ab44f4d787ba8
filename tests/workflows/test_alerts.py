"""Alerts of devices as rows: the worst first, in as many calls as it takes, their texts filled in."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from client.answering_server import AnsweringServer, Arrival, http
from client.both_clients import CLIENTS, PROJECT, TOKEN, using

from flighthub import APIError, InvalidArgument
from flighthub._devices.alerts import fill_placeholders, most_items, rows_of
from flighthub.enums import HmsLevel
from flighthub.types import DeviceHms
from flighthub_api.groups.devices import LIST_ALERTS
from flighthub_simulator import Simulator

from .playing import played

both = pytest.mark.parametrize("client", CLIENTS)

DOCK = "7CTDEXAMPLE0001"
MOST = most_items(LIST_ALERTS, "device_sn_list")


def alerts(client: str, world: Simulator, /, told: Any = None, **arguments: Any) -> list[Any]:
    found: list[Any] = played(client, world, lambda fh: fh.devices.alerts(**arguments), **(told or {}))
    return found


@both
def test_alerts_of_all_devices_of_the_project_are_rows(client: str, world: Simulator) -> None:
    (row,) = alerts(client, world)
    assert (row.sn, row.callsign, row.code) == ("1581FEXAMPLE00001", "North aircraft", "0x16100083")
    assert (row.level, row.module.value) == (HmsLevel.NOTIFICATION, "hms")
    assert (row.message, row.in_flight, row.imminent) == ("Gimbal needs calibration", False, False)
    assert row.raw.args.to_dict() == {"component_index": 0, "sensor_index": 0}
    assert str(row) == "notification: North aircraft: Gimbal needs calibration (0x16100083)"


@both
def test_alerts_of_one_device_or_of_several_are_asked_for_by_serial_number_or_callsign(
    client: str, world: Simulator
) -> None:
    assert len(alerts(client, world, devices="North aircraft")) == 1
    assert alerts(client, world, devices=[DOCK, "East dock"]) == []
    with pytest.raises(InvalidArgument) as refused:
        alerts(client, world, devices=["Nowhere"])
    assert refused.value.member == "devices"
    with pytest.raises(InvalidArgument, match="names no device"):
        alerts(client, world, devices=[])


@both
def test_the_language_is_that_of_the_client(client: str, world: Simulator) -> None:
    (row,) = alerts(client, world, told={"language": "zh"})
    assert row.message == "云台需要校准"


@both
def test_a_project_without_devices_has_no_alerts_and_is_not_asked_for_any(client: str, world: Simulator) -> None:
    assert alerts(client, world, request_options={"project": "Archive"}) == []
    assert "devices.list_alerts" not in {each["what"] for each in world.world.requests}


@both
@pytest.mark.parametrize("devices", [None, DOCK], ids=str)
@pytest.mark.parametrize("code", [210060, 212015])
def test_a_refusal_is_never_taken_for_an_empty_list(client: str, code: int, devices: Any, world: Simulator) -> None:
    world.faults.add("listDeviceHms", code=code, message="Bad Request")
    with pytest.raises(APIError, match=str(code)):
        alerts(client, world, devices=devices)


@both
def test_devices_without_a_row_have_no_alerts(client: str, world: Simulator) -> None:
    world.faults.add("listDeviceHms", body='{"code": 0, "message": "", "data": {"list": null}}')
    assert alerts(client, world) == []


@both
@pytest.mark.parametrize("level", ["severe", "", 2, HmsLevel("severe")])
def test_a_level_that_is_none_is_refused(client: str, level: Any, world: Simulator) -> None:
    with pytest.raises(InvalidArgument, match="notification, reminder, warning") as refused:
        alerts(client, world, level=level)
    assert refused.value.member == "level"
    assert [*world.world.requests] == []


ROWS: list[dict[str, Any]] = [
    {"device_sn": "B", "device_hms": {"list": [{"level": "reminder", "code": "2"}, {"level": "warning", "code": "9"}]}},
    {"device_sn": "A", "device_hms": {"list": [{"level": "catastrophe", "code": "7"}, {"level": "warning"}]}},
    {"device_sn": "C", "device_hms": {"list": [{"level": "notification"}, {"code": "1"}, {"level": "warning"}]}},
    {"device_sn": "D", "device_hms": None},
    {"device_sn": "E", "device_hms": {"list": None}},
    {},
]
ALL = ["A catastrophe", "C None", "A warning", "C warning", "B warning", "B reminder", "C notification"]


@pytest.mark.parametrize(
    ("level", "listed"),
    [(None, ALL), ("notification", ALL), ("reminder", ALL[:-1]), (HmsLevel.WARNING, ALL[:-2])],
    ids=str,
)
def test_the_worst_come_first_and_a_level_that_nobody_knows_counts_as_the_worst(level: Any, listed: list[str]) -> None:
    found = rows_of([DeviceHms.from_dict(each) for each in ROWS], {"A": "a", "B": "b", "C": "ab"}, level, "en")
    assert [f"{each.sn} {each.level}" for each in found] == listed


@pytest.mark.parametrize(
    ("flag", "flying"),
    [
        ({"in_the_key": "in_the_sky"}, True),
        ({"in_the_sky": "on_the_ground"}, False),
        ({"in_the_key": "under_water"}, None),
        ({}, None),
    ],
    ids=str,
)
def test_whether_it_was_flying_is_said_where_it_is_told(flag: dict[str, str], flying: bool | None) -> None:
    came = {"device_sn": "A", "device_hms": {"list": [flag]}}
    (row,) = rows_of([DeviceHms.from_dict(came)], {}, None, "en")
    assert row.in_flight is flying
    assert (row.callsign, row.level, row.module, row.code, row.message, row.imminent) == (
        None,
        None,
        None,
        None,
        "",
        None,
    )


@pytest.mark.parametrize(
    ("text", "values", "language", "said"),
    [
        ("Gimbal %component_index hot", {"component_index": 0}, "en", "Gimbal 1 hot"),
        ("Vision sensor %sensor_index dirty", {"sensor_index": 3}, "en", "Vision sensor 4 dirty"),
        ("IMU %index", {"sensor_index": 1}, "en", "IMU 2"),
        ("The %battery_index battery", {"sensor_index": 0}, "en", "The left battery"),
        ("The %battery_index battery", {"sensor_index": 1}, "en", "The right battery"),
        ("The %battery_index battery", {"sensor_index": 0, "battery_index": 1}, "en", "The right battery"),
        ("%battery_index电池", {"sensor_index": 0}, "zh", "左电池"),
        ("Alarm %alarmid", {}, "en", "Alarm 0x1"),
        ("%component_index of %component_index", {"component_index": 1}, "en", "2 of 2"),
        ("Gimbal %component_index", {}, "en", "Gimbal %component_index"),
        ("Gimbal %component_index", {"component_index": None}, "en", "Gimbal %component_index"),
        ("Gimbal %component_index", {"component_index": "0"}, "en", "Gimbal %component_index"),
        ("Cover %dock_cover_index at 5%", {"sensor_index": 0}, "en", "Cover %dock_cover_index at 5%"),
        ("100%", {"sensor_index": 0}, "en", "100%"),
        ("Already filled: gimbal 1", {"component_index": 0}, "en", "Already filled: gimbal 1"),
    ],
)
def test_placeholders_are_filled_where_their_value_is_known(
    text: str, values: dict[str, Any], language: str, said: str
) -> None:
    assert fill_placeholders(text, values, "0x1", language) == said


def project_of(count: int) -> Any:
    """A server whose project has so many devices, each with one alert."""
    rows = [{"gateway": {"sn": f"D{number}", "callsign": f"dock {number}"}, "drone": None} for number in range(count)]

    def answer(arrival: Arrival) -> bytes:
        if arrival.path.endswith("/project/device"):
            return http({"code": 0, "message": "", "data": {"list": rows}})
        (serials,) = arrival.query["device_sn_list"]
        found = [
            {"device_sn": sn, "device_hms": {"list": [{"level": "reminder", "code": "0x1", "message": sn}]}}
            for sn in serials.split(",")
        ]
        return http({"code": 0, "message": "", "data": {"list": found}})

    return answer


@both
@pytest.mark.parametrize(
    ("devices", "sizes"), [(1, [1]), (100, [100]), (101, [100, 1]), (250, [100, 100, 50])], ids=str
)
def test_many_devices_are_asked_for_in_batches_of_what_one_call_may_have(
    client: str, devices: int, sizes: list[int]
) -> None:
    assert MOST == 100
    with AnsweringServer() as server, warnings.catch_warnings():
        warnings.simplefilter("error")
        server.answer = project_of(devices)
        told = {"token": TOKEN, "project": PROJECT, "base_url": server.base_url}
        rows = using(client, lambda fh: fh.devices.alerts(), **told)
    calls = [arrival for arrival in server.arrivals if arrival.path.endswith("/hms")]
    assert sorted((len(each.query["device_sn_list"][0].split(",")) for each in calls), reverse=True) == sizes
    assert {row.sn for row in rows} == {f"D{number}" for number in range(devices)}
    assert {row.callsign for row in rows} == {f"dock {number}" for number in range(devices)}


@both
def test_a_batch_that_fails_fails_the_whole(client: str) -> None:
    with AnsweringServer() as server:
        usual = project_of(150)

        def answer(arrival: Arrival) -> bytes:
            broken = arrival.path.endswith("/hms") and arrival.query["device_sn_list"][0].startswith("D100,")
            return http({"code": 228500, "message": "broken"}) if broken else usual(arrival)

        server.answer = answer
        with pytest.raises(APIError, match="broken"):
            using(client, lambda fh: fh.devices.alerts(), base_url=server.base_url)
