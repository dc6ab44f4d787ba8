"""What an operation says of itself, and that names, repeating, results and answers fit together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.documents import Document
from generator.rules.registry import name_of, rule
from generator.schema_access import answer_schema, body_schema, data_schema, members, operations

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
        for key in sorted(set(notes) - set(VOCABULARY) - {"next_step"}):
            yield name_of(operation), f"x-flighthub.{key} is not in the vocabulary"
        for key in ("operationId", "summary", "description", "tags"):
            if not operation.get(key):
                yield name_of(operation), f"{key} is missing"
        source = notes.get("source") or {}
        if source.get("reference") not in {"documentation page", "documentation index"} or not _is_day(source):
            yield name_of(operation), "source needs a reference (documentation page or index) and a date"


def _is_day(notes: Document) -> bool:
    text = str(notes.get("dated"))
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@rule
def the_edition_is_named_and_dated(document: Document) -> Iterator[tuple[str, str]]:
    """`info` names the edition, whose name ends with the version, and dates the documentation."""
    notes = document["info"].get("x-flighthub", {})
    if not str(notes.get("edition", "")).endswith(f" {document['info']['version']}"):
        yield "info", "x-flighthub.edition must be the name of the edition, and end with its version"
    if not _is_day(notes):
        yield "info", "x-flighthub.dated must be the day of the documentation, such as 2026-05-08"


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
    """`result` names `data`, `none` or a member of data; paging names query members and pages a list."""
    for _, _, operation in operations(document):
        notes = operation.get("x-flighthub", {})
        data = data_schema(document, operation)
        result = notes.get("result")
        if (result == "none") is not (data is None):
            yield name_of(operation), f"result is {result!r}, but data is {'absent' if data is None else 'described'}"
        elif data is not None and result != "data" and result not in members(document, data):
            yield name_of(operation), f"data has no member {result!r}"
        if notes.get("paging") not in (None, "none"):
            query = {p.get("name") for p in operation.get("parameters", []) if p.get("in") == "query"}
            paging = notes["paging"]
            if not isinstance(paging, dict) or not {"page", "size"} <= set(paging) <= {"page", "size", "unpaged"}:
                yield name_of(operation), "paging is none, or names the members page and size"
            elif not {paging["page"], paging["size"], *paging.get("unpaged", {})} <= query:
                yield name_of(operation), f"paging names query members that do not exist: {paging}"


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
