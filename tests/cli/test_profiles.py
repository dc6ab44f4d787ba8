"""Profiles: written for their owner alone, used where nothing else says, and never shown with their keys."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from client.answering_server import AnsweringServer

from flighthub import Configuration
from flighthub_cli._profiles import profile_file

from .calling import call


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch, server: AnsweringServer) -> AnsweringServer:
    """A server that no variable leads to."""
    for name in ("TOKEN", "PROJECT", "BASE_URL"):
        monkeypatch.delenv(f"FLIGHTHUB_{name}")
    return server


def test_a_profile_is_written_from_standard_input_and_read_by_its_owner_alone(without: AnsweringServer) -> None:
    called = call("configure", "--base-url", without.base_url, "--project", "Quarry 🛸", stdin=b"planted-key\n")
    assert called.code == 0, called.err
    assert "planted-key" not in called.out + called.err
    assert stat.S_IMODE(profile_file().stat().st_mode) == 0o600
    assert Configuration(profile="default").project == "Quarry 🛸"
    assert call("system", "status").code == 0
    assert without.arrivals[-1].header("X-User-Token") == "planted-key"


def test_other_profiles_are_kept_and_an_address_replaces_a_region(without: AnsweringServer) -> None:
    assert call("configure", "one two", "--region", "eu", stdin=b"key-1").code == 0
    assert call("configure", "other", "--region", "us", stdin=b"key-2").code == 0
    assert call("configure", "one two", "--base-url", without.base_url, stdin=b"key-3").code == 0
    tables = tomllib.loads(profile_file().read_text(encoding="utf-8"))
    assert tables["other"] == {"region": "us", "token": "key-2"}
    assert tables["one two"] == {"base_url": without.base_url, "token": "key-3"}


def test_profiles_are_listed_without_keys(without: AnsweringServer) -> None:
    call("configure", "quarry", "--region", "eu", stdin=b"planted-key")
    called = call("profiles")
    assert called.data == [{"name": "quarry", "region": "eu", "token": "…"}]


def test_a_profile_that_no_client_could_use_is_not_written(without: AnsweringServer) -> None:
    for words, key in (
        (["--region", "mars"], b"key"),
        (["--region", "eu"], b"two words"),
        (["--region", "eu"], b""),
        ([], b"key"),
        (["--region", "eu", "--base-url", "https://x"], b"key"),
    ):
        assert call("configure", *words, stdin=key).code == 2
    assert not profile_file().exists()


def test_the_key_is_asked_for_on_a_terminal(without: AnsweringServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda prompt: "planted-key")
    called = call("configure", stdin=f"\n{without.base_url}\n\n".encode(), terminal=True)
    assert called.code == 0, called.err
    assert tomllib.loads(profile_file().read_text(encoding="utf-8"))["default"]["base_url"] == without.base_url


def test_without_any_settings_the_error_says_what_to_do(without: AnsweringServer) -> None:
    called = call("fleet")
    assert (called.code, called.out) == (2, "")
    assert "FLIGHTHUB_TOKEN" in called.err


def test_a_broken_file_of_profiles_is_not_quoted(without: AnsweringServer) -> None:
    profile_file().parent.mkdir(parents=True)
    profile_file().write_text('[default]\ntoken = "planted-key', encoding="utf-8")
    called = call("fleet")
    assert called.code == 2
    assert "planted" not in called.err


def test_the_simulator_writes_a_profile_and_is_found_by_it(without: AnsweringServer, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "flighthub", "simulate", "--port", "0", "--save-profile", "default"]
    with subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, text=True, bufsize=1) as simulator:
        assert simulator.stdout is not None
        told = ""
        while "}" not in told:
            told += simulator.stdout.readline()
        assert '"token": "…"' in told
        assert call("projects", "list").data[0]["name"] == "Quarry survey"
        simulator.send_signal(2)
        assert simulator.wait(timeout=10) == 130
