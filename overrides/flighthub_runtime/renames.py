"""Former names: what they do until they go."""

from __future__ import annotations

import warnings
from typing import Any, TypeVar

from .problems import InvalidArgument

T = TypeVar("T")


def former(old: str, new: str, removed_in: str, stacklevel: int = 3) -> None:
    """Warns the caller of whoever calls this."""
    text = f"{old} is now {new}; the old name goes with flighthub {removed_in}"
    warnings.warn(text, DeprecationWarning, stacklevel=stacklevel)


def former_argument(call: str, names: tuple[str, str], given: tuple[T | None, T | None], removed_in: str) -> T | None:
    """What was given under the former or the present name of an argument."""
    if given[0] is None:
        return given[1]
    former(f"{call}({names[0]})", f"{call}({names[1]})", removed_in, 4)
    if given[1] is not None:
        raise InvalidArgument(names[0], f"is the former name of {names[1]}: give only one of them")
    return given[0]


class FormerValue:
    """A former name of an enum's member, in the body of the enum."""

    def __init__(self, enum: str, old: str, new: str, removed_in: str) -> None:
        self._names = (f"{enum}.{old}", f"{enum}.{new}", removed_in)
        self._new = new

    def __get__(self, instance: object, owner: type) -> Any:
        former(*self._names)
        return getattr(owner, self._new)
