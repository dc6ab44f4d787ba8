"""Views of live video: an address taken apart by its service, renewed in time, and never shown."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from client.both_clients import CLIENTS

from flighthub import (
    APIError,
    AsyncFlightHub,
    DeviceOffline,
    InvalidArgument,
    PermissionDenied,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._streams.live_sources import AgoraChannel, VolcRoom, WebStream, moment, source_of
from flighthub.enums import LiveUrlType
from flighthub.types import Livestream
from flighthub_simulator import Simulator
from flighthub_simulator._world._scenario import scenario

from .conftest import MORNING
from .playing import Script, played, settings

both = pytest.mark.parametrize("client", CLIENTS)

DOCK, CAMERA, HEAVY = "7CTDEXAMPLE0001", "165-0-7", "1ZNBEXAMPLE00004"


def viewed(client: str, world: Simulator, *given: Any, told: Any = None, **named: Any) -> Any:
    """A view that was opened."""
    return played(client, world, lambda fh: fh.livestreams.open(*(given or (DOCK,)), **named), **(told or {}))


def starts(world: Simulator) -> int:
    return sum(each["what"] == "livestreams.start" for each in world.world.requests)


def streaming_by(world: Simulator, kind: str) -> None:
    world.reset({**scenario(), "livestreams": kind})


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The views' clock, which stands at the world's morning until it is moved."""

    class Clock(datetime):
        moment = MORNING

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.moment

    for client in ("async", "sync"):
        monkeypatch.setattr(f"flighthub._{client}.streams.live_view.datetime", Clock)
    return Clock


@both
def test_a_view_has_what_a_player_of_volcengine_needs(client: str, world: Simulator) -> None:
    view = viewed(client, world, "North dock", "Dock camera", quality="smooth", expires_in=timedelta(hours=2))
    assert (view.sn, view.callsign, view.camera, view.url_type) == (DOCK, "North dock", CAMERA, LiveUrlType.VOLC)
    assert view.expires_at == MORNING + timedelta(hours=2)
    source = view.source
    assert isinstance(source, VolcRoom)
    assert (source.room_id, source.expires_at) == (f"{DOCK}_{CAMERA}", view.expires_at)
    assert source.user_id.startswith("window_1770000000000000001")
    assert f"token={source.token.reveal()}" in view.url.reveal()
    (live,) = world.world.streams.live
    assert (live.camera.index, live.camera.quality) == (CAMERA, "smooth")


@both
def test_a_view_has_what_a_player_of_agora_needs(client: str, world: Simulator) -> None:
    streaming_by(world, "agora")
    view = viewed(client, world)
    source = view.source
    assert isinstance(source, AgoraChannel)
    assert (source.channel_name, source.uid, source.expires_at) == (f"{DOCK}_{CAMERA}", 50000, view.expires_at)
    assert json.loads(view.url.reveal())["token"] == source.token.reveal()


@both
def test_a_view_has_what_a_player_of_webrtc_needs(client: str, world: Simulator) -> None:
    streaming_by(world, "srs")
    view = viewed(client, world)
    assert view.source == WebStream("whep", view.url)
    assert view.expires_at == MORNING + timedelta(hours=1)


@both
def test_the_first_camera_is_taken_when_none_is_named(client: str, world: Simulator) -> None:
    assert viewed(client, world, HEAVY).camera == "83-0-0"
    assert viewed(client, world, "Heavy lifter", "39-0-7").camera == "39-0-7"


