"""Lists, maps and tuples of other values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from typing import Any, Final

from ..garbage import pause_collector
from ..problems import InvalidArgument
from ..records import Records
from ..secrets import kind_of
from ..wire import is_list, is_mapping, is_object
from .base import Codec, ListResidue, Read, WireResidue, wrong_type
from .limits import Limits
from .objects import ObjectOf

_CHUNK: Final = 1024
"""How many items of a list are read at once; one that is odd slows down its own chunk only."""


class ManyOf(Codec):
    """Values that share a codec."""

    def __init__(self, item: Codec, limits: Limits | None = None, inferred: Limits | None = None) -> None:
        super().__init__(limits, inferred)
        self.item = item

    def are_documented_forms(self, residue: ListResidue) -> bool:
        """Whether all items have documented forms, although the values read from them are written otherwise."""
        return not residue.dropped and all(
            self.item.is_documented_form(each)
            if isinstance(each, WireResidue)
            else isinstance(self.item, ManyOf) and self.item.are_documented_forms(each)
            for each in residue.residues.values()
        )

    def restore(self, value: Any, residue: WireResidue | ListResidue | None) -> Any:
        """As of any codec, item by item where some of them have residues."""
        if not isinstance(residue, ListResidue) or value is not residue.value:
            return super().restore(value, residue)
        if is_object(value):
            written = {name: self.item.restore(value[name], residue.residues.get(name)) for name in value}
            return {**residue.dropped, **written}
        items = [self.item.restore(each, residue.residues.get(index)) for index, each in enumerate(value)]
        for index, raw in residue.dropped.items():
            items.insert(index, raw)
        return items


class ListOf(ManyOf):
    """A list of values that share a codec. null and a missing list both read as []. Models are read into `Records`."""

    def new_list(self, values: Iterable[Any] = ()) -> list[Any]:
        """A list of values that were read."""
        return Records(values, of=self.item.load_model) if isinstance(self.item, ObjectOf) else [*values]

    def read_whole(self, raw: Any) -> list[Any] | None:
        """A list that is short and in which nothing is odd; None for any other value."""
        if not is_list(raw) or len(raw) > _CHUNK:
            return None
        many = self.item.read_many(raw)
        return None if many is None else self.new_list(many)

    def read(self, raw: Any) -> Read:
        values = self.new_list()
        if not is_list(raw):
            return values, WireResidue(raw, self.new_list())
        dropped: dict[int, Any] = {}
        residues: dict[int, WireResidue | ListResidue] = {}
        read = self.item.read
        with pause_collector() if len(raw) > _CHUNK else nullcontext():
            for start in range(0, len(raw), _CHUNK):
                chunk = raw[start : start + _CHUNK]
                many = self.item.read_many(chunk)
                if many is not None:
                    values += many
                    continue
                for index, each in enumerate(chunk, start):
                    value, residue = read(each)
                    if value is None:
                        dropped[index] = each
                        continue
                    if residue is not None:
                        residues[len(values)] = residue
                    values.append(value)
        return values, ListResidue(values, dropped, residues) if dropped or residues else None

    def write(self, value: Any) -> Any:
        return self.item.write_many(value) if is_list(value) else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, (str, bytes)) or is_mapping(value) or not isinstance(value, Iterable):
            raise wrong_type(member, "a list", value)
        items: list[Any] = [*value]
        return [self.item.check(each, f"{member}[{index}]", {}) for index, each in enumerate(items)]

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        for index, each in enumerate(value or ()):
            yield from self.item.deviations(each, f"{where}[{index}]")


class MapOf(ManyOf):
    """An object whose members have undocumented names, and values that share a codec."""

    def read(self, raw: Any) -> Read:
        if not is_object(raw):
            return None, WireResidue(raw, None)
        values: dict[str, Any] = {}
        dropped: dict[str, Any] = {}
        residues: dict[str, WireResidue | ListResidue] = {}
        for name, each in raw.items():
            value, residue = self.item.read(each)
            if value is None:
                dropped[name] = each
                continue
            if residue is not None:
                residues[name] = residue
            values[name] = value
        return values, ListResidue(values, dropped, residues) if dropped or residues else None

    def write(self, value: Any) -> Any:
        return {name: self.item.write(each) for name, each in value.items()} if is_mapping(value) else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not is_mapping(value):
            raise wrong_type(member, "a mapping", value)
        given: Mapping[Any, Any] = value
        for name in given:
            if not isinstance(name, str):
                raise InvalidArgument(member, f"must have text as its names, not {kind_of(name)}")
        return {name: self.item.check(given[name], f"{member}.{name}", {}) for name in given}

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        values: Mapping[str, Any] = value or {}
        for name in values:
            yield from self.item.deviations(values[name], f"{where}.{name}")


class TupleOf(Codec):
    """A list whose places have codecs of their own, such as the longitude and the latitude of a position."""

    def __init__(self, *places: Codec, limits: Limits | None = None) -> None:
        super().__init__(limits)
        self.places = places

    def read(self, raw: Any) -> Read:
        return (raw, None) if is_list(raw) else (None, WireResidue(raw, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, (str, bytes)) or is_mapping(value) or not isinstance(value, Iterable):
            raise wrong_type(member, "a list", value)
        items: list[Any] = [*value]
        if len(items) > len(self.places):
            raise InvalidArgument(member, f"must have at most {len(self.places)} items, not {len(items)}")
        return [
            place.check(each, f"{member}[{index}]", {})
            for index, (place, each) in enumerate(zip(self.places, items, strict=False))
        ]
