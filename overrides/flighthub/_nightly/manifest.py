"""What is at the target: a row for each file, in a Parquet file for each day of a dock. No I/O."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported

from .exif import Position, has_exif, read_position

if TYPE_CHECKING:
    from flighthub_runtime.columns import Column
else:
    Column = lazy_type("flighthub_runtime.columns", "Column")

_PIECE: Final = 2**20


@exported
class SyncedFile(NamedTuple):
    """A file that `fh.sync` looks after: a row of the manifest.

    Attributes:
        dataset: What it is part of: `media`, `tracks`, or the name of a table.
        source_id: Id of what it was made of: of the media file, the flight task, or the device; empty where there is
            none.
        project_uuid: Id of the project.
        dock_sn: Serial number of the dock or remote controller; None for what belongs to none.
        task_uuid: Id of the flight task; None for what belongs to none.
        task_name: Name of the flight task.
        name: Name of the file on the server.
        path: Where it is, below the target; None while it is not there.
        size: Bytes.
        sha256: SHA-256 of its content, in hexadecimal.
        md5: MD5 of its content, in hexadecimal, which is its ETag in most object stores.
        rows: Rows of a table, points of a track; None for media.
        file_type: What sort of media it is.
        taken_at: When it was taken.
        updated_at: When it was changed on the server.
        latitude: Where it was taken, as its Exif says: degrees of WGS-84.
        longitude: Likewise.
        altitude: Metres, as its Exif says.
        relative_altitude: Metres above the take-off point, as its XMP says.
        problem: Why it is not there; None where it is.
    """

    dataset: str
    source_id: str
    project_uuid: str
    dock_sn: str | None = None
    task_uuid: str | None = None
    task_name: str | None = None
    name: str | None = None
    path: str | None = None
    size: int | None = None
    sha256: str | None = None
    md5: str | None = None
    rows: int | None = None
    file_type: str | None = None
    taken_at: datetime | None = None
    updated_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    altitude: float | None = None
    relative_altitude: float | None = None
    problem: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart from the others of its day and dock."""
        return self.dataset, self.source_id


class Facts(NamedTuple):
    """What the content of a file says."""

    size: int
    sha256: str
    md5: str
    position: Position = Position()

    def to_attributes(self) -> dict[str, str]:
        """The facts as metadata of an object, so that they are known without reading it."""
        told = {"sha256": self.sha256, "md5": self.md5, **self.position._asdict()}
        return {f"flighthub-{name.replace('_', '-')}": str(value) for name, value in told.items() if value is not None}

    @classmethod
    def from_attributes(cls, size: int, attributes: Mapping[str, str]) -> Facts | None:
        """The facts that the metadata of an object has; None where it has none."""
        told = {
            name.removeprefix("flighthub-").replace("-", "_"): value
            for name, value in attributes.items()
            if name.startswith("flighthub-")
        }
        try:
            position = Position(**{name: float(told[name]) for name in Position._fields if name in told})
            return cls(size, told["sha256"], told["md5"], position)
        except (KeyError, ValueError):
            return None


def inspect_file(path: Path, name: str, *, keep: bool) -> Facts:
    """Reads a file once.

    Args:
        path: Where it is.
        name: Its name, which says whether it may have a position.
        keep: Whether it stays there, and has to outlive the machine's going away.
    """
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    with path.open("r+b" if keep and os.name == "nt" else "rb") as stream:
        if keep:
            os.fsync(stream.fileno())
        size = 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            sha256.update(piece)
            md5.update(piece)
        return Facts(size, sha256.hexdigest(), md5.hexdigest(), read_position(stream) if has_exif(name) else Position())


def inspect_bytes(content: bytes) -> Facts:
    """The facts of what was made here."""
    md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
    return Facts(len(content), hashlib.sha256(content).hexdigest(), md5)


def to_parquet(rows: Any, row_class: type[Any], columns: Mapping[str, Column] | None = None, **values: object) -> bytes:
    """The content of a Parquet file of rows.

    Args:
        rows: The rows.
        row_class: Their class.
        columns: Columns in front of those of the rows, by name.
        **values: The value of each of these.
    """
    from .._exports.parquet import ParquetWriter

    target = BytesIO()
    with ParquetWriter(target, row_class, tuple((columns or {}).values())) as writer:
        writer.write(rows, **values)
    return target.getvalue()


def write_manifest(rows: Mapping[tuple[str, str], SyncedFile]) -> bytes:
    """The content of a file of the manifest."""
    return to_parquet([rows[key] for key in sorted(rows)], SyncedFile)


def read_manifest(content: bytes | None) -> dict[tuple[str, str], SyncedFile]:
    """The rows of a file of the manifest; none where it is not there, or cannot be read: then it is made anew."""
    if content is None:
        return {}
    from arro3.io import read_parquet

    try:
        table: Any = read_parquet(cast("Any", BytesIO(content))).read_all()
        columns: list[list[Any]] = [
            table.column(name).to_pylist() if name in table.column_names else [None] * table.num_rows
            for name in SyncedFile._fields
        ]
    except Exception:  # its texts are the library's own
        return {}
    rows = (SyncedFile(*values) for values in zip(*columns, strict=True))
    return {row.key: row for row in rows}
