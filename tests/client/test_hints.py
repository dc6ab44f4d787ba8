"""Hints: what to do about an error, each with an id. Those about a refused key are read from it, and never show it."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flighthub import APIError, AuthenticationError, OutcomeUnknown
from flighthub._core.hints import HINTS
from flighthub._core.token_claims import claims, expiry, key_hints
from flighthub.errors import CallError
from flighthub_api import ERRORS, OPERATIONS
from flighthub_runtime.secrets import Secret

from .answering_server import Answer, AnsweringServer, http
from .both_clients import CLIENTS, using

both = pytest.mark.parametrize("client", CLIENTS)

NOW = datetime.now(UTC)
REFUSALS: list[Answer] = [http(b"", 401), http({"code": 200401, "message": "Unauthorized"}, 401)]


def encoded(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def web_token(payload: object) -> str:
    """A key as organization keys are, with these claims."""
    return f"{encoded({'alg': 'HS256'})}.{encoded(payload)}.c2lnbmVk"


KEYS: list[tuple[str, str, str]] = [
    ("copied in part", web_token({"exp": 1})[:20], "copied whole"),
    ("three parts of no base64", "a.!!!!!.c", "copied whole"),
    ("three parts of no JSON", f"a.{encoded('not JSON')}.c", "copied whole"),
    ("claims that are a list", web_token([1]), "copied whole"),
    ("no claims", web_token({}), "copied whole"),
    ("expired", web_token({"exp": 1_700_000_000}), "expired on 2023-11-14"),
    ("expired a moment ago", web_token({"exp": NOW.timestamp() - 5}), "expired on"),
    ("valid", web_token({"exp": (NOW + timedelta(days=9)).timestamp()}), "belongs to one region"),
    ("without an end", web_token({"sub": "1770000000000000001"}), "belongs to one region"),
    ("an end that is a word", web_token({"exp": "soon"}), "belongs to one region"),
    ("an end that is true", web_token({"exp": True}), "belongs to one region"),
    ("an end beyond all calendars", web_token({"exp": 10**30}), "belongs to one region"),
]


@both
@pytest.mark.parametrize("refusal", REFUSALS, ids=["status", "code"])
@pytest.mark.parametrize(("what", "key", "said"), KEYS, ids=[what for what, _, _ in KEYS])
def test_the_error_of_a_refused_key_says_what_is_likely_to_be_wrong_with_it(
    client: str, what: str, key: str, said: str, refusal: Answer, server: AnsweringServer
) -> None:
    server.answer = refusal
    with pytest.raises(AuthenticationError) as caught:
        using(client, lambda fh: fh.system.status(), token=key, base_url=server.base_url)
    assert said in str(caught.value)
    assert key not in str(caught.value)
    ids = {"copied whole": "key.not_a_token", "belongs to one region": "key.region"}
    assert ids.get(said, "key.expired") in [hint.id for hint in caught.value.hints]


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"exp": 1_700_000_000}, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        ({"exp": 1_700_000_000.5}, datetime(2023, 11, 14, 22, 13, 20, 500_000, tzinfo=UTC)),
        ({"exp": "soon"}, None),
        ({}, None),
    ],
)
def test_the_end_of_a_key_is_what_it_says_of_itself(payload: dict[str, Any], expected: datetime | None) -> None:
    assert expiry(Secret(web_token(payload))) == expected


def test_where_no_key_was_sent_there_is_nothing_to_say_about_it() -> None:
    assert (key_hints(None), claims(None), expiry(None)) == ((), {}, None)


# Ids

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "errors.md"


def test_each_hint_has_an_id_of_its_own() -> None:
    unsafe = [each for each in OPERATIONS.values() if each.next_step]
    ids = [*HINTS, *(known.hint_id for known in ERRORS.values()), *(f"outcome.{each.name}" for each in unsafe)]
    assert [id for id, count in Counter(ids).items() if count > 1] == []
    assert [id for id in ids if not re.fullmatch(r"[a-z_]+(\.[a-z0-9_]+)+", id)] == []


def test_each_hint_of_the_client_is_in_the_guide_with_its_text() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(rows) == HINTS
    assert len(rows) == len(HINTS)


@pytest.mark.parametrize("id", HINTS)
def test_each_hint_of_the_client_is_raised_by_something(id: str) -> None:
    folder = Path(__file__).parents[2] / "overrides" / "flighthub"
    places = [each for each in folder.rglob("*.py") if "_sync" not in each.parts and each.name != "hints.py"]
    assert any(f'hint("{id}"' in each.read_text(encoding="utf-8") for each in places)


# What the server answers, to a call that is safe and to one that is not; the ids of the hints that follow.
CAUSES: list[tuple[str, Answer, list[str]]] = [
    ("a code", http({"code": 200404, "message": "no"}), ["code.200404"]),
    ("a refused key", http({"code": 200401, "message": "no"}, 401), ["code.200401", "key.not_a_token"]),
    ("a refused key without an envelope", http(b"", 401), ["key.not_a_token", "http.empty"]),
    ("a refusal", http(b"", 403), ["http.forbidden", "http.empty"]),
    ("a redirect", http(b"", 302), ["http.redirect"]),
    ("a page of a gateway", http(b"<html>", 502), ["http.gateway_page"]),
    ("a web page", http(b"<html>", 200), ["http.web_page"]),
    ("an unknown path", http(b"", 404), ["http.unknown_path"]),
    ("a server that failed", http(b"", 500), ["http.server_failed"]),
    ("nothing", http(b"", 200), ["http.empty"]),
    ("half of an envelope", http(b'{"code": 0', 200), ["http.cut_off"]),
    ("no JSON", http(b"OK", 200), ["http.not_json"]),
    ("a code that nobody knows", http({"code": 987654, "message": "no"}), []),
]


@both
@pytest.mark.parametrize(("what", "answer", "ids"), CAUSES, ids=[what for what, _, _ in CAUSES])
def test_the_error_of_a_call_has_the_ids_and_the_texts_of_its_hints(
    client: str, what: str, answer: Answer, ids: list[str], server: AnsweringServer
) -> None:
    server.answer = answer
    with pytest.raises(CallError) as caught:
        using(client, lambda fh: fh.system.status(), base_url=server.base_url)
    error = caught.value
    assert [hint.id for hint in error.hints] == ids
    assert error.hint_id == (ids[0] if ids else "")
    assert error.hint == " ".join(hint.text for hint in error.hints)
    assert error.hint in str(error)


@both
def test_a_call_whose_outcome_is_unknown_has_the_hint_of_its_operation(client: str, server: AnsweringServer) -> None:
    server.answer = http(b"", 502)
    with pytest.raises(OutcomeUnknown) as caught:
        using(
            client,
            lambda fh: fh.devices.send_command("7CTDEXAMPLE0001", device_command="return_home"),
            base_url=server.base_url,
        )
    assert caught.value.hint_id == "outcome.devices.send_command"
    assert caught.value.hint == caught.value.next_step == OPERATIONS["sendDeviceCommand"].next_step
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.__cause__.hint_id == "http.server_failed"
