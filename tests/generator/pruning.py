"""Parts of the bundle that are whole in themselves, for tests that need a few operations and not all."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.documents import Document
from generator.schema_access import operations, pointer


def of_groups(document: Document, *groups: str) -> Document:
    """A copy of a bundle with the operations of some groups, no more components than these lead to, and no aliases."""
    paths: Document = {}
    for path, method, operation in operations(document):
        if operation["x-flighthub"]["group"] in groups:
            paths.setdefault(path, {})[method] = operation
    assert {each["x-flighthub"]["group"] for _, _, each in operations({"paths": paths})} == {*groups}
    components = document["components"]
    # What is no schema is little, and some of it is looked up by its name.
    kept = {kind: dict(members) for kind, members in components.items() if kind != "schemas"}
    schemas: Document = {}
    rest = {key: value for key, value in document.items() if key not in ("paths", "components")}
    left = {*_references([paths, kept, rest]), "#/components/schemas/Language"}
    while left:
        reference = left.pop()
        _, kind, name = pointer(reference)
        if kind == "schemas" and name not in schemas:
            schemas[name] = components[kind][name]
            left |= {*_references(schemas[name])}
    ordered = {name: schemas[name] for name in components["schemas"] if name in schemas}
    # Former names may be those of what is left out.
    notes = {**document["x-flighthub"], "aliases": []}
    return deepcopy({**document, "x-flighthub": notes, "paths": paths, "components": {**kept, "schemas": ordered}})


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for item in node:
            yield from _references(item)
