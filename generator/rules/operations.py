"""What an operation says of itself, and that names, repeating, results and answers fit together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.documents import Document
from generator.rules.registry import name_of, rule
from generator.schema_access import (
    answer_schema,
    body_schema,
    data_schema,
    edition_of,
    editions,
    members,
    operations,
    result_member,
    undescribed,
)

VOCABULARY: dict[str, set[str] | None] = {
    "page": None,
    "source": None,
    "confidence": {"documented", "observed", "inferred"},
    "scope": {"organization", "project"},
    "effect": {"read", "write", "dangerous"},
    "retry": {"safe", "rejected-only", "never"},
    "group": None,
    "method": None,
    "result": None,
    "paging": None,
}
"""What `x-flighthub` of an operation must say, and the values a member may have where there is a fixed set."""

SOURCES = {"documentation page", "documentation index", "user manual"}
"""What an operation can be transcribed from."""

EDITION_VOCABULARY: dict[str, set[str] | None] = {
    "name": None,
    "title": None,
    "description": None,
    "path_prefix": None,
    "available": {"public cloud", "on premises"},
    "dated": None,
    "confidence": VOCABULARY["confidence"],
}
"""What the declaration of an edition must say; `probe` may be added."""

FILLED_FROM = {"project", "organization"}
"""What a parameter that the client fills in can be."""


@rule
def operations_tell_everything(document: Document) -> Iterator[tuple[str, str]]:
    """Every operation has the whole `x-flighthub` vocabulary, with known values."""
    described = {tag["name"] for tag in document.get("tags", []) if tag.get("description")}
    for _, _, operation in operations(document):
        for tag in sorted(set(operation.get("tags", [])) - described):
            yield name_of(operation), f"the tag {tag} is not described in openapi.yaml"
        notes = operation.get("x-flighthub", {})
        for key, values in VOCABULARY.items():
            if notes.get(key) is None:
                yield name_of(operation), f"x-flighthub lacks {key}"
            elif values and notes[key] not in values:
                yield name_of(operation), f"x-flighthub.{key} is {notes[key]!r}, not one of {sorted(values)}"
        for key in sorted(set(notes) - set(VOCABULARY) - {"next_step", "edition", "status"}):
            yield name_of(operation), f"x-flighthub.{key} is not in the vocabulary"
        for key in ("operationId", "summary", "description", "tags"):
            if not operation.get(key):
                yield name_of(operation), f"{key} is missing"
        source = notes.get("source") or {}
        if source.get("reference") not in SOURCES or not _is_day(source):
            yield name_of(operation), f"source needs a reference ({', '.join(sorted(SOURCES))}) and a date"


def _is_day(notes: Document) -> bool:
    text = str(notes.get("dated"))
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@rule
def editions_are_declared(document: Document) -> Iterator[tuple[str, str]]:
    """`info` declares and dates the editions, the first being the version's; an operation has its edition's prefix."""
    declared = editions(document)
    first = next(iter(declared), "")
    if first != document["info"]["version"] or not str(declared[first].get("title")).endswith(f" {first}"):
        yield "info", "x-flighthub.editions must begin with that of the version, whose title ends with the version"
    found = {name_of(operation): (path, operation) for path, _, operation in operations(document)}
    for name, notes in declared.items():
        place = f"info edition {name}"
        for key, values in EDITION_VOCABULARY.items():
            if not notes.get(key):
                yield place, f"lacks {key}"
            elif values and not set(each := notes[key] if isinstance(notes[key], list) else [notes[key]]) <= values:
                yield place, f"{key} is {each}, not of {sorted(values)}"
        for key in sorted(set(notes) - set(EDITION_VOCABULARY) - {"probe"}):
            yield place, f"{key} is not in the vocabulary of editions"
        if not _is_day(notes):
            yield place, "dated must be the day of the documentation, such as 2026-05-08"
        if "probe" in notes and not _is_probe(document, found.get(str(notes["probe"]), ("", {}))[1], name):
            yield place, f"the probe {notes['probe']} is no read of this edition that needs nothing"
    for operation_id, (path, operation) in found.items():
        notes = declared.get(edition_of(document, operation), {})
        if not notes:
            yield (
                operation_id,
                f"x-flighthub.edition is {edition_of(document, operation)!r}, which info does not declare",
            )
        elif not path.startswith(str(notes.get("path_prefix"))):
            yield operation_id, f"the path {path} does not begin with its edition's prefix {notes.get('path_prefix')}"


def _is_probe(document: Document, operation: Document, edition: str) -> bool:
    """Whether an operation can be called to see whether a deployment has its edition."""
    needs = [each for each in operation.get("parameters", []) if each.get("required") and "$ref" not in each]
    is_read = operation.get("x-flighthub", {}).get("effect") == "read"
    return is_read and not needs and "requestBody" not in operation and edition_of(document, operation) == edition


@rule
def what_is_not_described_is_listed(document: Document) -> Iterator[tuple[str, str]]:
    """An operation that is known and not described has edition, method, path and title, and is not described too."""
    described = {(method.upper(), path) for path, method, _ in operations(document)}
    for each in undescribed(document):
        place = f"info known_but_undescribed {each.get('path')}"
        if set(each) != {"edition", "method", "path", "page"}:
            yield place, "has edition, method, path and page, and nothing else"
        elif each["edition"] not in editions(document):
            yield place, f"info does not declare the edition {each['edition']}"
        elif (each["method"], each["path"]) in described:
            yield place, "is described, so it must leave this list"


@rule
def what_the_client_fills_in_can_be_filled(document: Document) -> Iterator[tuple[str, str]]:
    """`filled_from` of a parameter is the project or the organization; the parameter is required and a single text."""
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            notes = parameter.get("x-flighthub", {})
            if "$ref" in parameter or "filled_from" not in notes:
                continue
            place = f"{name_of(operation)} {parameter.get('name')}"
            if notes["filled_from"] not in FILLED_FROM:
                yield place, f"x-flighthub.filled_from is {notes['filled_from']!r}, not one of {sorted(FILLED_FROM)}"
            if not parameter.get("required") or parameter.get("schema", {}).get("type") != "string":
                yield place, "what the client fills in is required, and a text"
            if notes["filled_from"] == "project" and operation["x-flighthub"].get("scope") != "project":
                yield place, "what is filled in from the project belongs to an operation whose scope is project"


@rule
def names_are_unique(document: Document) -> Iterator[tuple[str, str]]:
    """Operation ids are camelCase and unique; group and method name one operation."""
    found = [operation for _, _, operation in operations(document)]
    ids = Counter(name_of(operation) for operation in found)
    places = Counter((o.get("x-flighthub", {}).get("group"), o.get("x-flighthub", {}).get("method")) for o in found)
    for name, count in ids.items():
        if count > 1:
            yield name, f"the operationId stands {count} times"
        if not re.fullmatch(r"[a-z][A-Za-z0-9]*", name):
            yield name, "the operationId is not camelCase"
    for (group, method), count in places.items():
        if count > 1:
            yield f"{group}.{method}", f"{count} operations have this group and method"


@rule
def repeating_is_thought_through(document: Document) -> Iterator[tuple[str, str]]:
    """Reads are safe to repeat; what is never repeated is dangerous; what is not safe says what to do next."""
    for _, method, operation in operations(document):
        notes = operation.get("x-flighthub", {})
        if method == "get" and (notes.get("effect"), notes.get("retry")) != ("read", "safe"):
            yield name_of(operation), "a GET is a read that is safe to repeat"
        if notes.get("retry") == "never" and notes.get("effect") != "dangerous":
            yield name_of(operation), "what must never be repeated has the effect dangerous"
        if (notes.get("retry") == "safe") is ("next_step" in notes):
            yield name_of(operation), "next_step is for operations that are not safe to repeat, and for all of those"


@rule
def results_exist(document: Document) -> Iterator[tuple[str, str]]:
    """`result` names `data`, `none` or a member of data; paging names query members, and where the total stands."""
    for _, _, operation in operations(document):
        notes = operation.get("x-flighthub", {})
        data = data_schema(document, operation)
        result = notes.get("result")
        if (result == "none") is not (data is None):
            yield name_of(operation), f"result is {result!r}, but data is {'absent' if data is None else 'described'}"
        elif data is not None and result_member(operation) not in (None, *members(document, data)):
            yield name_of(operation), f"data has no member {result!r}"
        if notes.get("paging") not in (None, "none"):
            query = {p.get("name") for p in operation.get("parameters", []) if p.get("in") == "query"}
            paging = notes["paging"]
            if not isinstance(paging, dict) or not {"page", "size"} <= set(paging) <= PAGING:
                yield name_of(operation), "paging is none, or names the members page and size"
            elif not {paging["page"], paging["size"], *paging.get("unpaged", {})} <= query:
                yield name_of(operation), f"paging names query members that do not exist: {paging}"
            elif (
                data is None or _item(document, members(document, data).get(str(result_member(operation)), {})) is None
            ):
                yield name_of(operation), f"paging is for lists, and {result!r} is none"
            elif "total" in paging and not _is_count(document, data, str(paging["total"])):
                yield name_of(operation), f"paging.total is {paging['total']!r}, where data has no integer"


PAGING = {"page", "size", "unpaged", "total"}
"""What paging can name: query members, how to turn pages off, and where the answer tells the number of all rows."""


def _item(document: Document, schema: Document) -> Document | None:
    """The items of a list, also of one that may be null."""
    found = next((part for part in schema.get("anyOf", [schema]) if part.get("type") != "null"), schema)
    if "$ref" in found:
        found = document["components"]["schemas"][found["$ref"].rpartition("/")[2]]
    items: Document | None = found.get("items")
    return items


def _is_count(document: Document, schema: Document, path: str) -> bool:
    """Whether the dotted path below an object leads to a whole number."""
    for step in path.split("."):
        schema = members(document, schema).get(step, {})
        schema = next((part for part in schema.get("anyOf", [schema]) if part.get("type") != "null"), schema)
    types = schema.get("type")
    return "integer" in (types if isinstance(types, list) else [types])


@rule
def answers_are_envelopes(document: Document) -> Iterator[tuple[str, str]]:
    """Every answer is the envelope, alone or composed with `data`; every operation has the default error answer."""
    envelope = {"$ref": "#/components/schemas/Envelope"}
    for _, _, operation in operations(document):
        schema = answer_schema(operation)
        if schema != envelope and schema.get("allOf", [None])[0] != envelope:
            yield name_of(operation), "the answer is not composed with the Envelope"
        if operation["responses"].get("default") != {"$ref": "#/components/responses/Error"}:
            yield name_of(operation), "the default error answer is missing"


@rule
def links_lead_somewhere(document: Document) -> Iterator[tuple[str, str]]:
    """A link names an operation, parameters that it has, and members of its body."""
    found = {name_of(operation): operation for _, _, operation in operations(document)}
    for name, operation in found.items():
        for label, link in operation["responses"]["200"].get("links", {}).items():
            target = found.get(str(link.get("operationId")))
            if target is None:
                yield name, f"the link {label} leads to no operation"
                continue
            body = body_schema(target)
            takes = {each.get("name") for each in target.get("parameters", [])}
            has = set(members(document, body)) if body else set()
            for unknown in sorted(set(link.get("parameters", {})) - takes):
                yield name, f"the link {label} sets {unknown}, which is no parameter of {link['operationId']}"
            for unknown in sorted(set(link.get("requestBody", {})) - has):
                yield name, f"the link {label} sets {unknown}, which is no member of the body of {link['operationId']}"
