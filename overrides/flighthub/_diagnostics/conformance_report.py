"""What was seen of a server beside what its documentation says: shapes and counts, never a value. No I/O but files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from flighthub_runtime.public_names import exported
from flighthub_runtime.wire import is_object

from ..errors import InvalidArgument

FORMAT: Final = "flighthub-conformance/1"

Kind = Literal["confirmed", "contradicted", "never seen", "unknown"]

_LARGEST: Final = 50_000_000


@exported
class ConformanceFinding(NamedTuple):
    """What is so of one member of an answer, or of a code.

    Attributes:
        kind: `confirmed`, `contradicted`, `never seen`, or `unknown` to the documentation.
        operation: The id of the operation, such as `listWaylines`.
        member: The path of the member, such as `data.list[].name`; `code` for business codes.
        text: What was seen, in words.
    """

    kind: Kind
    operation: str
    member: str
    text: str

    def __str__(self) -> str:
        return f"{self.operation} {self.member}: {self.text}"


@exported
class ConformanceReport:
    """What was seen of a server, member by member: types, null or missing, magnitudes, unlisted values and codes.

    It holds no value of an answer: no id, name, coordinate, link, time, serial number or key. Print it for a page, or
    save it as one JSON file that can be read and sent.

    Example:
        >>> report = fh.conformance()
        >>> report.ok
        True
        >>> report.save(folder / "conformance.json")
        >>> ConformanceReport.load(folder / "conformance.json") == report
        True
    """

    def __init__(self, content: Mapping[str, Any]) -> None:
        """
        Args:
            content: What a file holds.

        Raises:
            InvalidArgument: It is none of these files.
        """
        if content.get("format") != FORMAT or not is_object(content.get("operations")):
            raise InvalidArgument("content", f"is not of the form {FORMAT}")
        self._content: dict[str, Any] = dict(content)

    @classmethod
    def load(cls, path: Path | str) -> ConformanceReport:
        """Read a file that `save` wrote.

        Args:
            path: The file.

        Raises:
            InvalidArgument: It is none of these files.
            OSError: It cannot be read.
        """
        with Path(path).open("rb") as stream:
            text = stream.read(_LARGEST + 1)
        try:
            content = json.loads(text) if len(text) <= _LARGEST else None
        except (ValueError, RecursionError):
            content = None
        if not is_object(content):
            raise InvalidArgument("path", f"holds no report of the form {FORMAT}")
        return cls(content)

    def save(self, path: Path | str) -> None:
        """Write it as one JSON file, in one step.

        Args:
            path: The file; one that is there is replaced, and folders that are missing are made.

        Raises:
            OSError: It cannot be written.
        """
        file = Path(path)
        text = json.dumps(self._content, indent=2, ensure_ascii=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f".{file.name}.{os.getpid()}.part")
        try:
            part.write_text(f"{text}\n", encoding="utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)

    def to_dict(self) -> dict[str, Any]:
        """What the file holds."""
        copy: dict[str, Any] = json.loads(json.dumps(self._content))
        return copy

    @property
    def ok(self) -> bool:
        """Whether nothing was seen that contradicts the documentation or is unknown to it."""
        return not self.contradicted and not self.unknown

    @property
    def confirmed(self) -> tuple[ConformanceFinding, ...]:
        """Members that were seen as they are documented."""
        return self._of("confirmed")

    @property
    def contradicted(self) -> tuple[ConformanceFinding, ...]:
        """Members that were seen otherwise: another type, null, missing, another unit of time."""
        return self._of("contradicted")

    @property
    def never_seen(self) -> tuple[ConformanceFinding, ...]:
        """Members that are documented and were in no answer."""
        return self._of("never seen")

    @property
    def unknown(self) -> tuple[ConformanceFinding, ...]:
        """Members, values of enums and codes that the documentation does not have."""
        return self._of("unknown")

    def _of(self, kind: Kind) -> tuple[ConformanceFinding, ...]:
        return tuple(each for each in self.findings() if each.kind == kind)

    def findings(self) -> Iterator[ConformanceFinding]:
        """Everything, in the order of the documentation."""
        for operation, seen in self._content["operations"].items():
            for code, count in seen.get("unlisted_codes", {}).items():
                yield ConformanceFinding(
                    "unknown", operation, "code", f"the code {code} is not listed; {_times(count)}"
                )
            for path, shape in seen.get("members", {}).items():
                yield from _judged(operation, path, shape)

    def __str__(self) -> str:
        return self.page()

    def page(self) -> str:
        """A page in Markdown that compares what was seen with what is documented."""
        lines = ["# Conformance", ""]
        asked = {name: seen for name, seen in self._content["operations"].items() if seen.get("answers")}
        answers = sum(each["answers"] for each in asked.values())
        documented = self._content.get("documented", "an unknown day")
        lines.append(f"{answers} answers of {len(asked)} operations, beside the documentation of {documented}.")
        findings = list(self.findings())
        titles: tuple[tuple[Kind, str], ...] = (
            ("contradicted", "Contradicted"),
            ("unknown", "Unknown to the documentation"),
            ("never seen", "Never seen"),
            ("confirmed", "Confirmed"),
        )
        for kind, title in titles:
            found = [each for each in findings if each.kind == kind]
            lines += ["", f"## {title} ({len(found)})", ""]
            lines += [f"* `{each.operation}` `{each.member}`: {each.text}" for each in found]
        skipped = self._content.get("not_asked", {})
        if skipped:
            lines += ["", f"## Not asked ({len(skipped)})", ""]
            lines += [f"* `{name}`: {why}" for name, why in skipped.items()]
        return "\n".join(lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ConformanceReport) and self._content == other._content

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        count = sum(each.get("answers", 0) for each in self._content["operations"].values())
        return f"<ConformanceReport of {count} answers>"


def _judged(operation: str, path: str, shape: Mapping[str, Any]) -> Iterator[ConformanceFinding]:
    """What one member comes to."""
    seen: Mapping[str, int] = shape.get("seen", {})
    documented: Mapping[str, Any] | None = shape.get("documented")
    if documented is None:
        kinds = ", ".join(seen)
        yield ConformanceFinding("unknown", operation, path, f"a member that is not documented ({kinds})")
        return
    for value, count in shape.get("unlisted_values", {}).items():
        text = "a value that is not listed" if value == "*" else f"the value {value}, which is not listed"
        yield ConformanceFinding("unknown", operation, path, f"{text}; {_times(count)}")
    problems = list(_problems(seen, shape, documented))
    for problem in problems:
        yield ConformanceFinding("contradicted", operation, path, problem)
    present = sum(count for kind, count in seen.items() if kind != "null")
    if not problems and present:
        units = _units(shape, documented)
        yield ConformanceFinding(
            "confirmed", operation, path, f"{', '.join(seen)}{units}; {_times(sum(seen.values()))}"
        )
    elif not present and not problems:
        yield ConformanceFinding("never seen", operation, path, "always null" if seen else "in no answer")


def _problems(seen: Mapping[str, int], shape: Mapping[str, Any], documented: Mapping[str, Any]) -> Iterator[str]:
    types: list[str] = documented.get("types", [])
    for kind, count in seen.items():
        plain = "string" if kind == "empty string" else kind
        if plain == "null":
            if not documented.get("nullable"):
                yield f"null, though it is not documented as such; {_times(count)}"
        elif types and plain not in types and kind != "empty string":
            yield f"{_a(kind)}, documented as {' or '.join(types)}; {_times(count)}"
    absent = shape.get("absent", 0)
    if documented.get("required") and absent:
        yield f"missing, though it is promised; {_times(absent)}"
    unit = documented.get("time")
    if unit in ("s", "ms"):
        for other, count in shape.get("units", {}).items():
            if other in ("s", "ms", "us") and other != unit:
                yield f"counts {_unit(other)}, documented as {_unit(unit)}; {_times(count)}"


def _units(shape: Mapping[str, Any], documented: Mapping[str, Any]) -> str:
    if documented.get("time") != "auto":
        return ""
    found = [_unit(each) for each in shape.get("units", {}) if each in ("s", "ms", "us")]
    return f", counts {' or '.join(found)}" if found else ""


def _unit(name: str) -> str:
    return {"s": "seconds", "ms": "milliseconds", "us": "microseconds"}[name]


def _a(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeio' else 'a'} {kind}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
