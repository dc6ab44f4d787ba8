"""That objects and their members have names, descriptions and known notes, and are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.documents import Document
from generator.rules.registry import name_of, rule
from generator.schema_access import (
    body_schema,
    enum_values,
    is_json_text,
    members,
    nested_in_themselves,
    operations,
    walk,
)

LIMITS = {"minimum", "maximum", "exclusiveMinimum", "minItems", "maxItems", "minLength", "maxLength", "uniqueItems"}


TIMES = {"s", "ms", "auto", "rfc3339"}
"""How a time travels: a number of seconds or milliseconds, or text that may be empty where there is none."""

MEMBER_VOCABULARY = {
    "unit", "time", "aliases", "confidence", "selected_by", "required_when", "only_when", "inferred",
    "range", "sentinel", "sensitive", "codes", "pictures",
}  # fmt: skip


_SECRET_NAMES = re.compile(
    r"(^|_)(password|secret|token|access_key_id|access_key_secret|secret_access_key|callback_param)$|^(url|.*_url)$"
)


@rule
def schemas_have_names(document: Document) -> Iterator[tuple[str, str]]:
    """Objects and enums are named components; requests bodies are references."""
    for _, _, operation in operations(document):
        body = body_schema(operation)
        if body is not None and "$ref" not in body:
            yield name_of(operation), "the request body is not a named schema"
        for path, node in walk(operation.get("parameters", [])):
            if isinstance(node, dict) and "enum" in node:
                yield name_of(operation), f"an enum without a name at parameters/{'/'.join(map(str, path))}"
    for name, schema in document["components"]["schemas"].items():
        for path, node in walk(schema):
            in_all_of = len(path) >= 2 and path[-2] == "allOf"
            if not path or in_all_of or not isinstance(node, dict) or set(path) & {"if", "then", "x-flighthub"}:
                continue
            if path[-1] != "properties" and (node.get("properties") or isinstance(node.get("enum"), list)):
                yield name, f"an object or enum without a name at {'/'.join(map(str, path))}"
        if schema.get("additionalProperties") is False:
            yield name, "answers gain members over time: additionalProperties must not be false"


@rule
def lists_and_maps_end(document: Document) -> Iterator[tuple[str, str]]:
    """No list or map holds itself, as nothing could ever stand in it."""
    for name in nested_in_themselves(document):
        yield name, "is a list or a map of itself, so it has no end: give it items or values that are something else"


@rule
def everything_is_described(document: Document) -> Iterator[tuple[str, str]]:
    """Schemas, their members and all parameters have a description."""
    for name, schema in document["components"]["schemas"].items():
        if not schema.get("description"):
            yield name, "has no description"
        for member, described in members(document, schema).items():
            if not described.get("description"):
                yield f"{name}.{member}", "has no description"
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if "$ref" not in parameter and not parameter.get("description"):
                yield f"{name_of(operation)} {parameter.get('name')}", "has no description"


@rule
def members_keep_to_the_vocabulary(document: Document) -> Iterator[tuple[str, str]]:
    """`x-flighthub` of a member uses known keys; times, inferred limits and selections are well formed."""
    for name, schema in document["components"]["schemas"].items():
        siblings = members(document, schema)
        for member, described in siblings.items():
            notes, place = described.get("x-flighthub", {}), f"{name}.{member}"
            for key in sorted(set(notes) - MEMBER_VOCABULARY):
                yield place, f"x-flighthub.{key} is not in the vocabulary of members"
            if notes.get("time", "s") not in TIMES:
                yield place, f"x-flighthub.time is {notes['time']!r}, not s, ms, auto or rfc3339"
            elif "time" in notes and (notes["time"] == "rfc3339") is ("integer" in str(described.get("type"))):
                yield place, "x-flighthub.time is rfc3339 for text, and s, ms or auto for a whole number"
            for key in sorted(set(notes.get("inferred", {})) - LIMITS):
                yield place, f"x-flighthub.inferred.{key} is no limit: {sorted(LIMITS)}"
            if "pictures" in notes and set(notes["pictures"]) != {"minItems", "maxItems"}:
                yield place, "x-flighthub.pictures holds minItems and maxItems"
            parts = described.get("anyOf", [])
            choices = [part for part in parts if part.get("type") != "null" and not is_json_text(part)]
            if len(choices) != bool(parts):
                yield place, "anyOf is for one schema, null or its JSON text; what a sibling decides is selected_by"
            for key in ("required_when", "only_when"):
                for sibling in notes.get(key, {}):
                    if sibling not in siblings:
                        yield place, f"{key} names {sibling}, which is no sibling"
            chosen = notes.get("selected_by")
            if chosen:
                sibling = siblings.get(chosen.get("member"))
                known = _enum_values(document, sibling) if sibling else []
                deeper = "." in str(chosen.get("member"))
                if not deeper and (not known or not set(chosen.get("schemas", {})) <= set(known)):
                    yield place, "selected_by names a sibling enum and schemas for its values"
        for needed in schema.get("x-flighthub", {}).get("at_least_one_of", []):
            if needed not in siblings:
                yield name, f"at_least_one_of names {needed}, which is no member"


def _enum_values(document: Document, schema: Document) -> list[Any]:
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return enum_values(schema)


@rule
def secrets_are_marked(document: Document) -> Iterator[tuple[str, str]]:
    """Members whose names speak of keys, tokens, passwords or links have `format: password`."""
    for name, schema in document["components"]["schemas"].items():
        for member, described in members(document, schema).items():
            if _SECRET_NAMES.search(member) and described.get("format") != "password":
                yield f"{name}.{member}", "looks like a secret or a signed link: format: password"


@rule
def times_are_marked(document: Document) -> Iterator[tuple[str, str]]:
    """Integer members named like a point in time say which unit they count; a duration has a unit of its own."""
    for name, schema in document["components"]["schemas"].items():
        for member, described in members(document, schema).items():
            timely = re.search(r"(_at|_ts|_time|timestamp)$", member)
            notes = described.get("x-flighthub", {})
            if timely and described.get("type") == "integer" and not {"time", "unit"} & set(notes):
                yield f"{name}.{member}", "a Unix time says its unit: x-flighthub.time"


@rule
def components_are_used(document: Document) -> Iterator[tuple[str, str]]:
    """No schema is left that nothing refers to."""
    used = {node["$ref"] for _, node in walk(document) if isinstance(node, dict) and isinstance(node.get("$ref"), str)}
    for kind in ("schemas", "parameters", "responses"):
        for name in document["components"].get(kind, {}):
            if f"#/components/{kind}/{name}" not in used:
                yield name, "nothing refers to it"