@both
@pytest.mark.parametrize(
    ("given", "named", "member", "said"),
    [
        (("Nowhere",), {}, "device", "North dock"),
        ((DOCK, "81-0-0"), {}, "camera", "165-0-7 (Dock camera)"),
        (("Pilot 1",), {}, "camera", "give an index"),
        ((DOCK,), {"expires_in": 0}, "video_expire", "at least 1"),
        ((DOCK,), {"expires_in": timedelta(seconds=-5)}, "video_expire", "at least 1"),
        ((DOCK,), {"expires_in": "an hour"}, "expires_in", "an hour"),
        ((DOCK,), {"expires_in": float("inf")}, "expires_in", "inf"),
        ((DOCK,), {"quality": "sharp"}, "quality_type", "sharp"),
    ],
    ids=str,
)
def test_what_cannot_be_right_is_refused_before_a_stream_is_asked_for(
    client: str, given: Any, named: Any, member: str, said: str, world: Simulator
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        viewed(client, world, *given, **named)
    assert refused.value.member == member
    assert said in refused.value.problem
    assert starts(world) == 0


@both
def test_failures_of_the_server_are_its_own(client: str, world: Simulator) -> None:
    with pytest.raises(DeviceOffline, match="213003"):
        viewed(client, world, "North aircraft")
    world.faults.add("startLivestream", status=403, code=200403)
    with pytest.raises(PermissionDenied):
        viewed(client, world)


AIRCRAFT = "1581FEXAMPLE00001"


@both
def test_an_aircraft_that_is_still_off_can_be_waited_for(client: str, running: Simulator) -> None:
    running.clock.speed = 20

    def script(fh: Any) -> Script:
        with pytest.raises(DeviceOffline):
            yield fh.livestreams.open("North aircraft")
        yield fh.flight_tasks.launch(dock="North dock", wayline="Perimeter")
        return (yield fh.livestreams.open("North aircraft", wait=True, timeout=20, interval=0.05))

    view = played(client, running, script)
    assert (view.sn, view.url_type, view.source.room_id) == (AIRCRAFT, LiveUrlType.VOLC, f"{AIRCRAFT}_81-0-0")
    assert starts(running) > 2


@both
def test_an_aircraft_is_not_waited_for_any_longer_than_told(client: str, world: Simulator) -> None:
    with pytest.raises(WaitTimeout, match=r"North aircraft to be on took longer than 0\.2 s; .*213003"):
        viewed(client, world, "North aircraft", wait=True, timeout=0.2, interval=0.05)
    assert 2 <= starts(world) <= 6
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(WaitCancelled):
        viewed(client, world, "North aircraft", wait=True, cancel=cancel)


@both
@pytest.mark.parametrize(
    ("fault", "kind"),
    [({"status": 403, "code": 200403}, PermissionDenied), ({"code": 213014}, APIError)],
    ids=["a missing right", "a wrong camera"],
)
def test_what_does_not_pass_ends_the_waiting_for_an_aircraft(
    client: str, fault: Any, kind: Any, world: Simulator
) -> None:
    world.faults.add("startLivestream", code=212015)
    world.faults.add("startLivestream", **fault)
    with pytest.raises(kind, match=str(fault["code"])):
        viewed(client, world, "North aircraft", wait=True, interval=0.01)
    assert starts(world) == 2


@both
def test_a_view_is_renewed_when_its_token_is_about_to_end_and_not_before(
    client: str, now: Any, world: Simulator
) -> None:
    def script(fh: Any) -> Script:
        view = yield fh.livestreams.open(DOCK, expires_in=600)
        first = view.url.reveal()
        assert (yield view.renew_if_needed()) is False
        assert (view.url.reveal(), view.remaining) == (first, timedelta(seconds=600))
        _advance(539)
        assert (yield view.renew_if_needed()) is False
        assert (yield view.renew_if_needed(margin=timedelta(seconds=30))) is False
        _advance(1)
        assert (yield view.renew_if_needed()) is True
        assert view.url.reveal() != first
        assert view.source.token.reveal() in view.url.reveal()
        assert (view.expires_at, view.remaining) == (now.moment + timedelta(seconds=600), timedelta(seconds=600))
        # A margin beyond the life of the token does not mean another token with every look.
        assert (yield view.renew_if_needed(margin=6000)) is False
        _advance(10_000)
        assert view.remaining == timedelta()
        yield view.renew()

    def _advance(seconds: float) -> None:
        world.clock.advance(seconds)
        now.moment += timedelta(seconds=seconds)

    played(client, world, script)
    assert starts(world) == 3
    assert {each["what"] for each in world.world.requests} == {"devices.list", "livestreams.start"}


@both
def test_a_renewal_that_fails_leaves_the_view_as_it_was(client: str, world: Simulator) -> None:
    def script(fh: Any) -> Script:
        view = yield fh.livestreams.open(DOCK)
        before = (view.url, view.source, view.expires_at, view.asked_at)
        world.faults.add("startLivestream", code=213001)
        with pytest.raises(APIError, match="213001"):
            yield view.renew()
        assert (view.url, view.source, view.expires_at, view.asked_at) == before

    played(client, world, script)


@contextmanager
def answering(world: Simulator, **stream: Any) -> Iterator[None]:
    body = json.dumps({"code": 0, "message": "", "data": stream})
    world.faults.add("startLivestream", body=body, count=None)
    yield
    world.faults.clear()


@both
def test_a_service_that_nobody_knows_leaves_the_address_as_it_came(client: str, world: Simulator) -> None:
    with answering(world, url="moq://planted", url_type="moq", expire_ts=1772445600):
        view = viewed(client, world)
    assert (view.source, view.url.reveal(), str(view.url_type)) == (None, "moq://planted", "moq")
    assert not view.url_type.is_known
    assert view.expires_at == datetime.fromtimestamp(1772445600, UTC)


@both
def test_without_a_time_the_address_tells_it_and_without_that_the_life_that_was_asked_for(
    client: str, now: Any, world: Simulator
) -> None:
    volc = "app_id=a&room_id=r&user_id=u&token=t&expire_time=1772445600"
    with answering(world, url=volc, url_type="volc"):
        assert viewed(client, world).expires_at == datetime.fromtimestamp(1772445600, UTC)

    def script(fh: Any) -> Script:
        view = yield fh.livestreams.open(DOCK, expires_in=600)
        assert (view.expires_at, view.remaining) == (None, None)
        assert "no end known" in repr(view)
        assert (yield view.renew_if_needed()) is False
        now.moment += timedelta(seconds=541)
        assert (yield view.renew_if_needed()) is True

    with answering(world, url="https://live.example.com/a.m3u8", url_type="hls", expire_ts=None):
        played(client, world, script)


VOLC = "app_id=a&expire_time=1767225600&room_id=r&token={}&user_id=u"
AGORA = {"app_id": "a", "channel_name": "c", "token": "t", "uid": 7, "expire_ts": 1767225600}
END = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "url", "source"),
    [
        ("volc", VOLC.format("t"), ("a", "r", "u", "t", END)),
        ("volc", VOLC.format("a%2Bb%3D%3D"), ("a", "r", "u", "a+b==", END)),
        ("volc", VOLC.format("a+b=="), ("a", "r", "u", "a+b==", END)),
        ("volc", VOLC.format("t").replace("1767225600", "soon"), ("a", "r", "u", "t", None)),
        ("volc", "app_id=a&room_id=r&user_id=u&token=t", ("a", "r", "u", "t", None)),
        ("volc", "app_id=a&room_id=r&user_id=u", None),
        ("volc", "https://live.example.com/", None),
        ("volc", "&&&==%%%\ud800", None),
        ("agora", json.dumps(AGORA), ("a", "c", 7, "t", END)),
        ("agora", json.dumps({**AGORA, "uid": None, "expire_ts": 10**30}), ("a", "c", None, "t", None)),
        ("agora", json.dumps({**AGORA, "token": 5}), None),
        ("agora", json.dumps([AGORA]), None),
        ("agora", '{"app_id": "a"', None),
        ("agora", "\ud800", None),
        ("agora", "[" * 100_000, None),
        ("srs", "https://live.example.com/rtc/v1/whep/?app=live&secret=t", "whep"),
        ("srs", "http://live.example.com/live/a.m3u8?secret=t", "hls"),
        ("hls", "https://live.example.com/live/a.m3u8", "hls"),
        ("srs", "webrtc://live.example.com/live/a", None),
        ("srs", "https://[broken", None),
        ("moq", "https://live.example.com/", None),
        (None, "https://live.example.com/", None),
        ("volc", "", None),
        ("volc", None, None),
        ("volc", 5, None),
    ],
)
def test_an_address_is_taken_apart_by_its_service_and_never_lost(kind: Any, url: Any, source: Any) -> None:
    stream = Livestream.from_dict({"url": url, "url_type": kind})
    found = source_of(stream)
    if isinstance(found, WebStream):
        assert (found.protocol, found.url.reveal()) == (source, url)
    else:
        shown = None if found is None else tuple(getattr(each, "reveal", lambda each=each: each)() for each in found)
        assert shown == source
    assert stream.to_dict() == {"url": url, "url_type": kind}


