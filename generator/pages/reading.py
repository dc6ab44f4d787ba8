"""Reads files and recognises what they are: a page in one of its forms, an export of all pages, a list of pages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator.documents import SpecError, parse
from generator.pages.forms import article, copied_text, html, index, openapi
from generator.pages.model import Index, Page

LARGEST: Final = 8_000_000
"""How many bytes a file may have."""

LARGEST_PAGE: Final = 2_000_000
"""How many characters of a page in text or markup are read; those of the reference have some ten thousand."""

LARGEST_YAML: Final = 400_000
"""How many characters a YAML block may have. An export of everything is JSON, or comes in pieces."""

_BLOCK: Final = re.compile(r"^(`{3,}|~{3,})[ \t]*(?:ya?ml|json|openapi)?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_TITLE: Final = re.compile(r"^#\s+(\S.*)$", re.MULTILINE)


@dataclass(slots=True)
class Material:
    """What was read from files.

    Attributes:
        pages: The pages.
        indexes: The lists of pages.
        whole: Files that may hold all operations at once, with how many they hold.
        problems: Files, or parts of them, that could not be read, each as a sentence.
    """

    pages: list[Page] = field(default_factory=list)
    indexes: list[Index] = field(default_factory=list)
    whole: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read(files: list[Path]) -> Material:
    """What files hold; a file that cannot be read is a problem and not an exception."""
    made = Material()
    for file in files:
        try:
            with file.open("rb") as stream:
                content = stream.read(LARGEST + 1)
        except OSError as error:
            made.problems.append(f"{file}: cannot be read: {error.strerror}")
            continue
        if len(content) > LARGEST:
            made.problems.append(f"{file}: has more than {LARGEST} bytes")
            continue
        recognise(decode(content), str(file), made)
    return made


def decode(content: bytes) -> str:
    """The text of a file, whatever its encoding may be; what cannot be decoded is replaced."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return content.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def recognise(text: str, source: str, made: Material) -> None:
    """Adds what a text holds to the material."""
    try:
        _recognise(text, source, made)
    except SpecError as error:
        made.problems.append(f"{error}" if str(error).startswith(source) else f"{source}: {error}")


def _recognise(text: str, source: str, made: Material) -> None:
    start = text.lstrip()[:200]
    if start[:1] == "{":
        document = _json(text, source)
        if openapi.is_openapi(document):
            _export(document, source, made)
        else:
            made.problems.append(f"{source}: is JSON, but no OpenAPI document")
        return
    if re.search(r"^['\"]?openapi['\"]?:", text[:5000], re.MULTILINE) and not re.match(r"#\s", start):
        document = _yaml(text, source)
        if openapi.is_openapi(document):
            _export(document, source, made)
            return
    if len(text) > LARGEST_PAGE:
        raise SpecError(f"{source}: has more than {LARGEST_PAGE} characters")
    if _markdown(text, source, made):
        return
    if html.is_html(text):
        lines = html.lines(text)
        if _markdown("\n".join(lines), source, made):
            return
        _lines(lines, source, "html", made)
    else:
        _lines(text.split("\n"), source, "text", made)


def _lines(lines: list[str], source: str, form: str, made: Material) -> None:
    found = False
    if index.is_bullet_index(lines):
        made.indexes.append(index.bullet_index(lines, source))
        found = True
    elif index.is_link_list(lines) and not copied_text.is_copied_page(lines):
        made.indexes.append(index.link_list(lines, source))
        found = True
    if copied_text.is_copied_page(lines):
        made.pages.append(copied_text.page(lines, source, form))
    elif not found:
        made.pages.append(article.page(lines, source))


def _markdown(text: str, source: str, made: Material) -> bool:
    """Whether the text is Markdown with an OpenAPI document in it; the pages are added then."""
    at = 0
    for _ in range(50):
        begin = _BLOCK.search(text, at)
        if begin is None:
            return False
        end = text.find(f"\n{begin[1]}", begin.end())
        block = text[begin.end() : end if end >= 0 else len(text)]
        if re.search(r"^\s*['\"]?openapi['\"]?:|^\s*\{", block[:2000], re.MULTILINE):
            document = _json(block, source) if block.lstrip()[:1] == "{" else _yaml(block, source)
            if openapi.is_openapi(document):
                heading = _TITLE.search(text[: begin.start()])
                pages = list(openapi.pages(document, source, "markdown", heading[1].strip() if heading else ""))
                made.pages += pages
                return bool(pages)
        if end < 0:
            return False
        at = end + 1 + len(begin[1])
    return False


def _export(document: dict[str, Any], source: str, made: Material) -> None:
    pages = list(openapi.pages(document, source, "export"))
    made.pages += pages
    made.whole[source] = len(pages)


def _yaml(text: str, source: str) -> Any:
    if len(text) > LARGEST_YAML:
        raise SpecError(f"{source}: its YAML has more than {LARGEST_YAML} characters; export it as JSON")
    return parse(text, source)


def _json(text: str, source: str) -> Any:
    try:
        value = json.loads(text, parse_constant=_refuse)
        # Half a character, which an escape may stand for, can be written nowhere.
        json.dumps(value, ensure_ascii=False).encode()
        return value
    except RecursionError:
        raise SpecError(f"{source}: is nested too deeply") from None
    except ValueError as error:
        raise SpecError(f"{source}: is no JSON: {error}") from None


def _refuse(text: str) -> Any:
    raise ValueError(f"{text} is not a JSON number")
