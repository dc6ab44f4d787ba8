"""The arguments of tools as JSON Schema, and what is wrong with those of a call."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from flighthub import InvalidArgument
from flighthub_cli.narrow import is_list, is_object

if TYPE_CHECKING:
    from flighthub_runtime.operation_details import Argument

Schema = dict[str, Any]

_TYPES: Final = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "list": "array",
    "object": "object",
}

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d[T ].*")

_SIZES: Final = {"Length": "characters", "Items": "items", "Properties": "members"}


def text(about: str, **more: Any) -> Schema:
    """The schema of a text."""
    return {"type": "string", "description": about, **more}


def number(about: str, kind: str = "number", **more: Any) -> Schema:
    """The schema of a number."""
    return {"type": kind, "description": about, **more}


def flag(about: str) -> Schema:
    """The schema of a choice that is off unless it is made."""
    return {"type": "boolean", "description": about}


def texts(about: str) -> Schema:
    """The schema of a list of texts."""
    return {"type": "array", "items": {"type": "string"}, "description": about}


def schema_of(argument: Argument) -> Schema:
    """The schema of an argument of an operation, out of the catalogue."""
    found: Schema = {"description": argument.text}
    if argument.kind == "list":
        found |= {"type": "array", "items": _type(argument.items, argument)}
    else:
        found |= _type(argument.kind, argument)
    found |= dict(argument.limits)
    if argument.members:
        found["properties"] = {each.name: schema_of(each) for each in argument.members}
        found["required"] = [each.name for each in argument.members if each.required]
    return found


def _type(kind: str, argument: Argument) -> Schema:
    if argument.values and kind not in ("list", "object"):
        return {"enum": list(argument.values)}
    if kind in ("integer", "number") and argument.unit in ("s", "ms"):
        return {"type": [_TYPES[kind], "string"]}
    return {"type": _TYPES[kind]} if kind in _TYPES else {}


def object_of(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """The schema of the arguments of a tool."""
    found: Schema = {"type": "object", "properties": dict(properties)}
    needed = list(required)
    if needed:
        found["required"] = needed
    return found | {"additionalProperties": False}


def result_schema(data: Schema) -> Schema:
    """The schema of what a tool gives back."""
    return {
        "type": "object",
        "properties": {"notice": {"type": "string"}, "data": data, "left_out": {"type": "string"}},
        "required": ["notice", "data"],
    }


def check(arguments: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """The arguments of a call as the schema has them.

    Objects and lists that come as text are read, as some clients send them so.

    Raises:
        InvalidArgument: Something is missing, unknown, or not what the schema says.
    """
    known: Mapping[str, Schema] = schema["properties"]
    for name in arguments:
        if name not in known:
            raise InvalidArgument(str(name)[:80], f"is no argument of this tool; it has {', '.join(known) or 'none'}")
    for name in schema.get("required", ()):
        if arguments.get(name) is None:
            raise InvalidArgument(name, "must be given")
    found: dict[str, Any] = {}
    for name, value in arguments.items():
        if value is not None:
            found[name] = _checked(name, value, known[name])
    return found


def _checked(name: str, value: Any, schema: Schema) -> Any:
    kinds = schema.get("type")
    if isinstance(value, str) and kinds in ("array", "object"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise InvalidArgument(name, f"must be an {kinds}") from None
    if kinds is not None and not any(_is(value, each) for each in ([kinds] if isinstance(kinds, str) else kinds)):
        raise InvalidArgument(name, f"must be {_kinds(kinds)}, not {type(value).__name__}")
    if "enum" in schema and (isinstance(value, (bool, dict, list)) or value not in schema["enum"]):
        raise InvalidArgument(name, f"must be one of {', '.join(map(str, schema['enum']))}")
    if isinstance(value, float) and "integer" in (kinds if is_list(kinds) else [kinds]):
        value = int(value)  # JSON has one kind of number
    if is_number(value):
        _check_limits(name, value, schema)
    elif isinstance(value, str) or is_list(value) or is_object(value):
        _check_size(name, value, schema)
    if is_object(value):
        return _checked_members(name, value, schema)
    if is_list(value):
        return [_checked(f"{name}[{place}]", each, schema.get("items", {})) for place, each in enumerate(value)]
    return value


def _checked_members(name: str, value: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """An object with its members as the schema has them. Those that it does not name stay as they are."""
    for each in schema.get("required", ()):
        if value.get(each) is None:
            raise InvalidArgument(f"{name}.{each}", "must be given")
    known: Mapping[str, Schema] = schema.get("properties", {})
    return {
        each: _checked(f"{name}.{each}", found, known[each]) if each in known and found is not None else found
        for each, found in value.items()
    }


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether it is a number of JSON."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _check_limits(name: str, value: float, schema: Schema) -> None:
    if value < schema.get("minimum", value) or value > schema.get("maximum", value):
        raise InvalidArgument(name, f"must be {_range(schema, 'minimum', 'maximum')}")
    if value <= schema.get("exclusiveMinimum", value - 1):
        raise InvalidArgument(name, f"must be more than {schema['exclusiveMinimum']}")
    if value >= schema.get("exclusiveMaximum", value + 1):
        raise InvalidArgument(name, f"must be less than {schema['exclusiveMaximum']}")


def _check_size(name: str, value: Any, schema: Schema) -> None:
    kind = "Length" if isinstance(value, str) else "Items" if is_list(value) else "Properties"
    size = len(value)
    if size < schema.get(f"min{kind}", size) or size > schema.get(f"max{kind}", size):
        raise InvalidArgument(name, f"must have {_range(schema, f'min{kind}', f'max{kind}')} {_SIZES[kind]}")


def _range(schema: Schema, low: str, high: str) -> str:
    if low in schema and high in schema:
        return f"{schema[low]} to {schema[high]}"
    return f"at least {schema[low]}" if low in schema else f"at most {schema[high]}"


def _kinds(kinds: str | list[str]) -> str:
    return kinds if isinstance(kinds, str) else " or ".join(kinds)


def _is(value: Any, kind: str) -> bool:
    if kind == "boolean" or isinstance(value, bool):
        return kind == "boolean" and isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return {
        "string": isinstance(value, str),
        "number": isinstance(value, int) or (isinstance(value, float) and isfinite(value)),
        "array": is_list(value),
        "object": is_object(value),
    }[kind]


def moment(value: Any, name: str) -> Any:
    """A time with its zone, where a text is one; Unix times stay as they are.

    Raises:
        InvalidArgument: It is no time, or says nothing about its zone.
    """
    if not isinstance(value, str):
        return value
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or not _DATE.fullmatch(value):
        raise InvalidArgument(name, "must be a time with its zone, such as 2026-03-01T10:30:00+01:00")
    return found
