"""Insertions into the YAML files of the spec that leave everything else as it is, comments and line breaks included."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import Any, Final

import yaml

from generator.documents import Document, dump
from generator.pages.model import Place
from generator.pages.transcription import SpecFiles

_WIDE: Final = 1 << 20


class Editor:
    """Edits files of the spec, one insertion after another.

    Args:
        folder: The folder `spec/`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = SpecFiles(folder)

    def at(self, place: Place) -> Any:
        """What stands at a place now."""
        return self._files.at(place)

    def append(self, file: str, document: Document) -> None:
        """Puts entries at the end of a file, which is made if there is none."""
        path = self._folder / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        self._write(file, text + dump(document))

    def add_member(self, place: Place, name: str, value: Any, comment: str = "") -> bool:
        """Puts a member at the end of a mapping; false where none is there.

        Args:
            place: The mapping.
            name: The name of the member.
            value: What it is.
            comment: What stands above it.
        """
        _, node, found = self._files.nodes(place)
        if not found or not isinstance(node, yaml.MappingNode) or not node.value:
            return False
        if node.flow_style:
            inside = yaml.safe_dump({name: value}, default_flow_style=True, width=_WIDE, sort_keys=False).strip()
            self._insert_before_end(place.file, node, f", {inside[1:-1]}")
            return True
        text = (f"# {comment}\n" if comment else "") + dump({name: value})
        self._insert_lines(place.file, _last_line(node), indent(text, " " * node.start_mark.column))
        return True

    def add_item(self, place: Place, value: Any) -> bool:
        """Puts an item at the end of a list; false where no list with items is there."""
        _, node, found = self._files.nodes(place)
        if not found or not isinstance(node, yaml.SequenceNode) or not node.value:
            return False
        if node.flow_style:
            text = yaml.safe_dump(value, default_flow_style=True, width=_WIDE, sort_keys=False).strip()
            self._insert_before_end(place.file, node, f", {text.removesuffix('...').strip()}")
            return True
        self._insert_lines(place.file, _last_line(node), indent(dump_item(value), " " * node.start_mark.column))
        return True

    def set_scalar(self, place: Place, text: str) -> bool:
        """Puts another plain word in the place of one; false where none is there."""
        _, node, found = self._files.nodes(place)
        if not found or not isinstance(node, yaml.ScalarNode) or node.start_mark.line != node.end_mark.line:
            return False
        self._replace(place.file, node, text)
        return True

    def remove_item(self, place: Place, item: str) -> bool:
        """Takes a value out of a list that is written on one line; false where it is not there."""
        _, node, found = self._files.nodes(place)
        if not found or not isinstance(node, yaml.SequenceNode) or node.start_mark.line != node.end_mark.line:
            return False
        kept = [each.value for each in node.value if isinstance(each, yaml.ScalarNode) and each.value != item]
        if not node.flow_style or len(kept) != len(node.value) - 1:
            return False
        self._replace(place.file, node, f"[{', '.join(kept)}]")
        return True

    def _replace(self, file: str, node: yaml.Node, text: str) -> None:
        lines = (self._folder / file).read_text(encoding="utf-8").split("\n")
        at = lines[node.start_mark.line]
        lines[node.start_mark.line] = at[: node.start_mark.column] + text + at[node.end_mark.column :]
        self._write(file, "\n".join(lines))

    def _insert_before_end(self, file: str, node: yaml.Node, text: str) -> None:
        lines = (self._folder / file).read_text(encoding="utf-8").split("\n")
        line, column = node.end_mark.line, node.end_mark.column - 1
        at = lines[line]
        before = at[:column]
        if before.strip():
            lines[line] = before.rstrip() + text + at[column:]
        else:
            # The bracket stands alone on its line.
            lines[line - 1] = lines[line - 1].rstrip().rstrip(",") + text
        self._write(file, "\n".join(lines))

    def _insert_lines(self, file: str, line: int, text: str) -> None:
        lines = (self._folder / file).read_text(encoding="utf-8").split("\n")
        while line > 0 and not lines[line - 1].strip():
            line -= 1
        lines[line:line] = text.rstrip("\n").split("\n")
        self._write(file, "\n".join(lines))

    def _write(self, file: str, text: str) -> None:
        (self._folder / file).parent.mkdir(parents=True, exist_ok=True)
        (self._folder / file).write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8")
        self._files = SpecFiles(self._folder)


def dump_item(value: Any) -> str:
    """A value as an item of a block list."""
    lines = dump(value).removesuffix("...\n") if isinstance(value, dict) else f"{yaml.safe_dump(value)}"
    first, *others = lines.removesuffix("...\n").rstrip("\n").split("\n")
    return "\n".join([f"- {first}", *(f"  {each}" for each in others)])


def _last_line(node: yaml.Node) -> int:
    """The line behind what is last in a node."""
    while isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return int(mark.line if mark.column == 0 and mark.line > node.start_mark.line else mark.line + 1)
