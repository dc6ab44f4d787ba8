"""The bundle, read for people: operations by group, members with their types, units, limits and confidence."""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from flighthub_api import enums
from flighthub_api.about import API
from flighthub_api.operations import OPERATIONS
from flighthub_runtime.about import EditionDescription
from generator.documents import Document, load
from generator.schema_access import body_schema, data_schema, enum_values, members, operations, required, result_member

from .markdown import code, link, prose

UNITS: Final = {"deg": "degrees", "percent": "%"}
TIMES: Final = {
    "s": "Unix seconds",
    "ms": "Unix milliseconds",
    "auto": "Unix time: milliseconds above 10¹¹, else seconds",
    "rfc3339": "RFC 3339 text; empty text reads as None",
}
FILLED: Final = {
    "project": "Where it is not given, the client's project.",
    "organization": "Where it is not given, the organization of the key.",
}
"""What is said of an argument that the client fills in."""

FEW: Final = 6
"""How many values of an enum are told beside a member; more are one link away."""

_LIMITS: Final = (
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "above {}"),
    ("maximum", "at most {}"),
    ("minItems", "at least {} items"),
    ("maxItems", "at most {} items"),
    ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"),
    ("multipleOf", "a multiple of {}"),
    ("step", "in steps of {}"),
)


class MemberRow(NamedTuple):
    """A member, parameter or item as a table shows it."""

    name: str
    type: str
    facts: str
    meaning: str
    confidence: str
    """Empty where it is that of the whole."""


class Operation(NamedTuple):
    """An operation of the bundle, and what `x-flighthub` says of it."""

    path: str
    http_method: str
    content: Document

    @property
    def notes(self) -> Document:
        """What `x-flighthub` says."""
        notes: Document = self.content["x-flighthub"]
        return notes

    @property
    def name(self) -> str:
        """How the client calls it, such as `flight_tasks.create`."""
        return f"{self.notes['group']}.{self.notes['method']}"

    @property
    def edition(self) -> EditionDescription:
        """The edition of the API that has it."""
        return API.editions[OPERATIONS[self.content["operationId"]].edition]

    @property
    def is_beyond(self) -> bool:
        """Whether the edition that every deployment has lacks it."""
        return self.edition.title != API.edition


