"""Whether one type holds more or less than another, from the text of the annotations."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Mapping

SAME, WIDER, NARROWER, OTHER = ("same", "wider", "narrower", "other")
_LONG = 80


def relation(old: str, new: str) -> str:
    """Whether the new type holds the same as the old one, more, less, or something else."""
    return _relation(ast.parse(old, mode="eval").body, ast.parse(new, mode="eval").body)


def alternatives(text: str) -> dict[str, ast.expr]:
    """The parts of a union by their text, each value of a `Literal` for itself."""
    return _alternatives(ast.parse(text, mode="eval").body)


def without_literals(text: str) -> str:
    """The type without the literals that stand beside an enum: those follow from the enum."""
    return re.sub(r" \| Literal\[(?:[^][]|\[[^][]*\])*\]", "", text)


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with every old name replaced by its new one."""
    if not names:
        return text
    return re.sub(r"\b(" + "|".join(map(re.escape, names)) + r")\b", lambda found: names[found[0]], text)


def _alternatives(node: ast.expr) -> dict[str, ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return {**_alternatives(node.left), **_alternatives(node.right)}
    if isinstance(node, ast.Subscript) and _named(node.value) == "Literal":
        values = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return {f"Literal[{ast.unparse(value)}]": value for value in values}
    return {ast.unparse(node): node}


def _named(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def _relation(old: ast.expr, new: ast.expr) -> str:
    before, after = _alternatives(old), _alternatives(new)
    gone, come = set(before) - set(after), set(after) - set(before)
    if not gone and not come:
        return SAME
    if not gone or not come:
        return NARROWER if gone else WIDER
    if len(gone) == len(come) == 1:
        return _inside(before[gone.pop()], after[come.pop()])
    return OTHER


def _inside(old: ast.expr, new: ast.expr) -> str:
    """Two generics of the same kind go by what they hold."""
    if not (isinstance(old, ast.Subscript) and isinstance(new, ast.Subscript)):
        return OTHER
    if _named(old.value) != _named(new.value):
        return OTHER
    if isinstance(old.slice, ast.Tuple) or isinstance(new.slice, ast.Tuple):
        return OTHER
    return _relation(old.slice, new.slice)


def change(old: str, new: str) -> str:
    """What a type is and was; where that is long, what came and what went."""
    old, new = old.replace("builtins.", ""), new.replace("builtins.", "")
    if len(old) + len(new) < _LONG or not old or not new:
        return f"{new or 'anything'}, was {old or 'anything'}"
    before, after = alternatives(old), alternatives(new)
    marks = [("also ", set(after) - set(before)), ("no longer ", set(before) - set(after))]
    return ", ".join(mark + " | ".join(sorted(names)) for mark, names in marks if names)


def grows_by_models(old: str, new: str, models: Container[str]) -> bool:
    """Whether a union of models has more of them now: programs that tell them apart know such unions grow."""
    nodes = [ast.parse(text, mode="eval").body for text in (old, new)]
    if all(isinstance(node, ast.Subscript) for node in nodes):
        old, new = (ast.unparse(node.slice) for node in nodes if isinstance(node, ast.Subscript))
        return grows_by_models(old, new, models)
    before, after = set(alternatives(old)), set(alternatives(new))
    known = sum(name in models for name in before)
    return known > 1 and before < after and all(name in models for name in after - before)
