"""Control of payloads: taken once, and given up however the block ends."""

from __future__ import annotations

import asyncio
import traceback
from typing import Any

import pytest
from client.both_clients import CLIENTS

from flighthub import (
    APIError,
    AsyncFlightHub,
    DeviceOffline,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    OutcomeUnknown,
    RateLimited,
    ServerError,
    UnexpectedResponse,
)
from flighthub_simulator import Simulator
from flighthub_simulator._world._scenario import scenario

from .playing import Inside, Script, played, settings

both = pytest.mark.parametrize("client", CLIENTS)

AIRCRAFT, CAMERA, FPV = "1ZNBEXAMPLE00004", "83-0-0", "39-0-7"
ACQUIRE, RELEASE = "devices.acquire_control", "devices.release_control"


def holders(world: Simulator) -> dict[str, str]:
    """Who holds which payload of the aircraft."""
    with world.lock:
        (pair,) = [each for each in world.world.fleet.pairs if each.drone and each.drone.sn == AIRCRAFT]
        return {index: who.nickname for index, who in pair.holders.items()}


def calls(world: Simulator) -> list[str]:
    """The calls about control, in order."""
    return [each["what"] for each in world.world.requests if "control" in each["what"]]


def controlling(client: str, world: Simulator, body: Any, *given: Any, told: Any = None, **named: Any) -> Any:
    """What a body gives that is played while control is held."""

    def script(fh: Any) -> Script:
        return (yield Inside(fh.devices.control(*(given or (AIRCRAFT,)), **named), body))

    return played(client, world, script, **(told or {}))


@both
def test_control_is_held_inside_the_block_and_given_up_at_its_end(client: str, world: Simulator) -> None:
    def body(control: Any) -> Any:
        assert holders(world) == {CAMERA: "Ana", FPV: "Ana"}
        return control.aircraft, control.payloads, {each.payload_index: each.user.call_sign for each in control.holders}

    aircraft, payloads, told = controlling(client, world, body)
    assert (aircraft, payloads) == (AIRCRAFT, (CAMERA, FPV))
    assert told == {CAMERA: "Ana", FPV: "Ana"}
    assert holders(world) == {}
    assert calls(world) == [ACQUIRE, RELEASE]


@both
@pytest.mark.parametrize(
    ("given", "payloads"),
    [
        ((AIRCRAFT, CAMERA), (CAMERA,)),
        (("Heavy lifter", "Zenmuse H30T"), (CAMERA,)),
        ((AIRCRAFT, [FPV, CAMERA]), (FPV, CAMERA)),
        ((AIRCRAFT, [CAMERA, "Zenmuse H30T"]), (CAMERA,)),
    ],
    ids=str,
)
def test_payloads_are_named_by_index_or_name_one_or_several(
    client: str, given: Any, payloads: tuple[str, ...], world: Simulator
) -> None:
    def body(control: Any) -> Any:
        assert {*holders(world)} == {*payloads}
        return control.payloads

    assert controlling(client, world, body, *given) == payloads


