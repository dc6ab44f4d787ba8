"""What was put on the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _pushes as pushes
from ._refusal import Refused
from ._things import Project

if TYPE_CHECKING:
    from ._world import World

UNKNOWN = 200404


@dataclass
class Annotation:
    """A point, line or polygon on the map of a project, as GeoJSON.

    Attributes:
        is_shown: Whether the map shows it.
        layer: The layer it was moved to; empty for that of the API.
    """

    uuid: str
    project: Project
    name: str
    desc: str
    feature: Mapping[str, Any]
    is_shown: bool = True
    layer: str = ""


class Annotations:
    """All of them. There is no operation that lists them; making one twice makes two."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.all: list[Annotation] = []

    def add(self, project: Project, name: str, desc: str, feature: Mapping[str, Any]) -> Annotation:
        """Puts one on the map."""
        made = Annotation(self._world.uuid("annotation"), project, name, desc, feature)
        self.all.append(made)
        self._world.push("map_geo_elements_update", lambda: pushes.annotation(self._world, made))
        return made

    def change(self, uuid: str, project: Project, told: Mapping[str, Any]) -> Annotation:
        """Changes one; what is not told stays as it is (I)."""
        found = self._find(uuid, project)
        found.name = told.get("name", found.name)
        found.desc = told.get("remark", found.desc)
        found.feature = told.get("content", found.feature)
        found.is_shown = bool(told.get("display", found.is_shown))
        found.layer = told.get("target_layer_id", found.layer)
        self._world.push("map_geo_elements_update", lambda: pushes.annotation(self._world, found))
        return found

    def remove(self, uuid: str, project: Project) -> None:
        """Takes one from the map."""
        self.all.remove(self._find(uuid, project))

    def _find(self, uuid: str, project: Project) -> Annotation:
        for each in self.all:
            if each.uuid == uuid and each.project is project:
                return each
        # I: HTTP 404, as of other things that are not there.
        raise Refused(UNKNOWN, "the annotation does not exist", status=404)
