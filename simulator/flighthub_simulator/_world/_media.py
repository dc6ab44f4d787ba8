"""What cameras leave behind: a folder for each flight, whose files the dock uploads after the landing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from flighthub_api.enums import MediaFileType, MediaUploadStatus

from . import _pushes as pushes
from ._flights import Flight, Taken
from ._photographs import PICTURE, VIDEO, View, model_of, picture, video
from ._things import Device, Project

if TYPE_CHECKING:
    from ._world import World

FIRST_UPLOAD = 15.0
"""Seconds from the landing until the first file is in the cloud."""

UPLOAD = 2.0
"""Seconds from one file to the next."""

LINKS_LAST = 3600
"""Seconds for which a link to a file works."""

FIRST_FOLDER = 40_210

_ODD = re.compile(r"[^\w .()-]")

LETTERS = {"": "V", "wide": "W", "zoom": "Z", "ir": "T", "visable": "V", "narrow_band": "N"}
"""What the names of files say of the lens. I: the last; the others are those of DJI's cameras."""


ZOOMED = ("", "zoom")
"""Lenses whose focal length a zoom decides."""


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

    def landed(self, folder: Folder, flight: Flight) -> None:
        """Begins the upload of what was taken on a flight."""
        before = folder.expected
        files = [
            (before + number, lens, taken)
            for number, taken in enumerate(flight.taken(), 1)
            for lens in taken.shot.lenses
        ]
        folder.expected += len(files)
        self._world.after(FIRST_UPLOAD, lambda: self._upload(folder, iter(files), flight.drone))

    def link(self, file: File) -> str:
        """A link to a file that needs no key and works for a while."""
        if file.kind is MediaFileType.UNSUPPORTED:
            # L: the link of a folder has a path that is just a slash.
            return f"{self._world.store.endpoint}/"
        return self._world.store.link(file.key, LINKS_LAST, filename=f"{file.name}{file.suffix}")

    def _upload(self, folder: Folder, files: Iterator[tuple[int, str, Taken]], drone: Device | None) -> None:
        """Uploads the next file, and plans the one after it."""
        found = next(files, None)
        if found is None:
            return
        number, lens, taken = found
        world, is_video = self._world, taken.seconds is not None
        name = f"DJI_{taken.moment:%Y%m%d%H%M%S}_{number:04}_{LETTERS.get(lens, lens)}"
        # D (`fileSuffix`): it is appended to the name. I: of what a file on a card cannot be called, nothing is kept.
        name = "_".join((name, _ODD.sub("", taken.shot.suffix)[:64])).rstrip("_")
        suffix, kind = (".mp4", MediaFileType.VIDEO) if is_video else (".jpeg", MediaFileType.IMAGE)
        key = f"{folder.key}/{name}{suffix}"

        def make() -> bytes:
            chance = world.chance("picture", folder.id, number, lens)
            if taken.seconds is not None:
                return video(taken.seconds, chance)
            model, sn = model_of(drone)
            focal = taken.shot.focal if lens in ZOOMED else None
            angles = taken.heading, taken.pitch, taken.yaw
            view = View(taken.place, taken.elevation, *angles, taken.velocity, lens, focal, model, sn)
            return picture(view, taken.moment, chance)

        size = world.chance("picture", folder.id, number, lens).choice(VIDEO if is_video else PICTURE)
        world.store.offer(key, "video/mp4" if is_video else "image/jpeg", make)
        made = File(world.uuid("file"), name, kind, suffix, key, size, taken.moment, world.now)
        folder.files.append(made)
        world.push("media_file_uploaded", lambda: pushes.media(world, folder, made))
        if len(folder.uploaded) == folder.expected == len(folder.files):
            # L: a folder shows as a row of its own, without size and suffix.
            thumbnails = f"DJI_{taken.moment:%Y%m%d%H%M}_{folder.id}"
            row = File(world.uuid("file"), thumbnails, MediaFileType.UNSUPPORTED, "", "", 0, taken.moment, world.now)
            folder.files.append(row)
        world.after(UPLOAD, lambda: self._upload(folder, files, drone))
