"""A bundle in the client's terms: operations, models and enums, which way they travel, and the pages they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.documents import Document
from generator.generate import describer
from generator.layout import Layout
from generator.python.calls import Describer
from generator.python.classes import constants
from generator.python.members import MemberView
from generator.python.types import LIMITS, Described
from generator.schema_access import (
    body_schema,
    data_schema,
    edition_label,
    edition_of,
    editions,
    enum_values,
    event_schema,
    members,
    operations,
    required,
    result_member,
    webhooks,
)

REQUEST, ANSWER = ("request", "answer")


@dataclass(frozen=True)
class Member:
    """A member of a model, or an argument of a method."""

    name: str
    attribute: str
    place: str
    """`path`, `query`, `body`, or `member` of a model."""
    required: bool
    read: str
    write: str
    schema: Document
    uses: frozenset[str]

    @property
    def notes(self) -> Document:
        """What `x-flighthub` says."""
        found: Document = self.schema.get("x-flighthub", {})
        return found

    @cached_property
    def limits(self) -> dict[str, Any]:
        """The documented limits, those of items as `items.…`."""
        return dict(_limits(self.schema, ""))

    @cached_property
    def inferred(self) -> dict[str, Any]:
        """The inferred limits."""
        return dict(_limits(self.schema, "", inferred=True))


def _limits(schema: Document, prefix: str, inferred: bool = False) -> Iterable[tuple[str, Any]]:
    for part in schema.get("anyOf", []):
        yield from _limits(part, prefix, inferred)
    source = schema.get("x-flighthub", {}).get("inferred", {}) if inferred else schema
    for key in LIMITS:
        if key in source:
            yield prefix + key, source[key]
    if "items" in schema:
        yield from _limits(schema["items"], f"{prefix}items.", inferred)


@dataclass(frozen=True)
class Operation:
    """An operation as its method has it."""

    operation_id: str
    http_method: str
    path: str
    document: Document
    arguments: dict[str, Member]
    at_least_one_of: tuple[str, ...]
    returns: str
    sends_project: bool
    edition: str
    """The name of its edition."""

    edition_label: str
    """The title of the edition where it is not the bundle's own, and where it is available; else empty."""

    @property
    def notes(self) -> Document:
        """What `x-flighthub` says."""
        found: Document = self.document["x-flighthub"]
        return found

    @property
    def method(self) -> str:
        """Where it is in the client, such as `flight_tasks.create`."""
        return f"{self.notes['group']}.{self.notes['method']}"

    @property
    def call(self) -> str:
        """The method as a subject."""
        return f"{self.method}()"

    @property
    def wire(self) -> str:
        """The operation as a subject on the wire."""
        return f"{self.http_method} {self.path}"


@dataclass(frozen=True)
class Enum:
    """An enum: its values by the constants they have."""

    name: str
    schema: Document
    values: dict[str, Any]
    meanings: dict[str, str]

    @property
    def notes(self) -> Document:
        """What `x-flighthub` says."""
        found: Document = self.schema.get("x-flighthub", {})
        return found

    def marked(self, mark: str) -> list[Any]:
        """The values that `x-flighthub` lists under a mark."""
        found: list[Any] = self.notes.get(mark, [])
        return found

    @property
    def accepted(self) -> list[Any]:
        """The values that a request may hold."""
        return [value for value in self.values.values() if value not in self.marked("answer_only")]


def _enum(name: str, schema: Document) -> Enum:
    names = constants(name, schema)
    meanings = dict(zip(names, schema.get("x-enum-descriptions", []), strict=False))
    return Enum(name, schema, dict(zip(names, enum_values(schema), strict=True)), meanings)


@dataclass(frozen=True)
class Model:
    """An object and its members."""

    name: str
    schema: Document
    members: dict[str, Member]

    @property
    def notes(self) -> Document:
        """What `x-flighthub` says."""
        found: Document = self.schema.get("x-flighthub", {})
        return found


@dataclass
class _Travels:
    ways: set[str] = field(default_factory=set)
    operations: list[Operation] = field(default_factory=list)