@pytest.mark.parametrize("odd", [None, "", "soon", True, 1.5, [], {}, 10**30, -(10**30), 1772445600000], ids=str)
def test_a_time_that_is_none_is_none(odd: Any) -> None:
    assert moment(odd) is None


@both
@pytest.mark.parametrize("kind", ["volc", "agora", "srs", "moq"])
def test_neither_address_nor_token_is_ever_shown(
    client: str, kind: str, world: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = {
        "volc": VOLC.format("planted"),
        "agora": json.dumps({**AGORA, "token": "planted"}),
        "srs": "https://live.example.com/whep?secret=planted",
        "moq": "moq://live.example.com/planted",
    }[kind]
    shown: list[str] = []

    def script(fh: Any) -> Script:
        view = yield fh.livestreams.open(DOCK)
        yield view.renew()
        shown.extend([repr(view), str(view), f"{view}", repr(view.source), str(view.source), repr(view.livestream)])
        shown.extend([repr(vars(view)), repr(view.url), f"{view.url}"])
        world.faults.clear()
        world.faults.add("startLivestream", code=213001)
        try:
            yield view.renew()
        except APIError as error:
            frames = traceback.TracebackException.from_exception(error, capture_locals=True)
            shown.extend(str(frame.locals) for frame in frames.stack if "/flighthub/" in frame.filename)
            shown.append("".join(traceback.format_exception(error)))
        assert view.url.reveal() == url

    with answering(world, url=url, url_type=kind, expire_ts=1772445600):
        played(client, world, script)
    assert len(shown) > 12
    assert "planted" not in "".join(shown)
    assert "planted" not in caplog.text


def test_views_of_several_cameras_are_opened_at_once(world: Simulator) -> None:
    async def opened() -> set[str]:
        async with AsyncFlightHub(**settings(world)) as fh:
            views = await asyncio.gather(*(fh.livestreams.open(each) for each in ("North dock", "East dock", HEAVY)))
            return {view.source.room_id for view in views if isinstance(view.source, VolcRoom)}

    assert asyncio.run(opened()) == {f"{DOCK}_{CAMERA}", f"8UUXEXAMPLE0002_{CAMERA}", f"{HEAVY}_83-0-0"}
