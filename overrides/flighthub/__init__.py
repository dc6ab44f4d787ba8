"""A client for the DJI FlightHub 2 OpenAPI. Unofficial, and not affiliated with DJI.

    from flighthub import FlightHub

    with FlightHub(token="…", project="…", region="eu") as fh:
        for project in fh.projects.list():
            print(project.name)

`AsyncFlightHub` has the same methods, awaited. Errors are in `flighthub.errors` and here, enums in `flighthub.enums`,
the objects of requests and responses in `flighthub.types`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

__is_library__ = True  # so that warnings blame whoever calls it

if TYPE_CHECKING:
    from flighthub_api.about import API
    from flighthub_runtime.devices import (
        BaseAircraftState,
        BaseControllerState,
        BaseDeviceState,
        BaseDockState,
        Position,
    )
    from flighthub_runtime.events import Event
    from flighthub_runtime.groups import AsyncPager, Pager, RequestOptions
    from flighthub_runtime.operations import RawResponse
    from flighthub_runtime.problems import InferredLimitWarning
    from flighthub_runtime.records import Records
    from flighthub_runtime.secrets import Secret

    from ._alerts.seen import FlightAlarm
    from ._async.client import AsyncFlightHub
    from ._async.devices.control import AsyncControl
    from ._async.flights.task_handle import AsyncFlightTaskHandle
    from ._async.reconstruction.jobs import AsyncOpenModelJobs
    from ._async.reconstruction.project_model_job import AsyncModelJob
    from ._async.streams.forwarding import AsyncForwarding
    from ._async.streams.live_view import AsyncLiveView
    from ._async.workflows.dispatch import AsyncDispatch
    from ._commands.outcome import CommandOutcome
    from ._core.configuration import Configuration, Timeout
    from ._core.hints import Hint
    from ._core.hooks import Attempt
    from ._core.outcome import Outcome
    from ._core.retry import Retry
    from ._devices.alerts import Alert
    from ._devices.changes import Change
    from ._devices.fleet import FleetCamera, FleetUnit
    from ._devices.location import DeviceLocation
    from ._devices.nearby_docks import NearbyDock
    from ._diagnostics.conformance_report import ConformanceFinding, ConformanceReport
    from ._diagnostics.findings import Finding, Report
    from ._diagnostics.recorder import Recorder
    from ._flights.launch import LaunchPlan
    from ._nightly.manifest import SyncedFile
    from ._nightly.results import SyncedProject, SyncPlan, SyncProblem, SyncSummary
    from ._reconstruction.image_set import ImageSet, ReconstructionPlan
    from ._reconstruction.photos import SkippedFile, SkippedFilesWarning
    from ._streams.live_sources import AgoraChannel, VolcRoom, WebStream
    from ._sync.client import FlightHub
    from ._sync.devices.control import Control
    from ._sync.flights.task_handle import FlightTaskHandle
    from ._sync.reconstruction.jobs import OpenModelJobs
    from ._sync.reconstruction.project_model_job import ModelJob
    from ._sync.streams.forwarding import Forwarding
    from ._sync.streams.live_view import LiveView
    from ._sync.workflows.dispatch import Dispatch
    from ._transfer.results import DownloadedFile, DownloadSummary
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
        InvalidSignature,
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
    from .progress import Progress, ProgressBar, ProgressUpdate
    from .schedules import Continuous, Daily, Immediate, Monthly, MonthlyOn, Recurring, Timed, Weekly

__all__ = [
    "API",
    "APIError",
    "AgoraChannel",
    "Alert",
    "AsyncControl",
    "AsyncDispatch",
    "AsyncFlightHub",
    "AsyncFlightTaskHandle",
    "AsyncForwarding",
    "AsyncLiveView",
    "AsyncModelJob",
    "AsyncOpenModelJobs",
    "AsyncPager",
    "Attempt",
    "AuthenticationError",
    "BaseAircraftState",
    "BaseControllerState",
    "BaseDeviceState",
    "BaseDockState",
    "Change",
    "CommandOutcome",
    "Configuration",
    "ConfigurationError",
    "ConformanceFinding",
    "ConformanceReport",
    "ConnectionFailed",
    "Continuous",
    "Control",
    "Daily",
    "DeviceLocation",
    "DeviceOffline",
    "Dispatch",
    "DownloadSummary",
    "DownloadedFile",
    "Event",
    "Finding",
    "FleetCamera",
    "FleetUnit",
    "FlightAlarm",
    "FlightHub",
    "FlightHubError",
    "FlightTaskFailed",
    "FlightTaskHandle",
    "Forwarding",
    "Hint",
    "ImageSet",
    "Immediate",
    "InferredLimitWarning",
    "InvalidArgument",
    "InvalidRequest",
    "InvalidSignature",
    "LaunchPlan",
    "LiveView",
    "ModelJob",
    "Monthly",
    "MonthlyOn",
    "NearbyDock",
    "NotFound",
    "OpenModelJobs",
    "Outcome",
    "OutcomeUnknown",
    "Pager",
    "PermissionDenied",
    "Position",
    "PreflightFailed",
    "Progress",
    "ProgressBar",
    "ProgressUpdate",
    "QuotaExceeded",
    "RateLimited",
    "RawResponse",
    "ReconstructionFailed",
    "ReconstructionPlan",
    "Recorder",
    "Records",
    "Recurring",
    "Report",
    "RequestOptions",
    "RequestTimeout",
    "Retry",
    "Secret",
    "ServerError",
    "SkippedFile",
    "SkippedFilesWarning",
    "SyncPlan",
    "SyncProblem",
    "SyncSummary",
    "SyncedFile",
    "SyncedProject",
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
    "Alert": "flighthub._devices.alerts",
    "AsyncDispatch": "flighthub._async.workflows.dispatch",
    "CommandOutcome": "flighthub._commands.outcome",
    "Dispatch": "flighthub._sync.workflows.dispatch",
    "FlightAlarm": "flighthub._alerts.seen",
    "AsyncFlightHub": "flighthub._async.client",
    "AsyncControl": "flighthub._async.devices.control",
    "AsyncForwarding": "flighthub._async.streams.forwarding",
    "AsyncOpenModelJobs": "flighthub._async.reconstruction.jobs",
    "AsyncLiveView": "flighthub._async.streams.live_view",
    "AsyncModelJob": "flighthub._async.reconstruction.project_model_job",
    "AsyncFlightTaskHandle": "flighthub._async.flights.task_handle",
    "Configuration": "flighthub._core.configuration",
    "Timeout": "flighthub._core.configuration",
    "DeviceLocation": "flighthub._devices.location",
    "DownloadedFile": "flighthub._transfer.results",
    "DownloadSummary": "flighthub._transfer.results",
    "ConformanceFinding": "flighthub._diagnostics.conformance_report",
    "ConformanceReport": "flighthub._diagnostics.conformance_report",
    "Recorder": "flighthub._diagnostics.recorder",
    "Finding": "flighthub._diagnostics.findings",
    "Report": "flighthub._diagnostics.findings",
    "FleetCamera": "flighthub._devices.fleet",
    "FleetUnit": "flighthub._devices.fleet",
    "ReconstructionPlan": "flighthub._reconstruction.image_set",
    "ImageSet": "flighthub._reconstruction.image_set",
    "LaunchPlan": "flighthub._flights.launch",
    "SyncPlan": "flighthub._nightly.results",
    "SyncProblem": "flighthub._nightly.results",
    "SyncSummary": "flighthub._nightly.results",
    "SyncedFile": "flighthub._nightly.manifest",
    "SyncedProject": "flighthub._nightly.results",
    "AgoraChannel": "flighthub._streams.live_sources",
    "VolcRoom": "flighthub._streams.live_sources",
    "WebStream": "flighthub._streams.live_sources",
    "Attempt": "flighthub._core.hooks",
    "Hint": "flighthub._core.hints",
    "Outcome": "flighthub._core.outcome",
    "SkippedFile": "flighthub._reconstruction.photos",
    "SkippedFilesWarning": "flighthub._reconstruction.photos",
    "Retry": "flighthub._core.retry",
    "FlightHub": "flighthub._sync.client",
    "Control": "flighthub._sync.devices.control",
    "Forwarding": "flighthub._sync.streams.forwarding",
    "OpenModelJobs": "flighthub._sync.reconstruction.jobs",
    "LiveView": "flighthub._sync.streams.live_view",
    "ModelJob": "flighthub._sync.reconstruction.project_model_job",
    "FlightTaskHandle": "flighthub._sync.flights.task_handle",
    "Change": "flighthub._devices.changes",
    "NearbyDock": "flighthub._devices.nearby_docks",
    "Progress": "flighthub.progress",
    "ProgressBar": "flighthub.progress",
    "ProgressUpdate": "flighthub.progress",
    "Continuous": "flighthub.schedules",
    "Daily": "flighthub.schedules",
    "Immediate": "flighthub.schedules",
    "Monthly": "flighthub.schedules",
    "MonthlyOn": "flighthub.schedules",
    "Recurring": "flighthub.schedules",
    "Timed": "flighthub.schedules",
    "Weekly": "flighthub.schedules",
    "Position": "flighthub_runtime.devices",
    "BaseDeviceState": "flighthub_runtime.devices",
    "BaseAircraftState": "flighthub_runtime.devices",
    "BaseControllerState": "flighthub_runtime.devices",
    "BaseDockState": "flighthub_runtime.devices",
    "Event": "flighthub_runtime.events",
    "AsyncPager": "flighthub_runtime.groups",
    "Pager": "flighthub_runtime.groups",
    "RequestOptions": "flighthub_runtime.groups",
    "RawResponse": "flighthub_runtime.operations",
    "InferredLimitWarning": "flighthub_runtime.problems",
    "Records": "flighthub_runtime.records",
    "Secret": "flighthub_runtime.secrets",
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
