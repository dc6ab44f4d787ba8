"""What a comparison says: a difference, or what explains why one is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.pages.model import Place

DIFFERENT = "difference"
ON_PURPOSE = "on purpose"
OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Draft:
    """What `WRITE=1` puts into the spec for a difference.

    Attributes:
        kind: `member`, `value`, `parameter` or `operation`.
        name: Of the member or parameter; the value.
        content: What is written.
    """

    kind: str
    name: Any
    content: Any
    required: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Attributes:
        kind: `DIFFERENT`, or `ON_PURPOSE` where the spec departs from the page knowingly, or `OPEN` where the page does
            not say.
        what: What differs: `title`, `type`, `required`, `member`, `enum`, …
        where: Which part of the operation.
        text: A sentence.
        place: The part of the spec that would change.
        yaml: What would stand there.
        draft: What `WRITE=1` would write.
        subject: Which of several at this place, such as the value of an enum.
    """

    kind: str
    what: str
    where: str
    text: str
    place: Place | None = None
    yaml: str = ""
    draft: Draft | None = field(default=None, compare=False)
    subject: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.text}" if self.where else self.text
