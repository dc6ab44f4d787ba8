"""Routes and their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from . import _pushes as pushes
from . import _wpml
from ._refusal import Refused
from ._routes import Route, Waypoint
from ._things import Pair, Place, Project

if TYPE_CHECKING:
    from ._world import World

NOT_FOUND = 219001
UNREADABLE = 200500
UNKNOWN = 200404
LINKS_LAST = 3600
"""Seconds for which a link to a file works."""

ALTITUDE = 60.0
"""Metres above the take-off point, of the routes of a scenario."""


@dataclass
class Wayline:
    """A route of a project."""

    id: str
    project: Project
    name: str
    key: str
    size: int
    updated: datetime
    route: Route
    content: bytes | None = None
    """The file of a route that nobody uploaded, until it is in the store."""

    @property
    def points(self) -> list[Place]:
        """Where it leads; the heights are as the route has them."""
        return [Place(each.latitude, each.longitude, each.height) for each in self.route.points]

    @property
    def length(self) -> float:
        """Metres along all its lines, without the ways to, between and from them."""
        return sum(
            Place(*here[:3]).span(Place(*there[:3])) for line in self.route.lines for here, there in pairwise(line)
        )


class Waylines:
    """All routes. There is no operation that renames or deletes one."""

    def __init__(self, world: World, scenario: Mapping[str, Any]) -> None:
        self._world = world
        self.all: list[Wayline] = []
        for project, given in zip(world.projects.values(), scenario["projects"], strict=True):
            for told in given.get("waylines", ()):
                self._told(project, told)

    def of_project(self, project: Project) -> list[Wayline]:
        """The routes of a project."""
        return [each for each in self.all if each.project is project]

    def find(self, id: str, project: Project) -> Wayline:
        """A route of a project."""
        for each in self.of_project(project):
            if each.id == id:
                return each
        # I: HTTP 404 or a business error, clients accept both.
        raise Refused(UNKNOWN, "wayline not found", status=404)

    def finish(self, project: Project, name: str, key: str) -> Wayline:
        """Makes a route of an uploaded file."""
        stored = self._world.store.find(key)
        prefix = self._world.folder(project, "wayline")
        if stored is None or not key.startswith(f"{prefix}/"):
            raise Refused(NOT_FOUND, "wayline file not found")
        try:
            route = _wpml.read(self._world.store.read(key))
        except ValueError:
            # L: an unreadable file is HTTP 500, with the code of any server error.
            raise Refused(UNREADABLE, "server error", status=500) from None
        made = Wayline(self._world.uuid("wayline"), project, name, key, stored.size, self._world.now, route)
        self.all.append(made)
        self._world.push("wayline_file_uploaded", lambda: pushes.wayline(made))
        return made

    def link(self, wayline: Wayline) -> str:
        """A link to the file that needs no key and works for a while."""
        if wayline.content is not None:
            self._world.store.put(wayline.key, wayline.content)
            wayline.content = None
        return self._world.store.link(wayline.key, LINKS_LAST, filename=f"{wayline.name}.kmz")

    def _told(self, project: Project, told: Mapping[str, Any]) -> None:
        pair = next(each for each in self._world.fleet.of_project(project) if each.gateway.sn == told["from"])
        route = _drawn(pair, told["shape"], float(told.get("side", 100)))
        id = told.get("id") or self._world.uuid("wayline")
        key = f"{self._world.folder(project, 'wayline')}/{id}/{told['name']}.kmz"
        content = _wpml.write(route, project.created, self._world.owner.nickname)
        route = _flown(*route[:5])
        self.all.append(Wayline(id, project, told["name"], key, len(content), project.created, route, content))


@lru_cache(maxsize=64)
def _flown(
    points: tuple[Waypoint, ...], model: str, payload: str, lenses: tuple[str, ...], templates: tuple[str, ...]
) -> Route:
    """What the file of a route of a scenario says, which is what is flown, as it is of a file of anybody else.

    Neither time nor author of the file matters, so that a world that begins again need not read it again.
    """
    route = Route(points, model, payload, lenses, templates)
    return _wpml.read(_wpml.write(route, datetime(2026, 1, 1, tzinfo=UTC), ""))


def _drawn(pair: Pair, shape: str, side: float) -> Route:
    """A route of a scenario: around a square, or in lanes over it. It begins near the dock, and pictures are taken."""
    if pair.drone is None:
        raise ValueError(f"the gateway {pair.gateway.sn} has no aircraft to make a route for")
    start = side / 4
    if shape == "perimeter":
        steps = 4
        edge = [step * side / steps for step in range(steps)]
        corners = [
            *((start + each, start) for each in edge),
            *((start + side, start + each) for each in edge),
            *((start + side - each, start + side) for each in edge),
            *((start, start + side - each) for each in edge),
            (start, start),
        ]
        template = "waypoint"
    elif shape == "survey":
        corners, template = [*_wpml.lawn((start, start), side, 6)], "mapping_2d"
    else:
        raise ValueError(f"a route of a scenario is a perimeter or a survey, not {shape!r}")
    places = [pair.home.moved(*corner) for corner in corners]
    camera = next((each.index for each in pair.drone.cameras), "--")
    return Route(
        tuple(Waypoint(each.latitude, each.longitude, ALTITUDE, photos=1) for each in places),
        pair.drone.key,
        camera.split("-")[0],
        ("wide",),
        (template,),
    )
