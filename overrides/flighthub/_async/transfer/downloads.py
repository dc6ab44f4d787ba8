"""Downloads: several files side by side, each from where it broke off, and whole or not at all.

`_transfer/` reads in threads; here is decided what is tried again, with which link, and what ends the job.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from threading import Event
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type

from ..._core.outcome import Outcome
from ..._core.retry import Retry
from ..._transfer.failures import StoreError, describe_full_disk
from ..._transfer.file_names import distinct, expand_folder, safe_path
from ..._transfer.links import LinkReader
from ..._transfer.part_file import PartFile
from ..._transfer.results import DownloadedFile, DownloadSummary, Wanted
from ..._transfer.supervisor import Supervisor, check_job_timeout
from ...errors import FlightHubError, InvalidArgument, TransferError, WaitCancelled, WaitTimeout
from ...progress import Progress, ProgressCounter
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, pause, run_all

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
    timeout: float | None = None,
    cancel: Event | None = None,
) -> DownloadSummary:
    """Fetches files into a folder.

    Args:
        client: Whose connections and settings are used. Its key goes to none of the links.
        wanted: The files.
        to: The folder; made when it does not exist. No file ends up outside it, whatever it is called.
        relist: Asks for all links anew when one has expired.
        job: Name of the job for the progress.
        overwrite: Whether files that are there are fetched again and replaced. Otherwise one with another size, or with
            other content where that has to be compared, is an error.
        progress: Called with each step. What it raises ends the job.
        max_concurrency: Files at a time; the client's own number when not given.
        timeout: Seconds that the job may take; no limit when not given. What is there stays, for another time.
        cancel: Set it, from any thread, to end the job. What is there stays, for another time.

    Returns:
        What became of each file.

    Raises:
        TransferError: There is no room on the disk, or the folder cannot be written to.
        InvalidArgument: `to` is no path.
        WaitCancelled: `cancel` was set.
        WaitTimeout: It was not complete in time.
    """
    folder = expand_folder(to, "to")
    width = client.configuration.max_concurrency if max_concurrency is None else max_concurrency
    if width < 1:
        raise InvalidArgument("max_concurrency", f"must be at least 1, not {width}")
    try:
        await in_thread(folder.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise TransferError(f"the folder {folder} cannot be made: {error.strerror}") from error
    once = {each.key: each for each in wanted}
    total = sum(each.size or 0 for each in once.values())
    supervisor = Supervisor("download", cancel=cancel, timeout=check_job_timeout(timeout))
    work = _Job(
        client, folder, _ProgressCounter(progress, job, len(once), total or None), relist, overwrite, cancel, supervisor
    )
    paths = distinct((each.key, safe_path(each.name)) for each in once.values())
    found: dict[str, DownloadedFile] = {}
    ended: Exception | None = None

    def keep(outcome: Outcome[tuple[Wanted, PurePosixPath], DownloadedFile]) -> None:
        each = outcome.item[0]
        if isinstance(outcome.error, FlightHubError) and not isinstance(outcome.error, _ENDING):
            found[each.key] = each.with_error(outcome.error)
        else:
            found[each.key] = outcome.result()

    items = [(each, paths[each.key]) for each in once.values()]
    try:
        await run_all(work.fetch, items, width, keep, supervisor.stop)
    except _Fatal as fatal:
        raise TransferError(str(fatal)) from fatal.__cause__
    except _ProgressFailed as failed:
        ended = failed.error
    finally:
        supervisor.stop.set()
        work.close()
    if ended is not None:
        raise ended
    return DownloadSummary([found[key] for key in once])


class _Fatal(TransferError):
    """Nothing more can be fetched, whatever the file."""


_ENDING = (_Fatal, WaitCancelled, WaitTimeout)
"""What ends the job, and not only a file."""


class _ProgressFailed(Exception):
    """What `progress` raised, which ends the job, and must not be taken for what became of a file."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class _ProgressCounter(ProgressCounter):
    """Counts what is fetched."""

    def _report(self) -> None:
        try:
            super()._report()
        except Exception as error:
            raise _ProgressFailed(error) from error


class _Job:
    """What the files of one job share."""

    def __init__(
        self,
        client: AsyncFlightHub,
        folder: Path,
        counter: ProgressCounter,
        relist: Relist | None,
        overwrite: bool,
        cancel: Event | None,
        supervisor: Supervisor,
    ) -> None:
        self._folder = folder
        self._counter = counter
        self._relist = relist
        self._overwrite = overwrite
        self._cancel = cancel
        self._supervisor = supervisor
        self._reader = LinkReader(client.configuration, supervisor)
        self._fresh: Mapping[str, Secret | None] = {}
        self._asking = asyncio.Lock()

    def close(self) -> None:
        """Closes the connections."""
        self._reader.close()

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
            full = describe_full_disk(error, self._folder)
            if full is not None:
                raise _Fatal(full) from error
            text = f"{wanted.name!r} cannot be written to {part.target}: {error.strerror or error}"
            raise TransferError(text, file=wanted.name) from error
        self._counter.done(wanted.name)
        return wanted.at(part.target, part.offset, was_downloaded=not part.was_there)

    async def _fill(self, part: PartFile, wanted: Wanted) -> None:
        """Reads until the whole file is in its place."""
        link = wanted.link
        failures = refreshes = furthest = 0
        while True:
            try:
                # All in one thread: going there and back costs more than most of what is done there.
                return await in_thread(self._read, link, part, wanted.name)
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
                    self._counter.add_bytes(-part.offset)
                    await in_thread(part.restart)
                await pause(max(_BACKOFF.pause(failures), error.wait or 0.0), self._cancel)

    def _read(self, link: Secret | None, part: PartFile, name: str) -> None:
        """Reads what is missing of a file, and puts it in its place."""
        self._supervisor.check()
        if not part.is_open:
            part.begin(overwrite=self._overwrite)
            self._counter.add_bytes(part.offset, name)
        if part.is_in_place:
            return
        if link is None:
            raise StoreError("the server gives no link to it", expired=True, refused=True)
        self._reader.read(link, part, self._counter.add_bytes)

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


async def download_one(
    client: AsyncFlightHub,
    wanted: Wanted,
    to: Path | str,
    *,
    relist: Relist,
    overwrite: bool,
    progress: Progress | None,
    cancel: Event | None,
    timeout: float | None = None,
) -> Path:
    """Fetches one file into a folder, and gives its place; its error is raised."""
    found = await download_all(
        client, [wanted], to, relist=relist, overwrite=overwrite, progress=progress, timeout=timeout, cancel=cancel
    )
    path = found[0].path
    if path is None:
        raise found[0].error or TransferError(f"{wanted.name!r} could not be fetched", file=wanted.name)
    return path
