"""Files of `flighthub.conformance` against the spec: what they confirm, contradict, do not know, and settle.

The files come from others and are data: bounded, and only counts, paths and types of them are believed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.documents import SpecError
from generator.pages.editing import Editor
from generator.pages.model import Place, Value, walk_members
from generator.pages.questions import Question, questions
from generator.pages.transcription import Operation, Transcription

FORMAT: Final = "flighthub-conformance/1"
_LARGEST: Final = 50_000_000
_DAY: Final = re.compile(r"20\d\d-[01]\d-[0-3]\d")
_PATH: Final = re.compile(r"[A-Za-z0-9_.\[\]<>*-]{1,400}")
_WORD: Final = re.compile(r"[A-Za-z0-9_*-]{1,40}")
_TIMES: Final = ("s", "ms", "us")
_UNITS: Final = {"s": "seconds", "ms": "milliseconds", "us": "microseconds"}


@dataclass(slots=True)
class Shape:
    """What was seen of a member, in all files."""

    seen: Counter[str] = field(default_factory=Counter)
    absent: int = 0
    units: Counter[str] = field(default_factory=Counter)
    values: Counter[str] = field(default_factory=Counter)
    inferred: Counter[str] = field(default_factory=Counter)

    @property
    def present(self) -> int:
        """How often it was there with a value."""
        return sum(count for kind, count in self.seen.items() if kind != "null")


@dataclass(slots=True)
class Observations:
    """What files say together.

    Attributes:
        sources: Each file: the beginning of its hash, and the day.
        answers: How often each operation answered.
        members: What was seen, by operation and path.
        codes: The codes that came, by operation.
    """

    sources: list[tuple[str, str]] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    members: dict[tuple[str, str], Shape] = field(default_factory=dict)
    codes: dict[str, Counter[int]] = field(default_factory=dict)


class Outcome(NamedTuple):
    """A line of the comparison.

    Attributes:
        kind: `contradicted`, `unknown`, `observed` (was inferred), `settled`, `open`.
        where: Operation and member.
        text: A sentence.
        place: The part of the spec.
        edit: What `WRITE=1` does: `confidence`, `value` or `code`; empty for nothing.
        subject: The value or code.
    """

    kind: str
    where: str
    text: str
    place: Place | None = None
    edit: str = ""
    subject: str = ""
    operation: str = ""


def read(files: Sequence[Path]) -> Observations:
    """What files hold together; SpecError where one is none of them."""
    made = Observations()
    for file in files:
        try:
            with file.open("rb") as stream:
                content = stream.read(_LARGEST + 1)
        except OSError as error:
            raise SpecError(f"{file}: cannot be read: {error.strerror}") from None
        try:
            document = json.loads(content) if len(content) <= _LARGEST else None
        except (ValueError, RecursionError):
            document = None
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise SpecError(f"{file}: is no file of flighthub.conformance ({FORMAT})")
        day = document.get("day")
        is_day = isinstance(day, str) and _DAY.fullmatch(day)
        made.sources.append((hashlib.sha256(content).hexdigest()[:16], str(day) if is_day else "an unknown day"))
        for operation, seen in _object(document.get("operations")).items():
            if _WORD.fullmatch(operation):
                _add(made, operation, _object(seen))
    return made


def _add(made: Observations, operation: str, seen: Mapping[str, Any]) -> None:
    made.answers[operation] += _count(seen.get("answers"))
    codes = made.codes.setdefault(operation, Counter())
    for name in ("codes", "unlisted_codes"):
        for code, count in _object(seen.get(name)).items():
            if re.fullmatch(r"-?\d{1,9}", code):
                codes[int(code)] += _count(count)
    for path, shape in _object(seen.get("members")).items():
        if not _PATH.fullmatch(path):
            continue
        found = made.members.setdefault((operation, path), Shape())
        shape = _object(shape)
        found.absent += _count(shape.get("absent"))
        for mine, name in (
            (found.seen, "seen"),
            (found.units, "units"),
            (found.values, "unlisted_values"),
            (found.inferred, "inferred_values"),
        ):
            for word, count in _object(shape.get(name)).items():
                if _WORD.fullmatch(word.replace(" ", "_")) and _count(count):
                    mine[word] += _count(count)


def _object(node: Any) -> dict[str, Any]:
    return node if isinstance(node, dict) else {}


def _count(node: Any) -> int:
    return node if isinstance(node, int) and not isinstance(node, bool) and 0 <= node < 10**12 else 0


def compare(observed: Observations, spec: Transcription) -> list[Outcome]:
    """Holds observations against the spec."""
    found: list[Outcome] = []
    for operation_id, count in observed.answers.items():
        operation = spec.operations.get(operation_id)
        if operation is None:
            found.append(Outcome("unknown", operation_id, "an operation that the spec does not have"))
            continue
        place = operation.place.inside("x-flighthub", "confidence")
        if count and spec.files.at(place) == "inferred":
            text = f"the operation was inferred, and answered {_times(count)}"
            found.append(Outcome("observed", operation_id, text, place, "confidence", "", operation_id))
        values = _Members(operation, spec)
        for (owner, path), shape in observed.members.items():
            if owner == operation_id:
                found += _member(operation, path, shape, values, spec)
    found += _codes(observed, spec)
    found += [_question(each, observed) for each in questions(spec.layout.spec)]
    return found


class _Members:
    """The members of an operation's answer by the paths that a file has for them."""

    def __init__(self, operation: Operation, spec: Transcription) -> None:
        self._spec = spec
        self._known = {
            path: (member.value, bool(member.required))
            for path, member in (walk_members(operation.answer) if operation.answer else ())
        }

    def find(self, path: str) -> tuple[Value, bool] | None:
        """The value of a member, and whether it is promised."""
        owner, mark, rest = path.rpartition("<")
        known = self._known
        if mark and owner:
            name, _, rest = rest.partition(">")
            if name not in self._spec.schemas:
                return None
            value = self._spec.value({"$ref": f"#/components/schemas/{name}"}, self._spec.files.schemas.get(name))
            known = {p: (m.value, bool(m.required)) for p, m in walk_members(value)}
            path = rest.lstrip(".")
        if path in known:
            return known[path]
        if path.endswith("[]") and (found := self.find_list(path, known)) is not None:
            return found, False
        return None

    @staticmethod
    def find_list(path: str, known: Mapping[str, tuple[Value, bool]]) -> Value | None:
        """What the items of a list are."""
        depth = 0
        while path.endswith("[]"):
            path, depth = path.removesuffix("[]"), depth + 1
        value: Value | None = known[path][0] if path in known else None
        while value is not None and depth:
            value, depth = value.items, depth - 1
        return value


