"""The media of a flight, fetched to the target: what is new or has changed, and nothing twice."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from flighthub_runtime.annotations import lazy_type

from ..._nightly.manifest import Facts, SyncedFile, inspect_file
from ..._nightly.target import BucketTarget, FolderTarget
from ..._transfer.failures import StoreError
from ..._transfer.file_names import distinct, safe_name
from ..._transfer.links import LinkReader
from ..._transfer.results import Wanted
from ...errors import FlightHubError, TransferError
from ..core.concurrency import in_thread, map_concurrent
from ..flights.media import files_of
from ..transfer.downloads import download_all
from .run import Shelf

if TYPE_CHECKING:
    from flighthub_api.models import FlightTaskSummary, MediaFile
    from flighthub_runtime.secrets import Secret

    from ..._transfer.results import DownloadedFile
else:
    DownloadedFile = lazy_type("..._transfer.results", "DownloadedFile", __package__)
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")

_BATCH = 4
"""Files that are on this machine's disk on their way to an object store, for each that is fetched at a time."""


class _File(NamedTuple):
    """A file that has to be there.

    Attributes:
        media: As the server lists it.
        name: Its name at the target.
        row: Its row of the manifest.
    """

    media: MediaFile
    name: str
    row: SyncedFile


async def fetch_media(shelf: Shelf, task: FlightTaskSummary) -> bool:
    """Sees to it that the media of a flight are at the target.

    Returns:
        Whether all of those are that are in the cloud.

    Raises:
        TransferError: Nothing more can be written.
        FlightHubError: They could not be listed.
    """
    return await _Media(shelf, task).fetch()


