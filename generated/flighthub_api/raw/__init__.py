"""The operations, giving all that came back, one module per group of the client.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawCaller, RawCaller

if TYPE_CHECKING:
    from .annotations import AsyncRawAnnotations, RawAnnotations
    from .devices import AsyncRawDevices, RawDevices
    from .flight_tasks import AsyncRawFlightTasks, RawFlightTasks
    from .livestreams import AsyncRawLivestreams, RawLivestreams
    from .models import AsyncRawModels, RawModels
    from .open_models import AsyncRawOpenModels, RawOpenModels
    from .projects import AsyncRawProjects, RawProjects
    from .stream_forwarders import AsyncRawStreamForwarders, RawStreamForwarders
    from .system import AsyncRawSystem, RawSystem
    from .waylines import AsyncRawWaylines, RawWaylines
else:
    AsyncRawAnnotations = lazy_type(".annotations", "AsyncRawAnnotations", __package__)
    RawAnnotations = lazy_type(".annotations", "RawAnnotations", __package__)
    AsyncRawDevices = lazy_type(".devices", "AsyncRawDevices", __package__)
    RawDevices = lazy_type(".devices", "RawDevices", __package__)
    AsyncRawFlightTasks = lazy_type(".flight_tasks", "AsyncRawFlightTasks", __package__)
    RawFlightTasks = lazy_type(".flight_tasks", "RawFlightTasks", __package__)
    AsyncRawLivestreams = lazy_type(".livestreams", "AsyncRawLivestreams", __package__)
    RawLivestreams = lazy_type(".livestreams", "RawLivestreams", __package__)
    AsyncRawModels = lazy_type(".models", "AsyncRawModels", __package__)
    RawModels = lazy_type(".models", "RawModels", __package__)
    AsyncRawOpenModels = lazy_type(".open_models", "AsyncRawOpenModels", __package__)
    RawOpenModels = lazy_type(".open_models", "RawOpenModels", __package__)
    AsyncRawProjects = lazy_type(".projects", "AsyncRawProjects", __package__)
    RawProjects = lazy_type(".projects", "RawProjects", __package__)
    AsyncRawStreamForwarders = lazy_type(".stream_forwarders", "AsyncRawStreamForwarders", __package__)
    RawStreamForwarders = lazy_type(".stream_forwarders", "RawStreamForwarders", __package__)
    AsyncRawSystem = lazy_type(".system", "AsyncRawSystem", __package__)
    RawSystem = lazy_type(".system", "RawSystem", __package__)
    AsyncRawWaylines = lazy_type(".waylines", "AsyncRawWaylines", __package__)
    RawWaylines = lazy_type(".waylines", "RawWaylines", __package__)


class RawGroups(RawCaller):
    """All raw groups of a client, each imported when it is first used."""

    @cached_property
    def annotations(self) -> RawAnnotations:
        """Points, lines and areas on the map of a project."""
        from .annotations import RawAnnotations

        return RawAnnotations(self)

    @cached_property
    def devices(self) -> RawDevices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import RawDevices

        return RawDevices(self)

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
    def projects(self) -> RawProjects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import RawProjects

        return RawProjects(self)

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


class AsyncRawGroups(AsyncRawCaller):
    """All raw groups of an async client, each imported when it is first used."""

    @cached_property
    def annotations(self) -> AsyncRawAnnotations:
        """Points, lines and areas on the map of a project."""
        from .annotations import AsyncRawAnnotations

        return AsyncRawAnnotations(self)

    @cached_property
    def devices(self) -> AsyncRawDevices:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices import AsyncRawDevices

        return AsyncRawDevices(self)

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
    def projects(self) -> AsyncRawProjects:
        """Projects of the organization, their members and devices, and where to upload."""
        from .projects import AsyncRawProjects

        return AsyncRawProjects(self)

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
