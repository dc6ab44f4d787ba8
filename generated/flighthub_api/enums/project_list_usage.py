"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ProjectListUsage(OpenEnum):
    """How a project list is used."""

    SIMPLE = "simple"
    """No paging, every project."""
