"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class SortType(OpenEnum):
    """Direction of sorting."""

    ASC = "ASC"
    """Smallest first."""
    DESC = "DESC"
    """Largest first."""
