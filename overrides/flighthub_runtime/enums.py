"""Enums that take values nobody has documented yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any, Self
from weakref import WeakValueDictionary

_UNKNOWN: WeakValueDictionary[tuple[type, type, Any], Any] = WeakValueDictionary()


class OpenEnum(Enum):
    """An enum of the API. A value that is not listed becomes a member of its own, so that nothing is lost.

    Some values travel as a number or as a word; both give the same member. Members equal their wire value, in either
    form: `status == "success"` asks the same as `status == FlightTaskStatus.SUCCESS`.
    """

    @classmethod
    def _words(cls) -> Mapping[str, int]:
        """The words that travel instead of numbers."""
        return {}

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        """The values that are inferred, not documented."""
        return ()

    @classmethod
    def _answer_only(cls) -> Collection[Any]:
        """The values that no request may have."""
        return ()

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if type(value) is not str and type(value) is not int:
            return None
        code = cls._words().get(value.lower()) if isinstance(value, str) else None
        if code is not None:
            return cls(code)
        key = (cls, type(value), value)
        member: Self | None = _UNKNOWN.get(key)
        if member is None:
            member = object.__new__(cls)
            member._name_ = f"UNKNOWN_{value}"
            member._value_ = value
            member = _UNKNOWN.setdefault(key, member)
        return member

    @property
    def is_known(self) -> bool:
        """Whether the documentation lists this value."""
        return self._name_ in type(self)._member_map_

    @property
    def is_inferred(self) -> bool:
        """Whether the documentation does not list this value, but other sources do."""
        return self._value_ in self._inferred()

    @property
    def is_answer_only(self) -> bool:
        """Whether the value is found in responses alone, and no request may have it."""
        return self._value_ in self._answer_only()

    @property
    def word(self) -> str | None:
        """The word by which the value travels instead of its number; None where there is none."""
        return next((word for word, code in self._words().items() if code == self._value_), None)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Enum):
            return self is other
        return bool(self._value_ == other) or (isinstance(other, str) and self._words().get(other) == self._value_)

    def __hash__(self) -> int:
        return hash(self._value_)

    def __str__(self) -> str:
        return str(self._value_)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return type(self), (self._value_,)
