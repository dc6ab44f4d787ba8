"""A set of pictures in the cloud, and what one would be made of."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from flighthub_runtime.public_names import exported

from .photos import PhotoSelection, SkippedFile


@exported
class ImageSet(NamedTuple):
    """A set of uploaded pictures, ready to be reconstructed from.

    Attributes:
        uuid: Its id, the `resource_uuid` of the operations.
        file_names: The pictures in it.
        size: Bytes of all of them.
        state: The file that remembers how far its upload and its jobs are.
        skipped: What lay beside the pictures and is not in it, with reasons.
    """

    uuid: str
    file_names: tuple[str, ...]
    size: int
    state: Path
    skipped: tuple[SkippedFile, ...] = ()

    def __repr__(self) -> str:
        return f"<ImageSet {self.uuid}: {len(self.file_names)} pictures, {self.size} bytes>"


@exported
class ReconstructionPlan(NamedTuple):
    """What a reconstruction would upload and make. Nothing was sent.

    Attributes:
        photos: The pictures. Each counts towards the image quota, for each kind of model.
        size: Bytes of all of them.
        types: The kinds of model, such as `3d`, in the documentation's order.
        skipped: What lies beside the pictures and would be left out, with reasons.
    """

    photos: tuple[Path, ...]
    size: int
    types: tuple[str, ...]
    skipped: tuple[SkippedFile, ...]

    def __repr__(self) -> str:
        counts = f"{len(self.photos)} pictures, {self.size} bytes, {len(self.skipped)} left out"
        return f"<ReconstructionPlan of {', '.join(self.types)}: {counts}>"


def plan_of(chosen: PhotoSelection, types: tuple[str, ...]) -> ReconstructionPlan:
    """What a reconstruction of these pictures would upload and make."""
    size = sum(photo.size for photo in chosen.photos)
    return ReconstructionPlan(tuple(photo.path for photo in chosen.photos), size, types, tuple(chosen.skipped))
