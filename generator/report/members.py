"""The differences of members: of the arguments of a method, or of the members of a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.documents import Document
from generator.report import type_relations as types
from generator.report.api import ANSWER, REQUEST, Member
from generator.report.changes import ADDITION, BREAKING, DOCUMENTATION, FIX, Changes
from generator.report.renames import renamed_members

_LIMITS = {
    "minimum": ("at least {}", 1),
    "exclusiveMinimum": ("above {}", 1),
    "maximum": ("at most {}", -1),
    "minItems": ("at least {} items long", 1),
    "maxItems": ("at most {} items long", -1),
    "maxLength": ("at most {} characters long", -1),
    "uniqueItems": ("without repetition", 1),
}
"""How a limit is said, and whether more of it (1) or less (-1) is narrower."""

_NOTES = {
    "sentinel": (FIX, "other values read as None"),
    "sensitive": (FIX, "repr shows it otherwise"),
    "codes": (FIX, "its codes changed"),
    "range": (DOCUMENTATION, "its normal range changed"),
    "confidence": (DOCUMENTATION, "how sure it is changed"),
}


@dataclass(frozen=True)
class Difference:
    """What is different about one member."""

    kind: str
    text: str
    """In the client's language; follows the member's name."""
    wire: str | None = ""
    """The same on the wire; empty where the words are the same, None where nothing changed there."""
    warning: str = ""
    silent: bool = False
    """Whether only the wire changed."""


@dataclass(frozen=True)
class Bearer:
    """What the members belong to: a method or a model."""

    client: str
    wire: str
    ways: frozenset[str]
    pages: tuple[str, ...]
    renames: dict[str, str]
    """The new names of schemas."""

    @property
    def sent(self) -> bool:
        """Whether callers send it."""
        return REQUEST in self.ways

    @property
    def read(self) -> bool:
        """Whether callers read it."""
        return ANSWER in self.ways


def compare_members(changes: Changes, bearer: Bearer, before: dict[str, Member], after: dict[str, Member]) -> None:
    """Says how the members of one bearer differ."""
    renames = renamed_members(before, after)
    for name, old in before.items():
        if name in renames:
            new = after[renames[name]]
            _say(changes, bearer, old, Difference(BREAKING, f"renamed to {new.attribute}", f"renamed to {new.name}"))
            _compare(changes, bearer, old, new)
        elif name not in after:
            _say(changes, bearer, old, Difference(BREAKING, "removed"))
        else:
            _compare(changes, bearer, old, after[name])
    for name, new in after.items():
        if name not in before and name not in renames.values():
            _say(changes, bearer, new, _added(bearer, new))


def _added(bearer: Bearer, new: Member) -> Difference:
    if not bearer.sent:
        return Difference(ADDITION, "added")
    return Difference(BREAKING, "added (required)") if new.required else Difference(ADDITION, "added (optional)")


def _compare(changes: Changes, bearer: Bearer, old: Member, new: Member) -> None:
    for difference in differences(bearer, old, new):
        _say(changes, bearer, new, difference)


def _say(changes: Changes, bearer: Bearer, member: Member, difference: Difference) -> None:
    where = "member" if member.place == "member" else f"{member.place} member"
    wire = difference.text if difference.wire == "" else difference.wire
    changes.say(
        difference.kind,
        None if difference.silent else (bearer.client, f"{member.attribute} {difference.text}"),
        None if wire is None else (bearer.wire, f"{where} {member.name} {wire}"),
        bearer.pages,
        warning=difference.warning,
        member=member.attribute,
    )


def differences(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    """Everything that is different about a member."""
    yield from _place(old, new)
    yield from _presence(bearer, old, new)
    yield from _type(bearer, old, new)
    yield from _selection(bearer, old, new)
    yield from _limits(bearer, old, new)
    yield from _conditions(bearer, old, new)
    yield from _meaning(bearer, old, new)


def _place(old: Member, new: Member) -> Iterator[Difference]:
    if (old.place == "path") is not (new.place == "path"):
        how = "positional" if new.place == "path" else "a keyword"
        yield Difference(BREAKING, f"is now {how}", f"was in the {old.place}")
    elif old.place != new.place:
        yield Difference(FIX, f"travels in the {new.place}", f"was in the {old.place}")


def _presence(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    if old.required is new.required:
        if bearer.read and _nullable(new.schema) and not _nullable(old.schema) and new.required:
            yield Difference(FIX, "may be null, which reads as None", "may be null", warning="its type does not say so")
        return
    if new.required:
        if bearer.sent:
            yield Difference(BREAKING, "is now required")
        else:
            yield Difference(ADDITION, "is now always there", "is now promised")
    elif not bearer.read:
        yield Difference(ADDITION, "is now optional")
    elif old.read == new.read:
        yield Difference(FIX, "may be missing, which reads as an empty list", "is no longer promised")
    else:
        yield Difference(BREAKING, "may now be None", "is no longer promised")


def _nullable(schema: Document) -> bool:
    return "null" in (schema.get("type") or []) or any(each.get("type") == "null" for each in schema.get("anyOf", []))


def _type(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    wire = None if _json(bearer, old) == _json(bearer, new) else f"is {_json(bearer, new)}, was {_json(bearer, old)}"
    said = False
    if bearer.sent:
        first, second = _written(bearer, old), _written(bearer, new)
        how = types.relation(first, second)
        if how != types.SAME:
            said = True
            kind = ADDITION if how == types.WIDER else BREAKING
            yield Difference(kind, f"takes {types.change(first, second)}", wire)
    if bearer.read:
        first, second = _answered(bearer, old), _answered(bearer, new)
        how = types.relation(first, second)
        if how != types.SAME:
            selected = all("selected_by" in each.notes for each in (old, new))
            kind = FIX if how == types.NARROWER else BREAKING
            kind = ADDITION if how == types.WIDER and selected else kind
            warning = "programs that tell all types apart do not know the new ones" if kind == ADDITION else ""
            yield Difference(kind, f"is {types.change(first, second)}", None if said else wire, warning=warning)
            said = True
    if wire and not said:
        yield Difference(FIX, wire, silent=True)


def _written(bearer: Bearer, member: Member) -> str:
    text = types.renamed(member.write, bearer.renames)
    return types.without_literals(text)


def _answered(bearer: Bearer, member: Member) -> str:
    return types.renamed(member.read.removesuffix(" | None"), bearer.renames)


def _json(bearer: Bearer, member: Member) -> str:
    return types.renamed(_json_type(member.schema), bearer.renames)


def _json_type(schema: Document) -> str:
    chosen = schema.get("x-flighthub", {}).get("selected_by")
    if chosen:
        return "one of " + ", ".join(sorted({_json_type(each) for each in chosen["schemas"].values()}))
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(_json_type(part) for part in schema["anyOf"] if part.get("type") != "null")
    types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type", "anything")]
    text = " or ".join(str(each) for each in types if each != "null")
    if "items" in schema:
        text += f" of {_json_type(schema['items'])}"
    if "const" in schema:
        text += f" {schema['const']!r}"
    return f"{text} ({schema['format']})" if "format" in schema else text


def _selection(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    """What a sibling selects, where the same types as before are selected otherwise, or more of them."""
    before, after = (each.notes.get("selected_by") for each in (old, new))
    if not before or not after:
        return
    if before["member"] != after["member"]:
        yield Difference(BREAKING, f"goes by {after['member']}, went by {before['member']}")
    first, second = (
        {value: types.renamed(_json_type(each), bearer.renames) for value, each in chosen["schemas"].items()}
        for chosen in (before, after)
    )
    for value in [*first, *(each for each in second if each not in first)]:
        if value not in second:
            yield Difference(BREAKING, f"for {value} is no longer {first[value]}")
        elif value not in first:
            warning = "was read without a type of its own" if bearer.read else ""
            yield Difference(ADDITION, f"for {value} is {second[value]}", warning=warning)
        elif first[value] != second[value]:
            yield Difference(BREAKING, f"for {value} is {second[value]}, was {first[value]}")


def _limits(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    for key in dict.fromkeys([*old.limits, *new.limits]):
        first, second = old.limits.get(key), new.limits.get(key)
        if first != second:
            kind = DOCUMENTATION
            if bearer.sent:
                kind = BREAKING if _narrower(key, first, second) else ADDITION
            yield Difference(kind, _limited(key, first, second))
    for key in dict.fromkeys([*old.inferred, *new.inferred]):
        first, second = old.inferred.get(key), new.inferred.get(key)
        if first != second and key not in new.limits:
            yield Difference(FIX, f"{_limited(key, first, second)}; inferred, so only a warning")


def _narrower(key: str, first: Any, second: Any) -> bool:
    if first is None or second is None:
        return first is None
    return bool((second - first) * _LIMITS[key.removeprefix("items.")][1] > 0)


def _limited(key: str, first: Any, second: Any) -> str:
    words = _LIMITS[key.rpartition(".")[2]][0]
    subject = "each of its items " if key.startswith("items.") else ""
    if second is None or second is False:
        return f"{subject}no longer has to be {words.format(first)}"
    return f"{subject}must be {words.format(second)}" + (f", was {words.format(first)}" if first is not None else "")


def _conditions(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    if not bearer.sent:
        return
    before, after = _pairs(old, "required_when"), _pairs(new, "required_when")
    for sibling, value in sorted(after - before):
        yield Difference(BREAKING, f"is now required when {sibling} is {value}")
    for sibling, value in sorted(before - after):
        if not new.required:
            yield Difference(ADDITION, f"is no longer required when {sibling} is {value}")
    inferred = new.notes.get("confidence") == "inferred"
    before, after = _pairs(old, "only_when"), _pairs(new, "only_when")
    if not after and before:
        yield Difference(ADDITION, "goes with anything")
    elif after and not before:
        words = " or ".join(f"{sibling} {value}" for sibling, value in sorted(after))
        yield Difference(FIX if inferred else BREAKING, f"goes with {words} only" + (", a warning" if inferred else ""))
    elif after != before:
        for sibling, value in sorted(before - after):
            yield Difference(FIX if inferred else BREAKING, f"no longer goes with {sibling} {value}")
        for sibling, value in sorted(after - before):
            yield Difference(ADDITION, f"goes with {sibling} {value}, too")


def _pairs(member: Member, note: str) -> set[tuple[str, str]]:
    return {(sibling, str(each)) for sibling, values in member.notes.get(note, {}).items() for each in values}


def _meaning(bearer: Bearer, old: Member, new: Member) -> Iterator[Difference]:
    for note in ("time", "unit"):
        first, second = old.notes.get(note), new.notes.get(note)
        if first and second and first != second:
            yield Difference(BREAKING, f"counts in {second}, was {first}")
        elif first != second:
            yield Difference(DOCUMENTATION, f"says its {note}: {second}" if second else f"no longer says its {note}")
    if bearer.read:
        first, second = set(old.notes.get("aliases", [])), set(new.notes.get("aliases", []))
        for name in sorted(second - first):
            yield Difference(FIX, f"is read from {name}, too")
        for name in sorted(first - second - {new.name}):
            yield Difference(BREAKING, f"is no longer read from {name}")
    if old.schema.get("default") != new.schema.get("default"):
        yield Difference(FIX, f"is {new.schema.get('default')} unless given, was {old.schema.get('default')}")
    for note, (kind, text) in _NOTES.items():
        if old.notes.get(note) != new.notes.get(note):
            yield Difference(kind, f"– {text}")
    if old.schema.get("description") != new.schema.get("description"):
        yield Difference(DOCUMENTATION, "is described anew")
