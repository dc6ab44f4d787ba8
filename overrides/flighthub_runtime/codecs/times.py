"""Points in time and time zones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from ..problems import InvalidArgument
from .base import Codec, Read, WireResidue, wrong_type

LAST_SECOND: Final = 100_000_000_000
"""Unix times above this are milliseconds: as seconds it is the year 5138, as milliseconds it is 1973."""


class DateTime(Codec):
    """An RFC 3339 time. Empty text, which the server sends for a time that has not come, reads as None.

    Attributes:
        may_be_empty: Whether that is documented.
    """

    def __init__(self, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self.may_be_empty = may_be_empty

    def is_documented_form(self, residue: WireResidue) -> bool:
        return self.may_be_empty and residue.raw_value == ""

    def read(self, raw: Any) -> Read:
        if type(raw) is str:
            try:
                value = datetime.fromisoformat(raw)
            except ValueError:
                return None, WireResidue(raw, None)
            if value.tzinfo is not None:
                return value, None if self.write(value) == raw else WireResidue(raw, value)
        return None, WireResidue(raw, None)

    def write(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        text = value.isoformat()
        return text[:-6] + "Z" if value.tzinfo is UTC and text.endswith("+00:00") else text

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise wrong_type(member, "a datetime with a time zone", value)
        return self.write(value)


class TimeZone(Codec):
    """The IANA name of a time zone."""

    as_is = frozenset({str})

    def read(self, raw: Any) -> Read:
        return (raw, None) if type(raw) is str else (None, WireResidue(raw, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not isinstance(value, str):
            raise wrong_type(member, "the name of a time zone", value)
        if _zone_is_known("UTC") and not _zone_is_known(value):
            raise InvalidArgument(member, f"must be an IANA time zone such as Europe/Berlin, not {value!r}")
        return value


def _zone_is_known(name: str) -> bool:
    """Whether this machine's data has the zone. Some have no data at all, and then lack UTC, too."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
