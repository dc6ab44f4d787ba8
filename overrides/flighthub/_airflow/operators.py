"""Operators: launch and wait, fetch media, have models made."""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, cast

from airflow.sdk import Asset, BaseOperator, Context

from .._flights.outcome import RESUME_TIMEOUT, SETTLE, Ending, counts, is_complete
from .._sync.client import FlightHub
from .._sync.flights.task_handle import FlightTaskHandle
from ..errors import FlightTaskFailed, OutcomeUnknown
from ..schedules import Immediate, Schedule
from .ended import LOOK, check_event, raise_failure
from .hook import FlightHubHook
from .keys import key_of_run
from .orders import order_model_once
from .provider import DEFAULT_CONNECTION
from .triggers import INTERVAL, FlightTaskTrigger, ModelTrigger
from .versions import AirflowFailException


class _Operator(BaseOperator):
    """An operator with a connection, which waits in the triggerer or in its worker."""

    def __init__(
        self,
        *,
        flighthub_conn_id: str,
        project: str | None,
        deferrable: bool,
        interval: float,
        wait_timeout: float | None,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)  # pyright: ignore[reportUnknownMemberType]
        self.flighthub_conn_id = flighthub_conn_id
        self.project = project
        self.deferrable = deferrable
        self.interval = interval
        self.wait_timeout = wait_timeout

    @property
    def hook(self) -> FlightHubHook:
        """The connection."""
        return FlightHubHook(self.flighthub_conn_id, self.project)

    def wait_in_triggerer(self, trigger: Any) -> None:
        """Ends the task in its worker; `execute_complete` goes on when the trigger has fired."""
        limit = None if self.wait_timeout is None else timedelta(seconds=self.wait_timeout)
        self.defer(trigger=trigger, method_name="execute_complete", timeout=limit)


class LaunchFlightOperator(_Operator):
    """Have a dock fly a route, and wait for the landing, or for the media.

    The flight is launched by a key: that of the DAG, the task, the run and the map index. So whatever happens to the
    worker, every try of a task in a run, also one that was cleared, gives the same flight. A flight that failed stays
    failed: the task is not tried again. To fly again, trigger another run, or give a `key` of your own.

    Args:
        dock: Serial number or callsign of the dock.
        wayline: Id or name of the route.
        until: What to wait for: `landed`, `media_uploaded`, or None for nothing.
        schedule: When to fly; now when not given.
        name: Name of the flight task; the route's when not given.
        rth_altitude: Metres above the take-off point at which the aircraft returns, 15 to 1500.
        key: What the flight is for, where it is not the task in its run: 1 to 200 characters.
        launch_options: Further arguments of `flight_tasks.launch`, by name.
        flighthub_conn_id: Id of the connection.
        project: Id or name of the project; the connection's own when not given.
        deferrable: Whether to wait in the triggerer, and not in the worker.
        interval: Seconds between two looks.
        wait_timeout: Seconds to wait at most; None for as long as it takes.
        media_timeout: Seconds after the end for which a count of no expected files is not believed.
        resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on.
        arguments: What every operator takes, such as `task_id`.

    Returns:
        Id of the flight task, for other tasks.

    Example:
        >>> from flighthub.airflow import LaunchFlightOperator
        >>> flight = LaunchFlightOperator(task_id="fly", dock="North dock", wayline="Perimeter", retries=2)
    """

    __module__ = "flighthub.airflow"
    template_fields = ("dock", "wayline", "name", "key", "launch_options", "flighthub_conn_id", "project")
    ui_color = "#dcebf7"

    def __init__(
        self,
        *,
        dock: str,
        wayline: str,
        until: Literal["landed", "media_uploaded"] | None = "landed",
        schedule: Schedule | None = None,
        name: str | None = None,
        rth_altitude: int = 100,
        key: str | None = None,
        launch_options: Mapping[str, Any] | None = None,
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        deferrable: bool = True,
        interval: float = INTERVAL,
        wait_timeout: float | None = 7200,
        media_timeout: float = SETTLE,
        resume_timeout: float = RESUME_TIMEOUT,
        **arguments: Any,
    ) -> None:
        super().__init__(
            flighthub_conn_id=flighthub_conn_id,
            project=project,
            deferrable=deferrable,
            interval=interval,
            wait_timeout=wait_timeout,
            **arguments,
        )
        self.dock = dock
        self.wayline = wayline
        self.until: Literal["landed", "media_uploaded"] | None = until
        self.schedule = schedule
        self.name = name
        self.rth_altitude = rth_altitude
        self.key = key
        self.launch_options = launch_options
        self.media_timeout = media_timeout
        self.resume_timeout = resume_timeout

    def execute(self, context: Context) -> str:
        """Launch the flight, or find the one that was launched before, and wait for it."""
        hook = self.hook
        with hook.get_conn() as fh:
            task = self._launch(fh, hook, self.key or key_of_run(context))
            how = "was launched" if task.was_launched else "had been launched before"
            self.log.info("Flight task %s %s.", task.uuid, how)
            if self.until is not None and self.deferrable:
                self.wait_in_triggerer(
                    FlightTaskTrigger(
                        task.uuid,
                        self.flighthub_conn_id,
                        self.project,
                        self.until,
                        self.interval,
                        self.media_timeout,
                        self.resume_timeout,
                    )
                )
            if self.until is not None:
                with self._final_failures():
                    task.wait(
                        self.until,
                        timeout=self.wait_timeout,
                        interval=self.interval,
                        media_timeout=self.media_timeout,
                        resume_timeout=self.resume_timeout,
                    )
        return task.uuid

    def execute_complete(self, context: Context, event: dict[str, Any]) -> str:
        """Take up what the trigger has waited for: raises where the flight has failed."""
        check_event(event)
        with self.hook.get_conn() as fh, self._final_failures():
            raise_failure(fh, event["task_uuid"])
        return str(event["task_uuid"])

    def _launch(self, fh: FlightHub, hook: FlightHubHook, key: str) -> FlightTaskHandle:
        options: dict[str, Any] = {"state": hook.state, **(self.launch_options or {})}
        try:
            launched: FlightTaskHandle = fh.flight_tasks.launch(
                dock=self.dock,
                wayline=self.wayline,
                schedule=self.schedule or Immediate(),
                name=self.name,
                rth_altitude=self.rth_altitude,
                key=key,
                dry_run=False,
                **options,
            )
            return launched
        except OutcomeUnknown as lost:
            self.log.warning("The response to the launch was lost; looking for the flight task.")
            task = fh.flight_tasks.reconcile(lost, interval=min(self.interval, 5.0))
            if task is None:
                # Another try looks again, and sends nothing.
                raise
            return task

    @contextmanager
    def _final_failures(self) -> Generator[None]:
        """Has a flight that failed not be tried again where the next try would find the same flight."""
        try:
            yield
        except FlightTaskFailed as failed:
            if self.key is not None:
                raise
            raise AirflowFailException(f"{failed} Another try would find this flight again.") from failed


