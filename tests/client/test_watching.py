"""What can be watched of a call: hooks before and after each attempt, and log records."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from flighthub import (
    APIError,
    ConnectionFailed,
    FlightHubError,
    InvalidArgument,
    NotFound,
    OutcomeUnknown,
    RequestTimeout,
    Retry,
    UnexpectedResponse,
)
from flighthub._core.hooks import Attempt, redact_http_logs
from flighthub_api import OPERATIONS

from .answering_server import SUCCESS, WEB_PAGE, Answer, AnsweringServer, Breaks, http
from .both_clients import CLIENTS, opened, using
from .transcription import example_arguments

QUICK = Retry(attempts=3, backoff=0)
GONE = http({"code": 210104, "message": "no such task"})

both = pytest.mark.parametrize("client", CLIENTS)


class Watcher:
    """Notes what the hooks are given."""

    def __init__(self) -> None:
        self.before: list[Attempt] = []
        self.after: list[Attempt] = []

    @property
    def hooks(self) -> dict[str, Any]:
        return {"on_request": self.before.append, "on_response": self.after.append}


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


def get_task(fh: Any) -> Any:
    return fh.flight_tasks.get("t1")


@both
def test_a_hook_sees_a_call_before_and_after_its_attempt(
    client: str, server: AnsweringServer, watcher: Watcher
) -> None:
    using(client, get_task, base_url=server.base_url, **watcher.hooks)
    (before,), (after,) = watcher.before, watcher.after
    request_id = server.arrivals[0].header("X-Request-Id")
    assert before == Attempt("flight_tasks.get", 1, str(request_id), "GET", "/openapi/v0.1/flight-task/{task_uuid}")
    assert (before.http_status, before.code, before.duration, before.error) == (None, None, None, "")
    assert after[:5] == before[:5]
    assert (after.http_status, after.code, after.error) == (200, 0, "")
    assert after.duration is not None
    assert 0 < after.duration < 30


@both
def test_a_hook_sees_every_attempt_with_its_number_and_id(
    client: str, server: AnsweringServer, watcher: Watcher
) -> None:
    answers: Iterator[Answer] = iter([http(b"", 503), Breaks.RESET, SUCCESS])
    server.answer = lambda _: next(answers)
    using(client, get_task, base_url=server.base_url, retry=QUICK, **watcher.hooks)
    ids = [arrival.header("X-Request-Id") for arrival in server.arrivals]
    assert [attempt.request_id for attempt in watcher.before] == ids
    assert [attempt.request_id for attempt in watcher.after] == ids
    assert [attempt.number for attempt in watcher.before] == [1, 2, 3]
    assert [(each.number, each.http_status, each.code, each.error) for each in watcher.after] == [
        (1, 503, None, "ServerError"),
        (2, None, None, "ConnectionFailed"),
        (3, 200, 0, ""),
    ]


ENDINGS: list[tuple[str, Answer, type[FlightHubError], int | None, int | None]] = [
    ("getFlightTask", GONE, NotFound, 200, 210104),
    ("getFlightTask", http({"code": 987654, "message": ""}, 400), FlightHubError, 400, 987654),
    ("getFlightTask", http(WEB_PAGE), UnexpectedResponse, 200, None),
    ("getFlightTask", http(b"", 404), NotFound, 404, None),
    ("getFlightTask", http("plain", headers={"Content-Encoding": "gzip"}), UnexpectedResponse, None, None),
    ("getFlightTask", Breaks.RESET, ConnectionFailed, None, None),
    ("getFlightTask", Breaks.SILENCE, RequestTimeout, None, None),
    ("createFlightTask", Breaks.RESET, OutcomeUnknown, None, None),
    ("createFlightTask", http(b"", 502), OutcomeUnknown, 502, None),
]


@both
@pytest.mark.parametrize(("operation_id", "answer", "expected", "http_status", "code"), ENDINGS)
def test_a_hook_and_the_log_see_how_an_attempt_ended(
    client: str,
    operation_id: str,
    answer: Answer,
    expected: type[FlightHubError],
    http_status: int | None,
    code: int | None,
    server: AnsweringServer,
    watcher: Watcher,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "flighthub")
    server.answer = answer
    operation = OPERATIONS[operation_id]
    with pytest.raises(expected) as caught:
        using(
            client,
            lambda fh: getattr(fh.flight_tasks, operation.method)(**example_arguments(operation_id)),
            base_url=server.base_url,
            timeout=0.3 if answer is Breaks.SILENCE else 30,
            **watcher.hooks,
        )
    (after,) = watcher.after
    assert (after.http_status, after.code) == (http_status, code)
    assert (after.operation, after.error) == (operation.name, type(caught.value).__name__)
    (record,) = [each for each in caplog.records if each.name == "flighthub"]
    # Who calls has the error, and may log it.
    assert record.levelno == logging.DEBUG
    assert record.__dict__["flighthub_http_status"] == http_status
    assert record.__dict__["flighthub_code"] == code
    assert type(caught.value).__name__ in record.getMessage()


class Stop(Exception):
    """What a hook of the user's may raise."""