def _member(operation: Operation, path: str, shape: Shape, values: _Members, spec: Transcription) -> Iterator[Outcome]:
    where = f"{operation.operation_id} {path}"
    if "*" in path:
        return
    known = values.find(path)
    if known is None:
        if shape.seen:
            kinds = ", ".join(f"{kind} {_times(count)}" for kind, count in shape.seen.items())
            yield Outcome("unknown", where, f"a member that the spec does not have ({kinds})", operation.place)
        return
    value, required = known
    problems = list(_problems(value, shape, required, spec))
    for problem in problems:
        yield Outcome("contradicted", where, problem, value.place)
    for word, count in shape.values.items():
        text = f"the value {word} is not listed; seen {_times(count)}"
        yield Outcome("unknown", where, text, value.innermost.enum_place or value.place)
    if shape.present and not problems and value.trust == "inferred" and value.place is not None:
        place = value.place.inside("x-flighthub", "confidence")
        if spec.files.at(place) == "inferred":
            text = f"was inferred, and is observed now: {', '.join(shape.seen)}{_unit_text(shape)}"
            yield Outcome("observed", where, text, place, "confidence", "", operation.operation_id)
    inner = value.innermost
    for word, count in shape.inferred.items():
        if inner.enum_place is not None and word in {str(each) for each in inner.inferred}:
            place = inner.enum_place.inside("x-flighthub", "inferred")
            text = f"the value {word} was inferred, and is observed now; seen {_times(count)}"
            yield Outcome("observed", where, text, place, "value", word, operation.operation_id)


def _problems(value: Value, shape: Shape, required: bool, spec: Transcription) -> Iterator[str]:
    for kind, count in shape.seen.items():
        plain = "string" if kind == "empty string" else kind
        if plain == "null":
            if not value.nullable and value.types and not value.variants:
                yield f"is null, which the spec does not say; seen {_times(count)}"
        elif plain == "integer" and "number" in value.types:
            continue
        elif value.types and plain not in value.types and kind != "empty string":
            yield f"is {plain}, the spec has {'/'.join(sorted(value.types))}; seen {_times(count)}"
    if required and shape.absent:
        yield f"is missing, though it is promised; {_times(shape.absent)}"
    notes = spec.files.at(value.place.inside("x-flighthub")) if value.place else {}
    time = notes.get("time") if isinstance(notes, dict) else None
    for unit in _TIMES:
        if time in ("s", "ms") and unit != time and shape.units[unit]:
            yield f"counts {_UNITS[unit]}, the spec has {_UNITS[time]}; seen {_times(shape.units[unit])}"