class Bundle:
    """The bundle of a checkout.

    Args:
        file: The generated `openapi.yaml`.
    """

    def __init__(self, file: Path) -> None:
        self.document: Document = load(file)
        self.schemas: Document = self.document["components"]["schemas"]

    @cached_property
    def groups(self) -> dict[str, list[Operation]]:
        """The operations by group, both in the order of the documentation's table of contents."""
        found: dict[str, list[Operation]] = {}
        tags = [tag["name"] for tag in self.document["tags"]]
        listed = [Operation(path, method.upper(), content) for path, method, content in operations(self.document)]
        for each in sorted(listed, key=lambda each: tags.index(each.content["tags"][0])):
            found.setdefault(each.notes["group"], []).append(each)
        return found

    def about(self, group: str) -> str:
        """What a group is for."""
        tag = self.groups[group][0].content["tags"][0]
        return next(str(each["description"]) for each in self.document["tags"] if each["name"] == tag)

    @cached_property
    def devices(self) -> dict[str, Document]:
        """The schemas of device states that have model keys."""
        return {name: each for name, each in self.schemas.items() if each.get("x-flighthub", {}).get("keys")}

    @cached_property
    def enums(self) -> dict[str, Document]:
        """The schemas that list values, but for those of headers."""
        return {name: each for name, each in self.schemas.items() if enum_values(each) and name in enums.__all__}

    def objects_of(self, operation: Operation) -> Iterator[str]:
        """Names of the objects that an operation's arguments and answer are made of, outermost first."""
        for schema in (body_schema(operation.content), data_schema(self.document, operation.content)):
            if schema is not None:
                yield from self.below(schema)

    def below(self, schema: Document, seen: set[str] | None = None) -> Iterator[str]:
        """Names of the objects that a schema is made of, itself included; what device states hold is left out."""
        seen = set() if seen is None else seen
        for name in _names_in(schema):
            if name in seen or name in self.enums or name in self.devices:
                continue
            seen.add(name)
            yield name
            yield from self.below(self.inside(name), seen)

    def inside(self, name: str) -> Document:
        """What an object is made of: its members, those whose names follow a pattern, and the items of a list."""
        schema = self.schemas[name]
        return {**members(self.document, schema), **schema.get("patternProperties", {}), "": schema.get("items", {})}

    def members_of(self, name: str, *, is_request: bool = False) -> list[MemberRow]:
        """The members of an object."""
        schema = self.schemas[name]
        needed = required(self.document, schema)
        found = members(self.document, schema)
        return [
            self.row(member, each, needed=member in needed and is_request)
            for member, each in found.items()
            if not (member.startswith("__") or "const" in each)
        ]

    def arguments_of(self, operation: Operation) -> list[MemberRow]:
        """What a call is given: path, then the rest, what is needed first."""
        rows: list[tuple[int, MemberRow]] = []
        for each in operation.content["parameters"]:
            if "$ref" not in each:
                notes = {**each["schema"].get("x-flighthub", {}), **each.get("x-flighthub", {})}
                schema = {**each["schema"], "description": each["description"], "x-flighthub": notes}
                source = notes.get("filled_from")
                needed = bool(each.get("required")) and source is None
                place = 3 if source else 0 if each["in"] == "path" else 1 if needed else 2
                rows.append((place, self.row(each["name"], schema, needed=needed)))
        body = body_schema(operation.content)
        if body is not None:
            needed_names = required(self.document, body)
            for name, each in members(self.document, body).items():
                needed = name in needed_names
                rows.append((1 if needed else 2, self.row(name, each, needed=needed)))
        return [row for _, row in sorted(rows, key=lambda each: each[0])]

    def row(self, name: str, schema: Document, *, needed: bool = False) -> MemberRow:
        """A member as a table shows it."""
        notes = schema.get("x-flighthub", {})
        shown = code(name)
        plain = name.removesuffix("[]")
        attribute = f"{plain}_" if keyword.iskeyword(plain) else plain
        if attribute != name:
            shown += f" (in Python {code(attribute)})"
        if needed:
            shown += " ★"
        meaning = [prose(str(schema.get("description", "")))]
        meaning += [_condition("Needed with", each) for each in notes.get("required_when", {}).items()]
        meaning += [_condition("Only with", each) for each in notes.get("only_when", {}).items()]
        if notes.get("filled_from"):
            meaning.append(FILLED[notes["filled_from"]])
        if notes.get("sensitive"):
            meaning.append("Not shown by `repr`.")
        if notes.get("aliases"):
            meaning.append(f"Also read as {', '.join(map(code, notes['aliases']))}.")
        return MemberRow(
            shown, self.type_of(schema), "; ".join(_facts(schema)), " ".join(meaning), notes.get("confidence", "")
        )

    def type_of(self, schema: Document) -> str:
        """The type of a member in words, with links to what it is made of."""
        chosen = schema.get("x-flighthub", {}).get("selected_by")
        if chosen:
            shapes = dict.fromkeys(self.type_of(each) for each in chosen["schemas"].values())
            told = f"one of {len(shapes)}" if len(shapes) > FEW else " or ".join(shapes)
            return f"{told}, by {code(chosen['member'])}"
        if "$ref" in schema:
            return self._reference(schema["$ref"].rpartition("/")[2])
        if "anyOf" in schema:
            return " or ".join(self.type_of(each) for each in schema["anyOf"] if each.get("type") != "null")
        types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
        words = [self._word(each, schema) for each in types if each != "null"]
        return " or ".join(words) or "anything"

    def _word(self, kind: str | None, schema: Document) -> str:
        if kind == "array":
            return f"list of {self.type_of(schema.get('items', {}))}"
        if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
            return f"map of names to {self.type_of(schema['additionalProperties'])}"
        if kind == "string":
            formats = {
                "password": "secret text",
                "date-time": "RFC 3339 text",
                "uuid": "UUID",
                "time-zone": "time zone",
            }
            if schema.get("contentMediaType") == "application/json":
                return "object, or its JSON text"
            return formats.get(schema.get("format", ""), "text")
        words = {"object": "object", "integer": "integer", "number": "number", "boolean": "true or false"}
        return words.get(kind or "", "anything")

    def _reference(self, name: str) -> str:
        if name not in self.enums:
            return link(f"object-{name}", name)
        values = enum_values(self.schemas[name])
        told = f": {', '.join(code(each) for each in values)}" if len(values) <= FEW else ""
        return f"{link(f'enum-{name}', name)}{told}"

    def answer_of(self, operation: Operation) -> str:
        """What a call gives, in words with links; empty where it gives nothing."""
        data = data_schema(self.document, operation.content)
        member = result_member(operation.content)
        if data is None:
            return ""
        return self.type_of(data if member is None else members(self.document, data)[member])

    def wrapped(self, operation: Operation) -> str | None:
        """The object of `data` whose member is the answer, as nobody gets to see it; None where all of it is."""
        data = data_schema(self.document, operation.content)
        if data is None or result_member(operation.content) is None or "$ref" not in data:
            return None
        return str(data["$ref"]).rpartition("/")[2]

    def body_of(self, operation: Operation) -> str | None:
        """The object of the request body, whose members are the arguments."""
        body = body_schema(operation.content)
        return None if body is None or "$ref" not in body else str(body["$ref"]).rpartition("/")[2]


def _names_in(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "$ref" and str(value).startswith("#/components/schemas/"):
                yield str(value).rpartition("/")[2]
            else:
                yield from _names_in(value)
    elif isinstance(node, list):
        for each in node:
            yield from _names_in(each)


def _condition(words: str, condition: tuple[str, list[Any]]) -> str:
    sibling, values = condition
    return f"{words} {code(sibling)} {' or '.join(map(code, values))}."


def _facts(schema: Document) -> Iterator[str]:
    notes = schema.get("x-flighthub", {})
    items = schema.get("items", {})
    unit = notes.get("unit") or items.get("x-flighthub", {}).get("unit")
    time = notes.get("time") or items.get("x-flighthub", {}).get("time")
    if unit:
        yield UNITS.get(unit) or prose(unit)
    if time:
        yield TIMES[time]
    yield from _ranges(schema)
    if "range" in notes:
        yield "normally " + ", ".join(_ranges(notes["range"]))
    if "inferred" in notes:
        yield "inferred, so only a warning: " + ", ".join(_ranges(notes["inferred"]))
    if "pictures" in notes:
        yield f"for {notes['pictures']['minItems']} to {notes['pictures']['maxItems']} pictures"
    if "sentinel" in notes:
        yield f"{' or '.join(map(str, notes['sentinel']))} reads as None"


def _ranges(source: Mapping[str, Any]) -> list[str]:
    least, most = source.get("minimum"), source.get("maximum")
    rest = source
    found: list[str] = []
    if least is not None and most is not None:
        found.append(f"{least} to {most}")
        rest = {key: value for key, value in source.items() if key not in ("minimum", "maximum")}
    found += [words.format(rest[key]) for key, words in _LIMITS if key in rest]
    return [each.removesuffix("s") if each.endswith(" 1 items") else each for each in found]
