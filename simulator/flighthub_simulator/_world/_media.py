"""What cameras leave behind: a folder for each flight, whose files the dock uploads after the landing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from flighthub_api.enums import MediaFileType, MediaUploadStatus

from ._flights import Flight
from ._photographs import picture
from ._things import Place, Project
from ._wpml import Route

if TYPE_CHECKING:
    from ._world import World

FIRST_UPLOAD = 15.0
"""Seconds from the landing until the first file is in the cloud."""

UPLOAD = 2.0
"""Seconds from one file to the next."""

LINKS_LAST = 3600
"""Seconds for which a link to a file works."""

FIRST_FOLDER = 40_210


@dataclass
class File:
    """A file in the cloud. Folders are rows, too, without content."""

    uuid: str
    name: str
    kind: MediaFileType
    suffix: str
    key: str
    size: int
    created: datetime
    updated: datetime


@dataclass
class Folder:
    """What one flight leaves behind.

    Attributes:
        expected: How many files there are; 0 until the landing.
        files: Those that are in the cloud.
    """

    id: int
    project: Project
    key: str
    expected: int = 0
    files: list[File] = field(default_factory=list[File])

    @property
    def uploaded(self) -> list[File]:
        """The files in the cloud, without folders."""
        return [each for each in self.files if each.kind is not MediaFileType.UNSUPPORTED]

    @property
    def status(self) -> MediaUploadStatus:
        """How far the upload is."""
        if len(self.uploaded) < self.expected:
            return MediaUploadStatus.UPLOADING if self.uploaded else MediaUploadStatus.TO_UPLOAD
        return MediaUploadStatus.UPLOAD_FINISHED if self.expected else MediaUploadStatus.TO_UPLOAD


class Media:
    """All folders, by their ids."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.folders: dict[int, Folder] = {}

    def open(self, project: Project) -> Folder:
        """A folder for a flight that begins."""
        id = FIRST_FOLDER + self._world.number("folder")
        self.folders[id] = Folder(id, project, f"{self._world.folder(project, 'media')}/{id}")
        return self.folders[id]

    def landed(self, folder: Folder, flight: Flight, route: Route) -> None:
        """Begins the upload of what was taken on a flight."""
        shots = [(moment, place) for index, moment, place in flight.visits() for _ in range(route.points[index].photos)]
        before = folder.expected
        folder.expected += len(shots)
        for number, (moment, place) in enumerate(shots):
            self._world.after(FIRST_UPLOAD + number * UPLOAD, self._upload(folder, before + number + 1, moment, place))

    def link(self, file: File) -> str:
        """A link to a file that needs no key and works for a while."""
        if file.kind is MediaFileType.UNSUPPORTED:
            # L: the link of a folder has a path that is just a slash.
            return f"{self._world.store.endpoint}/"
        return self._world.store.link(file.key, LINKS_LAST, filename=f"{file.name}{file.suffix}")

    def _upload(self, folder: Folder, number: int, taken: datetime, place: Place) -> Callable[[], None]:
        def upload() -> None:
            world = self._world
            name = f"DJI_{taken:%Y%m%d%H%M%S}_{number:04}_V"
            key = f"{folder.key}/{name}.jpeg"
            content = picture(place, taken, world.chance("picture", folder.id, number))
            size = world.store.put(key, content, "image/jpeg").size
            made = File(world.uuid("file"), name, MediaFileType.IMAGE, ".jpeg", key, size, taken, world.now)
            folder.files.append(made)
            if number == folder.expected:
                # L: a folder shows as a row of its own, without size and suffix.
                thumbnails = f"DJI_{taken:%Y%m%d%H%M}_{folder.id}"
                row = File(world.uuid("file"), thumbnails, MediaFileType.UNSUPPORTED, "", "", 0, taken, world.now)
                folder.files.append(row)

        return upload
