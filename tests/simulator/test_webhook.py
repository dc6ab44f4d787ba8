"""The simulator sends what happens to one address: signed, in order, when it happens, and with faults as told."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from documented import ask
from flying import AIRCRAFT, DOCK, MORNING, airborne, client, ended, start
from receiver import Receiver, receiving
from routes import made

import flighthub_simulator
from flighthub import FlightHub, InvalidSignature, webhooks
from flighthub_api import EVENTS
from flighthub_simulator import EventFault, Simulator, _webhook, run
from flighthub_simulator._event_faults import KINDS
from flighthub_simulator._webhook import MOST_WAITING


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def told(world: Simulator, receiver: Receiver) -> Simulator:
    """A simulator whose clock stands still, and that tells the receiver what happens."""
    world.webhook.send_to(receiver.url)
    return world


def happens(simulator: Simulator, **arguments: Any) -> None:
    """Lets an algorithm raise an alert, which is the simplest of all events."""
    simulator.world.happen("ai_alert", {"sn": AIRCRAFT, **arguments})


def labels(receiver: Receiver) -> list[str]:
    """What the alerts that arrived have found, in order."""
    return [each["labels"][0] for each in receiver.of("ai_alert_record")]


def until(condition: Callable[[], object], seconds: float = 10) -> None:
    """Waits in real time until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.005)


