"""How a client is told what it needs: in which order, from where, and what it says when something cannot be right."""

from __future__ import annotations

import inspect
import multiprocessing
import pickle
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

from flighthub import AsyncFlightHub, ConfigurationError, FlightHub, InvalidArgument, Retry, Timeout
from flighthub._core import tls as _tls
from flighthub._core.configuration import DEFAULT_DEADLINE, Configuration
from flighthub_api import SERVERS
from flighthub_runtime.secrets import Secret

from . import certificates
from .answering_server import SUCCESS, AnsweringServer, http
from .both_clients import CLIENTS, PROJECT, TOKEN, opened, using
from .planted import WORD, attempted, watching

OTHER = "c0a8e1d4-1111-4222-8333-9d7c5b3a1f00"
URL = "https://flighthub.example.com:30812"
QUICK = Retry(attempts=3, backoff=0)

both = pytest.mark.parametrize("client", CLIENTS)

Write = Callable[[str], Path]


@pytest.fixture
def write_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the file of profiles, for this user's eyes only, where `XDG_CONFIG_HOME` says."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "flighthub" / "config.toml"
    file.parent.mkdir()

    def write(text: str) -> Path:
        file.write_text(text, encoding="utf-8")
        file.chmod(0o600)
        return file

    return write


def configuration(**settings: Any) -> Configuration:
    return Configuration(**settings)


def key_of(settings: Configuration) -> str:
    assert isinstance(settings.token, Secret)
    return settings.token.reveal()


SETTINGS: list[tuple[str, str, str, str, Any]] = [
    ("token", "of-the-argument", "of-the-variable", "of-the-profile", key_of),
    ("project", "An argument", "A variable", "A profile", lambda each: each.project),
    ("base_url", "https://argument", "https://variable", "https://profile", lambda each: each.base_url),
    ("language", "en", "zh", "en", lambda each: each.language),
]


