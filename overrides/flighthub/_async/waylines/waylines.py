"""Waylines of a project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Event
from time import time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from flighthub_api.groups.waylines import FINISH_UPLOAD, AsyncWaylines
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import mask_argument

from ..._core.ids import id_of
from ..._transfer.file_names import safe_name
from ..._transfer.results import Wanted
from ...errors import InvalidArgument, OutcomeUnknown, TransferError
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread, pause
from .made_routes import build_route, find_same, shown_name

if TYPE_CHECKING:
    from flighthub_api.models import Wayline, WaylineDetail
    from flighthub_runtime.secrets import Secret

    from ...progress import Progress
    from ...waylines import Route, WaylineFile
else:
    Route = lazy_type("...waylines", "Route", __package__)
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    WaylineDetail = lazy_type("flighthub_api.models", "WaylineDetail")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    Progress = lazy_type("...progress", "Progress", __package__)
    WaylineFile = lazy_type("...waylines", "WaylineFile", __package__)

LOOKS = 3
"""How often the list is looked through for a route whose registration got no response."""

BETWEEN_LOOKS = 2.0
"""Seconds between two looks."""

SUFFIX = ".kmz"

MAX_SHOWN = 3
"""Faults of a route that an error lists; `inspect` has all of them."""


class WaylinesGroup(AsyncWaylines):
    """Waylines of a project."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def upload(
        self,
        file: Path | str | Route,
        *,
        name: str | None = None,
        check_devices: bool = True,
        check_wpml: bool = True,
        progress: Progress | None = None,
        timeout: float | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> WaylineDetail:
        """Upload a route file: check it, store it, register it, and read it back. Needs the extra `storage`.

        Args:
            file: A `.kmz` file of WPML, as DJI Pilot 2, FlightHub 2 and planning programs write it; or a
                `flighthub.waylines.Route`, which is uploaded once: where the project has a route of this name and the
                same bytes, that one is returned.
            name: Name of the route as people see it. When not given, the file's name without its suffix; of a `Route`,
                its name with the beginning of a digest of its file.
            check_devices: Whether a route that fits no aircraft of the project is refused: by the aircraft's model, and
                by its cameras where they are known. Nothing is refused when the project has no aircraft yet.
            check_wpml: Whether a route that breaks a rule of WPML is refused: the server would take its file, and fail
                every flight of it (219019). `flighthub.waylines.inspect(file).findings` has what is wrong with it.
            progress: Called with bytes, for the job `upload`.
            timeout: Seconds that storing the file may take; no limit when not given. It is registered only when it is
                stored, so that nothing is left behind in the project where it is not.
            cancel: Set it, from any thread, to end storing the file.
            request_options: What to set for the calls, such as the project.

        Returns:
            The route as the server has it. Its `id` is the `wayline` of a flight task.

        Raises:
            InvalidArgument: The file cannot be read, breaks a rule of WPML, or fits no aircraft of the project; nothing
                was sent but questions.
            ConfigurationError: The extra `storage` is not installed.
            TransferError: The storage did not take the file.
            WaitCancelled: `cancel` was set; the route is not in the project.
            WaitTimeout: It was not stored in time; the route is not in the project.
            WaylineInvalid: The server refuses the route.
            OutcomeUnknown: The response to the registration was lost, and the route is not in the list.
            FlightHubError: A call failed.

        Documentation: "Obtain storage upload credentials for the project", "Flight Route Upload Completion
        Notification".

        Example:
            >>> route = await fh.waylines.upload(route_file, name="Round")
            >>> route.name
            'Round'
        """
        from ..._transfer.object_store import Grant, require_obstore
        from ..._transfer.supervisor import check_job_timeout
        from ...progress import ProgressCounter
        from ..transfer.uploads import store_bytes

        request_options = mask_argument(request_options)
        require_obstore()
        check_job_timeout(timeout)
        if isinstance(file, (str, Path)):
            content, route = await in_thread(_read_route, file)
            shown = Path(file).name.removesuffix(SUFFIX) if name is None else name
        else:
            content, route = await in_thread(build_route, file)
            shown = shown_name(file, content) if name is None else name
        if check_wpml:
            _refuse_faults(route)
        if FINISH_UPLOAD.body is not None:
            FINISH_UPLOAD.body.check({"name": shown, "object_key": shown})
        if check_devices:
            await self._check_fit(route, request_options)
        rows = await self.list(request_options=request_options)
        if not isinstance(file, (str, Path)):
            same = await find_same(self._client, rows, shown, content, request_options)
            if same is not None:
                return same
        known = {row.id for row in rows}
        asked = time()
        credentials = await self._client.projects.storage_credentials(request_options=request_options)
        grant = Grant.of_project(credentials, asked)
        key = f"{credentials.object_key_prefix.rstrip('/')}/{uuid4()}/{safe_name(shown)}{SUFFIX}"
        counter = ProgressCounter(progress, "upload", 1, len(content))
        await store_bytes(self._client, grant, key, content, counter.add_bytes, timeout, cancel)
        try:
            made = (await self.finish_upload(name=shown, object_key=key, request_options=request_options)).uuid
        except OutcomeUnknown:
            found = await self._find_registered(shown, known, request_options)
            if found is None:
                raise
            made = found.id
        detail = await self.get(made, request_options=request_options)
        if detail.size is not None and detail.size != len(content):
            text = f"the route {made} has {detail.size} bytes on the server, but the file has {len(content)}"
            raise TransferError(text, file=shown)
        counter.done(shown)
        return detail

    async def download(
        self,
        wayline: str | UUID | Wayline | WaylineDetail,
        *,
        to: Path | str,
        name: str | None = None,
        overwrite: bool = False,
        progress: Progress | None = None,
        timeout: float | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Fetch the file of a route into a folder.

        It is fetched also when a file of its name is there, and compared with that: routes have names and sizes in
        common.

        Args:
            wayline: The route: its id, or what a list or an upload gave.
            to: Folder to put it in; made when it does not exist.
            name: Name of the file; that of the route, with `.kmz`, when not given. It is made safe.
            overwrite: Whether a file that is there is replaced. Otherwise one that is not the same is an error.
            progress: Called with bytes, for the job `download`.
            timeout: Seconds that it may take; no limit when not given.
            cancel: Set it, from any thread, to end the job.
            request_options: What to set for the call.

        Returns:
            The file.

        Raises:
            TransferError: It could not be fetched, or another file is in its place.
            WaitTimeout: It was not complete in time.
            NotFound: There is no such route.
            FlightHubError: The call failed.

        Documentation: "Get flight route details".

        Example:
            >>> file = await fh.waylines.download("f2d4c6b8-90ab-4cde-8f01-23456789abcd", to=folder)
        """
        from ..transfer.downloads import download_one

        request_options = mask_argument(request_options)
        id = id_of(wayline, "wayline")
        detail = await self.get(id, request_options=request_options)
        # A route that is changed keeps its id.
        key = f"{id}/{detail.update_time}"

        async def links() -> Mapping[str, Secret | None]:
            return {key: (await self.get(id, request_options=request_options)).download_url or None}

        wished = f"{(detail.name or id).removesuffix(SUFFIX)}{SUFFIX}" if name is None else name
        wanted = Wanted(key, wished, detail.size, detail.download_url or None, known_by_name=False)
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

    async def _check_fit(self, route: WaylineFile, options: RequestOptions | None) -> None:
        """Refuses a route that no aircraft of the project can fly, as far as that is known."""
        aircraft = [pair.drone for pair in await self._client.devices.list(request_options=options) if pair.drone]
        models = {each.model.key: each.model.name for each in aircraft if each.model is not None}
        if not route.device_model_key or not models:
            return
        if route.device_model_key not in models:
            here = ", ".join(sorted(models.values()))
            problem = f"is made for {route.aircraft or route.device_model_key}, and the project has {here}"
            raise InvalidArgument("file", f"{problem}; check_devices=False uploads it all the same")
        carried = {
            (camera.camera_index or "").partition("-")[0]
            for each in aircraft
            if each.model is not None and each.model.key == route.device_model_key
            for camera in each.camera_list
        }
        strange = [each for each in route.payloads if each.is_camera and each.type not in carried]
        if carried and strange:
            names = ", ".join(payload.name or f"payload {payload.type}" for payload in strange)
            problem = f"needs {names}, which no {models[route.device_model_key]} of the project carries"
            raise InvalidArgument("file", f"{problem}; check_devices=False uploads it all the same")

    async def _find_registered(self, name: str, known: set[str], options: RequestOptions | None) -> Wayline | None:
        """A route of this name that was not there before, looked for more than once."""
        for look in range(LOOKS):
            if look:
                await pause(BETWEEN_LOOKS)
            rows = await self.list(request_options=options)
            found = [row for row in rows if row.name == name and row.id not in known]
            if len(found) == 1:
                return found[0]
        return None


def _read_route(file: Path | str) -> tuple[bytes, WaylineFile]:
    """The content of a route file, and what it says."""
    from ..._waylines.kmz import MAX_PACKED
    from ..._waylines.wpml import read_route

    try:
        path = Path(file).expanduser()
        with path.open("rb") as stream:
            content = stream.read(MAX_PACKED + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise InvalidArgument("file", f"{file} cannot be read: {getattr(error, 'strerror', '') or error}") from error
    try:
        return content, read_route(content, path.name)
    except InvalidArgument as error:
        raise InvalidArgument("file", error.problem) from None


def _refuse_faults(route: WaylineFile) -> None:
    """Raises `InvalidArgument` for a route that WPML forbids."""
    faults = route.findings.of("problem")
    if faults:
        more = f"; and {len(faults) - MAX_SHOWN} more" if len(faults) > MAX_SHOWN else ""
        shown = "; ".join(each.text for each in faults[:MAX_SHOWN])
        raise InvalidArgument("file", f"{route.name}: {shown}{more}; check_wpml=False uploads it all the same")
