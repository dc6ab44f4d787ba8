"""The pages that people read, and the blocks of code in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]


class Block(NamedTuple):
    """A block of code on a page."""

    page: str
    line: int
    language: str
    source: str


def blocks(*languages: str) -> list[Block]:
    """The blocks of these languages, or all of them, in the order of the pages."""
    found: list[Block] = []
    for file in PAGES:
        text = file.read_text(encoding="utf-8")
        for match in re.finditer(r"^```(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            line = text.count("\n", 0, match.start()) + 2
            if not languages or match[1] in languages:
                found.append(Block(str(file.relative_to(ROOT)), line, match[1], match[2]))
    return found