@pytest.mark.parametrize(("name", "argument", "variable", "profile", "got"), SETTINGS)
def test_an_argument_beats_a_variable_and_a_variable_beats_a_profile(
    name: str,
    argument: str,
    variable: str,
    profile: str,
    got: Callable[[Configuration], object],
    write_profiles: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rest = {"token": TOKEN, "base_url": URL}
    told = "\n".join(f'{key} = "{value}"' for key, value in {**rest, name: profile}.items())
    write_profiles(f"[field]\n{told}\n")
    assert got(configuration(profile="field")) == profile
    monkeypatch.setenv(f"FLIGHTHUB_{name.upper()}", variable)
    assert got(configuration(profile="field")) == variable
    assert got(configuration(profile="field", **{name: argument})) == argument


REGIONS: list[tuple[dict[str, str], dict[str, str], str, str]] = [
    ({}, {}, 'region = "cn"', SERVERS["cn"]),
    ({}, {}, f'base_url = "{URL}"', URL),
    ({}, {"REGION": "us"}, 'region = "cn"', SERVERS["us"]),
    ({}, {"REGION": "us"}, f'base_url = "{URL}"', SERVERS["us"]),
    ({}, {"BASE_URL": URL}, 'region = "cn"', URL),
    ({}, {"BASE_URL": URL, "REGION": "us"}, 'region = "cn"', URL),
    ({"region": "eu"}, {"BASE_URL": URL, "REGION": "us"}, 'region = "cn"', SERVERS["eu"]),
    ({"region": "eu"}, {}, f'base_url = "{URL}"', SERVERS["eu"]),
    ({"base_url": URL}, {"REGION": "us"}, 'region = "cn"', URL),
]


@pytest.mark.parametrize(("arguments", "variables", "profile", "expected"), REGIONS)
def test_whoever_is_nearer_to_the_call_says_where_the_server_is_as_a_region_or_as_an_address(
    arguments: dict[str, str],
    variables: dict[str, str],
    profile: str,
    expected: str,
    write_profiles: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_profiles(f'[field]\ntoken = "{TOKEN}"\n{profile}\n')
    for name, text in variables.items():
        monkeypatch.setenv(f"FLIGHTHUB_{name}", text)
    assert configuration(profile="field", **arguments).base_url == expected


@both
def test_everything_can_come_from_a_profile(
    client: str, server: AnsweringServer, write_profiles: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_profiles(
        f'[field]\ntoken = "{TOKEN}"\nproject = "{PROJECT}"\nbase_url = "{server.base_url}"\nlanguage = "zh"\n'
    )
    monkeypatch.setenv("FLIGHTHUB_PROFILE", "field")
    using(client, lambda fh: fh.waylines.list(), token=None, project=None)
    (arrival,) = server.arrivals
    came = [arrival.header(name) for name in ("X-User-Token", "X-Project-Uuid", "X-Language")]
    assert came == [TOKEN, PROJECT, "zh"]


def test_a_profile_given_as_an_argument_beats_the_variable(
    write_profiles: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_profiles('[field]\ntoken = "of-the-field"\nregion = "eu"\n[office]\ntoken = "of-the-office"\nregion = "us"\n')
    monkeypatch.setenv("FLIGHTHUB_PROFILE", "field")
    assert key_of(configuration()) == "of-the-field"
    settings = configuration(profile="office")
    assert (key_of(settings), settings.base_url) == ("of-the-office", SERVERS["us"])


def test_a_file_of_profiles_is_not_read_where_none_is_asked_for(write_profiles: Write) -> None:
    write_profiles("this is no TOML")
    assert configuration(token=TOKEN, region="eu").base_url == SERVERS["eu"]


def test_without_a_variable_for_it_the_folder_of_settings_is_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    file = tmp_path / ".config" / "flighthub" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'[field]\ntoken = "{TOKEN}"\nregion = "eu"\n')
    file.chmod(0o600)
    assert key_of(configuration(profile="field")) == TOKEN


def test_a_ca_bundle_can_come_from_a_profile_and_from_a_variable(
    tmp_path: Path, write_profiles: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_profile, of_variable = tmp_path / "profile.pem", tmp_path / "variable.pem"
    for file in (of_profile, of_variable):
        file.touch()
    write_profiles(f"[field]\nca_bundle = '{of_profile}'\n")
    told: dict[str, Any] = {"token": TOKEN, "region": "eu", "profile": "field"}
    assert configuration(**told).ca_bundle == of_profile
    monkeypatch.setenv("FLIGHTHUB_CA_BUNDLE", str(of_variable))
    assert configuration(**told).ca_bundle == of_variable


def test_the_home_of_the_user_is_found_in_the_name_of_a_ca_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ca.pem").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert configuration(token=TOKEN, region="eu", ca_bundle="~/ca.pem").ca_bundle == tmp_path / "ca.pem"


WRONG_PROFILES: list[tuple[str, str]] = [
    ('[field]\ncolour = "red"\n', "colour"),
    ('[field]\ntimeout = "5"\n', "timeout"),
    ("[field]\nlanguage = 7\n", "language must be text"),
    ("[field]\nproject = true\n", "project must be text"),
    ('[field]\nregion = ["eu"]\n', "region must be text"),
    ('[field.region]\nname = "eu"\n', "region must be text"),
    ('[office]\nregion = "eu"\n[home]\n', "home, office"),
    ("", "none"),
    ('field = "eu"\n', "'field'"),
    ("[field\n", "TOML"),
    ('[field]\nregion = "eu"\nregion = "us"\n', "TOML"),
    ('[field]\nregion = "mars"\n', "mars"),
    ('[field]\nregion = "eu"\nlanguage = "de"\n', "de"),
    ('[field]\nregion = "eu"\nproject = " "\n', "project"),
    ('[field]\nregion = "eu"\nca_bundle = "/nowhere/ca.pem"\n', "/nowhere/ca.pem"),
    ('[field]\nbase_url = "flighthub.example.com"\n', "http"),
    ('[field]\nregion = "eu"\ntoken = ""\n', "key"),
]


@pytest.mark.parametrize(("text", "said"), WRONG_PROFILES, ids=[text for text, _ in WRONG_PROFILES])
def test_the_error_of_a_wrong_profile_names_its_file_and_what_is_wrong(
    text: str, said: str, write_profiles: Write
) -> None:
    file = write_profiles(text)
    token = None if "token" in text else TOKEN
    with pytest.raises(ConfigurationError) as refused:
        configuration(token=token, profile="field")
    assert said in str(refused.value)
    assert str(file) in str(refused.value)


def test_a_file_of_profiles_that_does_not_exist_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with pytest.raises(ConfigurationError, match="'field'") as refused:
        configuration(token=TOKEN, region="eu", profile="field")
    assert str(tmp_path / "flighthub" / "config.toml") in str(refused.value)


def test_a_file_of_profiles_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "flighthub" / "config.toml").mkdir(parents=True)
    with pytest.raises(ConfigurationError, match="cannot be read") as refused:
        configuration(token=TOKEN, region="eu", profile="field")
    assert str(tmp_path / "flighthub" / "config.toml") in str(refused.value)


def test_a_file_of_profiles_in_another_encoding_is_named(write_profiles: Write) -> None:
    file = write_profiles("")
    file.write_bytes('[field]\nproject = "Gel\u00e4nde"\n'.encode("latin-1"))
    with pytest.raises(ConfigurationError) as refused:
        configuration(token=TOKEN, region="eu", profile="field")
    assert str(file) in str(refused.value)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o606, 0o610])
def test_a_file_of_profiles_that_others_may_use_is_used_with_a_warning(mode: int, write_profiles: Write) -> None:
    file = write_profiles(f'[field]\ntoken = "{TOKEN}"\nregion = "eu"\n')
    file.chmod(mode)
    with pytest.warns(UserWarning, match="chmod 600") as warned:
        settings = configuration(profile="field")
    assert str(file) in str(warned[0].message)
    assert TOKEN not in str(warned[0].message)
    assert key_of(settings) == TOKEN


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_a_file_of_profiles_for_its_owner_alone_is_used_without_a_warning(mode: int, write_profiles: Write) -> None:
    file = write_profiles(f'[field]\ntoken = "{TOKEN}"\nregion = "eu"\n')
    file.chmod(mode)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert key_of(configuration(profile="field")) == TOKEN


PADDED: dict[str, str] = {
    "token": f" {TOKEN}\n",
    "project": f"\t{PROJECT} ",
    "base_url": f" {URL}\r\n",
    "language": " zh ",
}


@pytest.mark.parametrize("way", ["argument", "variable", "profile"])
def test_blanks_around_a_value_do_not_matter(way: str, write_profiles: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}
    if way == "argument":
        given = PADDED
    elif way == "variable":
        for name, text in PADDED.items():
            monkeypatch.setenv(f"FLIGHTHUB_{name.upper()}", text)
    else:
        lines = "".join(f"{name} = {text!r}\n".replace("'", '"') for name, text in PADDED.items())
        write_profiles(f"[field]\n{lines}")
        given = {"profile": "field"}
    settings = configuration(**given)
    assert (key_of(settings), settings.project) == (TOKEN, PROJECT)
    assert (settings.base_url, settings.language) == (URL, "zh")


WRONG_VALUES: dict[str, str] = {
    "token": "wrong key",
    "project": "Quarry\nsurvey",
    "region": "mars",
    "base_url": "flighthub.example.com",
    "language": "de",
    "ca_bundle": "/nowhere/ca.pem",
}


@pytest.mark.parametrize("name", WRONG_VALUES)
@pytest.mark.parametrize("way", ["argument", "variable", "profile"])
def test_the_error_of_a_wrong_value_says_where_it_came_from(
    name: str, way: str, write_profiles: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = WRONG_VALUES[name]
    given: dict[str, Any] = {"token": None if name == "token" else TOKEN}
    if name not in ("region", "base_url"):
        given["region"] = "eu"
    if way == "argument":
        given[name] = value
        source = f"the argument {name}"
    elif way == "variable":
        monkeypatch.setenv(f"FLIGHTHUB_{name.upper()}", value)
        source = f"FLIGHTHUB_{name.upper()}"
    else:
        escaped = value.replace("\n", "\\n")
        file = write_profiles(f'[field]\n{name} = "{escaped}"\n')
        given["profile"] = "field"
        source = f"the {name} of profile 'field' in {file}"
    with pytest.raises(ConfigurationError) as refused:
        configuration(**given)
    assert source in str(refused.value)


def keys(*given: Any) -> tuple[Callable[[], Any], list[Any]]:
    """A function that gives one key after another, and those it has given."""
    left = iter(given)
    asked: list[Any] = []

    def source() -> Any:
        asked.append(next(left))
        return asked[-1]

    return source, asked


def awaited(source: Callable[[], Any]) -> Callable[[], Any]:
    async def asynchronous() -> Any:
        return source()

    return asynchronous


SOURCES = [("sync", False), ("async", False), ("async", True)]
"""Which client takes which kind of function."""

sources = pytest.mark.parametrize(("client", "asynchronous"), SOURCES)


@sources
def test_a_function_is_asked_for_the_key_before_each_attempt(
    client: str, asynchronous: bool, server: AnsweringServer
) -> None:
    answers = iter([http(b"", 503), http(b"", 503), SUCCESS, SUCCESS])
    server.answer = lambda _: next(answers)
    source, asked = keys("key-1", "key-2", " key-3\n", "key-4")
    token = awaited(source) if asynchronous else source
    with opened(client, token=token, base_url=server.base_url, retry=QUICK) as step:
        assert asked == []
        step(lambda fh: fh.system.status())
        assert len(asked) == 3
        step(lambda fh: fh.system.status())
    assert [each.header("X-User-Token") for each in server.arrivals] == ["key-1", "key-2", "key-3", "key-4"]


@sources
def test_a_function_may_give_a_secret(client: str, asynchronous: bool, server: AnsweringServer) -> None:
    token = awaited(lambda: Secret(TOKEN)) if asynchronous else lambda: Secret(TOKEN)
    using(client, lambda fh: fh.system.status(), token=token, base_url=server.base_url)
    assert server.arrivals[0].header("X-User-Token") == TOKEN


@sources
@pytest.mark.parametrize("given", ["", " ", "qqq key", "qqq\nkey", "qqq\u00f6", None, 7, b"qqq", ["qqq"]])
def test_a_key_that_a_function_gives_and_that_cannot_be_one_is_refused_and_not_sent(
    client: str, asynchronous: bool, given: Any, server: AnsweringServer
) -> None:
    token = awaited(lambda: given) if asynchronous else lambda: given
    with pytest.raises(ConfigurationError, match="the function given as token") as refused:
        using(client, lambda fh: fh.system.status(), token=token, base_url=server.base_url, retry=QUICK)
    assert "qqq" not in str(refused.value)
    assert server.arrivals == []


@sources
def test_an_exception_of_the_function_passes_through(client: str, asynchronous: bool, server: AnsweringServer) -> None:
    def lost() -> str:
        raise KeyError("vault")

    with pytest.raises(KeyError, match="vault"):
        using(
            client,
            lambda fh: fh.system.status(),
            token=awaited(lost) if asynchronous else lost,
            base_url=server.base_url,
            retry=QUICK,
        )
    assert server.arrivals == []


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
def test_an_async_function_is_refused_by_the_sync_client(server: AnsweringServer) -> None:
    with pytest.raises(ConfigurationError, match="must be text, not coroutine"):
        using("sync", lambda fh: fh.system.status(), token=awaited(lambda: TOKEN), base_url=server.base_url)
    assert server.arrivals == []


def given_key() -> str:
    """Gives a key; a function of a module can be pickled."""
    return TOKEN


def test_the_settings_of_a_client_survive_pickling(tmp_path: Path) -> None:
    bundle = tmp_path / "ca.pem"
    bundle.touch()
    settings = configuration(
        token=given_key,
        project=PROJECT,
        base_url=URL,
        language="zh",
        timeout=Timeout(1, 2, 3, 4),
        deadline=5,
        retry=Retry(attempts=7, backoff=0.1, cap=9),
        ca_bundle=bundle,
        client_certificate=(bundle, bundle),
        proxy="http://proxy.example.com:3128",
        max_concurrency=3,
        rate_limit=8,
        strict=True,
    )
    again = pickle.loads(pickle.dumps(settings))
    for name in Configuration.__slots__:
        before, after = getattr(settings, name), getattr(again, name)
        assert type(before) is type(after), name
        assert (repr(after) if name == "retry" else after) == (repr(before) if name == "retry" else before), name
    assert again.timeout.connect == 1
    assert again.retry.attempts == 7


@both
def test_a_client_made_of_the_settings_of_another_sends_the_same(client: str, server: AnsweringServer) -> None:
    with opened(client, token=given_key, base_url=server.base_url, language="zh") as step:
        settings = pickle.loads(pickle.dumps(step(lambda fh: fh.configuration)))
        step(lambda fh: fh.waylines.list())
        if client == "sync":
            with FlightHub.from_configuration(settings) as twin:
                twin.waylines.list()
        else:

            async def listed() -> None:
                async with AsyncFlightHub.from_configuration(settings) as twin:
                    await twin.waylines.list()

            step(lambda _: listed())
    first, second = ({name: text for name, text in each.headers if name != "x-request-id"} for each in server.arrivals)
    assert first == second
    assert first["x-project-uuid"] == PROJECT


def list_waylines(settings: Configuration) -> tuple[int, str]:
    """What a worker process does."""
    with FlightHub.from_configuration(settings) as fh:
        return len(fh.waylines.list()), repr(fh)


def test_a_worker_process_works_with_the_settings_of_its_parent(server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"list": [{"id": "w1"}]}})
    settings = configuration(
        token=given_key, project=PROJECT, base_url=server.base_url, timeout=Timeout(5, 5, 5, 5), retry=QUICK
    )
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        count, shown = pool.submit(list_waylines, settings).result(timeout=60)
    assert (count, PROJECT in shown) == (1, True)
    (arrival,) = server.arrivals
    assert (arrival.header("X-User-Token"), arrival.header("X-Project-Uuid")) == (TOKEN, PROJECT)


