"""From pictures to running jobs: taken up where an earlier run was cut off, and started once."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from flighthub_api.groups.open_models import NOTIFY_UPLOAD, START_RECONSTRUCTION
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import create

from ..._core.hints import hint
from ..._core.request_options import options_for_later, options_for_reading
from ..._core.token_claims import claims
from ..._core.user_paths import path_argument
from ..._reconstruction.image_set import ImageSet
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
from ..._transfer.object_store import require_obstore
from ...errors import APIError, ConnectionFailed, InvalidArgument, NotFound, OutcomeUnknown
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, pause
from .jobs import AsyncOpenModelJobs
from .uploads import Upload

if TYPE_CHECKING:
    from flighthub_api.models import ReconstructionJob, ReconstructionJobs
else:
    ReconstructionJob = lazy_type("flighthub_api.models", "ReconstructionJob")
    ReconstructionJobs = lazy_type("flighthub_api.models", "ReconstructionJobs")

Missing = Literal["error", "skip"]
"""What to do about a link in a folder that leads nowhere."""

Parameters = Mapping[str, str | Mapping[str, Any]]
"""Settings by kind of model, each an object or its JSON text."""

LOOKS = 5
"""How often the running jobs are looked through for one whose start got no response."""

BETWEEN_LOOKS = 3.0
"""Seconds between two looks."""


async def upload(
    client: AsyncFlightHub,
    chosen: PhotoSelection,
    state: Path | str | None,
    options: RequestOptions | None,
    work: Callable[[Journal], Upload],
) -> ImageSet:
    """The image set of some pictures.

    Args:
        client: Who sends.
        chosen: The pictures.
        state: The file that remembers how far this is; None for one in the user's state folder.
        options: What to set for the calls that look for jobs.
        work: Makes the upload, with that memory.
    """
    async with open_journal(client, chosen.photos, state) as journal:
        if journal.starting and (lost := await _look_for(client, journal, options)):
            # Where the image set is gone, a new one would be begun, and that forgotten.
            raise _unknown(journal.resource_uuid or "", lost, journal)
        return (await work(journal).run())._replace(skipped=tuple(chosen.skipped))


class Reconstruction:
    """What is to be made of an image set. Making one looks at the settings.

    Args:
        client: Whose jobs they will be.
        types: Kinds of model.
        parameters: Settings of some of them.
        delete_photos: Whether the server deletes the image set when all jobs have ended.
        options: What to set for each call; members that it adds go into the start only.

    Attributes:
        kinds: The kinds of model, in the documentation's order.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        types: Collection[str],
        parameters: Parameters | None,
        *,
        delete_photos: bool,
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._options = options
        self._reading = options_for_reading(options)
        self.kinds = validate_types(types)
        self._settings = _check_settings(self.kinds, parameters)
        self._delete = delete_photos

    async def jobs_of(
        self, chosen: PhotoSelection, journal: Journal, work: Upload, *, again: bool
    ) -> AsyncOpenModelJobs:
        """The jobs of some pictures, which are uploaded and started where an earlier run has not done so.

        Args:
            chosen: The pictures.
            journal: The memory.
            work: What uploads them.
            again: Whether to start jobs that are there already.
        """
        if again:
            await in_thread(journal.forget_jobs, self.kinds)
        # The server may have deleted the image set at the end, so this is asked first.
        is_same = all(journal.has_counted(photo) for photo in chosen.photos)
        running = await self._running(journal, is_same=is_same)
        if all(kind in running for kind in self.kinds):
            return self._jobs(journal.resource_uuid or "", running, {}, chosen.skipped)
        return await self._ensure_started((await work.run()).uuid, journal, chosen.skipped)

    async def start(self, resource: ImageSet | str | UUID) -> AsyncOpenModelJobs:
        """Starts the jobs of an image set that was uploaded before."""
        if not isinstance(resource, ImageSet):
            return await self._ensure_started(str(resource), None)
        journal = await in_thread(Journal, resource.state)
        try:
            return await self._ensure_started(
                resource.uuid, journal if journal.resource_uuid == resource.uuid else None
            )
        finally:
            journal.close()

    async def _ensure_started(
        self, uuid: str, journal: Journal | None, skipped: Sequence[SkippedFile] = ()
    ) -> AsyncOpenModelJobs:
        """The jobs of an image set: those that run already, and those that are started now."""
        running = {} if journal is None else await self._running(journal)
        missing = {kind: self._settings[kind] for kind in self.kinds if kind not in running}
        if not missing:
            return self._jobs(uuid, running, {}, skipped)
        made, refused = await self._start_once(uuid, missing, journal)
        jobs = self._jobs(uuid, {**running, **made}, refused, skipped)
        if not jobs.uuids:
            # There is nothing to wait for, so this raises at once, and says what was refused.
            await jobs.wait()
        return jobs

    def _jobs(
        self, uuid: str, running: Mapping[str, str], refused: Mapping[str, int], skipped: Sequence[SkippedFile]
    ) -> AsyncOpenModelJobs:
        later = options_for_later(self._options)
        return create(AsyncOpenModelJobs, self._client, uuid, running, refused, skipped, later)

    async def _running(self, journal: Journal, *, is_same: bool = True) -> dict[str, str]:
        """The jobs of earlier runs that are asked for again, by kind.

        Args:
            journal: The memory.
            is_same: Whether the pictures are those that the jobs were started with.

        Raises:
            OutcomeUnknown: An earlier run did not live to see the response, and what it started cannot be found.
        """
        running = await self._recall_jobs(journal) if is_same else {}
        if journal.starting and any(kind not in running for kind in self.kinds):
            lost = await _look_for(self._client, journal, self._reading)
            running = await self._recall_jobs(journal) if is_same else {}
            if lost and any(kind not in running for kind in self.kinds):
                raise _unknown(journal.resource_uuid or "", lost, journal)
        return running

    async def _recall_jobs(self, journal: Journal) -> dict[str, str]:
        """The jobs that an earlier run started with the same settings, but those that failed or are gone."""
        running: dict[str, str] = {}
        for kind, (uuid, text) in list(journal.jobs.items()):
            if self._settings.get(kind) != text:
                continue
            try:
                status = (await self._client.open_models.get(uuid, request_options=self._reading)).model_status
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
        # A job that is there already is not the one whose response is lost.
        rows = await self._client.open_models.list_running(request_options=self._reading)
        before = {row.model_uuid for row in rows}
        if journal is not None:
            before |= {job for job, _ in journal.jobs.values()}
            await in_thread(journal.begin, settings, before)
        made: dict[str, str] = {}
        refused: dict[str, int] = {}
        cause: OutcomeUnknown | None = None
        try:
            answer = await self._client.open_models.start_reconstruction(
                resource_uuid=uuid,
                delete_resource_if_finish=self._delete or None,
                **arguments,
                request_options=self._options,
            )
        except OutcomeUnknown as lost:
            cause = lost
        except (APIError, ConnectionFailed, InvalidArgument):
            # It certainly did not start.
            if journal is not None:
                await in_thread(journal.refused, tuple(settings))
            raise
        else:
            made, refused = _sort_jobs(answer, tuple(settings))
        if journal is not None:
            await in_thread(journal.started, {kind: (job, settings[kind]) for kind, job in made.items()})
            await in_thread(journal.refused, tuple(refused))
        unclear = tuple(kind for kind in settings if kind not in made and kind not in refused)
        if unclear:
            found = await _running_jobs(self._client, uuid, unclear, before, self._reading)
            if journal is not None:
                await in_thread(journal.started, {kind: (job, settings[kind]) for kind, job in found.items()})
            made |= found
            lost_kinds = tuple(kind for kind in unclear if kind not in found)
            if lost_kinds:
                raise _unknown(uuid, lost_kinds, journal, made) from cause
        return made, refused


