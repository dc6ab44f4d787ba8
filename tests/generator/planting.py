"""Plants a text wherever somebody wrote one that only people read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STRUCTURE = {
    "$ref", "type", "format", "in", "openapi", "version", "operationId", "required", "tags", "style", "if", "then",
    "x-enum-varnames", "group", "method", "scope", "effect", "retry", "result", "paging", "dated", "edition", "time",
    "selected_by", "at_least_one_of", "keys", "device", "form", "class", "contentMediaType", "retryable", "nothing",
    "patternProperties", "confidence", "kind", "enum", "answer_only",
    "available", "path_prefix", "probe", "filled_from", "known_but_undescribed",
    "old", "new", "removed_in",
}  # fmt: skip
"""Below these keys stands what the rules or OpenAPI check: no text, or one of a few."""


def plant(node: Any, change: Callable[[str], str], above: Any = None) -> int:
    """Changes every text of a document that is not structure, in place, and says how many there were."""
    count = 0
    is_named = isinstance(node, dict) and ("in" in node or "description" in node)
    for step, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        structure = step in STRUCTURE or above in STRUCTURE or (step == "name" and is_named)
        if isinstance(value, str) and not structure:
            node[step] = change(value)
            count += 1
        elif not structure or step == "tags" or isinstance(value, dict):
            count += plant(value, change, step)
    return count
