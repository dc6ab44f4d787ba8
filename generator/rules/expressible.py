"""That the spec says nothing which the client could not keep: what is not listed here would be dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.documents import Document
from generator.rules.registry import name_of, rule
from generator.schema_access import operations

SAYS_NOTHING: Final = frozenset({"description", "example", "examples", "default", "x-flighthub"})
"""What a schema may have, whatever it is."""

FORMATS: Final = {
    "string": {"uuid", "date-time", "password", "time-zone"},
    "integer": {"int32", "int64"},
    "number": {"float", "double"},
}

TEXT: Final = frozenset({"minLength", "maxLength"})
NUMBER: Final = frozenset({"minimum", "maximum", "exclusiveMinimum"})
ITEMS: Final = frozenset({"minItems", "maxItems"})

CONDITIONS: Final = frozenset({"if", "then", "not", "allOf", "anyOf", "patternProperties"})
"""What the bundle adds for those who validate, and the client has in other words."""

OBJECT: Final = frozenset({"type", "properties", "required", "allOf"})
ENUM: Final = frozenset({"type", "enum", "x-enum-varnames", "x-enum-descriptions"})


def _types(schema: Document) -> list[str]:
    given = schema.get("type", [])
    return [each for each in (given if isinstance(given, list) else [given]) if each != "null"]


def allowed(schema: Document) -> frozenset[str]:
    """The keywords that a schema may have, given those that decide what it is."""
    notes = schema.get("x-flighthub", {})
    types = _types(schema)
    if "$ref" in schema:
        return frozenset({"$ref"})
    if "selected_by" in notes:
        return frozenset({"type"})
    if "enum" in schema or "words" in notes:
        return ENUM
    if "properties" in schema or "allOf" in schema:
        return OBJECT | {"additionalProperties"} if schema.get("additionalProperties") is True else OBJECT
    if "anyOf" in schema:
        return frozenset({"anyOf"})
    if "const" in schema:
        return frozenset({"type", "const"})
    if types == ["string"]:
        if schema.get("contentMediaType") == "application/json":
            return frozenset({"type", "contentMediaType"})
        sized = schema.get("format") in (None, "uuid", "password")
        return frozenset({"type", "format"}) | (TEXT if sized else frozenset())
    if types in (["integer"], ["number"]):
        return frozenset({"type", "format"}) | NUMBER
    if types == ["array"]:
        return (
            frozenset({"type", "items", "prefixItems"})
            | ITEMS
            | ({"uniqueItems"} if "items" in schema else frozenset())
        )
    if types == ["object"]:
        return frozenset({"type", "additionalProperties"})
    return frozenset({"type"})


def _problems(schema: Document, *, conditions: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with a schema and those inside it, each with where inside."""
    known = allowed(schema) | SAYS_NOTHING | (CONDITIONS if conditions else frozenset())
    for key in sorted(set(schema) - known):
        what = "/".join(_types(schema)) or "such a schema"
        yield "", f"{key} of {what} is not kept by the client: say it in the description, or teach the generator"
    types = _types(schema)
    if len(types) > 1 and sorted(types) != ["integer", "string"]:
        yield "", f"the types {types} at once are not kept by the client"
    form = schema.get("format")
    if form is not None and form not in FORMATS.get("".join(types), ()):
        yield "", f"the format {form} is not kept by the client"
    if "const" in schema:
        yield from _constant(schema["const"], types)
    inferred = schema.get("x-flighthub", {}).get("inferred", {})
    for key in sorted(set(inferred) - allowed(schema)) if isinstance(inferred, dict) else ():
        yield "", f"x-flighthub.inferred.{key} is not kept by the client"
    if schema.get("type") == "array" and not {"items", "prefixItems"} & set(schema):
        yield "", "a list says what its items are"
    for name, member in schema.get("properties", {}).items():
        yield from _inside(name, member)
    for key, name in (("items", "[]"), ("additionalProperties", "*")):
        if isinstance(schema.get(key), dict):
            yield from _inside(name, schema[key])
            if schema[key].get("format") == "password":
                yield name, "a secret is a member of its own, so that it can be masked"
    for number, each in enumerate(schema.get("prefixItems", [])):
        yield from _inside(f"[{number}]", each)
    for each in schema.get("allOf", []):
        if "if" not in each:
            yield from _inside("", each)
    for each in schema.get("anyOf", []):
        if each != {"type": "null"} and set(each) != {"required"}:
            yield from _inside("", each)


def _inside(name: str, schema: Document) -> Iterator[tuple[str, str]]:
    for place, problem in _problems(schema, conditions=False):
        yield ".".join(part for part in (name, place) if part), problem


def _constant(value: Any, types: list[str]) -> Iterator[tuple[str, str]]:
    python = {"string": str, "integer": int, "boolean": bool}.get("".join(types))
    if type(value) is not python:
        yield "", f"the constant {value!r} is not a string, integer or boolean as its type says"


@rule
def schemas_can_be_kept(document: Document) -> Iterator[tuple[str, str]]:
    """Schemas use the keywords that the client enforces or reads by, and no others."""
    for name, schema in document["components"]["schemas"].items():
        for place, problem in _problems(schema, conditions=True):
            yield f"{name}.{place}" if place else name, problem


@rule
def parameters_can_be_sent(document: Document) -> Iterator[tuple[str, str]]:
    """Parameters are single values; lists in the query say how they travel: joined by commas, or repeated."""
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if "$ref" in parameter:
                continue
            place = f"{name_of(operation)} {parameter.get('name')}"
            for problem in _parameter(document, parameter):
                yield place, problem


def _parameter(document: Document, parameter: Document) -> Iterator[str]:
    where, schema = parameter.get("in"), parameter.get("schema")
    if where not in ("path", "query"):
        yield f"a parameter in {where} belongs to all operations: the root has those"
    for key in sorted(set(parameter) & {"content", "allowReserved", "allowEmptyValue"}):
        yield f"{key} of a parameter is not kept by the client"
    if not isinstance(schema, dict):
        yield "a parameter has a schema"
        return
    for inside, problem in _problems(schema, conditions=False):
        yield f"{inside}: {problem}" if inside else problem
    target = document["components"]["schemas"].get(str(schema.get("$ref")).rpartition("/")[2], schema)
    is_list = _types(target) == ["array"]
    if _types(target) == ["object"] or "properties" in target or "prefixItems" in target:
        yield "an object cannot travel in an address"
    if is_list and where == "path":
        yield "a list cannot travel in a path"
    if is_list and where == "query" and (parameter.get("style"), type(parameter.get("explode"))) != ("form", bool):
        yield "a list says how it travels: style: form, and explode: false (joined by commas) or true (repeated)"
    if is_list and where == "query" and not _is_plain(document, target.get("items", {})):
        yield "the items of a list in an address are single values"
    if not is_list and parameter.get("style") not in (None, {"path": "simple", "query": "form"}.get(str(where))):
        yield f"the style {parameter.get('style')} is not kept by the client"
    brackets = str(parameter.get("name")).endswith("[]")
    if brackets and not (is_list and parameter.get("explode") is True):
        yield "a name with [] is that of a list that is repeated: explode: true"


def _is_plain(document: Document, schema: Document) -> bool:
    target = document["components"]["schemas"].get(str(schema.get("$ref")).rpartition("/")[2], schema)
    return not {"properties", "items", "prefixItems", "additionalProperties", "allOf"} & set(target)
