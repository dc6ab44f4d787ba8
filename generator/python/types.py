"""Schemas as annotations and codecs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.documents import Document
from generator.python.events import class_variables
from generator.schema_access import enum_values, is_json_text, members, only_choice

LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "above",
    "minItems": "min_items",
    "maxItems": "max_items",
    "maxLength": "max_length",
    "minLength": "min_length",
    "uniqueItems": "unique",
}
"""The JSON Schema keywords that become limits, by the names the runtime has for them."""


@dataclass
class Described:
    """A member, parameter or item in Python's terms."""

    read: str
    """The annotation of an attribute."""
    write: str
    """The annotation of an argument."""
    codec: str
    """The expression that makes its codec."""
    models: set[str] = field(default_factory=set)
    enums: set[str] = field(default_factory=set)


class TypeDescriber:
    """Describes the types of one document."""

    def __init__(self, document: Document, identifiers: str, reserved: frozenset[str], exports: str) -> None:
        self.document = document
        self.schemas: Document = document["components"]["schemas"]
        self._identifier = re.compile(identifiers)
        self._reserved = reserved
        self._exports = exports
        self.events = class_variables(document)
        """What the classes of events know of themselves."""

    def describe(self, name: str, schema: Document) -> Described:
        """A schema in Python's terms; `name` is the member's, which tells identifiers from other text."""
        chosen = schema.get("x-flighthub", {}).get("selected_by")
        if chosen:
            return self._selected(name, chosen)
        if "$ref" in schema:
            return self._reference(name, schema)
        if "anyOf" in schema:
            only = {**only_choice(schema), **{k: v for k, v in schema.items() if k != "anyOf"}}
            described = self.describe(name, only)
            if any(map(is_json_text, schema["anyOf"])):
                described.codec = f"OrJsonText({described.codec})"
            return described
        types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
        types = [each for each in types if each != "null"]
        if sorted(map(str, types)) == ["integer", "string"]:
            return Described("str | int", "str | int", "StringOrInteger()")
        if "const" in schema:
            value = schema["const"]
            return Described(type(value).__name__, f"Literal[{value!r}]", f"Constant({value!r})")
        return getattr(self, f"_{types[0] or 'any'}")(name, schema)  # type: ignore[no-any-return]

    def _reference(self, name: str, schema: Document) -> Described:
        target = schema["$ref"].rpartition("/")[2]
        found = self.schemas[target]
        values = enum_values(found)
        if values:
            notes = found.get("x-flighthub", {})
            allowed = ", ".join(repr(value) for value in values if value not in notes.get("answer_only", []))
            write = f"{target} | Literal[{allowed}]" if allowed else target
            return Described(target, write, f"EnumOf({json_as_python(target)}, __package__)", enums={target})
        if members(self.document, found):
            return Described(
                target,
                f"{target} | Mapping[str, Any]",
                f"ObjectOf({json_as_python(target)}, __package__)",
                models={target},
            )
        return self.describe(name, found)

    def _selected(self, name: str, chosen: Document) -> Described:
        variants = {value: self.describe(name, variant) for value, variant in chosen["schemas"].items()}
        codecs = ", ".join(f"{value!r}: {variant.codec}" for value, variant in variants.items())
        objects = any(variant.models for variant in variants.values())
        read = _union(variant.read for variant in variants.values())
        write = _union(
            [*(v.read if v.models else v.write for v in variants.values()), *(["Mapping[str, Any]"] if objects else [])]
        )
        otherwise = [self.describe(name, chosen["otherwise"])] if "otherwise" in chosen else []
        every = [*variants.values(), *otherwise]
        rest = "".join(f", {each.codec}" for each in otherwise)
        return Described(
            _union([read, *(each.read for each in otherwise)]),
            write,
            f"Selected({json_as_python(chosen['member'])}, {{{codecs}}}{rest})",
            models=set().union(*(variant.models for variant in every)),
            enums=set().union(*(variant.enums for variant in every)),
        )

    def _array(self, name: str, schema: Document) -> Described:
        if "prefixItems" in schema:
            return self._tuple(name, schema)
        item = self.describe(name, schema["items"])
        limits = _limits(schema)
        return Described(
            f"builtins.list[{item.read}]",
            f"Sequence[{item.write}]",
            f"ListOf({_arguments(item.codec, limits)})",
            item.models,
            item.enums,
        )

    def _tuple(self, name: str, schema: Document) -> Described:
        places = [self.describe(name, place) for place in schema["prefixItems"]]
        limits = _limits({key: schema[key] for key in ("minItems", "maxItems") if key in schema})
        codec = f"TupleOf({_arguments(*(place.codec for place in places), f'limits={limits}' if limits else '')})"
        read, write = (_union(getattr(place, side) for place in places) for side in ("read", "write"))
        return Described(f"builtins.list[{read}]", f"Sequence[{write}]", codec)

    def _object(self, name: str, schema: Document) -> Described:
        values = schema.get("additionalProperties")
        if not isinstance(values, dict):
            return Described("dict[str, Any]", "Mapping[str, Any]", "FreeObject()")
        value = self.describe(name, values)
        return Described(
            f"dict[str, {value.read}]",
            f"Mapping[str, {value.write}]",
            f"MapOf({value.codec})",
            value.models,
            value.enums,
        )

    def _any(self, name: str, schema: Document) -> Described:
        return Described("Any", "Any", "Json()")

    def _boolean(self, name: str, schema: Document) -> Described:
        return Described("bool", "bool", "Boolean()")

    def _integer(self, name: str, schema: Document) -> Described:
        time = schema.get("x-flighthub", {}).get("time")
        arguments = _arguments(_limits(schema), f"time={json_as_python(time)}" if time else "", _sentinel(schema))
        return Described("int", "int | datetime" if time else "int", f"Integer({arguments})")

    def _number(self, name: str, schema: Document) -> Described:
        return Described("float", "float", f"Number({_arguments(_limits(schema), _sentinel(schema))})")

    def _string(self, name: str, schema: Document) -> Described:
        may_be_empty = schema.get("x-flighthub", {}).get("time") == "rfc3339"
        if schema.get("format") == "date-time" or may_be_empty:
            return Described("datetime", "datetime", f"DateTime({'may_be_empty=True' if may_be_empty else ''})")
        if schema.get("contentMediaType") == "application/json":
            pictures = _limits(schema.get("x-flighthub", {}).get("pictures", {}))
            return Described("str", "str | Mapping[str, Any]", f"JsonText({pictures})")
        if schema.get("format") == "password":
            return Described("Secret", "str | Secret", f"SecretString({_limits(schema)})")
        if schema.get("format") == "time-zone":
            return Described("str", "str", "TimeZone()")
        identifier = schema.get("format") == "uuid" or self._identifier.search(name)
        arguments = _arguments(_limits(schema), "id=True" if identifier else "")
        return Described("str", "str | UUID" if schema.get("format") == "uuid" else "str", f"String({arguments})")


