"""The version that follows from the lines, and whether version and changelog fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.documents import SpecError
from generator.report.changes import ADDITION, BREAKING, CLIENT, PYTHON, Change, worst

Version = tuple[int, int, int]

_HEADING = re.compile(r"^## +v?(\d+\.\d+\.\d+)\b(.*)$", re.MULTILINE)


def parsed(text: str) -> Version:
    """The numbers of a version: three of them, and nothing else."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", text.strip())
    if not found:
        raise SpecError(f"{text!r} is no version of the form 1.2.3")
    return int(found[1]), int(found[2]), int(found[3])


def said(version: Version) -> str:
    """A version as text."""
    return ".".join(map(str, version))


def version_in(source: str) -> str:
    """The version that `_version.py` holds."""
    found = re.search(r'^__version__ = "([^"]+)"', source, re.MULTILINE)
    if not found:
        raise SpecError("_version.py holds no __version__")
    return found[1]


def next_version(released: Version, kind: str | None) -> Version:
    """The lowest version after a released one in which changes of this kind may appear."""
    major, minor, patch = released
    if kind is None:
        return released
    if kind == BREAKING:
        return (major + 1, 0, 0) if major else (0, minor + 1, 0)
    if kind == ADDITION and major:
        return major, minor + 1, 0
    return major, minor, patch + 1


@dataclass(frozen=True)
class Changelog:
    """The sections of a changelog by their version, the newest first."""

    sections: dict[str, str]
    unreleased: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Changelog:
        """Reads a changelog."""
        found = list(_HEADING.finditer(text))
        ends = [*(each.start() for each in found[1:]), len(text)]
        sections = {each[1]: text[each.end() : end] for each, end in zip(found, ends, strict=True)}
        return cls(sections, frozenset(each[1] for each in found if "(unreleased)" in each[2]))

    def last_released(self, version: str) -> Version | None:
        """The last version, up to this one, that was released; None where none was."""
        if version not in self.sections:
            return parsed(version)
        fitting = [each for each in self.sections if parsed(each) <= parsed(version) and each not in self.unreleased]
        return max(map(parsed, fitting), default=None)

    def entries(self, version: str) -> list[str]:
        """The entries of a section: its list items, else its paragraphs."""
        return [" ".join(each.split()) for each in re.split(r"\n\s*\n|\n(?=\s*[*-] )", self.sections.get(version, ""))]


@dataclass(frozen=True)
class VersionCheck:
    """What follows for the version."""

    base: str
    """The version of the base."""
    now: str
    released: Version | None
    """What the base was released as; None before the first release."""
    needed: Version
    problems: tuple[str, ...]


def check_version(changes: Iterable[Change], base: str, base_changelog: str, now: str, changelog: str) -> VersionCheck:
    """Which version the changes need, and what is wrong with the one that stands there."""
    found = list(changes)
    released = Changelog.of(base_changelog).last_released(base)
    why = worst([each.kind for each in found])
    needed = parsed(base) if released is None else next_version(released, why)
    problems = []
    if parsed(now) < max(needed, parsed(base)):
        reason = f"{why} changes since {said(released)}" if released and why else f"the base has {base}"
        problems.append(f"the version is {now}, it must be at least {said(max(needed, parsed(base)))}: {reason}")
    current = Changelog.of(changelog)
    if now not in current.sections:
        problems.append(f"CHANGELOG.md has no section `## {now}`")
    elif released is not None:
        problems += _unnamed(found, current.entries(now), now)
    return VersionCheck(base, now, released, needed, tuple(problems))


def _unnamed(found: list[Change], entries: list[str], version: str) -> list[str]:
    """The breaking lines that no entry names."""
    client = [each for each in found if each.kind == BREAKING and each.layer == CLIENT]
    # A Python name that goes with one of the client's lines is named with it.
    words = {name for each in client for name in each.names}
    names = [each for each in found if each.kind == BREAKING and each.layer == PYTHON and not _covered(each, words)]
    return [
        f"CHANGELOG.md {version} names no `{'` with `'.join(each.names)}`: {each.text}"
        for each in [*client, *names]
        if not any(all(_holds(entry, name) for name in each.names) for entry in entries)
    ]


def _covered(line: Change, words: set[str]) -> bool:
    ends = [".".join(line.subject.split(".")[-count:]) for count in (1, 2)]
    return any(end in words for end in ends)


def _holds(entry: str, name: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", entry) is not None
