"""The tables of models: what their columns hold, and where the geometry of a row comes from."""

from __future__ import annotations

from typing import Any

from flighthub_runtime.columns import Column, ColumnType, Place, Shape, TableSchema
from generator.documents import Document
from generator.schema_access import enum_values, members, only_choice

_SIMPLE = {"boolean": "boolean", "number": "number", "any": "json", "object": "json"}


def table_schema(document: Document, name: str, view: dict[str, Any]) -> TableSchema:
    """The table of a model.

    Args:
        document: The bundle.
        name: Name of the model.
        view: The model as its template has it.
    """
    columns = []
    for member in view["members"]:
        found = _column_type(document, member.schema)
        if found is not None:
            unit = _notes(document, member.schema).get("unit", "")
            attribute = "" if member.attribute == member.wire else member.attribute
            columns.append(Column(member.wire, found, unit, attribute))
    if view["payloads"]:
        columns.append(Column("payload_states", "json"))
    return TableSchema(tuple(columns), _geometry(document, columns))


def _column_type(document: Document, schema: Document) -> ColumnType | None:
    """What a column holds; None for what no table may hold."""
    notes = schema.get("x-flighthub", {})
    if notes.get("sensitive") or schema.get("format") == "password":
        return None
    if "selected_by" in notes:
        return "json"
    if "$ref" in schema:
        target = schema["$ref"].rpartition("/")[2]
        found = document["components"]["schemas"][target]
        if enum_values(found):
            return "enum"
        return ("struct", target) if members(document, found) else _column_type(document, found)
    if "anyOf" in schema:
        return _column_type(document, only_choice(schema))
    if "const" in schema:
        value = schema["const"]
        return "boolean" if isinstance(value, bool) else "integer" if isinstance(value, int) else "text"
    types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type") or "any"]
    types = [each for each in types if each != "null"]
    if types == ["integer"]:
        return ("unix", notes["time"]) if "time" in notes else "integer"
    if types == ["array"]:
        item = "json" if "prefixItems" in schema else _column_type(document, schema["items"])
        return None if item is None else "json" if "prefixItems" in schema else ("list", item)
    if types == ["string"] and (schema.get("format") == "date-time" or notes.get("time") == "rfc3339"):
        return "datetime"
    if types == ["object"] and isinstance(schema.get("additionalProperties"), dict):
        return None if _column_type(document, schema["additionalProperties"]) is None else "json"
    return _SIMPLE.get(types[0], "text") if len(types) == 1 else "text"


def _notes(document: Document, schema: Document) -> Document:
    """The notes of a schema and of what it refers to, its own first."""
    below: Document = {}
    if "anyOf" in schema:
        below = _notes(document, only_choice(schema))
    elif "$ref" in schema:
        below = _notes(document, document["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    return {**below, **schema.get("x-flighthub", {})}


def _geometry(document: Document, columns: list[Column]) -> Place | Shape | None:
    """Where the geometry of a row comes from: its own members, or those of the only object in it that has a place."""
    own = _place(columns)
    if own is not None:
        return own
    below: list[Place | Shape] = []
    for column in columns:
        if isinstance(column.type, tuple) and column.type[0] == "struct":
            found = _place(_columns_of(document, str(column.type[1])))
            path = column.attribute or column.name
            if isinstance(found, Place):
                height = None if found.height is None else f"{path}.{found.height}"
                below.append(Place(f"{path}.{found.latitude}", f"{path}.{found.longitude}", height))
            elif found is not None:
                below.append(Shape(path))
    return below[0] if len(below) == 1 else None


def _columns_of(document: Document, model: str) -> list[Column]:
    described = members(document, document["components"]["schemas"][model])
    types = {name: _column_type(document, schema) for name, schema in described.items()}
    return [Column(name, found) for name, found in types.items() if found is not None]


def _place(columns: list[Column]) -> Place | Shape | None:
    types = {column.name: column.type for column in columns}
    if types.get("latitude") == types.get("longitude") == "number":
        return Place("latitude", "longitude", "height" if types.get("height") == "number" else None)
    return Shape("") if {"type", "coordinates"} <= set(types) else None
