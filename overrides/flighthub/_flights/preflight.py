"""What stands in the way of a flight, judged by what its dock, its aircraft and its route report. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from flighthub_runtime.annotations import lazy_type

from .._diagnostics.findings import Finding, Level, Report
from .._waylines.limits import PSDK_PAYLOAD
from ..errors import FlightHubError
from .route_checks import Site, check_route

if TYPE_CHECKING:
    from flighthub_api.models import Aircraft, DeviceHms, DevicePair, Gateway, HmsAlert, Wayline
    from flighthub_runtime.devices import BaseDeviceState

    from .._waylines.ground import GroundHeight
    from .._waylines.route import WaylineFile
    from ..schedules import Schedule
else:
    DeviceHms = lazy_type("flighthub_api.models", "DeviceHms")
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    HmsAlert = lazy_type("flighthub_api.models", "HmsAlert")
    Wayline = lazy_type("flighthub_api.models", "Wayline")
    BaseDeviceState = lazy_type("flighthub_runtime.devices", "BaseDeviceState")
    Schedule = lazy_type("..schedules", "Schedule", __package__)
    Aircraft = lazy_type("flighthub_api.models", "Aircraft")
    Gateway = lazy_type("flighthub_api.models", "Gateway")
    GroundHeight = lazy_type(".._waylines.ground", "GroundHeight", __package__)
    WaylineFile = lazy_type(".._waylines.route", "WaylineFile", __package__)

LEAST_CHARGE: Final = 30
"""Percent below which an aircraft does not start: what a dock's code 316009 says. I, from a sibling of this API."""

STRONG_WIND: Final = 8.0
"""m/s. I: no page of this API names a limit; docks differ, and this is on the careful side."""

SOON: Final = timedelta(minutes=15)
"""What stands in the way now is in the way of a flight that begins within this time; later ones are only warned of."""

_BY_THEN: Final = " This flight begins later, when it may differ."


def run_preflight_checks(
    pair: DevicePair,
    wayline: Wayline,
    route: WaylineFile | FlightHubError,
    schedule: Schedule,
    state: BaseDeviceState | FlightHubError,
    alerts: Sequence[DeviceHms] | FlightHubError,
    ground: GroundHeight | None = None,
) -> Report:
    """All findings, from the dock to the weather.

    Args:
        pair: The dock and its aircraft, as listed.
        wayline: The route, as listed.
        route: What the file of the route says; or why that could not be read.
        schedule: When it is to be flown.
        state: What the dock last reported; or why that could not be read.
        alerts: The alerts of both; or why those could not be read.
        ground: How high the ground is; None where nobody told.
    """
    checks = _FlightChecks(pair, wayline, schedule)
    found = [*checks.unit(state, alerts), *checks.route(), *checks.payload(), *checks.way(route, state, ground)]
    if isinstance(state, FlightHubError):
        missing = "What the dock does, where it and its aircraft are, how far it is charged, and the weather"
        found.append(Finding("state of the dock", "warning", f"{missing} could not be read: {state}"))
    else:
        found += checks.surroundings(state)
    return Report(found)


def check_readiness(
    pair: DevicePair, state: BaseDeviceState | FlightHubError, alerts: Sequence[DeviceHms] | FlightHubError
) -> list[Finding]:
    """What keeps a dock from flying now, whatever the route.

    A state that cannot be read is a problem here: nothing else says that a flight can begin.

    Args:
        pair: The dock and its aircraft, as listed.
        state: What the dock last reported; or why that could not be read.
        alerts: The alerts of both; or why those could not be read.
    """
    checks = _UnitChecks(pair)
    found = checks.unit(state, alerts)
    if isinstance(state, FlightHubError):
        text = f"What the dock does, and where it is, could not be read: {state}"
        return [*found, Finding("state of the dock", "problem", text, "Try again, or take another dock.")]
    return [*found, *checks.surroundings(state)]


