"""What came of a text that somebody gave to the comparison."""

from __future__ import annotations

from generator.pages.compare import Comparison, compare
from generator.pages.differences import DIFFERENT, Difference
from generator.pages.reading import Material, recognise
from generator.pages.transcription import Transcription


def read(text: str, source: str = "page") -> Material:
    """What a text holds, which must be readable."""
    material = Material()
    recognise(text, source, material)
    assert not material.problems
    return material


def compared(text: str, spec: Transcription) -> Comparison:
    """What came of the one page of a text."""
    (page,) = read(text).pages
    return compare(page, spec)


def differences(comparison: Comparison) -> list[Difference]:
    """The differences alone, without what explains others."""
    return [each for each in comparison.found if each.kind == DIFFERENT]
