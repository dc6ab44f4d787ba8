"""Reconstruction from pictures of any origin."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from flighthub_api.groups.open_models import NOTIFY_UPLOAD, START_RECONSTRUCTION, AsyncOpenModels

from .._image_sets import Resource
from .._journal import Journal, place_of
from .._photos import Photo, Photos, checked_kinds, collected, member_of
from ..errors import APIError, ConnectionFailed, InvalidArgument, NotFound, OutcomeUnknown
from ._jobs import ArchiveLink, AsyncJobs
from ._seam import in_thread, pause

if TYPE_CHECKING:
    from flighthub_api.models import OpenModel, ReconstructionJobs

    from ..progress import Progress
    from ._client import AsyncFlightHub

Parameters = Mapping[str, "str | Mapping[str, Any]"]
"""Settings by kind of model, each an object or its JSON text."""

LOOKS = 5
"""How often the running jobs are looked through for one whose start got no answer."""

BETWEEN_LOOKS = 3.0
"""Seconds between two looks."""


class OpenModelsGroup(AsyncOpenModels):
    """Reconstruction from pictures of any origin."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def reconstruct(
        self,
        photos: Photos,
        *,
        types: Collection[str] = ("3d",),
        parameters: Parameters | None = None,
        name: str | None = None,
        wait: bool = True,
        download_to: Path | str | None = None,
        archive_link: ArchiveLink | None = None,
        delete_photos: bool = False,
        progress: Progress | None = None,
        on_change: Callable[[Mapping[str, OpenModel]], None] | None = None,
        state: Path | str | None = None,
        timeout: float | None = 86400.0,
        interval: float = 15.0,
        max_concurrency: int | None = None,
        cancel: Event | None = None,
    ) -> AsyncJobs:
        """Make models of pictures: upload them, start the jobs, follow them to the end, and fetch the archives.

        A run that was cut off is taken up by calling this again with the same pictures: what is stored is not sent
        again, and a job that was started is not started again. A start whose answer was lost is looked for among the
        running jobs, never repeated. Needs the extra `storage`.

        Args:
            photos: A folder (searched below as well), a pattern such as `flights/**/*.JPG`, or paths. Each needs a name
                of its own.
            types: Kinds of model: some of `2d`, `3d`, `3dgs`, `lidar`. 5 to 20000 pictures are needed, for `3dgs` 10 to
                4000.
            parameters: Settings by kind of model, as an object or its JSON text; the server's own when not given. Their
                keys are known from DJI's earlier service only (inferred).
            name: Name for the image set, at most 255 characters.
            wait: Whether to wait for the end.
            download_to: Folder for the archives. Needs `archive_link`, and goes with `wait`.
            archive_link: Gives a link to the archive of a model; see `Jobs.download`.
            delete_photos: Whether the server deletes the image set when all jobs have ended.
            progress: Is told files, bytes and percents: the jobs `upload`, `register`, each kind, and `download`.
            on_change: Called with the models by kind whenever the state of one changes.
            state: File that remembers how far this is; one in the user's state folder when not given. It is deleted at
                the end.
            timeout: Seconds to wait for the jobs in all; None for as long as it takes.
            interval: Seconds between two looks at them.
            max_concurrency: Files that are sent at a time; up to 8 when not given.
            cancel: Set it, from any thread, to stop. Calling again goes on.

        Returns:
            The jobs.

        Raises:
            InvalidArgument: The pictures or settings will not do; nothing was sent.
            ConfigurationError: The extra `storage` is not installed.
            TransferError: A picture could not be stored, or an archive not be fetched.
            OutcomeUnknown: Whether the jobs were started cannot be found out.
            ReconstructionFailed: A job failed.
            WaitTimeout: The jobs take longer than `timeout`.
            FlightHubError: A call failed.

        Documentation: "Get upload credential", "Upload callback", "Start reconstruction task", "Get Model Details".

        Example:
            >>> jobs = await fh.open_models.reconstruct(photos, types={"3d"}, wait=False)
            >>> sorted(jobs.uuids)
            ['3d']
        """
        kinds = checked_kinds(types)
        if download_to is not None and archive_link is None:
            raise InvalidArgument(
                "download_to",
                "needs archive_link=…: a finished model names the key of its archive, and no operation of V1.0 is "
                "known that turns it into a link",
            )
        if download_to is not None and not wait:
            raise InvalidArgument("download_to", "goes with wait=True; call download() of the jobs later")
        settings = _checked_settings(kinds, parameters)
        _check_name(name)
        journal, found = await self._opened(photos, kinds, state)
        try:
            resource = await self._uploaded(found, journal, name, progress, max_concurrency, cancel)
            jobs = await self._started(resource.uuid, kinds, settings, delete_photos, journal)
            if wait:
                await jobs.wait(
                    timeout=timeout, interval=interval, progress=progress, on_change=on_change, cancel=cancel
                )
                if download_to is not None and archive_link is not None:
                    fetched = await jobs.download(
                        download_to, archive_link=archive_link, progress=progress, cancel=cancel
                    )
                    fetched.raise_for_errors()
                await in_thread(journal.remove)
        finally:
            journal.close()
        return jobs

    async def upload(
        self,
        photos: Photos,
        *,
        name: str | None = None,
        types: Collection[str] = (),
        progress: Progress | None = None,
        state: Path | str | None = None,
        max_concurrency: int | None = None,
        cancel: Event | None = None,
    ) -> Resource:
        """Upload pictures as an image set: store them, report them in batches, and check that all were counted.

        Cut off, it is taken up by calling it again with the same pictures, in the same image set while its credentials
        last. After that a new set begins, with a warning in the log `flighthub`. Needs the extra `storage`.

        Args:
            photos: A folder (searched below as well), a pattern such as `flights/**/*.JPG`, or paths.
            name: Name for the image set, at most 255 characters.
            types: Kinds of model that are to be made, so that the number of pictures can be checked.
            progress: Is told files and bytes, as the jobs `upload` and `register`.
            state: File that remembers how far this is; one in the user's state folder when not given.
            max_concurrency: Files that are sent at a time; up to 8 when not given.
            cancel: Set it, from any thread, to stop. Calling again goes on.

        Returns:
            The image set, for `start`.

        Raises:
            InvalidArgument: The pictures will not do; nothing was sent.
            ConfigurationError: The extra `storage` is not installed.
            TransferError: A picture could not be stored.
            FlightHubError: A call failed.

        Documentation: "Get upload credential", "Upload callback", "Get resource details".

        Example:
            >>> resource = await fh.open_models.upload(photos, name="North face")
            >>> jobs = await fh.open_models.start(resource, types={"2d", "3d"})
        """
        kinds = checked_kinds(types) if types else ()
        _check_name(name)
        journal, found = await self._opened(photos, kinds, state)
        try:
            return await self._uploaded(found, journal, name, progress, max_concurrency, cancel)
        finally:
            journal.close()

    async def start(
        self,
        resource: Resource | str | UUID,
        *,
        types: Collection[str] = ("3d",),
        parameters: Parameters | None = None,
        delete_photos: bool = False,
    ) -> AsyncJobs:
        """Start the reconstruction of an image set. Spends image quota.

        The start is sent once. When its answer is lost, the running jobs are looked through for it. Jobs that were
        started before with the same settings, according to the memory of a `Resource`, are not started again.

        Args:
            resource: The image set: what `upload` gave, or its id.
            types: Kinds of model: some of `2d`, `3d`, `3dgs`, `lidar`.
            parameters: Settings by kind of model, as an object or its JSON text.
            delete_photos: Whether the server deletes the image set when all jobs have ended.

        Returns:
            The jobs. Kinds that the server would not start are in `refused`.

        Raises:
            InvalidArgument: The settings will not do; nothing was sent.
            OutcomeUnknown: Whether the jobs were started cannot be found out.
            ReconstructionFailed: None of the jobs could be started.
            FlightHubError: The call failed.

        Documentation: "Start reconstruction task".

        Example:
            >>> resource = await fh.open_models.upload(photos)
            >>> jobs = await fh.open_models.start(resource, types={"2d"}, parameters={"2d": {"quality_level": 2}})
            >>> jobs.refused
            {}
        """
        kinds = checked_kinds(types)
        settings = _checked_settings(kinds, parameters)
        if not isinstance(resource, Resource):
            return await self._started(str(resource), kinds, settings, delete_photos, None)
        journal = await in_thread(Journal, resource.state)
        try:
            remembered = journal if journal.resource_uuid == resource.uuid else None
            return await self._started(resource.uuid, kinds, settings, delete_photos, remembered)
        finally:
            journal.close()

    def jobs(self, resource_uuid: str | UUID, uuids: Mapping[str, str]) -> AsyncJobs:
        """Take up jobs that were started elsewhere, to wait for them or to fetch their archives. Sends nothing.

        Args:
            resource_uuid: The image set.
            uuids: Id of each job by kind of model, such as `{"3d": …}`.

        Returns:
            The jobs.

        Raises:
            InvalidArgument: A kind is none.

        Documentation: "Get Model Details" of open modeling.

        Example:
            >>> again = fh.open_models.jobs(jobs.resource_uuid, jobs.uuids)
            >>> len(again)
            1
        """
        checked_kinds(uuids)
        return AsyncJobs(self._client, str(resource_uuid), uuids, {})

    async def _opened(
        self, photos: Photos, kinds: tuple[str, ...], state: Path | str | None
    ) -> tuple[Journal, list[Photo]]:
        """The memory of the upload of some pictures, and the pictures, each looked at."""
        from .._hints import claims
        from .._storage import needed

        needed()
        found = await in_thread(collected, photos, kinds)
        if state is not None:
            place = Path(state).expanduser()
        else:
            configuration = self._client.configuration
            known = {} if callable(configuration.token) else claims(configuration.token)
            place = place_of(found, configuration.base_url, str(known.get("organization_uuid", "")))
        return await in_thread(Journal, place), found

    async def _uploaded(
        self,
        photos: list[Photo],
        journal: Journal,
        name: str | None,
        progress: Progress | None,
        max_concurrency: int | None,
        cancel: Event | None,
    ) -> Resource:
        from ._uploads import Upload

        if max_concurrency is not None and max_concurrency < 1:
            raise InvalidArgument("max_concurrency", f"must be at least 1, not {max_concurrency}")
        work = Upload(
            self._client,
            photos,
            journal,
            name=name,
            progress=progress,
            max_concurrency=max_concurrency,
            cancel=cancel,
        )
        return await work.run()

    async def _started(
        self, uuid: str, kinds: tuple[str, ...], settings: Mapping[str, str], delete: bool, journal: Journal | None
    ) -> AsyncJobs:
        """The jobs of an image set: those that run already, and those that are started now."""
        if journal is not None and journal.starting:
            # An earlier run did not live to see the answer.
            waited_for = tuple(journal.starting)
            found = await self._running(uuid, waited_for)
            if not found:
                raise self._unknown(uuid, waited_for, journal.file)
            await in_thread(journal.started, {kind: (job, journal.starting[kind]) for kind, job in found.items()})
        running = {} if journal is None else await self._remembered(journal, settings)
        missing = {kind: settings[kind] for kind in kinds if kind not in running}
        if not missing:
            return AsyncJobs(self._client, uuid, running, {})
        if journal is not None:
            await in_thread(journal.begin, missing)
        made, refused = await self._start_once(uuid, missing, delete, journal)
        if journal is not None:
            await in_thread(journal.started, {kind: (job, missing[kind]) for kind, job in made.items()})
            await in_thread(journal.refused, [kind for kind in missing if kind not in made])
        jobs = AsyncJobs(self._client, uuid, {**running, **made}, refused)
        if not jobs.uuids:
            await jobs.wait()
        return jobs

    async def _remembered(self, journal: Journal, settings: Mapping[str, str]) -> dict[str, str]:
        """The jobs that an earlier run started with the same settings, but those that failed or are gone."""
        running: dict[str, str] = {}
        for kind, (uuid, text) in list(journal.jobs.items()):
            if settings.get(kind) != text:
                continue
            try:
                status = (await self.get(uuid)).model_status
            except NotFound:
                status = None
            if status is None or (status.is_terminal and not status.is_success):
                await in_thread(journal.forget_jobs, [kind])
            else:
                running[kind] = uuid
        return running

    async def _start_once(
        self, uuid: str, settings: Mapping[str, str], delete: bool, journal: Journal | None
    ) -> tuple[dict[str, str], dict[str, int]]:
        """Sends the start, and gives the ids of the jobs and the kinds that were refused."""
        arguments: dict[str, Any] = {member_of(kind): text for kind, text in settings.items()}
        try:
            answer = await self.start_reconstruction(
                resource_uuid=uuid, delete_resource_if_finish=delete or None, **arguments
            )
        except OutcomeUnknown as lost:
            found = await self._running(uuid, tuple(settings))
            if not found:
                raise self._unknown(uuid, tuple(settings), None if journal is None else journal.file) from lost
            return found, dict.fromkeys((kind for kind in settings if kind not in found), 0)
        except (APIError, ConnectionFailed, InvalidArgument):
            # It certainly did not start.
            if journal is not None:
                await in_thread(journal.refused, tuple(settings))
            raise
        return _sorted_out(answer, tuple(settings))

    async def _running(self, uuid: str, kinds: tuple[str, ...]) -> dict[str, str]:
        """The running jobs of an image set by kind, looked for more than once."""
        found: dict[str, str] = {}
        for look in range(LOOKS):
            if look:
                await pause(BETWEEN_LOOKS)
            for row in await self.list_running():
                if row.resource_uuid == uuid:
                    for kind in kinds:
                        if row.model_type.name.lower() == f"model_{kind}":
                            found[kind] = row.model_uuid
            if len(found) == len(kinds):
                break
        return found

    def _unknown(self, uuid: str, kinds: tuple[str, ...], state: Path | None) -> OutcomeUnknown:
        again = "" if state is None else f" To start it again from the same pictures, delete {state} first."
        next_step = (
            "No running job of the image set was found. It may have ended already: look into the web application. "
            f"Start it again only when it is not there, as each start spends image quota: "
            f"fh.open_models.start({uuid!r}, types={set(kinds)!r}).{again}"
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
        checked = told if body is None else body.kind_of(member).check(told, member, {})
        made[kind] = checked if isinstance(checked, str) else json.dumps(checked)
    return made


def _check_name(name: str | None) -> None:
    body = NOTIFY_UPLOAD.body
    if name is not None and body is not None:
        body.kind_of("resource_name").check(name, "name", {})


def _sorted_out(answer: ReconstructionJobs, kinds: tuple[str, ...]) -> tuple[dict[str, str], dict[str, int]]:
    made: dict[str, str] = {}
    refused: dict[str, int] = {}
    for kind in kinds:
        job = getattr(answer, f"model_{kind}", None)
        if job is not None and job.uuid and not job.sub_error_code:
            made[kind] = cast(str, job.uuid)
        else:
            refused[kind] = 0 if job is None else cast(int, job.sub_error_code or 0)
    return made, refused
