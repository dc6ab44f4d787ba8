"""Finds the operation of a path at once, where a list of patterns would be tried one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Paths(Generic[T]):
    """Templates of paths, such as `/flight-task/{task_uuid}`, with what belongs to each.

    Args:
        templates: Method, template and what belongs to it; of those that fit a path, the first one is found.
    """

    def __init__(self, templates: Iterable[tuple[str, str, T]]) -> None:
        self._fixed: dict[tuple[str, str], T] = {}
        self._others: defaultdict[tuple[str, int], list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for method, template, each in templates:
            parts = tuple(template.split("/"))
            if "{" in template:
                self._others[method, len(parts)].append((parts, each))
            else:
                self._fixed.setdefault((method, template), each)

    def find(self, method: str, path: str) -> tuple[T, dict[str, str]] | None:
        """What belongs to a path, and the values of its parameters; None where nothing fits."""
        found = self._fixed.get((method, path))
        if found is not None:
            return found, {}
        parts = path.split("/")
        for template, each in self._others.get((method, len(parts)), ()):
            values: dict[str, str] = {}
            for expected, part in zip(template, parts, strict=True):
                if expected[:1] == "{" and part:
                    values[expected[1:-1]] = part
                elif expected != part:
                    break
            else:
                return each, values
        return None
