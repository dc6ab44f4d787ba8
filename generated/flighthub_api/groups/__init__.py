"""The operations, one module per group of the client, and what a client has of them.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import AsyncCaller, Caller

if TYPE_CHECKING:
    from .alerts import Alerts, AsyncAlerts
    from .annotations import Annotations, AsyncAnnotations
    from .areas import Areas, AsyncAreas
    from .commands import AsyncCommands, Commands
    from .devices import AsyncDevices, Devices
    from .flight_records import AsyncFlightRecords, FlightRecords
    from .flight_tasks import AsyncFlightTasks, FlightTasks
    from .livestreams import AsyncLivestreams, Livestreams
    from .models import AsyncModels, Models
    from .open_models import AsyncOpenModels, OpenModels
    from .organizations import AsyncOrganizations, Organizations
    from .projects import AsyncProjects, Projects
    from .recordings import AsyncRecordings, Recordings
    from .stream_forwarders import AsyncStreamForwarders, StreamForwarders
    from .system import AsyncSystem, System
    from .waylines import AsyncWaylines, Waylines
    from .workflows import AsyncWorkflows, Workflows
else:
    Alerts = lazy_type(".alerts", "Alerts", __package__)
    AsyncAlerts = lazy_type(".alerts", "AsyncAlerts", __package__)
    Annotations = lazy_type(".annotations", "Annotations", __package__)
    AsyncAnnotations = lazy_type(".annotations", "AsyncAnnotations", __package__)
    Areas = lazy_type(".areas", "Areas", __package__)
    AsyncAreas = lazy_type(".areas", "AsyncAreas", __package__)
    Commands = lazy_type(".commands", "Commands", __package__)
    AsyncCommands = lazy_type(".commands", "AsyncCommands", __package__)
    Devices = lazy_type(".devices", "Devices", __package__)
    AsyncDevices = lazy_type(".devices", "AsyncDevices", __package__)
    FlightRecords = lazy_type(".flight_records", "FlightRecords", __package__)
    AsyncFlightRecords = lazy_type(".flight_records", "AsyncFlightRecords", __package__)
    FlightTasks = lazy_type(".flight_tasks", "FlightTasks", __package__)
    AsyncFlightTasks = lazy_type(".flight_tasks", "AsyncFlightTasks", __package__)
    Livestreams = lazy_type(".livestreams", "Livestreams", __package__)
    AsyncLivestreams = lazy_type(".livestreams", "AsyncLivestreams", __package__)
    Models = lazy_type(".models", "Models", __package__)
    AsyncModels = lazy_type(".models", "AsyncModels", __package__)
    OpenModels = lazy_type(".open_models", "OpenModels", __package__)
    AsyncOpenModels = lazy_type(".open_models", "AsyncOpenModels", __package__)
    Organizations = lazy_type(".organizations", "Organizations", __package__)
    AsyncOrganizations = lazy_type(".organizations", "AsyncOrganizations", __package__)
    Projects = lazy_type(".projects", "Projects", __package__)
    AsyncProjects = lazy_type(".projects", "AsyncProjects", __package__)
    Recordings = lazy_type(".recordings", "Recordings", __package__)
    AsyncRecordings = lazy_type(".recordings", "AsyncRecordings", __package__)
    StreamForwarders = lazy_type(".stream_forwarders", "StreamForwarders", __package__)
    AsyncStreamForwarders = lazy_type(".stream_forwarders", "AsyncStreamForwarders", __package__)
    System = lazy_type(".system", "System", __package__)
    AsyncSystem = lazy_type(".system", "AsyncSystem", __package__)
    Waylines = lazy_type(".waylines", "Waylines", __package__)
    AsyncWaylines = lazy_type(".waylines", "AsyncWaylines", __package__)
    Workflows = lazy_type(".workflows", "Workflows", __package__)
    AsyncWorkflows = lazy_type(".workflows", "AsyncWorkflows", __package__)


class Groups(Caller):
    """All groups of a client, each imported when it is first used."""

    @cached_property
    def alerts(self) -> Alerts:
        """What algorithms found during flights."""
        from .alerts import Alerts

        return Alerts(self)

    @cached_property
    def annotations(self) -> Annotations:
        """Changing and deleting annotations."""
        from .annotations import Annotations

        return Annotations(self)

    @cached_property
    def areas(self) -> Areas:
        """Areas that limit where aircraft fly."""
        from .areas import Areas

        return Areas(self)

    @cached_property
    def commands(self) -> Commands:
        """What became of commands."""
        from .commands import Commands

        return Commands(self)

    @cached_property
    def devices(self) -> Devices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import Devices

        return Devices(self)

    @cached_property
    def flight_records(self) -> FlightRecords:
        """Exports and records of flights."""
        from .flight_records import FlightRecords

        return FlightRecords(self)

    @cached_property
    def flight_tasks(self) -> FlightTasks:
        """Flight tasks: planning, state, media and trajectory."""
        from .flight_tasks import FlightTasks

        return FlightTasks(self)

    @cached_property
    def livestreams(self) -> Livestreams:
        """Live video of a camera for a viewer."""
        from .livestreams import Livestreams

        return Livestreams(self)

    @cached_property
    def models(self) -> Models:
        """Models on the map of a project and their reconstruction."""
        from .models import Models

        return Models(self)

    @cached_property
    def open_models(self) -> OpenModels:
        """Reconstruction from pictures of any origin."""
        from .open_models import OpenModels

        return OpenModels(self)

    @cached_property
    def organizations(self) -> Organizations:
        """Roles of an organization and what they allow."""
        from .organizations import Organizations

        return Organizations(self)

    @cached_property
    def projects(self) -> Projects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import Projects

        return Projects(self)

    @cached_property
    def recordings(self) -> Recordings:
        """Settings of a project."""
        from .recordings import Recordings

        return Recordings(self)

    @cached_property
    def stream_forwarders(self) -> StreamForwarders:
        """Forwarding of live video to a server of one's own."""
        from .stream_forwarders import StreamForwarders

        return StreamForwarders(self)

    @cached_property
    def system(self) -> System:
        """Whether the installation is up."""
        from .system import System

        return System(self)

    @cached_property
    def waylines(self) -> Waylines:
        """Waylines of a project."""
        from .waylines import Waylines

        return Waylines(self)

    @cached_property
    def workflows(self) -> Workflows:
        """Workflows of a project, which turn an incident into a flight."""
        from .workflows import Workflows

        return Workflows(self)