class _UnitChecks:
    """The checks of a dock and its aircraft, each of which gives one or more findings. They are for a flight now."""

    def __init__(self, pair: DevicePair) -> None:
        self._gateway = pair.gateway
        self._drone = pair.drone
        self._arguments: dict[str, Any] = {}
        self._is_soon = True

    def unit(
        self, state: BaseDeviceState | FlightHubError, alerts: Sequence[DeviceHms] | FlightHubError
    ) -> list[Finding]:
        """What is known of dock and aircraft even if the dock's state cannot be read."""
        return [*self.dock(state), *self.aircraft(), *self.alerts(alerts)]

    def surroundings(self, state: BaseDeviceState) -> list[Finding]:
        """What only the state of the dock tells: where the aircraft is, its charge, and the weather."""
        return [*self.place(state), *self.charge(state), *self.weather(state)]

    def _now(self, check: str, text: str, what_to_do: str = "") -> Finding:
        """A finding about something that passes: it blocks a flight that begins soon."""
        if self._is_soon:
            return Finding(check, "problem", text, what_to_do)
        return Finding(check, "warning", text + _BY_THEN, what_to_do)

    def dock(self, state: BaseDeviceState | FlightHubError) -> Iterator[Finding]:
        """Whether the dock is connected, idle, and not stopped by hand."""
        gateway = self._gateway
        online = None if gateway is None else gateway.device_online_status
        if online is None:
            yield Finding("dock", "warning", "Whether the dock is online is not known.")
        elif not online:
            yield self._now("dock", "The dock is offline.", "See to its power and network.")
        else:
            yield Finding("dock", "ok", "The dock is online.")
        mode: Any = getattr(state, "mode_code", None) or (gateway and gateway.mode_code)
        if mode is None:
            yield Finding("mode of the dock", "warning", "What the dock is doing is not known.")
        elif mode == "idle":
            yield Finding("mode of the dock", "ok", "The dock is idle.")
        else:
            doing = str(mode.word or mode.value).replace("_", " ")
            yield self._now("mode of the dock", f"The dock is not idle: {doing}.", "Wait until it is, or end that.")
        if getattr(state, "emergency_stop_state", None) == "enable":
            yield self._now("emergency stop", "The emergency stop button of the dock is pressed.", "Release it.")

    def aircraft(self) -> Iterator[Finding]:
        """Whether there is an aircraft, and whether it is switched on."""
        if self._drone is None:
            text = "No aircraft is bound to the dock, or none is known yet."
            yield Finding("aircraft", "problem", text, "Bind one, and switch it on once.")
        else:
            # A dock switches its aircraft on for a flight, so one that is off is as it should be.
            state = "on" if self._drone.device_online_status else "off, and the dock switches it on for the flight"
            yield Finding("aircraft", "ok", f"{self._drone.callsign or self._drone.sn} is switched {state}.")

    def place(self, state: BaseDeviceState) -> Iterator[Finding]:
        """Whether the aircraft stands in the dock."""
        inside: Any = getattr(state, "drone_in_dock", None)
        if inside == "inside":
            yield Finding("place", "ok", "The aircraft is in the dock.")
        elif inside == "outside":
            yield self._now("place", "The aircraft is not in the dock.", "Wait for it to return, or put it back.")
        else:
            yield Finding("place", "warning", "Whether the aircraft is in the dock is not known.")

    def charge(self, state: BaseDeviceState) -> Iterator[Finding]:
        """Whether the aircraft is charged as far as the flight needs."""
        percent: Any = getattr(getattr(state, "drone_charge_state", None), "capacity_percent", None)
        wished = self._arguments.get("min_battery_capacity") or 0
        if percent is None:
            yield Finding("battery", "warning", "How far the aircraft is charged is not known.")
        elif percent < LEAST_CHARGE:
            text = f"The aircraft is charged to {percent} %, and does not start below {LEAST_CHARGE} %."
            yield self._now("battery", text, "Let it charge.")
        elif percent < wished:
            text = f"The aircraft is charged to {percent} %, and this task asks for {wished} %."
            if self._arguments["task_type"] == "continuous":
                yield Finding("battery", "warning", f"{text} It flies as soon as it has them.")
            else:
                yield self._now("battery", text, "Let it charge, or ask for less.")
        else:
            yield Finding("battery", "ok", f"The aircraft is charged to {percent} %.")

    def alerts(self, alerts: Sequence[DeviceHms] | FlightHubError) -> Iterator[Finding]:
        """What the health management system (HMS) says of dock and aircraft."""
        if isinstance(alerts, FlightHubError):
            yield Finding("alerts", "warning", f"The alerts could not be read: {alerts}")
            return
        found = [(each.device_sn, alert) for each in alerts if each.device_hms for alert in each.device_hms.list]
        for sn, alert in found:
            yield self._alert(sn, alert)
        if not found:
            yield Finding("alerts", "ok", "Neither dock nor aircraft has an alert.")

    def _alert(self, sn: str, alert: HmsAlert) -> Finding:
        names = {each.sn: each.callsign for each in (self._gateway, self._drone) if each is not None}
        text = f"{names.get(sn) or sn}: {alert.message or 'an alert without a text'} ({alert.code or 'no code'})."
        if alert.level == "warning":
            return self._now("alerts", text, "Look into it before the flight.")
        level: Level = "ok" if alert.level == "notification" else "warning"
        return Finding("alerts", level, text)

    def weather(self, state: BaseDeviceState) -> Iterator[Finding]:
        """What the dock senses of rain and wind."""
        rain: Any = getattr(state, "rainfall", None)
        if rain is None or not rain.is_known:
            yield Finding("rain", "warning", "Whether it rains at the dock is not known.")
        elif rain == "no_rain":
            yield Finding("rain", "ok", "It does not rain at the dock.")
        else:
            text = f"There is {rain.word.replace('_', ' ')} at the dock."
            heavy = rain == "heavy_rain"
            yield self._now("rain", text, "Wait for better weather.") if heavy else Finding("rain", "warning", text)
        wind: Any = getattr(state, "wind_speed", None)
        if wind is None:
            yield Finding("wind", "warning", "How strong the wind is at the dock is not known.")
        else:
            level: Level = "warning" if wind >= STRONG_WIND else "ok"
            yield Finding("wind", level, f"The wind at the dock has {wind:g} m/s.")


