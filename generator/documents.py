"""Reading and writing YAML the same way everywhere, and addressing places in a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Document = dict[str, Any]


class SpecError(Exception):
    """A source is wrong; the message names the file or place and says what to mend."""


class _UniqueKeyLoader(yaml.CSafeLoader):
    """YAML lets a repeated key overwrite the first one without a word; a transcription must not."""


def _unique_mapping(loader: _UniqueKeyLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for key in keys:
        if isinstance(key, bool):
            raise SpecError(f"{node.start_mark.name}:{node.start_mark.line + 1}: YAML reads a key as {key}; quote it")
        if keys.count(key) > 1:
            raise SpecError(f"{node.start_mark.name}:{node.start_mark.line + 1}: the key {key!r} stands twice")
    return loader.construct_mapping(node, deep=True)


_UniqueKeyLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


class _PlainDumper(yaml.CSafeDumper):
    """No anchors: what is used twice is written twice, so that a diff shows it at each place."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def load(path: Path) -> Any:
    """The content of a YAML (or JSON) file."""
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, _UniqueKeyLoader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise SpecError(f"{path}: {error}") from error


def dump(document: Document) -> str:
    """A document as YAML text, in the order it has."""
    text: str = yaml.dump(document, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120)
    return text


def pointer(ref: str) -> list[str]:
    """The parts of the JSON pointer behind the `#` of a reference."""
    return [part.replace("~1", "/").replace("~0", "~") for part in ref.partition("#")[2].split("/")[1:]]


def walk(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every node of a document with its path, parents first."""
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from walk(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, (*path, index))


METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


def operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    """Every operation of a bundle as (path, HTTP method, operation)."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def answer_schema(operation: Document) -> Document:
    """The schema of an operation's successful answer, envelope included."""
    schema: Document = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return schema


def enum_values(schema: Document) -> list[Any]:
    """The values of an enum; of one that travels as code and as word, the codes. Empty for anything else."""
    codes: list[Any] = schema.get("x-flighthub", {}).get("codes", [])
    values: list[Any] = schema.get("enum", codes if "words" in schema.get("x-flighthub", {}) else [])
    return values


def body_schema(operation: Document) -> Document | None:
    """The schema of an operation's request body, if it has one."""
    if "requestBody" not in operation:
        return None
    schema: Document = operation["requestBody"]["content"]["application/json"]["schema"]
    return schema