class DownloadMediaOperator(_Operator):
    """Fetch the pictures, videos and other files of a flight into a folder of the worker.

    Waits until all of them are in the cloud. A try that broke off is taken up by the next one: what is whole is not
    fetched again. A flight that ended early has media as well, and they are fetched.

    Args:
        task_uuid: Id of the flight task, such as the output of `LaunchFlightOperator`.
        to: Folder to put them in; made when it does not exist.
        types: Kinds of file, such as `["image", "video"]`; all when not given.
        asset: What the files are for Airflow: an `Asset` or its address. Other DAGs can be scheduled by it, and its
            event has `task_uuid`, `folder`, `files` and `bytes` in its extra.
        flighthub_conn_id: Id of the connection.
        project: Id or name of the project; the connection's own when not given.
        deferrable: Whether to wait in the triggerer, and not in the worker.
        interval: Seconds between two looks.
        wait_timeout: Seconds to wait at most; None for as long as it takes.
        media_timeout: Seconds after the end for which a count of no expected files is not believed.
        resume_timeout: Seconds after the end for which a flight that is resumed automatically may go on.
        arguments: What every operator takes, such as `task_id`.

    Returns:
        A dictionary with `task_uuid`, `folder`, `files` (their paths below the folder), `bytes` and `is_complete`.

    Example:
        >>> from flighthub.airflow import DownloadMediaOperator
        >>> media = DownloadMediaOperator(
        ...     task_id="media", task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10", to="/data/media/{{ ds }}"
        ... )
    """

    __module__ = "flighthub.airflow"
    template_fields = ("task_uuid", "to", "types", "flighthub_conn_id", "project")
    ui_color = "#dcebf7"

    def __init__(
        self,
        *,
        task_uuid: str,
        to: str,
        types: Collection[str] | None = None,
        asset: Asset | str | None = None,
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        deferrable: bool = True,
        interval: float = INTERVAL,
        wait_timeout: float | None = 7200,
        media_timeout: float = SETTLE,
        resume_timeout: float = RESUME_TIMEOUT,
        **arguments: Any,
    ) -> None:
        made = Asset(uri=asset) if isinstance(asset, str) else asset
        if made is not None:
            arguments["outlets"] = [*(arguments.get("outlets") or []), made]
        super().__init__(
            flighthub_conn_id=flighthub_conn_id,
            project=project,
            deferrable=deferrable,
            interval=interval,
            wait_timeout=wait_timeout,
            **arguments,
        )
        self.task_uuid = task_uuid
        self.to = to
        self.types = types
        self.asset = made
        self.media_timeout = media_timeout
        self.resume_timeout = resume_timeout

    def execute(self, context: Context) -> dict[str, Any]:
        """Wait for the media, and fetch them."""
        with self.hook.get_conn() as fh:
            if not self._are_there(fh):
                if self.deferrable:
                    self.wait_in_triggerer(
                        FlightTaskTrigger(
                            self.task_uuid,
                            self.flighthub_conn_id,
                            self.project,
                            "media_uploaded",
                            self.interval,
                            self.media_timeout,
                            self.resume_timeout,
                        )
                    )
                try:
                    fh.flight_tasks.handle(self.task_uuid).wait(
                        "media_uploaded",
                        timeout=self.wait_timeout,
                        interval=self.interval,
                        media_timeout=self.media_timeout,
                        resume_timeout=self.resume_timeout,
                    )
                except FlightTaskFailed as failed:
                    self.log.warning("%s Its media are fetched.", failed)
            return self._fetch(fh, context)

    def execute_complete(self, context: Context, event: dict[str, Any]) -> dict[str, Any]:
        """Fetch the media that the trigger has waited for."""
        check_event(event)
        with self.hook.get_conn() as fh:
            return self._fetch(fh, context)

    def _are_there(self, fh: FlightHub) -> bool:
        task = fh.flight_tasks.get(self.task_uuid)
        ending = Ending(self.resume_timeout, fh._server_clock.now)  # pyright: ignore[reportPrivateUsage]
        return is_complete(task, ending) and counts(task)[1] > 0

    def _fetch(self, fh: FlightHub, context: Context) -> dict[str, Any]:
        found = fh.flight_tasks.download_media(self.task_uuid, to=self.to, types=self.types, resume_timeout=0)
        found.raise_for_errors()
        folder = Path(self.to).expanduser().absolute()
        files = sorted(each.path.absolute().relative_to(folder).as_posix() for each in found if each.path is not None)
        size = sum(each.size for each in found)
        self.log.info("%d files of %d bytes are in %s.", len(files), size, folder)
        if self.asset is not None:
            event = {"task_uuid": self.task_uuid, "folder": str(folder), "files": len(files), "bytes": size}
            cast("Any", context)["outlet_events"][self.asset].extra.update(event)
        return {
            "task_uuid": self.task_uuid,
            "folder": str(folder),
            "files": files,
            "bytes": size,
            "is_complete": found.is_complete,
        }


