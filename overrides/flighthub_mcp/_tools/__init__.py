"""Tools that are more than an operation: a module for each set."""

from __future__ import annotations

from .._tool import Tool
from . import files, fly, look, reconstruct

__all__ = ["facade_tools"]


def facade_tools() -> list[Tool]:
    """All of them."""
    return [*look.tools(), *fly.tools(), *files.tools(), *reconstruct.tools()]
