"""Truth values and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..problems import InvalidArgument
from .base import Codec, Read, WireResidue, wrong_type
from .limits import Limits
from .times import LAST_SECOND


class Boolean(Codec):
    """true or false."""

    as_is = frozenset({bool})

    def is_documented_form(self, residue: WireResidue) -> bool:
        return residue.value is not None

    def read(self, raw: Any) -> Read:
        if type(raw) is bool:
            return raw, None
        if type(raw) is int and raw in (0, 1):
            return bool(raw), WireResidue(raw, bool(raw))
        return None, WireResidue(raw, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if type(value) is not bool:
            raise wrong_type(member, "true or false", value)
        return value


class Integer(Codec):
    """A whole number. With `time`, a point in time as a Unix number in `s` or `ms`, which a datetime is turned into."""

    as_is = frozenset({int})

    def __init__(
        self,
        limits: Limits | None = None,
        inferred: Limits | None = None,
        *,
        time: str | None = None,
        sentinel: tuple[float, ...] = (),
    ) -> None:
        super().__init__(limits, inferred)
        self.time = time
        self.sentinel = sentinel
        if sentinel:
            self.as_is = frozenset()

    def is_documented_form(self, residue: WireResidue) -> bool:
        return residue.raw_value in self.sentinel

    def read(self, raw: Any) -> Read:
        if type(raw) is int:
            return (raw, None) if raw not in self.sentinel else (None, WireResidue(raw, None))
        if type(raw) is str and len(raw) < 20:
            try:
                number = int(raw)
            except ValueError:
                return None, WireResidue(raw, None)
            read = None if number in self.sentinel else number
            return read, WireResidue(raw, read)
        return None, WireResidue(raw, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if self.time is not None and isinstance(value, datetime):
            if value.tzinfo is None:
                raise InvalidArgument(member, "must be a datetime with a time zone")
            seconds = value.timestamp()
            return round(seconds * 1000) if self.time == "ms" else round(seconds)
        if type(value) is not int:
            raise wrong_type(member, "a whole number" if self.time is None else "a datetime or a Unix time", value)
        if self.time == "s" and abs(value) > LAST_SECOND:
            raise InvalidArgument(member, f"must be Unix seconds; {value} looks like milliseconds")
        return value


class Number(Codec):
    """A number, whole or not."""

    as_is = frozenset({int, float})

    def __init__(
        self, limits: Limits | None = None, inferred: Limits | None = None, *, sentinel: tuple[float, ...] = ()
    ) -> None:
        super().__init__(limits, inferred)
        self.sentinel = sentinel
        if sentinel:
            self.as_is = frozenset()

    def is_documented_form(self, residue: WireResidue) -> bool:
        return residue.raw_value in self.sentinel

    def read(self, raw: Any) -> Read:
        if type(raw) is float or type(raw) is int:
            return (raw, None) if raw not in self.sentinel else (None, WireResidue(raw, None))
        if type(raw) is str and len(raw) < 40:
            try:
                number = float(raw)
            except ValueError:
                return None, WireResidue(raw, None)
            read = None if number in self.sentinel else number
            return read, WireResidue(raw, read)
        return None, WireResidue(raw, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if type(value) is not int and type(value) is not float:
            raise wrong_type(member, "a number", value)
        if value != value or value in (float("inf"), float("-inf")):
            raise InvalidArgument(member, f"must be a finite number, not {value}")
        return value
