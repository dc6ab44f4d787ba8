"""The base of all models: objects of the API that give back what came and show what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, ClassVar, Final, Self, cast

import attrs

from .kinds import ABSENT, Constant, Kind, ListOf, ManyOf, OddItems, Residue, Selected, give_back
from .problems import InvalidArgument, warn_inferred

_MANY: Final = 64
"""How many flat objects are worth importing the fast parser for."""


class Member:
    """One member of an object: its name on the wire, its attribute, its kind and what is promised of it.

    A list in the query travels under its name once, joined by commas, or is `repeated`: once for each item.
    """

    __slots__ = (
        "aliases",
        "attribute",
        "inferred",
        "kind",
        "nullable",
        "only_when",
        "repeated",
        "required",
        "required_when",
        "wire",
    )

    def __init__(
        self,
        wire: str,
        kind: Kind,
        *,
        attribute: str | None = None,
        required: bool = False,
        nullable: bool = False,
        repeated: bool = False,
        inferred: bool = False,
        aliases: tuple[str, ...] = (),
        required_when: Mapping[str, tuple[Any, ...]] | None = None,
        only_when: Mapping[str, tuple[Any, ...]] | None = None,
    ) -> None:
        self.wire = wire
        self.kind = kind
        self.attribute = attribute or wire
        self.required = required
        self.nullable = nullable
        self.repeated = repeated
        self.inferred = inferred
        self.aliases = aliases
        self.required_when = required_when or {}
        self.only_when = only_when or {}


class Payloads:
    """Members whose names are payload indexes such as `99-0-0`, read into one mapping."""

    __slots__ = ("attribute", "kind", "pattern")

    def __init__(self, pattern: str, kind: Kind, attribute: str) -> None:
        self.pattern = re.compile(pattern)
        self.kind = kind
        self.attribute = attribute

    def take(self, unknown: dict[str, Any]) -> dict[str, Any]:
        """Takes out of the unknown members those that are payloads, read."""
        found: dict[str, Any] = {}
        for name in [name for name in unknown if self.pattern.search(name)]:
            value, residue = self.kind.read(unknown[name])
            if residue is None:
                found[name] = value
                del unknown[name]
        return found


class Members:
    """The members of an object, in the documentation's order, and what holds among them."""

    def __init__(
        self, *members: Member, at_least_one_of: tuple[str, ...] = (), payloads: Payloads | None = None
    ) -> None:
        self.members = members
        self.payloads = payloads
        self.at_least_one_of = at_least_one_of
        self.names = frozenset(member.wire for member in members)
        self.repeated = frozenset(member.wire for member in members if member.repeated)

    @cached_property
    def shape(self) -> Any:
        """A list type by which msgspec recognises flat objects that are exactly as documented; None if not flat."""
        import msgspec

        if (
            not self.members
            or self.payloads
            or any(member.kind.shape is None or member.aliases for member in self.members)
        ):
            return None
        fields = [
            (f"f{index}", member.kind.shape, msgspec.field(name=member.wire, default=None))
            for index, member in enumerate(self.members)
        ]
        return list[msgspec.defstruct("Shape", fields, forbid_unknown_fields=True, gc=False)]  # type: ignore[misc]

    @cached_property
    def flat(self) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]] | None:
        """Names and a getter of all values, where all of them are written as they are; None otherwise."""
        if (
            len(self.members) < 2
            or self.payloads
            or any(type(member.kind).write is not Kind.write for member in self.members)
        ):
            return None
        attributes = [member.attribute for member in self.members]
        return tuple(member.wire for member in self.members), attrgetter(*attributes)

    def kind_of(self, wire: str) -> Kind:
        """The kind of a member."""
        return next(member.kind for member in self.members if member.wire == wire)

    def check(self, given: Mapping[str, Any], where: str = "") -> dict[str, Any]:
        """The members as they are sent; `InvalidArgument` when one is missing, unknown, wrong or too large."""
        prefix = f"{where}." if where else ""
        for name in given:
            if name not in self.names:
                raise InvalidArgument(f"{prefix}{name}", f"is not a member of {where or 'this request'}")
        sent: dict[str, Any] = {}
        for member in self.members:
            value = member.kind.mask(given.get(member.wire))
            path = f"{prefix}{member.wire.removesuffix('[]')}"
            if value is None and member.required and isinstance(member.kind, Constant):
                value = member.kind.value
            if value is None:
                if member.required:
                    raise InvalidArgument(path, "is required")
                for sibling, values in member.required_when.items():
                    if _plain(given.get(sibling)) in values:
                        raise InvalidArgument(path, f"is required when {sibling} is {_plain(given.get(sibling))!r}")
                continue
            for sibling, values in member.only_when.items():
                if _plain(given.get(sibling)) not in values:
                    words = " or ".join(repr(each) for each in values)
                    problem = f"goes only with {sibling} {words}, not {_plain(given.get(sibling))!r}"
                    if not member.inferred:
                        raise InvalidArgument(path, problem)
                    message = f"{path} {problem}; this is inferred, so it is sent all the same"
                    warn_inferred(message)
            sent[member.wire] = member.kind.check(value, path, given)
        if self.at_least_one_of and not any(name in sent for name in self.at_least_one_of):
            raise InvalidArgument(
                f"{prefix}{self.at_least_one_of[0]}", f"one of {', '.join(self.at_least_one_of)} is required"
            )
        return sent


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


@attrs.define
class Kept:
    """What an object cannot hold in its attributes: members nobody described, and residues of those that were odd."""

    unknown: dict[str, Any] = attrs.field(factory=dict[str, Any])
    residues: dict[str, Residue | OddItems] = attrs.field(factory=dict[str, Residue | OddItems])
    names: dict[str, str] = attrs.field(factory=dict[str, str])


