"""Step 3: the bundle in the dialect that openapi-python-client understands, in memory only.

    python -m generator.lower [--root CHECKOUT]         prints the lowered document

The engine drops without a word what it does not know (if/then, null-unions with siblings, shared headers, unusual
formats) and turns some of it into odd classes. So it gets plain JSON types, named classes and one answer per operation;
everything else our templates take from the bundle itself.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from generator.bundle import bundle
from generator.documents import Document, dump
from generator.layout import Layout
from generator.schema_access import data_schema, enum_values, members, only_choice, operations, required

_KEPT = ("type", "enum", "const", "required", "x-enum-varnames")
_FORMATS = ("date-time",)
_NOT_MODELS = ("Envelope", "Language")
"""The envelope is read by the runtime, the headers belong to the transport."""


def lower(document: Document) -> Document:
    """The document for the engine; the bundle is left as it is."""
    schemas = {
        name: plain(_flat(document, each))
        for name, each in document["components"]["schemas"].items()
        if name not in _NOT_MODELS
    }
    paths: Document = {}
    for path, method, operation in operations(document):
        paths.setdefault(path, {})[method] = _operation(document, operation)
    return {
        "openapi": document["openapi"],
        "info": {"title": document["info"]["title"], "version": document["info"]["version"]},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(document: Document, operation: Document) -> Document:
    lowered: Document = {
        "operationId": operation["operationId"],
        "tags": [operation["x-flighthub"]["group"]],
        "parameters": [
            {
                "name": parameter["name"],
                "in": parameter["in"],
                "required": parameter.get("required", False),
                "schema": plain(parameter["schema"]),
            }
            for parameter in operation["parameters"]
            if "$ref" not in parameter
        ],
    }
    if "requestBody" in operation:
        schema = plain(operation["requestBody"]["content"]["application/json"]["schema"])
        lowered["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    answer: Document = {"description": operation["responses"]["200"]["description"]}
    data = data_schema(document, operation)
    if data is not None:
        answer["content"] = {"application/json": {"schema": plain(data)}}
    lowered["responses"] = {"200": answer}
    return lowered


def _flat(document: Document, schema: Document) -> Document:
    """An object with the members of its `allOf` parts as its own: the engine cannot merge what is described twice."""
    if not any("if" not in part for part in schema.get("allOf", [])):
        return schema
    return {"type": "object", "properties": members(document, schema), "required": sorted(required(document, schema))}


def plain(schema: Document) -> Document:
    """A schema without what the engine misreads."""
    if "words" in schema.get("x-flighthub", {}):
        return {"type": "integer", "enum": enum_values(schema), "x-enum-varnames": schema["x-enum-varnames"]}
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    chosen = schema.get("x-flighthub", {}).get("selected_by")
    if chosen:
        return {"oneOf": [plain(variant) for variant in chosen["schemas"].values()]}
    if "anyOf" in schema and "properties" not in schema:
        return plain(only_choice(schema))
    lowered: Document = {key: schema[key] for key in _KEPT if key in schema}
    lowered["type"] = _type(schema.get("type"))
    if lowered["type"] is None:
        del lowered["type"]
    if schema.get("format") in _FORMATS:
        lowered["format"] = schema["format"]
    if "prefixItems" in schema:
        return {"type": "array", "items": {}}
    if "items" in schema:
        lowered["items"] = plain(schema["items"])
    if lowered.get("type") == "object" and "properties" not in schema:
        return {}
    if "properties" in schema:
        lowered["properties"] = {name: plain(member) for name, member in schema["properties"].items()}
    return lowered


def _type(given: Any) -> Any:
    if not isinstance(given, list):
        return given
    types = [each for each in given if each != "null"]
    return types[0] if len(types) == 1 else types


def main() -> None:
    """Prints the lowered document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    print(dump(lower(bundle(Layout(parser.parse_args().root)))), end="")


if __name__ == "__main__":
    main()
