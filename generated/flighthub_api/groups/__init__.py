"""The operations, one module per group of the client, and what a client has of them.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncCaller, Caller

if TYPE_CHECKING:
    from .annotations import Annotations, AsyncAnnotations
    from .devices import AsyncDevices, Devices
    from .flight_tasks import AsyncFlightTasks, FlightTasks
    from .livestreams import AsyncLivestreams, Livestreams
    from .models import AsyncModels, Models
    from .open_models import AsyncOpenModels, OpenModels
    from .projects import AsyncProjects, Projects
    from .stream_forwarders import AsyncStreamForwarders, StreamForwarders
    from .system import AsyncSystem, System
    from .waylines import AsyncWaylines, Waylines
else:
    AsyncAnnotations = lazy_type(".annotations", "AsyncAnnotations", __package__)
    Annotations = lazy_type(".annotations", "Annotations", __package__)
    AsyncDevices = lazy_type(".devices", "AsyncDevices", __package__)
    Devices = lazy_type(".devices", "Devices", __package__)
    AsyncFlightTasks = lazy_type(".flight_tasks", "AsyncFlightTasks", __package__)
    FlightTasks = lazy_type(".flight_tasks", "FlightTasks", __package__)
    AsyncLivestreams = lazy_type(".livestreams", "AsyncLivestreams", __package__)
    Livestreams = lazy_type(".livestreams", "Livestreams", __package__)
    AsyncModels = lazy_type(".models", "AsyncModels", __package__)
    Models = lazy_type(".models", "Models", __package__)
    AsyncOpenModels = lazy_type(".open_models", "AsyncOpenModels", __package__)
    OpenModels = lazy_type(".open_models", "OpenModels", __package__)
    AsyncProjects = lazy_type(".projects", "AsyncProjects", __package__)
    Projects = lazy_type(".projects", "Projects", __package__)
    AsyncStreamForwarders = lazy_type(".stream_forwarders", "AsyncStreamForwarders", __package__)
    StreamForwarders = lazy_type(".stream_forwarders", "StreamForwarders", __package__)
    AsyncSystem = lazy_type(".system", "AsyncSystem", __package__)
    System = lazy_type(".system", "System", __package__)
    AsyncWaylines = lazy_type(".waylines", "AsyncWaylines", __package__)
    Waylines = lazy_type(".waylines", "Waylines", __package__)


class Groups(Caller):
    """All groups of a client, each imported when it is first used."""

    @cached_property
    def annotations(self) -> Annotations:
        """Points, lines and areas on the map of a project."""
        from .annotations import Annotations

        return Annotations(self)

    @cached_property
    def devices(self) -> Devices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import Devices

        return Devices(self)

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
    def projects(self) -> Projects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import Projects

        return Projects(self)

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


class AsyncGroups(AsyncCaller):
    """All groups of an async client, each imported when it is first used."""

    @cached_property
    def annotations(self) -> AsyncAnnotations:
        """Points, lines and areas on the map of a project."""
        from .annotations import AsyncAnnotations

        return AsyncAnnotations(self)

    @cached_property
    def devices(self) -> AsyncDevices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import AsyncDevices

        return AsyncDevices(self)

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
    def projects(self) -> AsyncProjects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import AsyncProjects

        return AsyncProjects(self)

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
