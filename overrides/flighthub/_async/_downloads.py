"""Fetching files by their links: side by side, in pieces, from where it broke off, and whole or not at all."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from threading import Event
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type

from .. import _storage
from .._downloads import DownloadedFile, Downloads, Wanted
from .._file_names import digest, distinct, safe_path
from .._part_files import PartFile
from .._retry import Retry
from .._storage import StoreError
from ..errors import FlightHubError, InvalidArgument, TransferError, WaitCancelled
from ..progress import Progress, Tally
from ._client import AsyncFlightHub
from ._seam import as_done, in_thread, pause

if TYPE_CHECKING:
    from flighthub_runtime.secrets import Secret
else:
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")

Relist = Callable[[], Awaitable[Mapping[str, "Secret | None"]]]
"""Asks for all links anew, by the keys of the files."""

FAILURES = 8
"""Attempts in a row that bring nothing before a file is given up; the pauses between them are some 16 s."""

REFRESHES = 5
"""How often the link of one file is asked for anew without getting a byte further."""

_BACKOFF = Retry(attempts=FAILURES)


async def download_all(
    client: AsyncFlightHub,
    wanted: Sequence[Wanted],
    to: Path | str,
    *,
    relist: Relist | None = None,
    job: str = "download",
    overwrite: bool = False,
    progress: Progress | None = None,
    max_concurrency: int | None = None,
    cancel: Event | None = None,
) -> Downloads:
    """Fetches files into a folder.

    Args:
        client: Whose connections and settings are used. Its key goes to none of the links.
        wanted: The files.
        to: The folder; made when it does not exist. No file ends up outside it, whatever it is called.
        relist: Asks for all links anew when one has expired.
        job: Name of the job for the progress.
        overwrite: Whether files that are there are fetched again and replaced. Otherwise one with another size, or with
            other content where that has to be compared, is an error.
        progress: Who is told. What it raises ends the job.
        max_concurrency: Files at a time; the client's own number when not given.
        cancel: Set it, from any thread, to end the job. What is there stays, for another time.

    Returns:
        What became of each file.

    Raises:
        TransferError: There is no room on the disk, or the folder cannot be written to.
        WaitCancelled: `cancel` was set.
    """
    folder = Path(to).expanduser()
    width = client.configuration.max_concurrency if max_concurrency is None else max_concurrency
    if width < 1:
        raise InvalidArgument("max_concurrency", f"must be at least 1, not {width}")
    try:
        await in_thread(folder.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise TransferError(f"the folder {folder} cannot be made: {error.strerror}") from error
    once = {each.key: each for each in wanted}
    total = sum(each.size or 0 for each in once.values())
    work = _Job(client, folder, _Tally(progress, job, len(once), total or None), relist, overwrite, cancel)
    paths = distinct((each.key, safe_path(each.name)) for each in once.values())
    found: dict[str, DownloadedFile] = {}
    ended: Exception | None = None
    outcomes = as_done(work.fetch, [(each, paths[each.key]) for each in once.values()], width, work.stop)
    try:
        async for outcome in outcomes:
            each = outcome.item[0]
            if outcome.ok:
                found[each.key] = outcome.result()
            elif isinstance(outcome.error, FlightHubError) and not isinstance(outcome.error, (_Fatal, WaitCancelled)):
                found[each.key] = DownloadedFile(each.name, None, each.size or 0, False, outcome.error)
            else:
                outcome.result()
    except _Fatal as fatal:
        raise TransferError(str(fatal)) from fatal.__cause__
    except _Told as told:
        ended = told.error
    finally:
        await outcomes.aclose()
    if ended is not None:
        raise ended
    return Downloads([found[key] for key in once])


class _Fatal(TransferError):
    """Nothing more can be fetched, whatever the file."""


class _Told(Exception):
    """What `progress` raised, which ends the job, and must not be taken for what became of a file."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class _Tally(Tally):
    """Counts what is fetched."""

    def _report(self) -> None:
        try:
            super()._report()
        except Exception as error:
            raise _Told(error) from error


