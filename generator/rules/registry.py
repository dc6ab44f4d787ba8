"""What a rule is: a function of the bundle that yields the places that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.documents import Document


class Finding(NamedTuple):
    """One place that breaks one rule."""

    rule: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.rule}]"


Rule = Callable[[Document], Iterator[tuple[str, str]]]


RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Registers a rule under its function's name, with dashes."""
    RULES[function.__name__.replace("_", "-")] = function
    return function


def name_of(operation: Document) -> str:
    """How findings call an operation."""
    return str(operation.get("operationId", "an operation without operationId"))