WRONG_ARGUMENTS: list[tuple[dict[str, Any], str]] = [
    ({"retry": 3}, "retry"),
    ({"retry": "yes"}, "retry"),
    ({"retry": None}, "retry"),
    ({"timeout": "5"}, "timeout"),
    ({"timeout": Timeout(connect=0)}, "timeout"),
    ({"timeout": Timeout(pool=-1)}, "timeout"),
    ({"deadline": 0}, "deadline"),
    ({"deadline": -1}, "deadline"),
    ({"deadline": True}, "deadline"),
    ({"deadline": float("inf")}, "deadline"),
    ({"deadline": float("nan")}, "deadline"),
    ({"deadline": "60"}, "deadline"),
    ({"rate_limit": 0}, "rate_limit"),
    ({"rate_limit": -2}, "rate_limit"),
    ({"rate_limit": False}, "rate_limit"),
    ({"rate_limit": float("nan")}, "rate_limit"),
    ({"rate_limit": "2"}, "rate_limit"),
    ({"max_concurrency": 0}, "max_concurrency"),
    ({"max_concurrency": -1}, "max_concurrency"),
    ({"max_concurrency": 1001}, "max_concurrency"),
    ({"max_concurrency": True}, "max_concurrency"),
    ({"max_concurrency": "10"}, "max_concurrency"),
    ({"max_concurrency": 2.5}, "max_concurrency"),
    ({"proxy": ""}, "proxy"),
    ({"proxy": "proxy.example.com:3128"}, "proxy"),
    ({"proxy": "ftp://proxy.example.com"}, "proxy"),
    ({"proxy": "http://"}, "proxy"),
    ({"proxy": "http://proxy.example.com:port"}, "proxy"),
    ({"proxy": "http://proxy.example.com:70000"}, "proxy"),
    ({"client_certificate": "/nowhere/client.pem"}, "client_certificate"),
    ({"client_certificate": ("/nowhere/client.pem", "/nowhere/client.key")}, "client_certificate"),
    ({"client_certificate": "/"}, "client_certificate"),
    ({"client_certificate": ()}, "client_certificate must be a file, or a pair of files"),
    ({"client_certificate": [__file__] * 3}, "client_certificate must be a file, or a pair of files"),
    ({"client_certificate": "/nowhere/client.pem"}, "client_certificate is not a file: /nowhere/client.pem"),
    *(
        ({argument: path}, f"{argument} {said}")
        for argument in ("client_certificate", "ca_bundle")
        for path, said in (
            ("~nosuchuser/client.pem", "begins with ~nosuchuser, and there is no such home folder"),
            ("ca\x00.pem", "must be a path, and no path holds a NUL"),
            ("a" * 300, "cannot be a path here: File name too long"),
        )
    ),
    ({"proxy": 5}, "proxy must be text, not int"),
    ({"proxy": {"https": "http://proxy.example.com"}}, "proxy must be text, not dict"),
]


