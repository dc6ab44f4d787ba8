"""Step 1: the files of `spec/` and the overlays become one OpenAPI document.

    python -m generator.bundle [--root CHECKOUT]        prints the bundle

What is done, in this order: references to other files become components; examples, common headers, business codes and
former names are joined in; the overlays are applied; what only `x-flighthub` says about shapes (`selected_by`,
`required_when`, `at_least_one_of`) is also said in JSON Schema; everything is put in a fixed order. The result is
faithful, standard OpenAPI 3.1 and is shipped in the package.
"""

from __future__ import annotations

import argparse
from copy import deepcopy
from pathlib import Path
from typing import Any

from generator import overlays
from generator.documents import COST_OF_A_VALUE, LARGEST, Document, SpecError, dump, load
from generator.layout import Layout
from generator.names import aliases
from generator.schema_access import body_schema, operations, pointer, webhooks

_KEEP_ORDER = {"properties", "variables"}
"""Below these keys the author's order means something: it becomes the order of arguments and attributes."""

_VERBATIM = {"value"}
"""Examples are somebody's data and stay as they are."""


def bundle(layout: Layout) -> Document:
    """The whole API as one document with local references only."""
    document = _resolve(layout)
    _attach_examples(document, layout.spec / "examples")
    _attach_headers(document)
    document["x-flighthub"] = {
        "errors": load(layout.spec / "errors.yaml", layout.spec) or [],
        "products": load(layout.spec / "products.yaml", layout.spec),
    }
    former = aliases.declared(layout.aliases)
    if former:
        document["x-flighthub"]["aliases"] = former
    overlays.apply(document, layout.overlays)
    schemas = document["components"]["schemas"]
    bodies = {str(b["$ref"]) for _, _, each in operations(document) if "$ref" in (b := body_schema(each) or {})}
    for name, schema in schemas.items():
        _say_in_json_schema(schema, schemas if f"#/components/schemas/{name}" in bodies else None)
    made: Document = _sorted(document)
    return made


def _resolve(layout: Layout) -> Document:
    """The root document with all schema files as components and every reference local."""
    files: dict[Path, Any] = {}

    def read(path: Path) -> Any:
        if path not in files:
            files[path] = load(path, layout.spec)
        return files[path]

    spec = layout.spec.resolve()
    root_file = spec / "openapi.yaml"
    schema_folders = [spec / name for name in ("schemas", "devices")]
    left = LARGEST

    def where(file: Path) -> str:
        return f"spec/{file.relative_to(spec).as_posix()}"

    def target(ref: Any, origin: Path) -> tuple[Path, list[str]]:
        if not isinstance(ref, str):
            raise SpecError(f"{where(origin)}: a $ref is text, not {ref!r}")
        name = ref.partition("#")[0]
        file = (origin.parent / name).resolve() if name else origin
        if ":" in name or not file.is_relative_to(spec):
            raise SpecError(f"{where(origin)}: {ref} leads out of spec/; a reference stays in it")
        return file, pointer(ref)

    def localise(node: Any, origin: Path, followed: tuple[str, ...] = ()) -> Any:
        nonlocal left
        left -= COST_OF_A_VALUE + (len(node) if isinstance(node, str) else 0)
        if left < 0:
            raise SpecError(f"{where(origin)}: its references come to more than {LARGEST} characters")
        if isinstance(node, list):
            return [localise(item, origin, followed) for item in node]
        if not isinstance(node, dict):
            return node
        made = {key: localise(value, origin, followed) for key, value in node.items() if key != "$ref"}
        if "$ref" not in node:
            return made
        file, parts = target(node["$ref"], origin)
        place: Any = read(file)
        for part in parts:
            if not isinstance(place, dict) or part not in place:
                raise SpecError(f"{where(origin)}: nothing is at {node['$ref']}")
            place = place[part]
        if file.parent in schema_folders:
            if len(parts) != 1:
                raise SpecError(f"{where(origin)}: {node['$ref']} has to name a whole schema")
            return {"$ref": f"#/components/schemas/{parts[0]}", **made}
        if file == root_file:
            return {"$ref": "#/" + "/".join(parts), **made}
        step = f"{file}#/{'/'.join(parts)}"
        if step in followed:
            raise SpecError(f"{where(origin)}: {node['$ref']} leads back to itself")
        return localise(place, file, (*followed, step))

    document: Document = localise(read(root_file), root_file)
    schemas: Document = document["components"].setdefault("schemas", {})
    for folder in schema_folders:
        for file in sorted(folder.glob("*.yaml")):
            for name, schema in (read(file) or {}).items():
                if name in schemas:
                    raise SpecError(f"{where(file.resolve())}: the schema {name} exists in another file, too")
                schemas[name] = localise(schema, file.resolve())
                if folder.name == "devices":
                    _make_nullable(schemas[name])
    _name_devices(schemas)
    used = {(path, method) for path, method, _ in operations(document)}
    written = sum(
        len(item)
        for file in sorted((layout.spec / "paths").glob("*.yaml"))
        for item in (read(file.resolve()) or {}).values()
    )
    if written != len(used):
        raise SpecError(
            f"spec/paths holds {written} operations, the table of contents in openapi.yaml reaches {len(used)}"
        )
    return document


def _make_nullable(schema: Document) -> None:
    """Devices report in pieces: any member may be null, which no device file says again for each."""
    for part in [schema, *schema.get("allOf", [])]:
        for name, member in part.get("properties", {}).items():
            if "$ref" in member:
                rest = {key: value for key, value in member.items() if key != "$ref"}
                part["properties"][name] = {"anyOf": [{"$ref": member["$ref"]}, {"type": "null"}], **rest}
            elif "type" in member:
                types = member["type"] if isinstance(member["type"], list) else [member["type"]]
                part["properties"][name] = {**member, "type": [*(each for each in types if each != "null"), "null"]}


