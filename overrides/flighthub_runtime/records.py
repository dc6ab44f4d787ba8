"""Rows that give themselves as tables: to Arrow, and to files that other programs read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, TypeVar, cast, overload

from .annotations import lazy_type
from .public_names import defined_in, exported

if TYPE_CHECKING:
    from arro3.core import Table
else:
    Table = lazy_type("arro3.core", "Table")

T = TypeVar("T")


class Tabular(Generic[T]):
    """Rows of one class, which give themselves as a table."""

    __slots__ = ()

    def _table_rows(self) -> Iterable[T]:
        """The rows, fetched as far as they have to be."""
        return cast("Iterable[T]", self)

    def _row_class(self) -> type[T] | None:
        """The class of the rows; None where only the first of them tells."""
        return None

    def to_arrow(self) -> Table:
        """The rows as an Arrow table, for DuckDB, polars, pandas, pyarrow and all else that takes Arrow.

        There is a column for each member, the same whether any row has a value in it: times in UTC, words of enums as
        dictionaries, objects as structs, what has no fixed form as JSON text. Secrets, signed links among them, are
        left out. The unit of a column is in the metadata of its field. Rows with a place have a column `geometry`
        (points of GeoArrow, others as WKB; longitude before latitude), which is null where the place is not known.

        Returns:
            A table of arro3, which others take without a copy, by `__arrow_c_stream__`.

        Raises:
            ConfigurationError: The extra `tables` is not installed.

        Example:
            >>> table = fh.devices.list().to_arrow()
            >>> table.column_names
            ['gateway', 'drone']
        """
        table: Table = _form(self, "tables").to_arrow(self._table_rows(), self._row_class())
        return table

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """Writes the rows as a Parquet file; as GeoParquet 1.1 where they have a place.

        The columns are those of `to_arrow()`; geometries are WKB, and `bbox` has the bounds of each. The file is
        complete or not there: it gets its name once it is written.

        Args:
            path: The file; its folder is made, and a file that is there is replaced.

        Raises:
            ConfigurationError: The extra `tables` is not installed.

        Example:
            >>> fh.waylines.list().to_parquet(folder / "waylines.parquet")
            >>> (folder / "waylines.parquet").exists()
            True
        """
        _form(self, "parquet").write_parquet(path, self._table_rows(), self._row_class())

    def __arrow_c_schema__(self) -> object:
        """The schema, for programs that take Arrow."""
        return _form(self, "tables").schema_of_rows(self._table_rows(), self._row_class()).__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows in batches, for programs that take Arrow."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


def _form(rows: Tabular[Any], name: str) -> Any:
    """The module that makes a form of rows, from the package that has the exports for their class."""
    row_class: type[Any] | None = rows._row_class()  # pyright: ignore[reportPrivateUsage]
    if row_class is None:
        first: object = next(iter(rows._table_rows()), None)  # pyright: ignore[reportPrivateUsage]
        row_class = type(first)
    return import_module(f"{exports_of(row_class)}.{name}")


def exports_of(row_class: type[Any]) -> str:
    """The package with the exports for rows of a class: what its generated package names, or the one beside it."""
    home = defined_in(row_class)
    if hasattr(row_class, "__wire__"):
        found: str = import_module("..tables", home.rpartition(".")[0]).EXPORTS
        return found
    return f"{home.partition('.')[0]}._exports"


@exported
class Records(list[T], Tabular[T]):
    """A list of rows which gives itself as a table, to Arrow and Parquet. Otherwise it is a list like any other.

    Args:
        rows: The rows.
        of: Their class; without it the first row tells.

    Example:
        >>> from flighthub import Records
        >>> from flighthub.types import GeoPoint
        >>> records = Records([GeoPoint(latitude=46.05, longitude=14.5)], of=GeoPoint)
        >>> records.to_arrow().num_rows
        1
    """

    __slots__ = ("_of",)

    def __init__(self, rows: Iterable[T] = (), *, of: type[T] | Callable[[], type[T]] | None = None) -> None:
        super().__init__(rows)
        self._of = of

    def _row_class(self) -> type[T] | None:
        of = self._of
        if of is None:
            return type(self[0]) if self else None
        return of if isinstance(of, type) else of()

    @overload
    def __getitem__(self, index: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Records[T]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T | Records[T]:
        found = super().__getitem__(index)
        return Records(cast("list[T]", found), of=self._of) if isinstance(index, slice) else cast(T, found)

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return _rebuild, (type(self), self._row_class()), None, iter(self)


def _rebuild(cls: type[Records[T]], of: type[T] | None) -> Records[T]:
    """An empty list for rows of a class; unpickling and copying fill it."""
    return cls(of=of)