class _Media:
    """The media of one flight."""

    def __init__(self, shelf: Shelf, task: FlightTaskSummary) -> None:
        self._shelf = shelf
        self._job = shelf.job
        self._run = shelf.job.run
        self._task = task
        self._folder = f"{shelf.partition.path('media')}/{safe_name(task.uuid)}"
        self._odd: set[str] = set()

    async def fetch(self) -> bool:
        """What `fetch_media` does."""
        files = self._named(await files_of(self._job.fh, self._task.uuid, self._run.options()))
        self._run.reached()
        sizes = await self._sizes(files)
        due = [each for each in files if not self._is_there(each, sizes)]
        if self._run.verify:
            there = [each for each in files if each not in due]
            self._odd = await self._find_odd(there)
            due += [each for each in there if each.media.uuid in self._odd]
        self._job.counts["present"] += len(files) - len(due)
        if self._run.dry_run:
            self._job.counts["files"] += len(due)
            self._job.counts["size"] += sum(each.media.size or 0 for each in due)
            return True
        target = self._run.target
        if isinstance(target, FolderTarget):
            whole = await self._into_folder(target, due, sizes)
        else:
            whole = await self._into_bucket(target, due, sizes)
        return whole

    def _named(self, rows: Sequence[MediaFile]) -> list[_File]:
        """The files with the names that they have, or get, at the target."""
        found = {row.uuid: row for row in rows}
        # What is there keeps its name, also where the server lists it no more, or calls another file so.
        kept = {
            row.source_id: row.path.rpartition("/")[2]
            for row in self._shelf.rows.values()
            if row.dataset == "media" and row.path is not None and row.path.startswith(f"{self._folder}/")
        }
        wished = {uuid: safe_name(f"{row.name or uuid}{row.suffix or ''}") for uuid, row in found.items()} | kept
        names = distinct((uuid, PurePosixPath(name)) for uuid, name in wished.items())
        return [self._file(row, kept.get(uuid) or str(names[uuid])) for uuid, row in found.items()]

    def _file(self, media: MediaFile, name: str) -> _File:
        row = self._shelf.row(
            "media",
            media.uuid,
            task_uuid=self._task.uuid,
            task_name=self._task.name,
            name=f"{media.name or media.uuid}{media.suffix or ''}",
            file_type=None if media.file_type is None else media.file_type.value,
            taken_at=media.create_at,
            updated_at=media.update_at,
        )
        return _File(media, name, row)

    async def _sizes(self, files: Sequence[_File]) -> dict[str, int]:
        """The names and bytes of what is at the target; of an object store only where something is not known."""
        is_known = all(self._is_known(each) for each in files)
        if not files or (is_known and self._run.target.folder is None):
            return {}
        return await in_thread(self._run.target.sizes, self._folder)

    def _is_known(self, file: _File) -> bool:
        known = self._shelf.rows.get(file.row.key)
        return (
            known is not None
            and known.path is not None
            and known.problem is None
            and known.updated_at == file.media.update_at
            and file.media.size in (None, known.size)
        )

    def _is_there(self, file: _File, sizes: Mapping[str, int]) -> bool:
        if not self._is_known(file):
            return False
        known = self._shelf.rows[file.row.key]
        return self._run.target.folder is None or sizes.get(file.name) == known.size

    async def _find_odd(self, files: Sequence[_File]) -> set[str]:
        """Which files are others on the server than those that are there."""
        reader = LinkReader(self._job.fh.configuration, self._run.supervisor)

        async def is_odd(file: _File) -> bool:
            link = file.media.original_url
            if link is None:
                return False
            known = self._shelf.rows[file.row.key]
            size, md5 = await in_thread(reader.look, link)
            return size not in (None, known.size) or md5 not in ("", known.md5)

        try:
            outcomes = await map_concurrent(is_odd, files, self._run.width)
        finally:
            reader.close()
        found: set[str] = set()
        for outcome in outcomes:
            name = outcome.item.row.name or outcome.item.name
            if isinstance(outcome.error, StoreError):
                error = TransferError(f"{name!r} could not be compared: {outcome.error}", file=name)
                self._job.note("media", name, error)
            elif outcome.result():
                found.add(outcome.item.media.uuid)
        return found

    def _is_stale(self, file: _File, sizes: Mapping[str, int]) -> bool:
        """Whether what is in the place of a file is another state of it."""
        known = self._shelf.rows.get(file.row.key)
        size = sizes.get(file.name)
        if file.media.uuid in self._odd:
            return True
        if size is None:
            return False
        return size != file.media.size or (known is not None and known.updated_at != file.media.update_at)

    async def _into_folder(self, target: FolderTarget, due: Sequence[_File], sizes: Mapping[str, int]) -> bool:
        """Fetches files into the folder itself."""
        whole = True
        for overwrite in (False, True):
            files = [each for each in due if self._is_stale(each, sizes) == overwrite]
            if files:
                results = await self._download(files, target.folder / self._folder, overwrite)
                whole &= await self._record(files, results)
        if due:
            await in_thread(target.remove_parts, self._folder)
        return whole

    async def _into_bucket(self, target: BucketTarget, due: Sequence[_File], sizes: Mapping[str, int]) -> bool:
        """Fetches files to this machine, some at a time, and stores them."""
        whole = True
        left: list[_File] = []
        for each in due:
            if self._is_stale(each, sizes) or each.name not in sizes:
                left.append(each)
                continue
            # An earlier run stored it, and ended before it could say so.
            attributes = await in_thread(target.bucket.attributes, f"{self._folder}/{each.name}")
            facts = Facts.from_attributes(sizes[each.name], attributes)
            if facts is None:
                left.append(each)
            else:
                self._keep(each, facts, was_fetched=False)
        step = self._run.width * _BATCH
        for start in range(0, len(left), step):
            files = left[start : start + step]
            with tempfile.TemporaryDirectory(prefix="flighthub-") as spool:
                results = await self._download(files, Path(spool), overwrite=True)
                whole &= await self._record(files, results, target)
            await self._shelf.save()
        return whole

    async def _download(self, files: Sequence[_File], folder: Path, overwrite: bool) -> dict[str, DownloadedFile]:
        async def links() -> Mapping[str, Secret | None]:
            rows = await self._job.fh.flight_tasks.list_media(self._task.uuid, request_options=self._run.options())
            return {row.uuid: row.original_url or None for row in rows}

        wanted = [
            Wanted(
                each.media.uuid,
                each.name,
                each.media.size,
                each.media.original_url or None,
                known_by_name=each.media.size is not None,
                uuid=each.media.uuid,
            )
            for each in files
        ]
        found = await download_all(
            self._job.fh,
            wanted,
            folder,
            relist=links,
            job="sync",
            overwrite=overwrite,
            progress=self._run.relay(),
            max_concurrency=self._run.width,
            timeout=self._run.remaining,
            cancel=self._run.cancel,
        )
        return {each.uuid: each for each in found if each.uuid is not None}

    async def _record(
        self, files: Sequence[_File], results: Mapping[str, DownloadedFile], target: BucketTarget | None = None
    ) -> bool:
        """Takes down what became of files; stores them first where they go to an object store."""

        async def inspect(file: _File) -> Facts:
            result = results[file.media.uuid]
            if result.path is None:
                raise result.error or TransferError(f"{file.row.name!r} could not be fetched", file=file.name)
            return await in_thread(self._finish, result.path, file, target)

        whole = True
        for outcome in await map_concurrent(inspect, files, self._run.width):
            file = outcome.item
            if isinstance(outcome.error, OSError):
                error: FlightHubError = TransferError(f"{file.row.name!r} cannot be read: {outcome.error.strerror}")
            elif isinstance(outcome.error, FlightHubError):
                error = outcome.error
            else:
                self._keep(file, outcome.result(), was_fetched=results[file.media.uuid].was_downloaded)
                continue
            whole = False
            self._shelf.lose(file.row, error)
            self._job.note("media", file.row.name or file.name, error)
        return whole

    def _finish(self, path: Path, file: _File, target: BucketTarget | None) -> Facts:
        self._run.supervisor.check()
        facts = inspect_file(path, file.name, keep=target is None)
        if target is not None:
            target.bucket.write(f"{self._folder}/{file.name}", path, facts.to_attributes())
            path.unlink(missing_ok=True)
        return facts

    def _keep(self, file: _File, facts: Facts, *, was_fetched: bool) -> None:
        self._shelf.rows[file.row.key] = file.row._replace(
            path=f"{self._folder}/{file.name}",
            size=facts.size,
            sha256=facts.sha256,
            md5=facts.md5,
            **facts.position._asdict(),
        )
        if was_fetched:
            self._job.counts["files"] += 1
            self._job.counts["size"] += facts.size
        else:
            self._job.counts["present"] += 1
        self._run.counter.done(file.name)
