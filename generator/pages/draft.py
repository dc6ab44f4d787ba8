"""Drafts into `spec/` what a page has and the spec has not: operations, parameters, members, values.

Everything but words: those are the maintainer's, and the lint finds `describe in your own words` until they are there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from generator.documents import Document
from generator.pages.compare import Comparison
from generator.pages.differences import DIFFERENT, Difference, Draft
from generator.pages.editing import Editor
from generator.pages.model import Member, Page, Place, Value
from generator.pages.schemas import Schemas, camel, yaml_of
from generator.pages.transcription import Operation, Transcription
from generator.rules.drafts import WORDS
from generator.schema_access import editions

_VERBS: Final = {"get": "get", "post": "create", "put": "update", "patch": "update", "delete": "delete"}
_ID: Final = "f2d4c6b8-90ab-4cde-8f01-23456789abcd"
_SAFE_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\[\]-]{0,100}")


def write(comparisons: Sequence[Comparison], spec: Transcription) -> Iterator[str]:
    """Drafts what is new, and says for each what was done."""
    writer = _Writer(spec)
    for each in comparisons:
        for found in each.found:
            if found.kind == DIFFERENT and found.draft is not None:
                yield writer.write(each, found, found.draft)


def operation_yaml(page: Page, spec: Transcription) -> str:
    """What would stand in the spec for an operation that is new: its path, and the schemas that it needs."""
    method = str(page.method).lower()
    if method not in _VERBS:
        return f"{page.path}: …"
    writer = _Writer(spec)
    folder, like, area = writer.home(page)
    schemas = Schemas(set(spec.schemas))
    date = page.modified or datetime.now(UTC).date().isoformat()
    made = writer.content(page, date, writer.operation_id(page), area, like, folder, schemas)
    return yaml_of({str(page.path): {method: made}, **schemas.named})


class _Writer:
    """Writes drafts, each name of a schema once."""

    def __init__(self, spec: Transcription) -> None:
        self._spec = spec
        self._editor = Editor(spec.layout.spec)
        self._taken = set(spec.schemas)
        self._done: set[tuple[Any, ...]] = set()

    def write(self, comparison: Comparison, found: Difference, draft: Draft) -> str:
        """Writes one draft, and says what was done."""
        place = found.place
        mark = (place, draft.kind, str(draft.name))
        if mark in self._done:
            return f"{found}: drafted once"
        self._done.add(mark)
        date = comparison.page.modified or datetime.now(UTC).date().isoformat()
        if draft.kind == "operation":
            return self._operation(comparison.page, date)
        if place is None or not _SAFE_NAME.fullmatch(str(draft.name)):
            return f"{found}: write it by hand"
        source = f"{_one_line(comparison.page.title)}, {date}"
        if draft.kind == "member":
            wrote = self._member(place, str(draft.name), draft.content, source, required=draft.required)
        elif draft.kind == "value":
            wrote = self._value(place, draft.name, draft.content)
        else:
            where, member = draft.content
            operation = comparison.operation
            wrote = where != "header" and operation is not None and self._parameter(operation, place, where, member)
        return f"{found}: {'drafted into' if wrote else 'write it by hand, in'} spec/{place.file}"

    def _schemas(self) -> Schemas:
        return Schemas(self._taken)

    def _keep(self, file: str, schemas: Schemas) -> None:
        self._taken |= set(schemas.named)
        for name, schema in schemas.named.items():
            self._editor.append(file, {name: schema})

    def _member(self, place: Place, name: str, value: Value, source: str, *, required: bool) -> bool:
        owner = next((str(step) for step in reversed(place.path[:-1]) if step in self._taken), "")
        schemas = self._schemas()
        made = schemas.member(name, value, owner)
        made["x-flighthub"] = {**made.get("x-flighthub", {}), "confidence": "documented"}
        if not self._editor.add_member(place, name, made, f"Drafted from {source}"):
            return False
        if required:
            self._require(Place(place.file, place.path[:-1]), name)
        self._keep(place.file, schemas)
        return True

    def _require(self, place: Place, name: str) -> None:
        if not self._editor.add_item(place.inside("required"), name):
            self._editor.add_member(place, "required", [name])

    def _value(self, place: Place, value: Any, name: str | None) -> bool:
        schema = self._editor.at(place)
        if "enum" not in schema or isinstance(value, str) is not (schema.get("type") == "string"):
            return False
        self._editor.add_item(place.inside("enum"), value)
        if "x-enum-varnames" in schema:
            known = name and re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name)
            self._editor.add_item(place.inside("x-enum-varnames"), name if known else f"Value{camel(str(value))}")
        if "x-enum-descriptions" in schema:
            self._editor.add_item(place.inside("x-enum-descriptions"), WORDS)
        return True

    def _parameter(self, operation: Operation, place: Place, where: str, member: Member) -> bool:
        schemas = self._schemas()
        area = place.file.rpartition("/")[2]
        made = self._parameter_of(where, member, schemas, area, camel(operation.operation_id))
        owner = Place(place.file, place.path[:-1])
        if not (self._editor.add_item(place, made) or self._editor.add_member(owner, "parameters", [made])):
            return False
        self._keep(f"schemas/{area}", schemas)
        return True

    def _parameter_of(self, where: str, member: Member, schemas: Schemas, area: str, owner: str) -> Document:
        schema = _relocated(schemas.value(member.value, f"{owner}{camel(member.name)}", member.name), area)
        schema.pop("description", None)
        made: Document = {"name": member.name, "in": where, "required": bool(member.required) or where == "path"}
        made["description"] = WORDS
        if made["required"]:
            example = member.value.example
            fits = isinstance(example, (str, int)) and "{{" not in str(example)
            made["example"] = example if fits else _example_of(member.value)
        if schema.get("type") == "array" and where == "query":
            made |= {"style": "form", "explode": member.name.endswith("[]")}
        made["schema"] = schema
        return made

    # Operations

    def _operation(self, page: Page, date: str) -> str:
        method, path = str(page.method).lower(), str(page.path)
        if ".." in path or not re.fullmatch(r"(/[A-Za-z0-9_.~{}-]+)+", path) or method not in _VERBS:
            return f"{page.method} {page.path}: write it by hand"
        folder, like, area = self.home(page)
        name = self.operation_id(page)
        schemas = self._schemas()
        made = self.content(page, date, name, area, like, folder, schemas)
        known = next((each for each in self._spec.operations.values() if each.path == path), None)
        if known is not None:
            place = Place(known.place.file, known.place.path[:1])
            self._editor.add_member(place, method, made)
        else:
            place = Place(f"paths/{area}", (self._key(path, area),))
            self._editor.append(place.file, {str(place.path[0]): {method: made}})
            self._editor.add_member(Place("openapi.yaml", ("paths",)), path, {"$ref": f"{place.file}#/{place.path[0]}"})
        if like is None and folder:
            self._editor.add_item(Place("openapi.yaml", ("tags",)), {"name": folder, "description": WORDS})
        self._keep(f"schemas/{area}", schemas)
        for side in ("request", "answer"):
            if side == "answer" or "requestBody" in made:
                self._example(page, name, side)
        return f"{page.title}: drafted into spec/{place.file} as {name}, with its examples"

    def home(self, page: Page) -> tuple[str, Operation | None, str]:
        """The folder of a page, an operation of it, and the file of their area."""
        folder = page.folders[-1] if page.folders else ""
        like = next((each for each in self._spec.operations.values() if folder in each.folders), None)
        return folder, like, like.place.file.rpartition("/")[2] if like else f"{_snake(folder) or 'new'}.yaml"

    def content(
        self, page: Page, date: str, name: str, area: str, like: Operation | None, folder: str, schemas: Schemas
    ) -> Document:
        """The operation, without its path."""
        method = str(page.method).lower()
        headers = {each.lower() for where, each in page.parameters if where == "header"}
        headers |= {each.name.lower() for each in page.flat.get("header", ())}
        scope = "project" if "x-project-uuid" in headers else "organization"
        effect = {"get": "read", "delete": "dangerous"}.get(method, "write")
        retry = "rejected-only" if method in ("post", "patch") else "safe"
        group: str = self._spec.files.at(like.place)["x-flighthub"]["group"] if like else _snake(folder) or "new"
        data = (page.answer.members or {}).get("data") if page.answer else None
        notes: Document = {
            "page": page.title,
            "source": {"reference": "documentation page", "dated": date},
            "confidence": "documented",
            "scope": scope,
            "effect": effect,
            "retry": retry,
        }
        own, *others = editions(self._spec.document).items()
        for edition, declared in others:
            prefix = str(declared.get("path_prefix", ""))
            if prefix != own[1].get("path_prefix") and str(page.path).startswith(prefix):
                notes["edition"] = edition
        if retry != "safe":
            notes["next_step"] = WORDS
        inner = data.value if data is not None and data.value.members else None
        result = "none" if inner is None else "list" if "list" in (inner.members or {}) else "data"
        notes |= {"group": group, "method": self._method(name, group), "result": result, "paging": "none"}
        made: Document = {
            "operationId": name,
            "tags": [folder or "New"],
            "summary": WORDS,
            "description": WORDS,
            "x-flighthub": notes,
        }
        parameters = [
            self._parameter_of(where, member, schemas, area, camel(name))
            for (where, _), member in page.parameters.items()
            if where in ("path", "query")
        ]
        if parameters:
            made["parameters"] = parameters
        if page.body is not None and page.body.members:
            schema = _relocated(schemas.value(page.body, f"{camel(name)}Request"), area)
            made["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
        answer: Document = {"$ref": "../schemas/envelope.yaml#/Envelope"}
        if inner is not None:
            described = _relocated(schemas.value(inner, f"{camel(name)}Answer"), area)
            answer = {"allOf": [answer, {"type": "object", "properties": {"data": described}}]}
        made["responses"] = {
            "200": {"description": WORDS, "content": {"application/json": {"schema": answer}}},
            "default": {"$ref": "../openapi.yaml#/components/responses/Error"},
        }
        return made

    def operation_id(self, page: Page) -> str:
        """An id that is free, made of the title or the path."""
        words = re.findall(r"[A-Za-z0-9]+", page.title)[:8]
        if not words or not words[0][0].isalpha():
            steps = [each for each in re.findall(r"[A-Za-z]+", str(page.path)) if each not in ("openapi", "v")]
            words = [_VERBS[str(page.method).lower()], *steps[-2:]]
        name = words[0].lower() + "".join(each[:1].upper() + each[1:] for each in words[1:])
        found, number = str(name), 2
        while found in self._spec.operations:
            found, number = f"{name}{number}", number + 1
        return found

    def _method(self, name: str, group: str) -> str:
        taken = {
            notes["method"]
            for each in self._spec.operations.values()
            if (notes := self._spec.files.at(each.place)["x-flighthub"])["group"] == group
        }
        first = re.match(r"[a-z]+", name)
        short: str = first[0] if first else name
        return short if short not in taken else _snake(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name))

    def _key(self, path: str, area: str) -> str:
        steps = [each for each in path.strip("/").split("/") if "{" not in each]
        name = found = _snake(steps[-1]) or "path"
        file = f"paths/{area}"
        taken = set(self._editor.at(Place(file, ()))) if (self._spec.layout.spec / file).exists() else set()
        number = 2
        while found in taken:
            found, number = f"{name}_{number}", number + 1
        return found

    def _example(self, page: Page, name: str, side: str) -> None:
        found = page.examples.get(side)
        example = found[0] if found else {"code": 0, "message": ""} if side == "answer" else {}
        file = self._spec.layout.spec / "examples" / f"{name}.{side}.json"
        file.write_text(json.dumps(example, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _relocated(schema: Any, area: str) -> Any:
    """A schema with references that hold from the folder `paths/`."""
    if isinstance(schema, list):
        return [_relocated(each, area) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: f"../schemas/{area}{value}" if name == "$ref" and value.startswith("#/") else _relocated(value, area)
        for name, value in schema.items()
    }


def _example_of(value: Value) -> Any:
    if value.enum:
        return value.enum[0]
    if "integer" in value.types or "number" in value.types:
        return 1
    if "boolean" in value.types:
        return True
    return _ID if value.format == "uuid" else "EXAMPLE"


def _snake(text: str) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", text.lower()))


def _one_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())[:100]
