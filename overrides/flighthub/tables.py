"""Tables of rows: Arrow in memory, Parquet and GeoParquet in files. Needs the extra `tables`.

What a client lists has `to_arrow()` and `to_parquet()` itself. Here is what takes rows from anywhere, as many as there
are: in batches, with columns of one's own, into a file or any binary stream.

    with ParquetWriter("points.parquet", TrackPoint, [Column("task", "text")]) as writer:
        for task in tasks:
            writer.write(fh.flight_tasks.get_track(task.uuid).track.points, task=task.uuid)
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.columns import Column
from flighthub_runtime.records import Records

from ._exports.parquet import ParquetWriter

if TYPE_CHECKING:
    from arro3.core import Schema, Table
else:
    Schema = lazy_type("arro3.core", "Schema")
    Table = lazy_type("arro3.core", "Table")

__all__ = ["Column", "ParquetWriter", "Records", "schema_of", "to_arrow", "write_parquet"]

T = TypeVar("T")


def schema_of(row_class: type[Any]) -> Schema:
    """The Arrow schema of the table of a class, which is the same whatever its rows hold.

    Args:
        row_class: A model of `flighthub.types`, or another class of rows such as `Alert`.

    Returns:
        A schema of arro3, whose fields have their unit in their metadata.

    Raises:
        ConfigurationError: The extra `tables` is not installed.
        InvalidArgument: There is no table for the class.

    Example:
        >>> from flighthub.tables import schema_of
        >>> from flighthub.types import TrackPoint
        >>> schema_of(TrackPoint).field("height").metadata
        {b'unit': b'm'}
    """
    from ._exports.tables import form_of

    return form_of(row_class).schema


def to_arrow(rows: Iterable[T], of: type[T] | None = None) -> Table:
    """Any rows as an Arrow table.

    Args:
        rows: The rows.
        of: Their class; without it the first row tells.

    Returns:
        A table of arro3, as `Records.to_arrow()` describes it.

    Raises:
        ConfigurationError: The extra `tables` is not installed.
        InvalidArgument: There is no table for the class of the rows, or no row that tells it.

    Example:
        >>> from flighthub.tables import to_arrow
        >>> to_arrow(wayline for wayline in fh.waylines.list()).num_rows
        1
    """
    from ._exports import tables

    return tables.to_arrow(rows, of)


def write_parquet(path: str | os.PathLike[str], rows: Iterable[T], of: type[T] | None = None) -> None:
    """Writes any rows to a Parquet file, in batches, so that memory is bounded however many rows there are.

    Args:
        path: The file; its folder is made, and a file that is there is replaced.
        rows: The rows; taken as they are needed.
        of: Their class; without it the first row tells.

    Raises:
        ConfigurationError: The extra `tables` is not installed.
        InvalidArgument: There is no table for the class of the rows, or no row that tells it.
        OSError: The file cannot be written.

    Example:
        >>> from flighthub.tables import write_parquet
        >>> tracks = (fh.flight_tasks.get_track(uuid).track for uuid in [task_uuid])
        >>> write_parquet(folder / "points.parquet", (point for track in tracks for point in track.points))
        >>> (folder / "points.parquet").exists()
        True
    """
    from ._exports import parquet

    parquet.write_parquet(path, rows, of)
