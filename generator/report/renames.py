"""Which schema is another one under a new name. A comparison by names alone takes a rename for a loss and a find."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import product

from generator.report.api import Api, Member
from generator.schema_access import enum_values

_SHAPE, _PLACE = 0.75, 0.25
"""How much it counts that two schemas hold the same, and that they stand at the same places."""
_ENOUGH = 0.6


def renamed_schemas(before: Api, after: Api) -> dict[str, str]:
    """The new names of schemas by their old ones, the likeliest pairs first."""
    gone = sorted(set(before.schemas) - set(after.schemas))
    come = sorted(set(after.schemas) - set(before.schemas))
    pairs = sorted(((_likeness(before, old, after, new), old, new) for old, new in product(gone, come)), reverse=True)
    found: dict[str, str] = {}
    for score, old, new in pairs:
        if score >= _ENOUGH and old not in found and new not in found.values():
            found[old] = new
    return found


def renamed_members(before: dict[str, Member], after: dict[str, Member]) -> dict[str, str]:
    """The new names of members that were kept, as their type and their description say."""
    gone = [each for name, each in before.items() if name not in after]
    found: dict[str, str] = {}
    for old in gone:
        fitting = [
            name
            for name, new in after.items()
            if name not in before and name not in found.values() and _essence(old) == _essence(new)
        ]
        if len(fitting) == 1:
            found[old.name] = fitting[0]
    return found


def _essence(member: Member) -> Hashable:
    return member.schema.get("description"), member.read.removesuffix(" | None")


def _likeness(before: Api, old: str, after: Api, new: str) -> float:
    first, second = _shape(before, old), _shape(after, new)
    if not first or not second or bool(enum_values(before.schemas[old])) is not bool(enum_values(after.schemas[new])):
        return 0.0
    places = before.users(old), after.users(new)
    return _SHAPE * _overlap(first, second) + _PLACE * (_overlap(*places) if all(places) else 0.0)


def _shape(api: Api, name: str) -> set[Hashable]:
    """What a schema holds: the values of an enum, or the members of an object with their kinds of type."""
    values = enum_values(api.schemas[name])
    if values:
        return set(values)
    return {(each.name, _kind(each.schema)) for each in api.members_of(name).values()}


def _kind(schema: dict[str, object]) -> str:
    return "reference" if "$ref" in schema or "anyOf" in schema else str(schema.get("type"))


def _overlap(first: set[Hashable] | set[str], second: set[Hashable] | set[str]) -> float:
    return len(first & second) / len(first | second)
