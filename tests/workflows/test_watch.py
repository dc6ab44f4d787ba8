"""Watching many devices: what is new is told once, each failure apart, and nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import aclosing
from importlib import import_module
from typing import Any

import pytest
from client.both_clients import CLIENTS

from flighthub import (
    APIError,
    AsyncFlightHub,
    BaseDeviceState,
    ConfigurationError,
    DeviceOffline,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    RequestTimeout,
    UnexpectedResponse,
)
from flighthub._devices.changes import LEAST_DEADLINE, Change, differences
from flighthub.enums import Rainfall
from flighthub.types import Dock3State, Matrice4DState
from flighthub_runtime.secrets import Secret
from flighthub_simulator import Simulator

from .playing import Each, Script, played, settings

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, EAST, PILOT = "7CTDEXAMPLE0001", "8UUXEXAMPLE0002", "5YSZEXAMPLE0004"
QUICK = 0.02
"""Seconds between two rounds."""


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has no reading miss its deadline because the machine is busy, which would be two changes more of each device."""
    for client in CLIENTS:
        monkeypatch.setattr(f"flighthub._{client}.devices.watch.LEAST_DEADLINE", 60.0)


def watched(
    client: str, world: Simulator, body: Callable[[Change], Any] = lambda _: None, /, told: Any = None, **arguments: Any
) -> list[Change]:
    """The changes that a watch gives, each handed to a function first; what is true leaves the loop."""

    def script(fh: Any) -> Script:
        return (yield Each(fh.devices.watch(**{"interval": QUICK, **arguments}), body))

    found: list[Change] = played(client, world, script, **(told or {}))
    return found


def reads(world: Simulator) -> int:
    return sum(each["what"] == "devices.get_state" for each in world.world.requests)


@both
def test_the_first_sight_of_every_device_is_a_change_without_a_before(client: str, world: Simulator) -> None:
    changes = watched(client, world, rounds=1)
    assert len(changes) == len({change.sn for change in changes}) == 14
    seen = {change.callsign: change for change in changes}
    assert seen["North dock"].before is None
    assert seen["North dock"].after is not None
    assert seen["North dock"].after.mode_code is not None
    assert {"mode_code", "position_state"} <= {*seen["North dock"].members}
    # Off in its dock, so there is nothing to be seen but that.
    assert isinstance(seen["North aircraft"].error, DeviceOffline)
    assert seen["North aircraft"].after is None


@both
def test_what_stays_as_it_is_is_not_told_again(client: str, world: Simulator) -> None:
    assert len(watched(client, world, rounds=4)) == 14
    assert reads(world) == 4 * 14


@both
def test_a_change_has_both_states_and_the_names_of_what_differs(client: str, world: Simulator) -> None:
    heavy = "1ZNBEXAMPLE00004"

    def drained(change: Change) -> None:
        if change.before is None:
            world.world.happen("battery", {"sn": heavy, "percent": 41})

    first, second = watched(client, world, drained, devices=heavy, rounds=2)
    assert (second.sn, second.callsign, second.error, second.recovered) == (heavy, "Heavy lifter", None, False)
    assert second.before is first.after
    assert second.after.battery_percent == 41
    assert second.members == ("battery",)
    assert second.values["battery.capacity_percent"] == (93, 41)
    assert str(second).startswith("Heavy lifter changed: battery.capacity_percent 93 -> 41, ")
    assert second.at.tzinfo is not None


@both
def test_only_the_members_that_were_asked_for_count(client: str, world: Simulator) -> None:
    def later(_: Change) -> None:
        world.clock.advance(3600)

    told = watched(client, world, later, devices=DOCK, rounds=3)
    assert len(told) == 3
    world.reset()
    (first,) = watched(client, world, later, devices=DOCK, rounds=3, members=["mode_code", "cover_state"])
    assert {*first.members} == {"mode_code", "cover_state"}
    world.reset()
    found = watched(client, world, later, devices=DOCK, rounds=3, members="temperature")
    assert {change.members for change in found} == {("temperature",)}


@both
def test_devices_are_named_by_serial_number_or_callsign_and_each_is_watched_once(client: str, world: Simulator) -> None:
    changes = watched(client, world, devices=[DOCK, "East dock", "North dock"], rounds=1)
    assert {change.sn for change in changes} == {DOCK, EAST}
    with pytest.raises(InvalidArgument, match="'Nowhere'") as refused:
        watched(client, world, devices=["Nowhere"], rounds=1)
    assert refused.value.member == "devices"
    assert "North dock" in refused.value.problem


