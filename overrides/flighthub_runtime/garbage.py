"""The garbage collector, while many objects are made that are all kept."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from contextlib import contextmanager

_is_paused = False


@contextmanager
def pause_collector() -> Generator[None]:
    """Keeps the garbage collector from running, in all threads.

    It runs whenever so many objects were made, and walks them again and again: half of the time that it takes to read a
    long list, of which nothing can be collected. Where it is off already, it stays off.
    """
    global _is_paused
    if not gc.isenabled():
        yield
        return
    try:
        _is_paused = True
        gc.disable()
        yield
    finally:
        _resume()


def _resume() -> None:
    global _is_paused
    if _is_paused:
        gc.enable()
    _is_paused = False


if hasattr(os, "register_at_fork"):
    # The thread that would resume it does not exist in the child.
    os.register_at_fork(after_in_child=_resume)
