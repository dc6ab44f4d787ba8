"""How calls fail: what is decided in which order, what the errors say, and that nothing is sent twice."""

from __future__ import annotations

import asyncio
import inspect
import logging
import pickle
import socket
import traceback
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from flighthub import (
    APIError,
    AuthenticationError,
    ConnectionFailed,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    InvalidRequest,
    NotFound,
    OutcomeUnknown,
    PermissionDenied,
    RateLimited,
    RequestTimeout,
    ServerError,
    UnexpectedResponse,
    errors,
)
from flighthub._core.hints import HINTS
from flighthub_api import ERRORS, OPERATIONS

from .answering_server import SUCCESS, WEB_PAGE, Answer, AnsweringServer, Breaks, http
from .both_clients import CLIENTS, PROJECT, TOKEN, send
from .transcription import NOT_SAFE, example_arguments, keywords

if TYPE_CHECKING:
    from flighthub_simulator import Simulator

SAFE = "getFlightTask"
UNKNOWN_CODE = 987654

both = pytest.mark.parametrize("client", CLIENTS)
not_safe = pytest.mark.parametrize("operation_id", NOT_SAFE)


def failure(client: str, base_url: str, operation_id: str, expected: type[FlightHubError], **settings: Any) -> Any:
    """The error of a call, which is exactly of a class, not of one below it."""
    with pytest.raises(FlightHubError) as caught:
        send(client, base_url, operation_id, **settings)
    assert type(caught.value) is expected, repr(caught.value)
    return caught.value


def patience(server: AnsweringServer) -> float:
    """Seconds to wait for a server: few where it will say nothing, many where it might be slow."""
    return 0.15 if server.answer is Breaks.SILENCE else 30


def unused_address() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return f"http://127.0.0.1:{port}"


def assert_says_which_call(error: Any, operation_id: str) -> None:
    """An error names its operation and the id of the request, as attributes and in its text."""
    assert error.operation == OPERATIONS[operation_id].name
    assert error.operation in str(error)
    assert len(error.request_id) == 36
    assert error.request_id in str(error)


def test_ten_operations_of_v1_are_not_safe_to_repeat() -> None:
    assert len([each for each in NOT_SAFE if OPERATIONS[each].edition == "V1.0"]) == 10


@both
@pytest.mark.parametrize("operation_id", [SAFE, *NOT_SAFE])
def test_a_refused_connection_is_a_failed_connection_whatever_the_operation(client: str, operation_id: str) -> None:
    error = failure(client, unused_address(), operation_id, ConnectionFailed)
    assert_says_which_call(error, operation_id)
    assert error.__cause__ is not None


@both
def test_a_silent_server_is_a_timeout(client: str, server: AnsweringServer) -> None:
    server.answer = Breaks.SILENCE
    error = failure(client, server.base_url, SAFE, RequestTimeout, timeout=patience(server))
    assert isinstance(error, ConnectionFailed)
    assert error.__cause__ is not None
    assert_says_which_call(error, SAFE)
    assert len(server.arrivals) == 1


@both
def test_a_reset_connection_is_a_failed_connection(client: str, server: AnsweringServer) -> None:
    server.answer = Breaks.RESET
    error = failure(client, server.base_url, SAFE, ConnectionFailed)
    assert error.__cause__ is not None
    assert_says_which_call(error, SAFE)
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        http('{"code": 0, "mess', length=500),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{",
    ],
    ids=["closed at once", "cut-off head", "not HTTP", "cut-off body", "cut-off chunk"],
)
def test_a_broken_connection_is_a_failed_connection(client: str, answer: bytes, server: AnsweringServer) -> None:
    server.answer = answer
    error = failure(client, server.base_url, SAFE, ConnectionFailed)
    assert_says_which_call(error, SAFE)
    assert len(server.arrivals) == 1


LOST: dict[str, Answer] = {
    "silence": Breaks.SILENCE,
    "a reset": Breaks.RESET,
    "a closed connection": b"",
    "a cut-off body": http('{"code": 0, "mess', length=500),
    "an empty success": http(b""),
    "a web page": http(WEB_PAGE),
    "cut-off JSON": http('{"code": 0, "mess'),
    "JSON without a code": http({"ok": True}),
    "a code that is no number": http({"code": None, "message": ""}),
    "a redirect": http(b"", 302, headers={"Location": "https://fh.dji.com/login"}),
    "500": http(b"", 500),
    "502 with a web page": http(WEB_PAGE, 502),
    "503": http(b"", 503),
    "504": http(b"", 504),
    "520": http("error code: 520", 520),
    "599": http(b"", 599),
}