@both
@pytest.mark.parametrize(("settings", "said"), WRONG_ARGUMENTS, ids=str)
def test_an_argument_that_cannot_be_right_is_refused_and_named(
    client: str, settings: dict[str, Any], said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        using(client, repr, base_url=URL, **settings)


def test_a_certificate_and_its_key_may_be_given_as_a_list(tmp_path: Path) -> None:
    files = [tmp_path / "client.pem", tmp_path / "client.key"]
    for file in files:
        file.touch()
    given: Any = list(map(str, files))
    assert configuration(token=TOKEN, base_url=URL, client_certificate=given).client_certificate == tuple(files)


class Address:
    """An address that is no text, as libraries that check addresses have it."""

    def __str__(self) -> str:
        return URL


@both
@pytest.mark.parametrize("typed", ["HTTPS://FlightHub.example.com:30812/", "Https://FlightHub.example.com:30812"])
def test_an_address_with_a_scheme_in_capitals_is_the_same_address(client: str, typed: str) -> None:
    found = using(client, lambda fh: fh.configuration.base_url, base_url=typed)
    assert found == "https://FlightHub.example.com:30812"


WRONG_KEYS: dict[str, str] = {
    f"Bearer {WORD}": "begins with 'Bearer'",
    f"bearer {WORD}": "begins with 'bearer'",
    f'"{WORD}"': "quotation marks",
    f"'{WORD}'": "quotation marks",
    f"\u201c{WORD}\u201d": "quotation marks",
    f"X-User-Token: {WORD}": "name of its header",
}


@both
@pytest.mark.parametrize("key", WRONG_KEYS)
def test_what_was_copied_together_with_a_key_is_named_and_the_key_is_not(client: str, key: str) -> None:
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, base_url=URL, token=key))
    assert isinstance(error, ConfigurationError)
    assert WRONG_KEYS[key] in str(error)
    assert shown.leaks == []


