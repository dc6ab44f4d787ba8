"""Members of objects and arguments of calls."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.docstrings import docstring
from generator.documents import Document
from generator.names.aliases import Alias
from generator.python.types import TypeDescriber, json_as_python
from generator.schema_access import members

_MEANINGS = {
    "s": "Unix seconds",
    "ms": "Unix milliseconds",
    "auto": "Unix time, milliseconds above 10^11, else seconds",
    "rfc3339": "empty text reads as None",
}
_UNITS = {"deg": "degrees", "percent": "percent"}


@dataclass
class MemberView:
    """A member of a model, or an argument of a call, as the templates print it."""

    wire: str
    attribute: str
    read: str
    write: str
    default: str
    table: str
    doc: str
    text: str
    required: bool
    models: set[str]
    enums: set[str]
    mask: str = ""
    """The function that an argument goes through before anything else, where it may hold a secret."""
    schema: Document = field(default_factory=dict)
    former: Alias | None = None
    """The name that an argument had."""


class MemberDescriber(TypeDescriber):
    """Describes members and arguments, too."""

    def member(
        self, name: str, schema: Document, *, required: bool, answer: bool, repeated: bool = False
    ) -> MemberView:
        """A member of an object, or an argument.

        Args:
            name: Its name on the wire.
            schema: Its schema.
            required: Whether it has to be there.
            answer: Whether it is read as well, for which more is needed.
            repeated: Whether each item of the list travels under the name.
        """
        described = self.describe(name, schema)
        notes = schema.get("x-flighthub", {})
        taken = name in self._reserved or name.startswith("__")
        plain = name.removesuffix("[]")
        attribute = f"{plain}_" if keyword.iskeyword(plain) or (answer and taken) else plain
        attribute = f"field_{plain}" if plain[:1].isdigit() else attribute
        is_list = described.codec.startswith("ListOf(")
        secret = schema.get("format") == "password"
        open_object = described.codec in ("FreeObject()", "Json()") or described.codec.startswith("MapOf(")
        nullable = "null" in (schema.get("type") or []) or any(p.get("type") == "null" for p in schema.get("anyOf", []))
        nullable = nullable or described.codec == "Json()"
        options = {
            "attribute": json_as_python(attribute) if attribute != name else "",
            "required": "True" if required else "",
            "repeated": "True" if repeated else "",
            "nullable": "True" if nullable and answer else "",
            "inferred": "True" if notes.get("confidence") == "inferred" and notes.get("only_when") else "",
            "aliases": repr(tuple(notes["aliases"])) if notes.get("aliases") and answer else "",
            "required_when": repr({k: tuple(v) for k, v in notes["required_when"].items()})
            if "required_when" in notes
            else "",
            "only_when": repr({k: tuple(v) for k, v in notes["only_when"].items()}) if "only_when" in notes else "",
        }
        arguments = "".join(f", {key}={value}" for key, value in options.items() if value)
        text = self.meaning(schema)
        return MemberView(
            wire=name,
            attribute=attribute,
            read=described.read if required or is_list else f"{described.read} | None",
            write=described.write,
            default=_default(schema, required=required, is_list=is_list, secret=secret, open_object=open_object),
            table=f"Member({json_as_python(name)}, {described.codec}{arguments})",
            doc=docstring(text, 4),
            text=text,
            required=required and (answer or "const" not in schema),
            models=described.models,
            enums=described.enums,
            schema=schema,
            mask="as_secret" if secret else "mask_argument" if any(map(self._holds_secrets, described.models)) else "",
        )

    def _holds_secrets(self, model: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a model, or one below it, has a secret member."""
        if model in seen:
            return False
        described = members(self.document, self.schemas[model])
        below = set().union(*(self.describe(name, each).models for name, each in described.items()), ())
        return any(each.get("format") == "password" for each in described.values()) or any(
            self._holds_secrets(each, seen | {model}) for each in below
        )

    def meaning(self, schema: Document) -> str:
        """A member's description with its unit, limits and confidence."""
        notes = schema.get("x-flighthub", {})
        parts = [str(schema.get("description", "")).strip()]
        if notes.get("sensitive"):
            parts.append("Sensitive: not shown by repr.")
        facts = []
        if "unit" in notes:
            facts.append(f"in {_UNITS.get(notes['unit'], notes['unit'])}")
        if "time" in notes:
            facts.append(_MEANINGS[notes["time"]])
        facts += _ranges(schema)
        if "range" in notes:
            facts.append("normally " + ", ".join(_ranges(notes["range"])))
        if "pictures" in notes:
            least, most = notes["pictures"]["minItems"], notes["pictures"]["maxItems"]
            facts.append(f"for {least} to {most} pictures")
        if "sentinel" in notes:
            facts.append(f"{_or(notes['sentinel'])} reads as None")
        if facts:
            parts.append(f"({'; '.join(facts)})")
        for sibling, values in notes.get("required_when", {}).items():
            parts.append(f"Required when {sibling} is {_or(values)}.")
        for sibling, values in notes.get("only_when", {}).items():
            parts.append(f"Goes with {sibling} {_or(values)} only.")
        if "inferred" in notes:
            parts.append(f"Inferred, so only a warning: {'; '.join(_ranges(notes['inferred']))}.")
        if notes.get("confidence"):
            parts.append(f"[{notes['confidence']}]")
        return " ".join(part for part in parts if part)


def _ranges(schema: Document) -> list[str]:
    words = {
        "minimum": "at least {}",
        "exclusiveMinimum": "above {}",
        "maximum": "at most {}",
        "minItems": "at least {} items",
        "maxItems": "at most {} items",
        "minLength": "at least {} characters",
        "maxLength": "at most {} characters",
        "step": "in steps of {}",
        "size": "{} items",
    }
    return [text.format(schema[key]) for key, text in words.items() if key in schema]


def _or(values: Iterable[Any]) -> str:
    return " or ".join(str(value) for value in values)


def _default(schema: Document, *, required: bool, is_list: bool, secret: bool, open_object: bool) -> str:
    options = []
    if not required:
        options.append("factory=empty_list" if is_list else "default=None")
    elif "const" in schema:
        options.append(f"default={schema['const']!r}")
    if secret:
        options.append("converter=as_secret")
    if open_object:
        options.append("repr=repr_keys")
    if schema.get("x-flighthub", {}).get("sensitive"):
        options.append("repr=repr_masked")
    if options == ["default=None"]:
        return " = None"
    return f" = field({', '.join(options)})" if options else ""