@both
def test_a_device_that_goes_offline_is_told_once_and_so_is_its_return(client: str, world: Simulator) -> None:
    events = iter(["device_offline", None, "device_online", None])
    rounds = 0

    def meanwhile(change: Change) -> None:
        # The other device changes with every round, and so tells when one is through.
        nonlocal rounds
        if change.sn == EAST:
            rounds += 1
            world.clock.advance(1800)
            event = next(events, None)
            if event:
                world.world.happen(event, {"sn": DOCK})

    changes = watched(
        client, world, meanwhile, told={"max_concurrency": 1}, devices=[DOCK, EAST], rounds=6, members="humidity"
    )
    first, lost, back, *_ = [change for change in changes if change.sn == DOCK]
    assert rounds >= 5
    assert [each.error for each in (first, back)] == [None, None]
    assert isinstance(lost.error, DeviceOffline)
    assert (lost.before, lost.after, lost.members, lost.recovered) == (first.after, None, (), False)
    assert (back.before, back.recovered) == (first.after, True)
    assert back.after is not None
    assert str(lost).startswith("North dock cannot be read: devices.get_state failed with code 212015")


@both
def test_a_return_is_told_even_when_nothing_has_changed_meanwhile(client: str, world: Simulator) -> None:
    world.faults.add("getDeviceState", code=228500, message="broken", count=2)
    lost, back = watched(client, world, devices=DOCK, rounds=4)
    assert isinstance(lost.error, FlightHubError)
    assert (back.before, back.recovered, back.error) == (None, True, None)
    world.reset()
    gone = iter([False, True, True])

    def break_it(_: Change) -> None:
        if not next(gone):
            world.faults.add("getDeviceState", code=228500)

    first, lost, back = watched(client, world, break_it, devices=DOCK, rounds=3)
    assert (back.before, back.after, back.members, back.recovered) == (first.after, first.after, (), True)
    assert str(back) == "North dock readable again, changed: nothing"


FAILURES: dict[str, tuple[dict[str, Any], type[FlightHubError]]] = {
    "an offline device": ({"code": 212015, "message": "offline"}, DeviceOffline),
    "a failing server": ({"status": 500, "code": 228500}, APIError),
    "a web page": ({"body": "<html>down</html>", "status": 200}, UnexpectedResponse),
    "a reset": ({"reset": "after"}, FlightHubError),
    "an answer cut off": ({"cut": 0.5}, FlightHubError),
    "a missing right": ({"status": 403, "code": 200403}, APIError),
}


@both
@pytest.mark.parametrize("failure", FAILURES)
def test_no_failure_ends_the_watch_or_hides_another_device(client: str, failure: str, world: Simulator) -> None:
    fault, kind = FAILURES[failure]
    world.faults.add("getDeviceState", count=1, **fault)
    one = {"max_concurrency": 1}
    lost, *others, back = watched(client, world, told=one, devices=[DOCK, EAST, PILOT], rounds=2)
    assert (lost.sn, lost.after) == (DOCK, None)
    assert isinstance(lost.error, kind)
    assert [(each.sn, each.error) for each in others] == [(EAST, None), (PILOT, None)]
    assert (back.sn, back.recovered) == (DOCK, True)


@both
def test_another_reason_for_the_same_silence_is_told(client: str, world: Simulator) -> None:
    for code in (212015, 212015, 228500, 228500, 212015):
        world.faults.add("getDeviceState", code=code, count=1)
    changes = watched(client, world, devices=DOCK, rounds=5)
    assert [change.error.code for change in changes] == [212015, 228500, 212015]  # type: ignore[union-attr]


@both
def test_a_device_that_does_not_answer_holds_up_the_others_no_longer_than_its_deadline(
    client: str, running: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"flighthub._{client}.devices.watch.LEAST_DEADLINE", 0.6)
    running.faults.add("getDeviceState", delay=2, count=1)
    begun = time.monotonic()
    moments: dict[str, float] = {}

    def note(change: Change) -> None:
        moments.setdefault(change.sn, time.monotonic() - begun)

    changes = watched(
        client, running, note, devices=[DOCK, EAST, PILOT], rounds=2, members="mode_code", told={"max_concurrency": 2}
    )
    (slow,) = [change for change in changes if change.error is not None]
    assert isinstance(slow.error, RequestTimeout)
    assert all(moments[sn] < 0.5 for sn in (DOCK, EAST, PILOT) if sn != slow.sn)
    assert 0.5 < moments[slow.sn] < 2
    assert changes[-1].sn == slow.sn
    assert changes[-1].recovered


