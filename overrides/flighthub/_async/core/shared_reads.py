"""Equal reads within a short time are one call: what `request_options={"cache": seconds}` does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.secrets import MaskedMapping, reveal_for_json

from ..._core.request_options import Options
from ..._core.responses import Response, parse_envelope
from ...errors import RequestTimeout
from .concurrency import FairSemaphore, PerLoop

if TYPE_CHECKING:
    from flighthub_runtime.operations import Request

    from .transport import Exchange
else:
    Request = lazy_type("flighthub_runtime.operations", "Request")
    Exchange = lazy_type(".transport", "Exchange", __package__)

MAX_ENTRIES: Final = 256
"""How many different reads are kept; the one that was not used for the longest time goes first."""


class _Entry:
    """A read that may be shared: its last response, and the line of those who wait for the next."""

    __slots__ = ("_exchange", "_received", "expires", "in_turn", "used")

    def __init__(self) -> None:
        self.in_turn = FairSemaphore(1)
        self.used = self.expires = monotonic()
        self._exchange: Exchange | None = None
        self._received = 0.0

    def store(self, exchange: Exchange, max_age: float) -> None:
        """Keeps a response."""
        self._exchange, self._received = exchange, monotonic()
        self.expires = self._received + max_age

    def copy(self, max_age: float, since: float) -> Exchange | None:
        """The response, decoded anew, if it is young enough or arrived during the wait."""
        exchange, received = self._exchange, self._received
        if exchange is None or (monotonic() - received > max_age and received < since):
            return None
        self.expires = max(self.expires, received + max_age)
        kept = exchange.response
        response = Response(kept.http_status, dict(kept.headers.reveal()), kept.body)
        return exchange._replace(response=response, envelope=parse_envelope(kept.body) or MaskedMapping({}))

    def is_idle(self) -> bool:
        """Whether nobody has it in use."""
        return not self.in_turn.line.places


class SharedReads:
    """The reads of a client, and of its copies for other projects, that may be shared.

    They belong to a process and an event loop, as connections do: after a fork, and in another loop, there are none.
    """

    def __init__(self) -> None:
        self._entries: PerLoop[dict[bytes, _Entry]] = PerLoop(dict[bytes, _Entry])

    async def fetch(
        self, key: bytes, max_age: float, operation: str, end: float, send: Callable[[], Awaitable[Exchange]]
    ) -> Exchange:
        """A response that is at most so old; one that somebody waits for already, or that is sent for now.

        A call that fails is shared with nobody: whoever waits for it sends one of its own. No two of them are sent at
        the same time, and nobody waits beyond the deadline of the own call.

        Args:
            key: What makes reads equal.
            max_age: Seconds since the response was received.
            operation: What is called, for the error.
            end: The moment, on the monotonic clock, at which the deadline of this call passes.
            send: Sends the call.

        Raises:
            RequestTimeout: The others took so long that this call was not sent.
        """
        begun = monotonic()
        entry = self._entry(key)
        found = entry.copy(max_age, begun)
        if found is not None:
            return found
        permit = entry.in_turn.permit()
        try:
            if not await permit.acquire(end - begun):
                raise RequestTimeout(
                    f"{operation}: an equal read was under way until the deadline; this one was not sent.",
                    operation=operation,
                )
            found = entry.copy(max_age, begun)
            if found is not None:
                return found
            exchange = await send()
            # It is kept as it was received, and decoded anew each time, as whoever gets it may change what is in it.
            entry.store(exchange, max_age)
            return entry.copy(max_age, begun) or exchange
        finally:
            permit.leave()
            permit.wake_next()

    def _entry(self, key: bytes) -> _Entry:
        self._entries.pop_closed()
        entries = self._entries.get()
        entry = entries.get(key)
        if entry is None:
            _make_room(entries)
            # One step of the interpreter, so that two threads get the same.
            entry = entries.setdefault(key, _Entry())
        entry.used = monotonic()
        return entry


def _make_room(entries: dict[bytes, _Entry]) -> None:
    """Forgets what nobody may use any more and, where there are too many, what was not used for the longest time."""
    now = monotonic()
    by_use = sorted(entries.copy().items(), key=lambda item: item[1].used)
    excess = len(by_use) - MAX_ENTRIES + 1
    for place, (key, entry) in enumerate(by_use):
        if place < excess or (entry.expires < now and entry.is_idle()):
            entries.pop(key, None)


def digest_read(request: Request, options: Options, project: str | None, language: str) -> bytes:
    """What makes two reads of a client equal: everything that is sent, but for ids and the key.

    Args:
        request: What is to be sent.
        options: The settings of the call.
        project: Id of the project that it acts on.
        language: Language of the response.
    """
    parts = (
        request.operation.operation_id,
        request.path,
        {**request.query, **options.query},
        None if request.body is None and not options.body else {**(request.body or {}), **options.body},
        {**options.headers},
        project,
        language,
    )
    text = json.dumps(parts, default=reveal_for_json, sort_keys=True)
    return hashlib.sha256(text.encode()).digest()