class TestWhatIsSent:
    def test_a_flight_tells_each_picture_once(self, told: Simulator, hub: FlightHub, receiver: Receiver) -> None:
        uuid = start(hub)
        ended(told, hub, uuid)
        told.clock.advance(600)
        told.webhook.flush()
        files = receiver.of("media_file_uploaded")
        listed = {each.uuid: each for each in hub.flight_tasks.list_media(uuid) if each.size}
        assert {each["file_id"] for each in files} == {*listed}
        assert len(files) == len(listed) > 10
        for each in files:
            assert each["file_size"] == listed[each["file_id"]].size
            assert (each["flight_id"], each["device_sn"], each["project_id"]) == (uuid, AIRCRAFT, told.project)
        assert {*receiver.kinds()} == {"media_file_uploaded"}

    def test_every_event_is_read_and_verified_by_the_client(self, told: Simulator, receiver: Receiver) -> None:
        happens(told)
        told.webhook.flush()
        (arrival,) = receiver.arrivals
        assert (arrival.method, arrival.path) == ("POST", "/flighthub?from=simulator")
        assert arrival.headers["Content-Type"] == "application/json"
        webhooks.verify(arrival.body, arrival.headers, told.token)
        event = webhooks.parse(arrival.body)
        assert (event.kind, event.data.labels, event.data.gateway_sn) == ("ai_alert_record", ["person"], DOCK)
        assert [*event.deviations()] == []
        assert httpx.get(event.data.file_url.reveal()).content.startswith(b"\xff\xd8")

    def test_an_alert_is_told_as_the_list_has_it(self, told: Simulator, hub: FlightHub, receiver: Receiver) -> None:
        uuid = start(hub)
        airborne(told, hub)
        happens(told, label="car", source=2)
        told.webhook.flush()
        (data,) = receiver.of("ai_alert_record")
        (listed,) = hub.alerts.list_detections(flight_id=[uuid]).data[uuid]
        assert (data["alert_uuid"], data["flight_id"]) == (listed.alert_uuid, listed.flight_id)
        assert (data["labels"], data["algorithm_source"]) == (listed.labels, listed.algorithm_source)
        assert listed.location is not None
        assert data["location"]["latitude"] == listed.location.latitude

    def test_a_change_of_an_annotation_is_told(self, told: Simulator, hub: FlightHub, receiver: Receiver) -> None:
        point = {"type": "Point", "coordinates": [14.5, 46.05]}
        drawn = {"type": "Feature", "properties": {"color": "#2D8CF0", "clampToGround": True}, "geometry": point}
        made = hub.annotations.create(name="Gate", desc="", resource={"type": 0, "content": drawn})
        hub.annotations.update(made.id or "", name="Gate 3")
        told.webhook.flush()
        assert len(receiver.of("map_geo_elements_update")) == 2

    def test_a_route_is_told_when_its_upload_ends(
        self, told: Simulator, hub: FlightHub, receiver: Receiver, tmp_path: Path
    ) -> None:
        (tmp_path / "Roof.kmz").write_bytes(made.route())
        route = hub.waylines.upload(tmp_path / "Roof.kmz", name="Roof")
        told.webhook.flush()
        (data,) = receiver.of("wayline_file_uploaded")
        assert (data["id"], data["name"], data["type"], data["sub_file_type"]) == (route.id, "Roof", 5, 0)

    def test_an_annotation_is_told_with_a_link_to_it(self, told: Simulator, hub: FlightHub, receiver: Receiver) -> None:
        hub.annotations.add({"type": "Point", "coordinates": [14.5, 46.05]}, name="Gate")
        told.webhook.flush()
        (data,) = receiver.of("map_geo_elements_update")
        assert (data["count"], data["geometry_types"]) == (1, ["Point"])
        assert httpx.get(data["download_url"]).json()["features"][0]["geometry"]["type"] == "Point"

    def test_a_reconstruction_tells_its_progress_and_its_archive(
        self, told: Simulator, hub: FlightHub, receiver: Receiver, tmp_path: Path
    ) -> None:
        photos = [tmp_path / f"{number}.jpg" for number in range(6)]
        for number, file in enumerate(photos):
            file.write_bytes(b"picture %d" % number)
        images = hub.open_models.upload(photos)
        hub.open_models.start(images, types=["2d"])
        told.clock.advance(3600)
        told.webhook.flush()
        progress = [each["reconstruction_progress"] for each in receiver.of("model_reconstruction_percent_change")]
        assert progress == sorted(progress)
        assert (progress[0], progress[-1]) == (0, 100)
        assert len(progress) == 5
        packing = receiver.of("model_zip_change")
        assert [each["zip_status"] for each in packing] == [1, 2]
        assert httpx.get(packing[-1]["zip_file_key"]).content.startswith(b"PK")

    def test_a_model_of_a_flight_is_told_when_it_is_there(
        self, told: Simulator, hub: FlightHub, receiver: Receiver
    ) -> None:
        uuid = start(hub)
        ended(told, hub, uuid)
        told.clock.advance(600)
        hub.models.reconstruct_task(uuid, types=["2d"], name="Quarry")
        told.clock.advance(3600)
        told.webhook.flush()
        (data,) = receiver.of("model_post_reconstruction")
        assert (data["name"], data["type"]) == ("Quarry", 8)
        assert data["id"] in {each.id for each in hub.models.list()}

    def test_a_return_that_is_broken_off_is_told_and_the_aircraft_hovers(
        self, told: Simulator, hub: FlightHub, receiver: Receiver
    ) -> None:
        uuid = start(hub)
        airborne(told, hub)
        hub.devices.send_command(AIRCRAFT, device_command="return_home")
        told.clock.advance(1)
        told.world.happen("exit_return_home", {"sn": AIRCRAFT, "reason": 3})
        told.webhook.flush()
        assert receiver.of("device_exit_return_home") == [{"sn": AIRCRAFT, "reason": 3}]
        assert hub.flight_tasks.get(uuid).status == "paused"

    def test_who_is_not_on_the_way_home_breaks_off_nothing(self, told: Simulator, receiver: Receiver) -> None:
        with pytest.raises(ValueError, match="must be on its way home"):
            told.world.happen("exit_return_home", {"sn": AIRCRAFT})
        with pytest.raises(ValueError, match="reason is one of 2, 3"):
            told.world.happen("exit_return_home", {"sn": AIRCRAFT, "reason": 99})
        with pytest.raises(ValueError, match="source is one of 0, 1"):
            happens(told, source=77)
        assert told.webhook.flush() == ()

    def test_all_that_is_sent_is_as_the_transcription_says(self, told: Simulator, receiver: Receiver) -> None:
        assert {each.kind for each in EVENTS.values() if each.form == "event_api"} == KINDS


