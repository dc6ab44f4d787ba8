"""What a process that was forked off must not share with its parent is reset before anything else happens there.

Sockets are closed, whoever uses them in the parent; lines of waiting threads are emptied, as none of the threads exists
in the child. The parent notices nothing.
"""

from __future__ import annotations

import os
import weakref
from typing import Any, Final, Protocol


class Resettable(Protocol):
    """What belongs to one process."""

    def reset_after_fork(self) -> None:
        """Forgets, in the child, what is the parent's."""


_known: Final[set[weakref.ref[Any]]] = set()


def register(each: Resettable) -> None:
    """Has an object reset in every process that is forked off while it lives."""
    # The object's end takes the reference out by itself, in one step that nothing can interrupt.
    _known.add(weakref.ref(each, _known.discard))


def _reset_all() -> None:
    for reference in list(_known):
        each = reference()
        if each is not None:
            each.reset_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_all)
