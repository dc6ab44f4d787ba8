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
    from flighthub_api.runtime.devices import Position, Reported, ReportedAircraft, ReportedController, ReportedDock
    from flighthub_api.runtime.groups import AsyncPager, Pager, RequestOptions
    from flighthub_api.runtime.operations import RawAnswer
    from flighthub_api.runtime.problems import InferredLimitWarning
    from flighthub_api.runtime.secrets import Secret

    from ._async._client import AsyncFlightHub
    from ._configuration import Configuration, Timeout
    from ._observation import Attempt
    from ._outcomes import Outcome
    from ._retry import Retry
    from ._sync._client import FlightHub
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

__all__ = [
    "APIError",
    "AsyncFlightHub",
    "AsyncPager",
    "Attempt",
    "AuthenticationError",
    "Configuration",
    "ConfigurationError",
    "ConnectionFailed",
    "DeviceOffline",
    "FlightHub",
    "FlightHubError",
    "FlightTaskFailed",
    "InferredLimitWarning",
    "InvalidArgument",
    "InvalidRequest",
    "NotFound",
    "Outcome",
    "OutcomeUnknown",
    "Pager",
    "PermissionDenied",
    "Position",
    "QuotaExceeded",
    "RateLimited",
    "RawAnswer",
    "ReconstructionFailed",
    "Reported",
    "ReportedAircraft",
    "ReportedController",
    "ReportedDock",
    "RequestOptions",
    "RequestTimeout",
    "Retry",
    "Secret",
    "ServerError",
    "Timeout",
    "TransferError",
    "UnexpectedResponse",
    "WaitCancelled",
    "WaitTimeout",
    "WaylineInvalid",
    "__version__",
]

_ELSEWHERE = {
    "AsyncFlightHub": "flighthub._async._client",
    "FlightHub": "flighthub._sync._client",
    "AsyncPager": "flighthub_api.runtime.groups",
    "Pager": "flighthub_api.runtime.groups",
    "RequestOptions": "flighthub_api.runtime.groups",
    "InferredLimitWarning": "flighthub_api.runtime.problems",
    "RawAnswer": "flighthub_api.runtime.operations",
    "Position": "flighthub_api.runtime.devices",
    "Reported": "flighthub_api.runtime.devices",
    "ReportedAircraft": "flighthub_api.runtime.devices",
    "ReportedController": "flighthub_api.runtime.devices",
    "ReportedDock": "flighthub_api.runtime.devices",
    "Secret": "flighthub_api.runtime.secrets",
    "Attempt": "flighthub._observation",
    "Configuration": "flighthub._configuration",
    "Timeout": "flighthub._configuration",
    "Outcome": "flighthub._outcomes",
    "Retry": "flighthub._retry",
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