@both
@pytest.mark.parametrize("operation_id", ["getFlightTask", "createFlightTask"])
def test_an_exception_before_an_attempt_stops_the_call_and_passes_through(
    client: str, operation_id: str, server: AnsweringServer, watcher: Watcher
) -> None:
    stop = Stop("not today")

    def refuse(attempt: Attempt) -> None:
        raise stop

    with pytest.raises(Stop) as caught:
        using(
            client,
            lambda fh: getattr(fh.flight_tasks, OPERATIONS[operation_id].method)(**example_arguments(operation_id)),
            base_url=server.base_url,
            retry=QUICK,
            on_request=refuse,
            on_response=watcher.after.append,
        )
    assert caught.value is stop
    assert server.arrivals == []
    assert watcher.after == []


@both
def test_an_exception_before_a_repeated_attempt_stops_the_call_there(client: str, server: AnsweringServer) -> None:
    server.answer = http(b"", 503)

    def refuse(attempt: Attempt) -> None:
        if attempt.number == 2:
            raise Stop

    with pytest.raises(Stop):
        using(client, get_task, base_url=server.base_url, retry=QUICK, on_request=refuse)
    assert len(server.arrivals) == 1


@both
def test_a_client_goes_on_after_a_hook_stopped_a_call(client: str, server: AnsweringServer) -> None:
    refused: list[Attempt] = []

    def refuse_once(attempt: Attempt) -> None:
        if not refused:
            refused.append(attempt)
            raise Stop

    with opened(client, base_url=server.base_url, on_request=refuse_once, max_concurrency=1) as step:
        with pytest.raises(Stop):
            step(get_task)
        step(get_task)
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize("answer", [SUCCESS, GONE], ids=["success", "failure"])
def test_an_exception_after_an_attempt_is_logged_and_changes_nothing(
    client: str, answer: Answer, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer = answer

    def fail(attempt: Attempt) -> None:
        raise Stop("with whatever it was given")

    if answer is SUCCESS:
        using(client, get_task, base_url=server.base_url, on_response=fail)
    else:
        with pytest.raises(NotFound):
            using(client, get_task, base_url=server.base_url, on_response=fail)
    (record,) = [each for each in caplog.records if "on_response" in each.getMessage()]
    assert (record.name, record.levelno) == ("flighthub", logging.WARNING)
    assert "Stop" in record.getMessage()
    assert "with whatever" not in record.getMessage()


@both
def test_no_hook_is_called_for_what_is_not_sent(client: str, server: AnsweringServer, watcher: Watcher) -> None:
    with pytest.raises(InvalidArgument):
        using(client, lambda fh: fh.flight_tasks.get(""), base_url=server.base_url, **watcher.hooks)
    assert (watcher.before, watcher.after) == ([], [])


@both
def test_hooks_see_what_the_client_asks_for_on_its_own(client: str, server: AnsweringServer, watcher: Watcher) -> None:
    server.answer = http({"code": 0, "message": "", "data": {"list": [{"uuid": str(UUID(int=7)), "name": "Quarry"}]}})
    using(client, get_task, base_url=server.base_url, project="Quarry", **watcher.hooks)
    assert [attempt.operation for attempt in watcher.before] == ["projects.list", "flight_tasks.get"]


@both
def test_the_log_has_a_record_per_attempt_with_all_of_it_in_fields(
    client: str, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    answers = iter([http(b"", 503), SUCCESS])
    server.answer = lambda _: next(answers)
    with caplog.at_level(logging.DEBUG, "flighthub"):
        using(client, get_task, base_url=server.base_url, retry=QUICK)
    records = [each for each in caplog.records if hasattr(each, "flighthub_operation")]
    assert {each.name for each in records} == {"flighthub"}
    assert [each.levelno for each in records] == [logging.DEBUG, logging.DEBUG]
    ids = [arrival.header("X-Request-Id") for arrival in server.arrivals]
    for number, (record, request_id) in enumerate(zip(records, ids, strict=True), start=1):
        fields = {name: value for name, value in vars(record).items() if name.startswith("flighthub_")}
        duration = fields.pop("flighthub_duration")
        assert 0 < duration < 30
        assert fields == {
            "flighthub_operation": "flight_tasks.get",
            "flighthub_number": number,
            "flighthub_request_id": request_id,
            "flighthub_http_method": "GET",
            "flighthub_path": "/openapi/v0.1/flight-task/{task_uuid}",
            "flighthub_http_status": 503 if number == 1 else 200,
            "flighthub_code": None if number == 1 else 0,
            "flighthub_error": "ServerError" if number == 1 else "",
        }
        message = record.getMessage()
        assert f"flight_tasks.get attempt {number}: HTTP {503 if number == 1 else 200}" in message
        assert str(request_id) in message


@both
def test_a_repeated_attempt_is_announced_at_info(
    client: str, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    answers = iter([http(b"", 503), SUCCESS])
    server.answer = lambda _: next(answers)
    with caplog.at_level(logging.INFO, "flighthub"):
        using(client, get_task, base_url=server.base_url, retry=QUICK)
    announced = [each for each in caplog.records if "sent again" in each.getMessage()]
    assert [(each.name, each.levelno) for each in announced] == [("flighthub", logging.INFO)]
    assert "flight_tasks.get" in announced[0].getMessage()


@both
def test_a_call_that_goes_well_says_nothing_at_the_usual_level(
    client: str, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        using(client, get_task, base_url=server.base_url)
    assert caplog.records == []


@both
def test_the_line_of_the_http_library_shows_the_path_and_no_query(
    client: str, server: AnsweringServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "httpx"):
        using(
            client,
            lambda fh: fh.flight_tasks.list(**example_arguments("listFlightTasks")),
            base_url=server.base_url,
        )
    (record,) = [each for each in caplog.records if each.name == "httpx"]
    assert f'GET {server.base_url}/openapi/v0.1/flight-task/list "HTTP/1.1 200' in record.getMessage()
    assert "7CTDEXAMPLE0001" in server.arrivals[0].target
    assert "7CTDEXAMPLE0001" not in record.getMessage() + repr(record.args)


QUIETENED: list[tuple[str, tuple[object, ...], str]] = [
    ("GET %s", ("https://example.com/path?token=1",), "GET https://example.com/path?***"),
    ("GET 'http://example.com:80/a?b=1&c=2' done", (), "GET 'http://example.com:80/a?***' done"),
    ("GET https://example.com/path", (), "GET https://example.com/path"),
    ("receive.complete return_value=(200, [(b'Set-Cookie', b'a')])", (), "receive.complete return_value=***"),
    ("receive.failed exception=ReadError('a\nb')", (), "receive.failed exception=***"),
]


@pytest.mark.parametrize(("text", "given", "shown"), QUIETENED)
def test_a_line_of_the_http_library_loses_queries_and_what_came_and_stays_readable(
    text: str, given: tuple[object, ...], shown: str, caplog: pytest.LogCaptureFixture
) -> None:
    redact_http_logs(("quietened",))
    with caplog.at_level(logging.INFO):
        logging.getLogger("quietened").info(text, *given)
    assert [(each.getMessage(), each.args) for each in caplog.records] == [(shown, ())]


def test_a_line_of_the_http_library_that_cannot_be_put_together_is_left_to_the_handlers() -> None:
    redact_http_logs(("quietened",))
    record = logging.LogRecord("quietened", logging.INFO, __file__, 1, "%s %s", ("too few",), None)
    assert logging.getLogger("quietened").filter(record)
    assert record.args == ("too few",)


def test_the_filter_of_the_http_librarys_loggers_is_added_once(server: AnsweringServer) -> None:
    for _ in range(3):
        using("sync", get_task, base_url=server.base_url)
        using("async", get_task, base_url=server.base_url)
    assert [type(each).__name__ for each in logging.getLogger("httpx").filters] == ["_Discreet"]


@both
def test_a_failure_of_the_api_is_the_same_with_and_without_hooks(
    client: str, server: AnsweringServer, watcher: Watcher
) -> None:
    server.answer = GONE
    shown: list[str] = []
    for hooks in ({}, watcher.hooks):
        with pytest.raises(APIError) as caught:
            using(client, get_task, base_url=server.base_url, **hooks)
        shown.append(str(caught.value).partition(" (request id")[0])
    assert shown[0] == shown[1]