class TestWhen:
    def test_nothing_is_sent_and_nothing_runs_without_an_address(self, world: Simulator) -> None:
        happens(world)
        assert world.webhook.flush() == ()
        assert world.world.listener is None

    def test_moving_a_clock_that_stands_sends_what_is_due_without_anybody_asking(
        self, told: Simulator, receiver: Receiver
    ) -> None:
        with told.lock:
            told.world.after(30, lambda: told.world.push("ai_alert_record", lambda: {"labels": ["late"]}))
        told.clock.advance(29)
        time.sleep(0.05)
        assert receiver.arrivals == []
        told.clock.advance(1)
        until(lambda: labels(receiver) == ["late"])

    def test_a_clock_that_runs_sends_by_itself(self, receiver: Receiver) -> None:
        with run(speed=100, start=MORNING, webhook=receiver.url) as simulator:
            with simulator.lock:
                simulator.world.after(20, lambda: happens(simulator))
            until(lambda: receiver.arrivals)
            (delivery,) = simulator.webhook.flush()
            assert timedelta(seconds=20) <= delivery.at - MORNING < timedelta(seconds=60)

    def test_a_clock_that_is_set_going_sends_by_itself(self, told: Simulator, receiver: Receiver) -> None:
        with told.lock:
            told.world.after(60, lambda: happens(told))
        told.clock.speed = 1000
        until(lambda: receiver.arrivals)

    def test_events_arrive_in_the_order_in_which_they_happen(self, told: Simulator, receiver: Receiver) -> None:
        for number in range(50):
            happens(told, label=str(number))
        told.webhook.flush()
        assert labels(receiver) == [str(number) for number in range(50)]

    def test_a_fresh_world_forgets_the_address_and_what_was_sent(self, told: Simulator, receiver: Receiver) -> None:
        happens(told)
        told.webhook.flush()
        told.reset()
        happens(told)
        assert told.webhook.flush() == ()
        assert len(receiver.arrivals) == 1

    def test_a_fresh_world_keeps_the_address_that_the_simulator_began_with(self, receiver: Receiver) -> None:
        with run(speed=0, webhook=receiver.url, webhook_signature="base64") as simulator:
            simulator.webhook.send_to(None)
            simulator.reset()
            happens(simulator)
            (delivery,) = simulator.webhook.flush()
        assert delivery.ok
        assert delivery.signature.endswith("=")

    def test_scenarios_plan_events(self, world: Simulator, receiver: Receiver) -> None:
        world.reset(
            {**SMALL, "events": [{"after": 60, "event": "ai_alert", "sn": "1581FEXAMPLE00021", "label": "cow"}]}
        )
        world.webhook.send_to(receiver.url)
        world.clock.advance(60)
        world.webhook.flush()
        assert labels(receiver) == ["cow"]


SMALL: dict[str, Any] = {
    "projects": [
        {
            "name": "Wind farm",
            "center": [54.32, 10.12],
            "pairs": [
                {
                    "home": [54.3211, 10.1204, 41.0],
                    "gateway": {"sn": "8UUXEXAMPLE0021", "model": "3-3-0"},
                    "drone": {"sn": "1581FEXAMPLE00021", "model": "0-100-1"},
                }
            ],
        }
    ]
}


