"""A set of pictures in the cloud."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Resource(NamedTuple):
    """A set of uploaded pictures, ready to be reconstructed from.

    Attributes:
        uuid: Its id, the `resource_uuid` of the operations.
        file_names: The pictures in it.
        size: Bytes of all of them.
        state: The file that remembers how far its upload and its jobs are.
    """

    uuid: str
    file_names: tuple[str, ...]
    size: int
    state: Path

    def __repr__(self) -> str:
        return f"<Resource {self.uuid}: {len(self.file_names)} pictures, {self.size} bytes>"
