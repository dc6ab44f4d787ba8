"""No secret is shown: planted wherever a call can hold one, it is in no repr, log record, error, traceback or warning.

`planted` knows the places and collects what is shown. Only who asks for a secret by name gets it.
"""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flighthub import (
    AsyncFlightHub,
    AuthenticationError,
    ConfigurationError,
    ConnectionFailed,
    FlightHubError,
    InvalidArgument,
    OutcomeUnknown,
    Retry,
    UnexpectedResponse,
    webhooks,
)
from flighthub._core.configuration import Configuration
from flighthub._core.responses import Response
from flighthub.types import SchemaOptionGb28181, SchemaOptionRtmp, StorageKeys, UploadToken
from flighthub_api import EVENTS, OPERATIONS
from flighthub_runtime.operations import RawResponse
from flighthub_runtime.secrets import MASK, Masked, MaskedMapping, Secret, redact

from .answering_server import SUCCESS, WEB_PAGE, Answer, AnsweringServer, Breaks, http
from .both_clients import CLIENTS, PROJECT, opened, using
from .counting_proxy import CountingProxy
from .planted import KEY, OPTIONS, WORD, Shown, attempted, in_answer, in_event, in_request, password_members, watching
from .test_answers import models_in
from .transcription import ANSWERS, EXAMPLES, call_of, dumped, example, example_arguments, keywords

both = pytest.mark.parametrize("client", CLIENTS)

REQUESTS: list[tuple[str, str | None]] = [
    *((operation_id, None) for operation_id in OPERATIONS),
    ("createStreamConverter", "createStreamConverter.gb28181.request.json"),
]
"""Every operation, and the further example bodies that hold secrets."""

requests = pytest.mark.parametrize(("operation_id", "file"), REQUESTS, ids=lambda each: each or "")


def arguments_of(operation_id: str, file: str | None = None) -> dict[str, Any]:
    """The arguments of an example request with secrets where they belong."""
    given = example_arguments(operation_id) if file is None else example(file)
    return in_request(operation_id, given)[0]


def answer_of(operation_id: str, *, unknown: bool = True) -> dict[str, Any]:
    """An example answer with secrets where they belong and where nobody expects them."""
    file = f"{operation_id}.answer.json"
    came = example(file) if (EXAMPLES / file).exists() else {"code": 0, "message": ""}
    planted: dict[str, Any] = in_answer(operation_id, came, unknown=unknown)[0]
    return planted


def method_of(fh: Any, operation_id: str) -> Callable[..., Any]:
    operation = OPERATIONS[operation_id]
    found: Callable[..., Any] = getattr(getattr(fh, operation.group), operation.method)
    return found


def show_client(shown: Shown, fh: Any) -> None:
    """Takes down what a client is made of, some of it of its inside."""
    for where in ("", "configuration", "raw", "flight_tasks", "projects", "_transport"):
        shown.show(f"fh.{where}", getattr(fh, where) if where else fh)
    shown.show("the attributes of the client", vars(fh))
    shown.show("the attributes of the transport", vars(fh._transport))


def show_answer(shown: Shown, value: Any) -> None:
    """Takes down an answer with all models in it."""
    if isinstance(value, RawResponse):
        shown.show("the raw answer", value)
        shown.show("the envelope", value.answer)
        shown.show("the data", value.answer.data)
        value = value.result
    for model in models_in(value):
        shown.show(type(model).__name__, model)


def called(
    client: str,
    server: AnsweringServer,
    operation_id: str,
    *,
    file: str | None = None,
    raw: bool = False,
    arguments: dict[str, Any] | None = None,
    options: dict[str, Any] | None = None,
    **settings: Any,
) -> tuple[Any, Shown]:
    """Sends an operation, secrets everywhere; gives its result or exception, and all that was shown."""
    given = keywords(operation_id, arguments_of(operation_id, file) if arguments is None else arguments)
    told = OPTIONS if options is None else {**OPTIONS, **options}
    told_client = {"token": KEY, "base_url": server.base_url, **settings}
    with watching() as shown, opened(client, **told_client) as step:
        made = attempted(
            shown,
            lambda: step(lambda fh: method_of(fh.raw if raw else fh, operation_id)(**given, request_options=told)),
        )
        if not isinstance(made, BaseException):
            show_answer(shown, made)
        step(lambda fh: show_client(shown, fh))
    return made, shown


def assert_all_was_sent(server: AnsweringServer, operation_id: str, file: str | None = None) -> None:
    """The secrets did travel: otherwise none could have been shown."""
    for arrival in server.arrivals:
        assert arrival.header("X-User-Token") == KEY
        assert arrival.header("X-Added") == f"{WORD}-header"
        assert arrival.query["added"] == [f"{WORD}-query"]
        body = json.loads(arrival.body)
        assert (body["added"], body["nested"]) == (f"{WORD}-body", {"list": [{"deep": f"{WORD}-deep"}]})
        given = example_arguments(operation_id) if file is None else example(file)
        for _, member in in_request(operation_id, given)[1]:
            assert f"{WORD}-{member}".encode() in arrival.body
    assert server.arrivals


