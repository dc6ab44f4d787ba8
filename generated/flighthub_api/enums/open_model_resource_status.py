"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class OpenModelResourceStatus(OpenEnum):
    """State of an image set."""

    EMPTY = 0
    """Not documented; seen on a set without files.

    [inferred, in answers only]
    """
    IMPORT_SUCCESS = 1
    """Files are registered."""
    WAITING_DELETE = 2
    """About to be deleted."""
    DELETED = 3
    """Deleted."""

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return (0,)

    @classmethod
    def _answer_only(cls) -> Collection[Any]:
        return (0,)