@both
def test_a_user_without_a_home_folder_is_told_so_when_a_profile_is_asked_for(
    client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("APPDATA", raising=False)

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(ConfigurationError, match="no home folder, in which the file of profiles would be: set HOME"):
        using(client, repr, profile="field")


@both
def test_an_address_that_turns_into_text_is_taken(client: str) -> None:
    assert using(client, lambda fh: fh.configuration.base_url, base_url=Address()) == URL


WRONG_ADDRESSES: dict[str, str] = {
    "a user and a password": f"https://user:{WORD}@flighthub.example.com",
    "no host": f"https://user:{WORD}@:30812",
    "no port though it says so": f"https://user:{WORD}@flighthub.example.com:port",
    "a bracket in the password": f"https://user:{WORD}[word@flighthub.example.com",
    "the web application": f"https://fh.dji.com/{WORD}",
    "a query": f"https://flighthub.example.com/?{WORD}",
    "an empty query": "https://flighthub.example.com?",
    "a fragment": f"https://flighthub.example.com/#{WORD}",
    "an empty fragment": "https://flighthub.example.com#",
    "a backslash": f"https://flighthub.example.com\\{WORD}",
    "a label of 64 characters": f"https://{'a' * 64}.example.com",
    "a name of 254 characters": f"https://{'a.' * 125}example.com",
    "an empty label": "https://flighthub..example.com",
    "what IDNA does not take": "https://flight\u0640hub.\u2488com",
    "no scheme": "flighthub.example.com",
    "a blank inside": "https://flighthub example.com",
}


@both
@pytest.mark.parametrize("way", ["argument", "variable", "profile"])
@pytest.mark.parametrize("what", WRONG_ADDRESSES)
def test_an_address_that_cannot_be_one_is_refused_without_showing_its_password(
    client: str, way: str, what: str, write_profiles: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {}
    if way == "argument":
        given = {"base_url": WRONG_ADDRESSES[what]}
    elif way == "variable":
        monkeypatch.setenv("FLIGHTHUB_BASE_URL", WRONG_ADDRESSES[what])
    else:
        write_profiles(f'[field]\nbase_url = "{WRONG_ADDRESSES[what]}"\n')
        given = {"profile": "field"}
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, token="key", **given))
    assert isinstance(error, ConfigurationError)
    assert shown.leaks == []


