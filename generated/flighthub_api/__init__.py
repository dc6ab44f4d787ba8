"""The FlightHub 2 OpenAPI as Python: models, enums, operations. Generated from the transcription; does no I/O.

People import `flighthub`, which sends what is built here.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .about import API as API
    from .errors import ERRORS as ERRORS
    from .events import EVENTS as EVENTS
    from .operations import OPERATIONS as OPERATIONS
    from .servers import SERVERS as SERVERS

__all__ = ["API", "ERRORS", "EVENTS", "OPERATIONS", "SERVERS"]

__is_library__ = True  # so that warnings blame whoever calls it

_MODULES = {
    "API": "about",
    "ERRORS": "errors",
    "EVENTS": "events",
    "OPERATIONS": "operations",
    "SERVERS": "servers",
}


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f".{module}", __name__), name)
