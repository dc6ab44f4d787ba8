"""What the error of a refused key says about the key: decoded for the hint alone, never shown."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from flighthub import AuthenticationError
from flighthub._core.token_claims import claims, expiry, key_hint
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
    assert (key_hint(None), claims(None), expiry(None)) == ("", {}, None)
