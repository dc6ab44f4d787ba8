"""Storing pictures: side by side, each once, and counted by the server at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from time import time
from typing import TYPE_CHECKING, cast

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ..._core.hooks import log
from ..._core.outcome import Outcome
from ..._core.request_options import options_for_reading
from ..._reconstruction.image_set import ImageSet
from ..._reconstruction.journal import Journal
from ..._reconstruction.photos import Photo
from ..._transfer.failures import StoreError
from ..._transfer.object_store import Grant, Store, fingerprint, moment, refuse_incomplete
from ..._transfer.supervisor import Supervisor, check_job_timeout
from ...errors import NotFound, OutcomeUnknown, TransferError, WaitTimeout
from ...progress import Progress, ProgressCounter
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, pause, run_all
from ..core.polling import wait_until
from ..transfer.uploads import ATTEMPTS, BACKOFF

if TYPE_CHECKING:
    from flighthub_api.models import OpenModelResource
else:
    OpenModelResource = lazy_type("flighthub_api.models", "OpenModelResource")

VERIFYING = 180.0
"""Seconds until the server has to have counted what was reported to it."""

MOST_AT_ONCE = 8
"""Files that are sent at a time by default; more of them do not fill a line better."""


class _Expired(Exception):
    """The credentials ended before everything was stored."""


class Upload:
    """One upload: pictures, the journal of what is done, and the progress.

    Args:
        client: Whose key and settings are used.
        photos: The pictures.
        journal: The memory.
        name: Name for the set; may be None.
        progress: Called with each step.
        max_concurrency: Files at a time.
        cancel: Set it to end the upload.
        timeout: Seconds that the upload may take; None for no limit.
        interval: Seconds between two looks at what the server has counted.
        options: What to set for each call; members that it adds go into the reports only.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        photos: Sequence[Photo],
        journal: Journal,
        *,
        name: str | None,
        progress: Progress | None,
        max_concurrency: int | None,
        cancel: Event | None,
        timeout: float | None = None,
        interval: float = 2.0,
        options: RequestOptions | None = None,
    ) -> None:
        self._client = client
        self._interval = interval
        self._options = options
        self._reading = options_for_reading(options)
        self._photos = photos
        self._journal = journal
        self._name = name
        self._progress = progress
        usual = min(client.configuration.max_concurrency, MOST_AT_ONCE)
        self._width = usual if max_concurrency is None else max_concurrency
        self._cancel = cancel
        self._job = Supervisor("upload", cancel=cancel, timeout=check_job_timeout(timeout))
        self._counted_before: frozenset[str] = frozenset()

    async def run(self) -> ImageSet:
        """Stores what is not stored, reports what is not reported, and checks that all of it was counted."""
        journal = self._journal
        if journal.resource_uuid is not None and not await self._still_there():
            await self._open(gone=True)
        for fresh in (False, True):
            if not self._can_go_on():
                await self._open()
                fresh = True
            try:
                await self._store()
                break
            except _Expired:
                if fresh:
                    raise self._too_slow() from None
                # The credentials were not new, so new ones may do.
                await in_thread(journal.forget_credentials)
        await self._report()
        found = await self._verify()
        await in_thread(journal.forget_credentials, callback=True)
        size = sum(photo.size for photo in self._photos)
        return ImageSet(found.resource_uuid, tuple(photo.name for photo in self._photos), size, journal.file)

    async def _still_there(self) -> bool:
        """Whether the image set of an earlier run still exists."""
        try:
            found = await self._client.open_models.get_resource(
                self._journal.resource_uuid or "", request_options=self._reading
            )
        except NotFound:
            # Whether a set is known to which nothing was reported yet, nobody has documented.
            return not self._journal.registered
        self._counted_before = frozenset(found.file_names)
        return not _is_deleted(found)

    def _can_go_on(self) -> bool:
        """Whether what is missing in the image set can still be stored, and reported."""
        journal = self._journal
        if journal.resource_uuid is None:
            return False
        if not all(journal.has(photo) for photo in self._photos):
            return journal.is_good
        return journal.callback is not None or all(journal.has_counted(photo) for photo in self._photos)

    async def _open(self, *, gone: bool = False) -> None:
        """Opens an image set. What went into another one cannot be added to it: the id is part of every key."""
        if self._journal.resource_uuid is not None:
            log.warning(
                "a new batch begins, and all pictures are sent again: the image set %s %s",
                self._journal.resource_uuid,
                "was deleted" if gone else "is incomplete, and its credentials have ended",
            )
        token = await self._client.open_models.obtain_token(request_options=self._reading)
        refuse_incomplete(token)
        folder, _, _ = token.store_path.partition("/{fileName}")
        uuid = folder.rpartition("/")[2]
        if not uuid or "{fileName}" not in token.store_path:
            raise TransferError("the server named no image set: its store_path has no place for a file's name")
        is_same = all(self._journal.has_counted(photo) for photo in self._photos)
        await in_thread(self._journal.open_set, token, uuid, keep_jobs=gone and is_same)
        self._counted_before = frozenset()

    async def _store(self) -> None:
        journal = self._journal
        counter = ProgressCounter(
            self._progress, "upload", len(self._photos), bytes_total=sum(photo.size for photo in self._photos)
        )
        missing: list[Photo] = []
        for photo in self._photos:
            if journal.has(photo):
                counter.done(photo.name, photo.size)
            else:
                missing.append(photo)
        if not missing:
            return
        token = journal.token
        assert token is not None  # noqa: S101 - it was opened, or taken up
        # Threads that are left over from what was cancelled look at its `stop` later, so that is never cleared.
        supervisor = self._job.derive()
        store = await in_thread(Store, Grant.of_image_set(token), self._client.configuration, supervisor)
        pattern = token.store_path

        async def send(photo: Photo) -> None:
            await self._store_photo(store, pattern.replace("{fileName}", photo.name), photo, counter, supervisor)
            counter.done(photo.name)

        try:
            await run_all(send, missing, min(self._width, len(missing)), Outcome[Photo, None].result, supervisor.stop)
        finally:
            supervisor.stop.set()
            store.close()

    async def _store_photo(
        self, store: Store, key: str, photo: Photo, counter: ProgressCounter, supervisor: Supervisor
    ) -> None:
        """Stores a picture, and notes it. One that is written to meanwhile is sent again, as half of it may be old."""
        progress_errors: list[Exception] = []
        for attempt in range(1, ATTEMPTS + 1):
            supervisor.check()
            sent = 0

            def counted(size: int) -> None:
                nonlocal sent
                supervisor.check()
                sent += size
                try:
                    counter.add_bytes(size, photo.name)
                except Exception as error:
                    progress_errors.append(error)
                    raise

            def store_and_note() -> bool:
                before, etag, after = _store_unchanged(store, key, photo.path, counted)
                is_unchanged = before == after and sent == before[0]  # noqa: B023 - called at once
                if is_unchanged:
                    self._journal.store(photo._replace(size=before[0], modified=before[1]), etag)
                return is_unchanged

            wait = 0.0
            try:
                is_stored = await in_thread(store_and_note)
            except StoreError as error:
                if error.expired:
                    raise _Expired from None
                text = f"{photo.path} could not be stored: {error}"
                problem = TransferError(text, file=photo.name)
                problem.__cause__ = error
                wait = error.wait or 0.0
                if error.refused:
                    raise problem from error
            except OSError as error:
                if error in progress_errors:
                    raise
                text = f"{photo.path} cannot be read: {error.strerror or error}"
                raise TransferError(text, file=photo.name) from error
            else:
                if is_stored:
                    # The total was counted from the size that it had at first.
                    counter.add_bytes(photo.size - sent)
                    return
                text = f"{photo.path} is written to while it is sent; wait until it is finished"
                problem = TransferError(text, file=photo.name)
            counter.add_bytes(-sent)
            if attempt == ATTEMPTS:
                raise problem
            await pause(max(BACKOFF.pause(attempt), wait), self._cancel)
        raise AssertionError("the last attempt returns or raises")

    def _too_slow(self) -> TransferError:
        journal = self._journal
        stored = sum(journal.has(photo) for photo in self._photos)
        took = time() - journal.begun
        ended = "" if journal.grant is None else f" (until {moment(journal.grant.expires)})"
        needed = f", and all would take about {took * len(self._photos) / stored:.0f} s" if stored else ""
        return TransferError(
            f"the credentials of the image set ended{ended} when {stored} of {len(self._photos)} pictures were stored "
            f"in {took:.0f} s{needed}. A set cannot be added to with new credentials: make it smaller, or the line "
            "faster."
        )

    async def _report(self) -> None:
        """Reports what is stored, in batches, one after another."""
        journal = self._journal
        names = [photo.name for photo in self._photos if photo.name not in journal.registered]
        counter = ProgressCounter(self._progress, "register", len(self._photos))
        counter.set(len(self._photos) - len(names))
        uuid = journal.resource_uuid or ""
        size = batch_size()
        for start in range(0, len(names), size):
            self._job.check()
            await self._report_batch(uuid, names[start : start + size])
            counter.set(len(self._photos) - len(names) + min(start + size, len(names)))

    async def _report_batch(self, uuid: str, names: list[str]) -> None:
        """Reports some files. When the response is lost, those that the server has not counted are reported again.

        Of one that it had counted before, and that was stored anew since, nobody can tell, so that is reported again.
        """
        for attempt in range(1, ATTEMPTS + 1):
            callback = self._journal.callback
            assert callback is not None  # noqa: S101 - it is kept until everything is counted
            try:
                await self._client.open_models.notify_upload(
                    resource_uuid=uuid,
                    callback_param=callback,
                    files=[{"name": name, "etag": self._journal.stored[name][0]} for name in names],
                    resource_name=self._name,
                    request_options=self._options,
                )
            except OutcomeUnknown:
                if attempt == ATTEMPTS:
                    raise
                await pause(BACKOFF.pause(attempt), self._cancel)
                found = await self._client.open_models.get_resource(uuid, request_options=self._reading)
                counted = {*found.file_names} - self._counted_before
                await in_thread(self._journal.register, [name for name in names if name in counted])
                names = [name for name in names if name not in counted]
                if names:
                    continue
            else:
                await in_thread(self._journal.register, names)
            return

    async def _verify(self) -> OpenModelResource:
        """The set as the server has it, once it has counted every picture."""
        from flighthub_api.enums import OpenModelResourceStatus

        uuid = self._journal.resource_uuid or ""
        wanted = {photo.name for photo in self._photos}

        def is_complete(found: OpenModelResource) -> bool:
            if _is_deleted(found):
                raise TransferError(f"the image set {uuid} was deleted; delete {self._journal.file} to begin anew")
            return found.status == OpenModelResourceStatus.IMPORT_SUCCESS and wanted <= {*found.file_names}

        try:
            return await wait_until(
                lambda: self._client.open_models.get_resource(uuid, request_options=self._reading),
                is_complete,
                what=f"all {len(wanted)} pictures to be counted in the image set {uuid}",
                timeout=min(VERIFYING, max(0.0, self._job.remaining)),
                interval=self._interval,
                seen_as=lambda found: (found.status, len(found.file_names)),
                cancel=self._cancel,
            )
        except WaitTimeout as error:
            last: OpenModelResource | None = cast("OpenModelResource | None", error.last)
            missing = wanted - {*(() if last is None else last.file_names)}
            if last is not None and missing:
                # What the server has not got is not stored, whatever the store said.
                await in_thread(self._journal.forget_files, missing)
            raise


def _is_deleted(found: OpenModelResource) -> bool:
    from flighthub_api.enums import OpenModelResourceStatus

    return found.status in (OpenModelResourceStatus.WAITING_DELETE, OpenModelResourceStatus.DELETED)


def batch_size() -> int:
    """How many files one report takes, as the transcription says."""
    from flighthub_api.groups.open_models import NOTIFY_UPLOAD

    body = NOTIFY_UPLOAD.body
    limits = None if body is None else body.codec_of("files").limits
    return (limits.max_items if limits is not None else None) or 1


def _store_unchanged(
    store: Store, key: str, file: Path, counted: Callable[[int], None]
) -> tuple[tuple[int, int], str, tuple[int, int]]:
    """Stores a file, and gives its fingerprint before, its ETag, and its fingerprint after that."""
    before = fingerprint(file)
    try:
        etag = store.put(key, file, counted)
    except StoreError:
        if fingerprint(file) == before:
            raise
        # What was stored is no longer what is compared with it.
        etag = ""
    return before, etag, fingerprint(file)
