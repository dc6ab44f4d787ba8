"""Reads a large document of YAML quickly and in little memory: the bundle.

PyYAML makes a node of everything before it makes a value of it, which for the bundle takes four times as long and five
times as much memory as making values of what its parser tells. What documents of its kind do not have is left to
PyYAML: anchors, tags, and keys that are lists or merged.
"""

from __future__ import annotations

from typing import Any

import yaml

__all__ = ["load"]


def load(text: bytes) -> Any:
    """The value of a document."""
    fast: Any = getattr(yaml, "CSafeLoader", None)
    if fast is not None:
        try:
            return _Reader(fast(text)).document()
        except _OtherKindError:
            pass
    return yaml.load(text, fast or yaml.SafeLoader)  # noqa: S506 - both are safe loaders


class _OtherKindError(Exception):
    """The document has what this module does not read."""


class _Reader:
    def __init__(self, loader: Any) -> None:
        self._loader = loader
        self._next = loader.get_event
        self._plain: dict[str, Any] = {}
        self._quoted: dict[str, str] = {}

    def document(self) -> Any:
        """The value of the only document."""
        self._expect(yaml.StreamStartEvent)
        self._expect(yaml.DocumentStartEvent)
        made = self._value(self._next())
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return made

    def _expect(self, kind: type[yaml.Event]) -> None:
        if type(self._next()) is not kind:
            raise _OtherKindError

    def _value(self, event: Any) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _OtherKindError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if event.tag is not None:
            raise _OtherKindError
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while type(each := self._next()) is not yaml.SequenceEndEvent:
                items.append(self._value(each))
            return items
        members: dict[Any, Any] = {}
        while type(each := self._next()) is not yaml.MappingEndEvent:
            if type(each) is not yaml.ScalarEvent or each.value == "<<":
                raise _OtherKindError
            members[self._value(each)] = self._value(self._next())
        return members

    def _scalar(self, event: Any) -> Any:
        """A text, or what a plain one stands for; equal ones are the same object."""
        told = event.value
        if event.tag is not None:
            raise _OtherKindError
        if not event.implicit[0]:
            return self._quoted.setdefault(told, told)
        if told not in self._plain:
            tag = self._loader.resolve(yaml.ScalarNode, told, (True, False))
            self._plain[told] = self._loader.construct_object(yaml.ScalarNode(tag, told), deep=True)
        return self._plain[told]
