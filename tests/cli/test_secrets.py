"""Planted secrets appear on neither stream unless `--reveal` asks for them, and never on a command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from client import planted
from client.answering_server import AnsweringServer, http
from client.transcription import ANSWERS, example, example_arguments

from flighthub_api import OPERATIONS

from .calling import call, words_of

Write = Callable[[str], Path]
FORMS = ("json", "table", "csv", "yaml", "jsonl")


@pytest.mark.parametrize("file", ANSWERS)
def test_no_secret_of_an_answer_is_printed_in_any_form(file: str, server: AnsweringServer, write: Write) -> None:
    operation_id = file.split(".")[0]
    answer, found = planted.in_answer(operation_id, example(file), unknown=False)
    server.answer = http(answer)
    words = words_of(operation_id, example_arguments(operation_id), write)
    for form in FORMS if found else FORMS[:2]:
        called = call(*words, "--yes", "--output", form, "--debug")
        assert called.code == 0, called.err
        assert planted.WORD not in called.out + called.err
        if found and form == "json":
            assert "…" in called.out
    shown = call(*words, "--yes", "--output", "json", "--reveal")
    assert (planted.WORD in shown.out) == bool(found)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_no_secret_of_a_request_is_shown_whatever_becomes_of_it(
    operation_id: str, server: AnsweringServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLIGHTHUB_TOKEN", planted.KEY)
    arguments, found = planted.in_request(operation_id, example_arguments(operation_id))
    words = words_of(operation_id, arguments, write)
    assert planted.WORD not in " ".join(words)
    echo = json.dumps(arguments) + planted.KEY
    refused, unread = http({"code": 200101, "message": f"wrong: {echo}"}), http("<html>no</html>", 502)
    for server.answer, more in (
        (refused, ("--yes", "--debug")),
        (refused, ("--yes", "--output", "json")),
        (unread, ("--dry-run",)),
        (unread, ("--yes", "--debug")),
    ):
        called = call(*words, *more, "--deadline", "0.2")
        assert planted.WORD not in called.out + called.err, more
    if found:
        assert "…" in call(*words, "--dry-run").out
        assert planted.WORD in call(*words, "--dry-run", "--reveal").out


def secret_options() -> list[tuple[str, str]]:
    return [
        (each.operation_id, argument.name)
        for each in OPERATIONS.values()
        for argument in each.arguments
        if argument.secret
    ]


@pytest.mark.parametrize(("operation_id", "name"), secret_options())
def test_a_secret_is_not_taken_from_the_command_line(
    operation_id: str, name: str, server: AnsweringServer, write: Write
) -> None:
    words = words_of(operation_id, example_arguments(operation_id), write)
    option = f"--{name.replace('_', '-')}"
    words[words.index(option) + 1] = '{"url": "planted"}'
    called = call(*words, "--yes")
    assert (called.code, server.arrivals) == (2, [])
    assert "@file" in called.err
    assert planted.WORD not in called.err


def test_there_is_no_option_for_the_key() -> None:
    for words in ((), ("devices", "list"), ("launch",), ("configure",)):
        shown = call(*words, "--help").out
        assert "--token " not in shown
        assert "--password " not in shown
    assert call("devices", "list", "--token", "x").code == 2


def test_the_key_comes_from_a_file_or_from_standard_input(
    server: AnsweringServer, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    monkeypatch.delenv("FLIGHTHUB_TOKEN")
    assert call("system", "status", "--token-file", str(write("key-1\n"))).code == 0
    assert call("--token-file", "-", "system", "status", stdin=b"key-2\r\n").code == 0
    assert [each.header("X-User-Token") for each in server.arrivals] == ["key-1", "key-2"]
    assert call("system", "status", "--token-file", "/nowhere").code == 2


# Elsewhere the arguments of another process cannot be read without a tool of the system's own; they are the same.
listed_processes = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="there is no /proc here")


@listed_processes
def test_neither_the_list_of_processes_nor_the_history_has_a_secret(
    server: AnsweringServer, write: Write, tmp_path: Path
) -> None:
    from client.answering_server import Breaks

    server.answer = Breaks.SILENCE
    arguments, _ = planted.in_request("calibrateNetworkRtk", example_arguments("calibrateNetworkRtk"))
    words = words_of("calibrateNetworkRtk", arguments, write)
    environment = {**os.environ, "HISTFILE": str(tmp_path / "history"), "FLIGHTHUB_TOKEN": planted.KEY}
    command = [sys.executable, "-m", "flighthub", *words, "--yes"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 20
        while not server.arrivals and time.monotonic() < deadline:
            time.sleep(0.02)
        listed = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        process.kill()
        out, err = process.communicate()
    assert planted.WORD in server.arrivals[0].body.decode()
    assert planted.WORD.encode() not in listed + out + err
    assert not (tmp_path / "history").exists()


def test_what_a_free_request_sends_and_brings_is_masked_by_names_and_links(server: AnsweringServer) -> None:
    link = "https://store.example/a?X-Amz-Signature=planted"
    server.answer = http({"code": 0, "message": "", "data": {"url": link, "access_token": "planted", "colour": "red"}})
    called = call("call", "GET", "/openapi/v0.1/x")
    assert called.data == {"url": "…", "access_token": "…", "colour": "red"}
    words = ["call", "POST", "/openapi/v0.1/x", "--json", "@-"]
    shown = call(*words, "--dry-run", stdin=b'{"user_password": "planted", "list": [{"secret": "planted"}]}')
    assert shown.code == 0, shown.err
    assert planted.WORD not in shown.out


def test_an_undocumented_member_that_looks_secret_is_masked_and_others_are_not(server: AnsweringServer) -> None:
    rows = [{"id": "1", "name": "n", "access_key": "planted", "colour": "red", "more": {"password": "planted"}}]
    rows[0]["link"] = "https://store.example/a?X-Amz-Signature=planted"
    server.answer = http({"code": 0, "message": "", "data": {"list": rows}})
    called = call("waylines", "list")
    assert planted.WORD not in called.out
    assert called.data[0]["colour"] == "red"
