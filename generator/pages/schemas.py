"""A value as the schema that would stand in the spec for it."""

from __future__ import annotations

import re
from typing import Any, Final

from generator.documents import Document, dump
from generator.pages.model import ARRAY, INTEGER, OBJECT, STRING, Value
from generator.rules.drafts import WORDS

_FORMATS: Final = {STRING: {"uuid", "date-time"}, INTEGER: {"int32", "int64"}, "number": {"float", "double"}}
_SECRET: Final = re.compile(
    r"(^|_)(password|secret|token|access_key_id|access_key_secret|secret_access_key|callback_param)$|^(url|.*_url)$"
)
_TIME: Final = re.compile(r"(_at|_ts|_time|timestamp)$")


class Schemas:
    """Makes schemas of values. Objects and enums get a name and are gathered in `named`.

    Args:
        taken: Names that are in use.
    """

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)
        self.named: dict[str, Document] = {}

    def name(self, wanted: str) -> str:
        """A name that is free."""
        found, number = wanted, 2
        while found in self._taken:
            found, number = f"{wanted}{number}", number + 1
        self._taken.add(found)
        return found

    def member(self, name: str, value: Value, owner: str) -> Document:
        """The schema of a member, which has a description of its own."""
        made = self.value(value, owner + camel(name), name)
        if "$ref" in made or "anyOf" in made or "description" not in made:
            made["description"] = WORDS
        return made

    def value(self, value: Value, wanted: str, member: str = "") -> Document:
        """The schema of a value; a reference where it has a name."""
        kind = next(iter(sorted(value.types)), None)
        if value.variants and value.members is None:
            # What decides between them, a person has to say: a selected_by needs the sibling.
            return {"type": OBJECT, "description": WORDS}
        if value.members:
            made = self._reference(wanted, self._object(value, wanted))
        elif value.enum and kind in (None, STRING, INTEGER):
            made = self._reference(wanted, self._enum(value, kind or STRING))
        elif kind == ARRAY or value.items is not None:
            items = value.items or Value(types=frozenset({STRING}))
            inner = self.value(items, singular(wanted), "")
            made = {"type": ARRAY, "items": inner, **_limits(value, "Items")}
        else:
            made = self._scalar(value, kind, member)
        if value.nullable and "$ref" in made:
            return {"anyOf": [made, {"type": "null"}]}
        if value.nullable and "type" in made:
            made["type"] = [made["type"], "null"]
        return made

    def _reference(self, wanted: str, schema: Document) -> Document:
        name = self.name(wanted)
        self.named[name] = schema
        return {"$ref": f"#/{name}"}

    def _object(self, value: Value, wanted: str) -> Document:
        made: Document = {"type": OBJECT, "description": WORDS}
        needed = [name for name, member in (value.members or {}).items() if member.required]
        if needed:
            made["required"] = needed
        made["properties"] = {
            name: self.member(name, member.value, wanted) for name, member in (value.members or {}).items()
        }
        return made

    def _enum(self, value: Value, kind: str) -> Document:
        values = list(value.enum or ())
        made: Document = {"type": kind, "description": WORDS, "enum": values}
        if kind == INTEGER or value.names:
            made["x-enum-varnames"] = [value.names.get(each) or f"Value{each}" for each in values]
        made["x-enum-descriptions"] = [WORDS for _ in values]
        return made

    def _scalar(self, value: Value, kind: str | None, member: str) -> Document:
        made: Document = {"type": kind or STRING}
        if _SECRET.search(member) and kind in (None, STRING):
            made["format"] = "password"
        elif value.format in _FORMATS.get(kind or STRING, ()):
            made["format"] = value.format
        made["description"] = WORDS
        if value.default is not None and kind != OBJECT:
            made["default"] = value.default
        made |= _limits(value, "Length") if kind == STRING else _limits(value, "imum") if kind != OBJECT else {}
        if kind == INTEGER and _TIME.search(member):
            made["x-flighthub"] = {"time": "auto"}
        return made


def _limits(value: Value, ending: str) -> dict[str, float]:
    return {name: limit for name, limit in value.limits.items() if name.lower().endswith(ending.lower())}


def camel(text: str) -> str:
    """A name in the spelling of schemas: `created_time` is `CreatedTime`."""
    return "".join(each[:1].upper() + each[1:] for each in re.split(r"[^A-Za-z0-9]+", text) if each)


def singular(text: str) -> str:
    """The name of an item of a list."""
    for plural, one in (("ies", "y"), ("List", "Item"), ("ses", "s"), ("s", "")):
        if text.endswith(plural) and len(text) > len(plural) + 2 and not text.endswith("ss"):
            return text.removesuffix(plural) + one
    return f"{text}Item"


def yaml_of(value: Any) -> str:
    """A piece of YAML for a person to read."""
    return dump(value).rstrip("\n")


def member_yaml(name: str, value: Value, owner: str = "") -> str:
    """What would stand for a new member: the member, and the schemas with a name that it needs."""
    schemas = Schemas(set())
    made = schemas.member(name, value, owner)
    return yaml_of({name: made, **schemas.named})
