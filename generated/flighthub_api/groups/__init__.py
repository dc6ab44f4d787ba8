"""The operations, one module per group of the client, and what a client has of them.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import AsyncCaller, AsyncRawCaller, Caller, RawCaller

if TYPE_CHECKING:
    from .alerts import Alerts, AsyncAlerts, AsyncRawAlerts, RawAlerts
    from .annotations import Annotations, AsyncAnnotations, AsyncRawAnnotations, RawAnnotations
    from .areas import Areas, AsyncAreas, AsyncRawAreas, RawAreas
    from .commands import AsyncCommands, AsyncRawCommands, Commands, RawCommands
    from .devices import AsyncDevices, AsyncRawDevices, Devices, RawDevices
    from .flight_records import AsyncFlightRecords, AsyncRawFlightRecords, FlightRecords, RawFlightRecords
    from .flight_tasks import AsyncFlightTasks, AsyncRawFlightTasks, FlightTasks, RawFlightTasks
    from .livestreams import AsyncLivestreams, AsyncRawLivestreams, Livestreams, RawLivestreams
    from .models import AsyncModels, AsyncRawModels, Models, RawModels
    from .open_models import AsyncOpenModels, AsyncRawOpenModels, OpenModels, RawOpenModels
    from .organizations import AsyncOrganizations, AsyncRawOrganizations, Organizations, RawOrganizations
    from .projects import AsyncProjects, AsyncRawProjects, Projects, RawProjects
    from .recordings import AsyncRawRecordings, AsyncRecordings, RawRecordings, Recordings
    from .stream_forwarders import (
        AsyncRawStreamForwarders,
        AsyncStreamForwarders,
        RawStreamForwarders,
        StreamForwarders,
    )
    from .system import AsyncRawSystem, AsyncSystem, RawSystem, System
    from .waylines import AsyncRawWaylines, AsyncWaylines, RawWaylines, Waylines
    from .workflows import AsyncRawWorkflows, AsyncWorkflows, RawWorkflows, Workflows
else:
    Alerts = lazy_type(".alerts", "Alerts", __package__)
    RawAlerts = lazy_type(".alerts", "RawAlerts", __package__)
    AsyncAlerts = lazy_type(".alerts", "AsyncAlerts", __package__)
    AsyncRawAlerts = lazy_type(".alerts", "AsyncRawAlerts", __package__)
    Annotations = lazy_type(".annotations", "Annotations", __package__)
    RawAnnotations = lazy_type(".annotations", "RawAnnotations", __package__)
    AsyncAnnotations = lazy_type(".annotations", "AsyncAnnotations", __package__)
    AsyncRawAnnotations = lazy_type(".annotations", "AsyncRawAnnotations", __package__)
    Areas = lazy_type(".areas", "Areas", __package__)
    RawAreas = lazy_type(".areas", "RawAreas", __package__)
    AsyncAreas = lazy_type(".areas", "AsyncAreas", __package__)
    AsyncRawAreas = lazy_type(".areas", "AsyncRawAreas", __package__)
    Commands = lazy_type(".commands", "Commands", __package__)
    RawCommands = lazy_type(".commands", "RawCommands", __package__)
    AsyncCommands = lazy_type(".commands", "AsyncCommands", __package__)
    AsyncRawCommands = lazy_type(".commands", "AsyncRawCommands", __package__)
    Devices = lazy_type(".devices", "Devices", __package__)
    RawDevices = lazy_type(".devices", "RawDevices", __package__)
    AsyncDevices = lazy_type(".devices", "AsyncDevices", __package__)
    AsyncRawDevices = lazy_type(".devices", "AsyncRawDevices", __package__)
    FlightRecords = lazy_type(".flight_records", "FlightRecords", __package__)
    RawFlightRecords = lazy_type(".flight_records", "RawFlightRecords", __package__)
    AsyncFlightRecords = lazy_type(".flight_records", "AsyncFlightRecords", __package__)
    AsyncRawFlightRecords = lazy_type(".flight_records", "AsyncRawFlightRecords", __package__)
    FlightTasks = lazy_type(".flight_tasks", "FlightTasks", __package__)
    RawFlightTasks = lazy_type(".flight_tasks", "RawFlightTasks", __package__)
    AsyncFlightTasks = lazy_type(".flight_tasks", "AsyncFlightTasks", __package__)
    AsyncRawFlightTasks = lazy_type(".flight_tasks", "AsyncRawFlightTasks", __package__)
    Livestreams = lazy_type(".livestreams", "Livestreams", __package__)
    RawLivestreams = lazy_type(".livestreams", "RawLivestreams", __package__)
    AsyncLivestreams = lazy_type(".livestreams", "AsyncLivestreams", __package__)
    AsyncRawLivestreams = lazy_type(".livestreams", "AsyncRawLivestreams", __package__)
    Models = lazy_type(".models", "Models", __package__)
    RawModels = lazy_type(".models", "RawModels", __package__)
    AsyncModels = lazy_type(".models", "AsyncModels", __package__)
    AsyncRawModels = lazy_type(".models", "AsyncRawModels", __package__)
    OpenModels = lazy_type(".open_models", "OpenModels", __package__)
    RawOpenModels = lazy_type(".open_models", "RawOpenModels", __package__)
    AsyncOpenModels = lazy_type(".open_models", "AsyncOpenModels", __package__)
    AsyncRawOpenModels = lazy_type(".open_models", "AsyncRawOpenModels", __package__)
    Organizations = lazy_type(".organizations", "Organizations", __package__)
    RawOrganizations = lazy_type(".organizations", "RawOrganizations", __package__)
    AsyncOrganizations = lazy_type(".organizations", "AsyncOrganizations", __package__)
    AsyncRawOrganizations = lazy_type(".organizations", "AsyncRawOrganizations", __package__)
    Projects = lazy_type(".projects", "Projects", __package__)
    RawProjects = lazy_type(".projects", "RawProjects", __package__)
    AsyncProjects = lazy_type(".projects", "AsyncProjects", __package__)
    AsyncRawProjects = lazy_type(".projects", "AsyncRawProjects", __package__)
    Recordings = lazy_type(".recordings", "Recordings", __package__)
    RawRecordings = lazy_type(".recordings", "RawRecordings", __package__)
    AsyncRecordings = lazy_type(".recordings", "AsyncRecordings", __package__)
    AsyncRawRecordings = lazy_type(".recordings", "AsyncRawRecordings", __package__)
    StreamForwarders = lazy_type(".stream_forwarders", "StreamForwarders", __package__)
    RawStreamForwarders = lazy_type(".stream_forwarders", "RawStreamForwarders", __package__)
    AsyncStreamForwarders = lazy_type(".stream_forwarders", "AsyncStreamForwarders", __package__)
    AsyncRawStreamForwarders = lazy_type(".stream_forwarders", "AsyncRawStreamForwarders", __package__)
    System = lazy_type(".system", "System", __package__)
    RawSystem = lazy_type(".system", "RawSystem", __package__)
    AsyncSystem = lazy_type(".system", "AsyncSystem", __package__)
    AsyncRawSystem = lazy_type(".system", "AsyncRawSystem", __package__)
    Waylines = lazy_type(".waylines", "Waylines", __package__)
    RawWaylines = lazy_type(".waylines", "RawWaylines", __package__)
    AsyncWaylines = lazy_type(".waylines", "AsyncWaylines", __package__)
    AsyncRawWaylines = lazy_type(".waylines", "AsyncRawWaylines", __package__)
    Workflows = lazy_type(".workflows", "Workflows", __package__)
    RawWorkflows = lazy_type(".workflows", "RawWorkflows", __package__)
    AsyncWorkflows = lazy_type(".workflows", "AsyncWorkflows", __package__)
    AsyncRawWorkflows = lazy_type(".workflows", "AsyncRawWorkflows", __package__)


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


class RawGroups(RawCaller):
    """All raw groups of a client, each imported when it is first used."""

    @cached_property
    def alerts(self) -> RawAlerts:
        """What algorithms found during flights."""
        from .alerts import RawAlerts

        return RawAlerts(self)

    @cached_property
    def annotations(self) -> RawAnnotations:
        """Changing and deleting annotations."""
        from .annotations import RawAnnotations

        return RawAnnotations(self)

    @cached_property
    def areas(self) -> RawAreas:
        """Areas that limit where aircraft fly."""
        from .areas import RawAreas

        return RawAreas(self)

    @cached_property
    def commands(self) -> RawCommands:
        """What became of commands."""
        from .commands import RawCommands

        return RawCommands(self)

    @cached_property
    def devices(self) -> RawDevices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import RawDevices

        return RawDevices(self)

    @cached_property
    def flight_records(self) -> RawFlightRecords:
        """Exports and records of flights."""
        from .flight_records import RawFlightRecords

        return RawFlightRecords(self)

    @cached_property
    def flight_tasks(self) -> RawFlightTasks:
        """Flight tasks: planning, state, media and trajectory."""
        from .flight_tasks import RawFlightTasks

        return RawFlightTasks(self)

    @cached_property
    def livestreams(self) -> RawLivestreams:
        """Live video of a camera for a viewer."""
        from .livestreams import RawLivestreams

        return RawLivestreams(self)

    @cached_property
    def models(self) -> RawModels:
        """Models on the map of a project and their reconstruction."""
        from .models import RawModels

        return RawModels(self)

    @cached_property
    def open_models(self) -> RawOpenModels:
        """Reconstruction from pictures of any origin."""
        from .open_models import RawOpenModels

        return RawOpenModels(self)

    @cached_property
    def organizations(self) -> RawOrganizations:
        """Roles of an organization and what they allow."""
        from .organizations import RawOrganizations

        return RawOrganizations(self)

    @cached_property
    def projects(self) -> RawProjects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import RawProjects

        return RawProjects(self)

    @cached_property
    def recordings(self) -> RawRecordings:
        """Settings of a project."""
        from .recordings import RawRecordings

        return RawRecordings(self)

    @cached_property
    def stream_forwarders(self) -> RawStreamForwarders:
        """Forwarding of live video to a server of one's own."""
        from .stream_forwarders import RawStreamForwarders

        return RawStreamForwarders(self)

    @cached_property
    def system(self) -> RawSystem:
        """Whether the installation is up."""
        from .system import RawSystem

        return RawSystem(self)

    @cached_property
    def waylines(self) -> RawWaylines:
        """Waylines of a project."""
        from .waylines import RawWaylines

        return RawWaylines(self)

    @cached_property
    def workflows(self) -> RawWorkflows:
        """Workflows of a project, which turn an incident into a flight."""
        from .workflows import RawWorkflows

        return RawWorkflows(self)


