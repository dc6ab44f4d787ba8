"""Models on the maps of projects, made of the media of a flight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import ModelFileType, ModelType

from . import _pushes as pushes
from ._refusal import Refused
from ._results import archive
from ._things import Member, Project

if TYPE_CHECKING:
    from ._world import World

FIRST = 9_020
LINKS_LAST = 3600
"""Seconds."""

SETTING_UP, PER_PICTURE = 60.0, 2.0
"""Seconds that a reconstruction takes, in all and for each picture."""

BYTES_PER_PICTURE = 12_000_000
"""Of the size that a model is said to have."""

NO_FOLDER = 217028
NOT_FOUND = 200404

TYPES = {ModelFileType.MODEL_2D: ModelType.MODEL_2D, ModelFileType.MODEL_3D: ModelType.MODEL_3D}


@dataclass
class ProjectModel:
    """A model of a project."""

    id: int
    name: str
    project: Project
    type: ModelFileType
    pictures: int
    author: Member
    created: datetime
    updated: datetime
    world: World
    key: str = ""

    @property
    def lasts(self) -> float:
        """Seconds that the reconstruction takes."""
        return SETTING_UP + PER_PICTURE * self.pictures

    @property
    def status(self) -> str:
        """Whether it is made or done, in a word. No operation tells it."""
        return "done" if self.key else "being made"

    @property
    def progress(self) -> int:
        """Percent. No operation tells it."""
        if self.key:
            return 100
        return min(99, int(100 * (self.world.now - self.created).total_seconds() / self.lasts))

    @property
    def size(self) -> int:
        """Bytes; 0 until it is there."""
        return self.pictures * BYTES_PER_PICTURE if self.key else 0


class ProjectModels:
    """All models of all projects."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.all: list[ProjectModel] = []

    def of_project(self, project: Project) -> list[ProjectModel]:
        """The models of a project. I: one shows up as soon as it is ordered."""
        return [each for each in self.all if each.project is project]

    def find(self, id: int, project: Project) -> ProjectModel:
        """A model of a project."""
        for each in self.of_project(project):
            if each.id == id:
                return each
        raise Refused(NOT_FOUND, "the model does not exist")

    def create(self, project: Project, told: Mapping[str, Any], author: Member) -> ProjectModel:
        """Orders a model of each kind, and answers the first (I: the answer has room for one)."""
        world = self._world
        folder = world.flight_tasks.folder(told["task_folder_id"], project)
        if folder is None or not folder.uploaded:
            raise Refused(NO_FOLDER, "dir not exist")
        made = [
            ProjectModel(
                FIRST + world.number("project model"),
                told["name"],
                project,
                ModelFileType(kind),
                len(folder.uploaded),
                author,
                world.now,
                world.now,
                world,
            )
            for kind in told["reconstruction_type"]
        ]
        self.all += made
        for each in made:
            world.after(each.lasts, self._finish(each, told))
        return made[0]

    def links(self, model: ProjectModel) -> tuple[str, str]:
        """Links to download a model and to look at it; empty until it is there."""
        if not model.key:
            return "", ""
        link = self._world.store.link
        return link(model.key, LINKS_LAST, filename=f"{model.name}.zip"), link(model.key, LINKS_LAST)

    def _finish(self, model: ProjectModel, told: Mapping[str, Any]) -> Callable[[], None]:
        def finish() -> None:
            world = self._world
            about = {"id": model.id, "name": model.name, "wkt": told["wkt"], "pictures": model.pictures}
            content = archive(TYPES[model.type], about, world.now, world.chance("project model", model.id))
            model.key, model.updated = f"{world.folder(model.project, 'model')}/{model.id}.zip", world.now
            world.store.put(model.key, content, "application/zip")
            world.push("model_post_reconstruction", lambda: pushes.project_model(model))

        return finish
