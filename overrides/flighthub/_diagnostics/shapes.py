"""What an answer is made of, without anything that it says: the shapes of its members, held against the documentation.

A value never leaves this module. What is kept of a member is its type, how often it was there, null or missing, the
magnitude of a number, and words that look like those of an enum. A name that nobody documented is kept only if it looks
like the name of a member; whatever may be an id, a name, a key or a serial number is a `*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from flighthub_api.operations import OPERATIONS
from flighthub_runtime.codecs import (
    Boolean,
    Codec,
    Constant,
    DateTime,
    EnumOf,
    FreeObject,
    Integer,
    Json,
    JsonText,
    ListOf,
    ManyOf,
    MapOf,
    Number,
    ObjectOf,
    SecretString,
    Selected,
    String,
    StringOrInteger,
    TimeZone,
    TupleOf,
)
from flighthub_runtime.operations import Call
from flighthub_runtime.wire import is_list, is_object

MOST_MEMBERS: Final = 5_000
"""How many members of one operation are kept."""

_MOST_ITEMS: Final = 200
_MOST_VALUES: Final = 20
_DEEPEST: Final = 30
_DEEPEST_UNKNOWN: Final = 6
_DEEPEST_UNSEEN: Final = 8
"""How deep the documentation is listed where no answer goes: trees have no end."""


_MEMBER_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)+")
_LONGEST_NAME: Final = 40
_MOST_DIGITS: Final = 3
_WORD: Final = re.compile(r"[a-z]+(?:_[a-z]+)*(?:_?[0-9]{1,2}[a-z]?)?")
_LONGEST_WORD: Final = 32
_GREATEST_VALUE: Final = 100_000

_UNITS: Final = ((10**8, 10**11, "s"), (10**11, 10**14, "ms"), (10**14, 10**17, "us"))
_TYPES: Final[Mapping[type[Codec], frozenset[str]]] = {
    Boolean: frozenset({"boolean"}),
    Integer: frozenset({"integer"}),
    Number: frozenset({"number", "integer"}),
    String: frozenset({"string"}),
    SecretString: frozenset({"string"}),
    DateTime: frozenset({"string"}),
    TimeZone: frozenset({"string"}),
    JsonText: frozenset({"string"}),
    StringOrInteger: frozenset({"string", "integer"}),
    ListOf: frozenset({"array"}),
    TupleOf: frozenset({"array"}),
    MapOf: frozenset({"object"}),
    ObjectOf: frozenset({"object"}),
    FreeObject: frozenset({"object"}),
}


class Shape:
    """What was seen of one member.

    Attributes:
        known: Whether the documentation has it.
        types: The types that it may have; empty where any may be.
        nullable: Whether it may be null.
        required: Whether it is promised.
        unit: What a point in time counts, by the documentation: `s`, `ms`, `auto` for either; empty for anything else.
        seen: How often the type, or null, was seen, by type.
        absent: How often it was missing where it could have been.
        units: For numbers, how often each magnitude was seen.
        values: Words and small numbers that the enum does not list.
        inferred: Values that the enum lists as inferred only.
    """

    __slots__ = ("absent", "inferred", "known", "nullable", "required", "seen", "types", "unit", "units", "values")

    def __init__(
        self, types: frozenset[str] | None, *, nullable: bool = True, required: bool = False, unit: str = ""
    ) -> None:
        self.known = types is not None
        self.types = types or frozenset()
        self.nullable = nullable
        self.required = required
        self.unit = unit
        self.seen: dict[str, int] = {}
        self.absent = 0
        self.units: dict[str, int] = {}
        self.values: dict[str, int] = {}
        self.inferred: dict[str, int] = {}

    def to_dict(self) -> dict[str, Any]:
        """As the file has it."""
        made: dict[str, Any] = {"seen": dict(sorted(self.seen.items()))}
        if self.absent:
            made["absent"] = self.absent
        if self.units:
            made["units"] = dict(sorted(self.units.items()))
        if self.values:
            made["unlisted_values"] = dict(sorted(self.values.items()))
        if self.inferred:
            made["inferred_values"] = dict(sorted(self.inferred.items()))
        if self.known:
            documented: dict[str, Any] = {"types": sorted(self.types), "nullable": self.nullable}
            documented["required"] = self.required
            if self.unit:
                documented["time"] = self.unit
            made["documented"] = documented
        return made


@cache
def call_of(operation_id: str) -> Call[Any] | None:
    """The call of an operation, with the codec of its answer."""
    operation = OPERATIONS.get(operation_id)
    if operation is None:
        return None
    module = import_module(f"flighthub_api.groups.{operation.group}")
    calls: list[Call[Any]] = [each for each in vars(module).values() if isinstance(each, Call)]
    return next((each for each in calls if each.operation.operation_id == operation_id), None)


class Shapes:
    """The shapes of the answers of one operation.

    Attributes:
        members: By the path of the member: a dot enters an object, `[]` the items of a list, `<Name>` names the one of
            several schemas that a sibling selects.
    """

    def __init__(self) -> None:
        self.members: dict[str, Shape] = {}

    def add(self, codec: Codec | None, data: Any, others: Mapping[str, Any]) -> None:
        """Adds an answer.

        Args:
            codec: The codec of `data`.
            data: What stands in `data`.
            others: The other members of the envelope that are not documented.
        """
        if codec is not None:
            self._value("data", codec, data, {}, nullable=True, required=False, depth=0)
        elif data not in (None, {}, [], ""):
            self._unknown("data", data, 0)
        for name, value in others.items():
            self._unknown(_name(name), value, 0)

    def _shape(self, path: str, codec: Codec | None, *, nullable: bool, required: bool) -> Shape | None:
        found = self.members.get(path)
        if found is None:
            if len(self.members) >= MOST_MEMBERS:
                return None
            types = None if codec is None else _types(codec)
            unit = (codec.time or "") if isinstance(codec, Integer) else ""
            found = self.members[path] = Shape(types, nullable=nullable, required=required, unit=unit)
        return found

    def _value(
        self,
        path: str,
        codec: Codec,
        raw: Any,
        siblings: Mapping[str, Any],
        *,
        nullable: bool,
        required: bool,
        depth: int,
    ) -> None:
        shape = self._shape(path, codec, nullable=nullable, required=required)
        if shape is None or depth > _DEEPEST:
            return
        _count(shape.seen, _type(raw))
        if isinstance(codec, EnumOf):
            _add_value(shape, codec, raw)
        elif type(raw) is int or type(raw) is float:
            _count(shape.units, _magnitude(raw))
        if isinstance(codec, Selected):
            self._selected(path, codec, raw, siblings, depth)
        elif isinstance(codec, ObjectOf) and is_object(raw):
            self._object(path, codec, raw, depth)
        elif isinstance(codec, MapOf) and is_object(raw):
            for each in list(raw.values())[:_MOST_ITEMS]:
                self._value(f"{path}.*", codec.item, each, {}, nullable=True, required=False, depth=depth + 1)
        elif isinstance(codec, ManyOf) and is_list(raw):
            for each in raw[:_MOST_ITEMS]:
                self._value(f"{path}[]", codec.item, each, {}, nullable=False, required=False, depth=depth + 1)

    def _selected(self, path: str, codec: Selected, raw: Any, siblings: Mapping[str, Any], depth: int) -> None:
        chosen = codec.of(siblings)
        if isinstance(chosen, ObjectOf) and is_object(raw):
            self._object(f"{path}<{chosen.name}>", chosen, raw, depth)

    def _object(self, path: str, codec: ObjectOf, raw: dict[str, Any], depth: int) -> None:
        members = codec.model.__wire__
        known: set[str] = set()
        for member in members.members:
            name = next((each for each in (member.wire, *member.aliases) if each in raw), None)
            inside = f"{path}.{member.wire}"
            if name is None:
                shape = self._shape(inside, member.codec, nullable=member.nullable, required=member.required)
                if shape is not None:
                    shape.absent += 1
                continue
            known.add(name)
            self._value(
                inside,
                member.codec,
                raw[name],
                raw,
                nullable=member.nullable,
                required=member.required,
                depth=depth + 1,
            )
        for name, value in raw.items():
            if name in known:
                continue
            if members.payloads is not None and members.payloads.pattern.search(name):
                payload = members.payloads.codec
                self._value(f"{path}.*", payload, value, raw, nullable=True, required=False, depth=depth + 1)
            else:
                self._unknown(f"{path}.{_name(name)}", value, 0)

    def _unknown(self, path: str, raw: Any, depth: int) -> None:
        shape = self._shape(path, None, nullable=True, required=False)
        if shape is None or depth > _DEEPEST_UNKNOWN:
            return
        _count(shape.seen, _type(raw))
        if type(raw) is int or type(raw) is float:
            _count(shape.units, _magnitude(raw))
        if is_object(raw):
            for name, value in list(raw.items())[:_MOST_ITEMS]:
                self._unknown(f"{path}.{_name(name)}", value, depth + 1)
        elif is_list(raw):
            for each in raw[:_MOST_ITEMS]:
                self._unknown(f"{path}[]", each, depth + 1)


def documented_members(operation_id: str, seen: Mapping[str, Any]) -> Iterator[tuple[str, Shape]]:
    """Every member that the documentation has of an answer, with an empty shape.

    Args:
        operation_id: The operation.
        seen: The members that were seen; of several schemas that a sibling selects, only those are listed that were.
    """
    call = call_of(operation_id)
    if call is not None and call.answer is not None:
        yield from _documented("data", call.answer, seen, nullable=True, required=False, depth=0)


def _documented(
    path: str, codec: Codec, seen: Mapping[str, Any], *, nullable: bool, required: bool, depth: int
) -> Iterator[tuple[str, Shape]]:
    if depth > _DEEPEST:
        return
    unit = (codec.time or "") if isinstance(codec, Integer) else ""
    yield path, Shape(_types(codec), nullable=nullable, required=required, unit=unit)
    if isinstance(codec, MapOf):
        yield from _documented(f"{path}.*", codec.item, seen, nullable=True, required=False, depth=depth + 1)
    elif isinstance(codec, ManyOf):
        yield from _documented(f"{path}[]", codec.item, seen, nullable=False, required=False, depth=depth + 1)
    elif isinstance(codec, ObjectOf):
        yield from _documented_object(path, codec, seen, depth)
    elif isinstance(codec, Selected):
        variants = {each.name: each for each in codec.codecs.values() if isinstance(each, ObjectOf)}
        if isinstance(codec.otherwise, ObjectOf):
            variants.setdefault(codec.otherwise.name, codec.otherwise)
        for name, variant in variants.items():
            if any(each.startswith(f"{path}<{name}>.") for each in seen):
                yield from _documented_object(f"{path}<{name}>", variant, seen, depth)


def _documented_object(path: str, codec: ObjectOf, seen: Mapping[str, Any], depth: int) -> Iterator[tuple[str, Shape]]:
    if depth > _DEEPEST_UNSEEN and not any(each.startswith(f"{path}.") for each in seen):
        return
    for member in codec.model.__wire__.members:
        inside = f"{path}.{member.wire}"
        yield from _documented(
            inside, member.codec, seen, nullable=member.nullable, required=member.required, depth=depth + 1
        )


def _types(codec: Codec) -> frozenset[str]:
    """The types that the documentation gives a value; empty for any."""
    if isinstance(codec, EnumOf):
        found = {_type(each.value) for each in codec.enum}
        if codec.enum._words():  # pyright: ignore[reportPrivateUsage]
            found |= {"string", "integer"}
        return frozenset(found)
    if isinstance(codec, Constant):
        return frozenset({_type(codec.value)})
    if isinstance(codec, (Json, Selected)) and not isinstance(codec, FreeObject):
        return frozenset()
    return _TYPES.get(type(codec), frozenset())


def _type(raw: Any) -> str:
    if raw is None:
        return "null"
    if isinstance(raw, bool):
        return "boolean"
    if isinstance(raw, int):
        return "integer"
    if isinstance(raw, float):
        return "number"
    if isinstance(raw, str):
        return "string" if raw else "empty string"
    return "array" if isinstance(raw, (list, tuple)) else "object"


def _magnitude(raw: float) -> str:
    size = abs(raw)
    if size == 0 or size != size:
        return "zero"
    for low, high, unit in _UNITS:
        if type(raw) is int and low <= size < high:
            return unit
    return "fraction" if size < 1 else "below 1000" if size < 1000 else "large"


def _add_value(shape: Shape, codec: EnumOf, raw: Any) -> None:
    """Notes a value that the enum does not list. It is kept if it looks like those that are listed."""
    if type(raw) not in (str, int) or raw == "":
        return
    member = codec.enum(raw)
    if member.is_known:
        if member.is_inferred:
            _count(shape.inferred, str(member.value))
        return
    text = "*"
    if type(raw) is int and abs(raw) <= _GREATEST_VALUE:
        text = str(raw)
    elif isinstance(raw, str) and len(raw) <= _LONGEST_WORD and _WORD.fullmatch(raw):
        text = raw
    if text in shape.values or len(shape.values) < _MOST_VALUES:
        _count(shape.values, text)


def _name(name: str) -> str:
    """A name that nobody documented; a star where it may be an id, a key or somebody's name."""
    digits = sum(each.isdigit() for each in name)
    fits = len(name) <= _LONGEST_NAME and digits <= _MOST_DIGITS and _MEMBER_NAME.fullmatch(name)
    return name if fits else "*"


def _count(counts: dict[str, int], name: str) -> None:
    counts[name] = counts.get(name, 0) + 1