class _FlightChecks(_UnitChecks):
    """The checks of a flight: those of its dock and aircraft at its time, and those of its route."""

    def __init__(self, pair: DevicePair, wayline: Wayline, schedule: Schedule) -> None:
        super().__init__(pair)
        self._wayline = wayline
        self._arguments = schedule.arguments()
        now = datetime.now(UTC)
        upcoming = next((each for each in schedule.occurrences() if each >= now), now)
        self._is_soon = upcoming - now <= SOON

    def route(self) -> Iterator[Finding]:
        """Whether the route is made for this aircraft."""
        model = None if self._drone is None else self._drone.device_model
        flown, made = (None if model is None else model.key), self._wayline.device_model_key
        if not flown or not made:
            yield Finding("route", "warning", "Whether the route is made for this aircraft is not known.")
        elif flown == made:
            yield Finding("route", "ok", "The route is made for this aircraft.")
        else:
            text = f"The route is made for {_product(made)}, and the aircraft is {_product(flown)}."
            yield Finding("route", "problem", text, "Take a route that was planned for this aircraft.")

    def payload(self) -> Iterator[Finding]:
        """Whether the aircraft has the cameras that the route uses."""
        cameras = [] if self._drone is None else self._drone.camera_list
        there = {each.camera_index.split("-")[0] for each in cameras if each.camera_index}
        used = {each.type for each in self._wayline.payload_information if each.type} - {PSDK_PAYLOAD}
        if used and not there:
            yield Finding("payload", "warning", "Which cameras the aircraft has is not known.")
        elif used - there:
            text = f"The route uses the payload {', '.join(sorted(used - there))}, which the aircraft does not show."
            yield Finding("payload", "warning", text, "See whether the route suits the aircraft's cameras.")
        elif used:
            yield Finding("payload", "ok", "The aircraft has the cameras that the route uses.")

    def way(
        self,
        route: WaylineFile | FlightHubError,
        state: BaseDeviceState | FlightHubError,
        ground: GroundHeight | None,
    ) -> Iterator[Finding]:
        """Whether the way of the route fits the place of the dock, and what the aircraft can do."""
        if isinstance(route, FlightHubError):
            text = f"How far, how high and how long the route leads could not be read: {route}"
            yield Finding("route file", "warning", text)
            return
        percent: Any = getattr(getattr(state, "drone_charge_state", None), "capacity_percent", None)
        site = Site(
            dock=None if isinstance(state, FlightHubError) else state.position,
            dock_key=_model_key(self._gateway),
            aircraft_key=_model_key(self._drone) or route.device_model_key,
            # By a later flight it will have been charged.
            charge=percent if percent and self._is_soon else 100.0,
        )
        for each in check_route(route, site, ground):
            # That the dock could not be asked where it stands is reported once, with the rest of what it did not say.
            if each.check != "distance" or not isinstance(state, FlightHubError):
                yield each


def _model_key(device: Gateway | Aircraft | None) -> str:
    model = None if device is None else device.device_model
    return "" if model is None else model.key or ""


def _product(key: str) -> str:
    from flighthub_api.products import PRODUCTS

    known = PRODUCTS.get(key)
    return f"{key} ({known.name})" if known else key