def test_every_password_of_the_documentation_is_planted_in_some_request_or_answer() -> None:
    places: set[tuple[str, str]] = set()
    for operation_id, file in REQUESTS:
        places |= in_request(operation_id, example_arguments(operation_id) if file is None else example(file))[1]
    for answer in ANSWERS:
        places |= in_answer(answer.split(".")[0], example(answer), unknown=False)[1]
    for name in EVENTS:
        places |= in_event(name, example(f"{name}.event.json"))[1]
    assert places == password_members()
    assert len(places) > 15


@both
@pytest.mark.parametrize("raw", [False, True], ids=["", "raw"])
def test_a_call_that_succeeds_shows_no_secret(client: str, raw: bool, server: AnsweringServer) -> None:
    wrong: dict[str, Any] = {}
    for operation_id, file in REQUESTS:
        server.arrivals.clear()
        headers = {"X-Returned": f"{WORD}-returned", "Set-Cookie": f"a={WORD}"}
        server.answer = http(answer_of(operation_id), headers=headers)
        made, shown = called(client, server, operation_id, file=file, raw=raw)
        if isinstance(made, BaseException) or shown.leaks:
            wrong[file or operation_id] = (made, shown.leaks)
        assert_all_was_sent(server, operation_id, file)
    assert wrong == {}


@both
def test_an_answer_with_secrets_shows_none_and_gives_all_back(client: str, server: AnsweringServer) -> None:
    wrong: dict[str, Any] = {}
    for file in ANSWERS:
        operation_id = file.split(".")[0]
        came, _ = in_answer(operation_id, example(file), unknown=True)
        server.answer = http(came)
        made, shown = called(client, server, operation_id, raw=True)
        if dumped(made.answer.to_dict()) != dumped(came) or shown.leaks:
            wrong[file] = (made, shown.leaks)
    assert wrong == {}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_with_secrets_shows_none_and_gives_all_back(name: str) -> None:
    came, places = in_event(name, example(f"{name}.event.json"))
    with watching() as shown:
        event = webhooks.parse(dumped(came))
        shown.show("the event", event)
        show_answer(shown, event)
    assert dumped(event.to_dict()) == dumped(came)
    assert all(f"{WORD}-{member}" in dumped(came) for _, member in places)
    assert shown.leaks == []


ENDINGS: dict[str, tuple[Answer, dict[str, Any]]] = {
    "a key refused by name": (http({"code": 200401, "message": f"the token {KEY} has expired"}, 401), {}),
    "a code that nobody documented": (http({"code": 987654, "message": f"{KEY}, {KEY}"}), {}),
    "a failure with data": (http({"code": 210104, "message": "", "data": {"added": f"{WORD}-data"}}), {}),
    "a message that is no text": (http({"code": 210104, "message": {"added": f"{WORD}-message"}}), {}),
    "a web page": (http(f"{WEB_PAGE} {KEY}"), {}),
    "a gateway's web page": (http(f"{WEB_PAGE} {KEY}", 502), {}),
    "JSON that is no envelope": (http({"added": f"{WORD}-data"}), {}),
    "JSON that is cut off": (http(f'{{"code": 0, "data": "{WORD}-data'), {}),
    "a redirect": (http(b"", 302, headers={"Location": f"https://fh.dji.com/?token={KEY}"}), {}),
    "too many calls": (http(b"", 429, headers={"Retry-After": "7", "X-Returned": f"{WORD}-returned"}), {}),
    "a reset": (Breaks.RESET, {}),
    "a body that breaks off": (http(f'{{"code": 0, "data": "{WORD}-data', length=500), {}),
    "a body that cannot be decompressed": (http(f"{WORD}-data", headers={"Content-Encoding": "gzip"}), {}),
    "what is not HTTP": (f"{KEY}\r\n".encode(), {}),
    "a header that cannot be": (f"HTTP/1.1 200 OK\r\nX Returned {KEY}\r\n\r\n".encode(), {}),
    "a timeout": (Breaks.SILENCE, {"timeout": 0.05}),
    "a deadline": (Breaks.SILENCE, {"deadline": 0.6}),
}


WITH_SECRETS = {operation_id for operation_id in OPERATIONS if WORD in dumped(arguments_of(operation_id))}
"""The operations that are sent secrets of their own, beside those that any request can hold."""


def fails_through(client: str, ending: str) -> list[str]:
    """The operations that fail in a way through a client: every other one by turns, and all that are sent secrets."""
    turn = (list(ENDINGS).index(ending) + CLIENTS.index(client)) % 2
    return [each for place, each in enumerate(OPERATIONS) if place % 2 == turn or each in WITH_SECRETS]