@both
@pytest.mark.parametrize("name", ["base_url", "proxy"])
def test_an_address_beside_something_else_that_is_wrong_is_not_shown(client: str, name: str) -> None:
    given: dict[str, Any] = {"base_url": URL, name: f"https://user:{WORD}@flighthub.example.com"}
    for make in (lambda: using(client, repr, token="key", region="mars", **given), lambda: configuration(**given)):
        with watching() as shown:
            error = attempted(shown, make)
        assert isinstance(error, ConfigurationError)
        assert shown.leaks == []


@pytest.mark.parametrize(
    "numbers",
    [
        {"attempts": 0},
        {"attempts": -1},
        {"attempts": 101},
        {"backoff": -0.1},
        {"backoff": float("nan")},
        {"backoff": 9.0, "cap": 8.0},
        {"cap": 3601},
        {"cap": float("inf")},
    ],
    ids=str,
)
def test_a_policy_of_repeating_whose_numbers_cannot_be_is_refused(numbers: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match="retry"):
        Retry(**numbers)


@both
def test_files_without_a_certificate_are_named(client: str, tmp_path: Path) -> None:
    certificate, key = tmp_path / "client.pem", tmp_path / "client.key"
    for file in (certificate, key):
        file.write_text("no certificate")
    with pytest.raises(ConfigurationError) as refused:
        using(client, repr, base_url=URL, client_certificate=(certificate, key))
    assert str(certificate) in str(refused.value)
    assert str(key) in str(refused.value)


