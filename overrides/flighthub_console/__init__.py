"""The console: one page that shows docks, aircraft, tasks and alerts live, out of snapshots of either side.

A feed makes snapshots (`_snapshot.py`): the simulator's world, which mounts the page at `/_simulator/`, or a real
account, read through the client (`_account.py`), which `flighthub console` serves on loopback (`_serve.py`). The page
lies in `page/`. Nothing here sends anything that changes something, and only `_account.py` imports the client.

Each name is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ._account import AccountFeed, Pace, RequestLog
    from ._details import describe_state
    from ._pages import HEADERS, Feed, Settings, camera_link, page_routes, tile_origin
    from ._serve import ConsoleServer, is_loopback
    from ._snapshot import (
        Alert,
        Annotation,
        Area,
        Camera,
        Device,
        DeviceDetails,
        Key,
        Model,
        Project,
        Reading,
        Request,
        Route,
        Snapshot,
        StateValue,
        Stream,
        Task,
        Weather,
        progress_of,
        thin_out,
    )

__all__ = [
    "HEADERS",
    "AccountFeed",
    "Alert",
    "Annotation",
    "Area",
    "Camera",
    "ConsoleServer",
    "Device",
    "DeviceDetails",
    "Feed",
    "Key",
    "Model",
    "Pace",
    "Project",
    "Reading",
    "Request",
    "RequestLog",
    "Route",
    "Settings",
    "Snapshot",
    "StateValue",
    "Stream",
    "Task",
    "Weather",
    "camera_link",
    "describe_state",
    "is_loopback",
    "page_routes",
    "progress_of",
    "thin_out",
    "tile_origin",
]

_HOMES: Final = {
    "_account": ("AccountFeed", "Pace", "RequestLog"),
    "_details": ("describe_state",),
    "_pages": ("HEADERS", "Feed", "Settings", "camera_link", "page_routes", "tile_origin"),
    "_serve": ("ConsoleServer", "is_loopback"),
}
"""Where names are, that are not in `_snapshot`."""

if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = next((module for module, names in _HOMES.items() if name in names), "_snapshot")
        try:
            return getattr(import_module(f".{home}", __name__), name)
        except ModuleNotFoundError as error:
            raise ImportError(f"the console needs {error.name}: pip install 'flighthub[console]'") from error
