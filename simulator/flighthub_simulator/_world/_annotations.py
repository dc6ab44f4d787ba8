"""What was put on the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _pushes as pushes
from ._things import Project

if TYPE_CHECKING:
    from ._world import World


class Annotation(NamedTuple):
    """A point, line or polygon on the map of a project, as GeoJSON."""

    uuid: str
    project: Project
    name: str
    desc: str
    feature: Mapping[str, Any]


class Annotations:
    """All of them. There is no operation that lists, changes or deletes one; doing it twice makes two."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.all: list[Annotation] = []

    def add(self, project: Project, name: str, desc: str, feature: Mapping[str, Any]) -> Annotation:
        """Puts one on the map."""
        made = Annotation(self._world.uuid("annotation"), project, name, desc, feature)
        self.all.append(made)
        self._world.push("map_geo_elements_update", lambda: pushes.annotation(self._world, made))
        return made
