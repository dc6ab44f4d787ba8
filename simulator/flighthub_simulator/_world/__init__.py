"""What the simulator knows: a world that changes with its clock and with what is asked of it.

One module per part of it, and none of them knows HTTP: `_operations/` turns requests into calls of these, and what
they hold into answers. Everything that happens by itself happens on the `timeline`, at its simulated moment, and is
carried out when the world is next looked at; so the same seed and the same requests tell the same story.
"""

from __future__ import annotations

from ._alerts import alerts
from ._areas import FlightArea
from ._commands import RTK, Execution
from ._detections import TARGETS, Detection
from ._flight_tasks import FlightTask, text_of
from ._flights import Flight
from ._media import File, Folder
from ._open_models import TYPES as MODEL_KINDS
from ._open_models import WRONG_COUNT, OpenModel
from ._project_models import ProjectModel
from ._refusal import Refused
from ._streams import Forwarder, Livestream
from ._things import Camera, Device, Member, Moment, Pair, Place, Project
from ._timeline import Timeline
from ._waylines import Wayline
from ._workflows import Incident, IncidentStatus, Workflow
from ._world import World

__all__ = [
    "MODEL_KINDS",
    "RTK",
    "TARGETS",
    "WRONG_COUNT",
    "Camera",
    "Detection",
    "Device",
    "Execution",
    "File",
    "Flight",
    "FlightArea",
    "FlightTask",
    "Folder",
    "Forwarder",
    "Incident",
    "IncidentStatus",
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
    "Workflow",
    "World",
    "alerts",
    "text_of",
]
