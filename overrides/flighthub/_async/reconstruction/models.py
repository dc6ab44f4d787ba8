"""Models on the map of a project: the generated operations, and a model made of a flight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from uuid import UUID, uuid4

from flighthub_api.groups.models import CREATE, AsyncModels
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import create
from flighthub_runtime.secrets import mask_argument

from ..._core.ids import HasUuid, model_id, uuid_of
from ..._core.request_options import options_for_later, options_for_reading, override_options
from ..._flights.launch import refuse_others
from ..._transfer.results import Wanted
from ...errors import InvalidArgument, OutcomeUnknown, ServerError, TransferError, UnexpectedResponse, WaitTimeout
from ..client import AsyncFlightHub
from ..core.create import create_and_get_id
from ..core.polling import wait_until
from .project_model_job import AsyncModelJob

if TYPE_CHECKING:
    from flighthub_api.enums import ModelFileType, ModelOutputFormat, ReconstructionMode, ReconstructionQuality
    from flighthub_api.models import FlightTask, PredefineArea, ProjectModel, ProjectModelDetail
    from flighthub_runtime.secrets import Secret

    from ...progress import Progress
else:
    ModelFileType = lazy_type("flighthub_api.enums", "ModelFileType")
    ModelOutputFormat = lazy_type("flighthub_api.enums", "ModelOutputFormat")
    ReconstructionMode = lazy_type("flighthub_api.enums", "ReconstructionMode")
    ReconstructionQuality = lazy_type("flighthub_api.enums", "ReconstructionQuality")
    FlightTask = lazy_type("flighthub_api.models", "FlightTask")
    PredefineArea = lazy_type("flighthub_api.models", "PredefineArea")
    ProjectModel = lazy_type("flighthub_api.models", "ProjectModel")
    ProjectModelDetail = lazy_type("flighthub_api.models", "ProjectModelDetail")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    Progress = lazy_type("...progress", "Progress", __package__)

_CLOCKS_DIFFER: Final = timedelta(minutes=10)
"""By how much this machine's clock and the server's may differ when a model is told apart from an older namesake."""

_SIMPLIFIED: Final = 0.2
"""What the documentation recommends for browsing."""

_MILLISECONDS: Final = 10**11
"""I: above this, moments are in milliseconds."""


class ModelsGroup(AsyncModels):
    """Models on the map of a project and their reconstruction."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def reconstruct_task(
        self,
        task: str | UUID | HasUuid,
        *,
        types: Sequence[Literal["2d", "3d"] | ModelFileType] = ("2d",),
        name: str | None = None,
        crs: str = "EPSG:4326",
        quality: ReconstructionQuality | Literal["high", "medium", "low"] = "medium",
        mode: ReconstructionMode | Literal["normal", "surround"] = "normal",
        formats: Sequence[
            ModelOutputFormat | Literal["b3dm", "osgb", "ply", "obj", "pnts", "las", "point_ply", "normal_point_ply"]
        ] = ("b3dm", "pnts"),
        simplified_factor: float = _SIMPLIFIED,
        area: PredefineArea | Mapping[str, Any] | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncModelJob:
        """Have models made of the pictures of a flight that has ended and whose media are all uploaded.

        Every order that is accepted spends modeling quota, and none can be stopped; so it is sent once. When its
        response is lost, give the `OutcomeUnknown` to `reconcile` before you order again.

        Args:
            task: The flight task: its id, or an object that has it as `uuid`, such as a `FlightTask`.
            types: `2d` for an orthophoto, `3d` for a mesh and point cloud, or both.
            name: Name of the models; the task's name and a few random characters when not given, so that the models
                can be found again. At most 200 characters (inferred).
            crs: Coordinate system of the result, sent as `wkt`. `EPSG:4326` is the best known form; that it is right
                is inferred from a sibling of this API. `EPSG:` with a UTM zone or the national grid of the site suits
                maps better.
            quality: `high`, `medium` or `low`.
            mode: How the pictures were taken: `normal`, or `surround` for orbits around an object.
            formats: Formats to produce. FlightHub 2 itself displays `b3dm` and `pnts`.
            simplified_factor: Share of the mesh's faces that is kept, above 0 and up to 1.
            area: Area to build, a `PredefineArea` or its members; all that the pictures cover when not given.
            request_options: What to set for these calls alone. Members that it adds go into the order only.

        Returns:
            A job: `wait()` for the model, `get()` its links.

        Raises:
            InvalidArgument: The flight has not ended, or its media are not all uploaded, or another argument cannot be
                right; nothing was ordered.
            OutcomeUnknown: The order may have been accepted: see `reconcile`.
            FlightHubError: A call failed.

        Documentation: "Model reconstruction".

        Example:
            >>> job = await fh.models.reconstruct_task(task, types=("2d", "3d"), crs="EPSG:32633")
            >>> model = await job.wait(interval=5)
        """
        request_options = mask_argument(request_options)
        model_types = _types(types)
        flown = await self._client.flight_tasks.get(
            uuid_of(task, "task"), request_options=options_for_reading(request_options)
        )
        folder_id = _complete_folder(flown)
        name = f"{flown.name or 'Flight'} {uuid4().hex[:8]}" if name is None else name
        arguments = {
            "name": name,
            "reconstruction_type": model_types,
            "simplified_factor": simplified_factor,
            "task_folder_id": folder_id,
            "wkt": crs,
            "quality_level": quality,
            "reconstruction_mode": mode,
            "generate_model_formats": formats,
            "predefine_area": area,
        }
        id = await create_and_get_id(self._client, CREATE, arguments, request_options, "id")
        return create(AsyncModelJob, self._client, id, name, options_for_later(request_options))

    async def download(
        self,
        model: int | ProjectModel | ProjectModelDetail | AsyncModelJob,
        *,
        to: Path | str,
        name: str | None = None,
        overwrite: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Fetch a model of the project into a folder.

        Args:
            model: The model: its id, or what a list, an order or its detail gave.
            to: Folder to put it in; made when it does not exist.
            name: Name of the file; `<id>-<name of the model>.zip` when not given, as models have names in common. It is
                made safe.
            overwrite: Whether a file that is there is fetched again and replaced. Otherwise one with the name that is
                usual is taken for the model, and one with a name that was given is an error.
            progress: Called with bytes, for the job `download`.
            timeout: Seconds that it may take; no limit when not given. What is there stays, for another time.
            cancel: Set it, from any thread, to end the job.
            request_options: What to set for the call. A job is asked for in its own project when that names none.

        Returns:
            The file.

        Raises:
            TransferError: It could not be fetched, or another file is in its place; the model may not be ready.
            WaitTimeout: It was not complete in time.
            NotFound: There is no such model.
            FlightHubError: The call failed.

        Documentation: "Get Model Details".

        Example:
            >>> job = await fh.models.reconstruct_task(task)
            >>> model = await job.wait(interval=0.1)
            >>> file = await fh.models.download(job, to=folder)
        """
        from ..transfer.downloads import download_one

        request_options = mask_argument(request_options)
        id = model_id(model)
        if isinstance(model, AsyncModelJob):
            request_options = override_options(model._options, request_options)  # pyright: ignore[reportPrivateUsage]
        detail = await self.get(id, request_options=request_options)
        if not detail.url:
            raise TransferError(f"the model {id} has no link yet: it is not ready", file=detail.name or str(id))

        async def links() -> Mapping[str, Secret | None]:
            return {str(id): (await self.get(id, request_options=request_options)).url or None}

        # The id comes first, as the end of a name that is too long is left out.
        usual = f"{id}-{detail.name}.zip" if detail.name else f"{id}.zip"
        # The documented size is that of the model, not of the archive.
        wanted = Wanted(str(id), usual if name is None else name, None, detail.url, known_by_name=name is None)
        return await download_one(
            self._client,
            wanted,
            to,
            relist=links,
            overwrite=overwrite,
            progress=progress,
            timeout=timeout,
            cancel=cancel,
        )

    async def reconcile(
        self,
        error: OutcomeUnknown | ServerError | UnexpectedResponse,
        *,
        timeout: float = 60,
        interval: float = 5,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncModelJob | None:
        """Find out what became of an order of a model whose response was lost.

        Looks for the model by its name in the list of the project's models, for a while, as a new model need not appear
        at once. Models of that name from well before the order do not count.

        Args:
            error: What `reconstruct_task` or `create` raised.
            timeout: Seconds for which to look; 0 for a single look.
            interval: Seconds between two looks.
            cancel: Set it, from any thread, to end the search.
            request_options: What to set for these calls alone. Name the project here when the order did.

        Returns:
            A job for the model; None when there is none. Order again only if it stays away: each order spends quota.

        Raises:
            InvalidArgument: The error comes from another call.
            WaitCancelled: `cancel` was set.
            FlightHubError: A call failed.

        Documentation: "Get the list of models under the project".

        Example:
            >>> from flighthub import OutcomeUnknown
            >>> try:
            ...     job = await fh.models.reconstruct_task(task)
            ... except OutcomeUnknown as lost:
            ...     job = await fh.models.reconcile(lost)
        """
        request_options = mask_argument(request_options)
        refuse_others(error, "models.create")
        name = cast("str", error.arguments["name"])

        async def look() -> list[ProjectModel]:
            rows = await self.list(request_options=request_options)
            return [each for each in rows if each.name == name and _may_be_of(each, error.sent_at)]

        try:
            found = await wait_until(
                look, bool, what=f"a model {name!r}", timeout=timeout, interval=interval, cancel=cancel
            )
        except WaitTimeout as over:
            if over.__cause__ is not None:
                raise over.__cause__ from None
            return None
        return create(
            AsyncModelJob, self._client, min(each.id for each in found), name, options_for_later(request_options)
        )


def _types(types: Iterable[object]) -> list[ModelFileType]:
    """The types as the API names them."""
    from flighthub_api.enums import ModelFileType

    words = {str(each.value).removeprefix("model_"): each for each in ModelFileType}
    given = [] if isinstance(types, str) else list(types)
    found = [each if isinstance(each, ModelFileType) else words.get(str(each)) for each in given]
    if not found or None in found:
        raise InvalidArgument("types", f"must be a list of {', '.join(map(repr, words))}, not {types!r}")
    return [each for each in found if each is not None]


def _complete_folder(task: FlightTask) -> int:
    """The media folder of a flight that has ended and has nothing left to upload."""
    if task.status is not None and task.status.is_known and not task.status.is_terminal:
        raise InvalidArgument("task", f"the flight has not ended: it is {task.status.value}")
    folder = task.folder_info
    if folder is None or folder.folder_id is None or not folder.expected_file_count:
        raise InvalidArgument("task", "the flight has no media, so there is nothing to make a model of")
    uploaded = folder.uploaded_file_count or 0
    if uploaded < folder.expected_file_count:
        raise InvalidArgument(
            "task", f"only {uploaded} of {folder.expected_file_count} media files are uploaded yet; wait for the rest"
        )
    return folder.folder_id


def _may_be_of(model: ProjectModel, sent_at: datetime) -> bool:
    """Whether a model can have been ordered at a moment; one without a time can."""
    if not model.create_at:
        return True
    seconds = model.create_at / 1000 if model.create_at > _MILLISECONDS else model.create_at
    try:
        return datetime.fromtimestamp(seconds, UTC) > sent_at - _CLOCKS_DIFFER
    except (OverflowError, OSError, ValueError):
        return True