@both
@not_safe
@pytest.mark.parametrize("lost", LOST)
def test_the_outcome_of_a_call_that_may_have_been_carried_out_is_unknown(
    client: str, operation_id: str, lost: str, server: AnsweringServer
) -> None:
    server.answer = LOST[lost]
    error = failure(client, server.base_url, operation_id, OutcomeUnknown, timeout=patience(server))
    assert isinstance(error.__cause__, Exception)
    assert error.next_step == OPERATIONS[operation_id].next_step != ""
    assert error.next_step in str(error)
    assert_says_which_call(error, operation_id)
    assert [each.header("X-Request-Id") for each in server.arrivals] == [error.request_id]


@both
@pytest.mark.parametrize(
    ("lost", "cause"),
    [
        ("a web page", UnexpectedResponse),
        ("cut-off JSON", UnexpectedResponse),
        ("an empty success", UnexpectedResponse),
        ("502 with a web page", ServerError),
        ("520", ServerError),
    ],
)
def test_the_cause_of_an_unknown_outcome_says_what_came(
    client: str, lost: str, cause: type[Exception], server: AnsweringServer
) -> None:
    server.answer = LOST[lost]
    assert type(failure(client, server.base_url, "createFlightTask", OutcomeUnknown).__cause__) is cause


NO_ENVELOPE = {
    "a web page": http(WEB_PAGE),
    "a web page in capitals": http("\r\n <HTML></HTML>"),
    "XML": http("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"),
    "nothing": http(b""),
    "blanks": http("  \n"),
    "text": http("404 page not found"),
    "JSON without a code": http({"ok": True}),
    "a list": http("[]"),
    "a number": http("0"),
    "null": http("null"),
    "cut-off JSON": http('{"code": 0, "message": ""'),
    "JSON twice": http('{"code": 0}{"code": 0}'),
    "bytes that are no text": http(b"\xff\xfe\x00{"),
    "text in another encoding": http('{"code": 0, "message": "\u00e9"}'.encode("latin-1")),
    "endless nesting": http(b'{"code":' * 50_000),
    "endless lists": http(b"[" * 50_000),
    "a code that is null": http({"code": None}),
    "a code that is true": http({"code": True}),
    "a code that is a word": http({"code": "Unauthorized"}),
    "a code that is a list": http({"code": [0]}),
    "an empty 204": b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
    "a redirect": http(b"", 302, headers={"Location": "https://fh.dji.com/login"}),
    "a teapot": http("I am a teapot", 418),
    "no gzip though it says so": http("plain", headers={"Content-Encoding": "gzip"}),
}


@both
@pytest.mark.parametrize("what", NO_ENVELOPE)
def test_what_is_no_envelope_is_an_unexpected_response(client: str, what: str, server: AnsweringServer) -> None:
    server.answer = NO_ENVELOPE[what]
    error = failure(client, server.base_url, SAFE, UnexpectedResponse)
    assert_says_which_call(error, SAFE)
    assert str(error.http_status) in str(error)
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize("what", ["endless nesting", "no gzip though it says so"])
def test_the_outcome_is_unknown_too_where_the_answer_cannot_be_decoded(
    client: str, what: str, server: AnsweringServer
) -> None:
    server.answer = NO_ENVELOPE[what]
    failure(client, server.base_url, "createFlightTask", OutcomeUnknown)


@both
def test_a_web_page_is_called_one_and_the_host_is_named_as_the_likely_cause(
    client: str, server: AnsweringServer
) -> None:
    server.answer = http(WEB_PAGE)
    error = failure(client, server.base_url, SAFE, UnexpectedResponse)
    assert "web page" in str(error)
    assert "host" in str(error)
    assert error.http_status == 200


@both
def test_a_redirect_is_not_followed(client: str, server: AnsweringServer) -> None:
    with AnsweringServer() as elsewhere:
        server.answer = http(b"", 307, headers={"Location": f"{elsewhere.base_url}/openapi/v0.1/project"})
        error = failure(client, server.base_url, SAFE, UnexpectedResponse)
    assert error.http_status == 307
    assert elsewhere.arrivals == []


BY_STATUS = [
    (400, InvalidRequest),
    (401, AuthenticationError),
    (403, PermissionDenied),
    (404, NotFound),
    (429, RateLimited),
    (500, ServerError),
    (502, ServerError),
    (503, ServerError),
    (504, ServerError),
    (520, ServerError),
    (599, ServerError),
]