class Model:
    """An object of the API.

    Reading one never raises: what is missing or null is None (a list is []), what has the wrong type is None too, and
    `to_dict()` gives back all of it as it came, with the changes made since.
    """

    __slots__ = ()

    __wire__: ClassVar[Members]
    _kept: Kept | None

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Reads an object.

        Args:
            source: The object as it was parsed from JSON. It is not changed, and not kept.
        """
        values: list[Any] = []
        kept = Kept()
        seen = 0
        for member in cls.__wire__.members:
            name = member.wire
            if name not in source:
                name = next((alias for alias in member.aliases if alias in source), name)
                if name not in source:
                    if isinstance(member.kind, ListOf):
                        empty: list[Any] = []
                        values.append(empty)
                        kept.residues[member.wire] = Residue(ABSENT, [])
                    else:
                        values.append(None)
                    continue
                kept.names[member.wire] = name
            seen += 1
            kind = member.kind
            value, residue = (
                kind.read_beside(source[name], source) if isinstance(kind, Selected) else kind.read(source[name])
            )
            values.append(value)
            if residue is not None:
                kept.residues[member.wire] = residue
        if seen != len(source):
            known = cls.__wire__.names.union(kept.names.values())
            kept.unknown = {name: value for name, value in source.items() if name not in known}
        if cls.__wire__.payloads is not None:
            values.append(cls.__wire__.payloads.take(kept.unknown))
        build = cast("Callable[..., Self]", cls)
        return build(*values, _kept=kept if kept.unknown or kept.residues or kept.names else None)

    @classmethod
    def from_flat_dicts(cls, sources: list[Any]) -> list[Self] | None:
        """Reads many objects at once, if all are flat and exactly as documented; None otherwise."""
        if len(sources) < _MANY:
            return None
        shape = cls.__wire__.shape
        if shape is None:
            return None
        import msgspec
        from msgspec.structs import astuple

        try:
            shapes = msgspec.convert(sources, shape)
        except msgspec.ValidationError:
            return None
        build = cast("Callable[..., Self]", cls)
        return [build(*astuple(each)) for each in shapes]

    def to_dict(self) -> dict[str, Any]:
        """The object as it goes into JSON: what came, and what was changed."""
        kept = self._kept
        flat = self.__wire__.flat
        if kept is None and flat is not None:
            names, values = flat
            return {name: value for name, value in zip(names, values(self), strict=True) if value is not None}
        made: dict[str, Any] = {}
        for member in self.__wire__.members:
            value = getattr(self, member.attribute)
            residue = None if kept is None else kept.residues.get(member.wire)
            if residue is None and value is None:
                continue
            written = give_back(member.kind, value, residue)
            if written is not ABSENT:
                made[member.wire if kept is None else kept.names.get(member.wire, member.wire)] = written
        payloads = self.__wire__.payloads
        if payloads is not None:
            for name, value in getattr(self, payloads.attribute).items():
                made[name] = payloads.kind.write(value)
        if kept is not None:
            for name, value in kept.unknown.items():
                made.setdefault(name, value)
        return made

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The members that came although nobody described them, by name. Empty for most answers."""
        return {} if self._kept is None else self._kept.unknown

    def came(self, name: str) -> Any:
        """A member as it came or was set, by its name on the wire, also where its attribute reads as None.

        Sentinels such as 32767, which say that a device does not know, are found here.
        """
        return self.to_dict().get(name)

    def written_members(self) -> dict[str, Any]:
        """The members that have a value, by their names on the wire, as they are checked before a request."""
        made = {member: getattr(self, member.attribute) for member in self.__wire__.members}
        return {
            member.wire: value
            for member, value in made.items()
            if value is not None and (member.required or value != [])
        }

    def deviations(self, where: str = "") -> Iterator[str]:
        """Each point in which what came departs from the documentation, as a sentence."""
        where = where or type(self).__name__
        kept = self._kept or Kept()
        for name in kept.unknown:
            yield f"{where}.{name} is not documented"
        for member in self.__wire__.members:
            place = f"{where}.{member.wire}"
            residue = kept.residues.get(member.wire)
            value = getattr(self, member.attribute)
            if member.wire in kept.names:
                yield f"{place} came as {kept.names[member.wire]}"
            if isinstance(residue, Residue):
                if residue.came is None and not member.nullable:
                    yield f"{place} is null"
                elif residue.came is ABSENT and member.required:
                    yield f"{place} is missing"
                elif residue.came is not None and residue.came is not ABSENT and not member.kind.expects(residue):
                    yield f"{place} has an unexpected form ({type(residue.came).__name__})"
            elif residue is not None and not (isinstance(member.kind, ManyOf) and member.kind.expects_items(residue)):
                yield f"{place} holds items of an unexpected form"
            elif value is None and member.required:
                yield f"{place} is missing"
            yield from member.kind.deviations(value, place)
        payloads = self.__wire__.payloads
        if payloads is not None:
            for name, value in getattr(self, payloads.attribute).items():
                yield from payloads.kind.deviations(value, f"{where}.{name}")


def empty_dict() -> dict[str, Any]:
    """What a mapping is that nobody gave."""
    return {}


def empty_list() -> list[Any]:
    """What a list is that nobody gave."""
    return []


RESERVED = frozenset(name for name in dir(Model) if not name.startswith("__")) | {
    *("_kept", "self", "define", "field", "empty_dict", "empty_list", "as_secret", "repr_masked", "repr_keys"),
    *("Kept", "Member", "Members", "Payloads", "payload_states"),
}
"""Names that a member cannot have as its attribute: what every model has, and what a model's class body calls."""
