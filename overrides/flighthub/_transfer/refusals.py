"""What a host of files says when it will not, and which of it means that credentials have ended or a clock is wrong."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from .exchanges import Exchange

MAX_SKEW: Final = 300.0
"""Seconds by which the clocks of this machine and of a store may differ before a refusal is blamed on it. Stores
tolerate 15 minutes."""

_PASSING: Final = frozenset({408, 425, 429})
"""Statuses of the class 4xx that may be another one soon."""

_ENDED: Final = frozenset({"InvalidAccessKeyId", "InvalidSecurityToken", "InvalidToken"})
"""How stores call credentials that have ended, besides what has `Expired` in its name. OSS no longer knows the key."""

_SKEWED: Final = frozenset({"RequestTimeTooSkewed", "RequestNotYetValid", "RequestExpired"})

_TIMED: Final = frozenset(
    {*_SKEWED, "AccessDenied", "SignatureDoesNotMatch", "AuthorizationQueryParametersError", "InvalidRequest"}
)
"""Refusals that may be due to a clock."""


class Refusal(NamedTuple):
    """Why a host of files will not.

    Attributes:
        text: What it says, in words.
        is_passing: Whether asking again in the same way may help.
        has_ended: Whether it says that the credentials have ended.
        is_clock: Whether the clocks of this machine and of the host differ.
    """

    text: str
    is_passing: bool
    has_ended: bool
    is_clock: bool


def read_refusal(exchange: Exchange) -> Refusal:
    """What a response that is no success says."""
    status = exchange.status
    body = exchange.read_text()
    code, message = _element(body, "Code"), _element(body, "Message")
    skew = _skew(exchange.header("date"))
    is_timed = code in _SKEWED or (code in _TIMED and "expired" in message.lower()) or (not code and status == 403)
    is_clock = code == "RequestTimeTooSkewed" or (is_timed and skew is not None and abs(skew) > MAX_SKEW)
    said = ": ".join(each for each in (code, message) if each)
    text = f"HTTP {status}" + (f" ({said})" if said else "")
    if is_clock:
        how = "differs from the host's" if skew is None else f"is {_amount(skew)} the host's"
        text = f"{text}: the clock of this machine {how}; set it right"
    has_ended = code in _ENDED or ("Expired" in code and code not in _SKEWED)
    return Refusal(text, status >= 500 or status in _PASSING, has_ended and not is_clock, is_clock)


def _skew(date: str) -> float | None:
    """Seconds by which this machine's clock is ahead of a `Date` header."""
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (datetime.now(UTC) - moment).total_seconds()


def _amount(skew: float) -> str:
    minutes = round(abs(skew) / 60)
    amount = f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
    return f"{amount} {'ahead of' if skew > 0 else 'behind'}"


def _element(body: str, name: str) -> str:
    """The text of an element of a small XML document; empty where there is none."""
    begin = body.find(f"<{name}>")
    if begin < 0:
        return ""
    begin += len(name) + 2
    end = body.find("<", begin, begin + 300)
    text = body[begin : end if end >= 0 else begin + 300]
    # A message may repeat the address that was asked for.
    return " ".join(re.sub(r"https?://\S{1,2000}", "the store", text).split())