class _Job:
    """What the files of one job share."""

    def __init__(
        self,
        client: AsyncFlightHub,
        folder: Path,
        tally: Tally,
        relist: Relist | None,
        overwrite: bool,
        cancel: Event | None,
    ) -> None:
        self._client = client
        self._folder = folder
        self._tally = tally
        self._relist = relist
        self._overwrite = overwrite
        self._cancel = cancel
        self._by_store = _storage.is_installed()
        self._fresh: Mapping[str, Secret | None] = {}
        self._asking = asyncio.Lock()
        self.stop = Event()

    async def fetch(self, item: tuple[Wanted, PurePosixPath]) -> DownloadedFile:
        """Fetches one file."""
        wanted, relative = item
        part = PartFile(self._folder, relative, wanted.key, wanted.size, known_by_name=wanted.known_by_name)
        try:
            try:
                await self._fill(part, wanted)
            finally:
                # Not in a thread: whoever is cancelled here would leave it open, and locked.
                part.close()
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
                raise _Fatal(
                    f"{self._folder} takes no more ({error.strerror}). What is whole is in its place; make room and "
                    "download again, and the rest is fetched from where it broke off."
                ) from error
            text = f"{wanted.name!r} cannot be written to {part.target}: {error.strerror or error}"
            raise TransferError(text, file=wanted.name) from error
        self._tally.done(wanted.name)
        return DownloadedFile(wanted.name, part.target, part.offset, not part.was_there, None)

    async def _fill(self, part: PartFile, wanted: Wanted) -> None:
        """Reads until the whole file is in its place."""
        link = wanted.link
        failures = refreshes = furthest = 0
        while not part.is_in_place:
            self._look_up()
            try:
                await self._read(link, part, wanted.name)
            except StoreError as error:
                if part.offset > furthest:
                    furthest = part.offset
                    failures = refreshes = 0
                if error.expired and self._relist is not None and refreshes < REFRESHES:
                    refreshes += 1
                    link = await self._link_of(wanted, link)
                    continue
                failures += 1
                if error.refused or failures >= FAILURES:
                    raise TransferError(f"{wanted.name!r} cannot be fetched: {error}", file=wanted.name) from error
                if error.stuck:
                    self._tally.moved(-part.offset)
                    await in_thread(part.restart)
                await pause(_BACKOFF.pause(failures), self._cancel)

    async def _read(self, link: Secret | None, part: PartFile, name: str) -> None:
        """Reads what is missing of a file, and puts it in its place."""
        if self._by_store:
            # All in one thread: going there and back costs more than most of what is done there.
            return await in_thread(self._read_by_store, link, part, name)
        link = await in_thread(self._begin, link, part, name)
        if link is None:
            return None
        transport = self._client._transport  # pyright: ignore[reportPrivateUsage]
        async with transport.follow(link, part.offset) as found:
            if found.start != part.offset:
                self._tally.moved(-part.offset)
                await in_thread(part.restart)
            await in_thread(_match, part, found.etag)
            async for piece in found.pieces:
                self._look_up()
                await in_thread(part.write, piece)
                self._tally.moved(len(piece))
        return await in_thread(_end, part, found.size)

    def _read_by_store(self, link: Secret | None, part: PartFile, name: str) -> None:
        link = self._begin(link, part, name)
        if link is None:
            return
        size, etag, pieces = _storage.follow(link, part.offset, self._client.configuration)
        _match(part, etag)
        for piece in pieces:
            self._look_up()
            part.write(piece)
            self._tally.moved(len(piece))
        _end(part, size)

    def _begin(self, link: Secret | None, part: PartFile, name: str) -> Secret | None:
        """The link to read from; None when there is nothing to read, as the whole file is in its place."""
        if not part.is_open:
            part.begin(overwrite=self._overwrite)
            self._tally.moved(part.offset, name)
        if part.is_in_place:
            return None
        if link is None:
            raise StoreError("the server gives no link to it", expired=True, refused=True)
        return link

    def _look_up(self) -> None:
        """Ends the work on a file when nobody waits for it any more."""
        if self.stop.is_set() or (self._cancel is not None and self._cancel.is_set()):
            raise WaitCancelled("the download was cancelled; what is there stays for another time")

    async def _link_of(self, wanted: Wanted, stale: Secret | None) -> Secret | None:
        """A link that is newer than one that no longer works. The first who asks for one, asks for all."""
        assert self._relist is not None  # noqa: S101 - the caller has looked
        async with self._asking:
            found = self._fresh.get(wanted.key)
            if found is None or found is stale:
                try:
                    self._fresh = await self._relist()
                except FlightHubError as error:
                    text = f"{wanted.name!r} cannot be fetched: no new link is to be had. {error}"
                    raise TransferError(text, file=wanted.name) from error
                found = self._fresh.get(wanted.key)
        return found


def _match(part: PartFile, etag: str) -> None:
    """Sees to it that all of a part is of one content; StoreError when what is there is of another."""
    mark = digest(etag) if etag else ""
    if mark and mark != part.mark:
        if part.offset:
            # Of what has no mark, whoever was killed at it has left little.
            raise StoreError("it may have changed since it was begun", stuck=True)
        part.mark = mark


def _end(part: PartFile, told: int | None) -> None:
    """Puts a part in its place; StoreError when it is not whole."""
    size = told if part.size is None else part.size
    if size is not None and part.offset != size:
        raise StoreError(f"it ends after {part.offset} of {size} bytes", refused=told == part.offset)
    part.finish()


async def download_one(
    client: AsyncFlightHub,
    wanted: Wanted,
    to: Path | str,
    *,
    relist: Relist,
    overwrite: bool,
    progress: Progress | None,
    cancel: Event | None,
) -> Path:
    """Fetches one file into a folder, and gives its place; its error is raised."""
    found = await download_all(
        client, [wanted], to, relist=relist, overwrite=overwrite, progress=progress, cancel=cancel
    )
    path = found[0].path
    if path is None:
        raise found[0].error or TransferError(f"{wanted.name!r} could not be fetched", file=wanted.name)
    return path
