"""Objects that are models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from ..annotations import lazy_type
from ..secrets import mask_argument
from ..wire import is_mapping, is_object
from .base import Codec, Read, WireResidue, wrong_type

if TYPE_CHECKING:
    from ..models import Model
else:
    Model = lazy_type("..models", "Model", __package__)


_MANY: Final = 64
"""How many flat objects are worth importing the fast parser for."""


class ObjectOf(Codec):
    """One of the models."""

    def __init__(self, name: str, package: str | None) -> None:
        """
        Args:
            name: Name of the model.
            package: The package of the module that uses it; the model is in its sibling `models`.
        """
        super().__init__()
        self.name = name
        self._package = package

    @cached_property
    def model(self) -> type[Model]:
        """The model's class, imported when first needed."""
        found: type[Model] = getattr(import_module("..models", self._package), self.name)
        return found

    def load_model(self) -> type[Model]:
        """The model's class, for what asks for it later."""
        return self.model

    def read(self, raw: Any) -> Read:
        return (self.model.from_dict(raw), None) if is_object(raw) else (None, WireResidue(raw, None))

    def read_many(self, raw: list[Any]) -> list[Any] | None:
        for each in raw:
            if type(each) is not dict:
                return None
        model = self.model
        flat = model.from_flat_dicts(raw) if len(raw) >= _MANY else None
        return [model.from_dict(each) for each in raw] if flat is None else flat

    def empty_value(self) -> Any:
        return self.model.from_dict({})

    def mask(self, value: Any) -> Any:
        return mask_argument(value)

    def write(self, value: Any) -> Any:
        return value.to_dict() if hasattr(value, "to_dict") else value

    def write_many(self, values: list[Any]) -> list[Any]:
        model = self.model
        write_flat = model.__wire__.write_flat
        if write_flat is None:
            return super().write_many(values)
        made: list[Any] = []
        for each in values:
            is_whole = type(each) is model and each._preserved is None  # pyright: ignore[reportPrivateUsage]
            made.append(write_flat(each) if is_whole else self.write(each))
        return made

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, self.model):
            return self.model.__wire__.check(value.written_members(), member)
        if is_mapping(value):
            return self.model.__wire__.check(value, member)
        raise wrong_type(member, f"{self.name} or a dict of its members", value)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if value is not None:
            yield from value.deviations(where)
