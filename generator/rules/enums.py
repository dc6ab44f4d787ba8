"""That an enum has a name and a meaning for each of its values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.documents import Document
from generator.rules.registry import rule
from generator.schema_access import enum_values

ENUM_VOCABULARY = {
    "inferred",
    "answer_only",
    "terminal",
    "success",
    "confidence",
    "codes",
    "words",
    "words_seen",
    "flying",
    "grounded",
}


_MAKES_A_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 ._-]*")


@rule
def enums_are_whole(document: Document) -> Iterator[tuple[str, str]]:
    """Enums have one meaning per value, names that are unique, and notes about values that exist."""
    for name, schema in document["components"]["schemas"].items():
        values, names = enum_values(schema), schema.get("x-enum-varnames")
        if not values:
            continue
        words = schema.get("x-flighthub", {}).get("words")
        if words is not None and (len(words) != len(values) or len(set(words)) != len(words)):
            yield name, f"words must have {len(values)} different entries, one per code"
        if len(schema.get("x-enum-descriptions", [])) != len(values):
            yield name, f"x-enum-descriptions must have {len(values)} entries, one per value"
        if names is None and (
            schema.get("type") == "integer" or not all(_MAKES_A_NAME.fullmatch(str(v)) for v in values)
        ):
            yield name, "x-enum-varnames are needed: the values make no names"
        if names is not None and len(names) != len(values):
            yield name, f"x-enum-varnames has {len(names)} entries for {len(values)} values"
        for repeated, count in Counter(map(_constant, names or values)).items():
            if count > 1:
                yield name, f"the name {repeated} stands {count} times"
        for key, marked in schema.get("x-flighthub", {}).items():
            if key not in ENUM_VOCABULARY:
                yield name, f"x-flighthub.{key} is not in the vocabulary of enums"
            elif key not in ("words", "words_seen") and isinstance(marked, list) and not set(marked) <= set(values):
                yield name, f"x-flighthub.{key} names values that are not in the enum"


def _constant(name: Any) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", str(name)).upper()