def test_every_operation_fails_in_every_way() -> None:
    assert 0 < len(WITH_SECRETS) < len(OPERATIONS) / 2
    for ending in ENDINGS:
        assert {each for client in CLIENTS for each in fails_through(client, ending)} == {*OPERATIONS}


@both
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_call_that_fails_shows_no_secret(client: str, ending: str, server: AnsweringServer) -> None:
    server.answer, settings = ENDINGS[ending]
    wrong: dict[str, Any] = {}
    for operation_id in fails_through(client, ending):
        server.arrivals.clear()
        error, shown = called(client, server, operation_id, **settings)
        # Whoever waits for 50 ms can be gone before a busy server has read the request.
        end = time.monotonic() + 5
        while not server.arrivals and time.monotonic() < end:
            time.sleep(0.001)
        if not isinstance(error, FlightHubError) or shown.leaks:
            wrong[operation_id] = (error, shown.leaks)
        assert_all_was_sent(server, operation_id)
    assert wrong == {}


@both
def test_a_strict_client_that_refuses_an_answer_shows_nothing_of_it(client: str, server: AnsweringServer) -> None:
    wrong: dict[str, Any] = {}
    for operation_id in OPERATIONS:
        server.answer = http(answer_of(operation_id))
        error, shown = called(client, server, operation_id, strict=True)
        refused = isinstance(error, UnexpectedResponse) and "added_text is not documented" in str(error)
        if not refused or shown.leaks:
            wrong[operation_id] = (error, shown.leaks)
    assert wrong == {}


@both
@pytest.mark.parametrize("odd", [["planted-item"], {"deep": "planted-deep"}], ids=["list", "object"])
def test_a_password_that_comes_in_another_form_is_not_shown(client: str, odd: object, server: AnsweringServer) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"url": odd}})
    for strict in (False, True):
        _, shown = called(client, server, "startLivestream", raw=True, strict=strict)
        assert shown.leaks == []


def another_member_wrong(operation_id: str) -> dict[str, Any]:
    """Arguments of which one that is no secret has a type that cannot be right."""
    given = arguments_of(operation_id)
    call = call_of(operation_id)
    parts = (call.path, call.query, call.body)
    plain = [each.wire for part in parts if part is not None for each in part.members if each.wire in given]
    wrong = next((name for name in plain if WORD not in str(given[name])), None)
    return given if wrong is None else {**given, wrong: object()}


@both
@requests
def test_a_call_with_another_argument_wrong_shows_no_secret(
    client: str, operation_id: str, file: str | None, server: AnsweringServer
) -> None:
    given = another_member_wrong(operation_id)
    if file is not None:
        given = {**given, **arguments_of(operation_id, file), "sn": object()}
    changed = any(type(each) is object for each in given.values())
    error, shown = called(client, server, operation_id, arguments=given, options=None if changed else {"timeout": 0})
    assert isinstance(error, InvalidArgument)
    assert server.arrivals == []
    assert shown.leaks == []


WRONG_OPTIONS: dict[str, dict[str, Any]] = {
    "a timeout of nothing": {"timeout": 0},
    "an option that nobody knows": {"added": f"{WORD}-option"},
    "a header with a line break": {"extra_headers": {"X-Added": f"{WORD}\r\nX-Injected: 1"}},
    "a header that is not ASCII": {"extra_headers": {"X-Added": f"{WORD}-\u00e9"}},
    "a header that is no text": {"extra_headers": {"X-Added": f"{WORD}-bytes".encode()}},
    "headers that are no mapping": {"extra_headers": [("X-Added", f"{WORD}-header")]},
    "a query member that is no text": {"extra_query": {"added": [f"{WORD}-query"]}},
    "a query member that cannot be sent": {"extra_query": {"added": f"{WORD}-\ud800"}},
    "a body that is no mapping": {"extra_body": f"{WORD}-body"},
    "a body that is no JSON": {"extra_body": {"added": f"{WORD}-body", "odd": object()}},
    "a body with a number that is none": {"extra_body": {"added": f"{WORD}-body", "odd": float("nan")}},
    "a body that cannot be sent": {"extra_body": {"added": f"{WORD}-\ud800"}},
}


@both
@pytest.mark.parametrize("operation_id", ["getSystemStatus", "calibrateNetworkRtk"])
@pytest.mark.parametrize("what", WRONG_OPTIONS)
def test_an_option_that_cannot_be_right_is_refused_without_showing_it(
    client: str, operation_id: str, what: str, server: AnsweringServer
) -> None:
    error, shown = called(client, server, operation_id, options=WRONG_OPTIONS[what])
    assert shown.leaks == []
    assert isinstance(error, InvalidArgument)
    assert server.arrivals == []


@both
@pytest.mark.parametrize("text", [f"{WORD}-header ", f" {WORD}-header", f"{WORD}-header\t"])
def test_a_header_that_http_does_not_allow_is_refused_without_showing_it(
    client: str, text: str, server: AnsweringServer
) -> None:
    error, shown = called(client, server, "getSystemStatus", options={"extra_headers": {"X-Added": text}})
    assert shown.leaks == []
    assert isinstance(error, FlightHubError)
    assert server.arrivals == []


