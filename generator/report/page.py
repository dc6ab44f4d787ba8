"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.report.changes import CLIENT, KINDS, PYTHON, WIRE, Change
from generator.report.versions import Verdict, said

_TITLES = {CLIENT: "For those who use the client", WIRE: "On the wire", PYTHON: "Python names"}
_MOST = 3
"""How many pages a line names."""


def page(changes: Iterable[Change], base: str, verdict: Verdict | None) -> str:
    """One Markdown page about the changes since a base."""
    found = list(changes)
    lines = [f"# What changed since {base}", "", _summary(found)]
    if verdict is not None:
        lines += ["", *_version(verdict)]
    for layer, title in _TITLES.items():
        ours = [each for each in found if each.layer == layer]
        if ours:
            lines += ["", f"## {title}", "", *_list(ours)]
    return "\n".join(lines) + "\n"


def _summary(found: list[Change]) -> str:
    if not found:
        return "Nothing that anybody could notice."
    counts = [(sum(each.kind == kind for each in found), kind) for kind in KINDS]
    return f"{len(found)} lines: " + ", ".join(f"{count} {kind}" for count, kind in counts if count) + "."


def _version(verdict: Verdict) -> Iterator[str]:
    since = f"released as {said(verdict.released)}" if verdict.released else f"{verdict.base}, never released"
    yield f"**Version**: at least {said(verdict.needed)} (base: {since}); it is {verdict.now}."
    for problem in verdict.problems:
        yield f"* {problem}"


def _list(found: list[Change]) -> Iterator[str]:
    for each in sorted(found, key=lambda each: KINDS.index(each.kind)):
        warning = f" ⚠ {each.warning}." if each.warning else ""
        subject = each.subject.replace("`", "'")
        yield f"* **{each.kind}** `{subject}`: {_plain(f'{each.text}.{warning} {_pages(each)}')}".rstrip()


def _plain(text: str) -> str:
    """Text of the spec in one line, so that nothing in it is taken for HTML or a link."""
    return " ".join(text.split()).replace("<", "&lt;").replace("](", "]\\(")


def _pages(change: Change) -> str:
    if not change.pages:
        return "(ours)" if change.layer == PYTHON else ""
    more = len(change.pages) - _MOST
    return "(" + "; ".join(change.pages[:_MOST]) + (f"; and {more} more" if more > 0 else "") + ")"
