"""The raw form of all groups, which returns whole responses.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import AsyncRawCaller, RawCaller

if TYPE_CHECKING:
    from .alerts import AsyncRawAlerts, RawAlerts
    from .annotations import AsyncRawAnnotations, RawAnnotations
    from .areas import AsyncRawAreas, RawAreas
    from .commands import AsyncRawCommands, RawCommands
    from .devices import AsyncRawDevices, RawDevices
    from .flight_records import AsyncRawFlightRecords, RawFlightRecords
    from .flight_tasks import AsyncRawFlightTasks, RawFlightTasks
    from .livestreams import AsyncRawLivestreams, RawLivestreams
    from .models import AsyncRawModels, RawModels
    from .open_models import AsyncRawOpenModels, RawOpenModels
    from .organizations import AsyncRawOrganizations, RawOrganizations
    from .projects import AsyncRawProjects, RawProjects
    from .recordings import AsyncRawRecordings, RawRecordings
    from .stream_forwarders import AsyncRawStreamForwarders, RawStreamForwarders
    from .system import AsyncRawSystem, RawSystem
    from .waylines import AsyncRawWaylines, RawWaylines
    from .workflows import AsyncRawWorkflows, RawWorkflows
else:
    RawAlerts = lazy_type(".alerts", "RawAlerts", __package__)
    AsyncRawAlerts = lazy_type(".alerts", "AsyncRawAlerts", __package__)
    RawAnnotations = lazy_type(".annotations", "RawAnnotations", __package__)
    AsyncRawAnnotations = lazy_type(".annotations", "AsyncRawAnnotations", __package__)
    RawAreas = lazy_type(".areas", "RawAreas", __package__)
    AsyncRawAreas = lazy_type(".areas", "AsyncRawAreas", __package__)
    RawCommands = lazy_type(".commands", "RawCommands", __package__)
    AsyncRawCommands = lazy_type(".commands", "AsyncRawCommands", __package__)
    RawDevices = lazy_type(".devices", "RawDevices", __package__)
    AsyncRawDevices = lazy_type(".devices", "AsyncRawDevices", __package__)
    RawFlightRecords = lazy_type(".flight_records", "RawFlightRecords", __package__)
    AsyncRawFlightRecords = lazy_type(".flight_records", "AsyncRawFlightRecords", __package__)
    RawFlightTasks = lazy_type(".flight_tasks", "RawFlightTasks", __package__)
    AsyncRawFlightTasks = lazy_type(".flight_tasks", "AsyncRawFlightTasks", __package__)
    RawLivestreams = lazy_type(".livestreams", "RawLivestreams", __package__)
    AsyncRawLivestreams = lazy_type(".livestreams", "AsyncRawLivestreams", __package__)
    RawModels = lazy_type(".models", "RawModels", __package__)
    AsyncRawModels = lazy_type(".models", "AsyncRawModels", __package__)
    RawOpenModels = lazy_type(".open_models", "RawOpenModels", __package__)
    AsyncRawOpenModels = lazy_type(".open_models", "AsyncRawOpenModels", __package__)
    RawOrganizations = lazy_type(".organizations", "RawOrganizations", __package__)
    AsyncRawOrganizations = lazy_type(".organizations", "AsyncRawOrganizations", __package__)
    RawProjects = lazy_type(".projects", "RawProjects", __package__)
    AsyncRawProjects = lazy_type(".projects", "AsyncRawProjects", __package__)
    RawRecordings = lazy_type(".recordings", "RawRecordings", __package__)
    AsyncRawRecordings = lazy_type(".recordings", "AsyncRawRecordings", __package__)
    RawStreamForwarders = lazy_type(".stream_forwarders", "RawStreamForwarders", __package__)
    AsyncRawStreamForwarders = lazy_type(".stream_forwarders", "AsyncRawStreamForwarders", __package__)
    RawSystem = lazy_type(".system", "RawSystem", __package__)
    AsyncRawSystem = lazy_type(".system", "AsyncRawSystem", __package__)
    RawWaylines = lazy_type(".waylines", "RawWaylines", __package__)
    AsyncRawWaylines = lazy_type(".waylines", "AsyncRawWaylines", __package__)
    RawWorkflows = lazy_type(".workflows", "RawWorkflows", __package__)
    AsyncRawWorkflows = lazy_type(".workflows", "AsyncRawWorkflows", __package__)


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
