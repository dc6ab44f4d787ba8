"""The nesting that copied text has lost, found again by the spec: members come in the order of a walk through the tree.

The members of the page are laid over those of the spec so that as many as possible have the same name. What is left
over between two of them is new, or another name for what is missing there. Where a new member belongs can only be said
as far as its neighbours say it; it is then put as far out as they allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.pages.enumerations import split
from generator.pages.forms.copied_text import types_of
from generator.pages.model import ARRAY, INTEGER, NUMBER, OBJECT, FlatMember, Member, Scalar, Value

_MOST_CELLS: Final = 600_000
_DEEPEST: Final = 40


@dataclass(slots=True)
class _Node:
    """A member of the spec in the order of the walk."""

    member: Member
    parent: int
    """Its number, -1 for the root."""


def nest(flat: Sequence[FlatMember], spec: Value | None) -> Value:
    """The tree that a part of a page is.

    Args:
        flat: The members in their order.
        spec: The value of the spec that they describe, if it knows one.
    """
    root = Value(types=frozenset({OBJECT}))
    nodes = list(_nodes(spec, -1, 0, [])) if spec is not None else []
    if len(flat) * max(1, len(nodes)) > _MOST_CELLS:
        flat = flat[: _MOST_CELLS // max(1, len(nodes))]
    pairs = _align(flat, nodes)
    placed: dict[int, Value] = {-1: root}
    number = 0
    while number < len(flat):
        matched = pairs.get(number)
        if matched is not None:
            node = nodes[matched]
            holder = _holder(placed, nodes, node.parent)
            placed[matched] = _put(holder, flat[number], node.member.value)
            number += 1
            continue
        end = number
        while end < len(flat) and end not in pairs:
            end += 1
        parent = nodes[pairs[end]].parent if end < len(flat) else -1
        _put_new(_holder(placed, nodes, parent), flat[number:end])
        number = end
    return root


def _nodes(value: Value, parent: int, depth: int, found: list[_Node]) -> list[_Node]:
    inner = value.innermost
    for member in (inner.members or {}).values() if depth < _DEEPEST else ():
        found.append(_Node(member, parent))
        _nodes(member.value, len(found) - 1, depth + 1, found)
    return found


def _holder(placed: dict[int, Value], nodes: Sequence[_Node], parent: int) -> Value:
    """The value of the page that holds the members of one of the spec; the nearest one around it that is there."""
    while parent not in placed:
        parent = nodes[parent].parent
    return placed[parent]


def _align(flat: Sequence[FlatMember], nodes: Sequence[_Node]) -> dict[int, int]:
    """Which member of the page is which of the spec, by their numbers."""
    rows, columns = len(flat), len(nodes)
    score = [[0] * (columns + 1) for _ in range(rows + 1)]
    worth = [[_likeness(each, node.member) for node in nodes] for each in flat]
    for i in range(rows - 1, -1, -1):
        below, here, worths = score[i + 1], score[i], worth[i]
        for j in range(columns - 1, -1, -1):
            best = below[j] if below[j] >= here[j + 1] else here[j + 1]
            if worths[j] and worths[j] + below[j + 1] > best:
                best = worths[j] + below[j + 1]
            here[j] = best
    pairs: dict[int, int] = {}
    i = j = 0
    gap: tuple[list[int], list[int]] = ([], [])
    while i < rows and j < columns:
        if worth[i][j] and score[i][j] == worth[i][j] + score[i + 1][j + 1]:
            _pair_renamed(gap, flat, nodes, pairs)
            gap = ([], [])
            pairs[i] = j
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            gap[0].append(i)
            i += 1
        else:
            gap[1].append(j)
            j += 1
    _pair_renamed(([*gap[0], *range(i, rows)], [*gap[1], *range(j, columns)]), flat, nodes, pairs)
    return pairs


def _likeness(each: FlatMember, member: Member) -> int:
    """How much speaks for a member being the same: nothing where the name is another one."""
    if each.name != member.name:
        return 0
    return 20 + 4 * _same_type(each, member.value) + 2 * (each.required == member.required) + _same_values(each, member)


def _same_type(each: FlatMember, value: Value) -> bool:
    lists, kind, is_enum = types_of(each.type)
    inner = value
    while lists and inner.items is not None:
        inner, lists = inner.items, lists - 1
    if lists:
        return ARRAY in inner.types
    if kind is None:
        return not inner.types or each.type == "any"
    if is_enum and inner.enum is None:
        return False
    return kind in inner.types or (kind == NUMBER and INTEGER in inner.types)


def _same_values(each: FlatMember, member: Member) -> bool:
    known = member.value.innermost.enum
    return bool(known) and (each.enum or "") == "".join(map(str, known or ()))


def _pair_renamed(
    gap: tuple[list[int], list[int]], flat: Sequence[FlatMember], nodes: Sequence[_Node], pairs: dict[int, int]
) -> None:
    """What is too much and what is missing at the same place, with the same type, is taken for the same member."""
    missing = list(gap[1])
    for i in gap[0]:
        for at, j in enumerate(missing):
            node = nodes[j].member
            if _same_type(flat[i], node.value) and flat[i].required == node.required and _values_fit(flat[i], node):
                pairs[i] = j
                del missing[: at + 1]
                break


def _values_fit(each: FlatMember, member: Member) -> bool:
    known = member.value.innermost.enum
    if not known or not (each.enum or each.values):
        return bool(known) == bool(each.enum or each.values) or bool(known)
    if each.values:
        return bool(set(each.values) & set(map(str, known)))
    return split(each.enum or "", known) is not None


def _put(holder: Value, each: FlatMember, spec: Value | None) -> Value:
    inner = holder.innermost
    if inner.members is None:
        inner.members = {}
    value = value_of(each, spec)
    inner.members[each.name] = Member(each.name, value, each.required)
    return value


def _put_new(holder: Value, flat: Sequence[FlatMember]) -> None:
    """New members: side by side, but for those that follow an object, which hold its place open."""
    at = holder
    for each in flat:
        value = _put(at, each, None)
        if OBJECT in value.innermost.types:
            at = value


def value_of(each: FlatMember, spec: Value | None) -> Value:
    """What a line says of a member, with the spec's value at hand to tell the values of an enum apart."""
    lists, kind, is_enum = types_of(each.type)
    inner = Value(types=frozenset({kind}) if kind else frozenset(), format=each.format, limits=dict(each.limits))
    if each.type in ("array", "array[any]", "any"):
        inner = Value(types=frozenset({ARRAY}) if each.type == "array" else frozenset())
    value = inner
    for _ in range(lists):
        value = Value(types=frozenset({ARRAY}), items=value)
    if lists:
        value.limits = {name: limit for name, limit in each.limits.items() if name.endswith("Items")}
        inner.limits = {name: limit for name, limit in each.limits.items() if not name.endswith("Items")}
    known = spec.innermost.enum if spec is not None else None
    if each.values:
        inner.enum = tuple(_typed(text, inner) for text in each.values)
    elif each.enum:
        parts = split(each.enum, known) if known else None
        if parts is None:
            inner.run_together = each.enum
        else:
            inner.enum = (*parts.known, *(_typed(text, inner) for text in parts.rest))
    elif is_enum:
        inner.enum = None
    value.nullable = each.nullable
    value.default = each.default
    value.example = each.example
    return value


def _typed(text: str, value: Value) -> Scalar:
    if INTEGER in value.types or NUMBER in value.types:
        try:
            return int(text)
        except ValueError:
            return text
    return text


def parameters(flat: Sequence[FlatMember], spec: dict[str, Member]) -> dict[str, Any]:
    """Parameters, which are not nested."""
    found = {}
    for each in flat:
        known = spec.get(each.name) or spec.get(each.name.removesuffix("[]"))
        found[each.name] = Member(each.name, value_of(each, known.value if known else None), each.required)
    return found
