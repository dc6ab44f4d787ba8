"""Whether, and when, a call is sent again. Pure decisions; who sends and who sleeps is elsewhere.

What may be repeated stands in the transcription: `safe` operations, `rejected-only` ones where the server certainly did
not act, `never` ones not at all.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Final

from flighthub_runtime.operations import Operation
from flighthub_runtime.public_names import exported

from ..errors import ConfigurationError


class AttemptResult(Enum):
    """What became of one attempt, as far as it is known."""

    ANSWERED = "it is decided, for good or ill, and repeating cannot help"
    NOT_SENT = "it could not leave in time, and never will"
    NOT_CONNECTED = "there was no connection, so the server has seen nothing"
    REJECTED = "the server refused it because calls come too often, so it did nothing"
    BUSY = "the server failed, and may do better later"
    UNREADABLE = "the response is not one of the API"
    LOST = "it was sent, or partly, and there was no response"


_DATE_LENGTH: Final = 64
"""Characters of a header that are read as a date, which has 29."""

_REPEATABLE: Final = {
    "safe": frozenset(
        {
            AttemptResult.NOT_CONNECTED,
            AttemptResult.REJECTED,
            AttemptResult.BUSY,
            AttemptResult.UNREADABLE,
            AttemptResult.LOST,
        }
    ),
    "rejected-only": frozenset({AttemptResult.NOT_CONNECTED, AttemptResult.REJECTED}),
    "never": frozenset[AttemptResult](),
}

_TIME_TO_ANSWER: Final = 1.0

BUSY_STATUS: Final = frozenset({408, 425, *range(500, 600)})
"""HTTP statuses after which a safe call may be repeated, besides 429."""


def should_retry(operation: Operation, result: AttemptResult) -> bool:
    """Whether an operation may be sent again after this."""
    return result in _REPEATABLE[operation.retry]


def time_to_answer(operation: Operation, deadline: float) -> float:
    """Seconds of the deadline that must be left for a response when an operation is sent.

    Where the deadline ends a call that changes something, nobody knows whether it was carried out. So one that could
    only leave in the last second, or in the last half of a shorter deadline, does not leave: it was certainly not
    carried out.
    """
    return 0.0 if operation.retry == "safe" else min(_TIME_TO_ANSWER, deadline / 2)


@exported
class Retry:
    """How often, and after how long, a call is sent again, where that is safe at all.

    Between two attempts lies a random time of at most `backoff` seconds, doubled with each attempt, up to `cap`; or
    what the server asks for with `Retry-After`.

    Args:
        attempts: How often a call is sent at most, 1 for never again.
        backoff: Seconds that the first pause lasts at most.
        cap: Seconds that any pause of our own lasts at most.

    Raises:
        ConfigurationError: A number is out of its range.

    Example:
        >>> Retry(attempts=6, backoff=1.0)
        Retry(attempts=6, backoff=1.0, cap=8.0)
    """

    __slots__ = ("attempts", "backoff", "cap")

    def __init__(self, attempts: int = 4, backoff: float = 0.5, cap: float = 8.0) -> None:
        if not 1 <= attempts <= 100:
            raise ConfigurationError(f"retry: attempts must be between 1 and 100, not {attempts}")
        if not 0 <= backoff <= cap <= 3600:
            raise ConfigurationError(f"retry: 0 <= backoff <= cap <= 3600 must hold, not {backoff} and {cap}")
        self.attempts = attempts
        self.backoff = backoff
        self.cap = cap

    def pause(self, attempt: int) -> float:
        """Seconds to wait after an attempt, the first being 1: full jitter below an exponential limit."""
        limit: float = min(self.cap, self.backoff * 2.0 ** (attempt - 1))
        return random.uniform(0, limit)  # noqa: S311 - spreads calls, protects nothing

    def __repr__(self) -> str:
        return f"Retry(attempts={self.attempts}, backoff={self.backoff}, cap={self.cap})"


NO_RETRY: Final = Retry(attempts=1)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait; None where it does not say, or not so that it can be understood.

    `Retry-After-Ms` is milliseconds and beats `Retry-After`, which is seconds or an HTTP date.
    """
    text = headers.get("retry-after-ms", "").strip()
    if text:
        found = _number(text)
        if found is not None:
            return found / 1000
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    found = _number(text)
    if found is not None:
        return found
    try:
        moment = parsedate_to_datetime(text[:_DATE_LENGTH])
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None
