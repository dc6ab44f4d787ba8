"""Docstrings in the house style, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import Final

_SECTIONS: Final = ("Args", "Attributes", "Returns", "Raises", "Example")


@dataclass
class Docstring:
    """What a docstring says.

    Attributes:
        summary: The first paragraph.
        text: The paragraphs after it.
        arguments: What is said of each argument.
        attributes: What is said of each attribute.
        returns: What comes back.
        raises: Errors, and when they are raised.
        documentation: The pages it rests on.
        example: The example, with its prompts.
    """

    summary: str = ""
    text: list[str] = field(default_factory=list)
    arguments: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    returns: str = ""
    raises: dict[str, str] = field(default_factory=dict)
    documentation: str = ""
    example: str = ""


def parsed(documented: object) -> Docstring:
    """The docstring of something, or a docstring."""
    text = documented if isinstance(documented, str) else getattr(documented, "__doc__", None) or ""
    found = Docstring()
    section = ""
    parts: dict[str, list[str]] = {}
    for line in cleandoc(text).splitlines():
        heading = re.fullmatch(r"(\w+):", line)
        if heading and heading[1] in _SECTIONS:
            section = heading[1]
            continue
        if line and not line.startswith(" "):
            section = ""
        parts.setdefault(section, []).append(line if section == "" else line[4:])
    paragraphs = re.split(r"\n\s*\n", "\n".join(parts.get("", [])).strip())
    rest = [each for each in paragraphs if not each.startswith("Documentation:")]
    found.summary = " ".join(rest[0].split()) if rest else ""
    found.text = rest[1:]
    found.documentation = " ".join(
        " ".join(each.removeprefix("Documentation:").split())
        for each in paragraphs
        if each.startswith("Documentation:")
    )
    found.arguments = _named(parts.get("Args", []))
    found.attributes = _named(parts.get("Attributes", []))
    found.raises = _named(parts.get("Raises", []))
    found.returns = " ".join(" ".join(parts.get("Returns", [])).split())
    found.example = "\n".join(parts.get("Example", [])).strip("\n")
    return found


def _named(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        start = re.match(r"(\w+): (.*)", line)
        if start:
            name = start[1]
            found[name] = start[2]
        elif line.strip() and name:
            found[name] += " " + line.strip()
    return found
