"""Forwarding for as long as a block lasts: made once, switched on, waited for, and deleted whatever happens."""

from __future__ import annotations

import asyncio
import logging
import threading
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from client.both_clients import CLIENTS, using

from flighthub import (
    APIError,
    AsyncFlightHub,
    DeviceOffline,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    InvalidRequest,
    NotFound,
    OutcomeUnknown,
    QuotaExceeded,
    Retry,
    ServerError,
    UnexpectedResponse,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._streams.forwarders import is_pushing
from flighthub.enums import ConverterState
from flighthub.types import SchemaOptionRtmp, StreamForwarder
from flighthub_simulator import Simulator

from .playing import Inside, Script, played, settings

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, CAMERA = "7CTDEXAMPLE0001", "165-0-7"
TARGET = {"url": "rtmp://media.example.com/live/planted"}
CREATE, UPDATE, LIST, DELETE = (f"stream_forwarders.{each}" for each in ("create", "update", "list", "delete"))


def forwarders(world: Simulator) -> dict[str, bool]:
    """The forwarders by name, and whether each is switched on."""
    with world.lock:
        return {each.name: each.enabled for each in world.world.streams.forwarders}


def calls(world: Simulator) -> list[str]:
    return [each["what"] for each in world.world.requests if each["what"].startswith("stream_forwarders")]


def hurrying(world: Simulator, seconds: float = 2) -> Callable[[Any], None]:
    """A hook that lets time pass with each look at the list."""

    def look(attempt: Any) -> None:
        if attempt.operation == LIST:
            world.clock.advance(seconds)

    return look


def forwarding(
    client: str, world: Simulator, body: Any = lambda _: None, *given: Any, told: Any = None, **named: Any
) -> Any:
    """What a body gives that is played while a camera is forwarded."""

    def script(fh: Any) -> Script:
        arguments = {"schema": "rtmp", "schema_option": TARGET, "interval": 0.01, **named}
        return (yield Inside(fh.stream_forwarders.forward(*(given or (DOCK,)), **arguments), body))

    return played(client, world, script, **{"on_response": hurrying(world), **(told or {})})


@both
def test_a_camera_is_forwarded_inside_the_block_and_no_longer(client: str, world: Simulator) -> None:
    def body(handle: Any) -> Script:
        assert handle.state is ConverterState.RUNNING
        assert forwarders(world) == {handle.name: True}
        again = yield handle.refresh()
        assert again is handle
        row = handle.forwarder
        assert (row.converter_id, row.sn, row.camera_index) == (handle.converter_id, DOCK, CAMERA)
        world.world.happen("device_offline", {"sn": DOCK})
        yield handle.refresh()
        return handle.state, repr(handle)

    state, shown = forwarding(client, world, body, "North dock", "Dock camera", name="control room")
    assert state is ConverterState.FAILED
    assert "165-0-7 of 7CTDEXAMPLE0001: failed" in shown
    assert forwarders(world) == {}
    made = calls(world)
    assert made[:3] == [LIST, CREATE, UPDATE]
    assert made[-2:] == [UPDATE, DELETE]
    assert {*made[3:-2]} == {LIST}


@both
def test_a_name_is_made_up_that_no_other_has(client: str, world: Simulator) -> None:
    names = [forwarding(client, world, lambda handle: handle.name) for _ in range(2)]
    assert len({*names}) == 2
    assert all(name.startswith(f"{DOCK} {CAMERA} ") for name in names)


@both
def test_settings_are_taken_as_a_model_too(client: str, world: Simulator) -> None:
    def body(_: Any) -> Any:
        (made,) = world.world.streams.forwarders
        return dict(made.option)

    assert forwarding(client, world, body, schema_option=SchemaOptionRtmp(url=TARGET["url"])) == TARGET


@both
def test_without_waiting_the_block_begins_at_once(client: str, world: Simulator) -> None:
    def body(handle: Any) -> Any:
        return handle.state, handle.forwarder, [*forwarders(world).values()]

    assert forwarding(client, world, body, wait=False) == (None, None, [True])
    assert LIST not in calls(world)


@both
@pytest.mark.parametrize(
    ("given", "named", "member"),
    [
        (("Nowhere",), {}, "device"),
        ((DOCK, "81-0-0"), {}, "camera"),
        ((DOCK,), {"schema": "carrier pigeon"}, "schema"),
        ((DOCK,), {"schema_option": {"link": "planted"}}, "schema_option.link"),
        ((DOCK,), {"schema_option": "planted"}, "schema_option"),
        ((DOCK,), {"timeout": -1}, "timeout"),
        ((DOCK,), {"interval": 0}, "interval"),
    ],
    ids=str,
)
def test_what_cannot_be_right_is_refused_before_anything_is_made(
    client: str, given: Any, named: Any, member: str, world: Simulator
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        forwarding(client, world, lambda _: None, *given, **named)
    assert refused.value.member == member
    assert "planted" not in str(refused.value)
    assert calls(world) == []


@both
def test_a_name_that_is_taken_is_refused_and_its_owner_left_alone(client: str, world: Simulator) -> None:
    def script(fh: Any) -> Script:
        yield fh.stream_forwarders.create(
            converter_name="room", sn=DOCK, camera_index=CAMERA, schema="rtmp", schema_option=TARGET
        )
        yield Inside(fh.stream_forwarders.forward(DOCK, schema="rtmp", schema_option=TARGET, name="room"), pytest.fail)

    with pytest.raises(InvalidArgument, match="is called 'room' already") as refused:
        played(client, world, script)
    assert refused.value.member == "name"
    assert forwarders(world) == {"room": False}
    assert calls(world) == [CREATE, LIST]


@both
def test_a_failed_forwarding_is_raised_with_its_reason_and_cleaned_up(client: str, world: Simulator) -> None:
    with pytest.raises(DeviceOffline, match="There is no streaming gateway") as failed:
        forwarding(client, world, lambda _: pytest.fail("it does not push"), "North aircraft", "81-0-0")
    assert (failed.value.code, failed.value.operation) == (213003, LIST)
    assert "Wait until the aircraft is on" in failed.value.hint
    assert forwarders(world) == {}


@both
def test_a_forwarding_that_does_not_begin_in_time_is_cleaned_up(client: str, world: Simulator) -> None:
    with pytest.raises(WaitTimeout, match="last seen: 'initialized'") as late:
        forwarding(client, world, timeout=0.1, told={"on_response": None})
    assert isinstance(late.value.last, StreamForwarder)
    assert "planted" not in repr(late.value.last) + str(late.value)
    assert forwarders(world) == {}


@both
def test_an_event_ends_the_waiting_and_what_was_made_is_cleaned_up(client: str, world: Simulator) -> None:
    cancel = threading.Event()
    timer = threading.Timer(0.3, cancel.set)
    timer.start()
    with pytest.raises(WaitCancelled):
        forwarding(client, world, cancel=cancel, interval=20, told={"on_response": None})
    timer.join()
    assert forwarders(world) == {}


STATES: dict[str | None, bool | type[Exception]] = {
    "running": True,
    "initialized": False,
    "stopped": False,
    "reconnecting": False,
    None: False,
    "failed": APIError,
    "error": APIError,
}


@pytest.mark.parametrize("state", STATES)
def test_states_that_nobody_knows_are_waited_on(state: str | None) -> None:
    row = StreamForwarder.from_dict({"converter_id": "c", "state": state, "code": 213053})
    expected = STATES[state]
    if isinstance(expected, bool):
        assert is_pushing(row) is expected
    else:
        with pytest.raises(expected, match=f"is {state}, with code 213053. Pushing the video failed"):
            is_pushing(row)


@pytest.mark.parametrize("code", [None, 0, 999999])
def test_a_failure_without_a_known_reason_is_one_all_the_same(code: int | None) -> None:
    row = StreamForwarder.from_dict({"converter_id": "c", "state": "failed", "code": code})
    with pytest.raises(APIError, match="does not say why"):
        is_pushing(row)


@both
def test_a_forwarder_that_was_made_although_the_answer_was_lost_is_taken(client: str, world: Simulator) -> None:
    world.faults.add("createStreamConverter", reset="after")

    def body(handle: Any) -> Any:
        assert forwarders(world) == {handle.name: True}
        (made,) = world.world.streams.forwarders
        return handle.converter_id == made.id

    assert forwarding(client, world, body, told={"retry": True})
    assert calls(world).count(CREATE) == 1
    assert forwarders(world) == {}


@both
def test_a_lost_answer_is_raised_when_nothing_was_made(client: str, world: Simulator) -> None:
    world.faults.add("createStreamConverter", reset="before")
    with pytest.raises(OutcomeUnknown) as lost:
        forwarding(client, world, lambda _: pytest.fail("nothing is there"), told={"retry": True})
    assert lost.value.__cause__ is not None
    assert lost.value.operation == CREATE
    assert (calls(world).count(LIST), calls(world).count(DELETE)) == (1, 0)


@both
def test_a_lost_answer_and_a_list_that_cannot_be_read_are_both_told(client: str, world: Simulator) -> None:
    world.faults.add("createStreamConverter", reset="after")
    world.faults.add("listStreamConverters", code=228500, message="no list", count=1)
    with pytest.raises(OutcomeUnknown) as lost:
        forwarding(client, world)
    assert lost.value.__cause__ is not None
    (note,) = lost.value.__notes__
    assert "no list" in note
    # The second look, at the end, found it.
    assert forwarders(world) == {}


@both
def test_a_forwarder_of_the_same_name_for_another_camera_is_not_taken_for_ours(client: str, world: Simulator) -> None:
    world.faults.add("createStreamConverter", reset="before")
    looks = 0

    def intrude(attempt: Any) -> None:
        # Between the look at the names and the lost answer somebody else makes one.
        nonlocal looks
        looks += attempt.operation == LIST
        if attempt.operation == LIST and looks == 1:
            told = {"sn": "8UUXEXAMPLE0002", "camera_index": CAMERA, "converter_name": "room", "schema": "rtmp"}
            with world.lock:
                project = world.world.projects[world.project]
                world.world.streams.add(project, {**told, "schema_option": TARGET})

    with pytest.raises(OutcomeUnknown):
        forwarding(client, world, name="room", told={"on_response": intrude})
    assert forwarders(world) == {"room": False}


@both
def test_a_gateway_that_knows_no_such_path_is_not_taken_for_a_deleted_forwarder(client: str, world: Simulator) -> None:
    world.faults.add("deleteStreamConverter", status=404, body="")
    with pytest.raises(NotFound):
        forwarding(client, world, name="room")
    assert forwarders(world) == {"room": False}


@both
def test_a_forwarder_that_is_gone_is_as_it_should_be_whatever_says_so(client: str, world: Simulator) -> None:
    def body(_: Any) -> None:
        with world.lock:
            world.world.streams.forwarders.clear()
        world.faults.add("deleteStreamConverter", status=404, body="")

    forwarding(client, world, body)
    assert forwarders(world) == {}


@both
def test_an_answer_without_an_id_is_an_outcome_that_is_not_known(client: str, world: Simulator) -> None:
    world.faults.add("createStreamConverter", body='{"code": 0, "message": "", "data": null}')
    with pytest.raises(OutcomeUnknown, match="its response has no converter_id") as caught:
        forwarding(client, world)
    assert caught.value.request_id
    assert forwarders(world) == {}


@both
def test_a_repeated_deletion_and_a_bare_404_do_not_make_a_success(client: str, world: Simulator) -> None:
    world.faults.add("deleteStreamConverter", status=503, body="")
    world.faults.add("deleteStreamConverter", status=404, body="")
    with pytest.raises(NotFound):
        using(
            client,
            lambda fh: fh.stream_forwarders.delete("some-id"),
            **{**settings(world), "retry": Retry(2, backoff=0)},
        )


REFUSALS: dict[str, tuple[dict[str, Any], type[FlightHubError], bool]] = {
    "a taken name": ({"code": 213025}, InvalidRequest, False),
    "too many": ({"code": 233317}, QuotaExceeded, False),
    "an unknown path": ({"status": 404, "body": ""}, NotFound, False),
    "a failing server": ({"status": 500, "code": 228500}, ServerError, True),
}


@both
@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_is_raised_and_looked_after_only_where_something_may_have_been_made(
    client: str, refusal: str, world: Simulator
) -> None:
    fault, kind, looked = REFUSALS[refusal]
    world.faults.add("createStreamConverter", **fault)
    with pytest.raises(kind):
        forwarding(client, world)
    assert calls(world)[1:] == ([LIST] if looked else [])


@both
def test_an_answer_that_a_strict_client_refuses_leaves_no_forwarder(client: str, world: Simulator) -> None:
    world.faults.add("createStreamConverter", unknown_members=True)
    with pytest.raises(UnexpectedResponse, match="not documented"):
        forwarding(client, world, told={"strict": True})
    assert forwarders(world) == {}


@both
@pytest.mark.parametrize("error", [ValueError("mine"), KeyboardInterrupt(), SystemExit(2)], ids=repr)
def test_the_forwarder_is_deleted_whatever_ends_the_block_and_that_goes_on(
    client: str, error: BaseException, world: Simulator
) -> None:
    def body(_: Any) -> Any:
        raise error

    def script(fh: Any) -> Script:
        told = {"schema": "rtmp", "schema_option": TARGET, "wait": False}
        try:
            yield Inside(fh.stream_forwarders.forward(DOCK, **told), body)
        except BaseException as caught:
            return caught

    assert played(client, world, script) is error
    assert forwarders(world) == {}
    assert not hasattr(error, "__notes__")


@both
def test_switching_off_may_fail_as_long_as_deleting_does_not(client: str, world: Simulator) -> None:
    def body(_: Any) -> None:
        world.faults.add("updateStreamConverter", code=213028)

    forwarding(client, world, body)
    assert forwarders(world) == {}


@both
def test_a_deletion_that_fails_is_raised_after_a_block_that_went_well(client: str, world: Simulator) -> None:
    def body(_: Any) -> None:
        world.faults.add("updateStreamConverter", code=213028, message="not off")
        world.faults.add("deleteStreamConverter", code=213026, message="not deleted")

    with pytest.raises(APIError, match="not deleted") as failed:
        forwarding(client, world, body)
    assert ["not off" in note for note in failed.value.__notes__] == [True]


@both
def test_a_deletion_that_fails_does_not_hide_what_failed_before(client: str, world: Simulator) -> None:
    world.faults.add("deleteStreamConverter", code=213026, message="not deleted")

    def body(_: Any) -> None:
        raise ValueError("mine")

    with pytest.raises(ValueError, match="mine") as failed:
        forwarding(client, world, body, name="room")
    (note,) = failed.value.__notes__
    assert "forwarder 'room' could not be deleted and may still forward" in note
    assert "not deleted" in note
    assert forwarders(world) == {"room": False}


@both
def test_a_forwarder_that_somebody_else_deleted_is_as_it_should_be(client: str, world: Simulator) -> None:
    def body(handle: Any) -> Script:
        with world.lock:
            world.world.streams.forwarders.clear()
        with pytest.raises(NotFound, match="no longer there"):
            yield handle.refresh()

    forwarding(client, world, body)


def test_a_cancelled_body_deletes_its_forwarder(world: Simulator) -> None:
    async def cancelled() -> None:
        async with AsyncFlightHub(**settings(world)) as fh:
            inside = asyncio.Event()

            async def work() -> None:
                async with fh.stream_forwarders.forward(DOCK, schema="rtmp", schema_option=TARGET, wait=False):
                    inside.set()
                    await asyncio.sleep(60)

            task = asyncio.create_task(work())
            await inside.wait()
            assert len(forwarders(world)) == 1
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert forwarders(world) == {}
            assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(cancelled())


@pytest.mark.parametrize("operation", [CREATE, UPDATE, LIST])
def test_who_is_cancelled_on_the_way_into_the_block_leaves_no_forwarder(operation: str, world: Simulator) -> None:
    async def cancelled() -> None:
        def stop(attempt: Any) -> None:
            if attempt.operation == operation and calls(world).count(DELETE) == 0:
                task.cancel()

        async with AsyncFlightHub(**settings(world, on_request=stop)) as fh:

            async def work() -> None:
                async with fh.stream_forwarders.forward(DOCK, schema="rtmp", schema_option=TARGET):
                    pytest.fail("cancelled before")

            task = asyncio.create_task(work())
            with pytest.raises(asyncio.CancelledError):
                await task
            assert forwarders(world) == {}

    asyncio.run(cancelled())


def test_who_is_cancelled_while_the_server_takes_its_time_deletes_what_it_has_made_then(running: Simulator) -> None:
    running.faults.add("createStreamConverter", delay=0.5)

    async def cancelled() -> None:
        async with AsyncFlightHub(**settings(running)) as fh:

            async def work() -> None:
                async with fh.stream_forwarders.forward(DOCK, schema="rtmp", schema_option=TARGET):
                    pytest.fail("cancelled before")

            task = asyncio.create_task(work())
            await asyncio.sleep(0.25)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(cancelled())
    assert calls(running) == [CREATE, UPDATE, DELETE]
    assert forwarders(running) == {}


def test_an_interruption_while_a_forwarder_is_made_leaves_none(world: Simulator) -> None:
    def interrupt(attempt: Any) -> None:
        if attempt.operation == CREATE:
            raise KeyboardInterrupt

    with (
        FlightHub(**settings(world, on_response=interrupt)) as fh,
        pytest.raises(KeyboardInterrupt),
        fh.stream_forwarders.forward(DOCK, schema="rtmp", schema_option=TARGET),
    ):
        pytest.fail("interrupted before")
    assert CREATE in calls(world)
    assert forwarders(world) == {}


FAULTS: list[tuple[str, dict[str, Any]]] = [
    ("createStreamConverter", {"code": 213024}),
    ("createStreamConverter", {"reset": "before"}),
    ("updateStreamConverter", {"code": 213028}),
    ("listStreamConverters", {"code": 213027}),
    ("deleteStreamConverter", {"code": 213026}),
]


@both
@pytest.mark.parametrize(("operation", "fault"), FAULTS, ids=str)
def test_the_push_address_is_never_shown(
    client: str, operation: str, fault: Any, world: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    world.faults.add(operation, **fault)
    shown: list[str] = []

    def body(handle: Any) -> None:
        shown.extend([repr(handle), repr(handle.forwarder), repr(vars(handle))])

    with pytest.raises(FlightHubError) as failed:
        forwarding(client, world, body)
    frames = traceback.TracebackException.from_exception(failed.value, capture_locals=True)
    shown.extend(str(frame.locals) for frame in frames.stack if "/flighthub/" in frame.filename)
    shown.append("".join(traceback.format_exception(failed.value)))
    assert len(shown) > 3
    assert "planted" not in "".join(shown) + caplog.text + repr(vars(failed.value))
