"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ProjectAuthorizedFilter(OpenEnum):
    """Which projects a list holds."""

    AUTHORIZED = "project-status-authorized"
    """Projects that the key's owner has joined."""
