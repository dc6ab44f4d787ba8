"""What is never sent twice is sent once by the command, too, and the exit code tells what is known about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from client.certificates import self_signed
from client.transcription import example_arguments
from contract.conformance_server import FaultyServer
from contract.conformance_table import ROWS

import flighthub
import flighthub_api
from flighthub_api import OPERATIONS
from flighthub_cli._errors import exit_code_of

from .calling import call, words_of

TWELVE = (
    "the connection is refused",
    "the connection is accepted and closed at once",
    "the connection is reset before the request was read",
    "the connection is reset after the request was read",
    "the head is cut off",
    "the body is cut off",
    "502 with HTML",
    "504 with HTML",
    "520",
    "200 with HTML",
    "an empty 200",
    "429",
)
NEVER = [each.operation_id for each in OPERATIONS.values() if each.retry == "never"]
CODES = {"OutcomeUnknown": 7, "ConnectionFailed": 9, "RateLimited": 5}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("certificate"))


@pytest.mark.parametrize("fault", TWELVE)
def test_an_operation_that_is_never_repeated_arrives_once_and_the_exit_code_says_what_is_known(
    fault: str, monkeypatch: pytest.MonkeyPatch, write: Callable[[str], Path]
) -> None:
    row = ROWS[fault]
    monkeypatch.setenv("FLIGHTHUB_TOKEN", "key-of-the-tests")
    monkeypatch.setenv("FLIGHTHUB_PROJECT", "5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11")
    with FaultyServer(NEVER, row.steps) as server:
        for operation_id in NEVER:
            expected = row.expected(operation_id)
            monkeypatch.setenv("FLIGHTHUB_BASE_URL", server.base_url(operation_id))
            called = call(*words_of(operation_id, example_arguments(operation_id), write), "--yes", "--output", "json")
            assert called.code == CODES[expected.outcome], (operation_id, called.err)
            assert len(server.ports[operation_id].arrivals) == expected.arrivals, operation_id
            assert called.out == ""
            if called.code == 7:
                assert "next_step" in called.err
    assert {row.expected(each).arrivals for each in NEVER} <= {0, 1}


def test_most_of_these_faults_leave_the_outcome_unknown() -> None:
    unknown = [fault for fault in TWELVE if ROWS[fault].expected(NEVER[0]).outcome == "OutcomeUnknown"]
    assert len(unknown) >= 8
    assert len(TWELVE) == 12


ERRORS = {
    flighthub.InvalidArgument: 2,
    flighthub.ConfigurationError: 2,
    flighthub.AuthenticationError: 3,
    flighthub.PermissionDenied: 3,
    flighthub.InvalidSignature: 3,
    flighthub.NotFound: 4,
    flighthub.RateLimited: 5,
    flighthub.DeviceOffline: 6,
    flighthub.WaylineInvalid: 6,
    flighthub.PreflightFailed: 6,
    flighthub.FlightTaskFailed: 6,
    flighthub.OutcomeUnknown: 7,
    flighthub.WaitTimeout: 8,
    flighthub.ConnectionFailed: 9,
    flighthub.RequestTimeout: 9,
    flighthub.UnexpectedResponse: 9,
    flighthub.WaitCancelled: 130,
    flighthub.ReconstructionFailed: 1,
    flighthub.TransferError: 1,
    flighthub.ServerError: 1,
    flighthub.QuotaExceeded: 1,
    flighthub.InvalidRequest: 1,
    flighthub.APIError: 1,
    flighthub.FlightHubError: 1,
}


def test_every_error_of_the_client_has_an_exit_code() -> None:
    named = {each.__name__ for each in ERRORS}
    of_codes = {each.error_class for each in flighthub_api.ERRORS.values()}
    assert named <= set(flighthub.errors.__all__) <= named | of_codes
    # A class of business codes that the table lacks ends the command as the class that it is made from does.
    further = [getattr(flighthub, name) for name in sorted(of_codes - named)]
    derived = {kind: next(ERRORS[base] for base in kind.__mro__ if base in ERRORS) for kind in further}
    for kind, code in (*ERRORS.items(), *derived.items()):
        error = kind("member", "is wrong") if kind is flighthub.InvalidArgument else kind("text")  # type: ignore[call-arg]
        assert exit_code_of(error) == code, kind


def test_an_api_that_is_busy_is_told_from_one_that_fails() -> None:
    assert exit_code_of(flighthub.ServerError("busy", http_status=503)) == 5
    assert exit_code_of(flighthub.OutcomeUnknown("lost")) == 7


ANSWERED = [("200401", 3), ("200403", 3), ("200404", 4), ("210429", 5), ("212015", 6), ("219019", 6), ("200500", 1)]


@pytest.mark.parametrize(("code", "exit_code"), ANSWERED)
def test_what_the_server_answers_decides_on_the_exit_code(code: str, exit_code: int, server: object) -> None:
    from client.answering_server import AnsweringServer, http

    assert isinstance(server, AnsweringServer)
    server.answer = http({"code": int(code), "message": "no"})
    called = call("waylines", "finish-upload", "--name", "n", "--object-key", "k", "--deadline", "2")
    assert called.code == exit_code, called.err
    assert len(called.err.splitlines()) == 1
    assert called.out == ""
