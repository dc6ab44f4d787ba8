"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ProjectSortColumn(OpenEnum):
    """What a project list is sorted by."""

    CREATED_AT = "created_at"
    """Time of creation."""
    NAME = "name"
    """Name."""