@both
@pytest.mark.parametrize("name", ["extra_headers", "extra_query", "extra_body", "anything"])
def test_a_key_given_where_none_belongs_is_refused_without_showing_it(
    client: str, name: str, server: AnsweringServer
) -> None:
    error, shown = called(client, server, "getSystemStatus", options={name: KEY})
    assert isinstance(error, InvalidArgument)
    assert shown.leaks == []


WRONG_PASSWORDS: dict[str, tuple[str, dict[str, Any]]] = {
    "bytes": ("calibrateNetworkRtk", {"password": f"{WORD}-bytes".encode()}),
    "a list": ("calibrateNetworkRtk", {"password": [f"{WORD}-item"]}),
    "text for settings": ("createStreamConverter", {"schema_option": f"rtmp://media.example.com/{WORD}"}),
    "settings of another protocol": (
        "createStreamConverter",
        {"schema": "rtmp", "schema_option": {"device_password": f"{WORD}-password"}},
    ),
    "a model of another protocol": (
        "createStreamConverter",
        {"schema": "rtmp", "schema_option": SchemaOptionGb28181(device_password=f"{WORD}-password")},
    ),
    "a member that settings do not have": (
        "createStreamConverter",
        {"schema": "rtmp", "schema_option": {"url": f"rtmp://{WORD}", "added": f"{WORD}-added"}},
    ),
    "an address that is a list": ("createStreamConverter", {"schema": "rtmp", "schema_option": {"url": [WORD]}}),
}


@both
@pytest.mark.parametrize("what", WRONG_PASSWORDS)
def test_a_secret_argument_that_cannot_be_right_is_refused_without_showing_it(
    client: str, what: str, server: AnsweringServer
) -> None:
    operation_id, changes = WRONG_PASSWORDS[what]
    error, shown = called(client, server, operation_id, arguments={**arguments_of(operation_id), **changes})
    assert isinstance(error, InvalidArgument)
    assert shown.leaks == []


@both
@pytest.mark.parametrize(
    ("schema", "model", "member"),
    [("rtmp", SchemaOptionRtmp, "url"), ("gb28181", SchemaOptionGb28181, "device_password")],
)
@pytest.mark.parametrize("answer", [SUCCESS, Breaks.RESET, http({"code": 210104, "message": ""})], ids=str)
def test_a_nested_secret_is_not_shown_given_as_a_model_as_a_dict_or_hidden_already(
    client: str, schema: str, model: Any, member: str, answer: Answer, server: AnsweringServer
) -> None:
    server.answer = answer
    file = "createStreamConverter.gb28181.request.json" if schema == "gb28181" else None
    given = arguments_of("createStreamConverter", file)
    settings = given["schema_option"]
    for each in (settings, model(**settings), {**settings, member: Secret(settings[member])}):
        server.arrivals.clear()
        _, shown = called(client, server, "createStreamConverter", arguments={**given, "schema_option": each})
        assert json.loads(server.arrivals[0].body)["schema_option"][member] == f"{WORD}-{member}"
        assert shown.leaks == []


@both
@pytest.mark.parametrize("answer", [SUCCESS, Breaks.RESET, http(WEB_PAGE), http({"code": 1, "message": KEY})], ids=str)
@pytest.mark.parametrize("wrong", [{}, {"path": "no/slash"}, {"request_options": {"timeout": 0}}], ids=str)
def test_a_request_that_no_method_covers_shows_no_secret(
    client: str, answer: Answer, wrong: dict[str, Any], server: AnsweringServer
) -> None:
    server.answer = answer
    told: dict[str, Any] = {
        "path": "/openapi/v0.1/workflow",
        "json": {"added": f"{WORD}-json", "nested": {"added": f"{WORD}-nested"}},
        "query": {"added": f"{WORD}-query"},
        "request_options": OPTIONS,
        **wrong,
    }
    with watching() as shown, opened(client, token=KEY, base_url=server.base_url) as step:
        made = attempted(shown, lambda: step(lambda fh: fh.request("POST", **told)))
    assert isinstance(made, InvalidArgument) is bool(wrong)
    assert shown.leaks == []


@both
def test_an_exception_of_a_hook_shows_no_secret_of_the_call_it_stops(client: str, server: AnsweringServer) -> None:
    def refuse(attempt: object) -> None:
        raise PermissionError("not today")

    error, shown = called(client, server, "calibrateNetworkRtk", on_request=refuse)
    assert isinstance(error, PermissionError)
    assert server.arrivals == []
    assert shown.leaks == []


@both
def test_what_a_hook_is_given_shows_no_secret(client: str, server: AnsweringServer) -> None:
    given: list[object] = []
    _, shown = called(client, server, "calibrateNetworkRtk", on_request=given.append, on_response=given.append)
    assert len(given) == 2
    for each in given:
        shown.show("an attempt", each)
    assert shown.leaks == []


