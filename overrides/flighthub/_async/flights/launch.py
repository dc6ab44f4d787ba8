"""What a launch reads before it sends: the dock, the route, what the preflight check looks at, and its key's task."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from tempfile import TemporaryDirectory
from threading import Event, Timer
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ..._core.once_journal import Claim, Damaged, JournalEntry
from ..._core.request_options import Options
from ..._diagnostics.findings import Report
from ..._flights.dispatch_check import check_missing, dispatch_findings
from ..._flights.launch import KeyedLaunch, Window, dock_of, find_wayline
from ..._flights.preflight import run_preflight_checks
from ..._waylines.ground import open_ground
from ...errors import FlightHubError, InvalidArgument, NotFound, OutcomeUnknown, TransferError, WaitCancelled
from ...schedules import Schedule
from ..client import AsyncFlightHub
from ..core.concurrency import in_thread
from ..core.once import Once, send_once
from ..devices.lookup import find_device
from ..devices.readiness import read_alerts, read_state
from ..waylines.made_routes import find_made_route, listed_as

if TYPE_CHECKING:
    from datetime import datetime

    from flighthub_api.models import DevicePair, FlightTaskSummary, Gateway, Wayline

    from ..._waylines.ground import Ground
    from ..._waylines.route_model import Route
    from ...waylines import WaylineFile
else:
    Ground = lazy_type("..._waylines.ground", "Ground", __package__)
    Route = lazy_type("..._waylines.route_model", "Route", __package__)
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    Gateway = lazy_type("flighthub_api.models", "Gateway")
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    WaylineFile = lazy_type("...waylines", "WaylineFile", __package__)
    datetime = lazy_type("datetime", "datetime")
    FlightTaskSummary = lazy_type("flighthub_api.models", "FlightTaskSummary")


ROUTE_FILE_TIMEOUT: Final = 10.0
"""Seconds after which a launch does not wait for the file of its route any longer."""


class LaunchTarget(NamedTuple):
    """Who flies along which route.

    Attributes:
        gateway: The dock.
        pair: The dock and its aircraft.
        wayline: The route as it is listed; without an id where a program made it and the project does not have it yet.
        made: What its file says, where a program made the route.
    """

    gateway: Gateway
    pair: DevicePair
    wayline: Wayline
    made: WaylineFile | None = None


async def resolve_launch_target(
    client: AsyncFlightHub, dock: str, wayline: str | UUID | Route, schedule: Schedule, options: RequestOptions | None
) -> LaunchTarget:
    """The dock and the route that are meant.

    Raises:
        InvalidArgument: One of them is not there, or can be more than one; or the schedule is none.
    """
    if not isinstance(schedule, Schedule):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidArgument("schedule", "must be Immediate, Timed, Recurring or Continuous of flighthub.schedules")
    found = await find_device(client, dock, "dock", options)
    gateway = dock_of(found.pair, "dock")
    if not isinstance(wayline, (str, UUID)):
        made, row = await find_made_route(client, wayline, options)
        return LaunchTarget(gateway, found.pair, row, made)
    rows = await client.waylines.list(request_options=options)
    return LaunchTarget(gateway, found.pair, find_wayline(rows, wayline))


async def upload_made_route(
    client: AsyncFlightHub, flight: LaunchTarget, wayline: str | UUID | Route, options: RequestOptions | None
) -> LaunchTarget:
    """The flight with its route in the project; it is uploaded where it is not there yet."""
    if flight.wayline.id or isinstance(wayline, (str, UUID)):
        return flight
    detail = await client.waylines.upload(wayline, request_options=options)
    return flight._replace(wayline=listed_as(flight.wayline, detail.id))


async def preflight_findings(
    client: AsyncFlightHub,
    flight: LaunchTarget,
    schedule: Schedule,
    ground: Ground | None,
    options: RequestOptions | None,
) -> Report:
    """What the preflight check finds. What cannot be read is a warning."""
    told = None if ground is None else await in_thread(open_ground, ground)
    devices = [each.sn for each in (flight.gateway, flight.pair.drone) if each is not None]
    state = await read_state(client, flight.gateway.sn, options)
    alerts = await read_alerts(client, devices, options)
    route = flight.made or await _route(client, flight.wayline, options)
    return await in_thread(run_preflight_checks, flight.pair, flight.wayline, route, schedule, state, alerts, told)


async def check_findings(client: AsyncFlightHub, flight: LaunchTarget, options: RequestOptions | None) -> Report:
    """What the server's own check finds.

    Raises:
        InvalidArgument: The deployment does not have it.
    """
    try:
        check = await client.flight_tasks.check_dispatch(
            sn=flight.gateway.sn, wayline_uuid=flight.wayline.id, request_options=options
        )
    except NotFound as error:
        if error.code is not None:
            raise
        raise check_missing(error) from error
    return Report(dispatch_findings(check))


async def _route(
    client: AsyncFlightHub, wayline: Wayline, options: RequestOptions | None
) -> WaylineFile | FlightHubError:
    """What the file of a route says, or why that cannot be read."""
    from ...waylines import inspect

    late = Event()
    timer = Timer(ROUTE_FILE_TIMEOUT, late.set)
    timer.daemon = True
    timer.start()
    try:
        with TemporaryDirectory(prefix="flighthub-") as folder:
            file = await client.waylines.download(wayline, to=folder, cancel=late, request_options=options)
            return await in_thread(inspect, file)
    except WaitCancelled:
        return TransferError(f"the file of the route could not be fetched within {ROUTE_FILE_TIMEOUT:g} s")
    except FlightHubError as error:
        return error
    except OSError as error:
        return TransferError(f"there is no room for the file of the route: {error.strerror or error}")
    finally:
        timer.cancel()


async def launch_once(
    client: AsyncFlightHub,
    entry: JournalEntry,
    body: Mapping[str, Any],
    prepare: Callable[[], Awaitable[None]],
    send: Callable[[], Awaitable[str]],
    options: RequestOptions | None,
) -> Once:
    """Launches a flight unless its key has one.

    Args:
        client: Who sends.
        entry: The place of the key.
        body: The request body of the creation.
        prepare: Raises where it is not to be sent now.
        send: Sends it, and gives the id of the task.
        options: What to set for the calls that read.
    """
    call = _LaunchOnce(client, entry, body, prepare, send, options)
    clock = client._server_clock  # pyright: ignore[reportPrivateUsage]
    patience = Options(options, client.configuration, None).deadline
    return await send_once(call, entry, clock, patience)


class _LaunchOnce:
    """A launch that has a key, as `send_once` wants it."""

    def __init__(
        self,
        client: AsyncFlightHub,
        entry: JournalEntry,
        body: Mapping[str, Any],
        prepare: Callable[[], Awaitable[None]],
        send: Callable[[], Awaitable[str]],
        options: RequestOptions | None,
    ) -> None:
        self._client = client
        self._launch = KeyedLaunch(entry.key, body)
        self._entry = entry
        self._prepare = prepare
        self._send = send
        self._options = options

    @property
    def arguments(self) -> Mapping[str, Any]:
        return self._launch.arguments

    def refuse_other_use(self, claim: Claim) -> None:
        self._launch.refuse_other_use(claim)

    async def find(self, claim: Claim | None) -> str | None:
        def window(server_now: datetime | None) -> Window:
            return self._launch.window(claim, server_now)

        found = self._launch.among(await list_in(self._client, self._launch.sn, window, self._options))
        return None if found is None else found.uuid

    async def prepare(self) -> None:
        await self._prepare()

    async def send(self) -> str:
        return await self._send()

    def doubt(self, known: Claim | Damaged | None) -> OutcomeUnknown:
        return self._launch.doubt(known, self._entry.file)


async def list_in(
    client: AsyncFlightHub, sn: str, window: Callable[[datetime | None], Window], options: RequestOptions | None
) -> Sequence[FlightTaskSummary]:
    """The tasks of a dock in a window that depends on the time on the server, which the response itself may tell first.

    Args:
        client: Who sends.
        sn: Serial number of the dock.
        window: Gives the window for a time on the server, None where that is not known.
        options: What to set for the calls.
    """
    clock = client._server_clock  # pyright: ignore[reportPrivateUsage]
    asked = window(clock.now())
    rows = await client.flight_tasks.list(sn=sn, begin_at=asked.since, end_at=asked.until, request_options=options)
    meant = window(clock.now())
    if asked.holds(meant):
        return rows
    return await client.flight_tasks.list(sn=sn, begin_at=meant.since, end_at=meant.until, request_options=options)
