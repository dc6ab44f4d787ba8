"""Sending something at most once per key, by the journal and by what the server already has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.operations import Operation

from ..._core.hooks import log
from ..._core.once_journal import Claim, Damaged, JournalEntry, OnceKey
from ..._core.polling import Poller
from ..._core.request_options import Options
from ..._core.server_clock import ServerClock
from ..._core.user_paths import state_folder
from ...errors import InvalidArgument
from ..client import AsyncFlightHub
from .cleanup import certainly_not_executed
from .concurrency import in_thread, pause, run_shielded

_GLANCE = 0.05
"""Seconds between two looks whether another attempt has ended."""


class Once(NamedTuple):
    """What became of it.

    Attributes:
        id: Id of what the call made, now or before.
        was_sent: Whether it was sent now.
    """

    id: str
    was_sent: bool


class OnceCall(Protocol):
    """A call that is sent at most once per key."""

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What it is given, as JSON."""
        ...

    def refuse_other_use(self, claim: Claim) -> None:
        """Raises `InvalidArgument` where a claim is for something else than this call."""
        ...

    async def find(self, claim: Claim | None) -> str | None:
        """The id of what the call has made under this key, as far as the server shows it."""
        ...

    async def prepare(self) -> None:
        """Raises where the call is not to be sent now. The key is free then."""
        ...

    async def send(self) -> str:
        """Sends the call, and gives the id of what it made."""
        ...

    def doubt(self, known: Claim | Damaged | None) -> Exception:
        """The error for a key under which something may have been sent, of which the server shows nothing."""
        ...


async def key_of(client: AsyncFlightHub, operation: Operation, key: str, options: RequestOptions | None) -> OnceKey:
    """A key of an operation, with the server and the project that it belongs to.

    Raises:
        InvalidArgument: The key is empty, too long, or not a text; or there is no project.
    """
    settings = Options(options, client.configuration, client._project)  # pyright: ignore[reportPrivateUsage]
    project = await client._project_of(operation, settings)  # pyright: ignore[reportPrivateUsage]
    address = urlsplit(client.configuration.base_url)
    port = address.port or {"http": 80, "https": 443}.get(address.scheme)
    return OnceKey(operation.name, f"{address.scheme}://{address.hostname}:{port}", project or "", key)


def entry_of(key: OnceKey, state: Path | str | None) -> JournalEntry:
    """The place of a key in the journal, in a folder that somebody chose or in the user's own."""
    try:
        folder = state_folder() / "launches" if state is None else Path(state).expanduser()
    except (RuntimeError, TypeError) as error:
        raise InvalidArgument("state", f"is not a folder to keep keys in ({error}); nothing was sent") from error
    return JournalEntry(folder, key)


async def send_once(call: OnceCall, entry: JournalEntry, clock: ServerClock, patience: float) -> Once:
    """Sends a call unless it was, or may have been, sent under its key before.

    Args:
        call: The call.
        entry: The place of its key in the journal.
        clock: What time it is on the server.
        patience: Seconds to wait for another attempt, in another thread or process, that is under way.

    Raises:
        InvalidArgument: The key was used for something else, or the journal cannot be used; nothing was sent.
        OutcomeUnknown: It may have been sent, now or before.
        FlightHubError: A call failed; the key is as free as it was.
    """
    try:
        await run_shielded(in_thread(entry.open))
        is_mine = await _lock(entry, patience)
        known = await in_thread(entry.read)
        claim = known if isinstance(known, Claim) else None
        if claim is not None:
            call.refuse_other_use(claim)
            if claim.result is not None:
                return Once(claim.result, was_sent=False)
        found = await call.find(claim)
        if found is not None:
            if is_mine:
                await _complete(entry, found, call, clock)
            return Once(found, was_sent=False)
        if known is not None or not is_mine:
            raise call.doubt(known)
        await call.prepare()
        return await _send(call, entry, clock)
    finally:
        entry.close()


async def _lock(entry: JournalEntry, patience: float) -> bool:
    waiting = Poller("another attempt", patience, _GLANCE)
    # A thread must not be left at it when the entry is closed, and its descriptor another file's.
    while not await run_shielded(in_thread(entry.try_lock)):
        if waiting.is_over:
            return False
        await pause(waiting.pause())
    return True


async def _send(call: OnceCall, entry: JournalEntry, clock: ServerClock) -> Once:
    try:
        is_claimed = await run_shielded(in_thread(entry.claim, call.arguments, clock.now()))
    except BaseException:
        # Nothing has been sent yet.
        entry.withdraw()
        raise
    if not is_claimed:
        raise call.doubt(await in_thread(entry.read))
    try:
        made = await call.send()
    except BaseException as error:
        if certainly_not_executed(error):
            entry.withdraw()
        raise
    await _complete(entry, made, call, clock)
    return Once(made, was_sent=True)


async def _complete(entry: JournalEntry, id: str, call: OnceCall, clock: ServerClock) -> None:
    """Writes the result down. It is there whether or not that can be written, so a failure is no error."""
    try:
        await run_shielded(in_thread(entry.complete, id, call.arguments, clock.now()))
    except OSError as error:
        log.warning("%s was not written into %s: %s", id, entry.file, error)
