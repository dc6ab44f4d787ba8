"""Devices: the generated operations, a state whose type is known, and what takes several calls."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import AbstractAsyncContextManager
from threading import Event
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from flighthub_api.groups.devices import GET_STATE, LIST_ALERTS, AsyncDevices
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.devices import BaseDeviceState
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..._devices.fleet import Fleet, FleetUnit
from ...errors import InvalidArgument, UnexpectedResponse
from ..client import AsyncFlightHub
from .control import AsyncControl, hold_control

if TYPE_CHECKING:
    from flighthub_api.device_states import AnyDeviceState
    from flighthub_api.enums import HmsLevel
    from flighthub_api.models import DeviceHms

    from ..._devices.alerts import Alert
    from ..._devices.changes import Change
    from ..._devices.nearby_docks import NearbyDock
    from ..._devices.places import PointLike
else:
    AnyDeviceState = lazy_type("flighthub_api.device_states", "AnyDeviceState")
    HmsLevel = lazy_type("flighthub_api.enums", "HmsLevel")
    DeviceHms = lazy_type("flighthub_api.models", "DeviceHms")
    Alert = lazy_type("..._devices.alerts", "Alert", __package__)
    Change = lazy_type("..._devices.changes", "Change", __package__)
    NearbyDock = lazy_type("..._devices.nearby_docks", "NearbyDock", __package__)
    PointLike = lazy_type("..._devices.places", "PointLike", __package__)

S = TypeVar("S", bound=BaseDeviceState)


class DevicesGroup(AsyncDevices):
    """State, alerts, commands, cameras, control and RTK of docks and aircraft."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    @overload
    async def get_state(
        self, device_sn: str, *, as_: None = None, request_options: RequestOptions | None = None
    ) -> AnyDeviceState: ...
    @overload
    async def get_state(self, device_sn: str, *, as_: type[S], request_options: RequestOptions | None = None) -> S: ...
    async def get_state(
        self, device_sn: str, *, as_: type[S] | None = None, request_options: RequestOptions | None = None
    ) -> AnyDeviceState | S:
        """Read what a device last reported, in the type of its model.

        The state is pieced together from several pushes, so any member may be None. A model without a schema of its own
        gives a `GenericDeviceState`. Nothing is lost: `to_dict()` gives back what the server sent.

        Args:
            device_sn: Serial number of a dock, an aircraft or a remote controller.
            as_: The type that is expected, such as `Dock3State`; without it, narrow with `isinstance`.
            request_options: What to set for this call alone.

        Returns:
            The state: `Dock3State`, `Matrice4DState`, …, one of fourteen, or `GenericDeviceState`.

        Raises:
            UnexpectedResponse: The device is not what `as_` expects.
            DeviceOffline: The device cannot be reached.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Device Model Retrieval".

        Example:
            >>> from flighthub.types import Matrice3DState
            >>> state = await fh.devices.get_state("1581FEXAMPLE00001", as_=Matrice3DState)
            >>> state.is_flying, state.position.latitude, state.battery_percent
            (True, 46.051277, 71)
        """
        request_options = mask_argument(request_options)
        response = await self._client.call_raw(GET_STATE, {"device_sn": device_sn}, request_options)
        state = response.result
        if as_ is not None and not isinstance(state, as_):
            odd = UnexpectedResponse(
                f"devices.get_state: {device_sn} reports as {type(state).__name__}, not {as_.__name__}.",
                operation="devices.get_state",
                http_status=response.http_status,
            )
            odd.request_ids = response.request_ids
            raise odd
        return state

    async def fleet(
        self, *, whole_organization: bool = False, request_options: RequestOptions | None = None
    ) -> Records[FleetUnit]:
        """List docks and remote controllers with their aircraft, models and cameras by name.

        Args:
            whole_organization: Whether to list the devices of the whole organization instead of those of the project.
            request_options: What to set for this call alone.

        Returns:
            The units. `print` shows each as a line; `name`, `dock`, `model`, `aircraft_model`, `is_online`, `cameras`
            say more. Either half of a unit may be missing.

        Raises:
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain the list of devices under the project", "Get the list of devices under the organization".

        Example:
            >>> units = await fh.devices.fleet()
            >>> units[0].dock.sn, units[0].model, units[0].aircraft_model
            ('7CTDEXAMPLE0001', 'DJI Dock 2', 'Matrice 3TD')
        """
        request_options = mask_argument(request_options)
        listed = self.list_all if whole_organization else self.list
        return Fleet(FleetUnit.of(pair) for pair in await listed(request_options=request_options))

    async def nearest(
        self, point: PointLike, *, ready: bool = False, request_options: RequestOptions | None = None
    ) -> Records[NearbyDock]:
        """List the docks of the project by their distance from a place, with what keeps each from flying.

        Looks at what `flight_tasks.preflight` looks at, the route aside: the dock, its aircraft, charge, alerts and
        weather. States are read as many at a time as the client's `max_concurrency`. A dock whose state cannot be read,
        or that does not know where it is, comes last, and is not ready. Distances are those over the ellipsoid of
        WGS-84, to within centimetres in 100 km; a place beyond what the maker says of the dock's reach is a warning.

        Args:
            point: The place in degrees of WGS-84: `(latitude, longitude)`; an object or a mapping with `latitude` and
                `longitude`; a GeoJSON Point, or anything whose `__geo_interface__` is one.
            ready: Whether to give only the docks that can fly now.
            request_options: What to set for each call.

        Returns:
            The docks with `sn`, `unit`, `distance` in metres, `position`, `findings` and `is_ready`, the nearest first;
            none where the project has none. `print` shows each as a line.

        Raises:
            InvalidArgument: The place cannot be right, or its latitude and longitude look swapped.
            FlightHubError: The devices could not be listed; the subclass, its code and its hint say why.

        Documentation: "Obtain the list of devices under the project", "Device Model Retrieval", "HMS Information
        Retrieval".

        Example:
            >>> for dock in await fh.devices.nearest((46.0552, 14.4990)):
            ...     print(dock.unit.name, round(dock.distance), dock.is_ready)
            Ridge dock 25 True
            North dock 704 True
            East dock 1304 True
        """
        from ..._devices.places import parse_point
        from .readiness import find_nearest_docks

        request_options = mask_argument(request_options)
        return await find_nearest_docks(self._client, parse_point(point, "point"), ready, request_options)

    def watch(
        self,
        *,
        devices: str | Sequence[str] | None = None,
        interval: float = 5.0,
        members: str | Sequence[str] | None = None,
        ignore: str | Sequence[str] | None = None,
        rounds: int | None = None,
        timeout: float | None = None,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncGenerator[Change]:
        """Watch many devices: what is new about each, as it is seen.

        The states are read in rounds, as many at a time as the client's `max_concurrency`. The first sight of a device
        is a change without a `before`. A device that cannot be read is a change with an `error`, once for each
        reason, and one with `recovered` when it can be read again; others are not held up by it. Nothing is kept but
        one state per device, and nothing is read that has no taker. Leave the loop to end the watch.

        Args:
            devices: Serial numbers or callsigns; all devices that the project has at the beginning when not given.
            interval: Seconds from the start of one round to the start of the next, give or take a tenth. Reading a
                state may take as long as that, or 3 s where it is less.
            members: Names, as on the wire, of the top-level members of a state whose change counts; all when not given.
            ignore: Names of what does not count, such as `wind_speed`; with a dot for members of members, as in
                `battery.remain_flight_time`.
            rounds: How many rounds there are; as many as are taken when not given.
            timeout: Seconds to watch in all; None for as long as it is taken from. A watch that is over raises nothing.
            cancel: Set it, from any thread, to end the watch as soon as the calls that are under way are over.
            request_options: What to set for each call.

        Returns:
            A generator of `Change`: `sn`, `callsign`, `at`, `before`, `after`, `members`, `error`, `recovered`, and
            `values`, which are names with the value before and the value now. `print` shows the first of them.

        Raises:
            InvalidArgument: No device is called so, or an argument cannot be right.
            ConfigurationError: The client was closed.
            FlightHubError: The devices could not be listed; the subclass, its code and its hint say why.

        Documentation: "Device Model Retrieval".

        Example:
            >>> async for change in fh.devices.watch(devices="7CTDEXAMPLE0001", rounds=1):
            ...     print(change.callsign, change.after.mode_code.name)
            North dock IDLE
        """
        from .watch import Watch

        request_options = mask_argument(request_options)
        if rounds is not None and rounds < 1:
            raise InvalidArgument("rounds", f"must be at least 1, not {rounds}")
        return Watch(
            self._client, _names(devices), interval, members, ignore, timeout, cancel, request_options
        ).changes(rounds)

    def control(
        self,
        aircraft: str,
        payloads: str | Sequence[str] | None = None,
        *,
        request_options: RequestOptions | None = None,
    ) -> AbstractAsyncContextManager[AsyncControl]:
        """Hold control of payloads of an aircraft for as long as a block lasts.

        Takes control from whoever has it, a pilot beside the aircraft included, and gives it up when the block ends,
        however it ends; also when the response to taking it was lost. Should that fail after an error in the block, the
        error has a note about it. Taking control is sent once.

        Args:
            aircraft: Serial number or callsign of the aircraft.
            payloads: Index or name of one of its cameras, or several; all of them when not given.
            request_options: What to set for each call.

        Returns:
            A context manager that gives the control: `change_lens()`, `set_quality()`, `holders`.

        Raises:
            InvalidArgument: No aircraft or camera is called so; control was not asked for.
            OutcomeUnknown: The response to taking control was lost. It was given up again, or a note says why not.
            DeviceOffline: The aircraft cannot be reached.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Control acquisition", "Release control".

        Example:
            >>> async with fh.devices.control("1ZNBEXAMPLE00004", "83-0-0") as control:
            ...     await control.change_lens("zoom")
            ...     await control.set_quality("smooth")
        """
        return hold_control(self._client, aircraft, payloads, mask_argument(request_options))

    async def alerts(
        self,
        *,
        devices: str | Sequence[str] | None = None,
        level: HmsLevel | Literal["notification", "reminder", "warning"] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[Alert]:
        """List the alerts that stand at present, the worst first.

        Many devices are asked for in several calls. Placeholders in the texts are filled in, as far as their form is
        known (inferred). A level that nobody has documented counts as the worst.

        Args:
            devices: Serial numbers or callsigns; all devices of the project when not given.
            level: The least serious level to list; all of them when not given.
            request_options: What to set for each call.

        Returns:
            The alerts with `sn`, `callsign`, `level`, `module`, `code`, `message`, `in_flight`, `imminent`, `raw`. What
            was there before and is missing now is over.

        Raises:
            InvalidArgument: No device is called so, or there is no such level.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "HMS Information Retrieval".

        Example:
            >>> for alert in await fh.devices.alerts(level="warning"):
            ...     print(alert.level, alert.callsign, alert.message)
        """
        from ..._devices.alerts import check_level, rows_of
        from .lookup import find_devices

        request_options = mask_argument(request_options)
        check_level(level)
        found = await find_devices(self._client, _names(devices), "devices", request_options)
        callsigns = {each.device.sn: each.device.callsign for each in found}
        answers = await self._alerts_of(list(callsigns), request_options)
        return rows_of(answers, callsigns, level, self._client.configuration.language)

    async def _alerts_of(self, serials: list[str], options: RequestOptions | None) -> list[DeviceHms]:
        """The alerts of devices, asked for in as many calls as it takes; in none when there are no devices."""
        from ..._devices.alerts import most_items
        from ..core.concurrency import map_concurrent

        size = most_items(LIST_ALERTS, "device_sn_list") or len(serials) or 1
        batches = [serials[start : start + size] for start in range(0, len(serials), size)]

        async def ask(batch: list[str]) -> list[DeviceHms]:
            return await self.list_alerts(device_sn_list=batch, request_options=options)

        outcomes = await map_concurrent(ask, batches, self._client.configuration.max_concurrency)
        return [row for outcome in outcomes for row in outcome.result()]


def _names(devices: str | Sequence[str] | None) -> list[str] | None:
    """The names that were given as devices; None for all devices."""
    if devices is None:
        return None
    names = [devices] if isinstance(devices, str) else [*devices]
    if not names:
        raise InvalidArgument("devices", "names no device")
    return names
