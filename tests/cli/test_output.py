"""Standard output has the answer and nothing else, in the form that was asked for."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from datetime import datetime
from io import StringIO
from typing import Any

import pytest
import yaml
from client.answering_server import AnsweringServer, http

from flighthub_simulator import Simulator

from .calling import call

ODD = [
    "1E5",
    "007",
    "null",
    "2024",
    "yes",
    "1:30",
    "0x1F",
    "~",
    "-",
    "a: b",
    "#x",
    "中文 🛸",
    "a\nb",
    "",
    " x ",
    "1_000",
    "=1+1",
]


def answer_waylines(server: AnsweringServer, names: list[str], **more: Any) -> None:
    rows = [
        {"id": f"id-{index}", "name": name, "update_time": 1788189025000, **more} for index, name in enumerate(names)
    ]
    server.answer = http({"code": 0, "message": "", "data": {"list": rows}})


def test_json_where_it_is_no_terminal_and_a_table_where_it_is(world: Simulator) -> None:
    assert json.loads(call("fleet").out)[0]["name"] == "North dock"
    shown = call("fleet", terminal=True).out
    assert "North dock" in shown
    with pytest.raises(ValueError, match="Expecting"):
        json.loads(shown)


def test_every_form_holds_the_same_texts(server: AnsweringServer) -> None:
    answer_waylines(server, ODD)
    assert [each["name"] for each in call("waylines", "list").data] == ODD
    lines = call("waylines", "list", "-o", "jsonl").out.splitlines()
    assert [json.loads(each)["name"] for each in lines] == ODD
    rows = list(csv.DictReader(StringIO(call("waylines", "list", "-o", "csv").out)))
    assert [each["name"] for each in rows] == ODD
    document = call("waylines", "list", "-o", "yaml").out
    assert [each["name"] for each in yaml.safe_load(document)] == ODD
    assert '"1E5"' in document, "a reader of YAML 1.2 would take it for a number"
    assert "007" in call("waylines", "list", "-o", "table").out


def test_fields_and_queries_choose(world: Simulator) -> None:
    chosen = call("devices", "list", "--fields", "gateway.sn,drone.callsign").data
    assert chosen[0] == {"gateway.sn": "7CTDEXAMPLE0001", "drone.callsign": "North aircraft"}
    found = call("devices", "list", "--query", "[?gateway.callsign=='North dock'].drone.sn | [0]")
    assert found.data == "1581FEXAMPLE00001"
    wrong = call("devices", "list", "--query", "[?")
    assert (wrong.code, wrong.out) == (2, "")


def test_geojson_and_gpx_where_there_are_positions(documented: Simulator) -> None:
    task = "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"
    track = call("flight-tasks", "get-track", task, "-o", "geojson").data
    assert track["geometry"]["type"] == "LineString"
    assert "<trkpt" in call("tasks", "track", task, "-o", "gpx").out
    state = call("devices", "get-state", "7CTDEXAMPLE0001", "-o", "geojson").data
    assert state["features"][0]["geometry"]["type"] == "Point"
    without = call("projects", "list", "-o", "gpx")
    assert (without.code, without.out) == (2, "")


def test_times_are_local_and_utc_where_that_is_asked_for(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        call(
            "launch",
            "--dock",
            "North dock",
            "--wayline",
            "Perimeter",
            "--name",
            "timed",
            "--yes",
            "--at",
            "2030-03-01T10:30",
        )
        words = [
            "tasks",
            "history",
            "--since",
            "2030-02-28",
            "--until",
            "2030-03-03",
            "-o",
            "table",
            "--fields",
            "begin_at",
        ]
        local, utc = call(*words).out, call(*words, "--utc").out
        assert "2030-03-01 10:30:00" in local
        assert "2030-03-01 01:30:00Z" in utc
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("columns", [30, 40, 80, 120])
def test_a_table_fits_a_narrow_terminal(columns: int, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    answer_waylines(server, ["日本語の名前がとても長いもの" * 3, "x" * 200])
    from rich.cells import cell_len

    called = call("waylines", "list", terminal=True)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", called.out)
    assert max(map(cell_len, plain.splitlines())) <= columns
    assert plain.count("x") >= 200, "nothing is cut off"


def test_all_members_that_are_asked_for_have_a_column(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    names = ["name", "kind", "sn", "model", "online", "aircraft", "aircraft_sn"]
    called = call("fleet", "-o", "table", "--fields", ",".join(names))
    assert called.err == ""
    assert all(name in called.out for name in names)


def test_colours_only_on_a_terminal_that_wants_them(server: AnsweringServer, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_waylines(server, ["a"])
    assert "\x1b[" in call("waylines", "list", terminal=True).out
    assert "\x1b[" not in call("waylines", "list", "-o", "table").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in call("waylines", "list", terminal=True).out


def test_what_a_terminal_would_obey_is_not_passed_on(server: AnsweringServer) -> None:
    answer_waylines(server, ["\x1b]0;title\x07", "\x9b31m"])
    for form in ("table", "json", "jsonl"):
        out = call("waylines", "list", "-o", form).out
        assert "\x1b" not in out
        assert "\x9b" not in out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gb18030"])
def test_locales_that_are_not_utf_8_work(encoding: str, server: AnsweringServer) -> None:
    answer_waylines(
        server,
        ["中文 🛸 é"],
    )
    assert json.loads(call("waylines", "list", encoding=encoding).out)[0]["name"] == "中文 🛸 é"
    for form in ("table", "csv", "yaml"):
        assert call("waylines", "list", "-o", form, encoding=encoding).code == 0
    (row,) = yaml.safe_load(call("waylines", "list", "-o", "yaml", encoding=encoding).out)
    assert row["name"] == "中文 🛸 é"


def test_a_pipe_that_closes_is_no_failure(server: AnsweringServer) -> None:
    answer_waylines(server, ["x" * 1000] * 500)
    command = f"{sys.executable} -m flighthub waylines list -o jsonl | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], env=dict(os.environ), capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert json.loads(lines[0])["id"] == "id-0"
    assert lines[1] == "0"
    assert done.stderr == ""


@pytest.mark.parametrize("words", ["--help", "--version", "help output", "api"])
def test_help_is_read_by_pipes_that_close_and_in_any_locale(words: str) -> None:
    command = f"{sys.executable} -m flighthub {words} | true; echo ${{PIPESTATUS[0]}}"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, "Traceback" in done.stderr, "BrokenPipe" in done.stderr) == ("0\n", False, False)


def test_streams_are_a_json_object_per_line_and_text_on_a_terminal(world: Simulator) -> None:
    lines = [json.loads(each) for each in call("watch", "--rounds", "1", "--interval", "0.1").out.splitlines()]
    assert {each["callsign"] for each in lines} >= {"North dock", "North aircraft"}
    assert datetime.fromisoformat(lines[0]["at"]).tzinfo is not None
    assert "seen for the first time" in call("watch", "North dock", "--rounds", "1", terminal=True).out


def test_an_error_is_one_line_and_an_object_where_json_is_asked_for(server: AnsweringServer) -> None:
    server.answer = http({"code": 200404, "message": "no such route"})
    plain = call("waylines", "get", "x")
    assert (plain.code, plain.out, len(plain.err.splitlines())) == (4, "", 1)
    error = json.loads(call("waylines", "get", "x", "-o", "json").err)["error"]
    assert {"type", "message", "exit_code", "code", "hint", "operation", "request_ids"} <= set(error)
    assert "Traceback" in call("waylines", "get", "x", "--debug").err
    usage = json.loads(call("waylines", "get", "-o", "json").err)["error"]
    assert usage["exit_code"] == 2


def test_notes_go_to_standard_error_and_quiet_leaves_them_out(documented: Simulator) -> None:
    done = call("system", "status")
    assert (done.out, done.err) == ("", "done\n")
    assert call("system", "status", "--quiet").err == ""


def test_an_empty_list_is_said_to_be_empty(server: AnsweringServer) -> None:
    answer_waylines(server, [])
    assert call("waylines", "list").data == []
    assert call("waylines", "list", terminal=True).out == ""