@both
@pytest.mark.parametrize("body", ["", WEB_PAGE, "{}"], ids=["empty", "web page", "JSON"])
@pytest.mark.parametrize(("status", "expected"), BY_STATUS)
def test_without_an_envelope_the_status_decides(
    client: str, status: int, expected: type[APIError], body: str, server: AnsweringServer
) -> None:
    server.answer = http(body, status)
    error = failure(client, server.base_url, SAFE, expected)
    assert (error.http_status, error.code, error.message) == (status, None, "")
    assert error.retryable is (status == 429 or status >= 500)
    assert str(status) in str(error)
    assert_says_which_call(error, SAFE)
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize(("status", "expected"), BY_STATUS)
def test_with_an_envelope_whose_code_nobody_documented_the_status_decides(
    client: str, status: int, expected: type[APIError], server: AnsweringServer
) -> None:
    server.answer = http({"code": UNKNOWN_CODE, "message": "as the server puts it"}, status)
    error = failure(client, server.base_url, SAFE, expected)
    assert (error.http_status, error.code, error.message) == (status, UNKNOWN_CODE, "as the server puts it")


@both
@pytest.mark.parametrize("status", [200, *(status for status, _ in BY_STATUS)])
def test_with_an_envelope_whose_code_is_documented_the_code_decides(
    client: str, status: int, server: AnsweringServer
) -> None:
    server.answer = http({"code": 210104, "message": "no such project"}, status)
    error = failure(client, server.base_url, SAFE, NotFound)
    assert (error.http_status, error.code) == (status, 210104)
    assert len(server.arrivals) == 1


@both
@not_safe
@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500, 502, 520])
def test_an_envelope_with_a_failure_settles_the_outcome(
    client: str, operation_id: str, status: int, server: AnsweringServer
) -> None:
    server.answer = http({"code": 200403, "message": "Forbidden"}, status)
    error = failure(client, server.base_url, operation_id, PermissionDenied)
    assert error.http_status == status
    assert len(server.arrivals) == 1


@both
@not_safe
@pytest.mark.parametrize(("status", "expected"), [each for each in BY_STATUS if each[0] < 500])
def test_a_refusal_settles_the_outcome_even_without_an_envelope(
    client: str, operation_id: str, status: int, expected: type[APIError], server: AnsweringServer
) -> None:
    server.answer = http(b"", status)
    failure(client, server.base_url, operation_id, expected)
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize("status", [500, 502, 404])
def test_a_code_of_success_does_not_make_up_for_a_status_of_failure(
    client: str, status: int, server: AnsweringServer
) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"uuid": "t1"}}, status)
    failure(client, server.base_url, SAFE, dict(BY_STATUS)[status])


@both
def test_the_seconds_that_the_server_asks_to_wait_are_told(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 210429, "message": "slow down"}, 429, headers={"Retry-After": "7"})
    assert failure(client, server.base_url, SAFE, RateLimited).retry_after == 7.0
    server.answer = http(b"", 429, headers={"Retry-After": "7"})
    assert failure(client, server.base_url, SAFE, RateLimited).retry_after == 7.0


@both
@pytest.mark.parametrize("headers", [{}, {"Retry-After": "soon"}, {"Retry-After": "-1"}])
def test_where_the_server_does_not_say_how_long_to_wait_there_is_none(
    client: str, headers: dict[str, str], server: AnsweringServer
) -> None:
    server.answer = http(b"", 429, headers=headers)
    assert failure(client, server.base_url, SAFE, RateLimited).retry_after is None


@both
def test_every_documented_code_becomes_the_error_of_its_class(client: str, server: AnsweringServer) -> None:
    operation = OPERATIONS[SAFE]
    for code, known in ERRORS.items():
        server.answer = http({"code": code, "message": "as the server puts it"})
        server.arrivals.clear()
        error = failure(client, server.base_url, SAFE, getattr(errors, known.error_class))
        attributes = (error.code, error.message, error.http_status, error.hint)
        # The key of this test is no JSON Web Token, which is worth a hint where it is refused.
        hints = (known.hint, HINTS["key.not_a_token"] if known.error_class == "AuthenticationError" else "")
        assert attributes == (code, "as the server puts it", 200, " ".join(filter(None, hints))), code
        assert error.hint_id == f"code.{code}", code
        assert error.retryable is known.allows_repeating(operation), code
        for said in (str(code), "as the server puts it", known.meaning, known.hint):
            assert said in str(error), code
        assert_says_which_call(error, SAFE)
        assert [each.header("X-Request-Id") for each in server.arrivals] == [error.request_id], code


def test_every_class_of_the_table_of_codes_is_an_api_error() -> None:
    for known in ERRORS.values():
        assert issubclass(getattr(errors, known.error_class), APIError), known


