"""The open questions of the spec, `spec/questions.yaml`: each tied to members or codes that would settle it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from generator.documents import SpecError, load

LOOKS = ("unit", "present", "type", "values")


class Question(NamedTuple):
    """A question, and what would settle it.

    Attributes:
        id: What it is called.
        question: In words.
        assumed: What the client builds on meanwhile.
        look: What of the members settles it: `unit`, `present`, `type` or `values`; empty where none does.
        members: The operation and the path of each member that it is tied to.
        codes: The codes that settle it by being seen.
    """

    id: str
    question: str
    assumed: str
    look: str
    members: tuple[tuple[str, str], ...]
    codes: tuple[int, ...]


def questions(spec: Path) -> list[Question]:
    """The questions of a folder `spec/`."""
    found = []
    for each in load(spec / "questions.yaml", spec) or []:
        name = str(each.get("id", "a question without id")) if isinstance(each, dict) else "a question"
        try:
            found.append(_question(each))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise SpecError(f"spec/questions.yaml: {name}: {error}") from None
    return found


def _question(each: dict[str, Any]) -> Question:
    unknown = set(each) - {"id", "question", "assumed", "look", "members", "codes"}
    members = tuple((str(one["operation"]), str(one["path"])) for one in each.get("members", []))
    look = str(each.get("look", ""))
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is not in the vocabulary")
    if bool(members) is not bool(look) or (look and look not in LOOKS):
        raise ValueError(f"look is for members, and one of {', '.join(LOOKS)}")
    codes = tuple(int(code) for code in each.get("codes", []))
    return Question(str(each["id"]), str(each["question"]), str(each["assumed"]), look, members, codes)
