"""Clients and their settings travel to other processes and machines, and the key does not travel with them."""

from __future__ import annotations

import copy
import functools
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cloudpickle
import pytest

from flighthub import AsyncFlightHub, Attempt, Configuration, ConfigurationError, FlightHub, Secret
from flighthub.conformance import Recorder

KEY = "org-key-that-must-not-travel-0123456789"
PROJECT = "5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11"
DUMPS = pytest.mark.parametrize("dumps", [pickle.dumps, cloudpickle.dumps], ids=["pickle", "cloudpickle"])
CLIENTS = pytest.mark.parametrize("client", [FlightHub, AsyncFlightHub])


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("FLIGHTHUB_TOKEN", "FLIGHTHUB_PROFILE", "FLIGHTHUB_PROJECT", "FLIGHTHUB_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FLIGHTHUB_REGION", "eu")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def write_profile(folder: Path, key: str) -> None:
    file = folder / "flighthub" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'[quarry]\ntoken = "{key}"\n', encoding="utf-8")
    file.chmod(0o600)


def read_key() -> str:
    return KEY


class Vault:
    """Something that holds a key."""

    def __init__(self, key: str) -> None:
        self._key = key

    def read(self) -> str:
        return self._key

    @staticmethod
    def read_static() -> str:
        return KEY


def stop_writes(attempt: Attempt) -> None:
    """A hook of a module."""


def revealed(fh: Any) -> str:
    token = fh.configuration.token
    return str(token()) if callable(token) else str(token.reveal())


@CLIENTS
@DUMPS
def test_a_client_of_the_environment_takes_the_key_of_the_environment_that_it_comes_to(
    client: Any, dumps: Callable[[Any], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLIGHTHUB_TOKEN", KEY)
    travelled = dumps(client(project=PROJECT, max_concurrency=3))
    assert KEY.encode() not in travelled
    monkeypatch.setenv("FLIGHTHUB_TOKEN", "another-key-over-there")
    there = pickle.loads(travelled)
    assert type(there) is client
    assert revealed(there) == "another-key-over-there"
    assert (there.configuration.project, there.configuration.max_concurrency) == (PROJECT, 3)
    assert pickle.loads(dumps(there)).configuration.base_url == there.configuration.base_url


@DUMPS
def test_a_client_of_a_profile_takes_the_profile_of_the_machine_that_it_comes_to(
    dumps: Callable[[Any], bytes], tmp_path: Path
) -> None:
    write_profile(tmp_path, KEY)
    travelled = dumps(FlightHub(profile="quarry"))
    assert KEY.encode() not in travelled
    write_profile(tmp_path, "another-key-over-there")
    assert revealed(pickle.loads(travelled)) == "another-key-over-there"


@DUMPS
@pytest.mark.parametrize("token", [read_key, Vault.read_static], ids=["function", "static method"])
def test_a_client_of_a_function_takes_the_function_of_its_name(token: Any, dumps: Callable[[Any], bytes]) -> None:
    travelled = dumps(FlightHub(token=token).with_project("Quarry survey"))
    assert KEY.encode() not in travelled
    there = pickle.loads(travelled)
    assert revealed(there) == KEY
    assert "Quarry survey" in repr(there)


@DUMPS
def test_what_belongs_to_a_client_travels_with_it(dumps: Callable[[Any], bytes], tmp_path: Path) -> None:
    fh = FlightHub(token=read_key, project=PROJECT)
    method, handle = pickle.loads(dumps((fh.devices.get_state, fh.flight_tasks.handle("8d0f2b7c"))))
    assert (method.__name__, handle.uuid) == ("get_state", "8d0f2b7c")


def made_in_main() -> Any:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exec(f"def read_key():\n    return {KEY!r}", namespace)
    return namespace["read_key"]


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "text": ({"token": KEY}, "given as text"),
    "secret": ({"token": Secret(KEY)}, "given as text"),
    "lambda": ({"token": lambda: KEY}, "not a function that another process can import"),
    "function of a script": ({"token": made_in_main()}, "not a function that another process can import"),
    "partial": ({"token": functools.partial(str, KEY)}, "not a function that another process can import"),
    "method of an object": ({"token": Vault(KEY).read}, "not a function that another process can import"),
    "proxy with a password": (
        {"token": read_key, "proxy": f"http://user:{KEY}@proxy.example.com:3128"},
        "whose proxy has a user or password",
    ),
}


@DUMPS
@CLIENTS
@pytest.mark.parametrize("case", REFUSED)
def test_what_would_carry_a_secret_is_refused_and_says_what_to_do(
    case: str, client: Any, dumps: Callable[[Any], bytes]
) -> None:
    settings, words = REFUSED[case]
    fh = client(**settings)
    for each in (fh, fh.configuration, [fh.devices]):
        with pytest.raises(TypeError, match=words) as caught:
            dumps(each)
        assert KEY not in str(caught.value)
        assert "Set FLIGHTHUB_TOKEN" in str(caught.value) or "Set HTTPS_PROXY" in str(caught.value)


def test_a_hook_travels_by_its_name_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    there = pickle.loads(pickle.dumps(FlightHub(token=read_key, on_request=stop_writes)))
    assert there._hooks == (stop_writes, None)
    with pytest.raises(TypeError, match="on_response of this client"):
        pickle.dumps(FlightHub(token=read_key, on_response=lambda attempt: None))
    recorded = FlightHub(token=read_key)
    recorded.add_recorder(Recorder())
    with pytest.raises(TypeError, match="remove_recorder"):
        pickle.dumps(recorded)


def test_a_client_that_comes_to_where_there_is_no_key_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FLIGHTHUB_TOKEN", KEY)
    by_environment = pickle.dumps(FlightHub())
    monkeypatch.delenv("FLIGHTHUB_TOKEN")
    with pytest.raises(ConfigurationError, match="from FLIGHTHUB_TOKEN, which has none on this machine"):
        pickle.loads(by_environment)
    write_profile(tmp_path, KEY)
    by_profile = pickle.dumps(FlightHub(profile="quarry"))
    (tmp_path / "flighthub" / "config.toml").unlink()
    with pytest.raises(ConfigurationError, match="there is no profile 'quarry'"):
        pickle.loads(by_profile)
    by_function = pickle.dumps(FlightHub(token=read_key))
    monkeypatch.delattr(sys.modules[__name__], "read_key")
    with pytest.raises(ConfigurationError, match="needs read_key of the module"):
        pickle.loads(by_function)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_settings_are_copied_within_a_process_whatever_they_hold(copied: Callable[[Any], Any]) -> None:
    settings = Configuration(token=KEY, proxy=f"http://user:{KEY}@proxy.example.com:3128")
    twin = copied(settings)
    assert twin is not settings
    assert (twin.token, twin.proxy) == (settings.token, settings.proxy)