@both
def test_the_simulator_fails_as_it_is_told(client: str, flighthub_simulator: Simulator) -> None:
    simulator = flighthub_simulator
    simulator.faults.add("getFlightTask", code=210104, message="no such project")
    error = failure(client, simulator.base_url, SAFE, NotFound, token=simulator.token, project=simulator.project)
    assert (error.code, error.message) == (210104, "no such project")
    assert send(client, simulator.base_url, SAFE, token=simulator.token, project=simulator.project).uuid


@both
def test_an_undocumented_code_is_an_api_error_with_the_text_of_the_server(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": UNKNOWN_CODE, "message": "as the server puts it"})
    error = failure(client, server.base_url, SAFE, APIError)
    assert (error.code, error.message, error.hint, error.retryable) == (
        UNKNOWN_CODE,
        "as the server puts it",
        "",
        False,
    )
    assert "as the server puts it" in str(error)
    assert_says_which_call(error, SAFE)


@both
@pytest.mark.parametrize(("code", "expected"), [("200401", AuthenticationError), (" 210104 ", NotFound)])
def test_a_code_that_comes_as_text_counts(
    client: str, code: str, expected: type[APIError], server: AnsweringServer
) -> None:
    server.answer = http({"code": code, "message": "Unauthorized"}, 401)
    assert failure(client, server.base_url, SAFE, expected).code == int(code)


@both
def test_a_code_of_success_that_comes_as_text_is_a_success(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": "0", "message": "", "data": {"uuid": "t1"}})
    assert send(client, server.base_url, SAFE).uuid == "t1"


@both
def test_a_negative_code_is_a_failure(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": -1, "message": "failed"})
    assert failure(client, server.base_url, SAFE, APIError).code == -1


@both
@pytest.mark.parametrize("message", [None, 7, ["no"], {"text": "no"}])
def test_a_message_that_is_no_text_reads_as_none(client: str, message: object, server: AnsweringServer) -> None:
    server.answer = http({"code": 210104, "message": message})
    assert failure(client, server.base_url, SAFE, NotFound).message == ""


@both
def test_data_beside_a_failure_does_not_make_it_a_success(client: str, server: AnsweringServer) -> None:
    server.answer = http({"code": 210104, "message": "", "data": {"uuid": "t1"}})
    failure(client, server.base_url, SAFE, NotFound)


@both
def test_a_number_that_only_some_parsers_take_does_not_lose_the_answer(client: str, server: AnsweringServer) -> None:
    server.answer = http('{"code": 0, "message": "", "data": {"uuid": "t1", "interval": NaN, "name": "\\ud800"}}')
    task = send(client, server.base_url, SAFE)
    assert (task.uuid, task.interval) == ("t1", None)


@both
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_no_operation_is_sent_twice(client: str, operation_id: str, server: AnsweringServer) -> None:
    for answer in (http(b"", 503), http({"code": 210429, "message": ""}, 429), Breaks.RESET, http(WEB_PAGE)):
        server.answer = answer
        server.arrivals.clear()
        with pytest.raises(FlightHubError):
            send(client, server.base_url, operation_id)
        assert len(server.arrivals) == 1, answer


FAILURES: dict[str, tuple[str, Answer]] = {
    "silence": (SAFE, Breaks.SILENCE),
    "a reset": (SAFE, Breaks.RESET),
    "a reset, outcome unknown": ("createFlightTask", Breaks.RESET),
    "a web page": (SAFE, http(WEB_PAGE)),
    "a web page, outcome unknown": ("createFlightTask", http(WEB_PAGE)),
    "a failure of the API": (SAFE, http({"code": 210104, "message": "no such project"})),
    "a refusal": (SAFE, http({"code": 200401, "message": "Unauthorized"}, 401)),
    "too many calls": (SAFE, http(b"", 429, headers={"Retry-After": "7"})),
    "a broken server": (SAFE, http(b"", 502)),
}


def caused(client: str, what: str, server: AnsweringServer) -> FlightHubError:
    operation_id, server.answer = FAILURES[what]
    with pytest.raises(FlightHubError) as caught:
        send(client, server.base_url, operation_id, timeout=patience(server))
    return caught.value


@both
@pytest.mark.parametrize("what", FAILURES)
def test_an_error_survives_pickling_with_its_attributes(client: str, what: str, server: AnsweringServer) -> None:
    error = caused(client, what, server)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), repr(again)) == (str(error), repr(error))
    assert vars(again) == vars(error)
    assert vars(again)["request_ids"]


def all_errors() -> list[type[FlightHubError]]:
    return [getattr(errors, name) for name in errors.__all__]


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_every_class_of_error_survives_pickling_with_its_attributes(kind: type[FlightHubError]) -> None:
    values: dict[str, Any] = {"code": 1, "http_status": 502, "retryable": True}
    if kind is InvalidArgument:
        error: FlightHubError = InvalidArgument("repeat_option.interval", "is required")
    else:
        taken = inspect.signature(kind).parameters.values() if issubclass(kind, errors.CallError) else ()
        names = [each.name for each in taken if each.kind is each.KEYWORD_ONLY]
        error = kind("what happened", **{name: values.get(name, f"the {name}") for name in names})
        for name in names:
            assert getattr(error, name) == values.get(name, f"the {name}")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (str(again), vars(again)) == (str(error), vars(error))


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_every_class_of_error_is_a_flighthub_error_and_imported_from_the_package(kind: type[FlightHubError]) -> None:
    import flighthub

    assert issubclass(kind, FlightHubError)
    assert getattr(flighthub, kind.__name__) is kind
    assert kind.__doc__


@both
@pytest.mark.parametrize("what", FAILURES)
def test_the_token_is_in_no_error_and_no_traceback(client: str, what: str, server: AnsweringServer) -> None:
    error = caused(client, what, server)
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(cause)
    shown = "".join(f"{each}{each!r}{vars(each)}" for each in chain) + "".join(traceback.format_exception(error))
    assert TOKEN not in shown


@pytest.mark.parametrize("what", FAILURES)
def test_the_token_is_in_no_traceback_with_local_variables(what: str, server: AnsweringServer) -> None:
    operation_id, server.answer = FAILURES[what]
    with FlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url, timeout=patience(server), retry=False) as fh:
        group = getattr(fh, OPERATIONS[operation_id].group)
        with pytest.raises(FlightHubError) as caught:
            getattr(group, OPERATIONS[operation_id].method)(**keywords(operation_id, example_arguments(operation_id)))
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "request" in shown
    assert TOKEN not in shown


