"""A page against the operation of the spec that it documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any, Final

from generator.pages import nesting
from generator.pages.differences import DIFFERENT, ON_PURPOSE, OPEN, Difference, Draft
from generator.pages.examples import misfits, value_of_example
from generator.pages.model import Member, NamedValues, Page, Place, Value, is_chinese, walk_members
from generator.pages.schemas import member_yaml
from generator.pages.transcription import Operation, Transcription
from generator.pages.values import Values

_SIDES: Final = {"request": "request body", "answer": "answer"}
_PLACES: Final = {"path": "path parameter", "query": "query parameter", "header": "header"}
_ALWAYS_THERE: Final = {
    "content-type", "accept", "user-agent", "host", "connection", "x-user-token", "authorization", "cookie",
    "content-length", "accept-encoding", "accept-language", "cache-control",
}  # fmt: skip
"""Headers that are no parameters of an operation: those of HTTP, and the key, which is the security scheme."""

_VERSION: Final = re.compile(r"/v\d+(?:\.\d+)?(?=/)")


@dataclass(slots=True)
class Comparison:
    """What came of a page.

    Attributes:
        page: The page.
        operation: The operation that it documents; None for one that is new, and for articles.
        found: The differences, and what explains why others are none.
    """

    page: Page
    operation: Operation | None
    found: list[Difference] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        return any(each.kind == DIFFERENT for each in self.found)

    @property
    def is_newer(self) -> bool:
        """Whether the page was modified after it was transcribed."""
        return bool(self.operation and self.page.modified and self.page.modified > self.operation.dated)


def compare(page: Page, spec: Transcription) -> Comparison:
    """Holds a page against the spec."""
    if not page.is_operation:
        return Comparison(page, None, list(_article(page, spec)))
    operation = find_operation(page, spec)
    if operation is None:
        return Comparison(page, None, [_new_operation(page)])
    found = list(_differences(page, operation, spec))
    corrected = spec.corrected.operations.get(operation.operation_id)
    if corrected is not None:
        found = _explain(found, list(_differences(page, corrected, spec.corrected)), spec)
    return Comparison(page, operation, list(dict.fromkeys(found)))


def find_operation(page: Page, spec: Transcription) -> Operation | None:
    """The operation that a page documents: the path decides, then the title."""
    shape = _shape(page.path)
    fitting = [each for each in spec.operations.values() if shape is not None and _shape(each.path) == shape]
    for each in fitting:
        if each.method == page.method:
            return each
    versions = {found[0] for each in spec.operations.values() if (found := _VERSION.search(each.path))}
    version = _VERSION.search(page.path or "")
    titled = [
        each
        for each in spec.operations.values()
        if _words(each.page) == _words(page.title)
        and (version is None or version[0] not in versions or version[0] in each.path)
    ]
    if not titled:
        return None
    return max(titled, key=lambda each: (each.method == page.method, _alike(each.path, page.path or "")))


def _differences(page: Page, operation: Operation, spec: Transcription) -> Iterator[Difference]:
    yield from _head(page, operation, spec)
    yield from _parameters(page, operation)
    for side, mine, theirs in _bodies(page, operation):
        part = _SIDES[side]
        is_whole = side_shown(page, side)
        found = list(Values(part, is_whole=is_whole).compare(mine, theirs))
        yield from found
    yield from _examples(page, operation)
    yield from _prose(page, operation, spec)


def side_shown(page: Page, side: str) -> bool:
    """Whether a page shows all there is of its request body or answer."""
    return {"request": "body", "answer": "answer"}[side] in page.shows


def _head(page: Page, operation: Operation, spec: Transcription) -> Iterator[Difference]:
    place, notes = operation.place, operation.place.inside("x-flighthub")
    if page.title and not is_chinese(page.title) and _words(page.title) != _words(operation.page):
        yield Difference(
            DIFFERENT, "title", "title", f"the page is called {page.title!r}, the spec has {operation.page!r}",
            notes.inside("page"), f"page: {page.title}",
        )  # fmt: skip
    yield from _folder(page, operation, spec)
    if page.method and page.method != operation.method:
        yield Difference(
            DIFFERENT, "method", "method", f"is {page.method} on the page, the spec has {operation.method}",
            place, f"{page.method.lower()}:",
        )  # fmt: skip
    if page.path and _path_differs(page, operation):
        yield Difference(
            DIFFERENT, "path", "path", f"is {page.path} on the page, the spec has {operation.path}",
            operation.path_place, f"{page.path}: …",
        )  # fmt: skip
    if page.status and page.status.lower() != operation.status:
        yield Difference(
            DIFFERENT, "status", "status", f"is {page.status} on the page, the spec has {operation.status}",
            notes, f"status: {page.status}",
        )  # fmt: skip
    if page.modified and page.modified > operation.dated:
        yield Difference(
            DIFFERENT, "date", "date", f"the page was modified on {page.modified}, transcribed as of {operation.dated}",
            notes.inside("source", "dated"), f"dated: '{page.modified}'",
        )  # fmt: skip
    elif page.modified and page.modified < operation.dated:
        text = f"this copy was modified on {page.modified}, before {operation.dated}, when the page was transcribed"
        yield Difference(OPEN, "date", "date", text, notes.inside("source", "dated"))


def _folder(page: Page, operation: Operation, spec: Transcription) -> Iterator[Difference]:
    if not page.folders or is_chinese(page.folders[-1]):
        return
    last = page.folders[-1]
    allowed = {_words(each) for each in operation.folders}
    if page.form in ("text", "html"):
        allowed |= {_words(parent) for each in operation.folders if (parent := spec.folders.get(each))}
    if _words(last) not in allowed and _words(last) not in ("root directory",):
        yield Difference(
            DIFFERENT, "folder", "place in the index",
            f"the page is in {last!r}, the spec has {', '.join(operation.folders)!r}",
            operation.place.inside("tags"), f"tags: [{last}]",
        )  # fmt: skip


def _path_differs(page: Page, operation: Operation) -> bool:
    if _shape(page.path) != _shape(operation.path):
        return True
    # Another name in braces alone is told by the parameter, where the page has those.
    lists = any(where == "path" for where, _ in page.parameters) or bool(page.flat.get("path"))
    return page.path != operation.path and not lists


# Parameters


def _parameters(page: Page, operation: Operation) -> Iterator[Difference]:
    for where, kind in _PLACES.items():
        mine = {name: each for (place, name), each in operation.parameters.items() if place == where}
        theirs = {name: each for (place, name), each in page.parameters.items() if place == where}
        flat = page.flat.get(where)
        if flat:
            theirs |= nesting.parameters(flat, mine)
        is_whole = where in page.shows or bool(flat)
        yield from _parameters_of(kind, where, mine, theirs, operation, is_whole=is_whole)
    if not page.flat.get("header") and page.sample_headers:
        known = {name.lower() for place, name in operation.parameters if place == "header"}
        for name in dict.fromkeys(page.sample_headers):
            if name.lower() not in known | _ALWAYS_THERE:
                text = "is sent by the page's request sample, the spec does not have it"
                yield Difference(DIFFERENT, "new parameter", f"header `{name}`", text, operation.place)


def _parameters_of(
    kind: str, where: str, mine: dict[str, Member], theirs: dict[str, Member], operation: Operation, *, is_whole: bool
) -> Iterator[Difference]:
    same: dict[str, str] = {}
    for name in theirs:
        for known in mine:
            if known not in same.values() and _same_parameter(where, name, known):
                same[name] = known
                break
    new = [name for name in theirs if name not in same and not (where == "header" and name.lower() in _ALWAYS_THERE)]
    gone = [name for name in mine if name not in same.values()]
    for name, old in _renamed_parameters(where, {n: theirs[n] for n in new}, {n: mine[n] for n in gone}):
        same[name] = old
        new.remove(name)
        gone.remove(old)
        text = f"is called `{name}` on the page"
        yield Difference(DIFFERENT, "renamed", f"{kind} `{old}`", text, mine[old].value.place, f"name: {name}")
    for name in new:
        member = theirs[name]
        needed = " required" if member.required else ""
        text = f"is a new{needed} {kind}"
        yaml = member_yaml(name, member.value)
        draft = Draft("parameter", name, (where, member), bool(member.required))
        place = operation.place.inside("parameters")
        yield Difference(DIFFERENT, "new parameter", f"{kind} `{name}`", text, place, yaml, draft)
    for name in gone if is_whole else ():
        value = mine[name].value
        if value.trust is not None:
            text = f"the page does not have it; it is {value.trust} here"
            yield Difference(OPEN, "parameter", f"{kind} `{name}`", text, value.place)
        else:
            text = "is not on the page, the spec has it"
            yield Difference(DIFFERENT, "parameter", f"{kind} `{name}`", text, value.place)
    for name, known in same.items():
        yield from _parameter(kind, known, mine[known], theirs[name], is_whole=is_whole)


def _same_parameter(where: str, name: str, known: str) -> bool:
    if where == "header":
        return name.lower() == known.lower()
    return name == known or name.removesuffix("[]") == known.removesuffix("[]")


def _renamed_parameters(where: str, new: dict[str, Member], gone: dict[str, Member]) -> Iterator[tuple[str, str]]:
    left = dict(gone)
    for name, member in new.items():
        for old, known in left.items():
            fits = member.value.types <= known.value.types and member.required in (None, known.required)
            alone = len(new) == len(gone) == 1 and where == "path"
            if fits and (alone or SequenceMatcher(None, name.lower(), old.lower()).ratio() >= 0.6):
                del left[old]
                yield name, old
                break


def _parameter(kind: str, name: str, mine: Member, theirs: Member, *, is_whole: bool) -> Iterator[Difference]:
    where = f"{kind} `{name}`"
    place = mine.value.place
    at = Place(place.file, place.path[:-1]) if place else None
    if theirs.required is not None and theirs.required is not mine.required:
        says, has = ("required", "optional") if theirs.required else ("optional", "required")
        text = f"is {says} on the page, the spec has it {has}"
        if mine.value.trust == "observed":
            text = f"is {says} on the page; that it is {has} was observed"
            yield Difference(ON_PURPOSE, "required", where, text, at)
        else:
            yield Difference(DIFFERENT, "required", where, text, at, f"required: {str(theirs.required).lower()}")
    yield from Values(kind, is_whole=is_whole).compare(_list_of(mine.value, theirs.value), theirs.value, name)
    if theirs.value.example is not None and not isinstance(theirs.value.example, (dict, list)):
        for misfit in misfits(_from_text(theirs.value.example, mine.value), mine.value, theirs.value, name):
            yield Difference(DIFFERENT, "example", where, misfit.text, at, "example: …")


def _list_of(mine: Value, theirs: Value) -> Value:
    """A list in an address travels as text, joined by commas; a page may say so."""
    if "array" in mine.types and "string" in theirs.types and theirs.enum is None:
        return replace(mine, types=mine.types | {"string"})
    return mine


def _from_text(example: Any, value: Value) -> Any:
    """The example of a parameter, which pages write as text whatever it is."""
    if not isinstance(example, str) or "string" in value.types:
        return example
    if "integer" in value.types or "number" in value.types:
        try:
            return int(example)
        except ValueError:
            pass
        try:
            return float(example)
        except ValueError:
            return example
    if "boolean" in value.types and example in ("true", "false"):
        return example == "true"
    if "array" in value.types:
        return [each.strip() for each in example.strip("[]").split(",")]
    return example


# Bodies and examples


def _bodies(page: Page, operation: Operation) -> Iterator[tuple[str, Value, Value]]:
    """The bodies that both sides have: `request` or `answer`, the spec's value, the page's."""
    for side, mine, theirs in (("request", operation.body, page.body), ("answer", operation.answer, page.answer)):
        flat = page.flat.get("body" if side == "request" else side)
        if flat:
            theirs = nesting.nest(flat, _as_enveloped(mine, {each.name for each in flat}, operation, side))
        if theirs is None:
            continue
        if mine is None:
            mine = Value(types=frozenset({"object"}), members={}, place=operation.place.inside("requestBody"))
        yield side, _as_enveloped(mine, set(theirs.members or {}), operation, side) or mine, theirs


def _as_enveloped(mine: Value | None, names: set[str], operation: Operation, side: str) -> Value | None:
    """The answer with its envelope, or its `data` alone where the page shows no more."""
    data = operation.data
    if side == "request" or mine is None or data is None or names & {"code", "message", "data"}:
        return mine
    return data if names & set(data.members or {}) else mine


def _examples(page: Page, operation: Operation) -> Iterator[Difference]:
    for side, part in _SIDES.items():
        spec = operation.body if side == "request" else operation.answer
        own = page.body if side == "request" else page.answer
        flat = page.flat.get("body" if side == "request" else side)
        if flat:
            own = nesting.nest(flat, spec)
        told: set[str] = set()
        for example in page.examples.get(side, []):
            if spec is None:
                continue
            mine = spec
            if isinstance(example, dict):
                mine = _as_enveloped(spec, set(example), operation, side) or spec
            for misfit in misfits(example, mine, own):
                if misfit.path in told or _told_by_schema(own, spec, misfit.path):
                    continue
                told.add(misfit.path)
                yield _misfit(part, misfit, spec)
        if side in page.bad_examples:
            yield Difference(OPEN, "example", part, "the page has an example that is no JSON")
    if operation.body is None and page.examples.get("request") and page.body is None and not page.flat.get("body"):
        text = "the page has an example of a body, the spec has no body"
        yield Difference(DIFFERENT, "example", "request body", text, operation.place)


def _misfit(part: str, misfit: Any, spec: Value) -> Difference:
    where = f"{part} `{misfit.path}`"
    place = next(
        (each.value.place for path, each in walk_members(spec) if path == misfit.path.removesuffix("[]")), None
    )
    if not misfit.unknown:
        return Difference(DIFFERENT, "example", where, misfit.text, place)
    value = value_of_example(misfit.value)
    name = misfit.path.rpartition(".")[2]
    first = next(iter((misfit.holder.members or {}).values()), None) if misfit.holder else None
    if first is not None and first.value.place is not None:
        place = Place(first.value.place.file, first.value.place.path[:-1])
    draft = Draft("member", name, value)
    return Difference(DIFFERENT, "example", where, misfit.text, place, member_yaml(name, value), draft)


def _told_by_schema(own: Value | None, spec: Value, path: str) -> bool:
    """Whether the page's own schema says the same that its example says against the spec."""
    if own is None:
        return False
    theirs = _find(own, path)
    mine = _find(spec, path)
    if theirs is None or mine is None:
        return False
    found = Values("", is_whole=False).compare(replace(mine, members=None), replace(theirs, members=None))
    return any(each.kind == DIFFERENT and each.what in ("type", "enum", "null", "limit") for each in found)