def _name_devices(schemas: Document) -> None:
    """`selected_by` with `schemas: devices` becomes a schema per model key, as the device files name them."""
    devices = {
        key: {"$ref": f"#/components/schemas/{name}"}
        for name, schema in schemas.items()
        for key in schema.get("x-flighthub", {}).get("keys", [])
    }
    for schema in schemas.values():
        for member in schema.get("properties", {}).values():
            chosen = member.get("x-flighthub", {}).get("selected_by", {})
            if chosen.get("schemas") == "devices":
                chosen["schemas"] = dict(sorted(devices.items()))


def _attach_examples(document: Document, folder: Path) -> None:
    """`<operationId>[.<label>].(request|answer).json` becomes an example of it, and so does `<webhook>.event.json`."""
    places: dict[tuple[str, str], Document] = {}
    for path, method, operation in operations(document):
        for needed in (("operationId",), ("responses", "200", "content", "application/json")):
            place: Any = operation
            for key in needed:
                if key not in place:
                    raise SpecError(
                        f"{operation.get('operationId', f'{method} {path}')}: {'/'.join(needed)} is missing"
                    )
                place = place[key]
        places[operation["operationId"], "answer"] = operation["responses"]["200"]["content"]["application/json"]
        if "requestBody" in operation:
            places[operation["operationId"], "request"] = operation["requestBody"]["content"]["application/json"]
    for name, event in webhooks(document):
        places[name, "event"] = event.get("requestBody", {}).get("content", {}).get("application/json", {})
    for file in sorted(folder.glob("*.json")):
        name, _, side = file.stem.rpartition(".")
        operation_id, *label = name.split(".")
        if (operation_id, side) not in places:
            raise SpecError(f"spec/examples/{file.name}: no operation {operation_id} with a {side}")
        example = {"value": load(file, folder)}
        places[operation_id, side].setdefault("examples", {})[".".join(label) or "default"] = example


def _attach_headers(document: Document) -> None:
    """The headers that every operation shares, written once in the root, appear at each operation."""
    for _, _, operation in operations(document):
        headers = ["RequestId", "Language"]
        if operation.get("x-flighthub", {}).get("scope") == "project":
            headers.insert(0, "ProjectUuid")
        references = [{"$ref": f"#/components/parameters/{name}"} for name in headers]
        operation["parameters"] = [*operation.get("parameters", []), *references]


def _say_in_json_schema(schema: Document, closed: Document | None) -> None:
    """Conditions that `x-flighthub` states for the client, repeated as the if/then that any validator understands."""
    conditions: list[Document] = []
    for part in [schema, *schema.get("allOf", [])]:
        for name, member in part.get("properties", {}).items():
            notes = member.get("x-flighthub", {})
            chosen = notes.get("selected_by")
            if chosen:
                for value, variant in chosen["schemas"].items():
                    null = "null" in member.get("type", [])
                    shape = {"anyOf": [deepcopy(variant), {"type": "null"}]} if null else deepcopy(variant)
                    foreign = _foreign(closed, chosen["schemas"], value) if closed else []
                    if foreign:
                        shape = {"allOf": [shape, {"not": {"anyOf": [{"required": [each]} for each in foreign]}}]}
                    conditions.append(_when(chosen["member"], [value], {"properties": {name: shape}}))
            for sibling, values in notes.get("required_when", {}).items():
                conditions.append(_when(sibling, values, {"required": [name]}))
            for sibling, values in notes.get("only_when", {}).items() if notes.get("confidence") != "inferred" else ():
                condition = _when(sibling, values, {})
                conditions.append({"if": {"not": condition["if"]}, "then": {"not": {"required": [name]}}})
    if conditions:
        schema["allOf"] = [*schema.get("allOf", []), *conditions]
    payloads = schema.get("x-flighthub", {}).get("payloads")
    if payloads:
        schema["patternProperties"] = {payloads["pattern"]: {"anyOf": [payloads["schema"], {"type": "null"}]}}
    needed = schema.get("x-flighthub", {}).get("at_least_one_of")
    if needed:
        schema["anyOf"] = [{"required": [name]} for name in needed]


def _foreign(schemas: Document, variants: Document, value: Any) -> list[str]:
    """The members that only the other variants know; in a request they say that the wrong one was meant."""

    def names(variant: Document) -> set[str]:
        return set(schemas[variant["$ref"].rpartition("/")[2]].get("properties", {}))

    others = set().union(*(names(variant) for other, variant in variants.items() if other != value))
    return sorted(others - names(variants[value]))


def _when(member: str, values: list[Any], then: Document) -> Document:
    first, _, rest = member.partition(".")
    inner: Document = {"enum": list(values)}
    if rest:
        inner = _when(rest, values, {})["if"]
        inner["type"] = "object"
    return {"if": {"properties": {first: inner}, "required": [first]}, "then": then}


def _sorted(node: Any, keep: bool = False) -> Any:
    if isinstance(node, list):
        return [_sorted(item) for item in node]
    if not isinstance(node, dict):
        return node
    keys = list(node) if keep else sorted(node)
    return {key: node[key] if key in _VERBATIM else _sorted(node[key], key in _KEEP_ORDER and not keep) for key in keys}


def main() -> None:
    """Prints the bundle."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    print(dump(bundle(Layout(parser.parse_args().root))), end="")


if __name__ == "__main__":
    main()
