"""Lists of pages: the index above copied text, `llms.txt`, and the navigation of a saved page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.pages.forms.prose import day
from generator.pages.model import Entry, Index
from generator.schema_access import METHODS

_MOST_LINES: Final = 20_000
_MOST_ENTRIES: Final = 3_000
_BULLET: Final = re.compile(r"(\s*)[•·*+-]\s+(\S.*)")
_LINK: Final = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){1,300})\]\(\s*<?([^()\s<>]{1,500}(?:\([^()\s]{0,100}\))?)>?[^()\n]{0,200}\)"
)
_HEADING: Final = re.compile(r"(#{1,6})\s+(\S.*)")
_EDITION: Final = re.compile(r"V\d+\.\d+")
_METHODS: Final = {each.upper() for each in METHODS}
_ROOTS: Final = {"root directory", "root table of contents", "根目录", "默认目录"}
_NOT_PAGES: Final = {"schemas", "schema", "数据模型", "models"}
_NO_FOLDERS: Final = {
    "docs",
    "api docs",
    "apis",
    "documentation",
    "api",
    "pages",
    "optional",
    "schemas",
    "接口",
    "文档",
}
_FLAT: Final = re.compile(r"\s*[>/›»]\s*")


def is_link_list(lines: Sequence[str]) -> bool:
    """Whether most of what lines list are links to pages."""
    listed = [line for line in lines[:_MOST_LINES] if _BULLET.match(line)]
    linked = [line for line in listed if len(line) < 2000 and _LINK.search(line)]
    return len(linked) >= 1 and 2 * len(linked) >= len(listed)


def is_bullet_index(lines: Sequence[str]) -> bool:
    """Whether lines hold an index as it is copied: bullets below the root folder."""
    return any((found := _BULLET.match(line)) and found[2].strip().lower() in _ROOTS for line in lines[:_MOST_LINES])


def link_list(lines: Sequence[str], source: str) -> Index:
    """The index that a list of links is."""
    made = Index(source, _edition(lines), [])
    headings: list[tuple[int, str]] = []
    bullets: list[tuple[int, str]] = []
    for line in lines[:_MOST_LINES]:
        line = line[:2000]
        heading = _HEADING.match(line)
        if heading:
            level = len(heading[1])
            headings = [each for each in headings if each[0] < level]
            bullets = []
            if level > 1:
                headings.append((level, heading[2].strip()))
            continue
        bullet = _BULLET.match(line)
        if bullet is None:
            continue
        indent = len(bullet[1].expandtabs(4))
        bullets = [each for each in bullets if each[0] < indent]
        link = _LINK.search(bullet[2])
        if link is None:
            bullets.append((indent, bullet[2].strip().rstrip(":/")))
            continue
        before = bullet[2][: link.start()].strip().rstrip(":：>/-").strip()
        folders = [text for _, text in headings if text.lower() not in _NO_FOLDERS]
        folders += [text for _, text in bullets]
        folders += [each for each in _FLAT.split(before) if each]
        if any(each.lower() in _NOT_PAGES for each in [*folders, *(text for _, text in headings)]):
            continue
        method, title = _method_before(link[1].strip())
        made.entries.append(Entry(title, _without_roots(folders), method, link[2], day(bullet[2][link.end() :])))
        if len(made.entries) >= _MOST_ENTRIES:
            break
    return made


def bullet_index(lines: Sequence[str], source: str) -> Index:
    """The index that bullets are; a bullet with others below it is a folder."""
    made = Index(source, _edition(lines), [])
    found: list[tuple[int, str, str | None]] = []
    for line in lines[:_MOST_LINES]:
        bullet = _BULLET.match(line)
        if bullet:
            found.append((len(bullet[1].expandtabs(4)), bullet[2].strip(), None))
        elif found and line.strip() in _METHODS:
            found[-1] = (*found[-1][:2], line.strip())
        elif found and line.strip():
            break
    open_folders: list[tuple[int, str]] = []
    for number, (indent, text, method) in enumerate(found[:_MOST_ENTRIES]):
        open_folders = [each for each in open_folders if each[0] < indent]
        below = number + 1 < len(found) and found[number + 1][0] > indent
        folders = [each for _, each in open_folders]
        if below:
            open_folders.append((indent, text))
        elif folders and not any(each.lower() in _NOT_PAGES for each in folders):
            made.entries.append(Entry(text, _without_roots(folders), method))
        elif not folders and text.lower() not in _NOT_PAGES | _ROOTS:
            made.entries.append(Entry(text, (), method))
    return made


def _edition(lines: Sequence[str]) -> str | None:
    for line in lines[:40]:
        found = _EDITION.search(line[:300]) if not _BULLET.match(line) else None
        if found:
            return found[0]
    return None


def _without_roots(folders: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in folders if each.lower() not in _ROOTS)


def _method_before(title: str) -> tuple[str | None, str]:
    word, _, rest = title.partition(" ")
    return (word, rest.strip()) if word in _METHODS and rest.strip() else (None, title)
