"""What prose says: dates, and lists of values as `重建成功 ReconstructionSuccess = 15`."""

from __future__ import annotations

import re
from typing import Any, Final

from generator.pages.model import NamedValues, Scalar

_NAMED: Final = re.compile(
    r"[\s*•|-]*(?:[^=\n]{0,80}?[^A-Za-z0-9_=\n])??(?P<name>[A-Za-z][A-Za-z0-9_]{0,63})\s{0,8}[=＝]\s{0,8}"
    r"(?P<value>-?[0-9]{1,12}|[\"'`][A-Za-z0-9_.-]{1,64}[\"'`])[\s,;，；。|]*"
)
_DAY: Final = re.compile(r"(?<!\d)(20\d\d-[01]\d-[0-3]\d)(?!\d)")

_MOST_LINES: Final = 20_000
_LONGEST_LINE: Final = 300


def day(text: Any) -> str | None:
    """The first day that a text names, as `2026-05-08`."""
    found = _DAY.search(text[:_LONGEST_LINE]) if isinstance(text, str) else None
    return found[1] if found else None


def named_value(line: str) -> tuple[str, Scalar] | None:
    """Name and value of a line that says one and nothing else."""
    if len(line) > _LONGEST_LINE:
        return None
    found = _NAMED.fullmatch(line.strip())
    if found is None:
        return None
    value = found["value"]
    return found["name"], value.strip("\"'`") if value[0] in "\"'`" else int(value)


def named_values(text: str) -> list[NamedValues]:
    """The lists of values in a text, each with the line above it as its heading."""
    made: list[NamedValues] = []
    above, current = "", None
    for line in text.splitlines()[:_MOST_LINES]:
        pair = named_value(line)
        if pair is not None:
            if current is None:
                current = NamedValues(above, {})
                made.append(current)
            current.values[pair[1]] = pair[0]
        elif line.strip():
            above, current = line.strip()[:_LONGEST_LINE], None
    return [each for each in made if len(each.values) > 1]