class TestWhereTo:
    def test_a_redirect_is_not_followed(self, told: Simulator, receiver: Receiver) -> None:
        with receiving() as other:
            receiver.status, receiver.headers = 307, {"Location": other.url}
            happens(told)
            (delivery,) = told.webhook.flush()
            assert (delivery.status, delivery.ok) == (307, False)
            assert other.arrivals == []

    def test_a_proxy_is_not_used(self, told: Simulator, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
        with receiving() as proxy:
            for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
                monkeypatch.setenv(name, proxy.url)
            monkeypatch.delenv("NO_PROXY", raising=False)
            monkeypatch.delenv("no_proxy", raising=False)
            happens(told)
            told.webhook.flush()
            assert (len(receiver.arrivals), proxy.arrivals) == (1, [])

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "127.0.0.1:8000",
            "ftp://example.com/",
            "file:///etc/passwd",
            "http://",
            "http://user@example.com/",
            "http://example.com/#part",
            "http://example.com:99999/",
            "http://example.com/a b",
            "http://example.com/\r\nX: y",
            "http://example.com/ü",
            "http://[::1",
        ],
    )
    def test_what_is_no_address_is_refused(self, world: Simulator, url: str) -> None:
        with pytest.raises(ValueError, match="the webhook is"):
            world.webhook.send_to(url)
        with pytest.raises(ValueError, match="the webhook is"):
            flighthub_simulator.Simulator(webhook=url)

    def test_a_receiver_that_is_not_there_is_noted_and_the_next_event_is_sent(
        self, told: Simulator, receiver: Receiver
    ) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        told.webhook.send_to(f"http://127.0.0.1:{port}/")
        happens(told)
        (missed,) = told.webhook.flush()
        assert (missed.status, missed.problem) == (0, "no answer: ConnectionRefusedError")
        told.webhook.send_to(receiver.url)
        happens(told)
        assert [each.ok for each in told.webhook.flush()] == [False, True]

    def test_what_is_no_http_is_noted(self, told: Simulator) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:

            def answer() -> None:
                connection, _ = server.accept()
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"\x16\x03\x01 no HTTP\r\n\r\n")

            thread = threading.Thread(target=answer)
            thread.start()
            told.webhook.send_to(f"http://127.0.0.1:{server.getsockname()[1]}/")
            happens(told)
            (delivery,) = told.webhook.flush()
            thread.join()
        assert (delivery.status, delivery.problem) == (0, "no answer: BadStatusLine")


