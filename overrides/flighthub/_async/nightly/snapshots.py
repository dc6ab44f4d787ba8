"""The present state of a project: its devices with their states and alerts, its waylines and models."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ..._nightly.layout import Partition
from ..._transfer.file_names import safe_name
from ...errors import DeviceOffline, FlightHubError, NotFound, TransferError
from ..client import AsyncFlightHub
from ..core.concurrency import map_concurrent
from .run import ProjectRun, Shelf

if TYPE_CHECKING:
    from ..._devices.alerts import Alert
    from ..._devices.fleet import FleetUnit
else:
    Alert = lazy_type("..._devices.alerts", "Alert", __package__)
    FleetUnit = lazy_type("..._devices.fleet", "FleetUnit", __package__)


async def _waylines(fh: AsyncFlightHub, options: RequestOptions | None) -> Sequence[Any]:
    return await fh.waylines.list(request_options=options)


async def _models(fh: AsyncFlightHub, options: RequestOptions | None) -> Sequence[Any]:
    return await fh.models.list(request_options=options)


async def _stream_forwarders(fh: AsyncFlightHub, options: RequestOptions | None) -> Sequence[Any]:
    return await fh.stream_forwarders.list(request_options=options)


_LISTS: Final[dict[str, tuple[Callable[[AsyncFlightHub, RequestOptions | None], Awaitable[Sequence[Any]]], str]]] = {
    "waylines": (_waylines, "Wayline"),
    "models": (_models, "ProjectModel"),
    "stream_forwarders": (_stream_forwarders, "StreamForwarder"),
}
"""What lists the rows of a table that belongs to no dock, and their class."""


async def sync_lists(job: ProjectRun, today: date) -> None:
    """Writes the tables of a project that belong to no dock."""
    import flighthub_api.models as models

    names = [name for name in _LISTS if job.wants(name)]
    if not names:
        return
    shelf = Shelf(job, Partition(job.project.uuid, today, ""))
    await shelf.load()
    for name in names:
        read, row_class = _LISTS[name]
        row = shelf.row(name, "")
        path = f"{shelf.partition.path(name).rpartition('/')[0]}/{name}.parquet"
        try:
            rows: Sequence[Any] = () if job.run.dry_run else await read(job.fh, job.run.options())
            await shelf.put_table(row, path, rows, getattr(models, row_class))
        except TransferError:
            raise
        except FlightHubError as error:
            shelf.lose(row, error)
            job.note(name, "", error)
    await shelf.save()


async def sync_devices(job: ProjectRun, units: Sequence[FleetUnit], today: date) -> None:
    """Writes the tables of docks and remote controllers, with what stands of them at present."""
    alerts: dict[str, list[Alert]] | None = None
    if job.wants("alerts") and not job.run.dry_run:
        try:
            found = await job.fh.devices.alerts(request_options=job.run.options())
        except FlightHubError as error:
            job.note("alerts", "", error)
        else:
            alerts = {}
            for each in found:
                alerts.setdefault(each.sn, []).append(each)

    async def sync_unit(unit: FleetUnit) -> None:
        await _sync_unit(job, unit, today, alerts)

    for outcome in await map_concurrent(sync_unit, [each for each in units if _sn_of(each)], job.run.width):
        outcome.result()


def _sn_of(unit: FleetUnit) -> str:
    device = unit.gateway or unit.aircraft
    return "" if device is None else device.sn or ""


async def _sync_unit(job: ProjectRun, unit: FleetUnit, today: date, alerts: dict[str, list[Alert]] | None) -> None:
    from ..._devices.alerts import Alert
    from ..._devices.fleet import FleetUnit

    partition = Partition(job.project.uuid, today, _sn_of(unit))
    shelf = Shelf(job, partition)
    await shelf.load()
    serials = [each.sn for each in (unit.gateway, unit.aircraft) if each is not None and each.sn]
    if job.wants("devices"):
        await shelf.put_table(
            shelf.row("devices", ""), f"{partition.path('devices')}/devices.parquet", [unit], FleetUnit
        )
    if job.wants("alerts") and (alerts is not None or job.run.dry_run):
        rows = [alert for sn in serials for alert in (alerts or {}).get(sn, ())]
        await shelf.put_table(shelf.row("alerts", ""), f"{partition.path('alerts')}/alerts.parquet", rows, Alert)
    for sn in serials if job.wants("states") else ():
        row = shelf.row("states", sn)
        path = f"{partition.path('states')}/{safe_name(sn)}.parquet"
        if job.run.dry_run:
            job.counts["tables"] += 1
            continue
        try:
            state: Any = await job.fh.devices.get_state(sn, request_options=job.run.options())
            job.run.reached()
            row_class: type[Any] = state.__class__
            await shelf.put_table(row, path, [state], row_class)
        except TransferError:
            raise
        except (DeviceOffline, NotFound):
            # It has no state at present, as an aircraft in its dock; `devices` says that it is offline.
            job.run.reached()
        except FlightHubError as error:
            shelf.lose(row, error)
            job.note("states", sn, error)
    await shelf.save()
