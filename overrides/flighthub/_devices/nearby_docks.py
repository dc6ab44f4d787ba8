"""Docks by their distance from a place, with what keeps each from flying. No I/O."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported
from flighthub_runtime.records import Records

from .._diagnostics.findings import Finding, Report
from .._flights.preflight import check_readiness
from .._waylines.estimates import ground_distance
from ..errors import FlightHubError, InvalidArgument
from .fleet import FleetUnit
from .places import Point

if TYPE_CHECKING:
    from flighthub_api.models import DeviceHms, DevicePair
    from flighthub_runtime.devices import BaseDeviceState, Position
else:
    DeviceHms = lazy_type("flighthub_api.models", "DeviceHms")
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    Position = lazy_type("flighthub_runtime.devices", "Position")
    BaseDeviceState = lazy_type("flighthub_runtime.devices", "BaseDeviceState")

_FAR: Final = 1_000_000.0
"""Metres: no dock of the project is nearer, although one is _NEAR the place with its coordinates swapped."""

_NEAR: Final = 100_000.0


@exported
class NearbyDock(NamedTuple):
    """A dock, how far it is from a place, and what keeps it from flying. `print` shows it as a line.

    Attributes:
        unit: The dock and its aircraft.
        distance: Metres over the ground; None where the position of the dock is not known.
        position: Where the dock stands; None where that is not known.
        findings: What was looked at: the dock, its aircraft, charge, alerts, weather. Problems keep it from flying,
            warnings are listed.
    """

    unit: FleetUnit
    distance: float | None
    position: Position | None
    findings: Report

    @property
    def sn(self) -> str:
        """Serial number of the dock, which `flight_tasks.launch` takes."""
        return "" if self.unit.gateway is None else self.unit.gateway.sn

    @property
    def is_ready(self) -> bool:
        """Whether it can fly now, as far as it says: none of the findings is a problem."""
        return self.findings.ok

    def __str__(self) -> str:
        away = "distance unknown" if self.distance is None else f"{self.distance:.0f} m"
        why = " ".join(each.text for each in self.findings.of("problem")) or "ready"
        return f"{self.unit.name}, {away}: {why}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"


class NearbyDocks(Records[NearbyDock]):
    """Docks as a list, which notebooks show as a table and on a map."""

    def _row_class(self) -> type[NearbyDock]:
        return NearbyDock

    def _repr_html_(self) -> str:
        from .._exports.html import show_docks

        return show_docks(self)


def describe_dock(
    point: Point,
    pair: DevicePair,
    state: BaseDeviceState | FlightHubError,
    alerts: Sequence[DeviceHms] | FlightHubError,
) -> NearbyDock:
    """How far a dock is from a place, and what keeps it from flying.

    Args:
        point: The place.
        pair: The dock and its aircraft, as listed.
        state: What the dock last reported; or why that could not be read.
        alerts: The alerts of both; or why those could not be read.
    """
    findings = check_readiness(pair, state, alerts)
    position = None if isinstance(state, FlightHubError) else state.position
    distance = None
    if position is not None:
        distance = ground_distance(point, (position.latitude, position.longitude))
        findings += _check_reach(pair, distance)
    elif not isinstance(state, FlightHubError):
        text = "Where the dock stands is not known, so neither is how far it is."
        findings.append(Finding("position", "problem", text, "See whether it has a position in FlightHub 2."))
    return NearbyDock(FleetUnit.of(pair), distance, position, Report(findings))


def sort_by_distance(docks: Sequence[NearbyDock], point: Point, argument: str) -> list[NearbyDock]:
    """Docks from the nearest to the farthest, and last those whose place is not known.

    Raises:
        InvalidArgument: All docks are far from the place, and one is near it with latitude and longitude swapped.
    """
    found = sorted(docks, key=lambda dock: math.inf if dock.distance is None else dock.distance)
    places = [(dock.position.latitude, dock.position.longitude) for dock in found if dock.position is not None]
    if places and (found[0].distance or 0.0) > _FAR and abs(point.longitude) <= 90:
        swapped = (point.longitude, point.latitude)
        if min(ground_distance(swapped, place) for place in places) < _NEAR:
            raise InvalidArgument(
                argument,
                f"looks swapped: latitude {point.latitude:g}, longitude {point.longitude:g} is more than "
                f"{_FAR / 1000:.0f} km from every dock, and the other way round it is near one. In a pair, latitude "
                "comes first; in GeoJSON, longitude does",
            )
    return found


def _check_reach(pair: DevicePair, distance: float) -> list[Finding]:
    """Whether the place is within what the maker says the dock reaches: inferred, so that it only warns."""
    from flighthub_api.products import PERFORMANCE, PRODUCTS

    model = None if pair.gateway is None else pair.gateway.device_model
    key = "" if model is None else model.key or ""
    known = PERFORMANCE.get(key)
    if known is None or known.radius is None or distance <= known.radius:
        return []
    text = (
        f"The place is {distance / 1000:.1f} km away, and {PRODUCTS[key].name} reaches {known.radius / 1000:.1f} km "
        "(inferred, from the maker's figures)."
    )
    return [Finding("distance", "warning", text, "Take a dock that is nearer.")]
