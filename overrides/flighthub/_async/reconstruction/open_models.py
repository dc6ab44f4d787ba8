"""Reconstruction from pictures of any origin."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack, overload
from uuid import UUID

from flighthub_api.groups.open_models import AsyncOpenModels
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import create
from flighthub_runtime.secrets import mask_argument

from ..._core.polling import Poller
from ..._core.request_options import options_for_later, options_for_reading
from ...errors import InvalidArgument
from ...progress import check_progress
from ..client import AsyncFlightHub
from ..core.concurrency import OnChange, check_callback, in_thread
from .jobs import ArchiveLink, AsyncOpenModelJobs

if TYPE_CHECKING:
    from flighthub_api.models import OpenModel

    from ..._reconstruction.image_set import ImageSet, ReconstructionPlan
    from ..._reconstruction.journal import Journal
    from ..._reconstruction.photos import Photos
    from ...progress import Progress
    from .reconstruct import Missing, Parameters
    from .uploads import Upload
else:
    OpenModel = lazy_type("flighthub_api.models", "OpenModel")
    ReconstructionPlan = lazy_type("..._reconstruction.image_set", "ReconstructionPlan", __package__)
    ImageSet = lazy_type("..._reconstruction.image_set", "ImageSet", __package__)
    Journal = lazy_type("..._reconstruction.journal", "Journal", __package__)
    Upload = lazy_type(".uploads", "Upload", __package__)
    Photos = lazy_type("..._reconstruction.photos", "Photos", __package__)
    Progress = lazy_type("...progress", "Progress", __package__)
    Missing = lazy_type(".reconstruct", "Missing", __package__)
    Parameters = lazy_type(".reconstruct", "Parameters", __package__)


class ReconstructionSettings(TypedDict, total=False):
    """The keyword arguments of `reconstruct` that do not decide what it gives."""

    types: Collection[str]
    parameters: Parameters | None
    name: str | None
    missing: Missing
    max_photos: int | None
    again: bool
    wait: bool
    download_to: Path | str | None
    archive_link: ArchiveLink | None
    delete_photos: bool
    progress: Progress | None
    on_change: OnChange[Mapping[str, OpenModel]] | None
    state: Path | str | None
    timeout: float | None
    interval: float
    max_concurrency: int | None
    cancel: Event | None
    request_options: RequestOptions | None


class OpenModelsGroup(AsyncOpenModels):
    """Reconstruction from pictures of any origin."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    @overload
    async def reconstruct(
        self, photos: Photos, *, dry_run: Literal[False] = False, **settings: Unpack[ReconstructionSettings]
    ) -> AsyncOpenModelJobs: ...
    @overload
    async def reconstruct(
        self, photos: Photos, *, dry_run: Literal[True], **settings: Unpack[ReconstructionSettings]
    ) -> ReconstructionPlan: ...
    async def reconstruct(
        self,
        photos: Photos,
        *,
        types: Collection[str] = ("3d",),
        parameters: Parameters | None = None,
        name: str | None = None,
        missing: Missing = "error",
        max_photos: int | None = None,
        again: bool = False,
        wait: bool = True,
        download_to: Path | str | None = None,
        archive_link: ArchiveLink | None = None,
        delete_photos: bool = False,
        progress: Progress | None = None,
        on_change: OnChange[Mapping[str, OpenModel]] | None = None,
        state: Path | str | None = None,
        timeout: float | None = 86400.0,
        interval: float = 15.0,
        max_concurrency: int | None = None,
        cancel: Event | None = None,
        dry_run: bool = False,
        request_options: RequestOptions | None = None,
    ) -> AsyncOpenModelJobs | ReconstructionPlan:
        """Make models of pictures: upload them, start the jobs, follow them to the end, and fetch the archives.

        A run that was cut off is taken up by calling this again with the same pictures: what is stored is not sent
        again, and a job that was started is not started again, also when the server has deleted the pictures since. A
        start whose response was lost is looked for among the running jobs, never repeated. After a success the models
        that were made are given again, and nothing is charged. Needs the extra `storage`.

        Args:
            photos: A folder (searched below as well), a pattern such as `flights/**/*.JPG`, or paths. Each needs a name
                of its own.
            types: Kinds of model: some of `2d`, `3d`, `3dgs`, `lidar`. 5 to 20000 pictures are needed, for `3dgs` 10 to
                4000.
            parameters: Settings by kind of model, as an object or its JSON text; the server's own when not given. Their
                keys are known from DJI's earlier service only (inferred).
            name: Name for the image set, at most 255 characters.
            missing: What to do about a link in a folder that leads nowhere: `error` refuses the pictures, `skip` leaves
                it out. What else is left out (hidden files, links to folders, other kinds of file) is listed in a
                `SkippedFilesWarning` before anything is sent, and in `skipped`.
            max_photos: The most pictures that there may be. Each counts towards the image quota.
            again: Whether to make models once more that are there already, which spends quota again.
            wait: Whether to wait for the end.
            download_to: Folder for the archives. Needs `archive_link`, and goes with `wait`.
            archive_link: Gives a link to the archive of a model; see `OpenModelJobs.download`.
            delete_photos: Whether the server deletes the image set when all jobs have ended.
            progress: Called with files, bytes and percents, for the jobs `upload`, `register`, each kind, and
                `download`.
            on_change: Called with the models by kind whenever the state of one changes.
            state: File that remembers how far this is; one in the user's state folder when not given. It stays, without
                credentials, so that the same models are not made twice.
            timeout: Seconds to wait for the jobs in all; None for as long as it takes. The upload before it has no such
                limit, as it ends by itself where nothing moves: `upload(timeout=...)` and `start()` bound it.
            interval: Seconds between two looks at them.
            max_concurrency: Files that are sent at a time; up to 8 when not given.
            cancel: Set it, from any thread, to stop. Calling again goes on.
            dry_run: Whether to look at the pictures alone and to send nothing.
            request_options: What to set for each call. Members that it adds go into the start of the jobs only.

        Returns:
            The jobs. On a dry run a `ReconstructionPlan`: `photos`, `size`, `types` and `skipped`.

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
            >>> plan = await fh.open_models.reconstruct(photos, types={"3d"}, dry_run=True)
            >>> plan.types, len(plan.skipped)
            (('3d',), 0)
        """
        from ..._reconstruction.image_set import plan_of
        from .reconstruct import Reconstruction, open_journal, select
        from .uploads import Upload

        request_options = mask_argument(request_options)
        check_callback(on_change, "on_change")
        work = Reconstruction(self._client, types, parameters, delete_photos=delete_photos, options=request_options)
        if not dry_run:
            check_progress(progress)
            _check_download(download_to, archive_link, wait=wait)
        chosen = await select(photos, work.kinds, name, max_concurrency, missing, max_photos)
        if dry_run:
            return plan_of(chosen, work.kinds)
        async with open_journal(self._client, chosen.photos, state) as journal:
            upload = Upload(
                self._client,
                chosen.photos,
                journal,
                name=name,
                progress=progress,
                max_concurrency=max_concurrency,
                cancel=cancel,
                options=options_for_reading(request_options),
            )
            jobs = await work.jobs_of(chosen, journal, upload, again=again)
            if wait:
                options = options_for_reading(request_options)
                await jobs.wait(
                    timeout=timeout,
                    interval=interval,
                    progress=progress,
                    on_change=on_change,
                    cancel=cancel,
                    request_options=options,
                )
                if download_to is not None and archive_link is not None:
                    fetched = await jobs.download(
                        download_to,
                        archive_link=archive_link,
                        progress=progress,
                        cancel=cancel,
                        request_options=options,
                    )
                    fetched.raise_for_errors()
                # What was made stays known: another run with the same pictures would be charged for the same models.
                await in_thread(partial(journal.forget_credentials, callback=True))
        return jobs

    async def upload(
        self,
        photos: Photos,
        *,
        name: str | None = None,
        types: Collection[str] = (),
        missing: Missing = "error",
        max_photos: int | None = None,
        progress: Progress | None = None,
        state: Path | str | None = None,
        max_concurrency: int | None = None,
        timeout: float | None = None,
        interval: float = 2.0,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> ImageSet:
        """Upload pictures as an image set: store them, report them in batches, and check that all were counted.

        Cut off, it is taken up by calling it again with the same pictures, in the same image set while its credentials
        last. After that a new set begins, with a warning in the log `flighthub`. Needs the extra `storage`.

        Args:
            photos: A folder (searched below as well), a pattern such as `flights/**/*.JPG`, or paths.
            name: Name for the image set, at most 255 characters.
            types: Kinds of model that are to be made, so that the number of pictures can be checked.
            missing: What to do about a link in a folder that leads nowhere: `error` or `skip`.
            max_photos: The most pictures that there may be.
            progress: Called with files and bytes, for the jobs `upload` and `register`.
            state: File that remembers how far this is; one in the user's state folder when not given.
            max_concurrency: Files that are sent at a time; up to 8 when not given.
            timeout: Seconds that it may take; no limit when not given. Calling again goes on.
            interval: Seconds between two looks at what the server has counted.
            cancel: Set it, from any thread, to stop. Calling again goes on.
            request_options: What to set for each call. Members that it adds go into the reports of files only.

        Returns:
            The image set, for `start`.

        Raises:
            InvalidArgument: The pictures will not do; nothing was sent.
            ConfigurationError: The extra `storage` is not installed.
            TransferError: A picture could not be stored.
            WaitTimeout: It was not complete in time.
            OutcomeUnknown: Whether jobs were started from these pictures before cannot be found out.
            FlightHubError: A call failed.

        Documentation: "Get upload credential", "Upload callback", "Get resource details".

        Example:
            >>> resource = await fh.open_models.upload(photos, name="North face")
            >>> jobs = await fh.open_models.start(resource, types={"2d", "3d"})
        """
        from ..._reconstruction.photos import validate_types
        from .reconstruct import select, upload
        from .uploads import Upload

        request_options = mask_argument(request_options)
        check_progress(progress)
        Poller("the pictures to be counted", timeout, interval)  # so that wrong numbers are refused before any call
        kinds = validate_types(types) if types else ()
        chosen = await select(photos, kinds, name, max_concurrency, missing, max_photos)

        def work(journal: Journal) -> Upload:
            return Upload(
                self._client,
                chosen.photos,
                journal,
                name=name,
                progress=progress,
                max_concurrency=max_concurrency,
                cancel=cancel,
                timeout=timeout,
                interval=interval,
                options=request_options,
            )

        return await upload(self._client, chosen, state, options_for_reading(request_options), work)

    async def start(
        self,
        resource: ImageSet | str | UUID,
        *,
        types: Collection[str] = ("3d",),
        parameters: Parameters | None = None,
        delete_photos: bool = False,
        request_options: RequestOptions | None = None,
    ) -> AsyncOpenModelJobs:
        """Start the reconstruction of an image set. Spends image quota.

        The start is sent once. When its response is lost, the running jobs are looked through for it. Jobs that
        were started before with the same settings, according to the memory of an `ImageSet`, are not started again.

        Args:
            resource: The image set: what `upload` gave, or its id.
            types: Kinds of model: some of `2d`, `3d`, `3dgs`, `lidar`.
            parameters: Settings by kind of model, as an object or its JSON text.
            delete_photos: Whether the server deletes the image set when all jobs have ended.
            request_options: What to set for each call. Members that it adds go into the start only.

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
        from .reconstruct import Reconstruction

        request_options = mask_argument(request_options)
        work = Reconstruction(self._client, types, parameters, delete_photos=delete_photos, options=request_options)
        return await work.start(resource)

    def jobs(
        self,
        resource_uuid: str | UUID,
        uuids: Mapping[str, str],
        *,
        request_options: RequestOptions | None = None,
    ) -> AsyncOpenModelJobs:
        """Take up jobs that were started elsewhere, to wait for them or to fetch their archives. Sends nothing.

        Args:
            resource_uuid: The image set.
            uuids: Id of each job by kind of model, such as `{"3d": …}`.
            request_options: Its project is what all calls of the jobs act on.

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
        from ..._reconstruction.photos import validate_types

        options = options_for_later(mask_argument(request_options))
        validate_types(uuids)
        return create(AsyncOpenModelJobs, self._client, str(resource_uuid), uuids, {}, options=options)


def _check_download(to: Path | str | None, archive_link: ArchiveLink | None, *, wait: bool) -> None:
    """Refuses archives that are to be fetched and cannot be."""
    if to is not None and archive_link is None:
        raise InvalidArgument(
            "download_to",
            "needs archive_link=...: a finished model names the key of its archive, and no operation of V1.0 is "
            "known that turns it into a link",
        )
    if to is not None and not wait:
        raise InvalidArgument("download_to", "goes with wait=True; call download() of the jobs later")
