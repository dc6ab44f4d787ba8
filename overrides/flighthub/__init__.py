"""A client for the DJI FlightHub 2 OpenAPI. Unofficial, and not affiliated with DJI.

    from flighthub import FlightHub

    with FlightHub(token="…", project="…", region="eu") as fh:
        for project in fh.projects.list():
            print(project.name)

`AsyncFlightHub` has the same methods, awaited. Errors are in `flighthub.errors` and here, enums in `flighthub.enums`,
the objects of requests and answers in `flighthub.types`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from flighthub_api.about import API
    from flighthub_api.runtime.devices import Position, Reported, ReportedAircraft, ReportedController, ReportedDock
    from flighthub_api.runtime.groups import AsyncPager, Pager, RequestOptions
    from flighthub_api.runtime.operations import RawAnswer
    from flighthub_api.runtime.problems import InferredLimitWarning
    from flighthub_api.runtime.secrets import Secret

    from ._alerts import Alert
    from ._async._client import AsyncFlightHub
    from ._async._control import AsyncControl
    from ._async._forwarding import AsyncForwarding
    from ._async._jobs import AsyncJobs
    from ._async._live_view import AsyncLiveView
    from ._async._project_models import AsyncProjectModelJob
    from ._async._task_handle import AsyncFlightTaskHandle
    from ._configuration import Configuration, Timeout
    from ._device_location import DeviceLocation
    from ._devices.nearby_docks import NearbyDock
    from ._downloads import DownloadedFile, Downloads
    from ._findings import Finding, Report
    from ._fleet import FleetCamera, FleetUnit
    from ._image_sets import ReconstructionPlan, Resource
    from ._launches import LaunchPlan
    from ._live_sources import AgoraChannel, VolcRoom, WebStream
    from ._observation import Attempt
    from ._outcomes import Outcome
    from ._photos import SkippedFile, SkippedFilesWarning
    from ._retry import Retry
    from ._sync._client import FlightHub
    from ._sync._control import Control
    from ._sync._forwarding import Forwarding
    from ._sync._jobs import Jobs
    from ._sync._live_view import LiveView
    from ._sync._project_models import ProjectModelJob
    from ._sync._task_handle import FlightTaskHandle
    from ._watching import Change
    from .errors import (
        APIError,
        AuthenticationError,
        ConfigurationError,
        ConnectionFailed,
        DeviceOffline,
        FlightHubError,
        FlightTaskFailed,
        InvalidArgument,
        InvalidRequest,
        NotFound,
        OutcomeUnknown,
        PermissionDenied,
        PreflightFailed,
        QuotaExceeded,
        RateLimited,
        ReconstructionFailed,
        RequestTimeout,
        ServerError,
        TransferError,
        UnexpectedResponse,
        WaitCancelled,
        WaitTimeout,
        WaylineInvalid,
    )
    from .progress import Progress, ProgressBar, Step
    from .schedules import Continuous, Daily, Immediate, Monthly, MonthlyOn, Recurring, Timed, Weekly

__all__ = [
    "API",
    "APIError",
    "AgoraChannel",
    "Alert",
    "AsyncControl",
    "AsyncFlightHub",
    "AsyncFlightTaskHandle",
    "AsyncForwarding",
    "AsyncJobs",
    "AsyncLiveView",
    "AsyncPager",
    "AsyncProjectModelJob",
    "Attempt",
    "AuthenticationError",
    "Change",
    "Configuration",
    "ConfigurationError",
    "ConnectionFailed",
    "Continuous",
    "Control",
    "Daily",
    "DeviceLocation",
    "DeviceOffline",
    "DownloadedFile",
    "Downloads",
    "Finding",
    "FleetCamera",
    "FleetUnit",
    "FlightHub",
    "FlightHubError",
    "FlightTaskFailed",
    "FlightTaskHandle",
    "Forwarding",
    "Immediate",
    "InferredLimitWarning",
    "InvalidArgument",
    "InvalidRequest",
    "Jobs",
    "LaunchPlan",
    "LiveView",
    "Monthly",
    "MonthlyOn",
    "NearbyDock",
    "NotFound",
    "Outcome",
    "OutcomeUnknown",
    "Pager",
    "PermissionDenied",
    "Position",
    "PreflightFailed",
    "Progress",
    "ProgressBar",
    "ProjectModelJob",
    "QuotaExceeded",
    "RateLimited",
    "RawAnswer",
    "ReconstructionFailed",
    "ReconstructionPlan",
    "Recurring",
    "Report",
    "Reported",
    "ReportedAircraft",
    "ReportedController",
    "ReportedDock",
    "RequestOptions",
    "RequestTimeout",
    "Resource",
    "Retry",
    "Secret",
    "ServerError",
    "SkippedFile",
    "SkippedFilesWarning",
    "Step",
    "Timed",
    "Timeout",
    "TransferError",
    "UnexpectedResponse",
    "VolcRoom",
    "WaitCancelled",
    "WaitTimeout",
    "WaylineInvalid",
    "WebStream",
    "Weekly",
    "__version__",
]

_ELSEWHERE = {
    "API": "flighthub_api.about",
    "Alert": "flighthub._alerts",
    "AsyncFlightHub": "flighthub._async._client",
    "AsyncControl": "flighthub._async._control",
    "AsyncForwarding": "flighthub._async._forwarding",
    "AsyncJobs": "flighthub._async._jobs",
    "AsyncLiveView": "flighthub._async._live_view",
    "AsyncProjectModelJob": "flighthub._async._project_models",
    "AsyncFlightTaskHandle": "flighthub._async._task_handle",
    "Configuration": "flighthub._configuration",
    "Timeout": "flighthub._configuration",
    "DeviceLocation": "flighthub._device_location",
    "NearbyDock": "flighthub._devices.nearby_docks",
    "DownloadedFile": "flighthub._downloads",
    "Downloads": "flighthub._downloads",
    "Finding": "flighthub._findings",
    "Report": "flighthub._findings",
    "FleetCamera": "flighthub._fleet",
    "FleetUnit": "flighthub._fleet",
    "ReconstructionPlan": "flighthub._image_sets",
    "Resource": "flighthub._image_sets",
    "LaunchPlan": "flighthub._launches",
    "AgoraChannel": "flighthub._live_sources",
    "VolcRoom": "flighthub._live_sources",
    "WebStream": "flighthub._live_sources",
    "Attempt": "flighthub._observation",
    "Outcome": "flighthub._outcomes",
    "SkippedFile": "flighthub._photos",
    "SkippedFilesWarning": "flighthub._photos",
    "Retry": "flighthub._retry",
    "FlightHub": "flighthub._sync._client",
    "Control": "flighthub._sync._control",
    "Forwarding": "flighthub._sync._forwarding",
    "Jobs": "flighthub._sync._jobs",
    "LiveView": "flighthub._sync._live_view",
    "ProjectModelJob": "flighthub._sync._project_models",
    "FlightTaskHandle": "flighthub._sync._task_handle",
    "Change": "flighthub._watching",
    "Progress": "flighthub.progress",
    "ProgressBar": "flighthub.progress",
    "Step": "flighthub.progress",
    "Continuous": "flighthub.schedules",
    "Daily": "flighthub.schedules",
    "Immediate": "flighthub.schedules",
    "Monthly": "flighthub.schedules",
    "MonthlyOn": "flighthub.schedules",
    "Recurring": "flighthub.schedules",
    "Timed": "flighthub.schedules",
    "Weekly": "flighthub.schedules",
    "Position": "flighthub_api.runtime.devices",
    "Reported": "flighthub_api.runtime.devices",
    "ReportedAircraft": "flighthub_api.runtime.devices",
    "ReportedController": "flighthub_api.runtime.devices",
    "ReportedDock": "flighthub_api.runtime.devices",
    "AsyncPager": "flighthub_api.runtime.groups",
    "Pager": "flighthub_api.runtime.groups",
    "RequestOptions": "flighthub_api.runtime.groups",
    "RawAnswer": "flighthub_api.runtime.operations",
    "InferredLimitWarning": "flighthub_api.runtime.problems",
    "Secret": "flighthub_api.runtime.secrets",
}


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(_ELSEWHERE.get(name, "flighthub.errors")), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted(__all__)
