"""A value of a page against the same value of the spec, at any depth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Final

from generator.documents import dump
from generator.pages.differences import DIFFERENT, OPEN, Difference, Draft
from generator.pages.model import INTEGER, NUMBER, OBJECT, STRING, Member, Place, Scalar, Value, is_chinese
from generator.pages.schemas import camel, member_yaml

_DEEPEST: Final = 40
_ALIKE: Final = 0.6
_FORMATS: Final = {"uuid", "date-time", "date", "time", "email", "uri", "url", "ipv4", "ipv6", "binary", "byte"}
"""Formats that a page says on purpose."""

_OURS: Final = {"password", "time-zone"}


class Values:
    """Compares the values of one part of a page.

    Args:
        part: `request body` or `answer`, or the kind of parameter; what sentences begin with.
        is_whole: Whether what the page does not have is not there, or may only be folded away.
    """

    def __init__(self, part: str, *, is_whole: bool) -> None:
        self._part = part
        self._is_whole = is_whole

    def where(self, path: str) -> str:
        """How a difference calls a member."""
        return f"{self._part} `{path}`" if path else self._part

    def compare(self, spec: Value, page: Value, path: str = "", depth: int = 0) -> Iterator[Difference]:
        """The differences of a value and all that is in it."""
        if depth > _DEEPEST:
            return
        where, place = self.where(path), spec.place
        if is_other := self._type(spec, page):
            # The rest follows from the type.
            yield self._say("type", path, *is_other, place)
            return
        if page.types == {NUMBER} and NUMBER not in spec.types and INTEGER in spec.types and not spec.variants:
            yield Difference(OPEN, "type", where, "is a number on the page, which also says so of whole numbers", place)
        if page.nullable and not spec.nullable and spec.types and not spec.variants and path not in ("", "data"):
            kind = "/".join(sorted(spec.types))
            yield self._say("null", path, "may be null", f"type: [{kind}, 'null']", place)
        yield from self._format(spec, page, path)
        yield from self._limits(spec, page, path)
        yield from self._default(spec, page, path)
        yield from self.enum(spec, page, path)
        if spec.items is not None and page.items is not None and not spec.variants:
            # An item has no place of its own: it is described where its list is.
            items = spec.items if spec.items.place else replace(spec.items, place=place)
            yield from self.compare(items, page.items, f"{path}[]", depth + 1)
        yield from self._members(spec, page, path, depth)

    def _say(
        self,
        what: str,
        path: str,
        text: str,
        yaml: str = "",
        place: Place | None = None,
        draft: Draft | None = None,
        subject: str = "",
    ) -> Difference:
        return Difference(DIFFERENT, what, self.where(path), text, place, yaml, draft, subject)

    def _type(self, spec: Value, page: Value) -> tuple[str, str] | None:
        mine, theirs = spec.types, page.types
        if not mine or not theirs or theirs <= mine or (spec.variants and OBJECT in theirs):
            return None
        if theirs <= mine | {NUMBER} and INTEGER in mine:
            return None
        kind = "/".join(sorted(theirs))
        yaml = f"type: {kind}" if len(theirs) == 1 else f"type: [{', '.join(sorted(theirs))}]"
        return f"is {_described(page)} on the page, the spec has {_described(spec)}", yaml

    def _format(self, spec: Value, page: Value, path: str) -> Iterator[Difference]:
        if page.format not in _FORMATS or spec.format == page.format or spec.format in _OURS:
            return
        if STRING in page.types or not page.types:
            text = f"has the format {page.format}" + (f", the spec has {spec.format}" if spec.format else "")
            yield self._say("type", path, text, f"format: {page.format}", spec.place)

    def _limits(self, spec: Value, page: Value, path: str) -> Iterator[Difference]:
        for name, limit in page.limits.items():
            if name not in spec.limits:
                text = f"has {name} {limit:g}, the spec has none"
            elif spec.limits[name] != limit:
                text = f"has {name} {limit:g}, the spec has {spec.limits[name]:g}"
            else:
                continue
            yield self._say("limit", path, text, f"{name}: {limit:g}", spec.place)
        for name, limit in spec.limits.items():
            if name not in page.limits and self._is_whole:
                yield Difference(OPEN, "limit", self.where(path), f"the page does not say {name} {limit:g}", spec.place)

    def _default(self, spec: Value, page: Value, path: str) -> Iterator[Difference]:
        if page.default is None:
            if spec.default is not None and self._is_whole:
                text = f"the page does not say the default {spec.default!r}"
                yield Difference(OPEN, "default", self.where(path), text, spec.place)
            return
        if spec.default is None or _word(spec.default).lower() != _word(page.default).lower():
            has = "none" if spec.default is None else repr(spec.default)
            yaml = dump({"default": page.default}).strip()
            yield self._say("default", path, f"has the default {page.default!r}, the spec has {has}", yaml, spec.place)

    # Enums

    def enum(self, spec: Value, page: Value, path: str) -> Iterator[Difference]:
        """The differences of the values that something may have."""
        place = spec.enum_place or spec.place
        if page.run_together is not None:
            text = f"lists values, which cannot be told apart as they stand: {page.run_together[:200]}"
            if spec.enum is not None:
                text = f"lists other values, and none that the spec has: {page.run_together[:200]}"
            yield self._say("enum", path, text, "", place)
            return
        if page.enum is None:
            if spec.enum is not None and self._is_whole and len(spec.enum) > 1:
                yield Difference(OPEN, "enum", self.where(path), "the page does not list the values", place)
            return
        if spec.enum is None:
            if not spec.variants:
                values = ", ".join(f"`{each}`" for each in page.enum[:50])
                yield self._say(
                    "enum", path, f"lists its values: {values}", dump({"enum": list(page.enum)}).strip(), place
                )
            return
        yield from self._values(spec, page, path, place)
        yield from self.names(spec, page.names, path)

    def _values(self, spec: Value, page: Value, path: str, place: Place | None) -> Iterator[Difference]:
        theirs = page.enum or ()
        mine: dict[str, Scalar] = {_word(each): each for each in spec.enum or ()}
        known = dict.fromkeys(_word(each) for each in theirs)
        if STRING in spec.types and INTEGER in spec.types:
            # Some travel as numbers and as words: what the page lists is one of the two.
            numbers = all(isinstance(each, int) for each in theirs)
            mine = {word: each for word, each in mine.items() if isinstance(each, int) is numbers or word in known}
        new = [each for each in theirs if _word(each) not in mine]
        gone = [each for word, each in mine.items() if word not in known]
        if len(new) == len(gone) == 1 and gone[0] not in spec.inferred:
            text = f"has the value `{new[0]}` where the spec has `{gone[0]}`"
            yield self._say("enum", path, text, f"enum: [{', '.join(map(str, theirs))}]", place)
            return
        for each in new:
            yield self._say(
                "enum",
                path,
                f"has a new value `{each}`",
                f"enum: […, {each}]",
                place,
                Draft("value", each, None),
                _word(each),
            )
        for each in gone:
            if each in spec.inferred or spec.trust is not None:
                text = f"the page does not have the value `{each}`, which is {spec.trust or 'inferred'} here"
                yield Difference(OPEN, "enum", self.where(path), text, place)
            else:
                yield self._say("enum", path, f"has no value `{each}`, the spec has", "", place, subject=_word(each))

    def names(self, spec: Value, names: Mapping[Scalar, str], path: str) -> Iterator[Difference]:
        """The differences of the names of values."""
        mine = {_word(each): name for each, name in spec.names.items()}
        values = {_word(each) for each in spec.enum or ()}
        place = spec.enum_place or spec.place
        for value, name in names.items():
            word = _word(value)
            if is_chinese(name) or word not in values:
                continue
            if word in mine and mine[word] != name:
                text = f"calls the value {value} {name}, the spec calls it {mine[word]}"
                yield self._say("enum name", path, text, f"x-enum-varnames: […, {name}, …]", place, subject=word)
            elif word not in mine and _plain(name) != _plain(word):
                yield self._say("enum name", path, f"calls the value {value} {name}", "", place, subject=word)

    # Members

    def _members(self, spec: Value, page: Value, path: str, depth: int) -> Iterator[Difference]:
        theirs = dict(page.members or {})
        for variant in page.variants:
            theirs |= {name: each for name, each in (variant.members or {}).items() if name not in theirs}
        if not theirs or (spec.open_map and not spec.members):
            return
        mine = dict(spec.members or {})
        if spec.variants:
            for variant in spec.variants:
                mine |= {name: each for name, each in (variant.members or {}).items() if name not in mine}
            if any(variant.members is None for variant in spec.variants):
                return
        renamed = renamed_members(mine, theirs) if not spec.variants else {}
        for name, member in theirs.items():
            inside = f"{path}.{name}" if path else name
            known = mine.get(name) or next((each for each in mine.values() if name in each.aliases), None)
            if name in renamed:
                known = mine[renamed[name]]
                was = f"{path}.{known.name}" if path else known.name
                yield self._say("renamed", was, f"is called `{name}` on the page", f"{name}: …", known.value.place)
                inside = was
            if known is None and self._part == "answer" and inside == "data" and not member.value.members:
                continue  # The envelope in full: there is nothing in it.
            if known is None:
                yield self._new(spec, member, inside)
                continue
            yield from self._required(known, member, inside, path)
            yield from self.compare(known.value, member.value, inside, depth + 1)
        if spec.variants:
            return
        for name, member in mine.items():
            if name in theirs or name in renamed.values() or any(each in theirs for each in member.aliases):
                continue
            inside = f"{path}.{name}" if path else name
            if self._part == "answer" and path == "" and name in ("code", "message", "data"):
                continue
            if member.value.trust is not None:
                text = f"the page does not have it; it is {member.value.trust} here"
                yield Difference(OPEN, "member", self.where(inside), text, member.value.place)
            else:
                yield self._say("member", inside, "is not on the page, the spec has it", "", member.value.place)

    def _new(self, spec: Value, member: Member, inside: str) -> Difference:
        needed = " required" if member.required else ""
        text = f"is a new{needed} member ({_described(member.value)})"
        owner = spec.schema or camel(self._part)
        yaml = member_yaml(member.name, member.value, owner)
        draft = Draft("member", member.name, member.value, bool(member.required))
        place = spec.place
        if spec.members:
            first = next(iter(spec.members.values())).value.place
            place = Place(first.file, first.path[:-1]) if first else place
        return self._say("new member", inside, text, yaml, place, draft)

    def _required(self, known: Member, member: Member, inside: str, path: str) -> Iterator[Difference]:
        if member.required is None or known.required is None or member.required is known.required:
            return
        text = "is required on the page, the spec has it optional"
        if not member.required:
            text = "is optional on the page, the spec has it required"
        yaml = f"required: […, {member.name}]" if member.required else f"required: … without {member.name}"
        yield self._say("required", inside, text, yaml, known.value.place)


def renamed_members(mine: Mapping[str, Member], theirs: Mapping[str, Member]) -> dict[str, str]:
    """Members of the page that are members of the spec under another name, with that of the spec.

    They have the same shape, and the same place among those that have kept their names or a name like it.
    """
    gone = [name for name in mine if name not in theirs]
    new = [name for name in theirs if name not in mine and not any(name in each.aliases for each in mine.values())]
    found: dict[str, str] = {}
    before_mine, before_theirs = _before(mine, theirs), _before(theirs, mine)
    scores = []
    for name in new[:30]:
        for old in gone[:30]:
            if not _same_shape(mine[old], theirs[name]):
                continue
            alike = SequenceMatcher(None, old, name).ratio()
            same_place = before_mine[old] == before_theirs[name]
            if same_place or alike >= _ALIKE:
                scores.append((alike + same_place, name, old))
    for _, name, old in sorted(scores, reverse=True):
        if name not in found and old not in found.values():
            found[name] = old
    return found


def _before(members: Mapping[str, Member], others: Mapping[str, Member]) -> dict[str, str]:
    """For each member, the nearest one before it that both sides have."""
    found, last = {}, ""
    for name in members:
        found[name] = last
        if name in others:
            last = name
    return found


def _same_shape(mine: Member, theirs: Member) -> bool:
    spec, page = mine.value, theirs.value
    if mine.required != theirs.required and theirs.required is not None:
        return False
    if not page.types or not (page.types <= spec.types or (page.types == {NUMBER} and INTEGER in spec.types)):
        return False
    if page.format in _FORMATS and spec.format not in _OURS and page.format != spec.format:
        return False
    inner_spec, inner_page = spec.innermost, page.innermost
    if inner_page.enum is not None and inner_spec.enum is not None:
        return bool(set(map(_word, inner_page.enum)) & set(map(_word, inner_spec.enum)))
    if inner_page.enum is not None:
        return False
    if inner_page.members and inner_spec.members:
        return bool(set(inner_page.members) & set(inner_spec.members))
    return not (inner_page.members and not inner_spec.variants)


def _described(value: Value) -> str:
    kind = "/".join(sorted(value.types)) or "of no type"
    if value.items is not None and value.items.types:
        kind = f"{kind} of {_described(value.items)}"
    if value.format in _FORMATS:
        kind = f"{kind} <{value.format}>"
    if value.enum is not None:
        kind = f"{kind}: {', '.join(f'`{each}`' for each in value.enum[:30])}"
    if value.run_together is not None:
        kind = f"{kind} with values that cannot be told apart: {value.run_together[:200]}"
    limits = ", ".join(f"{name} {limit:g}" for name, limit in value.limits.items())
    return f"{kind}, {limits}" if limits else kind


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _plain(text: str) -> str:
    return "".join(each for each in text.lower() if each.isalnum())
