"""Values of an enum that stand without anything between them, told apart by the values that the spec knows.

`return_homereturn_home_cancel` is two values or one; with `return_home` and `return_home_cancel` at hand it is two, and
what is left over when they are taken out is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.pages.model import Scalar

_MOST_STEPS: Final = 200_000


class Split(NamedTuple):
    """How a text comes apart: the known values in it, and the rest between them."""

    known: tuple[Scalar, ...]
    rest: tuple[str, ...]


def split(text: str, known: Sequence[Scalar]) -> Split | None:
    """Takes a text apart; None where it cannot be told, as none of the known values is in it, or it is too long.

    Args:
        text: The values, run together.
        known: Those that may be among them, in the order of the spec.
    """
    text = text.strip()
    if not known or not text or len(text) * len(known) > _MOST_STEPS:
        return None
    found = _in_order(text, known)
    if found.rest:
        # Another order than the spec's leaves more than it must.
        other = _in_any_order(text, known)
        if _size(other) < _size(found):
            found = other
    return found if found.known else None


def _size(found: Split) -> tuple[int, int]:
    return sum(map(len, found.rest)), -len(found.known)


def _in_order(text: str, known: Sequence[Scalar]) -> Split:
    """The cheapest way to lay the values, in their order, over the text. A value left out and a rest both cost."""
    words = [str(each) for each in known]
    length, count = len(text), len(words)
    # cost[at][number]: what the text from `at` on costs with the values from `number` on, inside a rest or not.
    far = 1 << 40
    after = [[0] * (count + 1) for _ in range(2)]
    table: list[list[list[int]]] = []
    for number in range(count + 1):
        after[0][number] = after[1][number] = 3 * (count - number)
    table.append([list(after[0]), list(after[1])])
    for back in range(1, length + 1):
        at = length - back
        row = [[far] * (count + 1), [far] * (count + 1)]
        for inside in (0, 1):
            for number in range(count, -1, -1):
                best = table[back - 1][1][number] + 2 + (0 if inside else 3)
                if number < count:
                    best = min(best, row[inside][number + 1] + 3)
                    word = words[number]
                    if word and text.startswith(word, at):
                        best = min(best, table[back - len(word)][0][number + 1])
                row[inside][number] = best
        table.append(row)
    values: list[Scalar] = []
    rest: list[str] = []
    at, number, inside = 0, 0, 0
    while at < length:
        here = table[length - at][inside][number]
        if number < count:
            word = words[number]
            if word and text.startswith(word, at) and here == table[length - at - len(word)][0][number + 1]:
                values.append(known[number])
                at, number, inside = at + len(word), number + 1, 0
                continue
            if here == table[length - at][inside][number + 1] + 3:
                number += 1
                continue
        if inside:
            rest[-1] += text[at]
        else:
            rest.append(text[at])
        at, inside = at + 1, 1
    return Split(tuple(values), tuple(rest))


def _in_any_order(text: str, known: Sequence[Scalar]) -> Split:
    """The longest values first, wherever they stand."""
    pieces: list[str | tuple[Scalar]] = [text]
    for value in sorted(known, key=lambda each: -len(str(each))):
        word = str(value)
        for number, piece in enumerate(pieces):
            if isinstance(piece, str) and word and word in piece:
                before, _, behind = piece.partition(word)
                pieces[number : number + 1] = [each for each in (before, (value,), behind) if each != ""]
                break
    return Split(
        tuple(each[0] for each in pieces if isinstance(each, tuple)),
        tuple(each for each in pieces if isinstance(each, str)),
    )
