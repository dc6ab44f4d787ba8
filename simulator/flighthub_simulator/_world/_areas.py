"""Flight areas: where aircraft of a project may fly, as people have drawn it in the web application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import FlightAreaStatus, FlightAreaType

from ._things import Place, Project

if TYPE_CHECKING:
    from ._world import World


@dataclass(frozen=True)
class FlightArea:
    """An area.

    Attributes:
        corners: Its corners, or its centre alone where it is a circle.
        radius: Metres, of a circle.
    """

    uuid: str
    project: Project
    name: str
    type: FlightAreaType
    corners: Sequence[Place]
    radius: float | None = None
    status: FlightAreaStatus = FlightAreaStatus.ENABLE

    def holds(self, place: Place) -> bool:
        """Whether a place lies inside."""
        if self.radius is not None:
            return self.corners[0].distance(place) <= self.radius
        inside = False
        for here, there in zip(self.corners, [*self.corners[1:], self.corners[0]], strict=True):
            if (here.latitude > place.latitude) is not (there.latitude > place.latitude):
                part = (place.latitude - here.latitude) / (there.latitude - here.latitude)
                if place.longitude < here.longitude + part * (there.longitude - here.longitude):
                    inside = not inside
        return inside

    def forbids(self, places: Sequence[Place]) -> bool:
        """Whether it keeps aircraft from flying over some of these places."""
        if self.status is not FlightAreaStatus.ENABLE:
            return False
        if self.type is FlightAreaType.DFENCE:
            return not all(map(self.holds, places))
        return self.type is FlightAreaType.NFZ and any(map(self.holds, places))


class FlightAreas:
    """All areas of a scenario. I: they do not stop flights here; the dispatch check names them."""

    def __init__(self, world: World, scenario: Mapping[str, Any]) -> None:
        self.all = [
            self._area(world, project, told)
            for project, given in zip(world.projects.values(), scenario["projects"], strict=True)
            for told in given.get("flight_areas", ())
        ]

    def of_project(self, project: Project) -> list[FlightArea]:
        """The areas of a project."""
        return [each for each in self.all if each.project is project]

    def _area(self, world: World, project: Project, told: Mapping[str, Any]) -> FlightArea:
        return FlightArea(
            told.get("id") or world.uuid("area"),
            project,
            told["name"],
            FlightAreaType(told["type"]),
            [Place(*map(float, each)) for each in told["corners"]],
            told.get("radius"),
            FlightAreaStatus(told.get("status", FlightAreaStatus.ENABLE.value)),
        )