class AsyncRawGroups(AsyncRawCaller):
    """All raw groups of an async client, each imported when it is first used."""

    @cached_property
    def alerts(self) -> AsyncRawAlerts:
        """What algorithms found during flights."""
        from .alerts import AsyncRawAlerts

        return AsyncRawAlerts(self)

    @cached_property
    def annotations(self) -> AsyncRawAnnotations:
        """Changing and deleting annotations."""
        from .annotations import AsyncRawAnnotations

        return AsyncRawAnnotations(self)

    @cached_property
    def areas(self) -> AsyncRawAreas:
        """Areas that limit where aircraft fly."""
        from .areas import AsyncRawAreas

        return AsyncRawAreas(self)

    @cached_property
    def commands(self) -> AsyncRawCommands:
        """What became of commands."""
        from .commands import AsyncRawCommands

        return AsyncRawCommands(self)

    @cached_property
    def devices(self) -> AsyncRawDevices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import AsyncRawDevices

        return AsyncRawDevices(self)

    @cached_property
    def flight_records(self) -> AsyncRawFlightRecords:
        """Exports and records of flights."""
        from .flight_records import AsyncRawFlightRecords

        return AsyncRawFlightRecords(self)

    @cached_property
    def flight_tasks(self) -> AsyncRawFlightTasks:
        """Flight tasks: planning, state, media and trajectory."""
        from .flight_tasks import AsyncRawFlightTasks

        return AsyncRawFlightTasks(self)

    @cached_property
    def livestreams(self) -> AsyncRawLivestreams:
        """Live video of a camera for a viewer."""
        from .livestreams import AsyncRawLivestreams

        return AsyncRawLivestreams(self)

    @cached_property
    def models(self) -> AsyncRawModels:
        """Models on the map of a project and their reconstruction."""
        from .models import AsyncRawModels

        return AsyncRawModels(self)

    @cached_property
    def open_models(self) -> AsyncRawOpenModels:
        """Reconstruction from pictures of any origin."""
        from .open_models import AsyncRawOpenModels

        return AsyncRawOpenModels(self)

    @cached_property
    def organizations(self) -> AsyncRawOrganizations:
        """Roles of an organization and what they allow."""
        from .organizations import AsyncRawOrganizations

        return AsyncRawOrganizations(self)

    @cached_property
    def projects(self) -> AsyncRawProjects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import AsyncRawProjects

        return AsyncRawProjects(self)

    @cached_property
    def recordings(self) -> AsyncRawRecordings:
        """Settings of a project."""
        from .recordings import AsyncRawRecordings

        return AsyncRawRecordings(self)

    @cached_property
    def stream_forwarders(self) -> AsyncRawStreamForwarders:
        """Forwarding of live video to a server of one's own."""
        from .stream_forwarders import AsyncRawStreamForwarders

        return AsyncRawStreamForwarders(self)

    @cached_property
    def system(self) -> AsyncRawSystem:
        """Whether the installation is up."""
        from .system import AsyncRawSystem

        return AsyncRawSystem(self)

    @cached_property
    def waylines(self) -> AsyncRawWaylines:
        """Waylines of a project."""
        from .waylines import AsyncRawWaylines

        return AsyncRawWaylines(self)

    @cached_property
    def workflows(self) -> AsyncRawWorkflows:
        """Workflows of a project, which turn an incident into a flight."""
        from .workflows import AsyncRawWorkflows

        return AsyncRawWorkflows(self)