@both
@pytest.mark.parametrize(
    ("interval", "options", "deadline"),
    [(5.0, None, 5.0), (0.5, None, 3.0), (60.0, {"deadline": 7.0}, 7.0), (60, {"deadline": 90, "retry": False}, 60)],
)
def test_the_deadline_of_a_reading_follows_from_the_interval(
    client: str, interval: float, options: Any, deadline: float, world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    group = import_module(f"flighthub._{client}.devices.devices").DevicesGroup
    usual = group.get_state

    def noting(self: Any, sn: str, **named: Any) -> Any:
        seen.append(named["request_options"])
        return usual(self, sn, **named)

    monkeypatch.setattr(group, "get_state", noting)
    monkeypatch.setattr(f"flighthub._{client}.devices.watch.LEAST_DEADLINE", LEAST_DEADLINE)
    watched(client, world, devices=DOCK, rounds=1, interval=interval, request_options=options)
    (given,) = seen
    assert dict(given) == {**(options or {}), "deadline": deadline}
    assert "5" not in repr(given)


@both
def test_no_more_devices_are_read_at_a_time_than_the_client_may(client: str, world: Simulator) -> None:
    lock, under_way, most = threading.Lock(), 0, 0

    def count(step: int) -> Callable[[Any], None]:
        def counted(attempt: Any) -> None:
            nonlocal under_way, most
            if attempt.operation == "devices.get_state":
                with lock:
                    under_way += step
                    most = max(most, under_way)

        return counted

    told = {"max_concurrency": 3, "on_request": count(1), "on_response": count(-1)}
    assert len(watched(client, world, rounds=2, told=told)) == 14
    assert (under_way, 1 < most <= 3) == (0, True)


@both
def test_nothing_is_read_ahead_of_a_slow_taker(client: str, world: Simulator) -> None:
    counted: list[int] = []

    def slowly(_: Change) -> Any:
        if client == "async":
            return asyncio.to_thread(slept)
        return slept()

    def slept() -> bool:
        time.sleep(0.25)
        counted.append(reads(world))
        return len(counted) == 3

    watched(client, world, slowly, told={"max_concurrency": 2})
    # Taken, ready, and in the hands of those who read.
    assert all(count <= taken + 4 for taken, count in enumerate(counted, 1)), counted


@both
def test_one_state_is_kept_for_each_device_and_no_more(client: str, world: Simulator) -> None:
    alive: list[int] = []
    # What other tests have left behind is neither counted nor looked through.
    gc.collect()
    gc.freeze()

    def later(change: Change) -> None:
        if change.sn == DOCK:
            world.clock.advance(1800)
            gc.collect()
            alive.append(sum(isinstance(each, BaseDeviceState) for each in gc.get_objects()))

    def script(fh: Any) -> Script:
        # Without a list of the changes, which would keep their states.
        stream = fh.devices.watch(interval=QUICK, devices=[DOCK, EAST], rounds=8, members=["humidity", "temperature"])
        if client == "sync":
            for change in stream:
                later(change)
        else:

            async def taken() -> None:
                async for change in stream:
                    later(change)

            yield taken()
        yield None

    played(client, world, script, max_concurrency=1)
    assert len(alive) == 8
    # Two that are kept, one that was just read, and those of the change at hand.
    assert max(alive) <= 5, alive


def test_leaving_the_loop_leaves_no_thread_behind(world: Simulator) -> None:
    with FlightHub(**settings(world)) as fh:
        before = {*threading.enumerate()}
        for _ in fh.devices.watch(interval=30):
            break
        assert _threads_since(before) == set()
        stream = fh.devices.watch(interval=30)
        next(stream)
        assert _threads_since(before) != set()
        stream.close()
        assert _threads_since(before) == set()


def _threads_since(before: set[threading.Thread]) -> set[str]:
    return {each.name for each in {*threading.enumerate()} - before if each.name.startswith("flighthub_")}


def test_leaving_the_loop_leaves_no_task_behind(world: Simulator) -> None:
    async def left() -> list[int]:
        async with AsyncFlightHub(**settings(world)) as fh:
            counts: list[int] = []
            async with aclosing(fh.devices.watch(interval=30)) as stream:
                async for _ in stream:
                    break
                counts.append(len(asyncio.all_tasks()))
            counts.append(len(asyncio.all_tasks()))
            async for _ in fh.devices.watch(interval=30):
                break
            # The loop closes what nobody closed, as soon as it comes to it.
            for _ in range(5):
                await asyncio.sleep(0)
            await asyncio.sleep(0.05)
            counts.append(len(asyncio.all_tasks()))
            return counts

    under_way, closed, dropped = asyncio.run(left())
    assert under_way > 1
    assert (closed, dropped) == (1, 1)


def test_a_task_that_watches_can_be_cancelled_while_it_pauses(world: Simulator) -> None:
    async def cancelled() -> int:
        async with AsyncFlightHub(**settings(world)) as fh:

            async def watch() -> None:
                async for _ in fh.devices.watch(interval=30):
                    pass

            task = asyncio.create_task(watch())
            await asyncio.sleep(0.4)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return len(asyncio.all_tasks())

    assert asyncio.run(cancelled()) == 1


@both
def test_an_event_ends_the_watch_before_it_begins_in_a_round_and_in_a_pause(client: str, world: Simulator) -> None:
    cancel = threading.Event()
    cancel.set()
    assert watched(client, world, cancel=cancel) == []
    assert reads(world) == 0
    cancel.clear()

    def stop(_: Change) -> None:
        cancel.set()

    assert len(watched(client, world, stop, cancel=cancel)) == 1
    cancel.clear()
    timer = threading.Timer(0.3, cancel.set)
    seen: list[float] = []

    def wait(_: Change) -> None:
        seen.append(time.monotonic())
        if len(seen) == 14:
            timer.start()

    assert len(watched(client, world, wait, cancel=cancel, interval=30)) == 14
    assert time.monotonic() - seen[-1] < 5
    timer.join()


@both
def test_a_round_starts_an_interval_after_the_start_of_the_last_one_give_or_take_a_tenth(
    client: str, world: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    now = 1000.0

    def pause(seconds: float, cancel: Any) -> Any:
        pauses.append(seconds)
        return _nothing() if client == "async" else None

    async def _nothing() -> None:
        pass

    def clock() -> float:
        nonlocal now
        now += took / 2
        return now

    monkeypatch.setattr(f"flighthub._{client}.devices.watch.pause", pause)
    monkeypatch.setattr(f"flighthub._{client}.devices.watch.monotonic", clock)
    took = 4.0
    watched(client, world, devices=DOCK, rounds=20, interval=10)
    assert len(pauses) == 19
    assert all(7 <= pause <= 9 for pause in pauses), pauses
    assert max(pauses) - min(pauses) > 0.2
    pauses.clear()
    took = 400.0
    watched(client, world, devices=DOCK, rounds=3, interval=10)
    assert pauses == [0.0, 0.0]


@both
@pytest.mark.parametrize(
    ("arguments", "member"),
    [
        ({"interval": 0}, "interval"),
        ({"interval": -1.0}, "interval"),
        ({"interval": float("inf")}, "interval"),
        ({"rounds": 0}, "rounds"),
        ({"members": []}, "members"),
        ({"ignore": [""]}, "ignore"),
        ({"devices": []}, "devices"),
        ({"request_options": {"deadlin": 1}}, "request_options.deadlin"),
        ({"request_options": "no mapping"}, "request_options"),
    ],
    ids=str,
)
def test_what_cannot_be_right_is_refused(client: str, arguments: Any, member: str, world: Simulator) -> None:
    with pytest.raises(InvalidArgument) as refused:
        watched(client, world, **arguments)
    assert refused.value.member == member
    assert reads(world) == 0


@both
def test_a_project_without_devices_has_nothing_to_watch(client: str, world: Simulator) -> None:
    assert watched(client, world, request_options={"project": "Archive"}) == []


@both
def test_a_list_of_devices_that_cannot_be_had_is_raised(client: str, world: Simulator) -> None:
    world.faults.add("listProjectDevices", status=403, code=200403)
    with pytest.raises(APIError, match=r"devices\.list"):
        watched(client, world)


def test_a_client_that_is_closed_ends_the_watch(world: Simulator) -> None:
    fh = FlightHub(**settings(world))
    stream = fh.devices.watch(interval=QUICK, devices=DOCK)
    next(stream)
    fh.close()
    with pytest.raises(ConfigurationError, match="closed"):
        next(stream)


@pytest.mark.parametrize(
    ("before", "after", "members", "differ"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, None, ("b",)),
        ({"a": 1}, {"a": 1, "b": 0}, None, ("b",)),
        ({"a": 1, "b": None}, {"a": 1}, None, ()),
        ({"a": []}, {"a": None}, None, ()),
        ({"a": 0}, {"a": None}, None, ("a",)),
        ({"a": {"x": 1}}, {"a": {"x": 2}}, None, ("a",)),
        ({"a": 1, "b": 2}, {"a": 2, "b": 3}, frozenset({"b"}), ("b",)),
        ({"mode_code": "idle", "99-0-0": {"x": 1}}, {"mode_code": "idle", "99-0-0": {"x": 2}}, None, ("99-0-0",)),
    ],
    ids=str,
)
def test_members_differ_where_there_is_something_to_tell(
    before: dict[str, Any], after: dict[str, Any], members: frozenset[str] | None, differ: tuple[str, ...]
) -> None:
    found = differences(Dock3State.from_dict(before), Dock3State.from_dict(after), members)
    assert tuple(dict.fromkeys(name.partition(".")[0] for name in found)) == differ


BEFORE: dict[str, Any] = {
    "mode_code": "standby",
    "wind_speed": 30,
    "horizontal_speed": "quick",
    "battery": {"capacity_percent": 93, "batteries": [{"voltage": 1}, {"voltage": 2}]},
    "99-0-0": {"gimbal_yaw": 1},
    "dongle_infos": [{"imei": "planted-1", "eid": 777}],
    "novel": {"a": [1, 2], "b": 5},
}
AFTER: dict[str, Any] = {
    "mode_code": "wayline",
    "wind_speed": 31,
    "horizontal_speed": "slow",
    "battery": {"capacity_percent": 41, "batteries": [{"voltage": 1}, {"voltage": 3}]},
    "99-0-0": {"gimbal_yaw": 2},
    "dongle_infos": [{"imei": "planted-2", "eid": 778}],
    "novel": {"a": [1, 3]},
}


def test_values_are_named_down_to_what_differs_and_what_is_ignored_is_not() -> None:
    before, after = Matrice4DState.from_dict(BEFORE), Matrice4DState.from_dict(AFTER)
    found = differences(before, after)
    assert {name: found[name] for name in found if name not in ("mode_code", "dongle_infos[0].imei")} == {
        "wind_speed": (30, 31),
        "horizontal_speed": ("quick", "slow"),
        "battery.capacity_percent": (93, 41),
        "battery.batteries[1].voltage": (2, 3),
        "99-0-0.gimbal_yaw": (1, 2),
        "dongle_infos[0].eid": (Secret("777"), Secret("778")),
        "novel.a": ([1, 2], [1, 3]),
        "novel.b": (5, None),
    }
    assert "planted" not in str(found)
    assert "777" not in str(found)
    ignored = ["wind_speed", "battery.batteries", "novel", "dongle_infos", "99-0-0"]
    left = ["mode_code", "horizontal_speed", "battery.capacity_percent"]
    assert sorted(differences(before, after, ignore=ignored)) == sorted(left)
    assert differences(before, after, frozenset({"battery"}), ["battery"]) == {}


@both
def test_a_change_shows_what_was_and_what_is_and_noise_can_be_left_out(client: str, world: Simulator) -> None:
    events = iter(["wind", "rain", None])

    def weather(change: Change) -> None:
        event = next(events)
        if event:
            world.world.happen(event, {"speed": 11} if event == "wind" else {"level": "heavy_rain"})

    first, windy, rainy = watched(client, world, weather, devices=DOCK, rounds=3)
    assert dict(first.values) == {}
    ((name, (was, now)),) = windy.values.items()
    assert (name, now) == ("wind_speed", 11)
    assert str(windy) == f"North dock changed: wind_speed {was} -> 11"
    assert str(rainy) == "North dock changed: rainfall no_rain -> heavy_rain"
    assert rainy.values["rainfall"] == (windy.after.rainfall, Rainfall.HEAVY_RAIN)  # type: ignore[union-attr]
    world.reset()
    events = iter(["wind", "rain", None])
    (first,) = watched(client, world, weather, devices=DOCK, rounds=3, ignore="wind_speed")
    assert "wind_speed" not in first.members


@both
def test_what_a_watch_expects_and_hands_over_is_no_warning(
    client: str, world: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "flighthub")
    world.faults.add("getDeviceState", code=228500, count=3)
    changes = watched(client, world, rounds=3)
    assert sum(change.error is not None for change in changes) > 3
    assert {record.levelno for record in caplog.records if record.name == "flighthub"} == {logging.DEBUG}


def test_a_program_that_sets_up_no_log_sees_none(world: Simulator) -> None:
    code = (
        "from flighthub import FlightHub\n"
        f"with FlightHub(token={world.token!r}, project={world.project!r}, base_url={world.base_url!r}) as fh:\n"
        "    print(sum(change.error is not None for change in fh.devices.watch(rounds=2, interval=0.01)) > 1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")
