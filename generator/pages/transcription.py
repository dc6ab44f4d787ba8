"""The spec in the model of pages: every operation with its parameters, body and answer, and where each part stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from generator import overlays
from generator.bundle import bundle
from generator.documents import Document, load
from generator.layout import Layout
from generator.pages.model import LIMITS, OBJECT, Member, Place, Value
from generator.schema_access import operations

_DEEPEST: Final = 40
_ENTRY: Final = re.compile(r"^([A-Za-z][A-Za-z0-9]*):", re.MULTILINE)
"""An entry of a file of schemas; reading the file for its names alone would take a hundred times longer."""
_OURS: Final = {"password", "time-zone", "int32", "int64", "float", "double"}
"""Formats that are notes of the transcription, or say nothing that a page would."""

TRUSTED_LESS: Final = ("observed", "inferred")


@dataclass(slots=True)
class Operation:
    """An operation of the spec."""

    operation_id: str
    method: str
    path: str
    page: str
    edition: str
    status: str
    dated: str
    folders: tuple[str, ...]
    place: Place
    path_place: Place
    parameters: dict[tuple[str, str], Member] = field(default_factory=dict)
    body: Value | None = None
    answer: Value | None = None
    sends_project: bool = False

    @property
    def data(self) -> Value | None:
        """What the member `data` of the answer is."""
        found = (self.answer.members or {}).get("data") if self.answer else None
        return found.value if found else None


class Article(NamedTuple):
    """A page that describes no operation."""

    page: str
    folders: tuple[str, ...]
    edition: str


class Transcription:
    """What the spec says of all operations, with the overlays or without them."""

    def __init__(self, layout: Layout, document: Document | None = None) -> None:
        """
        Args:
            layout: The checkout.
            document: The bundle; without it, the one that has no overlays applied.
        """
        self.layout = layout
        if document is None:
            source = Layout(layout.root)
            source.overlays = layout.root / "overrides" / "overlays" / "none"
            document = bundle(source)
        self.document = document
        self.schemas: Mapping[str, Document] = self.document["components"]["schemas"]
        self.files = SpecFiles(layout.spec)
        self._inside: list[str] = []

    @cached_property
    def corrected(self) -> Transcription:
        """The same with the overlays."""
        document = deepcopy(self.document)
        overlays.apply(document, self.layout.overlays)
        return Transcription(self.layout, document)

    @cached_property
    def operations(self) -> dict[str, Operation]:
        """Every operation by its id, in the order of the table of contents."""
        found = {}
        places = self.files.operations
        described = {(path, method): operation for path, method, operation in operations(self.document)}
        for path, method, place, path_place in places:
            operation = self._operation(path, method, described[path, method], place, path_place)
            found[operation.operation_id] = operation
        return found

    def _operation(self, path: str, method: str, described: Document, place: Place, path_place: Place) -> Operation:
        notes = described.get("x-flighthub", {})
        made = Operation(
            operation_id=described["operationId"],
            method=method.upper(),
            path=path,
            page=str(notes.get("page", "")),
            edition=str(notes.get("edition", "V1.0")),
            status=str(notes.get("status", "developing")),
            dated=str((notes.get("source") or {}).get("dated", "")),
            folders=tuple(described.get("tags", ())),
            place=place,
            path_place=path_place,
        )
        written = self.files.at(place).get("parameters", [])
        for number, parameter in enumerate(described.get("parameters", [])):
            at = place.inside("parameters", number)
            if "$ref" in parameter:
                name = str(parameter["$ref"]).rpartition("/")[2]
                at = Place("openapi.yaml", ("components", "parameters", name))
                parameter = self.document["components"]["parameters"][name]
            elif number >= len(written):
                at = place
            trust = (parameter.get("x-flighthub") or {}).get("confidence")
            value = self.value(parameter.get("schema", {}), at.inside("schema"))
            if trust in TRUSTED_LESS:
                value.trust = trust
            value.example = parameter.get("example")
            made.parameters[parameter["in"], parameter["name"]] = Member(
                parameter["name"], value, bool(parameter.get("required", False))
            )
        made.sends_project = ("header", "X-Project-Uuid") in made.parameters
        body = described.get("requestBody")
        if body is not None:
            at = place.inside("requestBody", "content", "application/json", "schema")
            made.body = self.value(body["content"]["application/json"]["schema"], at)
        at = place.inside("responses", "200", "content", "application/json", "schema")
        answer = described["responses"]["200"]["content"]["application/json"]["schema"]
        made.answer = self.value(answer, at)
        return made

    def value(self, schema: Document, place: Place | None, depth: int = 0) -> Value:
        """A schema as a value."""
        made = Value(place=place)
        if depth > _DEEPEST:
            return made
        self._add(made, schema, place, depth)
        return made

    def _add(self, made: Value, schema: Document, place: Place | None, depth: int) -> None:
        if "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            made.schema = name
            if name in self._inside:
                # A tree: what it holds is said above already.
                made.types = frozenset({OBJECT})
            else:
                self._inside.append(name)
                self._add(made, self.schemas[name], self.files.schemas.get(name), depth)
                self._inside.pop()
                made.schema = name
        types = schema.get("type", [])
        given = frozenset(types if isinstance(types, list) else [types])
        if given - {"null"}:
            made.types = given - {"null"}
        if "null" in given:
            made.nullable = True
        notes = schema.get("x-flighthub") or {}
        trust = notes.get("confidence")
        if trust in TRUSTED_LESS:
            made.trust = trust
        elif trust is not None:
            made.trust = None
        if "format" in schema:
            made.format = schema["format"]
        made.limits |= {name: schema[name] for name in LIMITS if name in schema}
        if "default" in schema:
            made.default = schema["default"]
        if schema.get("examples"):
            made.example = schema["examples"][0]
        self._add_enum(made, schema, notes, place)
        if "items" in schema:
            made.items = self.value(schema["items"], _inside(place, "items"), depth + 1)
        elif "prefixItems" in schema:
            parts = [self.value(each, None, depth + 1) for each in schema["prefixItems"]]
            made.items = Value(types=frozenset().union(*(each.types for each in parts)))
        if isinstance(schema.get("additionalProperties"), dict) or schema.get("additionalProperties") is True:
            made.open_map = True
        self._add_members(made, schema, place, depth)
        for number, part in enumerate(schema.get("allOf", [])):
            if "if" not in part:
                self._add(made, part, _inside(place, "allOf", number), depth + 1)
        if not {"required"} >= set().union(*schema.get("anyOf", [{"required": 0}])):
            for number, part in enumerate(schema["anyOf"]):
                if part == {"type": "null"}:
                    made.nullable = True
                else:
                    self._add(made, part, _inside(place, "anyOf", number), depth + 1)
        chosen = notes.get("selected_by")
        if chosen:
            made.variants = tuple(self.value(each, None, depth + 1) for each in _distinct(chosen["schemas"]))
            made.types = made.types.union({OBJECT}, *(each.types for each in made.variants))

    def _add_enum(self, made: Value, schema: Document, notes: Document, place: Place | None) -> None:
        values = schema.get("enum")
        if values is None and "const" in schema:
            values = [schema["const"]]
        if values is None and "codes" in notes:
            values = [*notes["codes"], *notes.get("words", ())]
            names = schema.get("x-enum-varnames", ())
            made.names = dict(zip(notes["codes"], names, strict=False))
        elif values is not None:
            made.names = dict(zip(values, schema.get("x-enum-varnames", ()), strict=False))
        if values is not None:
            made.enum = tuple(values)
            made.enum_place = place
            doubtful = notes.get("inferred", ())
            made.inferred = frozenset(doubtful if isinstance(doubtful, list) else ())

    def _add_members(self, made: Value, schema: Document, place: Place | None, depth: int) -> None:
        if "properties" not in schema:
            return
        if made.members is None:
            made.members = {}
        needed = set(schema.get("required", ()))
        for name, member in schema["properties"].items():
            notes = member.get("x-flighthub") or {}
            value = self.value(member, _inside(place, "properties", name), depth + 1)
            value.place = _inside(place, "properties", name)
            made.members[name] = Member(
                name, value, name in needed, tuple(notes.get("aliases", ())), bool(notes.get("only_when"))
            )
        for name in needed - set(schema["properties"]):
            if name in made.members:
                made.members[name].required = True

    @cached_property
    def enums(self) -> dict[str, Value]:
        """Every enum with a name of its own."""
        found = {}
        for name in self.schemas:
            value = self.value({"$ref": f"#/components/schemas/{name}"}, self.files.schemas.get(name))
            if value.enum is not None and value.members is None:
                found[name] = value
        return found

    @cached_property
    def articles(self) -> list[Article]:
        """The pages of the documentation that describe no operation."""
        return [
            Article(str(each["page"]), tuple(each.get("folders", ())), str(each.get("edition", "V1.0")))
            for each in self.files.document("articles.yaml")["articles"]
        ]

    @cached_property
    def folders(self) -> dict[str, str]:
        """The folders of the index that stand in another one, with that."""
        return dict(self.files.document("articles.yaml").get("folders", {}))

    @cached_property
    def codes(self) -> set[int]:
        """The business codes of the spec."""
        return {each["code"] for each in self.document.get("x-flighthub", {}).get("errors", [])}


def _inside(place: Place | None, *keys: str | int) -> Place | None:
    return None if place is None else place.inside(*keys)


def _distinct(schemas: Mapping[Any, Document]) -> Iterator[Document]:
    seen = set()
    for each in schemas.values():
        if str(each) not in seen:
            seen.add(str(each))
            yield each


class SpecFiles:
    """The files of the spec: what stands where, down to the line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._nodes: dict[str, yaml.Node | None] = {}
        self._documents: dict[str, Any] = {}

    def document(self, file: str) -> Any:
        """What a file holds."""
        if file not in self._documents:
            self._documents[file] = load(self.folder / file, self.folder)
        return self._documents[file]

    def node(self, file: str) -> yaml.Node | None:
        """A file as nodes, which know their lines."""
        if file not in self._nodes:
            text = (self.folder / file).read_text(encoding="utf-8")
            loader = yaml.CSafeLoader(text)
            try:
                self._nodes[file] = loader.get_single_node()
            finally:
                loader.dispose()
        return self._nodes[file]

    def at(self, place: Place) -> Any:
        """What stands at a place; an empty mapping where nothing does."""
        found = self.document(place.file)
        for key in place.path:
            try:
                found = found[key]
            except (KeyError, IndexError, TypeError):
                return {}
        return found

    def nodes(self, place: Place) -> tuple[yaml.Node | None, yaml.Node | None, bool]:
        """The key and the value at a place, and whether it is there; otherwise those of the nearest part around it."""
        node, key = self.node(place.file), None
        for step in place.path:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
                if found is None:
                    return key, node, False
                key, node = found
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = node.value[step], node.value[step]
            else:
                return key, node, False
        return key, node, True

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest part around it."""
        key, node, _ = self.nodes(place)
        found = key or node
        return 1 if found is None or found.start_mark is None else found.start_mark.line + 1

    @cached_property
    def schemas(self) -> dict[str, Place]:
        """Where each schema is described."""
        return {
            name: Place(file, (name,))
            for folder in ("schemas", "devices")
            for file in sorted(f"{folder}/{each.name}" for each in (self.folder / folder).glob("*.yaml"))
            for name in _ENTRY.findall((self.folder / file).read_text(encoding="utf-8"))
        }

    @cached_property
    def operations(self) -> list[tuple[str, str, Place, Place]]:
        """Path, method, place of the operation and of its path, in the order of the table of contents."""
        found = []
        for path, item in self.document("openapi.yaml")["paths"].items():
            file, _, name = str(item["$ref"]).partition("#/")
            for method, operation in self.document(file)[name].items():
                if isinstance(operation, dict) and "operationId" in operation:
                    here = Place(file, (name, method))
                    found.append((path, method, here, Place("openapi.yaml", ("paths", path))))
        return found
