"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class MemberRole(OpenEnum):
    """Role of a person in a project."""

    MEMBER = "project-member"
    """Ordinary member."""
    ADMIN = "project-admin"
    """Administrator of the project."""