async def _look_for(client: AsyncFlightHub, journal: Journal, options: RequestOptions | None) -> tuple[str, ...]:
    """Looks for jobs whose start got no response, takes down those that run, and gives the kinds of the others."""
    starting = dict(journal.starting)
    found = await _running_jobs(client, journal.resource_uuid or "", tuple(starting), journal.known, options)
    await in_thread(journal.started, {kind: (job, starting[kind]) for kind, job in found.items()})
    return tuple(kind for kind in starting if kind not in found)


async def _running_jobs(
    client: AsyncFlightHub,
    uuid: str,
    kinds: tuple[str, ...],
    before: Collection[str],
    options: RequestOptions | None,
) -> dict[str, str]:
    """The running jobs of an image set by kind, but those that were there before, looked for more than once."""
    found: dict[str, str] = {}
    for look in range(LOOKS):
        if look:
            await pause(BETWEEN_LOOKS)
        for row in await client.open_models.list_running(request_options=options):
            if row.resource_uuid == uuid and row.model_uuid not in before:
                for kind in kinds:
                    if row.model_type.name.lower() == f"model_{kind}":
                        found[kind] = row.model_uuid
        if len(found) == len(kinds):
            break
    return found


async def select(
    photos: Photos,
    kinds: tuple[str, ...],
    name: str | None,
    max_concurrency: int | None,
    missing: Missing,
    max_photos: int | None,
) -> PhotoSelection:
    """The pictures, each looked at. A warning lists what is left out before anything is sent."""
    body = NOTIFY_UPLOAD.body
    if name is not None and body is not None:
        body.codec_of("resource_name").check(name, "name", {})
    if max_concurrency is not None and max_concurrency < 1:
        raise InvalidArgument("max_concurrency", f"must be at least 1, not {max_concurrency}")
    chosen = await in_thread(select_photos, photos, kinds, missing=missing, max_photos=max_photos)
    chosen.warn_of_skipped()
    return chosen