@both
def test_files_of_trust_are_not_blamed_for_a_certificate_of_the_client(
    client: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted, certificate = tmp_path / "ca.pem", tmp_path / "client.pem"
    trusted.write_bytes(certificates.issue("authority", *certificates.authority()).certificate_pem())
    certificate.write_text("no certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    for ca_bundle in (None, trusted):
        with pytest.raises(ConfigurationError, match="no certificates that can be used") as refused:
            using(client, repr, base_url=URL, ca_bundle=ca_bundle, client_certificate=certificate)
        assert str(certificate) in str(refused.value)
        assert str(trusted) not in str(refused.value)


@both
@pytest.mark.parametrize("together", [True, False])
def test_a_key_with_a_passphrase_is_refused_and_nobody_is_asked_for_it(
    client: str, together: bool, tmp_path: Path
) -> None:
    issued = certificates.issue("client")
    encrypted = issued.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"passphrase"))
    certificate, key = tmp_path / "client.pem", tmp_path / "client.key"
    certificate.write_bytes(issued.certificate_pem() + (encrypted if together else b""))
    key.write_bytes(encrypted)
    with pytest.raises(ConfigurationError, match=r"is encrypted.*openssl pkey") as refused:
        using(client, repr, base_url=URL, client_certificate=certificate if together else (certificate, key))
    assert str(certificate if together else key) in str(refused.value)