@both
def test_a_closed_client_shows_no_secret(client: str, server: AnsweringServer) -> None:
    with watching() as shown, opened(client, token=KEY, base_url=server.base_url) as step:
        step(lambda fh: fh.close() if client == "sync" else fh.aclose())
        error = attempted(
            shown,
            lambda: step(
                lambda fh: fh.devices.calibrate_rtk(**arguments_of("calibrateNetworkRtk"), request_options=OPTIONS)
            ),
        )
    assert isinstance(error, ConfigurationError)
    assert shown.leaks == []


def test_a_cancelled_call_shows_no_secret(server: AnsweringServer) -> None:
    server.answer = Breaks.SILENCE

    options: Any = OPTIONS

    async def cancelled(shown: Shown) -> None:
        async with AsyncFlightHub(token=KEY, project=PROJECT, base_url=server.base_url) as fh:
            task = asyncio.ensure_future(
                fh.devices.calibrate_rtk(**arguments_of("calibrateNetworkRtk"), request_options=options)
            )
            while not server.arrivals:
                await asyncio.sleep(0.01)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                shown.show_error(error)

    with watching() as shown:
        asyncio.run(cancelled(shown))
    assert any("CancelledError" in where for where, _ in shown.texts)
    assert shown.leaks == []


@both
def test_a_call_that_is_repeated_shows_no_secret(client: str, server: AnsweringServer) -> None:
    answers: Iterator[Answer] = iter([http(f"{WEB_PAGE} {KEY}", 503), Breaks.RESET, http({"code": 0, "message": KEY})])
    server.answer = lambda _: next(answers)
    made, shown = called(client, server, "getSystemStatus", raw=True, retry=Retry(attempts=3, backoff=0))
    assert len(made.request_ids) == 3
    assert any("sent again" in text for _, text in shown.texts)
    assert shown.leaks == []


@both
def test_the_exceptions_of_a_map_show_no_secret(client: str, server: AnsweringServer) -> None:
    server.answer = Breaks.RESET
    given = arguments_of("calibrateNetworkRtk")
    del given["device_sn"]
    with watching() as shown, opened(client, token=KEY, base_url=server.base_url) as step:
        outcomes = step(
            lambda fh: fh.map(
                lambda sn: fh.devices.calibrate_rtk(sn, **given, request_options=OPTIONS), ["A1", "A2", "A3"]
            )
        )
    for outcome in outcomes:
        assert isinstance(outcome.error, OutcomeUnknown)
        shown.show("an outcome", outcome)
        shown.show_error(outcome.error)
    assert shown.leaks == []


@both
@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING])
def test_no_log_record_of_any_level_has_a_secret(
    client: str, level: int, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer = http(answer_of("startLivestream"), headers={"X-Returned": f"{WORD}-returned"})
    for name in ("", "httpx", "httpcore", "flighthub"):
        caplog.set_level(level, name)
    given = arguments_of("startLivestream")
    with opened(client, token=KEY, base_url=server.base_url) as step:
        step(lambda fh: fh.livestreams.start(**given, request_options=OPTIONS))
    loggers = {record.name for record in caplog.records}
    assert "httpx" in loggers or level > logging.INFO
    assert {"flighthub", "httpcore.http11"} <= loggers or level > logging.DEBUG
    assert WORD not in caplog.text
    assert all(WORD not in repr(vars(record)) for record in caplog.records)


BAD_KEYS: dict[str, Any] = {
    "a line break": f"{WORD}\nkey",
    "a return": f"{WORD}\rkey",
    "a blank": f"{WORD} key",
    "a letter that is not ASCII": f"{WORD}-k\u00e9y",
    "quotation marks of a word processor": f"\u201c{WORD}\u201d",
    "a half of a pair": f"{WORD}-\ud800",
    "a control character": f"{WORD}\x00key",
    "bytes": f"{WORD}-key".encode(),
    "a list": [f"{WORD}-key"],
}


@both
@pytest.mark.parametrize("what", BAD_KEYS)
def test_a_key_that_cannot_be_one_is_refused_without_showing_it(client: str, what: str) -> None:
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, token=BAD_KEYS[what], region="eu"))
    assert isinstance(error, ConfigurationError)
    assert shown.leaks == []


@both
@pytest.mark.parametrize("what", BAD_KEYS)
def test_a_key_that_a_function_gives_and_that_cannot_be_one_is_refused_without_showing_it(
    client: str, what: str, server: AnsweringServer
) -> None:
    with watching() as shown, opened(client, token=lambda: BAD_KEYS[what], base_url=server.base_url) as step:
        error = attempted(shown, lambda: step(lambda fh: fh.system.status()))
    assert isinstance(error, ConfigurationError)
    assert server.arrivals == []
    assert shown.leaks == []


