"""Whole jobs against a simulator in a hurry."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import flighthub
from flighthub import FlightHub
from flighthub_simulator import Simulator

from .calling import call

Write = Callable[[str], Path]
LAUNCH = ("launch", "--dock", "North dock", "--wayline", "Perimeter", "--yes", "--name")


def test_a_flight_from_launch_to_pictures_and_tracks(world: Simulator, tmp_path: Path) -> None:
    launched = call(*LAUNCH, "first")
    assert launched.code == 0, launched.err
    uuid = launched.data["uuid"]
    followed = call("tasks", "follow", "first", "--interval", "0.1")
    states = [json.loads(line) for line in followed.out.splitlines()]
    assert (followed.code, states[-1]["status"], states[-1]["uuid"]) == (0, "success", uuid)
    media = call(
        "tasks", "media", "first", "--to", str(tmp_path / "pictures"), "--wait", "--interval", "0.1", "--type", "image"
    )
    assert media.code == 0, media.err
    assert len(media.data) == len(list((tmp_path / "pictures").iterdir())) > 10
    assert (
        call("tasks", "track", uuid, "--wait", "--interval", "0.1", "-o", "geojson").data["geometry"]["type"]
        == "LineString"
    )
    rows = call("tasks", "history", "--dock", "North dock", "--fields", "name,status").data
    assert rows == [{"name": "first", "status": "success"}]
    assert call("tasks", "follow", "another").code == 4


def test_launch_waits_and_fetches_in_one_go(world: Simulator, tmp_path: Path) -> None:
    called = call(*LAUNCH, "whole", "--to", str(tmp_path / "pictures"), "--interval", "0.1", "--preflight")
    assert called.code == 0, called.err
    assert called.data["status"] == "success"
    assert all(Path(each).stat().st_size for each in called.data["files"])


def test_a_flight_that_fails_ends_with_6(world: Simulator) -> None:
    world.world.happen("device_offline", {"sn": "7CTDEXAMPLE0001"})
    refused = call(*LAUNCH, "none", "--preflight", "-o", "json")
    assert refused.code == 6, refused.err
    assert json.loads(refused.err)["error"]["type"] == "PreflightFailed"


DISPATCH = (
    "dispatch", "--workflow", "00000000-0000-4000-8000-00000000a001", "--latitude", "46.0552", "--longitude", "14.4990",
    "--level", "4", "--name", "Fence alarm", "--yes",
)  # fmt: skip


def test_an_incident_is_handed_to_a_workflow_once_for_its_key_and_leads_to_a_flight(
    world: Simulator, tmp_path: Path
) -> None:
    keyed = (*DISPATCH, "--key", "alarm-1", "--state", str(tmp_path), "--wait", "--interval", "0.1")
    first, second = call(*keyed), call(*keyed)
    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert (first.data["was_sent"], second.data["was_sent"]) == (True, False)
    assert first.data["task"] == second.data["task"]
    assert call("tasks", "follow", first.data["task"], "--interval", "0.1").code == 0
    assert len(world.world.workflows.incidents) == 1


def test_an_incident_is_not_dispatched_without_somebody_to_ask_or_with_a_place_that_cannot_be(world: Simulator) -> None:
    assert call(*DISPATCH[:-1]).code == 2
    swapped = [{"46.0552": "14.4990", "14.4990": "46.0552"}.get(each, each) for each in DISPATCH]
    assert call(*swapped).code == 2
    assert len(world.world.workflows.incidents) == 0


def test_a_dispatch_whose_response_is_lost_ends_with_7_and_is_sent_once(world: Simulator) -> None:
    world.faults.add("triggerWorkflow", reset="after")
    assert call(*DISPATCH).code == 7
    assert len(world.world.workflows.incidents) == 1


def test_waiting_that_takes_too_long_ends_with_8(world: Simulator) -> None:
    call(*LAUNCH, "slow", "--at", "2031-01-01T00:00Z")
    called = call("tasks", "history", "--since", "2030-12-31", "--until", "2031-01-02", "--query", "[0].uuid")
    assert call("tasks", "follow", called.data, "--timeout", "0.2", "--interval", "0.1").code == 8


def test_routes_go_out_and_in_again(world: Simulator, tmp_path: Path) -> None:
    fetched = call("route", "download", "Perimeter", "--to", str(tmp_path), "--name", "route.kmz")
    assert fetched.code == 0, fetched.err
    inspected = call("route", "inspect", str(tmp_path / "route.kmz")).data
    assert (inspected["aircraft"], inspected["waypoints"]) == ("Matrice 3TD", 17)
    uploaded = call("route", "upload", str(tmp_path / "route.kmz"), "--name", "Round")
    assert uploaded.data["name"] == "Round"
    assert "…" in uploaded.out
    broken = tmp_path / "broken.kmz"
    broken.write_bytes(b"no archive")
    assert call("route", "inspect", str(broken)).code == 2


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(6):
        (folder / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 100)
    return folder


def test_photos_become_a_model_once(world: Simulator, photos: Path) -> None:
    plan = call("reconstruct", str(photos), "--dry-run").data
    assert (plan["photos"], plan["types"]) == (6, ["3d"])
    words = ("reconstruct", str(photos), "--interval", "0.1", "--yes")
    first, second = call(*words), call(*words)
    assert first.code == second.code == 0, first.err
    assert first.data["models"]["3d"]["uuid"] == second.data["models"]["3d"]["uuid"]
    assert call("reconstruct", str(photos)).code == 2


def test_features_are_drawn(world: Simulator, write: Write) -> None:
    point = {
        "type": "Feature",
        "properties": {"name": "Gate"},
        "geometry": {"type": "Point", "coordinates": [14.5, 46.05]},
    }
    file = write(json.dumps({"type": "FeatureCollection", "features": [point, point]}))
    called = call("annotate", str(file), "--color", "#FF8800")
    assert (called.code, [each["name"] for each in called.data]) == (0, ["Gate", "Gate"])
    bare = call("annotate", "-", "--name", "Fence", stdin=json.dumps(point["geometry"]).encode())
    assert bare.code == 0, bare.err
    assert call("annotate", str(write("{")), "--name", "x").code == 2


def test_alerts_are_listed_and_followed(world: Simulator) -> None:
    rows = call("alerts").data
    assert {each["callsign"] for each in rows} >= {"North aircraft"}
    assert {each["sn"] for each in call("alerts", "North aircraft").data} == {"1581FEXAMPLE00001"}
    followed = [json.loads(line) for line in call("alerts", "--follow", "--rounds", "1").out.splitlines()]
    assert {each["event"] for each in followed} == {"raised"}
    assert {each["code"] for each in followed} >= {"0x16100083"}
    assert call("alerts", "--level", "nonsense").code == 2


def test_live_video_shows_its_token_only_when_asked(world: Simulator) -> None:
    called = call("livestream", "open", "North dock", "--quality", "smooth")
    assert called.code == 0, called.err
    assert called.data["source"]["token"] == "…"
    assert "…" not in call("livestream", "open", "North dock", "--reveal").out


def test_control_is_given_up_and_a_forwarder_is_deleted(world: Simulator, write: Write) -> None:
    held = call("control", "1ZNBEXAMPLE00004", "--for", "0.1", "--yes")
    assert held.code == 0, held.err
    assert "given up" in held.err
    target = write('{"url": "rtmp://media.example.com/live/planted"}')
    words = ("forward", "North dock", "--schema", "rtmp", "--interval", "0.1", "--for", "0.1")
    called = call(*words, "--schema-option", f"@{target}")
    assert called.code == 0, called.err
    assert "planted" not in called.out + called.err
    with FlightHub() as fh:
        assert fh.stream_forwarders.list() == []
    assert call(*words, "--schema-option", '{"url": "rtmp://media.example.com/live/planted"}').code == 2


def test_the_doctor_says_what_is_wrong(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("doctor").code in (0, 1)
    monkeypatch.setenv("FLIGHTHUB_TOKEN", "wrong")
    called = call("doctor")
    assert called.code == 1
    assert "problem" in {each["level"] for each in called.data}


def test_the_server_is_compared_with_its_documentation(world: Simulator, tmp_path: Path) -> None:
    called = call("conformance", "--rate", "1000", "--max-requests", "30", "--save", str(tmp_path / "report.json"))
    assert called.code == 0, called.err
    assert called.data == json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert "Quarry survey" not in called.out
    assert call("conformance", "--max-requests", "0").code == 2


def test_the_escape_hatch_sends_what_no_command_has(world: Simulator) -> None:
    called = call("call", "GET", "/openapi/v0.1/project", "--parameter", "usage=simple")
    assert called.data["list"][0]["name"] == "Quarry survey"
    assert call("call", "GET", "nowhere").code == 2
    shown = call("call", "POST", "/openapi/v0.1/x", "--json", '{"a": 1}', "--dry-run").data
    assert shown["body"] == {"a": 1}


def test_the_catalogue_is_listed() -> None:
    rows = call("api").data
    assert len(rows) == flighthub.API.operations
    one = call("api", "waylines.get").data
    assert [each["name"] for each in one["arguments"]] == ["wayline_id"]
    assert {each["edition"] for each in rows} >= {"V1.0"}
    assert call("api", "nothing").code == 2


def test_without_the_extra_the_command_says_which_one_to_install(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise ModuleNotFoundError(\"No module named 'click'\", name='click')")
    done = subprocess.run(
        [sys.executable, "-m", "flighthub", "fleet"],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "pip install 'flighthub[cli]'" in done.stderr.splitlines()[-1]


def test_everything_new_is_fetched_to_a_folder(world: Simulator, tmp_path: Path) -> None:
    assert call(*LAUNCH, "nightly", "--to", str(tmp_path / "pictures"), "--interval", "0.1").code == 0
    words = ("sync", "--to", str(tmp_path / "archive"), "--include", "media", "--include", "tracks")
    words += ("--in-project", "Quarry survey", "--since", "2026-01-01")
    plan = call(*words, "--dry-run", "-o", "json")
    assert plan.code == 0, plan.err
    assert not (tmp_path / "archive").exists()
    called = call(*words, "-o", "json")
    assert called.code == 0, called.err
    [project] = called.data["projects"]
    assert (project["files"], project["name"]) == (plan.data["projects"][0]["files"], "Quarry survey")
    assert len(list((tmp_path / "archive").rglob("*.jpeg"))) > 10
    assert "0 files (0.0 MB)" in call(*words, "-o", "table").out


def test_what_was_not_to_be_had_ends_with_1(world: Simulator, tmp_path: Path) -> None:
    world.faults.add("listWaylines", code=200_101, message="planted", count=1)
    words = ("sync", "--to", str(tmp_path), "--include", "waylines", "--in-project", "Quarry survey")
    called = call(*words, "-o", "json")
    assert called.code == 1
    assert "the next call tries them again" in called.err
    assert "planted" in called.data["problems"][0]["error"]
    assert call(*words).code == 0


def test_the_settings_of_a_store_are_names_and_values(world: Simulator) -> None:
    for option in ("planted-secret", "secret_access_key=planted-secret"):
        called = call("sync", "--to", "s3://bucket", "--storage-option", option)
        assert called.code == 2
        assert "planted-secret" not in called.err
