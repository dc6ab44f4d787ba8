"""JSON as it comes: parsing it, and telling what was parsed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, TypeGuard

from .secrets import MaskedMapping

_LONG: Final = 64 * 1024
"""Bytes of a body from which the fast parser pays."""

_MANY: Final = 1024 * 1024
"""Bytes of all bodies together from which it does: importing it takes as long as the standard one takes for these."""

_parsed = 0
"""Bytes of all bodies so far."""


def parse_json(body: bytes) -> Any:
    """The JSON of a response's body; ValueError when it is none.

    What the fast parser refuses although other servers and clients take it (NaN, huge numbers, lone surrogates) goes
    to the standard library's.
    """
    try:
        if _is_worth_fast_parser(body):
            import msgspec

            try:
                return msgspec.json.decode(body)
            except (msgspec.DecodeError, UnicodeDecodeError):
                pass
        return json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _is_worth_fast_parser(body: bytes) -> bool:
    global _parsed
    # What threads lose of each other's bytes only puts the import off.
    _parsed += len(body)
    return len(body) >= _LONG or _parsed >= _MANY


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a parsed JSON value is an object."""
    return type(value) is dict


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether a value is a list: parsed JSON, or records."""
    return isinstance(value, list)


def is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Whether an argument can stand for an object."""
    return isinstance(value, (Mapping, MaskedMapping))


def as_code(value: Any) -> int | None:
    """The code of an envelope, which has been seen as text."""
    if type(value) is int:
        return value
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            return None
    return None
