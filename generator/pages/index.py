"""A list of pages against the pages that the spec knows: which came, went, moved, or have another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from generator.pages.compare import Comparison
from generator.pages.differences import DIFFERENT, OPEN, Difference, Draft
from generator.pages.model import Entry, Index, Place, is_chinese
from generator.pages.schemas import yaml_of
from generator.pages.transcription import Operation, Transcription
from generator.schema_access import undescribed

_ALIKE: Final = 0.6


class Known(NamedTuple):
    """A page that the spec knows."""

    title: str
    folders: tuple[str, ...]
    place: Place
    operation: Operation | None


class Due(NamedTuple):
    """A page that is newer than its transcription."""

    title: str
    dated: str
    modified: str
    place: Place


def edition_of(index: Index, spec: Transcription) -> str:
    """Which edition of the API an index is of: as it says, or by the titles that it shares with each."""
    editions = dict.fromkeys(each.edition for each in spec.operations.values())
    if index.edition in editions:
        return str(index.edition)
    titles = {_words(each.title) for each in index.entries}
    shared = {edition: sum(_words(each.title) in titles for each in known_pages(spec, edition)) for edition in editions}
    return max(shared, key=lambda each: shared[each], default="V1.0")


def known_pages(spec: Transcription, edition: str) -> list[Known]:
    """The pages of an edition, operations and articles, those of a folder in the order of the spec."""
    found = [
        Known(each.page, each.folders, each.place.inside("x-flighthub", "page"), each)
        for each in spec.operations.values()
        if each.edition == edition and each.page
    ]
    for number, each in enumerate(undescribed(spec.document)):
        if each.get("edition") == edition:
            place = Place("openapi.yaml", ("info", "x-flighthub", "known_but_undescribed", number))
            found.append(Known(str(each.get("page", "")), (), place, None))
    for number, article in enumerate(spec.articles):
        if article.edition == edition:
            found.append(Known(article.page, article.folders, Place("articles.yaml", ("articles", number)), None))
    return found


def compare(index: Index, spec: Transcription) -> list[Difference]:
    """Holds a list of pages against the spec."""
    entries = index.entries
    chinese = sum(is_chinese(each.title) for each in entries)
    if 2 * chinese > len(entries):
        text = f"{len(entries)} pages with Chinese titles, which are words: hold the pages themselves against the spec"
        return [Difference(OPEN, "index", "", text)]
    known = known_pages(spec, edition_of(index, spec))
    pairs = _pairs(entries, known)
    new = [each for number, each in enumerate(entries) if number not in pairs]
    there = set(pairs.values())
    gone = [each for number, each in enumerate(known) if number not in there]
    found = [difference for number, at in pairs.items() for difference in _same(entries[number], known[at], spec)]
    for entry, page in _renamed(new, gone, entries, known):
        new.remove(entry)
        gone.remove(page)
        text = f"{page.title!r} is called {entry.title!r} now"
        found.append(Difference(DIFFERENT, "renamed page", "", text, page.place, f"page: {entry.title}"))
    for entry in new:
        found.append(_new(entry))
    for page in gone:
        where = f" ({page.operation.method} {page.operation.path})" if page.operation else ""
        found.append(
            Difference(DIFFERENT, "page", "", f"{page.title!r}{where} is not in the index any more", page.place)
        )
    return found


def _new(entry: Entry) -> Difference:
    method = f"{entry.method} " if entry.method else ""
    inside = f", in {' / '.join(entry.folders)}" if entry.folders else ""
    line = {"page": entry.title, **({"folders": list(entry.folders[-1:])} if entry.folders else {})}
    return Difference(
        DIFFERENT, "new page", "", f"{method}{entry.title!r} is a new page{inside}", Place("articles.yaml", ()),
        "" if entry.method else f"{yaml_of([line])}  # if it documents no operation",
        Draft("page", entry.title, entry),
    )  # fmt: skip


def _pairs(entries: Sequence[Entry], known: Sequence[Known]) -> dict[int, int]:
    """Which entry is which page that is known, by their numbers: those in the same folder first."""
    pairs: dict[int, int] = {}
    titled: dict[str, list[int]] = {}
    for at, page in enumerate(known):
        titled.setdefault(_words(page.title), []).append(at)
    for same_folder in (True, False):
        for number, entry in enumerate(entries):
            left = titled.get(_words(entry.title), []) if number not in pairs else []
            for at in left:
                if not same_folder or _is_in(entry, known[at].folders):
                    pairs[number] = at
                    left.remove(at)
                    break
    return pairs


def _is_in(entry: Entry, folders: Sequence[str]) -> bool:
    return not entry.folders or _words(entry.folders[-1]) in {_words(each) for each in folders}


def _same(entry: Entry, page: Known, spec: Transcription) -> Iterator[Difference]:
    parents = {_words(spec.folders[each]) for each in page.folders if each in spec.folders}
    moved = bool(page.folders) and not _is_in(entry, page.folders) and not is_chinese(entry.folders[-1])
    if moved and not (entry.address and _words(entry.folders[-1]) in parents):
        text = f"{page.title!r} is in {' / '.join(entry.folders)!r} now, it was in {', '.join(page.folders)!r}"
        place = page.operation.place.inside("tags") if page.operation else page.place.inside("folders")
        yield Difference(DIFFERENT, "moved page", "", text, place, f"[{entry.folders[-1]}]")
    if entry.method and page.operation and entry.method != page.operation.method:
        text = f"{page.title!r} is {entry.method} in the index, the spec has {page.operation.method}"
        yield Difference(DIFFERENT, "method", "", text, page.operation.place)


def _renamed(
    new: Sequence[Entry], gone: Sequence[Known], entries: Sequence[Entry], known: Sequence[Known]
) -> list[tuple[Entry, Known]]:
    """New entries that are pages under another name: in the same folder, with like words or between the same pages."""
    titles = {_words(each.title) for each in entries} & {_words(each.title) for each in known}
    scores = []
    for entry in new[:60]:
        for page in gone[:60]:
            if not entry.folders or not _is_in(entry, page.folders):
                continue
            if entry.method and page.operation and entry.method != page.operation.method:
                continue
            around = _around([each.title for each in entries if each.folders == entry.folders], entry.title, titles)
            was = _around([each.title for each in known if each.folders == page.folders], page.title, titles)
            likeness = _likeness(entry.title, page.title)
            if likeness >= _ALIKE or (around == was and all(around) and likeness > 0.3):
                scores.append((likeness + (around == was), entry, page))
    found: list[tuple[Entry, Known]] = []
    for _, entry, page in sorted(scores, key=lambda each: -each[0]):
        if all(entry is not one and page is not other for one, other in found):
            found.append((entry, page))
    return found


def _around(titles: Sequence[str], title: str, kept: set[str]) -> tuple[str, str]:
    at = titles.index(title)
    before = next((_words(each) for each in reversed(titles[:at]) if _words(each) in kept), "")
    after = next((_words(each) for each in titles[at + 1 :] if _words(each) in kept), "")
    return before, after


def _likeness(one: str, other: str) -> float:
    mine, theirs = set(_words(one).split()), set(_words(other).split())
    shared = len(mine & theirs) / max(1, len(mine | theirs))
    return max(shared, SequenceMatcher(None, _words(one)[:200], _words(other)[:200]).ratio() - 0.1)


def due(comparisons: Sequence[Comparison], indexes: Sequence[Index], spec: Transcription) -> list[Due]:
    """The pages that are newer than their transcription, the longest overdue first."""
    found: dict[str, Due] = {}
    for each in comparisons:
        if each.is_newer and each.operation is not None:
            place = each.operation.place.inside("x-flighthub", "source", "dated")
            found[each.operation.operation_id] = Due(
                each.operation.page, each.operation.dated, str(each.page.modified), place
            )
    for index in indexes:
        known = {_words(each.title): each for each in known_pages(spec, edition_of(index, spec)) if each.operation}
        for entry in index.entries:
            page = known.get(_words(entry.title))
            if entry.dated and page and page.operation and entry.dated > page.operation.dated:
                place = page.operation.place.inside("x-flighthub", "source", "dated")
                made = Due(page.title, page.operation.dated, entry.dated, place)
                found.setdefault(page.operation.operation_id, made)
    return sorted(found.values(), key=lambda each: (each.modified, each.dated, each.title))


def _words(text: str) -> str:
    return " ".join(text.lower().split())