class TestSlowReceivers:
    @pytest.fixture(autouse=True)
    def _patience(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has the simulator wait for an answer longer than any of these tests takes."""
        monkeypatch.setattr(_webhook, "TIMEOUT", 60.0)

    def test_a_receiver_that_does_not_answer_keeps_no_request_waiting(
        self, told: Simulator, receiver: Receiver
    ) -> None:
        receiver.may_answer.clear()
        happens(told)
        until(lambda: receiver.arrivals)
        for _ in range(20):
            assert ask(told, "listProjects").status == 200
            happens(told)
        assert len(receiver.arrivals) == 1, "the first event still waits for its answer"
        with pytest.raises(TimeoutError, match="20 events are still to be posted"):
            told.webhook.flush(timeout=0.05)
        receiver.may_answer.set()
        assert len(told.webhook.flush()) == 21

    def test_more_events_than_can_wait_are_dropped_and_counted(self, told: Simulator, receiver: Receiver) -> None:
        receiver.may_answer.clear()
        happens(told)
        until(lambda: receiver.arrivals)
        with told.lock:
            for _ in range(MOST_WAITING + 5):
                told.world.push("ai_alert_record", dict)
        assert told.webhook.dropped == 5

    def test_a_simulator_that_runs_for_long_remembers_the_latest_deliveries_alone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("flighthub_simulator._webhook.MOST_KEPT", 5)
        with run(speed=0, webhook="http://127.0.0.1:9/events") as simulator:
            for _ in range(12):
                happens(simulator)
            assert len(simulator.webhook.flush()) == 5

    def test_a_simulator_stops_although_a_receiver_does_not_answer(self, receiver: Receiver) -> None:
        before = {*threading.enumerate()}
        receiver.may_answer.clear()
        with run(speed=0, webhook=receiver.url) as simulator:
            happens(simulator)
            until(lambda: receiver.arrivals)
            started = time.monotonic()
        assert time.monotonic() - started < 15
        assert not [each for each in {*threading.enumerate()} - before if each.name.startswith("flighthub-simulator")]


class TestSignatures:
    @pytest.mark.parametrize(("form", "begins"), [("hex", ""), ("sha256", "sha256="), ("base64", "")])
    def test_the_client_verifies_each_form(self, world: Simulator, receiver: Receiver, form: Any, begins: str) -> None:
        world.webhook.send_to(receiver.url, signature=form)
        happens(world)
        (delivery,) = world.webhook.flush()
        assert delivery.signature.startswith(begins)
        webhooks.verify(delivery.body, delivery.signature, world.token)
        webhooks.verify(receiver.arrivals[0].body, receiver.arrivals[0].headers, world.token)

    def test_an_event_can_be_sent_without_a_signature(self, world: Simulator, receiver: Receiver) -> None:
        world.webhook.send_to(receiver.url, signature="none")
        happens(world)
        world.webhook.flush()
        with pytest.raises(InvalidSignature, match="has no signature"):
            webhooks.verify(receiver.arrivals[0].body, receiver.arrivals[0].headers, world.token)

    def test_another_form_is_refused(self, world: Simulator) -> None:
        with pytest.raises(ValueError, match="hex, sha256, base64, none"):
            world.webhook.send_to("http://127.0.0.1/", signature="md5")  # type: ignore[arg-type]


class TestFaults:
    def test_a_lost_event_is_not_sent_and_is_noted(self, told: Simulator, receiver: Receiver) -> None:
        told.faults.add_event("ai_alert_record", lose=True)
        happens(told, label="a")
        happens(told, label="b")
        problems = [each.problem for each in told.webhook.flush()]
        assert (labels(receiver), problems) == (["b"], ["lost, as told", ""])

    def test_a_repeated_event_is_the_same_to_the_last_byte(self, told: Simulator, receiver: Receiver) -> None:
        told.faults.add_event(repeat=2)
        happens(told, label="a")
        happens(told, label="b")
        told.webhook.flush()
        assert labels(receiver) == ["a", "a", "a", "b"]
        assert len({each.body for each in receiver.arrivals}) == 2

    @pytest.mark.parametrize(("behind", "order"), [(1, "bacde"), (2, "bcade"), (4, "bcdea"), (9, "bcdea")])
    def test_an_event_is_overtaken_by_others(
        self, told: Simulator, receiver: Receiver, behind: int, order: str
    ) -> None:
        told.faults.add_event(behind=behind)
        for label in "abcde":
            happens(told, label=label)
        told.webhook.flush()
        assert "".join(labels(receiver)) == order

    def test_an_event_that_nobody_overtakes_is_sent_all_the_same(self, told: Simulator, receiver: Receiver) -> None:
        told.faults.add_event(behind=1)
        happens(told, label="a")
        told.clock.advance(599)
        time.sleep(0.05)
        assert receiver.arrivals == []
        told.clock.advance(1)
        until(lambda: labels(receiver) == ["a"])

    def test_a_late_event_is_late_by_the_clock_of_the_world(self, told: Simulator, receiver: Receiver) -> None:
        told.faults.add_event(delay=300)
        happens(told, label="a")
        happens(told, label="b")
        told.webhook.flush()
        assert labels(receiver) == ["b"]
        told.clock.advance(300)
        told.webhook.flush()
        assert labels(receiver) == ["b", "a"]

    @pytest.mark.parametrize("signature", ["wrong", "missing"])
    def test_a_wrong_signature_is_refused_by_the_client(
        self, told: Simulator, receiver: Receiver, signature: str
    ) -> None:
        told.faults.add_event(signature=signature)
        happens(told)
        happens(told)
        told.webhook.flush()
        first, second = receiver.arrivals
        with pytest.raises(InvalidSignature):
            webhooks.verify(first.body, first.headers, told.token)
        webhooks.verify(second.body, second.headers, told.token)

    def test_an_unknown_kind_is_an_open_event(self, told: Simulator, receiver: Receiver) -> None:
        told.faults.add_event(kind="tide_turned")
        happens(told)
        told.webhook.flush()
        (arrival,) = receiver.arrivals
        webhooks.verify(arrival.body, arrival.headers, told.token)
        event = webhooks.parse(arrival.body)
        assert (event.kind, event.is_known, event.data["labels"]) == ("tide_turned", False, ["person"])

    def test_a_fault_befalls_its_kind_alone(self, told: Simulator, hub: FlightHub, receiver: Receiver) -> None:
        told.faults.add_event("map_geo_elements_update", lose=True)
        happens(told)
        hub.annotations.add({"type": "Point", "coordinates": [14.5, 46.05]}, name="Gate")
        told.webhook.flush()
        assert receiver.kinds() == ["ai_alert_record"]

    def test_chance_is_the_same_for_the_same_seed(self, told: Simulator, receiver: Receiver) -> None:
        def arrived(seed: int) -> list[str]:
            told.reset(seed=seed)
            receiver.arrivals.clear()
            told.webhook.send_to(receiver.url)
            told.faults.add_event(lose=True, probability=0.5)
            for number in range(20):
                happens(told, label=str(number))
            assert len(told.webhook.flush()) == 20
            return labels(receiver)

        first = arrived(1)
        assert 0 < len(first) < 20
        assert first == arrived(1)
        assert first != arrived(2)

    def test_a_file_holds_faults_of_both_sorts(self, tmp_path: Path, world: Simulator) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text(
            "- {operation: listProjects, status: 503}\n"
            "- {event: media_file_uploaded, repeat: 2, behind: 1, count: 3}\n"
            "- {event: '*', lose: true, probability: 0.1}\n",
            encoding="utf-8",
        )
        world.faults.load(file)
        assert world.faults.planned() == [
            {"operation": "listProjects", "status": 503, "count": 1},
            {"event": "media_file_uploaded", "repeat": 2, "behind": 1, "count": 3},
            {"event": "*", "lose": True, "count": None, "probability": 0.1},
        ]
        world.faults.clear()
        assert world.faults.planned() == []

    @pytest.mark.parametrize(
        ("told", "says"),
        [
            ({"event": "tide"}, "there is no event 'tide'"),
            ({"event": None}, "there is no event None"),
            ({"event": []}, "there is no event"),
            ({"event": "*", "status": 500}, "no member 'status'"),
            ({"event": "*", 5: 5}, "no member 5"),
            ({"event": "*", "operation": "listProjects"}, "no member 'operation'"),
            ({"event": "*", "repeat": -1}, "repeat is a number from 0"),
            ({"event": "*", "repeat": True}, "repeat is a number from 0"),
            ({"event": "*", "behind": 1.5}, "behind is a number from 0"),
            ({"event": "*", "delay": "soon"}, "delay is a number of seconds"),
            ({"event": "*", "signature": "old"}, "signature is wrong or missing"),
            ({"event": "*", "kind": 5}, "kind is a text"),
            ({"event": "*", "lose": "yes"}, "lose is true or false"),
            ({"event": "*", "count": 0}, "count is a number from 1"),
            ({"event": "*", "probability": 0}, "probability is a number above 0"),
            ({"event": "*", "lose": True, "repeat": 1}, "nothing else befalls"),
            ({"event": "*", "delay": 1, "behind": 1}, "not both"),
        ],
    )
    def test_what_is_no_fault_is_refused_and_then_none_is_planned(
        self, world: Simulator, told: dict[Any, Any], says: str
    ) -> None:
        with pytest.raises(ValueError, match=says):
            world.faults.add_all([{"event": "*", "repeat": 1}, {"operation": "listProjects", "status": 503}, told])
        assert world.faults.planned() == []

    def test_the_control_endpoint_takes_them_as_well(self, world: Simulator) -> None:
        answer = httpx.post(f"{world.base_url}/_simulator/faults", json={"event": "ai_alert_record", "repeat": 1})
        assert answer.json() == {"faults": [{"event": "ai_alert_record", "repeat": 1, "count": 1}]}

    def test_a_fault_can_be_looked_at(self, world: Simulator) -> None:
        assert world.faults.add_event("ai_alert_record", repeat=1) == EventFault("ai_alert_record", repeat=1)


def test_a_receiver_ends_in_the_right_state_whatever_befalls_the_events(
    told: Simulator, hub: FlightHub, receiver: Receiver
) -> None:
    """Repeats are told by their key, disorder by what an event says, and what was lost is found by asking."""
    told.faults.add_event("media_file_uploaded", lose=True, count=2)
    told.faults.add_event("media_file_uploaded", signature="wrong")
    told.faults.add_event(repeat=2, probability=0.4)
    told.faults.add_event(behind=3, probability=0.4)
    told.faults.add_event(delay=40, probability=0.4)
    uuid = start(hub)
    ended(told, hub, uuid)
    told.clock.advance(1200)
    told.webhook.flush()

    files: dict[str, str] = {}
    refused = 0
    for arrival in receiver.arrivals:
        try:
            webhooks.verify(arrival.body, arrival.headers, told.token)
        except InvalidSignature:
            refused += 1
            continue
        event = webhooks.parse(arrival.body)
        files.setdefault(webhooks.deduplication_key(event, arrival.body), event.data.file_id)
    listed = {each.uuid for each in hub.flight_tasks.list_media(uuid) if each.size}
    times = Counter(arrival.body for arrival in receiver.arrivals)
    assert refused == 1
    assert max(times.values()) == 3
    assert len({*files.values()}) == len(files) == len(listed) - 3
    assert {*files.values()} < listed

    files |= {f"media_file_uploaded/{each}": each for each in listed}
    assert {*files.values()} == listed
    assert len(files) == len(listed)


def test_the_program_sends_events_to_the_address_that_it_is_given(receiver: Receiver) -> None:
    command = [sys.executable, "-m", "flighthub_simulator", "--port", "0", "--speed", "0", "--webhook", receiver.url]
    command += ["--webhook-signature", "sha256"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        line = program.stdout.readline()
        address = dict(each.split("=", 1) for each in line.split() if "=" in each)
        event = {"event": "ai_alert", "sn": AIRCRAFT}
        assert httpx.post(f"{address['base_url']}/_simulator/events", json=event).status_code == 200
        until(lambda: receiver.arrivals)
        said = program.stdout.readline()
        program.terminate()
    webhooks.verify(receiver.arrivals[0].body, receiver.arrivals[0].headers, address["token"])
    assert receiver.arrivals[0].headers["x-dji-signature"].startswith("sha256=")
    assert "event ai_alert_record" in said
    assert receiver.url not in said


def test_an_address_that_is_none_stops_the_program_with_a_reason() -> None:
    command = [sys.executable, "-m", "flighthub_simulator", "--port", "0", "--webhook", "nowhere"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert "the webhook is an address that begins with http" in ran.stderr


def test_two_stories_with_the_same_seed_send_the_same_events(receiver: Receiver) -> None:
    stories: list[list[Any]] = []
    for _ in range(2):
        with run(speed=0, start=MORNING, seed=4, webhook=receiver.url) as simulator, client(simulator) as hub:
            uuid = start(hub)
            happens(simulator)
            ended(simulator, hub, uuid)
            simulator.clock.advance(600)
            sent = [json.loads(each.body) for each in simulator.webhook.flush()]
            stories.append(
                [(each["type"], each["data"].get("file_id"), each["data"].get("alert_uuid")) for each in sent]
            )
    assert stories[0] == stories[1]
    assert len(stories[0]) > 10
