"""From pictures to running jobs: taken up where an earlier run was cut off, and started once."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from flighthub_api.groups.open_models import NOTIFY_UPLOAD, START_RECONSTRUCTION
from flighthub_runtime.annotations import lazy_type

from ..._core.token_claims import claims
from ..._core.user_paths import path_argument
from ..._reconstruction.image_set import ImageSet, ReconstructionPlan
from ..._reconstruction.journal import Journal, place_of
from ..._reconstruction.photos import (
    Photo,
    Photos,
    PhotoSelection,
    SkippedFile,
    member_of,
    select_photos,
    validate_types,
)
from ..._transfer.object_store import needed
from ...errors import APIError, ConnectionFailed, InvalidArgument, NotFound, OutcomeUnknown
from ...progress import check_progress
from ..client import AsyncFlightHub
from ..core.concurrency import OnChange, in_thread, pause
from .jobs import ArchiveLink, AsyncOpenModelJobs
from .uploads import Upload

if TYPE_CHECKING:
    from flighthub_api.models import OpenModel, ReconstructionJob, ReconstructionJobs

    from ...progress import Progress
else:
    OpenModel = lazy_type("flighthub_api.models", "OpenModel")
    ReconstructionJob = lazy_type("flighthub_api.models", "ReconstructionJob")
    ReconstructionJobs = lazy_type("flighthub_api.models", "ReconstructionJobs")
    Progress = lazy_type("...progress", "Progress", __package__)

Missing = Literal["error", "skip"]
"""What to do about a link in a folder that leads nowhere."""

Parameters = Mapping[str, str | Mapping[str, Any]]
"""Settings by kind of model, each an object or its JSON text."""

LOOKS = 5
"""How often the running jobs are looked through for one whose start got no answer."""

BETWEEN_LOOKS = 3.0
"""Seconds between two looks."""


async def upload(
    client: AsyncFlightHub,
    photos: Photos,
    types: Collection[str],
    *,
    name: str | None,
    progress: Progress | None,
    state: Path | str | None,
    max_concurrency: int | None,
    cancel: Event | None,
    missing: Missing,
    max_photos: int | None,
    timeout: float | None = None,
) -> ImageSet:
    """The image set of some pictures; `types` may be empty."""
    check_progress(progress)
    kinds = validate_types(types) if types else ()
    chosen = await _select(photos, kinds, name, max_concurrency, missing, max_photos)
    async with _remembered(client, chosen.photos, state) as journal:
        if journal.starting and (lost := await _look_for(client, journal)):
            # Where the image set is gone, a new one would be begun, and that forgotten.
            raise _unknown(journal.resource_uuid or "", lost, journal)
        work = Upload(
            client,
            chosen.photos,
            journal,
            name=name,
            progress=progress,
            max_concurrency=max_concurrency,
            cancel=cancel,
            timeout=timeout,
        )
        return (await work.run())._replace(skipped=tuple(chosen.skipped))


def taken_up(client: AsyncFlightHub, resource_uuid: str, uuids: Mapping[str, str]) -> AsyncOpenModelJobs:
    """OpenModelJobs that were started elsewhere."""
    validate_types(uuids)
    return AsyncOpenModelJobs(client, resource_uuid, uuids, {})


class Reconstruction:
    """What is to be made of an image set. Making one looks at the settings.

    Args:
        client: Whose jobs they will be.
        types: Kinds of model.
        parameters: Settings of some of them.
        delete_photos: Whether the server deletes the image set when all jobs have ended.
    """

    def __init__(
        self, client: AsyncFlightHub, types: Collection[str], parameters: Parameters | None, *, delete_photos: bool
    ) -> None:
        self._client = client
        self._kinds = validate_types(types)
        self._settings = _checked_settings(self._kinds, parameters)
        self._delete = delete_photos

    async def plan(
        self, photos: Photos, name: str | None, max_concurrency: int | None, missing: Missing, max_photos: int | None
    ) -> ReconstructionPlan:
        """Looks at the pictures, and sends nothing."""
        chosen = await _select(photos, self._kinds, name, max_concurrency, missing, max_photos)
        size = sum(photo.size for photo in chosen.photos)
        return ReconstructionPlan(
            tuple(photo.path for photo in chosen.photos), size, self._kinds, tuple(chosen.skipped)
        )

    async def make(
        self,
        photos: Photos,
        *,
        name: str | None,
        wait: bool,
        download_to: Path | str | None,
        archive_link: ArchiveLink | None,
        progress: Progress | None,
        on_change: OnChange[Mapping[str, OpenModel]] | None,
        state: Path | str | None,
        timeout: float | None,
        interval: float,
        max_concurrency: int | None,
        cancel: Event | None,
        missing: Missing,
        max_photos: int | None,
        again: bool,
    ) -> AsyncOpenModelJobs:
        """Uploads pictures, starts the jobs and, where that is wanted, follows them and fetches their archives."""
        check_progress(progress)
        if download_to is not None and archive_link is None:
            raise InvalidArgument(
                "download_to",
                "needs archive_link=...: a finished model names the key of its archive, and no operation of V1.0 is "
                "known that turns it into a link",
            )
        if download_to is not None and not wait:
            raise InvalidArgument("download_to", "goes with wait=True; call download() of the jobs later")
        client = self._client
        chosen = await _select(photos, self._kinds, name, max_concurrency, missing, max_photos)
        async with _remembered(client, chosen.photos, state) as journal:
            if again:
                await in_thread(journal.forget_jobs, self._kinds)
            # The server may have deleted the image set at the end, so this is asked first.
            is_same = all(journal.has_counted(photo) for photo in chosen.photos)
            running = await self._running(journal, is_same=is_same)
            if all(kind in running for kind in self._kinds):
                jobs = AsyncOpenModelJobs(client, journal.resource_uuid or "", running, {}, chosen.skipped)
            else:
                work = Upload(
                    client,
                    chosen.photos,
                    journal,
                    name=name,
                    progress=progress,
                    max_concurrency=max_concurrency,
                    cancel=cancel,
                )
                jobs = await self._started((await work.run()).uuid, journal, chosen.skipped)
            if wait:
                await jobs.wait(
                    timeout=timeout, interval=interval, progress=progress, on_change=on_change, cancel=cancel
                )
                if download_to is not None and archive_link is not None:
                    fetched = await jobs.download(
                        download_to, archive_link=archive_link, progress=progress, cancel=cancel
                    )
                    fetched.raise_for_errors()
                # What was made stays known: another run with the same pictures would be charged for the same models.
                await in_thread(partial(journal.forget_credentials, callback=True))
        return jobs

    async def start(self, resource: ImageSet | str | UUID) -> AsyncOpenModelJobs:
        """Starts the jobs of an image set that was uploaded before."""
        if not isinstance(resource, ImageSet):
            return await self._started(str(resource), None)
        journal = await in_thread(Journal, resource.state)
        try:
            return await self._started(resource.uuid, journal if journal.resource_uuid == resource.uuid else None)
        finally:
            journal.close()

    async def _started(
        self, uuid: str, journal: Journal | None, skipped: Sequence[SkippedFile] = ()
    ) -> AsyncOpenModelJobs:
        """The jobs of an image set: those that run already, and those that are started now."""
        running = {} if journal is None else await self._running(journal)
        missing = {kind: self._settings[kind] for kind in self._kinds if kind not in running}
        if not missing:
            return AsyncOpenModelJobs(self._client, uuid, running, {}, skipped)
        made, refused = await self._start_once(uuid, missing, journal)
        jobs = AsyncOpenModelJobs(self._client, uuid, {**running, **made}, refused, skipped)
        if not jobs.uuids:
            # There is nothing to wait for, so this raises at once, and says what was refused.
            await jobs.wait()
        return jobs

    async def _running(self, journal: Journal, *, is_same: bool = True) -> dict[str, str]:
        """The jobs of earlier runs that are asked for again, by kind.

        Args:
            journal: The memory.
            is_same: Whether the pictures are those that the jobs were started with.

        Raises:
            OutcomeUnknown: An earlier run did not live to see the answer, and what it started cannot be found.
        """
        running = await self._known(journal) if is_same else {}
        if journal.starting and any(kind not in running for kind in self._kinds):
            lost = await _look_for(self._client, journal)
            running = await self._known(journal) if is_same else {}
            if lost and any(kind not in running for kind in self._kinds):
                raise _unknown(journal.resource_uuid or "", lost, journal)
        return running

    async def _known(self, journal: Journal) -> dict[str, str]:
        """The jobs that an earlier run started with the same settings, but those that failed or are gone."""
        running: dict[str, str] = {}
        for kind, (uuid, text) in list(journal.jobs.items()):
            if self._settings.get(kind) != text:
                continue
            try:
                status = (await self._client.open_models.get(uuid)).model_status
            except NotFound:
                status = None
            if status is None or (status.is_terminal and not status.is_success):
                await in_thread(journal.forget_jobs, [kind])
            else:
                running[kind] = uuid
        return running

    async def _start_once(
        self, uuid: str, settings: Mapping[str, str], journal: Journal | None
    ) -> tuple[dict[str, str], dict[str, int]]:
        """Sends the start, and gives the ids of the jobs and the kinds that were refused."""
        arguments: dict[str, Any] = {member_of(kind): text for kind, text in settings.items()}
        # A job that is there already is not the one whose answer is lost.
        before = {row.model_uuid for row in await self._client.open_models.list_running()}
        if journal is not None:
            before |= {job for job, _ in journal.jobs.values()}
            await in_thread(journal.begin, settings, before)
        made: dict[str, str] = {}
        refused: dict[str, int] = {}
        cause: OutcomeUnknown | None = None
        try:
            answer = await self._client.open_models.start_reconstruction(
                resource_uuid=uuid, delete_resource_if_finish=self._delete or None, **arguments
            )
        except OutcomeUnknown as lost:
            cause = lost
        except (APIError, ConnectionFailed, InvalidArgument):
            # It certainly did not start.
            if journal is not None:
                await in_thread(journal.refused, tuple(settings))
            raise
        else:
            made, refused = _sorted_out(answer, tuple(settings))
        if journal is not None:
            await in_thread(journal.started, {kind: (job, settings[kind]) for kind, job in made.items()})
            await in_thread(journal.refused, tuple(refused))
        unclear = tuple(kind for kind in settings if kind not in made and kind not in refused)
        if unclear:
            found = await _running_jobs(self._client, uuid, unclear, before)
            if journal is not None:
                await in_thread(journal.started, {kind: (job, settings[kind]) for kind, job in found.items()})
            made |= found
            lost_kinds = tuple(kind for kind in unclear if kind not in found)
            if lost_kinds:
                raise _unknown(uuid, lost_kinds, journal, made) from cause
        return made, refused


async def _look_for(client: AsyncFlightHub, journal: Journal) -> tuple[str, ...]:
    """Looks for jobs whose start got no answer, takes down those that run, and gives the kinds of the others."""
    starting = dict(journal.starting)
    found = await _running_jobs(client, journal.resource_uuid or "", tuple(starting), journal.known)
    await in_thread(journal.started, {kind: (job, starting[kind]) for kind, job in found.items()})
    return tuple(kind for kind in starting if kind not in found)


async def _running_jobs(
    client: AsyncFlightHub, uuid: str, kinds: tuple[str, ...], before: Collection[str]
) -> dict[str, str]:
    """The running jobs of an image set by kind, but those that were there before, looked for more than once."""
    found: dict[str, str] = {}
    for look in range(LOOKS):
        if look:
            await pause(BETWEEN_LOOKS)
        for row in await client.open_models.list_running():
            if row.resource_uuid == uuid and row.model_uuid not in before:
                for kind in kinds:
                    if row.model_type.name.lower() == f"model_{kind}":
                        found[kind] = row.model_uuid
        if len(found) == len(kinds):
            break
    return found


async def _select(
    photos: Photos,
    kinds: tuple[str, ...],
    name: str | None,
    max_concurrency: int | None,
    missing: Missing,
    max_photos: int | None,
) -> PhotoSelection:
    """The pictures, each looked at. What is left out is told before anything is sent."""
    body = NOTIFY_UPLOAD.body
    if name is not None and body is not None:
        body.codec_of("resource_name").check(name, "name", {})
    if max_concurrency is not None and max_concurrency < 1:
        raise InvalidArgument("max_concurrency", f"must be at least 1, not {max_concurrency}")
    chosen = await in_thread(select_photos, photos, kinds, missing=missing, max_photos=max_photos)
    chosen.warn_of_skipped()
    return chosen


@asynccontextmanager
async def _remembered(client: AsyncFlightHub, photos: list[Photo], state: Path | str | None) -> AsyncGenerator[Journal]:
    """The memory of how far the upload of some pictures is, which is held meanwhile."""
    needed()
    journal = await in_thread(Journal, _place(client, photos) if state is None else path_argument(state, "state"))
    try:
        yield journal
    finally:
        journal.close()


def _place(client: AsyncFlightHub, photos: list[Photo]) -> Path:
    """Where the memory of the upload of some pictures lies, unless its place is told."""
    configuration = client.configuration
    known = {} if callable(configuration.token) else claims(configuration.token)
    return place_of(photos, configuration.base_url, str(known.get("organization_uuid", "")))


def _unknown(
    uuid: str, kinds: tuple[str, ...], journal: Journal | None, made: Mapping[str, str] | None = None
) -> OutcomeUnknown:
    again = "" if journal is None else f" To start it again from the same pictures, delete {journal.file} first."
    known = made or ({} if journal is None else {kind: job for kind, (job, _) in journal.jobs.items()})
    others = f" What else was started is fh.open_models.jobs({uuid!r}, {known!r})." if known else ""
    next_step = (
        "No new running job of the image set was found. It may have ended already: look into the web application. "
        f"Start it again only when it is not there, as each start spends image quota: "
        f"fh.open_models.start({uuid!r}, types={set(kinds)!r}).{again}{others}"
    )
    return OutcomeUnknown(
        f"whether the reconstruction ({', '.join(kinds)}) of the image set {uuid} was started is not known. "
        f"It was not sent again. {next_step}",
        operation=START_RECONSTRUCTION.operation.name,
        next_step=next_step,
    )


def _checked_settings(kinds: tuple[str, ...], parameters: Parameters | None) -> dict[str, str]:
    """The settings of each kind as JSON text, checked as the request will be."""
    given = dict(parameters or {})
    odd = [kind for kind in given if kind not in kinds]
    if odd:
        raise InvalidArgument("parameters", f"has settings for {', '.join(odd)}, which is not among types")
    body = START_RECONSTRUCTION.body
    made: dict[str, str] = {}
    for kind in kinds:
        told = given.get(kind, {})
        member = member_of(kind)
        checked = told if body is None else body.codec_of(member).check(told, member, {})
        made[kind] = checked if isinstance(checked, str) else json.dumps(checked)
    return made


def _sorted_out(answer: ReconstructionJobs, kinds: tuple[str, ...]) -> tuple[dict[str, str], dict[str, int]]:
    """What was started, and what was refused. Where the answer says neither, a kind is in none of them."""
    made: dict[str, str] = {}
    refused: dict[str, int] = {}
    for kind in kinds:
        job: ReconstructionJob | None = getattr(answer, f"model_{kind}", None)
        if job is None:
            continue
        if job.uuid and not job.sub_error_code:
            made[kind] = job.uuid
        elif job.sub_error_code or (job.status is not None and job.status.is_terminal):
            refused[kind] = job.sub_error_code or 0
    return made, refused