class ReconstructFlightOperator(_Operator):
    """Have a model made of the pictures of a flight, on the map of the project, and wait for it.

    Every order spends modeling quota. The model has a mark of the key in its name (DAG, task, run and map index), so a
    retry waits for the model that was ordered, and orders none.

    Args:
        task_uuid: Id of the flight task, whose media are all uploaded.
        types: `2d` for an orthophoto, `3d` for a mesh and point cloud, or both.
        name: Name of the model; the flight task's when not given.
        key: What the model is for, where it is not the task in its run: 1 to 200 characters.
        model_options: Further arguments of `models.reconstruct_task`, by name.
        wait: Whether to wait until the model can be downloaded.
        flighthub_conn_id: Id of the connection.
        project: Id or name of the project; the connection's own when not given.
        deferrable: Whether to wait in the triggerer, and not in the worker.
        interval: Seconds between two looks.
        wait_timeout: Seconds to wait at most; None for as long as it takes. A model that fails is not told by the API.
        arguments: What every operator takes, such as `task_id`.

    Returns:
        Id of the model, for other tasks.

    Example:
        >>> from flighthub.airflow import ReconstructFlightOperator
        >>> model = ReconstructFlightOperator(
        ...     task_id="model", task_uuid="8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10", types=["2d"]
        ... )
    """

    __module__ = "flighthub.airflow"
    template_fields = ("task_uuid", "name", "key", "model_options", "flighthub_conn_id", "project")
    ui_color = "#e3f1e4"

    def __init__(
        self,
        *,
        task_uuid: str,
        types: Sequence[Literal["2d", "3d"]] = ("2d",),
        name: str | None = None,
        key: str | None = None,
        model_options: Mapping[str, Any] | None = None,
        wait: bool = True,
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        deferrable: bool = True,
        interval: float = 60.0,
        wait_timeout: float | None = 86_400,
        **arguments: Any,
    ) -> None:
        super().__init__(
            flighthub_conn_id=flighthub_conn_id,
            project=project,
            deferrable=deferrable,
            interval=interval,
            wait_timeout=wait_timeout,
            **arguments,
        )
        self.task_uuid = task_uuid
        self.types = types
        self.name = name
        self.key = key
        self.model_options = model_options
        self.wait = wait

    def execute(self, context: Context) -> int:
        """Order the model, or find the one that was ordered before, and wait for it."""
        hook = self.hook
        with hook.get_conn() as fh:
            options: dict[str, Any] = {"types": self.types, **(self.model_options or {})}
            job = order_model_once(fh, self.task_uuid, self.key or key_of_run(context), hook.state, self.name, options)
            self.log.info("Model %s (%s) is being made.", job.id, job.name)
            if self.wait and self.deferrable:
                self.wait_in_triggerer(ModelTrigger([job.id], self.flighthub_conn_id, self.project, self.interval))
            if self.wait:
                job.wait(timeout=self.wait_timeout, interval=self.interval)
        return job.id

    def execute_complete(self, context: Context, event: dict[str, Any]) -> int:
        """Give the model that the trigger has waited for."""
        check_event(event)
        return int(event["model_ids"][0])