def kind_of(schema: Document) -> str:
    """What sort of value a schema describes, in the words of `flighthub_runtime.operation_details`."""
    if "selected_by" in schema.get("x-flighthub", {}):
        return "union"
    if enum_values(schema):
        return "enum"
    types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
    types = [each for each in types if each != "null"]
    words = {"string": "text", "array": "list", "integer": "integer", "number": "number", "boolean": "boolean"}
    if len(types) > 1:
        return "text"
    if types[0] == "object" or "properties" in schema or "allOf" in schema:
        return "object"
    return words.get(str(types[0]), "any")


def _union(types: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(types))


def _arguments(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _limits(schema: Document) -> str:
    """The documented and inferred limits of a schema as arguments of a codec."""

    def made(source: Document) -> str:
        found = [f"{name}={source[keyword]!r}" for keyword, name in LIMITS.items() if keyword in source]
        return f"Limits({', '.join(found)})" if found else ""

    inferred = made(schema.get("x-flighthub", {}).get("inferred", {}))
    return _arguments(made(schema), f"inferred={inferred}" if inferred else "")


def _sentinel(schema: Document) -> str:
    marks = schema.get("x-flighthub", {}).get("sentinel")
    return f"sentinel={tuple(marks)!r}" if marks else ""


def json_as_python(value: Any) -> str:
    """A JSON value as a Python literal with double quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json_as_python(k)}: {json_as_python(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(json_as_python, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return repr(value)
