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

    # A gateway that is listed with several aircraft is one part of the target.
    found_units: dict[str, list[FleetUnit]] = {}
    for unit in units:
        if sn := _sn_of(unit):
            found_units.setdefault(sn, []).append(unit)

    async def sync_units(sn: str) -> None:
        await _sync_units(job, sn, found_units[sn], today, alerts)

    for outcome in await map_concurrent(sync_units, list(found_units), job.run.width):
        outcome.result()


def _sn_of(unit: FleetUnit) -> str:
    device = unit.gateway or unit.aircraft
    return "" if device is None else device.sn or ""


async def _sync_units(
    job: ProjectRun, sn: str, units: Sequence[FleetUnit], today: date, alerts: dict[str, list[Alert]] | None
) -> None:
    from ..._devices.alerts import Alert
    from ..._devices.fleet import FleetUnit

    partition = Partition(job.project.uuid, today, sn)
    shelf = Shelf(job, partition)
    await shelf.load()
    devices = [device for unit in units for device in (unit.gateway, unit.aircraft)]
    serials = list(dict.fromkeys(each.sn for each in devices if each is not None and each.sn))
    if job.wants("devices"):
        await shelf.put_table(
            shelf.row("devices", ""), f"{partition.path('devices')}/devices.parquet", units, FleetUnit
        )
    if job.wants("alerts") and (alerts is not None or job.run.dry_run):
        rows = [alert for sn in serials for alert in (alerts or {}).get(sn, ())]
        await shelf.put_table(shelf.row("alerts", ""), f"{partition.path('alerts')}/alerts.parquet", rows, Alert)
    for serial in serials if job.wants("states") else ():
        row = shelf.row("states", serial)
        if job.run.dry_run:
            job.counts["tables"] += 1
            continue
        try:
            state: Any = await job.fh.devices.get_state(serial, request_options=job.run.options())
            job.run.reached()
            row_class: type[Any] = state.__class__
            # Each class has columns of its own, and what is read together needs the same.
            path = f"{partition.path('states')}/class={row_class.__name__}/{safe_name(serial)}.parquet"
            await shelf.put_table(row, path, [state], row_class)
        except TransferError:
            raise
        except (DeviceOffline, NotFound):
            # It has no state at present, as an aircraft in its dock; `devices` says that it is offline.
            job.run.reached()
        except FlightHubError as error:
            shelf.lose(row, error)
            job.note("states", serial, error)
    await shelf.save()
