"""A line in which everybody waits in the order of coming, and the first so many have their turn.

It needs no lock, and an exception between any two instructions (out of a signal handler, say) loses no turn: joining
and leaving are single steps of the interpreter, leaving twice does nothing, and a place ends with its object at the
latest.
"""

from __future__ import annotations

import weakref
from functools import partial
from itertools import count
from typing import Final

_numbers: Final = count()


class Line:
    """So many at the front have their turn.

    Args:
        size: How many.
    """

    __slots__ = ("places", "size")

    def __init__(self, size: int) -> None:
        self.size = size
        self.places: dict[int, weakref.ref[Place]] = {}


class Place:
    """A place in a line, from when it is made until it is left.

    Args:
        line: The line to join, at its end.
    """

    __slots__ = ("__weakref__", "_line", "_number")

    def __init__(self, line: Line) -> None:
        self._line = line
        self._number = next(_numbers)
        # The callback's argument becomes the default of pop, so that a place that was left can end in peace.
        line.places[self._number] = weakref.ref(self, partial(line.places.pop, self._number))

    def has_turn(self) -> bool:
        """Whether so many are not before it."""
        places, size = self._line.places, self._line.size
        return len(places) <= size or self._number in list(places)[:size]

    def leave(self) -> Place | None:
        """Leaves the line; whoever has a turn by that, if anybody waits."""
        places, size = self._line.places, self._line.size
        places.pop(self._number, None)
        if len(places) < size:
            return None
        first = list(places)[:size]
        reference = places.get(first[-1]) if len(first) == size else None
        return None if reference is None else reference()
