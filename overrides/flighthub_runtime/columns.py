"""What the table of a model looks like: its columns, and where its geometry comes from. No table is made here."""

from __future__ import annotations

from typing import NamedTuple

ColumnType = str | tuple[str, object]
"""What a column holds.

`text`, `integer`, `number`, `boolean`, `datetime`, `enum`, `json`; `("unix", "s" | "ms" | "auto")` for times that are
numbers, `("list", type)` and `("struct", model)`.
"""


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: Its name, that of the member on the wire.
        type: What it holds.
        unit: Unit of its values; empty where they have none.
        attribute: The attribute of a row that holds the value, where its name is another one.
    """

    name: str
    type: ColumnType
    unit: str = ""
    attribute: str = ""


class Place(NamedTuple):
    """Where a row has its coordinates: dotted paths of attributes, in degrees and metres of WGS-84."""

    latitude: str
    longitude: str
    height: str | None = None


class Shape(NamedTuple):
    """Where a row has a GeoJSON geometry: the path of the object with `type` and `coordinates`; empty for itself."""

    path: str


class TableSchema(NamedTuple):
    """The table of a model.

    Attributes:
        columns: Its columns, in the order of the documentation, without secrets.
        geometry: Where the geometry of a row comes from; None where rows have no place.
    """

    columns: tuple[Column, ...]
    geometry: Place | Shape | None = None
