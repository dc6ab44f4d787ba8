"""What every codec can do, and what is remembered of a value that alone could not be written back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..problems import InvalidArgument, warn_inferred
from ..secrets import kind_of
from .limits import Limits


class WireResidue(NamedTuple):
    """What the response had, beside the value read from it; written back while that value is unchanged."""

    raw_value: Any
    value: Any

    def still_matches(self, value: Any) -> bool:
        """Whether the value is still the one that was read."""
        if value is self.value:
            return True
        # A number that is none differs from itself, also in a copy.
        same = value == self.value or (value != value and self.value != self.value)
        alike = type(value) is type(self.value) or (isinstance(value, list) and isinstance(self.value, list))
        return alike and bool(same)


class ListResidue(NamedTuple):
    """What was odd inside a list or a map: items that could not be read, and residues of some that could."""

    value: list[Any] | dict[str, Any]
    dropped: dict[Any, Any]
    residues: dict[Any, WireResidue | ListResidue]


class _Missing:
    """The one object of its class, also after it was copied or pickled."""

    def __reduce__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()
"""The raw value of a member that the response did not have."""


Read = tuple[Any, WireResidue | ListResidue | None]


class Codec:
    """How one sort of value is read leniently, written back unchanged, and checked before it is sent.

    `read` never raises: it returns the value in its type and, where that value alone could not be written back as it
    arrived, a residue that can. `check` is for requests: it returns what goes on the wire, or raises `InvalidArgument`.
    """

    as_is: frozenset[type] = frozenset()
    """The types all of whose values are read as they are, so that `read` need not be called."""

    def __init__(self, limits: Limits | None = None, inferred: Limits | None = None) -> None:
        self.limits = limits
        self.inferred = inferred

    def read(self, raw: Any) -> Read:
        """The value in its type, and what is needed to write back what the response had."""
        return raw, None

    def is_documented_form(self, residue: WireResidue) -> bool:
        """Whether the raw value has a documented form, although the value read from it is written otherwise."""
        return False

    def mask(self, value: Any) -> Any:
        """An argument in the form in which it may stand in a local variable."""
        return value

    def empty_value(self) -> Any:
        """The value that stands for a missing one."""
        return None

    def read_many(self, raw: list[Any]) -> list[Any] | None:
        """Many values at once, if that is quicker and none of them is odd; None otherwise."""
        return raw if self.as_is.issuperset(map(type, raw)) else None

    def write(self, value: Any) -> Any:
        """The value as it goes into JSON."""
        return value

    def write_many(self, values: list[Any]) -> list[Any]:
        """Many values as they go into JSON."""
        write = self.write
        return [write(each) for each in values]

    def restore(self, value: Any, residue: WireResidue | ListResidue | None) -> Any:
        """The JSON of a value: the raw value while the value is the one that was read, else what it was changed to."""
        if isinstance(residue, WireResidue) and residue.still_matches(value):
            return residue.raw_value
        return self.write(value)

    def check(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        """The value as it is sent, once it is certain that it may be."""
        sent = self.convert(value, member, siblings)
        if self.limits is not None:
            problem = self.limits.problem(sent)
            if problem:
                raise InvalidArgument(member, problem)
        if self.inferred is not None:
            problem = self.inferred.problem(sent)
            if problem:
                message = f"{member} {problem}; this limit is inferred, so the value is sent all the same"
                warn_inferred(message)
        return sent

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        """The value in its JSON form, or `InvalidArgument` when it has the wrong type."""
        return self.write(value)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        """In what a value that was read departs from the documentation."""
        return iter(())


def wrong_type(member: str, needed: str, value: Any) -> InvalidArgument:
    """The error for an argument of another type than the needed one."""
    return InvalidArgument(member, f"must be {needed}, not {kind_of(value)}")