@both
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", f"{WORD} key"),
        ("PROJECT", "Quarry\nsurvey"),
        ("REGION", "mars"),
        ("BASE_URL", "flighthub.example.com"),
        ("LANGUAGE", "de"),
        ("CA_BUNDLE", "/nowhere/ca.pem"),
        ("PROFILE", "nobody"),
    ],
    ids=lambda each: each if each.isupper() else "",
)
def test_a_wrong_variable_is_refused_without_showing_the_key_in_another(
    client: str, name: str, value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for each, text in {"TOKEN": KEY, "REGION": "eu", name: value}.items():
        monkeypatch.setenv(f"FLIGHTHUB_{each}", text)
    told: dict[str, Any] = {"base_url": None, "project": None, "token": None}
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, **told))
    assert isinstance(error, ConfigurationError)
    assert shown.leaks == []


WRONG_PROFILES: dict[str, str] = {
    "a member that nobody knows": f'[field]\ntoken = "{KEY}"\ncolour = "red"\n',
    "a key that is no text": f'[field]\ntoken = ["{KEY}"]\n',
    "a key with a line break": f'[field]\ntoken = "{WORD}\\nkey"\n',
    "a region that is none": f'[field]\ntoken = "{KEY}"\nregion = "mars"\n',
    "no profile of this name": f'[office]\ntoken = "{KEY}"\n',
    "a profile that is no table": f'field = "{KEY}"\n',
    "what is no TOML": f'[field]\ntoken = "{KEY}\n',
    "a file in another encoding": f'[field]\ntoken = "{KEY}-\u00e9"\n',
}


@both
@pytest.mark.parametrize("what", WRONG_PROFILES)
def test_a_wrong_profile_is_refused_without_showing_its_key(
    client: str, what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "flighthub" / "config.toml"
    file.parent.mkdir()
    file.write_text(WRONG_PROFILES[what], encoding="latin-1")
    file.chmod(0o600)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    told: dict[str, Any] = {"token": None, "project": None, "profile": "field"}
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, **told))
    assert shown.leaks == []
    assert isinstance(error, ConfigurationError)


WRONG_PROXIES: dict[str, str] = {
    "no scheme": f"user:{WORD}@proxy.example.com:3128",
    "an unknown scheme": f"ftp://user:{WORD}@proxy.example.com:3128",
    "no host": f"http://user:{WORD}@:3128",
    "no port though it says so": f"http://user:{WORD}@proxy.example.com:port",
    "a slash in the password": f"http://user:{WORD}/word@proxy.example.com:3128",
    "a bracket in the password": f"http://user:{WORD}[word@proxy.example.com:3128",
    "a hash in the password": f"http://user:{WORD}#word@proxy.example.com:3128",
    "a control character": f"http://user:{WORD}@proxy.example.com\x00:3128",
    "a letter that no host has": f"http://user:{WORD}@pr\u2028xy.example.com:3128",
    "SOCKS, for which a package is missing": f"socks5://user:{WORD}@proxy.example.com:1080",
}


@both
@pytest.mark.parametrize("what", WRONG_PROXIES)
def test_a_proxy_that_cannot_be_one_is_refused_without_showing_its_password(client: str, what: str) -> None:
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, token=KEY, region="eu", proxy=WRONG_PROXIES[what]))
    assert shown.leaks == []
    assert isinstance(error, ConfigurationError)