@both
@pytest.mark.parametrize(
    ("given", "member", "said"),
    [
        (("Nobody",), "aircraft", "Heavy lifter"),
        (("Pilot 1",), "aircraft", "its aircraft is Heavy lifter"),
        ((AIRCRAFT, "99-9-9"), "payloads", "83-0-0 (Zenmuse H30T)"),
        ((AIRCRAFT, []), "payloads", "names no camera"),
        ((AIRCRAFT, [CAMERA, "Zenmuse"]), "payloads", "no camera of Heavy lifter"),
    ],
    ids=str,
)
def test_what_cannot_be_controlled_is_refused_before_control_is_asked_for(
    client: str, given: Any, member: str, said: str, world: Simulator
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        controlling(client, world, lambda _: None, *given)
    assert refused.value.member == member
    assert said in refused.value.problem
    assert calls(world) == []


@both
def test_an_aircraft_that_was_never_switched_on_needs_an_index(client: str, world: Simulator) -> None:
    usual = scenario()
    first = usual["projects"][0]
    pairs = [{**each, "switched_on": False} for each in first["pairs"] if each["drone"]["sn"] == AIRCRAFT]
    world.reset({**usual, "projects": [{**first, "pairs": pairs, "waylines": []}]})
    with pytest.raises(InvalidArgument, match="switched on"):
        controlling(client, world, lambda _: None)
    with pytest.raises(InvalidArgument, match="switched on"):
        controlling(client, world, lambda _: None, AIRCRAFT, "Zenmuse H30T")
    assert controlling(client, world, lambda control: control.payloads, AIRCRAFT, CAMERA) == (CAMERA,)


@both
def test_lens_and_quality_are_set_for_the_only_payload_or_for_the_one_that_is_named(
    client: str, world: Simulator
) -> None:
    def camera() -> tuple[str, str]:
        (pair,) = [each for each in world.world.fleet.pairs if each.drone and each.drone.sn == AIRCRAFT]
        assert pair.drone is not None
        (found,) = [each for each in pair.drone.cameras if each.index == CAMERA]
        return found.shown, found.quality

    def one(control: Any) -> Script:
        yield control.change_lens("ir")
        yield control.set_quality("smooth")

    controlling(client, world, one, AIRCRAFT, CAMERA)
    assert camera() == ("ir", "smooth")

    def several(control: Any) -> Script:
        yield control.change_lens("zoom", CAMERA)
        yield control.set_quality("ultra_high_definition", payload="Zenmuse H30T")

    controlling(client, world, several)
    assert camera() == ("zoom", "ultra_high_definition")


@both
@pytest.mark.parametrize(
    ("change", "member", "said"),
    [
        (lambda control: control.change_lens("zoom"), "payload", "83-0-0, 39-0-7"),
        (lambda control: control.set_quality("smooth"), "payload", "83-0-0, 39-0-7"),
        (lambda control: control.change_lens("zoom", "1-0-0"), "payload", "no camera"),
        (lambda control: control.change_lens("zoom", FPV), "lens", "has normal, not zoom"),
        (lambda control: control.change_lens("wider", CAMERA), "lens", "wide, zoom, ir, not wider"),
        (lambda control: control.set_quality("sharp", CAMERA), "quality_type", "sharp"),
    ],
)
def test_what_cannot_be_set_is_refused_and_control_is_given_up(
    client: str, change: Any, member: str, said: str, world: Simulator
) -> None:
    def body(control: Any) -> Script:
        yield change(control)

    with pytest.raises(InvalidArgument) as refused:
        controlling(client, world, body)
    assert refused.value.member == member
    assert said in refused.value.problem
    assert calls(world) == [ACQUIRE, RELEASE]


@both
def test_a_camera_that_is_there_but_not_held_cannot_be_changed(client: str, world: Simulator) -> None:
    def body(control: Any) -> Script:
        yield control.change_lens("normal", FPV)

    with pytest.raises(InvalidArgument, match="39-0-7 is not under control, only 83-0-0"):
        controlling(client, world, body, AIRCRAFT, CAMERA)


@both
@pytest.mark.parametrize("error", [ValueError("mine"), KeyboardInterrupt(), SystemExit(2), GeneratorExit()], ids=repr)
def test_control_is_given_up_whatever_ends_the_block_and_that_goes_on(
    client: str, error: BaseException, world: Simulator
) -> None:
    def body(_: Any) -> Any:
        raise error

    def script(fh: Any) -> Script:
        try:
            yield Inside(fh.devices.control(AIRCRAFT), body)
        except BaseException as caught:
            return caught

    assert played(client, world, script) is error
    assert holders(world) == {}
    assert not hasattr(error, "__notes__")


@both
def test_a_release_that_fails_is_raised_after_a_block_that_went_well(client: str, world: Simulator) -> None:
    world.faults.add("releaseDeviceControl", code=228500, message="no release")
    with pytest.raises(APIError, match="no release"):
        controlling(client, world, lambda _: None)
    assert holders(world) != {}


@both
def test_a_release_that_fails_does_not_hide_what_failed_before(client: str, world: Simulator) -> None:
    world.faults.add("releaseDeviceControl", code=228500, message="no release")

    def body(_: Any) -> Any:
        raise ValueError("mine")

    with pytest.raises(ValueError, match="mine") as failed:
        controlling(client, world, body)
    (note,) = failed.value.__notes__
    assert note.startswith(f"control of {CAMERA}, {FPV} of {AIRCRAFT} could not be released and may still be held:")
    assert "no release" in note


@both
def test_a_second_release_that_finds_nothing_to_release_is_none_that_failed(client: str, world: Simulator) -> None:
    world.faults.add("releaseDeviceControl", reset="after")
    world.faults.add("releaseDeviceControl", code=228402, message="no right")
    controlling(client, world, lambda _: None, told={"retry": True})
    assert holders(world) == {}


def test_a_release_that_fails_while_its_task_is_cancelled_leaves_a_trace(
    world: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    async def cancelled() -> None:
        async with AsyncFlightHub(**settings(world)) as fh:

            async def work() -> None:
                async with fh.devices.control(AIRCRAFT):
                    world.faults.add("releaseDeviceControl", code=228500, message="no release")
                    task.cancel()

            task = asyncio.create_task(work())
            with pytest.raises(asyncio.CancelledError) as raised:
                await task
            assert "no release" in str(raised.value.__notes__)

    asyncio.run(cancelled())
    assert "could not be released and may still be held" in caplog.text


@both
def test_control_that_was_taken_although_the_answer_was_lost_is_given_up(client: str, world: Simulator) -> None:
    world.faults.add("acquireDeviceControl", reset="after")
    with pytest.raises(OutcomeUnknown) as lost:
        controlling(client, world, lambda _: pytest.fail("nothing is held for sure"), told={"retry": True})
    assert lost.value.__cause__ is not None
    assert lost.value.operation == ACQUIRE
    assert not hasattr(lost.value, "__notes__")
    assert holders(world) == {}
    assert calls(world).count(RELEASE) == 1


@both
def test_control_that_may_be_held_and_cannot_be_given_up_is_told_so(client: str, world: Simulator) -> None:
    world.faults.add("acquireDeviceControl", reset="after")
    world.faults.add("releaseDeviceControl", code=228500, message="no release")
    with pytest.raises(OutcomeUnknown) as lost:
        controlling(client, world, lambda _: None)
    assert lost.value.__cause__ is not None
    assert ["may still be held" in note and "no release" in note for note in lost.value.__notes__] == [True]


UNSURE: dict[str, tuple[dict[str, Any], type[FlightHubError], list[str]]] = {
    "refused": ({"code": 228402}, APIError, []),
    "throttled": ({"status": 429, "code": 210429}, RateLimited, []),
    "offline": ({"code": 212015}, DeviceOffline, []),
    "failing": ({"status": 500, "code": 228500}, ServerError, [RELEASE]),
    "a web page": ({"body": "<html>", "status": 502}, OutcomeUnknown, [RELEASE]),
    "cut off": ({"cut": 0.5}, OutcomeUnknown, [ACQUIRE, RELEASE]),
}


@both
@pytest.mark.parametrize("failure", UNSURE)
def test_control_is_given_up_only_where_it_may_have_been_taken_and_taking_is_sent_once(
    client: str, failure: str, world: Simulator
) -> None:
    fault, kind, carried_out = UNSURE[failure]
    world.faults.add("acquireDeviceControl", **fault)
    sent: list[str] = []
    told = {"retry": True, "on_request": lambda attempt: sent.append(attempt.operation)}
    with pytest.raises(kind):
        controlling(client, world, lambda _: None, told=told)
    assert sent.count(ACQUIRE) == 1
    assert sent.count(RELEASE) == carried_out.count(RELEASE)
    assert holders(world) == {}


@both
def test_an_answer_that_a_strict_client_refuses_leaves_nothing_held(client: str, world: Simulator) -> None:
    world.faults.add("acquireDeviceControl", unknown_members=True)
    with pytest.raises(UnexpectedResponse, match="not documented"):
        controlling(client, world, lambda _: None, told={"strict": True})
    assert holders(world) == {}


@both
def test_control_that_somebody_else_took_meanwhile_stays_with_them(client: str, world: Simulator) -> None:
    def body(_: Any) -> None:
        world.world.happen("take_over", {"sn": AIRCRAFT, "payload_index": CAMERA, "nickname": "Bor"})

    controlling(client, world, body)
    assert holders(world) == {CAMERA: "Bor"}


def test_a_cancelled_body_gives_control_up(world: Simulator) -> None:
    async def cancelled() -> None:
        async with AsyncFlightHub(**settings(world)) as fh:
            inside = asyncio.Event()

            async def work() -> None:
                async with fh.devices.control(AIRCRAFT):
                    inside.set()
                    await asyncio.sleep(60)

            task = asyncio.create_task(work())
            await inside.wait()
            assert holders(world) != {}
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert holders(world) == {}
            assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(cancelled())


def test_who_is_cancelled_while_giving_up_control_gives_it_up_first(world: Simulator) -> None:
    async def cancelled() -> None:
        async with AsyncFlightHub(**settings(world)) as fh:

            async def work() -> None:
                async with fh.devices.control(AIRCRAFT):
                    task.cancel()  # takes effect at the next await, which is in the release

            task = asyncio.create_task(work())
            with pytest.raises(asyncio.CancelledError):
                await task
            assert holders(world) == {}

    asyncio.run(cancelled())


def test_who_is_cancelled_while_control_is_asked_for_gives_it_up(
    world: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    async def cancelled(fault: dict[str, Any]) -> None:
        world.reset()
        if fault:
            world.faults.add("acquireDeviceControl", **fault)

        def stop(attempt: Any) -> None:
            if attempt.operation == ACQUIRE:
                task.cancel()

        async with AsyncFlightHub(**settings(world, on_request=stop)) as fh:

            async def work() -> None:
                async with fh.devices.control(AIRCRAFT):
                    pytest.fail("cancelled before")

            task = asyncio.create_task(work())
            with pytest.raises(asyncio.CancelledError):
                await task
            assert holders(world) == {}
            assert calls(world)[-1] == RELEASE

    for fault in ({}, {"reset": "after"}, {"code": 228402}):
        asyncio.run(cancelled(fault))
    assert "never retrieved" not in caplog.text


def test_who_is_cancelled_while_the_aircraft_takes_its_time_releases_after_it_has_answered(running: Simulator) -> None:
    running.faults.add("acquireDeviceControl", delay=0.5)

    async def cancelled() -> None:
        async with AsyncFlightHub(**settings(running)) as fh:

            async def work() -> None:
                async with fh.devices.control(AIRCRAFT):
                    pytest.fail("cancelled before")

            task = asyncio.create_task(work())
            await asyncio.sleep(0.25)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(cancelled())
    assert calls(running) == [ACQUIRE, RELEASE]
    assert holders(running) == {}


def test_an_interruption_while_control_is_asked_for_gives_it_up(world: Simulator) -> None:
    def interrupt(attempt: Any) -> None:
        if attempt.operation == ACQUIRE:
            raise KeyboardInterrupt

    with (
        FlightHub(**settings(world, on_response=interrupt)) as fh,
        pytest.raises(KeyboardInterrupt),
        fh.devices.control(AIRCRAFT),
    ):
        pytest.fail("interrupted before")
    assert calls(world) == [ACQUIRE, RELEASE]
    assert holders(world) == {}


@both
def test_nothing_of_the_options_is_shown_by_what_fails(client: str, world: Simulator) -> None:
    world.faults.add("acquireDeviceControl", reset="after")
    options = {"extra_headers": {"X-Added": "planted-header"}}
    with pytest.raises(OutcomeUnknown) as lost:
        controlling(client, world, lambda _: None, request_options=options)
    error = lost.value
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    # Below this file alone: what a test holds itself is its own affair.
    shown = [str(frame.locals) for frame in frames.stack if "flighthub" in frame.filename]
    assert shown
    assert "planted" not in "".join(shown) + repr(error.arguments) + str(error)
