"""Objects of the client as plain data: what JSON can hold, secrets masked unless they are to be shown. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import PurePath
from typing import Any, Final, NamedTuple, TypeGuard
from uuid import UUID

from flighthub import Secret

from .narrow import is_list, is_object

MASK: Final = "…"

_LOOKS_SECRET: Final = re.compile(
    r"passw|secret|token|credential|private_?key|access_?key|signature|authorization", re.IGNORECASE
)
"""Names of members that nobody has documented, and that are masked all the same."""

_SIGNED: Final = re.compile(r"://[^\s/]*:[^\s/]*@|[?&](x-[a-z]+-)?(signature|security-token|token)=", re.IGNORECASE)
"""Links that let in whoever has them, wherever they stand."""


class View(NamedTuple):
    """How values are to look.

    Attributes:
        reveal: Whether secrets are shown.
        human: Whether enums and times are those of the client rather than those on the wire.
    """

    reveal: bool = False
    human: bool = False


def plain(value: Any, view: View) -> Any:
    """A value as plain data; times stay `datetime`."""
    if value is None or (isinstance(value, (bool, int, float, str, datetime)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Secret):
        return value.reveal() if view.reveal else MASK if value else ""
    if isinstance(value, Enum):
        return _enum(value, view)
    if hasattr(value, "__wire__"):
        return _model(value, view)
    if hasattr(value, "reveal"):  # what is masked as a whole
        held = value.reveal()
        return plain(held, view) if view.reveal else _masked(held)
    if hasattr(value, "_fields"):  # a named tuple
        return {name: plain(getattr(value, name), view) for name in value._fields}
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name), view) for each in fields(value)}
    if _is_mapping(value):
        return {str(name): plain(each, view) for name, each in value.items()}
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, (UUID, PurePath)):
        return str(value)
    if isinstance(value, BaseException):
        return {"type": type(value).__name__, "message": str(value)}
    if _is_iterable(value):
        return [plain(each, view) for each in value]
    return str(value)


def _is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _is_iterable(value: object) -> TypeGuard[Iterable[Any]]:
    return isinstance(value, Iterable)


def _enum(value: Enum, view: View) -> Any:
    if view.human and isinstance(value.value, int):
        return getattr(value, "word", None) or value.name.lower()
    return value.value


def _masked(value: Any) -> Any:
    """What is masked as a whole: its names, and nothing else."""
    if _is_mapping(value):
        return {str(name): _masked(each) for name, each in value.items()}
    return None if value is None else MASK


def _model(model: Any, view: View) -> dict[str, Any]:
    """An object of the API as it came, or as the client reads it; in both, without its secrets."""
    came: dict[str, Any] = model.to_dict()
    if view.reveal and not view.human:
        return came
    shown: dict[str, Any] = {}
    members = {name: each for each in model.__wire__.members for name in (each.wire, *each.aliases)}
    payloads = model.__wire__.payloads
    inner: dict[str, Any] = {} if payloads is None else getattr(model, payloads.attribute)
    for name, raw in came.items():
        member = members.get(name)
        if member is None:
            shown[name] = plain(inner[name], view) if name in inner else mask_undocumented(name, raw, view)
        elif isinstance(member.codec.mask("text"), Secret):
            shown[name] = raw if view.reveal else MASK if raw else raw
        else:
            shown[name] = _beside(getattr(model, member.attribute), raw, view)
    return shown


def _beside(value: Any, raw: Any, view: View) -> Any:
    """A member: as the client reads it where that says more or less than what came, else what came."""
    if is_list(value) and is_list(raw) and len(value) == len(raw):
        return [_beside(each, came, view) for each, came in zip(value, raw, strict=True)]
    if hasattr(value, "__wire__"):
        return _model(value, view)
    if isinstance(value, Secret) or _is_mapping(value) or hasattr(value, "reveal"):
        return plain(value, view)
    if view.human and isinstance(value, (Enum, datetime)):
        return plain(value, view)
    return mask_undocumented("", raw, view)


def mask_undocumented(name: str, raw: Any, view: View) -> Any:
    """A value that nobody has documented, with what is a secret by its name, or a link that lets in, masked.

    Args:
        name: The name of the member that it is; empty where it is none.
        raw: The value, as JSON has it.
        view: How values are to look.
    """
    if view.reveal:
        return raw
    if is_object(raw):
        return {each: mask_undocumented(each, value, view) for each, value in raw.items()}
    if is_list(raw):
        return [mask_undocumented(name, each, view) for each in raw]
    return MASK if isinstance(raw, str) and raw and (_LOOKS_SECRET.search(name) or _SIGNED.search(raw)) else raw


def error_facts(error: BaseException) -> dict[str, Any]:
    """What an error of the client says for programs, beside its message: where it came from, and what to do next."""
    found: dict[str, Any] = {}
    for name in ("operation", "code", "http_status", "retryable", "member", "hint", "next_step", "waited", "file"):
        value = getattr(error, name, None)
        if value not in (None, ""):
            found[name] = value
    if getattr(error, "request_ids", None):
        found["request_ids"] = list(error.request_ids)  # type: ignore[attr-defined]
    if getattr(error, "__notes__", None):
        found["notes"] = error.__notes__
    return found