@both
@pytest.mark.parametrize("what", ["an unknown scheme", "SOCKS, for which a package is missing"])
def test_a_proxy_of_the_environment_that_cannot_be_one_is_refused_without_showing_its_password(
    client: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", WRONG_PROXIES[what])
    with watching() as shown:
        error = attempted(shown, lambda: using(client, repr, token=KEY, region="eu"))
    assert shown.leaks == []
    assert isinstance(error, ConfigurationError)


@both
@pytest.mark.parametrize("way", ["argument", "environment"])
@pytest.mark.parametrize("refusal", [b"", b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"])
def test_the_password_of_a_proxy_is_not_shown(
    client: str, way: str, refusal: bytes, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CountingProxy() as proxy:
        proxy.refusal = refusal
        address = f"http://user:{WORD}-password@127.0.0.1:{proxy.port}"
        settings: dict[str, Any] = {"proxy": address} if way == "argument" else {}
        if way == "environment":
            monkeypatch.setenv("HTTP_PROXY", address)
        made, shown = called(client, server, "calibrateNetworkRtk", **settings)
    assert proxy.credentials[0] is not None
    assert isinstance(made, FlightHubError) is bool(refusal)
    assert shown.leaks == []


@both
def test_the_password_of_a_proxy_that_refuses_a_tunnel_is_not_shown(client: str) -> None:
    with CountingProxy() as proxy, watching() as shown:
        proxy.refusal = f"HTTP/1.1 407 {WORD}\r\nContent-Length: 0\r\n\r\n".encode()
        address = f"http://user:{WORD}-password@127.0.0.1:{proxy.port}"
        told: dict[str, Any] = {"token": KEY, "base_url": "https://flighthub.example.com", "proxy": address}
        error = attempted(shown, lambda: using(client, lambda fh: fh.system.status(), **told))
    assert proxy.asked == [("CONNECT", "flighthub.example.com:443")]
    assert isinstance(error, ConnectionFailed)
    leaks = [each for each in shown.leaks if "407" not in each]
    assert leaks == []


def test_the_settings_of_a_client_show_no_secret() -> None:
    shown = Shown()
    settings = Configuration(
        token=KEY, region="eu", proxy=f"http://user:{WORD}@proxy.example.com", environment={"FLIGHTHUB_TOKEN": KEY}
    )
    shown.show("the configuration", settings)
    for name in Configuration.__slots__:
        shown.show(name, getattr(settings, name))
    assert shown.leaks == []


def test_a_response_shows_neither_headers_nor_body() -> None:
    shown = Shown()
    shown.show("a response", Response(200, {"x-returned": WORD}, WORD.encode()))
    assert shown.leaks == []
    assert "HTTP 200, 7 bytes" in repr(Response(200, {}, WORD.encode()))


def test_a_traceback_that_a_program_dies_with_shows_no_secret(server: AnsweringServer) -> None:
    server.answer = Breaks.RESET
    program = (
        "import sys, flighthub\n"
        "fh = flighthub.FlightHub(project=sys.argv[1], retry=False)\n"
        "fh.devices.calibrate_rtk(**eval(sys.stdin.read()))\n"
    )
    given = {**arguments_of("calibrateNetworkRtk"), "request_options": OPTIONS}
    environment = {"FLIGHTHUB_TOKEN": KEY, "FLIGHTHUB_BASE_URL": server.base_url}
    ended = subprocess.run(
        [sys.executable, "-c", program, PROJECT],
        input=repr(given),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "OutcomeUnknown" in ended.stderr
    assert WORD not in ended.stderr + ended.stdout


SECRET = Secret(f"{WORD}-text")


@pytest.mark.parametrize(
    "shown",
    [
        repr(SECRET),
        str(SECRET),
        f"{SECRET}",
        f"{SECRET!s} {SECRET!r} {SECRET!a}",
        f"{SECRET:>20}",
        "{}".format(SECRET),  # noqa: UP032 - another way to the same
        "%s %r" % (SECRET, SECRET),  # noqa: UP031 - another way to the same
        repr([SECRET]),
        repr({SECRET: SECRET}),
        str(Exception(SECRET)),
        repr(MaskedMapping({"password": WORD})),
        str(MaskedMapping({"password": WORD})),
        f"{MaskedMapping({'password': {'deep': WORD}})}",
    ],
)
def test_a_secret_is_masked_in_whatever_way_it_is_shown(shown: str) -> None:
    assert WORD not in shown
    assert MASK in shown


def test_a_masked_mapping_shows_its_names() -> None:
    assert repr(MaskedMapping({"password": WORD, "port": 1})) == f"{{password: {MASK}, port: {MASK}}}"


def test_a_secret_gives_its_text_to_who_asks_for_it() -> None:
    assert SECRET.reveal() == f"{WORD}-text"
    assert (bool(SECRET), bool(Secret(""))) == (True, False)


@pytest.mark.parametrize("other", [Secret(f"{WORD}-text"), f"{WORD}-text"], ids=["a secret", "text"])
def test_a_secret_equals_the_same_text_and_has_its_hash(other: object) -> None:
    assert other == SECRET
    assert other == SECRET
    assert hash(other) == hash(SECRET)
    assert len({SECRET, other}) == 1


@pytest.mark.parametrize("other", [Secret("another"), "another", "", None, 7, f"{WORD}-text".encode(), [SECRET]])
def test_a_secret_equals_nothing_else(other: object) -> None:
    assert other != SECRET
    assert other != SECRET


def test_a_secret_with_letters_of_any_script_can_be_compared() -> None:
    assert Secret("\u5bc6\u7801") == "\u5bc6\u7801"
    assert Secret("\ud800") != "\ud801"


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_copied_secret_keeps_its_text_and_stays_hidden(copied: Callable[[Any], Any]) -> None:
    twin = copied(SECRET)
    assert (type(twin), twin.reveal()) == (Secret, f"{WORD}-text")
    assert WORD not in repr(twin)


MODELS: list[tuple[Any, dict[str, str]]] = [
    (SchemaOptionRtmp, {"url": f"rtmp://media.example.com/{WORD}"}),
    (SchemaOptionGb28181, {"device_password": f"{WORD}-password"}),
    (
        StorageKeys,
        {"access_key_id": f"{WORD}-id", "access_key_secret": f"{WORD}-secret", "security_token": f"{WORD}-token"},
    ),
]


@pytest.mark.parametrize(("model", "members"), MODELS)
def test_a_model_built_with_plain_text_holds_secrets_and_gives_the_text_back(
    model: Any, members: dict[str, str]
) -> None:
    built = model(**members)
    assert WORD not in repr(built)
    assert [type(getattr(built, name)) for name in members] == [Secret] * len(members)
    assert built.to_dict() == members


@pytest.mark.parametrize(("model", "members"), MODELS)
def test_a_member_set_to_plain_text_becomes_a_secret_and_is_written_as_text(
    model: Any, members: dict[str, str]
) -> None:
    built = model(**dict.fromkeys(members, "old"))
    for name, text in members.items():
        setattr(built, name, text)
    assert WORD not in repr(built)
    assert built.to_dict() == members


def test_a_secret_of_an_answer_can_be_handed_to_a_request(server: AnsweringServer) -> None:
    token = UploadToken.from_dict(answer_of("obtainOpenModelUploadToken")["data"])
    given = {**arguments_of("notifyOpenModelUpload"), "callback_param": token.callback_param}
    _, shown = called("sync", server, "notifyOpenModelUpload", arguments=given)
    assert json.loads(server.arrivals[0].body)["callback_param"] == f"{WORD}-callback_param"
    assert shown.leaks == []


def test_many_rows_with_secrets_hold_them_as_secrets() -> None:
    row = answer_of("listFlightTaskMedia", unknown=False)["data"]["list"][0]
    files = call_of("listFlightTaskMedia").read({"code": 0, "data": {"list": [row] * 200}}).result
    assert {type(each.original_url) for each in files} == {Secret}
    assert WORD not in repr(files)


@both
def test_the_hint_about_a_refused_key_does_not_show_it(client: str, server: AnsweringServer) -> None:
    server.answer = http(b"", 401)
    error, shown = called(client, server, "getSystemStatus")
    assert isinstance(error, AuthenticationError)
    assert "no JSON Web Token" in error.hint
    assert shown.leaks == []


REDACTED: dict[str, tuple[str, list[str], str]] = {
    "a secret": ("key rtmp-key-1 is used", ["rtmp-key-1"], f"key {MASK} is used"),
    "every time it comes": ("rtmp-key-1, rtmp-key-1", ["rtmp-key-1"], f"{MASK}, {MASK}"),
    "the longer of two": ("rtmp-key-12345", ["rtmp-key-1", "rtmp-key-12345"], MASK),
    "two that overlap": ("abcdefgh12345678zzzzzzzz", ["abcdefgh12345678", "12345678zzzzzzzz"], MASK),
    "one that overlaps itself": ("aaaaaaaaaaaa", ["aaaaaaaa"], MASK),
    "a short one, which stays": ("a test of the tested", ["test"], "a test of the tested"),
    "one of seven characters, which stays": ("1234567", ["1234567"], "1234567"),
    "one of eight": ("12345678", ["12345678"], MASK),
    "none": ("nothing here", ["", "rtmp-key-1"], "nothing here"),
}


@pytest.mark.parametrize("what", REDACTED)
def test_secrets_are_cut_out_of_the_texts_of_others(what: str) -> None:
    text, secrets, shown = REDACTED[what]
    assert redact(text, [*map(Secret, secrets), None]) == shown


@pytest.mark.parametrize("where", range(90, 112))
def test_a_secret_is_cut_out_whole_also_where_the_text_is_cut_off(where: int) -> None:
    secret = "rtmp-key-1"
    text = "x" * where + secret + "y" * 200
    shown = redact(text, [Secret(secret)], 100)
    assert not any(secret[: length + 1] in shown for length in range(3, len(secret)))
    assert shown.startswith("x" * min(where, 100))
    assert len(shown) <= 100 + len(MASK) + len("...")


@both
def test_a_secret_that_a_message_repeats_is_not_in_the_error(client: str, server: AnsweringServer) -> None:
    server.answer = lambda arrival: http({"code": 210104, "message": f"{arrival.headers} {arrival.body.decode()}"})
    error, shown = called(client, server, "createStreamConverter")
    assert isinstance(error, FlightHubError)
    assert MASK in error.message
    assert shown.leaks == []


@both
def test_a_short_key_garbles_no_message(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 210104, "message": "the latest test failed"})
    made = attempted(
        Shown(), lambda: using(client, lambda fh: fh.system.status(), token="test", base_url=server.base_url)
    )
    assert made.message == "the latest test failed"


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp866"])
def test_every_console_can_print_what_stands_for_a_secret(encoding: str) -> None:
    shown = [
        SECRET,
        MaskedMapping({"password": WORD}),
        Masked(WORD),
        Configuration(token=KEY, region="eu", environment={}),
    ]
    for each in shown:
        assert WORD not in f"{each!r} {each}".encode(encoding).decode(encoding)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_copied_masked_mapping_keeps_its_values(copied: Callable[[Any], Any]) -> None:
    masked = MaskedMapping({"password": WORD})
    assert copied(masked) == masked
    assert dict(copied(masked)) == {"password": WORD}
    assert WORD not in repr(copied(masked))