def _find(value: Value, path: str) -> Value | None:
    name = path.removesuffix("[]")
    return next((each.value for here, each in walk_members(value) if here == name), None)


# Prose


def _prose(page: Page, operation: Operation, spec: Transcription) -> Iterator[Difference]:
    known = _enums_of(operation)
    merged: dict[str, NamedValues] = {}
    for each in page.values:
        merged.setdefault(each.heading, NamedValues(each.heading, {})).values.update(each.values)
    for each in merged.values():
        if len(each.values) < 2:
            continue
        path, value = _enum_named(each, known)
        if value is None:
            listed = next((enum for name, enum in spec.enums.items() if _fits(each, name, enum)), None)
            if listed is None:
                values = ", ".join(f"{name} = {number}" for number, name in list(each.values.items())[:50])
                text = f"lists values in prose that no enum of the spec has: {values}"
                yield Difference(DIFFERENT, "enum", f"prose {each.heading!r}", text, operation.place)
                continue
            path, value = f"prose {each.heading!r}", listed
        yield from _named(each, path, value)


def _named(each: NamedValues, path: str, value: Value) -> Iterator[Difference]:
    listed = Value(types=value.types, enum=tuple(each.values), names=dict(each.values))
    part, _, rest = path.partition(" ")
    if path.startswith(("request body", "path parameter", "query parameter")):
        part, rest = " ".join(path.split(" ")[:2]), " ".join(path.split(" ")[2:])
    yield from Values(part, is_whole=True).enum(replace(value, trust=None), listed, rest)


