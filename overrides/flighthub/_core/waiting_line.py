"""A line in which everybody waits in the order of coming, and the first so many have their turn.

It needs no lock, and an exception between any two instructions (out of a signal handler, say) loses no turn: joining
and leaving are single steps of the interpreter, leaving twice does nothing, and a place ends with its object at the
latest.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
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

    def last_with_turn(self) -> Place | None:
        """Whoever has a turn by the last leave, if anybody waited."""
        if len(self.places) < self.size:
            return None
        first = list(self.places)[: self.size]
        reference = self.places.get(first[-1]) if len(first) == self.size else None
        return None if reference is None else reference()


class Place:
    """A place in a line, once it has joined it.

    Args:
        line: The line.

    Attributes:
        leave: Leaves the line. It is a function of the interpreter itself, so that nothing can come in between when it
            is called first thing in a `finally`.
    """

    __slots__ = ("__weakref__", "_number", "leave", "line")

    def __init__(self, line: Line) -> None:
        self.line = line
        self._number = next(_numbers)
        self.leave: Callable[[], object] = partial(line.places.pop, self._number, None)

    def join(self) -> None:
        """Takes the place at the end."""
        places = self.line.places
        # The callback's argument becomes the default of pop, so that a place that was left can end in peace.
        places[self._number] = weakref.ref(self, partial(places.pop, self._number))

    def has_turn(self) -> bool:
        """Whether so many are not before it."""
        places, size = self.line.places, self.line.size
        return len(places) <= size or self._number in list(places)[:size]
