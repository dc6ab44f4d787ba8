"""Objects that travel as they are, or as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..wire import is_object
from .base import Codec, ListResidue, Read, WireResidue


class OrJsonText(Codec):
    """A value of another codec, which may also arrive as the JSON text of an object. It goes back as it arrived."""

    def __init__(self, codec: Codec) -> None:
        super().__init__()
        self.codec = codec

    def read(self, raw: Any) -> Read:
        parsed = parse_object(raw) if type(raw) is str else None
        if parsed is None:
            return self.codec.read(raw)
        value, residue = self.codec.read(parsed)
        return value, WireResidue(raw, value) if residue is None else WireResidue(raw, None)

    def restore(self, value: Any, residue: WireResidue | ListResidue | None) -> Any:
        """The text that arrived while it says the same as the value; a new one once the value was changed inside."""
        if not isinstance(residue, WireResidue) or type(residue.raw_value) is not str or value is None:
            return self.codec.restore(value, residue)
        written = json.dumps(self.codec.write(value), sort_keys=True)
        # Compared as text, since a number that is none differs from itself.
        same = residue.still_matches(value) and json.dumps(parse_object(residue.raw_value), sort_keys=True) == written
        return residue.raw_value if same else written

    def is_documented_form(self, residue: WireResidue) -> bool:
        return type(residue.raw_value) is str and residue.value is not None

    def mask(self, value: Any) -> Any:
        return self.codec.mask(value)

    def empty_value(self) -> Any:
        return self.codec.empty_value()

    def write(self, value: Any) -> Any:
        return self.codec.write(value)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        return self.codec.check(value, member, siblings)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        yield from self.codec.deviations(value, where)


def parse_object(text: str) -> dict[str, Any] | None:
    """The object that a JSON text holds; None where it holds none."""
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return parsed if is_object(parsed) else None
