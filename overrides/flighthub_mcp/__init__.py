"""FlightHub 2 for assistants: a server of the Model Context Protocol. Run it with `flighthub mcp`.

It stands on the public names of `flighthub`, on the catalogue of operations, and on what the command shares (masking,
dry runs). The SDK, which takes long to import, is imported when a server is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._list import list_tools as list_tools
    from ._runtime import Runtime as Runtime
    from ._server import Server as Server
    from ._settings import TOOLSETS as TOOLSETS
    from ._settings import Settings as Settings
    from ._transports import run_http as run_http
    from ._transports import run_stdio as run_stdio

__all__ = ["TOOLSETS", "Runtime", "Server", "Settings", "list_tools", "run_http", "run_stdio"]

_MODULES = {
    "TOOLSETS": "_settings",
    "Runtime": "_runtime",
    "Server": "_server",
    "Settings": "_settings",
    "list_tools": "_list",
    "run_http": "_transports",
    "run_stdio": "_transports",
}


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            found = import_module(f".{module}", __name__)
        except ModuleNotFoundError as missing:
            from flighthub import ConfigurationError

            raise ConfigurationError(
                f"tools for assistants need the package {missing.name}: pip install 'flighthub[mcp]'"
            ) from None
        return getattr(found, name)
