"""Answers that depart from the documentation on purpose, as those of another version of the server may.

An answer is walked along its schema in the bundle, so a departure stands where the schema has an enum or an optional
member. `code` and `message` of the envelope stay as they are: they say whether there is an answer at all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import jsonschema_rs

from flighthub_runtime.operations import Operation
from flighthub_runtime.wire import is_list, is_object

from ._api import Json, bundle, validator
from ._faults import Fault

WORD: Final = "of_the_future"
"""Stands for a word that nobody listed."""

AHEAD: Final = 1000
"""How far a number that nobody listed is from the greatest that somebody did."""

MEMBER: Final = "member_of_the_future"
"""The name of a member that nobody documented."""

VALUES: Final[tuple[Any, ...]] = ("new", 7, 0.5, True, None, [], [{"kind": "new"}], {"kind": "new"})
"""What that member can hold."""


def deviating(answer: Json, operation: Operation, fault: Fault, chance: random.Random) -> Json:
    """A copy of an answer that deviates as a fault tells; both may share what is the same.

    Args:
        answer: The envelope.
        operation: Whose answer it is.
        fault: In what the answer is to deviate.
        chance: Draws for it.
    """
    walk = _Walk(fault, chance)
    made = dict(answer)
    if "data" in answer:
        made["data"] = walk.value(answer["data"], _member("data", list(_parts(_schema(operation), answer))))
    if fault.unknown_members:
        made[MEMBER] = chance.choice(VALUES)
    return made


class _Walk:
    """One walk along an answer."""

    def __init__(self, fault: Fault, chance: random.Random) -> None:
        self._fault = fault
        self._chance = chance
        self._enums_stay = not fault.future_enum

    def value(self, value: Any, schema: Json) -> Any:
        """What stands for a value that has this schema."""
        if value is None:
            return None
        parts = list(_parts(schema, value))
        if is_object(value):
            return self._object(value, parts)
        if is_list(value):
            items: Json = {"allOf": [part["items"] for part in parts if "items" in part]}
            return [self.value(each, items) for each in value]
        known = [each for part in parts for each in _listed(part)]
        return value if self._enums_stay or not known else self._future(value, known)

    def _object(self, value: Mapping[str, Any], parts: list[Json]) -> Json:
        required = {name for part in parts for name in part.get("required", ())}
        made: Json = {}
        for name, member in value.items():
            if name not in required and self._happens(self._fault.missing):
                continue
            null = name not in required and self._happens(self._fault.nulls)
            made[name] = None if null else self.value(member, _member(name, parts))
        if self._fault.unknown_members and any("properties" in part for part in parts):
            made[MEMBER] = self._chance.choice(VALUES)
        return made

    def _happens(self, share: float) -> bool:
        return share > 0 and self._chance.random() < share

    def _future(self, value: Any, known: list[Any]) -> Any:
        self._enums_stay = self._fault.future_enum == "first"
        if isinstance(value, str):
            return WORD
        return max(each for each in known if isinstance(each, int)) + AHEAD


def _schema(operation: Operation) -> Json:
    described = bundle()["paths"][operation.path][operation.http_method.lower()]
    found: Json = described["responses"]["200"]["content"]["application/json"]["schema"]
    return found


def _parts(schema: Json, value: Any) -> Iterator[Json]:
    """All schemas that apply to a value at once: itself, what it refers to, and the branches that the value selects."""
    yield schema
    if "$ref" in schema:
        yield from _parts(_target(schema["$ref"]), value)
    for each in schema.get("allOf", ()):
        yield from _parts(each, value)
    for each in schema.get("anyOf", ()):
        if _fits(each, value):
            yield from _parts(each, value)
            break
    if "if" in schema and _fits(schema["if"], value):
        yield from _parts(schema["then"], value)


def _member(name: str, parts: list[Json]) -> Json:
    """The schema of a member of an object to which these schemas apply."""
    named = [part["properties"][name] for part in parts if name in part.get("properties", {})]
    patterned = [
        schema
        for part in parts
        for pattern, schema in part.get("patternProperties", {}).items()
        if re.search(pattern, name)
    ]
    return {"allOf": named + patterned}


def _listed(part: Json) -> list[Any]:
    """The values that a schema lists; some are known as numbers and as words."""
    wire = part.get("x-flighthub", {})
    return [*part.get("enum", ()), *wire.get("codes", ()), *wire.get("words", ())]


@cache
def _target(reference: str) -> Json:
    found: Json = bundle()
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


_VALIDATORS: Final[dict[int, jsonschema_rs.Draft202012Validator]] = {}
"""Validators of branches, by the identity of their schemas, which live as long as the bundle does."""


def _fits(schema: Json, value: Any) -> bool:
    if id(schema) not in _VALIDATORS:
        _VALIDATORS[id(schema)] = validator(schema)
    return _VALIDATORS[id(schema)].is_valid(value)
