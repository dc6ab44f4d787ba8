"""Values whose codec is decided by a sibling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..problems import InvalidArgument
from ..secrets import mask_values
from ..wire import is_list, is_mapping
from .base import Codec, Read, WireResidue
from .objects import ObjectOf


class Selected(Codec):
    """A value whose codec is decided by a sibling, such as `repeat_option` by `repeat_type`, or by a member of one."""

    def __init__(self, by: str, codecs: Mapping[Any, Codec], otherwise: Codec | None = None) -> None:
        super().__init__()
        self.by = by
        self.codecs = codecs
        self.otherwise = otherwise

    def mask(self, value: Any) -> Any:
        return mask_values(value)

    def of(self, siblings: Mapping[str, Any]) -> Codec | None:
        """The codec that goes with the sibling's value, if there is one."""
        place: Any = siblings
        for step in self.by.split("."):
            place = place.get(step) if is_mapping(place) else None
        chosen = getattr(place, "value", place)
        return self.codecs.get(chosen, self.otherwise) if type(chosen) in (str, int) else self.otherwise

    def empty_value(self) -> Any:
        return None if self.otherwise is None else self.otherwise.empty_value()

    def read_beside(self, raw: Any, siblings: Mapping[str, Any]) -> Read:
        """Reads the value by its siblings. What fits no codec reads as None and is written back unchanged."""
        codec = self.of(siblings)
        if codec is None or raw is None:
            return None, WireResidue(raw, None)
        value, residue = codec.read(raw)
        return (value, None) if residue is None else (None, WireResidue(raw, None))

    def write(self, value: Any) -> Any:
        if hasattr(value, "to_dict"):
            return value.to_dict()
        return [self.write(each) for each in value] if is_list(value) else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        codec = self.of(siblings)
        if codec is None:
            chosen = siblings.get(self.by)
            raise InvalidArgument(member, f"does not go with {self.by}={getattr(chosen, 'value', chosen)!r}")
        if isinstance(codec, ObjectOf) and hasattr(value, "to_dict") and not isinstance(value, codec.model):
            chosen = getattr(siblings[self.by], "value", siblings[self.by])
            raise InvalidArgument(member, f"must be {codec.name} for {self.by}={chosen!r}, not {type(value).__name__}")
        return codec.check(value, member, siblings)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if hasattr(value, "deviations"):
            yield from value.deviations(where)
