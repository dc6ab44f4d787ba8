"""That nothing is left of what `make compare WRITE=1` drafted and a person has to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.documents import Document
from generator.rules.registry import rule
from generator.schema_access import walk

WORDS: Final = "describe in your own words"
"""Stands in a draft where a person has to write."""


@rule
def drafts_are_written_out(document: Document) -> Iterator[tuple[str, str]]:
    """No description is the one that a draft begins with."""
    for path, node in walk(document):
        if isinstance(node, str) and WORDS in node:
            yield "/".join(map(str, path)), "is a draft: describe it in your own words"