class ReconstructPhotosOperator(_Operator):
    """Upload pictures of the worker, have models made of them, and wait for them. Needs the extra `storage`, too.

    A try that broke off is taken up by the next one on the same worker: what is stored is not sent again, and a job
    that was started is not started again.

    Args:
        photos: A folder (searched below as well) or a pattern such as `/data/media/**/*.JPG`.
        types: Kinds of model: some of `2d`, `3d`, `3dgs`, `lidar`.
        name: Name for the image set, at most 255 characters.
        reconstruct_options: Further arguments of `open_models.reconstruct`, by name.
        wait: Whether to wait until the models are made.
        flighthub_conn_id: Id of the connection.
        project: Id or name of the project; the connection's own when not given.
        deferrable: Whether to wait in the triggerer, and not in the worker.
        interval: Seconds between two looks.
        wait_timeout: Seconds to wait at most; None for as long as it takes.
        arguments: What every operator takes, such as `task_id`.

    Returns:
        A dictionary with `resource_uuid`, the image set, and `uuids`, the id of each model by its kind.

    Example:
        >>> from flighthub.airflow import ReconstructPhotosOperator
        >>> model = ReconstructPhotosOperator(task_id="model", photos="/data/media/{{ ds }}", types=["3d"])
    """

    __module__ = "flighthub.airflow"
    template_fields = ("photos", "name", "reconstruct_options", "flighthub_conn_id", "project")
    ui_color = "#e3f1e4"

    def __init__(
        self,
        *,
        photos: str,
        types: Collection[str] = ("3d",),
        name: str | None = None,
        reconstruct_options: Mapping[str, Any] | None = None,
        wait: bool = True,
        flighthub_conn_id: str = DEFAULT_CONNECTION,
        project: str | None = None,
        deferrable: bool = True,
        interval: float = 60.0,
        wait_timeout: float | None = 86_400,
        **arguments: Any,
    ) -> None:
        super().__init__(
            flighthub_conn_id=flighthub_conn_id,
            project=project,
            deferrable=deferrable,
            interval=interval,
            wait_timeout=wait_timeout,
            **arguments,
        )
        self.photos = photos
        self.types = types
        self.name = name
        self.reconstruct_options = reconstruct_options
        self.wait = wait

    def execute(self, context: Context) -> dict[str, Any]:
        """Upload the pictures, start the jobs, or take up those of an earlier try, and wait for them."""
        with self.hook.get_conn() as fh:
            options: dict[str, Any] = dict(self.reconstruct_options or {})
            jobs = fh.open_models.reconstruct(
                self.photos, types=self.types, name=self.name, wait=False, dry_run=False, **options
            )
            made: dict[str, Any] = {"resource_uuid": jobs.resource_uuid, "uuids": dict(jobs.uuids)}
            self.log.info("Models are being made: %s", made["uuids"])
            if self.wait and self.deferrable:
                ids = list(jobs.uuids.values())
                # `dag.test()` hands on what is in the event alone.
                self.wait_in_triggerer(
                    ModelTrigger(ids, self.flighthub_conn_id, self.project, self.interval, details=made)
                )
            if self.wait:
                jobs.wait(timeout=self.wait_timeout, interval=self.interval)
        return made

    def execute_complete(self, context: Context, event: dict[str, Any]) -> dict[str, Any]:
        """Take up the models that the trigger has waited for: raises where one has failed."""
        check_event(event)
        made: dict[str, Any] = event["details"]
        with self.hook.get_conn() as fh:
            fh.open_models.jobs(made["resource_uuid"], made["uuids"]).wait(timeout=LOOK)
        return made
