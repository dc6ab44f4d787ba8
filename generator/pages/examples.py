"""The examples of a page, held against the schemas of the spec."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from generator.pages.model import ARRAY, BOOLEAN, INTEGER, NUMBER, OBJECT, STRING, Value

_DEEPEST: Final = 60
_MOST_ITEMS: Final = 200


class Misfit(NamedTuple):
    """A part of an example that is not as the spec says."""

    path: str
    text: str
    unknown: bool = False
    """Whether the spec does not know the member at all."""

    value: Any = None
    holder: Value | None = None


def misfits(example: Any, spec: Value, page: Value | None, path: str = "", depth: int = 0) -> Iterator[Misfit]:
    """The parts of an example that do not fit.

    Args:
        example: The example, or a part of it.
        spec: What the spec says of it.
        page: What the page's own schema says; a member that it lists is no discovery of the example.
        path: The members that lead to it.
        depth: How deep it is.
    """
    if depth > _DEEPEST or is_placeholder(example):
        return
    if example is None:
        if not spec.nullable and spec.types and not spec.variants and path not in ("", "data"):
            yield Misfit(path, "is null in the example")
        return
    kind = type_of(example)
    types = spec.types
    if types and kind not in types and not (kind == INTEGER and NUMBER in types):
        if not (kind == NUMBER and INTEGER in types and float(example).is_integer()):
            yield Misfit(
                path, f"is {_a(kind)} in the example ({_short(example)}), not {_a(' or '.join(sorted(types)))}"
            )
        return
    if spec.enum is not None and kind in (STRING, INTEGER, NUMBER, BOOLEAN) and example not in spec.enum:
        yield Misfit(path, f"is {_short(example)} in the example, which is none of its values")
        return
    yield from _beyond(example, spec, path)
    if isinstance(example, dict):
        yield from _members(example, spec, page, path, depth)
    elif isinstance(example, list):
        items = spec.items
        for each in example[:_MOST_ITEMS] if items is not None and not spec.variants else ():
            yield from misfits(each, items or Value(), page.items if page else None, f"{path}[]", depth + 1)


def _members(example: dict[str, Any], spec: Value, page: Value | None, path: str, depth: int) -> Iterator[Misfit]:
    if spec.members is None and not spec.variants:
        return
    known = dict(spec.members or {})
    for variant in spec.variants:
        known |= {name: member for name, member in (variant.members or {}).items() if name not in known}
    if spec.variants and any(each.members is None for each in spec.variants):
        return
    aliases = {alias for member in known.values() for alias in member.aliases}
    own = (page.members or {}) if page is not None else {}
    for name, value in example.items():
        inside = f"{path}.{name}" if path else str(name)
        if name in known:
            below = own.get(name)
            if not spec.variants or name in (spec.members or {}):
                yield from misfits(value, known[name].value, below.value if below else None, inside, depth + 1)
        elif inside == "data" and not value:
            continue  # The envelope in full: there is nothing in it.
        elif name not in aliases and name not in own and not spec.variants and not spec.open_map:
            yield Misfit(inside, f"is in the example ({_short(value)}) and not in the spec", True, value, spec)


def _beyond(example: Any, spec: Value, path: str) -> Iterator[Misfit]:
    size = len(example) if isinstance(example, (str, list)) else example
    if isinstance(size, bool) or not isinstance(size, (int, float)):
        return
    ending = "Length" if isinstance(example, str) else "Items" if isinstance(example, list) else "imum"
    for name, limit in spec.limits.items():
        if not name.endswith(ending):
            continue
        strict = name.startswith("exclusive")
        lower = "min" in name.lower()
        if (size < limit if lower else size > limit) or (strict and size == limit):
            yield Misfit(path, f"is {_short(example)} in the example, beyond {name} {limit}")


def type_of(example: Any) -> str:
    """The JSON type of a value."""
    if isinstance(example, bool):
        return BOOLEAN
    if isinstance(example, int):
        return INTEGER
    if isinstance(example, float):
        return NUMBER
    if isinstance(example, str):
        return STRING
    return ARRAY if isinstance(example, list) else OBJECT


def is_placeholder(example: Any) -> bool:
    """Whether a value stands for one that the tool would fill in, such as `{{$string.uuid}}`."""
    return isinstance(example, str) and "{{" in example and "}}" in example


def value_of_example(example: Any, depth: int = 0) -> Value:
    """What an example alone says of a value."""
    if example is None or depth > _DEEPEST:
        return Value()
    made = Value(types=frozenset({type_of(example)}))
    if isinstance(example, dict):
        from generator.pages.model import Member

        made.members = {
            str(name): Member(str(name), value_of_example(each, depth + 1)) for name, each in example.items()
        }
    elif isinstance(example, list) and example:
        made.items = value_of_example(example[0], depth + 1)
    return made


def _a(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeio' else 'a'} {kind}"


def _short(example: Any) -> str:
    text = repr(example)
    return text if len(text) <= 60 else f"{text[:57]}…"
