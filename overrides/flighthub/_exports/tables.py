"""Arrow tables of rows, by the schema of their class. Needs the extra `tables`.

The schema is that of the class alone (`flighthub_api.tables`, and `rows.py` for what is no model), so that it is the
same whatever the rows hold. Secrets are no columns, also not inside of others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs.times import LAST_SECOND
from flighthub_runtime.columns import Column, ColumnType, Place, TableSchema
from flighthub_runtime.devices import is_place
from flighthub_runtime.models import Model
from flighthub_runtime.problems import ConfigurationError, InvalidArgument
from flighthub_runtime.secrets import Secret
from flighthub_runtime.wire import is_list

from .rows import ROWS
from .wkb import are_places, encode_geojson, encode_points, positions_of

if TYPE_CHECKING:
    from arro3.core import Array, DataType, Field, RecordBatch, Schema, Table
else:
    Array = lazy_type("arro3.core", "Array")
    DataType = lazy_type("arro3.core", "DataType")
    Field = lazy_type("arro3.core", "Field")
    RecordBatch = lazy_type("arro3.core", "RecordBatch")
    Schema = lazy_type("arro3.core", "Schema")
    Table = lazy_type("arro3.core", "Table")

BATCH_ROWS: Final = 65_536
"""Rows of a batch, and of a row group of a file: what bounds the memory of a table that is written."""

GEOMETRY: Final = "geometry"
BBOX: Final = "bbox"

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_NAN: Final = float("nan")
_NUMBERS: Final = {float, type(None)}
_EARLIEST: Final = -62_135_596_800_000
LATEST: Final = 253_402_300_799_999
"""The years 1 and 9999 in Unix milliseconds."""


def arro3() -> Any:
    """The library of tables; `ConfigurationError` where it is not installed."""
    try:
        import arro3.core
        import arro3.io  # pyright: ignore[reportUnusedImport]
    except ImportError:
        raise ConfigurationError(
            "tables need the packages arro3-core and arro3-io: pip install 'flighthub[tables]'"
        ) from None
    return arro3.core


def table_of(row_class: type[Any]) -> TableSchema:
    """The columns and the geometry of rows of a class.

    Raises:
        InvalidArgument: There is no table for the class.
    """
    from flighthub_api.tables import TABLES

    for each in row_class.__mro__:
        found = TABLES.get(each.__name__) if issubclass(each, Model) else ROWS.get(each.__name__)
        if found is not None:
            return found
    name = "nothing" if row_class is type(None) else row_class.__name__
    raise InvalidArgument("rows", f"must be models or other rows of flighthub, not {name}; name their class with of=")


def to_arrow(rows: Iterable[Any], row_class: type[Any] | None) -> Table:
    """Rows as a table, in batches."""
    core = arro3()
    rows = list(rows)
    form = form_of(row_class or class_of(next(iter(rows), None)))
    table: Table = core.Table.from_batches(list(form.batches(rows)), schema=form.schema)
    return table


def schema_of_rows(rows: Iterable[Any], row_class: type[Any] | None) -> Schema:
    """The schema of the table of rows; their class tells it, or else the first of them."""
    return form_of(row_class or class_of(next(iter(rows), None))).schema


def class_of(row: object) -> type[Any]:
    """The class of a row."""
    found: type[Any] = type(row)
    return found


class Form:
    """How rows of a class become batches: their schema, and what makes the arrays of each column.

    Places are points of GeoArrow in memory, which share their coordinates with the columns, and WKB in files
    (`bounds`), where the bounds of each are beside it.

    Attributes:
        row_class: The class of the rows.
        extra: Columns that the rows do not have themselves, in front of theirs.
        schema: The schema of the batches.
        geometry_types: The GeoJSON types that the geometries may have; empty where it is not known, None without any.
    """

    def __init__(self, row_class: type[Any], extra: tuple[Column, ...] = (), *, bounds: bool = False) -> None:
        core = arro3()
        table = table_of(row_class)
        self.row_class = row_class
        self.extra = extra
        self._geometry = table.geometry
        self._extra = [_maker(each) for each in extra]
        names = {each.name for each in extra}
        if table.geometry is not None:
            # A member of that name is what the geometry is made of.
            names |= {GEOMETRY, BBOX}
        self._columns = [_maker(each) for each in table.columns if each.name not in names]
        fields = [each.field for each in (*self._extra, *self._columns)]
        if not self._columns:
            raise InvalidArgument("rows", f"{row_class.__name__} holds nothing that a table may hold")
        self.geometry_types: tuple[str, ...] | None = None
        self._bounds = None
        self._points: list[Field] | None = None
        if table.geometry is not None:
            binary = core.DataType.binary()
            self.geometry_types = ()
            if isinstance(table.geometry, Place):
                has_height = table.geometry.height is not None
                self.geometry_types = ("Point", "Point Z") if has_height else ("Point",)
                if not bounds:
                    axes = "xyz" if has_height else "xy"
                    self._points = [core.Field(axis, core.DataType.float64(), nullable=False) for axis in axes]
            fields.append(
                _geometry_field("wkb", binary)
                if self._points is None
                else _geometry_field("point", core.DataType.struct(self._points))
            )
            if bounds:
                self._bounds = core.Field(BBOX, _bounds_type())
                fields.append(self._bounds)
        self.schema: Schema = core.Schema(fields, metadata={"flighthub.row": row_class.__name__})

    @property
    def names(self) -> list[str]:
        """The names of the columns that the rows have themselves, without the geometry."""
        return [each.column.name for each in self._columns]

    def batches(self, rows: Iterable[Any], **values: object) -> Iterator[RecordBatch]:
        """The rows in batches.

        Args:
            rows: The rows; taken as they are needed.
            **values: The values of the extra columns, the same for all rows.
        """
        source = iter(rows)
        while chunk := list(islice(source, BATCH_ROWS)):
            yield self.batch(chunk, values)

    def batch(self, rows: Sequence[Any], values: Mapping[str, object] | None = None) -> RecordBatch:
        """One batch.

        Args:
            rows: The rows.
            values: The values of the extra columns: one for all rows, or a list with one for each.
        """
        return self.batch_of_columns(lambda path: values_at(rows, path), len(rows), values)

    def batch_of_columns(
        self, read: Callable[[str], list[Any]], count: int, values: Mapping[str, object] | None = None
    ) -> RecordBatch:
        """One batch of values that are columns already.

        Args:
            read: Gives the values of a column by its attribute, or a dotted path of attributes.
            count: How many rows there are.
            values: The values of the extra columns: one for all rows, or a list with one for each.
        """
        core = arro3()
        given = values or {}
        get = cache(read)
        arrays = [each.array(_spread(given.get(each.column.name), count)) for each in self._extra]
        arrays += [each.array(get(each.path)) for each in self._columns]
        if self._geometry is not None and self._points is not None:
            arrays.append(self._points_array(get))
        elif self._geometry is not None:
            encoded, bounds = self._geometries(get)
            arrays.append(core.Array(encoded, core.DataType.binary()))
            if self._bounds is not None:
                arrays.append(_bounds_array(encoded, bounds))
        batch: RecordBatch = core.RecordBatch.from_arrays(arrays, schema=self.schema)
        return batch

    def _points_array(self, get: Callable[[str], list[Any]]) -> Array:
        """The places as points of GeoArrow; a height that is not known is NaN."""
        core = arro3()
        geometry = cast("Place", self._geometry)
        latitudes, longitudes = _numbers(get(geometry.latitude)), _numbers(get(geometry.longitude))
        axes = [longitudes, latitudes]
        if geometry.height is not None:
            axes.append([_NAN if each is None else each for each in _numbers(get(geometry.height))])
        mask = None
        if not are_places(latitudes, longitudes):
            known = [
                x is not None and y is not None and is_place(y, x) for y, x in zip(latitudes, longitudes, strict=True)
            ]
            mask = core.Array([not each for each in known], core.DataType.bool())
            axes = [[v if k else _NAN for v, k in zip(axis, known, strict=True)] for axis in axes]
        return self.points_of([core.Array(axis, core.DataType.float64()) for axis in axes], mask)

    def points_of(self, axes: list[Array], mask: Array | None = None) -> Array:
        """Points of GeoArrow, of their longitudes, latitudes and heights, which are not copied."""
        array: Array = arro3().struct_array(axes, fields=self._points, mask=mask)
        return array

    def _geometries(self, get: Callable[[str], list[Any]]) -> tuple[list[bytes | None], list[list[float | None]]]:
        """The geometries, and their bounds: west, south, east and north as lists."""
        geometry = self._geometry
        if isinstance(geometry, Place):
            latitudes, longitudes = _numbers(get(geometry.latitude)), _numbers(get(geometry.longitude))
            heights = None if geometry.height is None else _numbers(get(geometry.height))
            return encode_points(latitudes, longitudes, heights), [longitudes, latitudes, longitudes, latitudes]
        prefix = "" if geometry is None or not geometry.path else f"{geometry.path}."
        kinds, coordinates = get(f"{prefix}type"), get(f"{prefix}coordinates")
        encoded = [encode_geojson(getattr(k, "value", k), c) for k, c in zip(kinds, coordinates, strict=True)]
        bounds: list[list[float | None]] = [[], [], [], []]
        for found, each in zip(encoded, coordinates, strict=True):
            places = positions_of(each) if found is not None else []
            for index, pick in enumerate((min, min, max, max)):
                bounds[index].append(pick(place[index % 2] for place in places) if places else None)
        return encoded, bounds


_FORMS: Final[dict[tuple[type[Any], tuple[Column, ...], bool], Form]] = {}


def form_of(row_class: type[Any], extra: tuple[Column, ...] = (), *, bounds: bool = False) -> Form:
    """The form of rows of a class, made once.

    Args:
        row_class: The class.
        extra: Columns that the rows do not have themselves.
        bounds: Whether it is for a file, with WKB and bounds.
    """
    key = (row_class, extra, bounds)
    found = _FORMS.get(key)
    if found is None:
        found = _FORMS.setdefault(key, Form(row_class, extra, bounds=bounds))
    return found


class Maker(NamedTuple):
    """What makes the array of a column."""

    column: Column
    path: str
    """The attribute that holds the value, or a dotted path of attributes."""
    type: DataType
    build: Callable[[list[Any]], Array]

    @property
    def field(self) -> Field:
        """The column in a schema; its unit is in the metadata."""
        field: Field = arro3().Field(
            self.column.name, self.type, metadata={"unit": self.column.unit} if self.column.unit else None
        )
        return field

    def array(self, values: list[Any]) -> Array:
        """The array of values."""
        return self.build(values)


@cache
def _maker(column: Column, inside: tuple[str, ...] = ()) -> Maker:
    """What makes a column.

    Args:
        column: The column.
        inside: The models that it is part of. One that holds itself has no schema, and is JSON there.
    """
    made, build = _type_of(column.type, inside)
    return Maker(column, column.attribute or column.name, made, build)


def _type_of(kind: ColumnType, inside: tuple[str, ...]) -> tuple[DataType, Callable[[list[Any]], Array]]:
    core = arro3()
    types = core.DataType
    if isinstance(kind, str):
        if kind == "enum":
            words = types.dictionary(types.int32(), types.utf8())
            return words, lambda values: _array([*map(_word, values)], types.utf8(), _text).cast(words)
        if kind == "datetime":
            moment = types.timestamp("us", tz="UTC")
            return moment, lambda values: _array([*map(_microseconds, values)], types.int64(), _integer).cast(moment)
        if kind == "json":
            return types.utf8(), lambda values: _array([*map(_json, values)], types.utf8(), _text)
        plain, clean = {
            "text": (types.utf8(), _text),
            "integer": (types.int64(), _integer),
            "number": (types.float64(), _number),
            "boolean": (types.bool(), _boolean),
        }[kind]
        return plain, lambda values: _array(values, plain, clean)
    name, of = kind
    if name == "unix":
        moment = types.timestamp("ms", tz="UTC")
        unit = str(of)
        return moment, lambda values: _array(_milliseconds(values, unit), types.int64(), _integer).cast(moment)
    if name == "list":
        return _list_of(cast("ColumnType", of), inside)
    return _struct_of(str(of), inside)


def _list_of(of: ColumnType, inside: tuple[str, ...]) -> tuple[DataType, Callable[[list[Any]], Array]]:
    core = arro3()
    item, build_items = _type_of(of, inside)
    whole = core.DataType.list(core.Field("item", item))

    def build(values: list[Any]) -> Array:
        lists = [each if is_list(each) else None for each in values]
        offsets, items = [0], list[Any]()
        for each in lists:
            items += each or ()
            offsets.append(len(items))
        array: Array = core.list_array(
            core.Array(offsets, core.DataType.int32()), build_items(items), type=whole, mask=_mask(lists)
        )
        return array

    return whole, build


def _struct_of(name: str, inside: tuple[str, ...]) -> tuple[DataType, Callable[[list[Any]], Array]]:
    from flighthub_api.tables import TABLES

    core = arro3()
    columns = () if name in inside else TABLES[name].columns
    if not columns:
        return _type_of("json", inside)
    makers = [_maker(column, (*inside, name)) for column in columns]
    fields = [each.field for each in makers]
    whole = core.DataType.struct(fields)

    def build(values: list[Any]) -> Array:
        arrays = [each.array([None if v is None else getattr(v, each.path, None) for v in values]) for each in makers]
        array: Array = core.struct_array(arrays, fields=fields, mask=_mask(values))
        return array

    return whole, build


def _mask(values: list[Any]) -> Array | None:
    """Which values are missing."""
    if None not in values:
        return None
    core = arro3()
    mask: Array = core.Array([each is None for each in values], core.DataType.bool())
    return mask


def _array(values: list[Any], of: DataType, clean: Callable[[Any], Any]) -> Array:
    """An array; a value of another type than the documented one, which only a program can have set, is null."""
    core = arro3()
    try:
        array: Array = core.Array(values, of)
    except (TypeError, ValueError, OverflowError):
        array = core.Array([*map(clean, values)], of)
    return array


def values_at(rows: Sequence[Any], path: str) -> list[Any]:
    """The values of an attribute, or of a dotted path of attributes; None where a row has it not."""
    found = list(rows)
    for name in path.split("."):
        try:
            found = [*map(attrgetter(name), found)]
        except AttributeError:
            found = [getattr(each, name, None) for each in found]
    return found


def _spread(value: object, count: int) -> list[Any]:
    return value if is_list(value) else [value] * count


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, Secret):
        return None
    return str(value).encode(errors="replace").decode()


def _integer(value: Any) -> int | None:
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return int(value) if whole and -(2**63) <= value < 2**63 else None


def _number(value: Any) -> float | None:
    try:
        return float(value) if isinstance(value, (int, float)) else None
    except OverflowError:
        return None


def _numbers(values: list[Any]) -> list[float | None]:
    return values if {*map(type, values)} <= _NUMBERS else [*map(_number, values)]


def _boolean(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _word(value: Any) -> str | None:
    """The word of an enum's member: what travels, or its name where numbers do."""
    if isinstance(value, Enum):
        return value._value_ if isinstance(value._value_, str) else value._name_
    return None if value is None else str(value)