@asynccontextmanager
async def open_journal(
    client: AsyncFlightHub, photos: list[Photo], state: Path | str | None
) -> AsyncGenerator[Journal]:
    """The memory of how far the upload of some pictures is, which is held meanwhile."""
    require_obstore()
    journal = await in_thread(Journal, _place(client, photos) if state is None else path_argument(state, "state"))
    try:
        yield journal
    finally:
        journal.close()


def _place(client: AsyncFlightHub, photos: list[Photo]) -> Path:
    """Where the memory of the upload of some pictures lies, unless a place is chosen."""
    configuration = client.configuration
    known = {} if callable(configuration.token) else claims(configuration.token)
    return place_of(photos, configuration.base_url, str(known.get("organization_uuid", "")))


def _unknown(
    uuid: str, kinds: tuple[str, ...], journal: Journal | None, made: Mapping[str, str] | None = None
) -> OutcomeUnknown:
    again = "" if journal is None else f" To start it again from the same pictures, delete {journal.file} first."
    known = made or ({} if journal is None else {kind: job for kind, (job, _) in journal.jobs.items()})
    others = f" What else was started is fh.open_models.jobs({uuid!r}, {known!r})." if known else ""
    call = f"fh.open_models.start({uuid!r}, types={set(kinds)!r})"
    next_step = hint("open_models.start", call=call, more=f"{again}{others}")
    return OutcomeUnknown(
        f"whether the reconstruction ({', '.join(kinds)}) of the image set {uuid} was started is not known. "
        f"It was not sent again. {next_step.text}",
        operation=START_RECONSTRUCTION.operation.name,
        hints=(next_step,),
    )


def _check_settings(kinds: tuple[str, ...], parameters: Parameters | None) -> dict[str, str]:
    """The settings of each kind as JSON text, checked as the request will be."""
    given = dict(parameters or {})
    odd = [kind for kind in given if kind not in kinds]
    if odd:
        raise InvalidArgument("parameters", f"has settings for {', '.join(odd)}, which is not among types")
    body = START_RECONSTRUCTION.body
    made: dict[str, str] = {}
    for kind in kinds:
        wanted = given.get(kind, {})
        member = member_of(kind)
        checked = wanted if body is None else body.codec_of(member).check(wanted, member, {})
        made[kind] = checked if isinstance(checked, str) else json.dumps(checked)
    return made


def _sort_jobs(answer: ReconstructionJobs, kinds: tuple[str, ...]) -> tuple[dict[str, str], dict[str, int]]:
    """What was started, and what was refused. Where the response says neither, a kind is in none of them."""
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