class AsyncGroups(AsyncCaller):
    """All groups of an async client, each imported when it is first used."""

    @cached_property
    def alerts(self) -> AsyncAlerts:
        """What algorithms found during flights."""
        from .alerts import AsyncAlerts

        return AsyncAlerts(self)

    @cached_property
    def annotations(self) -> AsyncAnnotations:
        """Changing and deleting annotations."""
        from .annotations import AsyncAnnotations

        return AsyncAnnotations(self)

    @cached_property
    def areas(self) -> AsyncAreas:
        """Areas that limit where aircraft fly."""
        from .areas import AsyncAreas

        return AsyncAreas(self)

    @cached_property
    def commands(self) -> AsyncCommands:
        """What became of commands."""
        from .commands import AsyncCommands

        return AsyncCommands(self)

    @cached_property
    def devices(self) -> AsyncDevices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import AsyncDevices

        return AsyncDevices(self)

    @cached_property
    def flight_records(self) -> AsyncFlightRecords:
        """Exports and records of flights."""
        from .flight_records import AsyncFlightRecords

        return AsyncFlightRecords(self)

    @cached_property
    def flight_tasks(self) -> AsyncFlightTasks:
        """Flight tasks: planning, state, media and trajectory."""
        from .flight_tasks import AsyncFlightTasks

        return AsyncFlightTasks(self)

    @cached_property
    def livestreams(self) -> AsyncLivestreams:
        """Live video of a camera for a viewer."""
        from .livestreams import AsyncLivestreams

        return AsyncLivestreams(self)

    @cached_property
    def models(self) -> AsyncModels:
        """Models on the map of a project and their reconstruction."""
        from .models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def open_models(self) -> AsyncOpenModels:
        """Reconstruction from pictures of any origin."""
        from .open_models import AsyncOpenModels

        return AsyncOpenModels(self)

    @cached_property
    def organizations(self) -> AsyncOrganizations:
        """Roles of an organization and what they allow."""
        from .organizations import AsyncOrganizations

        return AsyncOrganizations(self)

    @cached_property
    def projects(self) -> AsyncProjects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import AsyncProjects

        return AsyncProjects(self)

    @cached_property
    def recordings(self) -> AsyncRecordings:
        """Settings of a project."""
        from .recordings import AsyncRecordings

        return AsyncRecordings(self)

    @cached_property
    def stream_forwarders(self) -> AsyncStreamForwarders:
        """Forwarding of live video to a server of one's own."""
        from .stream_forwarders import AsyncStreamForwarders

        return AsyncStreamForwarders(self)

    @cached_property
    def system(self) -> AsyncSystem:
        """Whether the installation is up."""
        from .system import AsyncSystem

        return AsyncSystem(self)

    @cached_property
    def waylines(self) -> AsyncWaylines:
        """Waylines of a project."""
        from .waylines import AsyncWaylines

        return AsyncWaylines(self)

    @cached_property
    def workflows(self) -> AsyncWorkflows:
        """Workflows of a project, which turn an incident into a flight."""
        from .workflows import AsyncWorkflows

        return AsyncWorkflows(self)
