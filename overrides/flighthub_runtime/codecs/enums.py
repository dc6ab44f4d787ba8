"""Members of enums: open in responses, closed in requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..annotations import lazy_type
from ..problems import InvalidArgument, warn_inferred
from .base import Codec, Read, WireResidue

if TYPE_CHECKING:
    from ..enums import OpenEnum
else:
    OpenEnum = lazy_type("..enums", "OpenEnum", __package__)


class EnumOf(Codec):
    """A member of one of the enums: open in responses, where empty text reads as None; closed in requests."""

    def __init__(self, name: str, package: str | None) -> None:
        """
        Args:
            name: Name of the enum.
            package: The package of the module that uses it; the enum is in its sibling `enums`.
        """
        super().__init__()
        self.name = name
        self._package = package

    @cached_property
    def enum(self) -> type[OpenEnum]:
        """The enum's class, imported when first needed."""
        found: type[OpenEnum] = getattr(import_module("..enums", self._package), self.name)
        return found

    @cached_property
    def known(self) -> Mapping[Any, OpenEnum]:
        """The members by their values."""
        return {each.value: each for each in self.enum}

    def read(self, raw: Any) -> Read:
        if type(raw) is str or type(raw) is int:
            member = self.known.get(raw)
            if member is not None:
                return member, None
            if raw == "":
                return None, WireResidue(raw, None)
            member = self.enum(raw)
            return member, None if member._value_ == raw else WireResidue(raw, member)
        return None, WireResidue(raw, None)

    def write(self, value: Any) -> Any:
        return getattr(value, "value", value)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        raw = self.write(value)
        allowed = [known.value for known in self.enum if not known.is_answer_only]
        if type(raw) not in (str, int) or raw not in allowed:
            names = ", ".join(repr(each) for each in allowed)
            raise InvalidArgument(member, f"must be one of {names}; {raw!r} is not")
        if self.enum(raw).is_inferred:
            message = f"{member}: {raw!r} is inferred, not documented; it is sent all the same"
            warn_inferred(message)
        return raw

    def is_documented_form(self, residue: WireResidue) -> bool:
        return bool(getattr(residue.value, "is_known", False))

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if value is not None and not getattr(value, "is_known", True):
            yield f"{where} is {value.value!r}, which {self.name} does not list"
