"""That every request and answer has an example, and that examples are as described."""

from __future__ import annotations

from collections.abc import Iterator

import jsonschema_rs

from generator.documents import Document
from generator.rules.registry import name_of, rule
from generator.schema_access import operations


@rule
def examples_hold(document: Document) -> Iterator[tuple[str, str]]:
    """Every request and answer has an example, and every example fits its schema."""
    contents: list[tuple[str, Document]] = []
    for _, _, operation in operations(document):
        answer = operation["responses"]["200"]["content"]["application/json"]
        contents.append((f"{name_of(operation)} answer", answer))
        if "requestBody" in operation:
            contents.append((f"{name_of(operation)} request", operation["requestBody"]["content"]["application/json"]))
    schemas = {"components": document["components"], "contents": [content["schema"] for _, content in contents]}
    # The components are taken in once, not once for each content.
    registry = jsonschema_rs.Registry([("bundle:/", schemas)])
    for number, (name, content) in enumerate(contents):
        if "default" not in content.get("examples", {}):
            place, _, side = name.rpartition(" ")
            yield place, f"has no example {side}"
        validator = jsonschema_rs.Draft202012Validator({"$ref": f"bundle:/#/contents/{number}"}, registry=registry)
        for label, example in content.get("examples", {}).items():
            for error in validator.iter_errors(example["value"]):
                where = "/".join(map(str, error.instance_path))
                yield f"{name} {label}", f"the example breaks its schema at /{where}: {error.message}"
