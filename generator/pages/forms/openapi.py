"""An OpenAPI document in Apifox's dialect: of one page (in its Markdown) or of all (the export), 3.0 or 3.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.documents import SpecError
from generator.pages.forms.prose import day, named_values
from generator.pages.model import ARRAY, LIMITS, OBJECT, TYPES, Member, NamedValues, Page, Scalar, Value
from generator.schema_access import METHODS, pointer

_DEEPEST: Final = 40
_MOST_VALUES: Final = 20_000
"""How many schemas a document may come to once its references are followed."""

_MOST_PARAMETERS: Final = 300
_MOST_OPERATIONS: Final = 2_000


class _TooMuch(SpecError):
    """A document that comes to more than any page does."""


def is_openapi(document: Any) -> bool:
    """Whether a document is one of OpenAPI."""
    return isinstance(document, dict) and "openapi" in document and isinstance(document.get("paths"), dict)


def pages(document: Mapping[str, Any], source: str, form: str, title: str = "") -> Iterator[Page]:
    """The pages of a document, one per operation.

    Args:
        document: The document, as read.
        source: The file.
        form: `markdown` or `export`.
        title: The page's heading, where there is one operation alone.
    """
    left = _MOST_OPERATIONS
    for path, item in _items(document["paths"]):
        for method, operation in _items(item):
            if method in METHODS and isinstance(operation, dict):
                left -= 1
                if left < 0:
                    raise _TooMuch(f"{source}: has more than {_MOST_OPERATIONS} operations")
                yield _Reader(document, source).page(form, title, str(path), method, item, operation)


class _Reader:
    """Reads one operation."""

    def __init__(self, document: Mapping[str, Any], source: str) -> None:
        self._document = document
        self._source = source
        self._left = _MOST_VALUES
        self._prose: list[NamedValues] = []
        self._inside: list[str] = []

    def page(
        self, form: str, title: str, path: str, method: str, item: Mapping[str, Any], operation: Mapping[str, Any]
    ) -> Page:
        made = Page(self._source, form, method=method.upper(), path=path)
        made.document = dict(operation)
        made.title = _text(operation.get("summary")) or title
        folder = _text(operation.get("x-apifox-folder"))
        tags = [_text(each) for each in _list(operation.get("tags")) if _text(each)]
        if folder:
            made.folders = tuple(each.strip() for each in folder.split("/") if each.strip())
        elif tags:
            made.folders = tuple(part.strip() for part in tags[0].split("/") if part.strip())
        made.status = _text(operation.get("x-apifox-status")) or None
        if operation.get("deprecated") is True:
            made.status = "deprecated"
        made.modified = day(operation.get("x-apifox-updated-at")) or day(operation.get("x-apifox-modified-at"))
        made.values = named_values(_text(operation.get("description")))
        made.shows = {"header", "query", "path", "body", "answer"}
        for parameter in [*_list(item.get("parameters")), *_list(operation.get("parameters"))][:_MOST_PARAMETERS]:
            self._parameter(made, self._resolved(parameter))
        body = self._resolved(operation.get("requestBody"))
        content = self._content(body)
        if content is not None:
            made.body = self.value(content.get("schema"))
            made.examples["request"] = list(self._examples(content))
        for status, answer in _items(operation.get("responses")):
            if str(status) in ("200", "201", "2XX", "0") and made.answer is None:
                content = self._content(self._resolved(answer))
                if content is not None:
                    made.answer = self.value(content.get("schema"))
                    made.examples["answer"] = list(self._examples(content))
        made.values += self._prose
        return made

    def _parameter(self, made: Page, parameter: Mapping[str, Any]) -> None:
        name, where = _text(parameter.get("name")), _text(parameter.get("in"))
        if not name or where not in ("path", "query", "header"):
            return
        value = self.value(parameter.get("schema"))
        if parameter.get("example") not in (None, ""):
            value.example = parameter["example"]
        required = parameter.get("required")
        made.parameters[where, name] = Member(name, value, required if isinstance(required, bool) else False)
        self._read_prose(name, parameter)

    def _read_prose(self, name: str, described: Mapping[str, Any]) -> None:
        """Lists of values stand in descriptions of members and parameters, too."""
        for each in named_values(_text(described.get("description"))):
            self._prose.append(NamedValues(name, each.values))

    def _content(self, body: Mapping[str, Any]) -> Mapping[str, Any] | None:
        contents = _items(body.get("content"))
        for kind, content in contents:
            if "json" in str(kind) and isinstance(content, dict):
                return content
        return None

    def _examples(self, content: Mapping[str, Any]) -> Iterator[Any]:
        if "example" in content:
            yield content["example"]
        for _, each in _items(content.get("examples")):
            if isinstance(each, dict) and "value" in each:
                yield each["value"]

    def _resolved(self, node: Any, depth: int = 0) -> Mapping[str, Any]:
        if not isinstance(node, dict):
            return {}
        reference = node.get("$ref")
        if not isinstance(reference, str) or depth > _DEEPEST:
            return node
        if not reference.startswith("#/"):
            return {}
        found: Any = self._document
        for part in pointer(reference):
            found = found.get(part) if isinstance(found, dict) else None
        return self._resolved(found, depth + 1)

    def value(self, schema: Any, depth: int = 0) -> Value:
        """A schema as a value; what is nested too deeply is left open."""
        made = Value()
        if depth > _DEEPEST or not isinstance(schema, dict):
            return made
        self._add(made, schema, depth)
        if not made.types:
            if made.members:
                made.types = frozenset({OBJECT})
            elif made.items is not None:
                made.types = frozenset({ARRAY})
        return made

    def _add(self, made: Value, schema: Mapping[str, Any], depth: int) -> None:
        self._left -= 1
        if self._left < 0:
            raise _TooMuch(f"{self._source}: its schemas come to more than {_MOST_VALUES}")
        if depth > _DEEPEST:
            return
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference in self._inside:
            made.types = made.types or frozenset({OBJECT})
        elif isinstance(reference, str):
            self._inside.append(reference)
            self._add(made, self._resolved(schema), depth + 1)
            self._inside.pop()
        types = schema.get("type")
        given = {str(each) for each in (types if isinstance(types, list) else [types])}
        made.types |= given & TYPES
        if "null" in given or schema.get("nullable") is True:
            made.nullable = True
        if _text(schema.get("format")):
            made.format = schema["format"]
        for name in LIMITS:
            limit = schema.get(name)
            if isinstance(limit, (int, float)) and not isinstance(limit, bool):
                made.limits[name] = limit
        for strict, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if schema.get(strict) is True and plain in made.limits:
                made.limits[strict] = made.limits.pop(plain)
        if schema.get("default") not in (None, ""):
            made.default = schema["default"]
        for example in (schema.get("example"), *_list(schema.get("examples"))[:1]):
            if example not in (None, ""):
                made.example = example
        self._add_enum(made, schema)
        if isinstance(schema.get("items"), dict):
            made.items = self.value(schema["items"], depth + 1)
        properties = schema.get("properties")
        if isinstance(properties, dict) and properties:
            needed = {each for each in _list(schema.get("required")) if isinstance(each, str)}
            ignored = {each for each in _list(schema.get("x-apifox-ignore-properties")) if isinstance(each, str)}
            made.members = made.members or {}
            for name, member in properties.items():
                if str(name) not in ignored:
                    self._read_prose(str(name), member if isinstance(member, dict) else {})
                    made.members[str(name)] = Member(str(name), self.value(member, depth + 1), str(name) in needed)
        elif made.members:
            for name in _list(schema.get("required")):
                if name in made.members:
                    made.members[name].required = True
        for part in _list(schema.get("allOf")):
            if isinstance(part, dict):
                self._add(made, part, depth + 1)
        for kind in ("oneOf", "anyOf"):
            parts = [each for each in _list(schema.get(kind)) if isinstance(each, dict)]
            others = [each for each in parts if each.get("type") != "null"]
            if len(others) < len(parts):
                made.nullable = True
            if len(others) == 1:
                self._add(made, others[0], depth + 1)
            elif others:
                made.variants = tuple(self.value(each, depth + 1) for each in others)

    def _add_enum(self, made: Value, schema: Mapping[str, Any]) -> None:
        values = [each for each in _list(schema.get("enum")) if isinstance(each, (str, int, float, bool))]
        described = [each for each in _list(schema.get("x-apifox-enum")) if isinstance(each, dict)]
        if not values:
            values = [each["value"] for each in described if isinstance(each.get("value"), (str, int, float, bool))]
        if "const" in schema and isinstance(schema["const"], (str, int, float, bool)):
            values = [schema["const"]]
        if values:
            made.enum = tuple(dict.fromkeys(values))
        for each in described:
            if isinstance(each.get("value"), (str, int, float, bool)) and _text(each.get("name")):
                made.names[each["value"]] = each["name"]
        older = schema.get("x-apifox")
        if isinstance(older, dict) and isinstance(older.get("enumDescriptions"), dict):
            known: dict[str, Scalar] = {str(each): each for each in values}
            for value, name in older["enumDescriptions"].items():
                if _text(name) and str(value) in known:
                    made.names.setdefault(known[str(value)], name)
        names = _list(schema.get("x-enum-varnames"))
        if names and len(names) == len(values):
            made.names |= {value: str(name) for value, name in zip(values, names, strict=True)}


def _items(node: Any) -> list[tuple[Any, Any]]:
    return list(node.items()) if isinstance(node, dict) else []


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


def _text(node: Any) -> str:
    return node if isinstance(node, str) else ""
