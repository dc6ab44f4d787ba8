"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.report.changes import CLIENT, KINDS, PYTHON, WIRE, Change
from generator.report.versions import VersionCheck, said

_TITLES = {CLIENT: "For those who use the client", WIRE: "On the wire", PYTHON: "Python names"}
_MOST = 3
"""How many pages a line names."""


def page(changes: Iterable[Change], base: str, check: VersionCheck | None) -> str:
    """One Markdown page about the changes since a base."""
    found = list(changes)
    lines = [f"# What changed since {base}", "", _summary(found)]
    if check is not None:
        lines += ["", *_version(check)]
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


def _version(check: VersionCheck) -> Iterator[str]:
    since = f"released as {said(check.released)}" if check.released else f"{check.base}, never released"
    yield f"**Version**: at least {said(check.needed)} (base: {since}); it is {check.now}."
    for problem in check.problems:
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
