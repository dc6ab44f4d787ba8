"""Text, and values that are always the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from ..problems import InvalidArgument
from .base import Codec, Read, WireResidue, wrong_type
from .limits import Limits


class String(Codec):
    """Text. With `id`, text that names something and so is never empty; a UUID object is taken as well."""

    as_is = frozenset({str})

    def __init__(self, limits: Limits | None = None, inferred: Limits | None = None, *, id: bool = False) -> None:
        super().__init__(limits, inferred)
        self.id = id

    def read(self, raw: Any) -> Read:
        if type(raw) is str:
            return raw, None
        if type(raw) is int or type(raw) is float:
            text = str(raw)
            return text, WireResidue(raw, text)
        return None, WireResidue(raw, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if self.id and isinstance(value, UUID):
            return str(value)
        if not isinstance(value, str):
            raise wrong_type(member, "text", value)
        if self.id and not value.strip():
            raise InvalidArgument(member, "must not be empty")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidArgument(member, "holds characters that cannot be sent") from None
        return str(value)


class StringOrInteger(Codec):
    """Text or a whole number; sources differ, so both are taken as they come."""

    as_is = frozenset({str, int})

    def read(self, raw: Any) -> Read:
        return (raw, None) if type(raw) is str or type(raw) is int else (None, WireResidue(raw, None))


class Constant(Codec):
    """A text, whole number or truth value that is always the same; a request has it by itself."""

    def __init__(self, value: str | int | bool) -> None:
        super().__init__()
        self.value = value

    def read(self, raw: Any) -> Read:
        return (raw, None) if type(raw) is type(self.value) else (None, WireResidue(raw, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if type(value) is not type(self.value) or value != self.value:
            raise InvalidArgument(member, f"must be {self.value!r}")
        return value

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if value is not None and value != self.value:
            yield f"{where} is {value!r}, not {self.value!r}"
