"""Reconstructions that were started together: how they are, how they end, and where their archives go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Self

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, exported
from flighthub_runtime.secrets import mask_argument

from ..._core.request_options import options_for_reading, override_options
from ..._transfer.results import DownloadedFile, DownloadSummary, Wanted
from ...errors import FlightHubError, InvalidArgument, ReconstructionFailed, TransferError
from ...progress import Progress, ProgressCounter
from ..client import AsyncFlightHub
from ..core.concurrency import OnChange, in_thread, maybe_await
from ..core.polling import wait_until

if TYPE_CHECKING:
    from flighthub_api.models import OpenModel
    from flighthub_runtime.secrets import Secret

    from ..._reconstruction.photos import SkippedFile
else:
    OpenModel = lazy_type("flighthub_api.models", "OpenModel")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    SkippedFile = lazy_type("..._reconstruction.photos", "SkippedFile", __package__)

ArchiveLink = Callable[["OpenModel"], str] | Callable[["OpenModel"], Awaitable[str]]
"""Gives a link to the archive of a model. It is called in a thread of its own, or awaited."""


@exported
class AsyncOpenModelJobs(metaclass=NoPublicConstructor):
    """The jobs of one image set, by kind of model. `fh.open_models.reconstruct`, `start` and `jobs` make it.

    `len(jobs)` is their number, and iterating gives their kinds.

    Attributes:
        resource_uuid: The image set.
        uuids: Id of each job, which is also that of its model, by kind, such as `3d`.
        models: The models as last read, by kind; empty before that.
        refused: Kinds that could not be started, with the `sub_error_code` that the server gave; 0 where it named none.
        skipped: What lay beside the pictures and was not uploaded, with reasons; empty for jobs that were started from
            an image set.
    """

    def __init__(
        self,
        client: AsyncFlightHub,
        resource_uuid: str,
        uuids: Mapping[str, str],
        refused: Mapping[str, int],
        skipped: Sequence[SkippedFile] = (),
        options: RequestOptions | None = None,
    ) -> None:
        self._client = client
        self._options = options
        self.resource_uuid = resource_uuid
        self.uuids = dict(uuids)
        self.models: dict[str, OpenModel] = {}
        self.refused = dict(refused)
        self.skipped = tuple(skipped)

    async def refresh(self, *, request_options: RequestOptions | None = None) -> Self:
        """Read the present state of each job.

        Args:
            request_options: What to set for each call, over what the jobs were made with.

        Returns:
            The jobs themselves, with what was read in `models`.

        Raises:
            NotFound: A job is not there any more.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Get Model Details" of open modeling.

        Example:
            >>> (await jobs.refresh()).models["3d"].model_status.is_known
            True
        """
        request_options = override_options(self._options, mask_argument(request_options))
        self.models = {
            kind: await self._client.open_models.get(uuid, request_options=request_options)
            for kind, uuid in self.uuids.items()
        }
        return self

    async def wait(
        self,
        *,
        timeout: float | None = 86400.0,
        interval: float = 15.0,
        progress: Progress | None = None,
        on_change: OnChange[Mapping[str, OpenModel]] | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> dict[str, OpenModel]:
        """Wait until every job has ended and its archive is packed.

        Which jobs end in status 9 and which in 15 is not known; both are success. A status that nobody has documented
        is waited on.

        Args:
            timeout: Seconds to wait in all; None for as long as it takes.
            interval: Seconds between two looks.
            progress: Called with percents, for a job of each kind.
            on_change: Called with the models by kind whenever the state of one changes.
            cancel: Set it, from any thread, to end the wait. The jobs go on.
            request_options: What to set for each call, over what the jobs were made with.

        Returns:
            The models by kind.

        Raises:
            ReconstructionFailed: A job failed or was cancelled, its archive could not be packed, or it could not be
                started. The others have been waited for; `models` has all of them.
            WaitTimeout: They take longer.
            WaitCancelled: `cancel` was set.

        Documentation: "Get Model Details" of open modeling.

        Example:
            >>> models = await jobs.wait(interval=0.1)
            >>> models["3d"].model_status.is_success
            True
        """
        request_options = override_options(self._options, mask_argument(request_options))
        counters = {kind: ProgressCounter(progress, kind, 100) for kind in self.uuids}
        ended: dict[str, OpenModel] = {}

        async def look() -> dict[str, OpenModel]:
            for kind, uuid in self.uuids.items():
                if kind not in ended:
                    model = await self._client.open_models.get(uuid, request_options=request_options)
                    counters[kind].set(_percent(model), _state(model))
                    if has_ended(model):
                        ended[kind] = model
                    seen[kind] = model
            self.models = dict(seen)
            return self.models

        seen: dict[str, OpenModel] = {}
        found = await wait_until(
            look,
            lambda models: len(ended) == len(self.uuids),
            what=f"the reconstruction of {', '.join(self.uuids) or 'nothing'}",
            timeout=timeout,
            interval=interval,
            on_change=on_change,
            seen_as=lambda models: {kind: (_percent(model), _state(model)) for kind, model in models.items()},
            cancel=cancel,
        )
        failures = [*(_failure(kind, model) for kind, model in found.items()), *map(_refusal, self.refused.items())]
        texts = [each for each in failures if each]
        if texts:
            raise ReconstructionFailed("; ".join(texts), models=tuple(found.values()))
        return found

    async def stop(self, *, request_options: RequestOptions | None = None) -> None:
        """Stop the jobs that are still running. Their pictures are credited to the quota again.

        Args:
            request_options: What to set for each call, over what the jobs were made with.

        Raises:
            FlightHubError: One could not be stopped, or not be looked at. The others are stopped all the same.

        Documentation: "Stop reconstruction task".

        Example:
            >>> await jobs.stop()
        """
        request_options = override_options(self._options, mask_argument(request_options))
        failures: list[FlightHubError] = []
        for uuid in self.uuids.values():
            try:
                model = await self._client.open_models.get(uuid, request_options=options_for_reading(request_options))
                if not model.model_status.is_terminal:
                    await self._client.open_models.stop_reconstruction(uuid, request_options=request_options)
            except FlightHubError as error:
                failures.append(error)
        for first in failures:
            raise first

    async def download(
        self,
        to: Path | str,
        *,
        archive_link: ArchiveLink,
        overwrite: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> DownloadSummary:
        """Fetch the archives of the models into a folder, as `<kind>-<model_uuid>.zip`.

        A finished model names the key of its archive in the storage, and no operation of V1.0 is known that turns it
        into a link; the credentials for uploads cannot read. Who has a way to read there gives it as `archive_link`.

        Args:
            to: Folder to put them in; made when it does not exist.
            archive_link: Gives a link to the archive of a model, from its `zip_file_key`. It is asked again when a link
                has expired.
            overwrite: Whether files that are there are fetched again and replaced.
            progress: Called with bytes, for the job `download`.
            timeout: Seconds that it may take; no limit when not given. What is there stays, for another time.
            cancel: Set it, from any thread, to end the job.
            request_options: What to set for the calls that read the models, over what the jobs were made with.

        Returns:
            What became of each archive. One that is not there, or not yet, has a `TransferError` as its error.

        Raises:
            TransferError: There is no room on the disk, or the folder cannot be written to.
            WaitTimeout: It was not complete in time.

        Documentation: "Get Model Details" of open modeling.

        Example:
            >>> models = await jobs.wait(interval=0.1)
            >>> found = await jobs.download(folder, archive_link=archive_link)
            >>> found.ok
            True
        """
        from ..transfer.downloads import download_all

        request_options = mask_argument(request_options)
        found = (await self.refresh(request_options=request_options)).models
        models = {kind: model for kind, model in found.items() if model.zip_file_key}

        async def links() -> Mapping[str, Secret | None]:
            return {model.model_uuid: await _link_to(model, archive_link) for model in models.values()}

        first = await links()
        wanted = [
            Wanted(model.model_uuid, _archive_name(kind, model), None, first[model.model_uuid])
            for kind, model in models.items()
        ]
        fetched = await download_all(
            self._client,
            wanted,
            to,
            relist=links,
            overwrite=overwrite,
            progress=progress,
            timeout=timeout,
            cancel=cancel,
        )
        files = dict(zip(first, fetched, strict=True))
        return DownloadSummary(
            [files.get(model.model_uuid) or _without_archive(kind, model) for kind, model in found.items()]
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.uuids)

    def __len__(self) -> int:
        return len(self.uuids)

    def __repr__(self) -> str:
        refused = f", refused: {', '.join(self.refused)}" if self.refused else ""
        return f"<{type(self).__name__} of the image set {self.resource_uuid}: {', '.join(self.uuids)}{refused}>"


async def _link_to(model: OpenModel, archive_link: ArchiveLink) -> Secret | None:
    from flighthub_runtime.secrets import Masked, Secret

    # A function that is not awaited may well wait for something.
    given = await in_thread(archive_link, model)
    found: Masked[Any] = Masked(await maybe_await(lambda: given))
    if not isinstance(found.reveal(), (str, Secret)):
        raise InvalidArgument("archive_link", f"must give a text, not {type(found.reveal()).__name__}")
    return found.reveal() if isinstance(found.reveal(), Secret) else Secret(found.reveal())


def _archive_name(kind: str, model: OpenModel) -> str:
    return f"{kind}-{model.model_uuid}.zip"


def _without_archive(kind: str, model: OpenModel) -> DownloadedFile:
    name = _archive_name(kind, model)
    problem = TransferError(f"the {kind} model {model.model_uuid} has no archive: {_state(model)}", file=name)
    return DownloadedFile(name, None, 0, False, problem)


def _percent(model: OpenModel) -> int:
    return model.reconstruction_progress or 0


def _state(model: OpenModel) -> str:
    if model.model_status.is_success and model.zip_status is not None:
        return f"{model.model_status.name}, archive {model.zip_status.name}"
    return model.model_status.name


def has_ended(model: OpenModel) -> bool:
    if not model.model_status.is_terminal:
        return False
    return not model.model_status.is_success or (model.zip_status is not None and model.zip_status.is_terminal)


def _failure(kind: str, model: OpenModel) -> str:
    if not model.model_status.is_success:
        code = f" (error code {model.error_code})" if model.error_code else ""
        return f"the {kind} model {model.model_uuid} ended as {model.model_status.name}{code}"
    if model.zip_status is not None and not model.zip_status.is_success:
        return f"the {kind} model {model.model_uuid} is there, but packing its archive ended as {model.zip_status.name}"
    return ""


def _refusal(refused: tuple[str, int]) -> str:
    kind, code = refused
    return f"the {kind} model could not be started" + (f" (sub_error_code {code})" if code else "")
