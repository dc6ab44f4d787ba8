"""Parquet files of rows, as GeoParquet 1.1 where they have a place. Needs the extra `tables`.

A file is written batch by batch, each a row group, so that memory is bounded however many rows there are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self, cast
from uuid import uuid4

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.columns import Column
from flighthub_runtime.problems import InvalidArgument

from .tables import BATCH_ROWS, BBOX, GEOMETRY, Form, arro3, class_of, form_of

if TYPE_CHECKING:
    from arro3.core import RecordBatch
else:
    RecordBatch = lazy_type("arro3.core", "RecordBatch")

_COMPRESSION: Final = "zstd(3)"


def write_parquet(path: str | os.PathLike[str], rows: Iterable[Any], row_class: type[Any] | None) -> None:
    """Writes rows to a file, taking them as they are needed."""
    source = iter(rows)
    first: Any = next(source, None)
    with ParquetWriter(path, row_class or class_of(first)) as writer:
        if first is not None:
            writer.write([first])
            writer.write(source)


class ParquetWriter:
    """Writes rows to a Parquet file as they come.

    A file by its path gets its name once it is complete; after an error nothing is left. What has a `write` is written
    to as it is, from another thread, and not closed.

    Args:
        target: Path of the file, or a binary file such as `io.BytesIO`.
        of: The class of the rows.
        columns: Columns that the rows do not have themselves; their values go with `write`.

    Raises:
        ConfigurationError: The extra `tables` is not installed.
        InvalidArgument: There is no table for the class.
    """

    def __init__(
        self, target: str | os.PathLike[str] | BinaryIO, of: type[Any], columns: Iterable[Column] = ()
    ) -> None:
        self._form = form_of(of, tuple(columns), bounds=True)
        self._names = frozenset(each.name for each in self._form.extra)
        self._pending: list[Any] = []
        self._values: dict[str, list[Any]] = {name: [] for name in self._names}
        self._path: Path | None = None
        self._part: Path | None = None
        if isinstance(target, (str, os.PathLike)):
            self._path = Path(target)
            self._part = self._path.with_name(f".{self._path.name}.{uuid4().hex[:8]}.part")
        self._error: BaseException | None = None
        self._batches: Queue[RecordBatch | None] = Queue(1)
        self._closed = False
        self.rows = 0
        self._thread = Thread(target=self._run, args=(self._part or target,), name="flighthub-parquet", daemon=True)
        self._thread.start()

    def write(self, rows: Iterable[Any], **values: object) -> None:
        """Adds rows.

        Args:
            rows: The rows; taken as they are needed.
            **values: Values of the extra columns: one for all these rows each.

        Raises:
            OSError: The file cannot be written.
        """
        if unknown := set(values) - self._names:
            raise InvalidArgument(min(unknown), "is not one of the columns of this file")
        source = iter(rows)
        while chunk := list(islice(source, BATCH_ROWS - len(self._pending))):
            self._pending += chunk
            for name, column in self._values.items():
                column += [values.get(name)] * len(chunk)
            if len(self._pending) >= BATCH_ROWS:
                self._flush()

    def close(self) -> None:
        """Writes what is left and ends the file.

        Raises:
            OSError: The file could not be written.
        """
        if self._closed:
            return
        try:
            self._flush()
        except BaseException:
            self.abort()
            raise
        self._finish()
        if self._error is not None:
            self._remove()
            raise self._error
        if self._part is not None and self._path is not None:
            self._part.replace(self._path)

    def abort(self) -> None:
        """Ends without a file."""
        if not self._closed:
            self._error = self._error or InterruptedError("the writing of the file was given up")
            self._finish()
            self._remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abort()

    def _flush(self) -> None:
        if self._error is not None:
            raise self._error
        if self._pending:
            batch = self._form.batch(self._pending, dict(self._values))
            self.rows += len(self._pending)
            self._pending = []
            self._values = {name: [] for name in self._names}
            self._batches.put(batch)

    def _finish(self) -> None:
        self._closed = True
        self._batches.put(None)
        self._thread.join()

    def _remove(self) -> None:
        if self._part is not None:
            self._part.unlink(missing_ok=True)

    def _run(self, target: Path | BinaryIO) -> None:
        """The thread that writes: it takes batches until there are no more, also after an error."""
        from arro3.io import write_parquet as write

        batches = iter(self._batches.get, None)
        try:
            if isinstance(target, Path):
                target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") if isinstance(target, Path) else nullcontext(target) as file:
                sink = _Sink(file)
                # pyarrow, and so geopandas, reads the metadata of a folder of files from the schema of Arrow alone.
                schema = self._form.schema.with_metadata({**self._form.schema.metadata_str, **geo_metadata(self._form)})
                write(
                    arro3().RecordBatchReader.from_batches(schema, sink.until_it_fails(batches)),
                    cast("Any", sink),
                    compression=_COMPRESSION,
                    max_row_group_size=BATCH_ROWS,
                    key_value_metadata=geo_metadata(self._form),
                )
                if sink.error is not None:
                    raise sink.error
        except BaseException as error:
            self._error = self._error or error
        for _ in batches:
            pass


class _Sink:
    """What the library writes to. An error does not reach it, since it would panic; the rest is not written then."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.error: Exception | None = None

    def until_it_fails(self, batches: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
        """Batches, and none once an error has come."""
        for batch in batches:
            yield batch
            if self.error is not None:
                return

    def write(self, data: bytes) -> int:
        """Writes, as long as there was no error."""
        if self.error is None:
            try:
                self._file.write(data)
            except Exception as error:
                self.error = error
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Moves, which the library asks for and does not do."""
        return self._file.seek(offset, whence)

    def flush(self) -> None:
        """Flushes, as long as there was no error."""
        if self.error is None:
            try:
                self._file.flush()
            except Exception as error:
                self.error = error


def geo_metadata(form: Form) -> dict[str, str]:
    """The metadata of a file: that of GeoParquet 1.1 where rows have a place."""
    if form.geometry_types is None:
        return {}
    column = {
        "encoding": "WKB",
        "geometry_types": list(form.geometry_types),
        "covering": {BBOX: {edge: [BBOX, edge] for edge in ("xmin", "ymin", "xmax", "ymax")}},
    }
    return {"geo": json.dumps({"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}})}
