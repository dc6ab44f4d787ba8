"""That what becomes a name in Python, a file or an address can be one, and nothing else."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from typing import Any, Final

from generator.documents import Document
from generator.rules.registry import name_of, rule
from generator.schema_access import enum_values, members, operations

WORD: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
CLASS: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
MEMBER: Final = re.compile(r"[A-Za-z0-9_]+")
PARAMETER: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\[\])?")
HEADER: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
CONSTANT: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
PATH: Final = re.compile(r"(/([A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9_]*\}))+")


def _is(form: re.Pattern[str], name: Any) -> bool:
    return isinstance(name, str) and form.fullmatch(name) is not None and not keyword.iskeyword(name)


@rule
def names_can_be_names(document: Document) -> Iterator[tuple[str, str]]:
    """Groups, methods, schemas, members, parameters, enum values and paths consist of what such a name may have."""
    for path, _, operation in operations(document):
        notes = operation.get("x-flighthub", {})
        for key in ("group", "method"):
            if key in notes and not _is(WORD, notes[key]):
                yield name_of(operation), f"x-flighthub.{key} is {notes[key]!r}: words in lower case, joined by _"
        for parameter in operation.get("parameters", []):
            if "$ref" not in parameter and PARAMETER.fullmatch(str(parameter.get("name"))) is None:
                yield name_of(operation), f"the parameter {parameter.get('name')!r} can be no argument"
        if not PATH.fullmatch(path) or any(step in (".", "..") for step in path.split("/")):
            yield name_of(operation), f"the path {path!r} is not made of plain steps and {{parameters}}"
    for name, parameter in document["components"].get("parameters", {}).items():
        if parameter.get("in") == "header" and not HEADER.fullmatch(str(parameter.get("name"))):
            yield name, f"{parameter.get('name')!r} is no name of a header"
    for name, schema in document["components"]["schemas"].items():
        if not _is(CLASS, name):
            yield name, "a schema is called in CamelCase, as the class is that it becomes"
        for member in members(document, schema):
            if not MEMBER.fullmatch(str(member)):
                yield f"{name}.{member}", "can be no attribute"
        for value in schema.get("x-enum-varnames", []):
            if not _is(CONSTANT, value):
                yield name, f"x-enum-varnames: {value!r} can be no constant"
        if "x-enum-varnames" not in schema:
            for value in enum_values(schema):
                if not isinstance(value, (str, int)) or isinstance(value, bool):
                    yield name, f"{value!r} is neither a text nor a whole number"