def test_a_secret_argument_is_in_no_traceback_with_local_variables(server: AnsweringServer) -> None:
    server.answer = Breaks.RESET
    arguments = {**example_arguments("calibrateNetworkRtk"), "password": "planted-password"}
    with FlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url) as fh:
        calibrate = fh.devices.calibrate_rtk
        with pytest.raises(OutcomeUnknown) as caught:
            calibrate(arguments.pop("device_sn"), **arguments)
    assert b"planted-password" in server.arrivals[0].body
    del arguments
    shown = "".join(
        "".join(traceback.StackSummary.extract(traceback.walk_tb(each.__traceback__), capture_locals=True).format())
        for each in (caught.value, caught.value.__cause__)
        if each is not None
    )
    assert "flight" in shown
    assert "planted-password" not in shown


@both
@pytest.mark.parametrize("what", FAILURES)
def test_the_token_is_in_no_log_record(
    client: str, what: str, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        caused(client, what, server)
    assert TOKEN not in caplog.text


def test_a_cancelled_call_is_cancelled_and_not_an_error_of_this_package(server: AnsweringServer) -> None:
    from flighthub import AsyncFlightHub

    server.answer = Breaks.SILENCE

    async def cancelled() -> None:
        async with AsyncFlightHub(token=TOKEN, project=PROJECT, base_url=server.base_url) as fh:
            await asyncio.wait_for(fh.flight_tasks.get("t1"), timeout=0.1)

    with pytest.raises(TimeoutError):
        asyncio.run(cancelled())


@both
def test_a_client_goes_on_after_an_error(client: str, server: AnsweringServer) -> None:
    answers: Iterator[Answer] = iter([Breaks.RESET, http(WEB_PAGE, 502), SUCCESS])
    server.answer = lambda _: next(answers)
    told: dict[str, Any] = {"token": TOKEN, "project": PROJECT, "base_url": server.base_url, "retry": False}

    def after_errors() -> None:
        with FlightHub(**told) as fh:
            for expected in (ConnectionFailed, ServerError):
                with pytest.raises(expected):
                    fh.system.status()
            fh.system.status()

    async def after_errors_async() -> None:
        from flighthub import AsyncFlightHub

        async with AsyncFlightHub(**told) as fh:
            for expected in (ConnectionFailed, ServerError):
                with pytest.raises(expected):
                    await fh.system.status()
            await fh.system.status()

    if client == "sync":
        after_errors()
    else:
        asyncio.run(after_errors_async())
    assert len(server.arrivals) == 3
