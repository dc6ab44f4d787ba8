"""The base of all models: objects of the API that are written back as they arrived, with the changes made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Final, Self, Union, cast

import attrs

from .codecs import MISSING, Codec, Constant, ListOf, ListResidue, ManyOf, Selected, WireResidue
from .compiled import compile_flat_writer, compile_reader
from .problems import InvalidArgument, warn_inferred

OFTEN: Final = 100
"""How many objects of a class are read before its reader is compiled, which takes as long as reading 200."""


class Member:
    """One member of an object: its name on the wire, its attribute, its codec and what is promised of it.

    A list in the query travels under its name once, joined by commas, or is `repeated`: once for each item.
    """

    __slots__ = (
        "aliases",
        "attribute",
        "codec",
        "inferred",
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
        codec: Codec,
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
        self.codec = codec
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

    __slots__ = ("attribute", "codec", "pattern")

    def __init__(self, pattern: str, codec: Codec, attribute: str) -> None:
        self.pattern = re.compile(pattern)
        self.codec = codec
        self.attribute = attribute

    def take(self, unknown: dict[str, Any]) -> dict[str, Any]:
        """Takes out of the unknown members those that are payloads, read."""
        found: dict[str, Any] = {}
        for name in [name for name in unknown if self.pattern.search(name)]:
            value, residue = self.codec.read(unknown[name])
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
        self.read: Callable[[type[Any], Mapping[str, Any]], Any] = self._read_one_of_few
        """Reads an object of a class that has these members."""
        self._reads = 0

    @cached_property
    def shape(self) -> Any:
        """A list type by which msgspec recognises flat objects that are exactly as documented; None if not flat."""
        import msgspec

        if (
            not self.members
            or self.payloads
            or any(not member.codec.as_is or member.aliases for member in self.members)
        ):
            return None
        fields = [
            (f"f{index}", Union[*member.codec.as_is], msgspec.field(name=member.wire, default=None))
            for index, member in enumerate(self.members)
        ]
        return list[msgspec.defstruct("Shape", fields, forbid_unknown_fields=True, gc=False)]  # type: ignore[misc]

    @cached_property
    def write_flat(self) -> Callable[[Any], dict[str, Any]] | None:
        """Writes an object without residues, where all values are written as they are; None where some are not."""
        if (
            len(self.members) < 2
            or self.payloads
            or any(type(member.codec).write is not Codec.write for member in self.members)
        ):
            return None
        return compile_flat_writer(self.members)

    def _read_one_of_few(self, cls: type[Any], source: Mapping[str, Any]) -> Any:
        """Reads an object by a loop over the members; once many have been read, by what is compiled instead."""
        self._reads += 1
        if self._reads >= OFTEN:
            self.read = compile_reader(self.members, _read_member, _build)
        values: list[Any] = []
        kept = None
        for member in self.members:
            value = source.get(member.wire, MISSING)
            if type(value) not in member.codec.as_is:
                value, kept = _read_member(member, value, source, kept)
            values.append(value)
        return _build(cls, source, values, kept)

    def codec_of(self, wire: str) -> Codec:
        """The codec of a member."""
        return next(member.codec for member in self.members if member.wire == wire)

    def check(self, given: Mapping[str, Any], where: str = "") -> dict[str, Any]:
        """The members as they are sent; `InvalidArgument` when one is missing, unknown, wrong or too large."""
        prefix = f"{where}." if where else ""
        for name in given:
            if name not in self.names:
                raise InvalidArgument(f"{prefix}{name}", f"is not a member of {where or 'this request'}")
        sent: dict[str, Any] = {}
        for member in self.members:
            value = member.codec.mask(given.get(member.wire))
            path = f"{prefix}{member.wire.removesuffix('[]')}"
            if value is None and member.required and isinstance(member.codec, Constant):
                value = member.codec.value
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
            sent[member.wire] = member.codec.check(value, path, given)
        if self.at_least_one_of and not any(name in sent for name in self.at_least_one_of):
            raise InvalidArgument(
                f"{prefix}{self.at_least_one_of[0]}", f"one of {', '.join(self.at_least_one_of)} is required"
            )
        return sent


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


@attrs.define
class Preserved:
    """What an object cannot hold in its attributes: undocumented members, and residues of those with an odd form."""

    unknown: dict[str, Any] = attrs.field(factory=dict[str, Any])
    residues: dict[str, WireResidue | ListResidue] = attrs.field(factory=dict[str, WireResidue | ListResidue])
    names: dict[str, str] = attrs.field(factory=dict[str, str])


def _read_member(
    member: Member, raw: Any, source: Mapping[str, Any], kept: Preserved | None
) -> tuple[Any, Preserved | None]:
    """The value of a member, and what is kept of its object: None while it is as documented, with all members."""
    codec = member.codec
    if raw is MISSING:
        kept = kept or Preserved()
        name = next((alias for alias in member.aliases if alias in source), None) if member.aliases else None
        if name is None:
            if not isinstance(codec, ListOf):
                return None, kept
            kept.residues[member.wire] = WireResidue(MISSING, codec.new_list())
            return codec.new_list(), kept
        kept.names[member.wire] = name
        raw = source[name]
    value, residue = codec.read_beside(raw, source) if isinstance(codec, Selected) else codec.read(raw)
    if residue is None and value is None:
        # A null that is as documented: of a member that may be any JSON value.
        residue = WireResidue(None, None)
    if residue is not None:
        kept = kept or Preserved()
        kept.residues[member.wire] = residue
    return value, kept


def _build(cls: type[Any], source: Mapping[str, Any], values: Iterable[Any], kept: Preserved | None) -> Any:
    """An object some of whose members may be missing, odd or unknown."""
    members: Members = cls.__wire__
    if not members.names.issuperset(source):
        kept = kept or Preserved()
        known = members.names.union(kept.names.values())
        kept.unknown = {name: value for name, value in source.items() if name not in known}
    if members.payloads is not None:
        values = (*values, members.payloads.take({} if kept is None else kept.unknown))
    if kept is None or not (kept.unknown or kept.residues or kept.names):
        return cls(*values)
    return cls(*values, _preserved=kept)


class Model:
    """An object of the API.

    Reading one never raises: what is missing or null is None (a list is []), what has the wrong type is None too, and
    `to_dict()` returns all of it as it arrived, with the changes made since.
    """

    __slots__ = ()

    __wire__: ClassVar[Members]
    _preserved: Preserved | None

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Reads an object.

        Args:
            source: The object as it was parsed from JSON. It is not changed, and not preserved.
        """
        made: Self = cls.__wire__.read(cls, source)
        return made

    @classmethod
    def from_flat_dicts(cls, sources: list[Any]) -> list[Self] | None:
        """Reads many objects at once, if all are flat and exactly as documented; None otherwise."""
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
        """The object as it goes into JSON: as it arrived, with the changes made since."""
        preserved = self._preserved
        if preserved is None:
            write_flat = self.__wire__.write_flat
            if write_flat is not None:
                return write_flat(self)
        made: dict[str, Any] = {}
        for member in self.__wire__.members:
            value = getattr(self, member.attribute)
            residue = None if preserved is None else preserved.residues.get(member.wire)
            if residue is None and value is None:
                continue
            written = member.codec.restore(value, residue)
            if written is not MISSING:
                made[member.wire if preserved is None else preserved.names.get(member.wire, member.wire)] = written
        payloads = self.__wire__.payloads
        if payloads is not None:
            for name, value in getattr(self, payloads.attribute).items():
                made[name] = payloads.codec.write(value)
        if preserved is not None:
            for name, value in preserved.unknown.items():
                made.setdefault(name, value)
        return made

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The members that are not documented, by name. Empty for most responses."""
        return {} if self._preserved is None else self._preserved.unknown

    def raw_value(self, name: str) -> Any:
        """A member as it arrived or was set, by its name on the wire, also where its attribute reads as None.

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
        """Each deviation of the response from the documentation, as a sentence."""
        where = where or type(self).__name__
        preserved = self._preserved or Preserved()
        for name in preserved.unknown:
            yield f"{where}.{name} is not documented"
        for member in self.__wire__.members:
            place = f"{where}.{member.wire}"
            residue = preserved.residues.get(member.wire)
            value = getattr(self, member.attribute)
            if member.wire in preserved.names:
                yield f"{place} came as {preserved.names[member.wire]}"
            if isinstance(residue, WireResidue):
                if residue.raw_value is None and not member.nullable:
                    yield f"{place} is null"
                elif residue.raw_value is MISSING and member.required:
                    yield f"{place} is missing"
                elif (
                    residue.raw_value is not None
                    and residue.raw_value is not MISSING
                    and not member.codec.is_documented_form(residue)
                ):
                    yield f"{place} has an unexpected form ({type(residue.raw_value).__name__})"
            elif residue is not None and not (
                isinstance(member.codec, ManyOf) and member.codec.are_documented_forms(residue)
            ):
                yield f"{place} holds items of an unexpected form"
            elif value is None and member.required:
                yield f"{place} is missing"
            yield from member.codec.deviations(value, place)
        payloads = self.__wire__.payloads
        if payloads is not None:
            for name, value in getattr(self, payloads.attribute).items():
                yield from payloads.codec.deviations(value, f"{where}.{name}")


def empty_dict() -> dict[str, Any]:
    """The default of a mapping."""
    return {}


def empty_list() -> list[Any]:
    """The default of a list."""
    return []


RESERVED = frozenset(name for name in dir(Model) if not name.startswith("__")) | {
    *("_preserved", "self", "define", "field", "empty_dict", "empty_list", "as_secret", "repr_masked", "repr_keys"),
    *("Preserved", "Member", "Members", "Payloads", "payload_states"),
}
"""Names that a member cannot have as its attribute: what every model has, and what a model's class body calls."""
