"""Under each fault of a server, each operation does what the conformance table says: arrivals, outcome, time.

What is not safe to repeat meets every fault through both clients. Of what is safe, each operation meets it through one
of them, the next one through the other, and by turns from fault to fault. `CONFORMANCE=all` has every operation meet
all through both.

The table would show it if the policy of repeating were broken; the last tests break it, and look.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from client.certificates import self_signed
from client.transcription import call_of

from flighthub import Retry
from flighthub._core import responses as answers
from flighthub._core import retry as policy
from flighthub._core.retry import AttemptResult
from flighthub_api import OPERATIONS

from .conformance_server import Breaks
from .conformance_table import CLASSES, CLIENTS, EVERY, ROWS, SETS, deviations

CELLS = [(fault, client) for fault, row in ROWS.items() for client in row.clients]
TRANSPORTS = [import_module(f"flighthub._{client}.core.transport") for client in CLIENTS]

both = pytest.mark.parametrize("client", CLIENTS)

SAMPLE = {"safe": "listProjects", "rejected-only": "createMapElement", "never": "createFlightTask"}
"""An operation of each class; and `deletes` beside them, which is safe, too."""
DELETE = "deleteOpenModel"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes away the variables that a client reads, proxies before the loopback, and thousands of log records."""
    monkeypatch.setattr(logging.getLogger("flighthub"), "level", logging.ERROR)
    if find_spec("sniffio") is None:
        # httpcore looks for it several times per request, which in vain is a third of what an async request costs.
        monkeypatch.setitem(sys.modules, "sniffio", None)
    for name in list(os.environ):
        if name.startswith("FLIGHTHUB_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of the server."""
    return self_signed(tmp_path_factory.mktemp("certificate"))


def share(fault: str, client: str) -> list[str]:
    """The operations that meet a fault through a client."""
    if ROWS[fault].clients != CLIENTS or os.environ.get("CONFORMANCE") == "all":
        return list(EVERY)
    turn = (list(ROWS).index(fault) + CLIENTS.index(client)) % 2
    always = {*SAMPLE.values(), DELETE, *ROWS[fault].classes.keys() - SETS.keys()}
    always |= {each for each in EVERY if OPERATIONS[each].retry != "safe"}
    return [each for place, each in enumerate(EVERY) if place % 2 == turn or each in always]


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize(("fault", "client"), CELLS)
def test_every_operation_does_what_the_table_says(fault: str, client: str, certificate: Path) -> None:
    found = deviations(ROWS[fault], client, share(fault, client), certificate)
    assert not found, "\n".join(": ".join(each) for each in found[:10])


def test_every_operation_meets_every_fault_and_each_client_calls_every_operation() -> None:
    for fault, row in ROWS.items():
        assert {each for client in row.clients for each in share(fault, client)} == {*EVERY}, fault
    for client in CLIENTS:
        assert {each for fault in ROWS for each in share(fault, client)} == {*EVERY}, client


# The table itself.


def test_every_operation_is_in_one_class() -> None:
    assert sorted(operation_id for name in CLASSES for operation_id in SETS[name]) == sorted(OPERATIONS)


def test_every_set_that_a_row_names_has_operations() -> None:
    named = {name for row in ROWS.values() for name in row.classes}
    assert named - set(SETS) <= set(OPERATIONS)
    assert all(SETS.values())


def test_a_row_says_what_is_expected_of_every_class() -> None:
    assert {fault: row.classes.keys() for fault, row in ROWS.items() if not {*CLASSES} <= row.classes.keys()} == {}


def test_an_operation_that_is_never_repeated_arrives_once_where_the_server_accepts() -> None:
    expected = {fault: 0 if row.steps[0] is Breaks.REFUSED else len(row.settings.calls) for fault, row in ROWS.items()}
    assert {fault: row.classes["never"].arrivals for fault, row in ROWS.items()} == expected


# A broken policy turns the table red.

Break = Callable[[pytest.MonkeyPatch], None]


def red(faults: Iterable[str], client: str) -> set[str]:
    """The operations of the sample that depart from the table, which must be the same ones under each fault."""
    (found,) = {
        frozenset(each.operation_id for each in deviations(ROWS[fault], client, (*SAMPLE.values(), DELETE)))
        for fault in faults
    }
    return set(found)


def one_attempt_more(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Retry.__init__

    def made(self: Retry, attempts: int = 4, backoff: float = 0.5, cap: float = 8.0) -> None:
        usual(self, attempts + 1, backoff, cap)

    monkeypatch.setattr(Retry, "__init__", made)


def class_treated_as(retry: str, other: str) -> Break:
    def broken(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(policy._REPEATABLE, retry, policy._REPEATABLE[other])

    return broken


def class_also_repeated_after(retry: str, result: AttemptResult) -> Break:
    def broken(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(policy._REPEATABLE, retry, policy._REPEATABLE[retry] | {result})

    return broken


def class_not_repeated_after(retry: str, result: AttemptResult) -> Break:
    def broken(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(policy._REPEATABLE, retry, policy._REPEATABLE[retry] - {result})

    return broken


def lost_taken_for_never_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for transport in TRANSPORTS:
        monkeypatch.setattr(transport, "_NEVER_LEFT", (transport.httpx.TransportError,))


def retry_after_not_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "retry_after", lambda headers: None)


def no_status_worth_repeating(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "BUSY_STATUS", frozenset())


def gone_taken_for(meaning: bool) -> Break:
    def broken(monkeypatch: pytest.MonkeyPatch) -> None:
        for transport in TRANSPORTS:
            monkeypatch.setattr(transport, "delete_already_done", lambda operation, error: meaning)

    return broken


BUSY = ["503", "408", "502 with HTML", "520"]
LOST = [
    "the connection is reset before the request was read",
    "the connection is reset after the request was read",
    "the body is cut off",
]
REJECTED = ["429", "code 210429", "429 with HTML"]
UNREADABLE = ["200 with HTML", "an empty 200", "gzip that cannot be decompressed"]
REFUSED = ["the connection is refused"]

ONLY_SAFE = {SAMPLE["safe"], DELETE}
REPEATED = {*ONLY_SAFE, SAMPLE["rejected-only"]}
NOT_SAFE = {SAMPLE["rejected-only"], SAMPLE["never"]}

BROKEN: dict[str, tuple[Break, list[str], set[str]]] = {
    "one attempt more, where all are repeated": (one_attempt_more, REFUSED + REJECTED, REPEATED),
    "one attempt more, where safe ones are repeated": (one_attempt_more, LOST + BUSY + UNREADABLE, ONLY_SAFE),
    "never treated as safe": (
        class_treated_as("never", "safe"),
        REFUSED + LOST + REJECTED + BUSY + UNREADABLE,
        {SAMPLE["never"]},
    ),
    "never treated as rejected-only": (
        class_treated_as("never", "rejected-only"),
        REFUSED + REJECTED,
        {SAMPLE["never"]},
    ),
    "rejected-only treated as safe": (
        class_treated_as("rejected-only", "safe"),
        LOST + BUSY + UNREADABLE,
        {SAMPLE["rejected-only"]},
    ),
    "rejected-only treated as never": (
        class_treated_as("rejected-only", "never"),
        REFUSED + REJECTED,
        {SAMPLE["rejected-only"]},
    ),
    "safe treated as rejected-only": (
        class_treated_as("safe", "rejected-only"),
        LOST + BUSY + UNREADABLE,
        ONLY_SAFE,
    ),
    "rejected-only repeated after a lost answer": (
        class_also_repeated_after("rejected-only", AttemptResult.LOST),
        LOST,
        {SAMPLE["rejected-only"]},
    ),
    "never repeated where no connection came about": (
        class_also_repeated_after("never", AttemptResult.NOT_CONNECTED),
        [*REFUSED, "TLS is refused, as the server speaks plain text", "the connection is refused once"],
        {SAMPLE["never"]},
    ),
    "safe not repeated after a lost answer": (class_not_repeated_after("safe", AttemptResult.LOST), LOST, ONLY_SAFE),
    "safe not repeated after what is no answer": (
        class_not_repeated_after("safe", AttemptResult.UNREADABLE),
        UNREADABLE,
        ONLY_SAFE,
    ),
    "a lost answer taken for a request that never left": (lost_taken_for_never_sent, LOST, NOT_SAFE),
    "Retry-After not listened to": (
        retry_after_not_listened_to,
        ["429 with Retry-After-Ms", "Retry-After beyond the deadline", "code 210429 with Retry-After-Ms"],
        {*REPEATED, SAMPLE["never"]},
    ),
    "no status worth repeating": (no_status_worth_repeating, ["503", "520", "an empty 500"], {*ONLY_SAFE, *NOT_SAFE}),
    "a second DELETE that finds nothing taken for a failure": (
        gone_taken_for(False),
        ["the answer is lost, and then it does not exist", "503 once, and then it does not exist"],
        {DELETE},
    ),
    "any second answer taken for a success": (
        gone_taken_for(True),
        ["the answer is lost, and then the call is forbidden"],
        ONLY_SAFE,
    ),
}


@both
@pytest.mark.parametrize("what", BROKEN)
def test_the_table_is_red_where_the_policy_is_broken(client: str, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, faults, operation_ids = BROKEN[what]
    broken(monkeypatch)
    assert red(faults, client) == operation_ids


@both
def test_the_table_is_red_for_each_operation_that_the_transcription_would_call_safe_by_mistake(
    client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistaken = (*SETS["rejected-only"], *SETS["never"])
    for operation_id in mistaken:
        call = call_of(operation_id)
        monkeypatch.setattr(call, "operation", call.operation._replace(retry="safe"))
    assert {each.operation_id for each in deviations(ROWS["520"], client)} == set(mistaken)