@both
def test_a_file_of_trust_that_the_environment_names_and_that_is_none_is_a_configuration_error(
    client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/ca.pem")
    _tls._usual.cache_clear()
    try:
        with pytest.raises(ConfigurationError, match=r"/nowhere/ca\.pem"):
            using(client, repr, base_url=URL)
    finally:
        _tls._usual.cache_clear()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, Timeout(10, 60, 60, 30)),
        (5, Timeout(5, 5, 5, 5)),
        (20, Timeout(10, 20, 20, 20)),
        (300.5, Timeout(10, 300.5, 300.5, 30)),
        (Timeout(1, 2, 3, 4), Timeout(1, 2, 3, 4)),
    ],
)
def test_a_number_as_a_timeout_is_for_reading_and_writing_and_the_most_for_the_rest(
    given: Any, expected: Timeout
) -> None:
    assert configuration(token=TOKEN, base_url=URL, timeout=given).timeout == expected


@pytest.mark.parametrize(("given", "attempts"), [(True, 4), (False, 1), (QUICK, 3)])
def test_repeating_is_told_by_a_word_or_by_a_policy(given: Any, attempts: int) -> None:
    assert configuration(token=TOKEN, base_url=URL, retry=given).retry.attempts == attempts


def test_what_is_not_given_has_the_documented_default() -> None:
    settings = configuration(token=TOKEN, base_url=URL)
    assert (settings.language, settings.deadline, settings.max_concurrency) == ("en", DEFAULT_DEADLINE, 10)
    assert (settings.rate_limit, settings.proxy, settings.strict) == (None, None, False)
    assert (settings.ca_bundle, settings.client_certificate, settings.project) == (None, None, None)


@pytest.mark.parametrize("name", sorted(set(inspect.signature(Configuration).parameters) - {"environment"}))
def test_every_setting_is_an_argument_of_both_clients_and_documented(name: str) -> None:
    for client in (FlightHub, AsyncFlightHub):
        assert name in inspect.signature(client).parameters
        assert f"        {name}: " in str(inspect.getdoc(client)).replace("\n    ", "\n        ")


OPTION_ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"project": " "}, "request_options.project"),
    ({"timeout": -1}, "request_options.timeout"),
    ({"timeout": (1, 2, 3)}, "request_options.timeout"),
    ({"timeout": (1, 2, 3, 0)}, "request_options.timeout"),
    ({"timeout": [1, 2, 3, 4]}, "request_options.timeout"),
    ({"deadline": "5"}, "request_options.deadline"),
    ({"retry": 5}, "request_options.retry"),
    ({"extra_body": 5}, "request_options.extra_body"),
    ({"extra_query": {"page": None}}, "request_options.extra_query.page"),
    ({"extra_headers": {"": "a"}}, "request_options.extra_headers"),
    ({"extra_headers": {"Host": "fh.dji.com"}}, "request_options.extra_headers.Host"),
    ({"extra_headers": {"Content-Length": "0"}}, "request_options.extra_headers.Content-Length"),
    ({"colour": "red"}, "request_options.colour"),
]


@both
@pytest.mark.parametrize(("options", "member"), OPTION_ERRORS, ids=str)
def test_an_option_of_a_call_that_cannot_be_right_is_named(
    client: str, options: Any, member: str, server: AnsweringServer
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        using(client, lambda fh: fh.system.status(request_options=options), base_url=server.base_url)
    assert refused.value.member == member
    assert server.arrivals == []


class Twice:
    """A policy of one's own, as `RequestOptions` describes it."""

    attempts = 2

    def pause(self, attempt: int) -> float:
        return 0.0


@both
@pytest.mark.parametrize(("retry", "count"), [(False, 1), (QUICK, 3), (Twice(), 2)], ids=["off", "Retry", "own"])
def test_a_call_can_have_a_policy_of_repeating_of_its_own(
    client: str, retry: Any, count: int, server: AnsweringServer
) -> None:
    server.answer = http(b"", 503)
    with pytest.raises(Exception, match="503"):
        using(client, lambda fh: fh.system.status(request_options={"retry": retry}), base_url=server.base_url)
    assert len(server.arrivals) == count