def _enums_of(operation: Operation) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for (where, name), member in operation.parameters.items():
        if member.value.innermost.enum:
            found[f"{_PLACES.get(where, where)} {name}"] = member.value.innermost
    for part, value in (("request body", operation.body), ("answer", operation.answer)):
        for path, member in walk_members(value) if value else ():
            if member.value.innermost.enum:
                found[f"{part} {path}"] = member.value.innermost
    return found


def _enum_named(each: NamedValues, known: dict[str, Value]) -> tuple[str, Value | None]:
    """The enum of an operation that a list in prose is about: by the heading, or else by what it lists."""
    words = "_".join(re.findall(r"[a-z0-9]+", re.sub(r"[^\x00-\x7f]", " ", each.heading).lower()))
    for path, value in known.items():
        name = re.split(r"[ .]", path)[-1].removesuffix("[]").lower()
        if words and words in (name, f"{name}_enum", f"{name}_values"):
            return path, value
    best = max(known.items(), key=lambda item: _overlap(each, item[1]), default=None)
    if best is not None and _overlap(each, best[1]) > 0.5:
        return best
    return "", None


def _fits(each: NamedValues, name: str, value: Value) -> bool:
    words = "".join(re.findall(r"[a-z0-9]+", re.sub(r"[^\x00-\x7f]", " ", each.heading).lower()))
    return (words == name.lower() and _overlap(each, value) > 0) or _overlap(each, value) > 0.5