class Api:
    """What one bundle says."""

    def __init__(self, document: Document, layout: Layout | None = None) -> None:
        self.document = document
        self.schemas: Document = document["components"]["schemas"]
        self._describer: Describer = describer(document, layout or Layout())
        self.operations = {
            each.operation_id: each for each in (self._operation(*found) for found in operations(document))
        }

    @cached_property
    def enums(self) -> dict[str, Enum]:
        """The enums that travel."""
        return {
            name: _enum(name, self.schemas[name]) for name in sorted(self._travels) if enum_values(self.schemas[name])
        }

    @cached_property
    def models(self) -> dict[str, Model]:
        """The objects that travel, as classes of the client."""
        return {
            name: Model(name, self.schemas[name], self.members_of(name))
            for name in sorted(self._travels)
            if not enum_values(self.schemas[name])
        }

    @cached_property
    def bodies(self) -> dict[str, Operation]:
        """The schemas of whole request bodies, which are no classes: their members are arguments."""
        found = {}
        for each in self.operations.values():
            schema = body_schema(each.document)
            if schema is not None and "$ref" in schema:
                found[schema["$ref"].rpartition("/")[2]] = each
        return found

    def ways(self, name: str) -> set[str]:
        """Whether a schema travels in requests, in answers, or both."""
        return self._travels[name].ways if name in self._travels else set()

    def pages(self, name: str) -> tuple[str, ...]:
        """The pages that a schema rests on: its own source, or those of the operations it travels with."""
        source = self.schemas.get(name, {}).get("x-flighthub", {}).get("source")
        if isinstance(source, str):
            return (source,)
        users = self._travels[name].operations if name in self._travels else []
        return tuple(dict.fromkeys(str(each.notes["page"]) for each in users))

    def users(self, name: str) -> set[str]:
        """Where a schema stands: operations, and members of other schemas."""
        return self._places.get(name, set())

    @cached_property
    def _travels(self) -> dict[str, _Travels]:
        found: dict[str, _Travels] = {}
        for each in self.operations.values():
            sides = {
                REQUEST: set().union(*(argument.uses for argument in each.arguments.values())),
                ANSWER: self._answer(each.document)[1],
            }
            for way, names in sides.items():
                for name in sorted(self._closure(names)):
                    travels = found.setdefault(name, _Travels())
                    travels.ways.add(way)
                    if each not in travels.operations:
                        travels.operations.append(each)
        for name in sorted(self._closure({event_schema(event) for _, event in webhooks(self.document)})):
            found.setdefault(name, _Travels()).ways.add(ANSWER)
        return found

    @cached_property
    def _places(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for each in self.operations.values():
            for argument in each.arguments.values():
                for name in argument.uses:
                    found.setdefault(name, set()).add(f"{each.operation_id}({argument.name})")
            for name in self._answer(each.document)[1]:
                found.setdefault(name, set()).add(f"{each.operation_id} -> data")
        for model in self.models.values():
            for member in model.members.values():
                for name in member.uses:
                    found.setdefault(name, set()).add(f".{member.name}")
        return found

    def _closure(self, names: Iterable[str]) -> set[str]:
        found: set[str] = set()
        left = set(names)
        while left:
            found |= left
            left = {below for name in left for below in self._below(name)} - found
        return found

    def _below(self, name: str) -> set[str]:
        if enum_values(self.schemas[name]):
            return set()
        below = set().union(*(each.uses for each in self.members_of(name).values()))
        payloads = self.schemas[name].get("x-flighthub", {}).get("payloads")
        return below | ({payloads["schema"]["$ref"].rpartition("/")[2]} if payloads else set())

    def members_of(self, name: str) -> dict[str, Member]:
        """The members of an object schema."""
        if name not in self._known:
            needed = required(self.document, self.schemas[name])
            self._known[name] = {
                each: self._member(each, schema, "member", each in needed)
                for each, schema in members(self.document, self.schemas[name]).items()
            }
        return self._known[name]

    @cached_property
    def _known(self) -> dict[str, dict[str, Member]]:
        return {}

    def _member(self, name: str, schema: Document, place: str, needed: bool) -> Member:
        view: MemberView = self._describer.member(name, schema, required=needed, answer=place == "member")
        return Member(
            name, view.attribute, place, needed, view.read, view.write, schema, frozenset(view.models | view.enums)
        )

    def _operation(self, path: str, http_method: str, operation: Document) -> Operation:
        arguments: dict[str, Member] = {}
        for parameter in operation.get("parameters", []):
            if "$ref" not in parameter:
                schema = {**parameter["schema"], "description": parameter.get("description", "")}
                notes = {**schema.get("x-flighthub", {}), **parameter.get("x-flighthub", {})}
                schema = {**schema, **({"x-flighthub": notes} if notes else {})}
                # What the client fills in is a keyword that need not be given, wherever it travels.
                filled = "filled_from" in notes
                needed = parameter.get("required", False) and not filled
                place = "query" if filled else parameter["in"]
                arguments[parameter["name"]] = self._member(parameter["name"], schema, place, needed)
        one: tuple[str, ...] = ()
        body = body_schema(operation)
        if body is not None:
            target = self.schemas[body["$ref"].rpartition("/")[2]]
            needed_names = set(target.get("required", []))
            one = tuple(target.get("x-flighthub", {}).get("at_least_one_of", ()))
            for name, schema in members(self.document, target).items():
                arguments[name] = self._member(name, schema, "body", name in needed_names)
        names = {each.get("$ref", "").rpartition("/")[2] for each in operation.get("parameters", [])}
        edition = edition_of(self.document, operation)
        return Operation(
            operation["operationId"],
            http_method.upper(),
            path,
            operation,
            arguments,
            one,
            self._answer(operation)[0],
            bool(names & {"ProjectUuid", "OptionalProjectUuid"}),
            edition,
            "" if edition == self.document["info"]["version"] else edition_label(editions(self.document)[edition]),
        )

    def _answer(self, operation: Document) -> tuple[str, set[str]]:
        """The type of what a method gives, and the schemas that the answer is made of."""
        data = data_schema(self.document, operation)
        if data is None:
            return "None", set()
        whole = self._describer.describe("data", data)
        notes, member = operation["x-flighthub"], result_member(operation)
        shown: Described = whole
        if member is not None:
            shown = self._describer.describe(member, members(self.document, data)[member])
        read = shown.read
        if notes["paging"] != "none":
            read = f"Pager[{read.removeprefix('builtins.list[').removesuffix(']')}]"
        return read, whole.models | whole.enums | shown.models | shown.enums
