"""The console: one page that shows docks, aircraft, tasks and alerts live, out of snapshots of either side.

A feed makes snapshots (`_snapshot.py`): the simulator's world, which mounts the page at `/_simulator/`, or a real
account, read through the client (`_account.py`), which `flighthub console` serves on loopback (`_serve.py`). The page
lies in `page/`. Nothing here sends anything that changes something, and only `_account.py` imports the client.
"""

from __future__ import annotations

from ._details import describe_state
from ._pages import HEADERS, Feed, Settings, page_routes
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
    "Alert",
    "Annotation",
    "Area",
    "Camera",
    "Device",
    "DeviceDetails",
    "Feed",
    "Key",
    "Model",
    "Project",
    "Reading",
    "Request",
    "Route",
    "Settings",
    "Snapshot",
    "StateValue",
    "Stream",
    "Task",
    "Weather",
    "describe_state",
    "page_routes",
    "progress_of",
    "thin_out",
]