def _overlap(each: NamedValues, value: Value) -> float:
    """The share of values that have the same name here and there."""
    mine = {(str(number), name) for number, name in value.names.items()}
    theirs = {(str(number), name) for number, name in each.values.items()}
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _article(page: Page, spec: Transcription) -> Iterator[Difference]:
    """What an article says that the spec says as well: values of enums, business codes."""
    for each in page.values:
        fitting = [(name, value) for name, value in spec.enums.items() if _fits(each, name, value)]
        for name, value in fitting[:1]:
            found = list(_named(each, name, value))
            corrected = spec.corrected.enums.get(name)
            if corrected is not None:
                found = _explain(found, list(_named(each, name, corrected)), spec)
            yield from found
    for code, meaning in page.codes.items():
        if code not in spec.codes:
            yaml = f"- {{code: {code}, meaning: …}}  # {meaning[:80]}"
            text = "is listed on the page, the spec does not have it"
            yield Difference(DIFFERENT, "code", f"code {code}", text, Place("errors.yaml", ()), yaml)


# What explains a difference


def _explain(found: list[Difference], corrected: list[Difference], spec: Transcription) -> list[Difference]:
    """Tells apart what an overlay makes differ on purpose.

    A difference counts that the transcription and the corrected spec both have. One that only the corrected spec has is
    what the overlay is for; one that only the transcription has says that the page now agrees with the overlay.
    """

    def key(each: Difference) -> tuple[str, str, str, str]:
        return each.kind, each.what, each.where, each.subject

    mine, others = {key(each) for each in found}, {key(each) for each in corrected}
    made = []
    for each in found:
        if each.kind == DIFFERENT and key(each) not in others:
            text = f"{each.text}; the page says what the overlay {_overlay(each, spec)} corrects"
            each = replace(each, kind=ON_PURPOSE, text=text, draft=None)
        made.append(each)
    for each in corrected:
        if each.kind == DIFFERENT and key(each) not in mine:
            text = f"{each.text}, on purpose: {_overlay(each, spec)}"
            made.append(replace(each, kind=ON_PURPOSE, text=text, draft=None))
    return made


