"""Former names that still work: what `overrides/names/aliases.yaml` declares, sorted by what they name.

A former name must not exist any more and its new one must; else nothing is generated. Which names there are to keep,
and when a former one has to go, is the business of `generator/names/freeze.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.documents import Document, SpecError, load

_KINDS = {
    "types": re.compile(r"types\.([A-Z]\w*)"),
    "enums": re.compile(r"enums\.([A-Z]\w*)"),
    "value": re.compile(r"([A-Z]\w*)\.([A-Z][A-Z0-9_]*)"),
    "method": re.compile(r"([a-z]\w*)\.([a-z]\w*)"),
    "argument": re.compile(r"([a-z]\w*\.[a-z]\w*)\(([a-z]\w*)\)"),
    "group": re.compile(r"([a-z]\w*)"),
}
_MEMBERS = {"old", "new", "removed_in", "reason"}


@dataclass(frozen=True)
class Alias:
    """A former name."""

    kind: str
    """`types`, `enums`, `value` of an enum, `method`, `argument` or `group`."""
    owner: str
    """The enum, group or method that has it; empty for types, enums and groups."""
    old: str
    new: str
    removed_in: str

    @property
    def said(self) -> tuple[str, str]:
        """Both names as people know them."""
        forms = {"argument": "{}({})", "value": "{}.{}", "method": "{}.{}"}
        form = forms.get(self.kind, "{}{}")
        return form.format(self.owner, self.old), form.format(self.owner, self.new)

    def is_of(self, kind: str, owner: str = "") -> bool:
        """Whether it is a former name of this kind and of this owner."""
        return (self.kind, self.owner) == (kind, owner)


def declared(file: Path) -> list[Document]:
    """The entries of the file, each whole; empty where there is no file."""
    entries: list[Document] = (load(file, file.parent) or []) if file.exists() else []
    for entry in entries:
        if set(entry) != _MEMBERS or not all(isinstance(each, str) and each for each in entry.values()):
            raise SpecError(f"{file.name}: an entry has {sorted(_MEMBERS)} as text, not {entry}")
        if not re.fullmatch(r"\d+\.\d+\.\d+", entry["removed_in"]):
            raise SpecError(f"{file.name}: {entry['old']}: removed_in is a version such as 0.4.0")
        alias(entry)
    return entries


def alias(entry: Document) -> Alias:
    """An entry by what it names."""
    for kind, form in _KINDS.items():
        old, new = form.fullmatch(entry["old"]), form.fullmatch(entry["new"])
        if old and new:
            first, second = old.groups(), new.groups()
            if first[:-1] != second[:-1]:
                raise SpecError(f"aliases.yaml: {entry['old']} and {entry['new']} must be of the same {_owner(kind)}")
            return Alias(kind, first[0] if len(first) > 1 else "", first[-1], second[-1], entry["removed_in"])
    raise SpecError(f"aliases.yaml: {entry['old']} and {entry['new']} are not two names of one kind")


def _owner(kind: str) -> str:
    return {"value": "enum", "method": "group", "argument": "method"}[kind]


class Aliases:
    """The former names of one document, handed out to those who generate them; each must find a place."""

    def __init__(self, document: Document) -> None:
        self._all = [alias(entry) for entry in document["x-flighthub"].get("aliases", [])]
        self._placed: set[Alias] = set()

    def of(self, kind: str, names: Collection[str], owner: str = "") -> list[Alias]:
        """The former names of this kind and owner, whose present names are these."""
        found = [each for each in self._all if each.is_of(kind, owner)]
        for each in found:
            old, new = each.said
            if each.new not in names:
                raise SpecError(f"aliases.yaml: {old} cannot be a former name of {new}, which does not exist")
            if each.old in names:
                raise SpecError(f"aliases.yaml: {old} still exists, so it is no former name")
        self._placed |= set(found)
        return sorted(found, key=lambda each: each.old)

    def all_placed(self) -> None:
        """Raises where a former name belongs to nothing."""
        for each in self._all:
            if each not in self._placed:
                raise SpecError(f"aliases.yaml: nothing is called {each.owner}, which is to have {each.said[0]}")
