"""Limits of a value, documented or inferred."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..secrets import Secret
from ..wire import is_list


class Limits(NamedTuple):
    """Documented or inferred limits of a value."""

    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    max_length: int | None = None
    unique: bool = False
    min_length: int | None = None

    def problem(self, value: Any) -> str | None:
        """What is wrong with a value, or None."""
        if isinstance(value, (str, Secret)):
            value = value.reveal() if isinstance(value, Secret) else value
            if self.min_length is not None and len(value) < self.min_length:
                return f"must have at least {self.min_length} characters, not {len(value)}"
            if self.max_length is not None and len(value) > self.max_length:
                return f"must have at most {self.max_length} characters, not {len(value)}"
        elif is_list(value):
            if self.min_items is not None and len(value) < self.min_items:
                return f"must have at least {self.min_items} items, not {len(value)}"
            if self.max_items is not None and len(value) > self.max_items:
                return f"must have at most {self.max_items} items, not {len(value)}"
            if self.unique and any(item in value[:index] for index, item in enumerate(value)):
                return "must not hold an item twice"
        elif isinstance(value, (int, float)):
            if self.above is not None and not value > self.above:
                return f"must be above {self.above:g}, not {value:g}"
            if self.minimum is not None and not value >= self.minimum:
                return f"must be at least {self.minimum:g}, not {value:g}"
            if self.maximum is not None and not value <= self.maximum:
                return f"must be at most {self.maximum:g}, not {value:g}"
        return None
