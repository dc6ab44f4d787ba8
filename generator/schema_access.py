"""Where things stand in a bundle: its operations, the parts of their requests and answers, the members of its schemas.

Only reads. What must hold of these places is said in `generator/rules/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.documents import Document


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


def editions(document: Document) -> dict[str, Document]:
    """The editions that `info` declares, by their names, in their order."""
    declared: list[Document] = document["info"].get("x-flighthub", {}).get("editions", [])
    return {str(each.get("name")): each for each in declared}


def edition_of(document: Document, operation: Document) -> str:
    """The edition of an operation; the document's own where it names none."""
    return str(operation.get("x-flighthub", {}).get("edition", document["info"]["version"]))


def edition_label(declared: Document) -> str:
    """The title of an edition, and where it is if that is not everywhere."""
    available: list[str] = declared["available"]
    return declared["title"] if len(available) > 1 else f"{declared['title']}, {available[0]} only"


def undescribed(document: Document) -> list[Document]:
    """The operations that are known and not described."""
    found: list[Document] = document["info"].get("x-flighthub", {}).get("known_but_undescribed", [])
    return found


def result_member(operation: Document) -> str | None:
    """The member of `data` that an operation is called for; None for the whole of it, or for nothing."""
    result = str(operation.get("x-flighthub", {}).get("result"))
    return None if result in ("data", "none") else result.removeprefix("data.")


def composed_of_themselves(document: Document) -> list[str]:
    """The schemas that a chain of references and compositions leads back to, so that they describe nothing."""
    schemas: dict[str, Any] = document.get("components", {}).get("schemas", {})
    return _led_back_to({name: _composing_references(schema) for name, schema in schemas.items()})


def nested_in_themselves(document: Document) -> list[str]:
    """The schemas of lists and maps that hold themselves, with no object of a name in between.

    Nothing but empty lists and maps could ever stand in them, and there is no end to describing what they hold. An
    object may hold itself: it is described once, under its name.
    """
    schemas: dict[str, Any] = document["components"]["schemas"]
    unnamed = {name: schema for name, schema in schemas.items() if not members(document, schema)}
    return _led_back_to({name: _composing_references(schema, held=True) for name, schema in unnamed.items()})


def _led_back_to(references: Mapping[str, Iterable[str]]) -> list[str]:
    """The schemas from which references lead back to themselves."""
    parts = {name: {pointer(each)[-1] for each in found} for name, found in references.items()}
    found: list[str] = []
    for name in parts:
        reached: set[str] = set()
        waiting = [*parts[name]]
        while waiting:
            each = waiting.pop()
            if each not in reached:
                reached.add(each)
                waiting += parts.get(each, ())
        if name in reached:
            found.append(name)
    return found


def _composing_references(schema: Any, held: bool = False) -> Iterator[str]:
    """The references that a schema is made of, which are not those of its members.

    Args:
        schema: The schema.
        held: Whether those of the items of a list and the values of a map are among them.
    """
    waiting = [schema]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, dict):
            continue
        if isinstance(each.get("$ref"), str):
            yield each["$ref"]
        for word in ("allOf", "anyOf", "oneOf", *(("prefixItems",) if held else ())):
            waiting += each[word] if isinstance(each.get(word), list) else ()
        if held:
            chosen = each.get("x-flighthub", {}).get("selected_by", {})
            waiting += [each.get("items"), each.get("additionalProperties"), chosen.get("otherwise")]
            waiting += chosen.get("schemas", {}).values()


def webhooks(document: Document) -> Iterator[tuple[str, Document]]:
    """Every event that the server sends, as (name of the webhook, operation)."""
    for name, item in document.get("webhooks", {}).items():
        if "post" in item:
            yield name, item["post"]


def event_schema(webhook: Document) -> str:
    """The name of the schema that the body of an event has."""
    schema: Document = webhook["requestBody"]["content"]["application/json"]["schema"]
    return str(schema["$ref"]).rpartition("/")[2]


def is_json_text(schema: Document) -> bool:
    """Whether a schema is that of JSON which travels as text."""
    return schema.get("contentMediaType") == "application/json"


def only_choice(schema: Document) -> Document:
    """What an `anyOf` describes: its part that is neither null nor the JSON text of another part."""
    (only,) = [part for part in schema["anyOf"] if part.get("type") != "null" and not is_json_text(part)]
    found: Document = only
    return found


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


def members(document: Document, schema: Document) -> dict[str, Document]:
    """The members of an object schema, those of its `allOf` parts included."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    found: dict[str, Document] = {}
    for part in schema.get("allOf", []):
        found.update(members(document, part))
    found.update(schema.get("properties", {}))
    return found


def required(document: Document, schema: Document) -> set[str]:
    """The members that an object promises, those of its `allOf` parts included."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return set(schema.get("required", [])).union(*(required(document, part) for part in schema.get("allOf", [])))


def data_schema(document: Document, operation: Document) -> Document | None:
    """The schema of `data` in an operation's answer, without the null; None where no data is described."""
    found = members(document, answer_schema(operation)).get("data")
    if found is not None and "anyOf" in found:
        found = next(part for part in found["anyOf"] if part.get("type") != "null")
    return found