def _codes(observed: Observations, spec: Transcription) -> Iterator[Outcome]:
    errors = spec.files.document("errors.yaml")
    places = {each["code"]: Place("errors.yaml", (number, "confidence")) for number, each in enumerate(errors)}
    told: set[int] = set()
    for operation, codes in observed.codes.items():
        for code, count in codes.items():
            if code == 0:
                continue
            if code not in places:
                text = f"the code {code} is not in errors.yaml; seen {_times(count)}"
                yield Outcome("unknown", operation, text, Place("errors.yaml", ()))
            elif code not in told and spec.files.at(places[code]) == "inferred":
                told.add(code)
                text = f"the code {code} was inferred, and is observed now"
                yield Outcome("observed", operation, text, places[code], "code", str(code), operation)


def _question(each: Question, observed: Observations) -> Outcome:
    """What the observations say to an open question."""
    answers: list[str] = []
    for operation, path in each.members:
        shape = observed.members.get((operation, path))
        if shape is None:
            continue
        where = f"{operation} {path}"
        if each.look == "unit" and (units := [unit for unit in _TIMES if shape.units[unit]]):
            answers.append(f"{where} counts {' and '.join(_UNITS[unit] for unit in units)}")
        elif each.look == "present" and shape.present:
            answers.append(f"{where} was there {_times(shape.present)}")
        elif each.look == "type" and shape.seen:
            answers.append(f"{where} is {' or '.join(shape.seen)}")
        elif each.look == "values" and shape.values:
            answers.append(f"{where} has further values: {', '.join(shape.values)}")
    for code in each.codes:
        count = sum(codes[code] for codes in observed.codes.values())
        if count:
            answers.append(f"the code {code} came {_times(count)}")
    if answers:
        return Outcome("settled", each.id, f"{each.question} {'; '.join(answers)}")
    return Outcome("open", each.id, each.question)


def _unit_text(shape: Shape) -> str:
    units = [_UNITS[unit] for unit in _TIMES if shape.units[unit]]
    return f", counts {' and '.join(units)}" if units else ""


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


_TITLES: Final = {
    "contradicted": "Contradicted",
    "unknown": "Unknown to the spec",
    "observed": "Inferred, and observed now",
    "settled": "Open questions that are settled",
    "open": "Open questions that stay open",
}


def compare_observed(files: Sequence[Path], spec: Transcription, *, write: bool) -> int:
    """Prints what files say to the spec, and gives the number of contradictions and unknown members."""
    observed = read(files)
    found = compare(observed, spec)
    for digest, day in observed.sources:
        print(f"sha256 {digest} of {day}")
    for kind, title in _TITLES.items():
        of_kind = [each for each in found if each.kind == kind]
        if of_kind:
            print(f"\n{title}:")
        for each in of_kind:
            at = f"spec/{each.place.file}:{spec.files.line(each.place)}: " if each.place else ""
            print(f"  {at}{each.where}: {each.text}")
    if write:
        for line in _raise(found, observed, spec):
            print(line)
    return sum(each.kind in ("contradicted", "unknown") for each in found)


def _raise(found: Sequence[Outcome], observed: Observations, spec: Transcription) -> Iterator[str]:
    """Raises the confidence of what was observed, and cites the files."""
    editor = Editor(spec.layout.spec)
    cited: set[str] = set()
    done: set[tuple[Place, str]] = set()
    for each in found:
        if not each.edit or each.place is None or (each.place, each.subject) in done:
            continue
        done.add((each.place, each.subject))
        if each.edit == "value":
            wrote = editor.remove_item(each.place, each.subject)
        else:
            wrote = editor.set_scalar(each.place, "observed")
        if wrote:
            cited.add(each.operation)
        yield f"{each.where}: {'raised in' if wrote else 'raise it by hand, in'} spec/{each.place.file}"
    for name in sorted(cited):
        place = spec.operations[name].place.inside("x-flighthub", "source", "also")
        for digest, day in observed.sources:
            citation = f"conformance file sha256 {digest}, {day}"
            if citation in (editor.at(place) or ()):
                continue
            if not editor.add_item(place, citation):
                editor.add_member(Place(place.file, place.path[:-1]), "also", [citation])