def _overlay(each: Difference, spec: Transcription) -> str:
    name = next((str(step) for step in (each.place.path if each.place else ()) if step in spec.schemas), "")
    for file in sorted(spec.layout.overlays.glob("*.yaml")):
        if name and name in file.read_text(encoding="utf-8"):
            return f"overrides/overlays/{file.name}"
    return "overrides/overlays/"


def _new_operation(page: Page) -> Difference:
    for where in _PLACES:
        for name, member in nesting.parameters(page.flat.get(where, ()), {}).items():
            page.parameters.setdefault((where, name), member)
    if page.flat.get("body"):
        page.body = nesting.nest(page.flat["body"], None)
    if page.flat.get("answer"):
        page.answer = nesting.nest(page.flat["answer"], None)
    text = f"is a new operation: {page.title!r}, {page.method} {page.path}"
    return Difference(
        DIFFERENT, "new operation", "", text, Place("openapi.yaml", ("paths",)), f"{page.path}: …",
        Draft("operation", page.title, page),
    )  # fmt: skip


def _shape(path: str | None) -> str | None:
    """A path without the names of its parameters."""
    return None if path is None else re.sub(r"\{[^{}]*\}|(?<=/):[A-Za-z_]+", "{}", path).rstrip("/")


def _words(text: str) -> str:
    return " ".join(text.lower().split())


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:200], other[:200]).ratio()
