"""What the simulator knows: a world that changes with its clock and with what is asked of it.

One module per part of it, and none of them knows HTTP: `_operations/` turns requests into calls of these, and what
they hold into answers. Everything that happens by itself happens on the `timeline`, at its simulated moment, and is
carried out when the world is next looked at; so the same seed and the same requests tell the same story.
"""

from __future__ import annotations

from ._alerts import alerts
from ._flight_tasks import FlightTask, text_of
from ._media import File, Folder
from ._open_models import TYPES as MODEL_KINDS
from ._open_models import WRONG_COUNT, OpenModel
from ._project_models import ProjectModel
from ._refusal import Refused
from ._streams import Forwarder, Livestream
from ._things import Camera, Device, Member, Moment, Pair, Place, Project
from ._timeline import Timeline
from ._waylines import Wayline
from ._world import World

__all__ = [
    "MODEL_KINDS",
    "WRONG_COUNT",
    "Camera",
    "Device",
    "File",
    "FlightTask",
    "Folder",
    "Forwarder",
    "Livestream",
    "Member",
    "Moment",
    "OpenModel",
    "Pair",
    "Place",
    "Project",
    "ProjectModel",
    "Refused",
    "Timeline",
    "Wayline",
    "World",
    "alerts",
    "text_of",
]