def _microseconds(value: Any) -> int | None:
    if not isinstance(value, datetime):
        return None
    return (value - _EPOCH) // _MICROSECOND if value.tzinfo else None


def _milliseconds(values: list[Any], unit: str) -> list[Any]:
    """Unix times in milliseconds; None beyond what a calendar shows."""
    try:
        low, high = min(values), max(values)
        if unit != "s" and low > LAST_SECOND and high <= LATEST:
            return values
    except (TypeError, ValueError):
        pass
    return [_millisecond(each, unit) for each in values]


def _millisecond(value: Any, unit: str) -> int | None:
    if not isinstance(value, int):
        return None
    is_seconds = unit == "s" or (unit == "auto" and abs(value) <= LAST_SECOND)
    found = value * 1000 if is_seconds else value
    return found if _EARLIEST <= found <= LATEST else None


def to_datetime(value: object) -> datetime | None:
    """A Unix time in seconds or milliseconds as a datetime; None beyond what a calendar shows."""
    found = _millisecond(value, "auto")
    return None if found is None else _EPOCH + timedelta(milliseconds=found)


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def plain(value: Any) -> Any:
    """A value as JSON, without the secrets in it and without undocumented members, which may be some."""
    if isinstance(value, Model):
        found = {
            column.name: getattr(value, column.attribute or column.name) for column in table_of(type(value)).columns
        }
        return {name: plain(each) for name, each in found.items() if each is not None}
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Any]", value)
        return {name: plain(each) for name, each in named.items() if not isinstance(each, Secret)}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in cast("list[Any]", value) if not isinstance(each, Secret)]
    if isinstance(value, Enum):
        return _word(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return None if isinstance(value, Secret) else str(value) if isinstance(value, Path) else value


def _geometry_field(encoding: str, of: DataType) -> Field:
    core = arro3()
    crs = json.dumps({"crs": "OGC:CRS84", "crs_type": "authority_code"})
    field: Field = core.Field(
        GEOMETRY,
        of,
        metadata={"ARROW:extension:name": f"geoarrow.{encoding}", "ARROW:extension:metadata": crs},
    )
    return field


_EDGES: Final = ("xmin", "ymin", "xmax", "ymax")


def _bounds_type() -> DataType:
    core = arro3()
    made: DataType = core.DataType.struct([core.Field(name, core.DataType.float64()) for name in _EDGES])
    return made


def _bounds_array(encoded: list[bytes | None], bounds: list[list[float | None]]) -> Array:
    """The bounds of geometries; null where there is no geometry."""
    core = arro3()
    doubles = core.DataType.float64()
    array: Array = core.struct_array(
        [core.Array(each, doubles) for each in bounds],
        fields=[core.Field(name, doubles) for name in _EDGES],
        mask=_mask(encoded),
    )
    return array
