"""The lines that `make compare` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent

from generator.pages.compare import Comparison
from generator.pages.differences import DIFFERENT, ON_PURPOSE, OPEN, Difference
from generator.pages.index import Due
from generator.pages.transcription import Transcription


def page_lines(each: Comparison, spec: Transcription, *, everything: bool) -> Iterator[str]:
    """What came of a page."""
    page = each.page
    yield f"{page.source}: {_name(each)}"
    yield from difference_lines(each.found, spec, everything=everything)
    if not each.differs:
        yield "  no difference"
    yield ""


def _name(each: Comparison) -> str:
    page = each.page
    call = " ".join(part for part in (page.method, page.path) if part)
    if each.operation is not None:
        return f"{each.operation.page} ({each.operation.operation_id}, {call or each.operation.path})"
    return f"{page.title} ({call})" if call else f"{page.title or 'without a title'} (an article)"


def difference_lines(found: Sequence[Difference], spec: Transcription, *, everything: bool) -> Iterator[str]:
    """Differences, each with the file and line of the spec and what would stand there."""
    for kind, label in ((DIFFERENT, ""), (ON_PURPOSE, "on purpose: ")):
        for each in found:
            if each.kind == kind:
                yield f"  {position(each, spec)}{label}{each}"
                if each.yaml and kind == DIFFERENT:
                    yield indent(each.yaml, "      ")
    left = [each for each in found if each.kind == OPEN]
    if everything:
        for each in left:
            yield f"  {position(each, spec)}left open: {each}"
    elif left:
        yield f"  left open, and no difference: {len(left)}; ALL=1 lists them"


def position(each: Difference, spec: Transcription) -> str:
    """The file and line of the spec, with a colon and a blank behind it."""
    if each.place is None:
        return ""
    return f"spec/{each.place.file}:{spec.files.line(each.place)}: "


def due_lines(found: Sequence[Due], spec: Transcription) -> Iterator[str]:
    """The pages that are newer than their transcription."""
    if not found:
        return
    yield "To transcribe, oldest first:"
    for each in found:
        line = f"spec/{each.place.file}:{spec.files.line(each.place)}"
        yield f"  {each.modified}  {each.title} (transcribed as of {each.dated}, {line})"
    yield ""
