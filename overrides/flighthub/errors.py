"""The errors of the client, from the most general to the most special.

FlightHubError
├─ ConfigurationError          the client cannot be made, or can no longer be used
├─ InvalidArgument             an argument cannot be right; nothing was sent (also a ValueError)
├─ ConnectionFailed            no connection, or it broke
│  └─ RequestTimeout           it took too long
├─ OutcomeUnknown              the response was lost and the call may have been carried out
├─ UnexpectedResponse          the response is not one of the API
├─ APIError                    the API responded with an error
│  ├─ AuthenticationError   PermissionDenied   NotFound   InvalidRequest   RateLimited
│  └─ DeviceOffline   WaylineInvalid   QuotaExceeded   ServerError
├─ WaitTimeout                 what was waited for did not happen in time
├─ WaitCancelled               the wait was cancelled
├─ PreflightFailed             something stands in the way of a flight; nothing was sent
├─ FlightTaskFailed, ReconstructionFailed
├─ InvalidSignature            an event is not signed with the key, or not signed at all
└─ TransferError               a file could not be stored or fetched
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.problems import ConfigurationError, FlightHubError, InvalidArgument
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import MaskedMapping

if TYPE_CHECKING:
    from flighthub_api.enums import FlightTaskStatus
    from flighthub_api.models import FlightTaskException

    from ._core.hints import Hint
    from ._diagnostics.findings import Finding
else:
    FlightTaskStatus = lazy_type("flighthub_api.enums", "FlightTaskStatus")
    FlightTaskException = lazy_type("flighthub_api.models", "FlightTaskException")
    Hint = lazy_type("._core.hints", "Hint", __package__)
    Finding = lazy_type("._diagnostics.findings", "Finding", __package__)

__all__ = [
    "APIError",
    "AuthenticationError",
    "ConfigurationError",
    "ConnectionFailed",
    "DeviceOffline",
    "FlightHubError",
    "FlightTaskFailed",
    "InvalidArgument",
    "InvalidRequest",
    "InvalidSignature",
    "NotFound",
    "OutcomeUnknown",
    "PermissionDenied",
    "PreflightFailed",
    "QuotaExceeded",
    "RateLimited",
    "ReconstructionFailed",
    "RequestTimeout",
    "ServerError",
    "TransferError",
    "UnexpectedResponse",
    "WaitCancelled",
    "WaitTimeout",
    "WaylineInvalid",
]


class CallError(FlightHubError):
    """A call that was sent, or that was about to be, did not end well.

    Attributes:
        operation: What was called, such as `flight_tasks.create`.
        request_ids: The ids of all attempts, the last one last. DJI's support asks for them.
        retry_stopped: Why it was not tried again although it might have been; empty where that was no question.
        hints: What to do about it, each with an `id` and a `text`; empty where nothing is known.
        arguments: What the call was given, by the names of the wire; its `repr` shows the names alone.
        sent_at: When it was called, by this machine's clock.
        server_time: When it was called, by the server's clock; None where no earlier response had its time.
    """

    def __init__(self, text: str, *, operation: str = "", hints: tuple[Hint, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.operation = operation
        self.hints = hints
        self.request_ids: tuple[str, ...] = ()
        self.retry_stopped = ""
        self.arguments = MaskedMapping({})
        self.sent_at = datetime.now(UTC)
        self.server_time: datetime | None = None

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where nothing is known."""
        return " ".join(each.text for each in self.hints)

    @property
    def hint_id(self) -> str:
        """The id of the first of the hints, by which a translation finds it; empty where nothing is known."""
        return self.hints[0].id if self.hints else ""

    @property
    def request_id(self) -> str:
        """The id of the last attempt; empty when nothing was sent."""
        return self.request_ids[-1] if self.request_ids else ""

    def __str__(self) -> str:
        parts = [self.text, self.retry_stopped]
        if self.request_ids:
            parts.append(f"(request id {', '.join(self.request_ids)})")
        return " ".join(part for part in parts if part)


@exported
class ConnectionFailed(CallError):
    """No connection could be made, or it broke before the whole response was received."""


@exported
class RequestTimeout(ConnectionFailed):
    """Connecting, or the next piece of the response, took longer than its timeout, or the call than its deadline."""


@exported
class OutcomeUnknown(CallError):
    """The call may have been carried out, but its response was lost. It was not repeated: look first.

    The cause is chained (`__cause__`).
    """

    @property
    def next_step(self) -> str:
        """How to find out what happened; the same as `hint`."""
        return self.hint


@exported
class UnexpectedResponse(CallError):
    """A response that is not one of the API: not JSON, from the wrong host, or cut off.

    Attributes:
        http_status: The HTTP status of the response.
    """

    def __init__(self, text: str, *, operation: str = "", http_status: int = 0, hints: tuple[Hint, ...] = ()) -> None:
        super().__init__(text, operation=operation, hints=hints)
        self.http_status = http_status


@exported
class APIError(CallError):
    """The API responded with an error.

    Attributes:
        code: The business code, None where the response has none.
        message: The server's own text, without the secrets of the call that it repeats, and its first 2000 characters
            at most.
        http_status: The HTTP status, which is 200 for most failures.
        retryable: Whether the same call may succeed later.
        not_ready: Whether it only says that there is nothing, or nothing yet, of what was asked for.
    """

    not_ready: bool = False

    def __init__(
        self,
        text: str,
        *,
        operation: str = "",
        code: int | None = None,
        message: str = "",
        http_status: int = 0,
        retryable: bool = False,
        hints: tuple[Hint, ...] = (),
    ) -> None:
        super().__init__(text, operation=operation, hints=hints)
        self.code = code
        self.message = message
        self.http_status = http_status
        self.retryable = retryable


@exported
class AuthenticationError(APIError):
    """The organization key is missing, wrong, expired, or of another region."""


@exported
class PermissionDenied(APIError):
    """The key may not do this: no project, not a member of it, or without the scope."""


@exported
class NotFound(APIError):
    """What the call names does not exist."""


@exported
class InvalidRequest(APIError):
    """The server refuses the request as it is."""


@exported
class RateLimited(APIError):
    """Calls come too often.

    Attributes:
        retry_after: Seconds that the server asks to wait; None where it does not say.
    """

    retry_after: float | None = None


@exported
class DeviceOffline(APIError):
    """The device cannot be reached."""


@exported
class WaylineInvalid(APIError):
    """The route is missing, failed its check, or does not fit."""


@exported
class QuotaExceeded(APIError):
    """A limit of the organization is reached."""


@exported
class ServerError(APIError):
    """The server failed."""


@exported
class WaitTimeout(FlightHubError):
    """What was waited for did not come about in time. It may still come about: waiting changes nothing on the server.

    Where reading the state failed at the end, that error is chained (`__cause__`).

    Attributes:
        last: The last state that was read; None when there was none.
        waited: Seconds.
    """

    def __init__(self, text: str, *, last: object = None, waited: float = 0.0) -> None:
        super().__init__(text)
        self.last = last
        self.waited = waited


@exported
class WaitCancelled(FlightHubError):
    """The event given as `cancel` was set. What was waited for, or transferred, is left as it is.

    Attributes:
        last: The last state that was read; None when there was none.
    """

    def __init__(self, text: str, *, last: object = None) -> None:
        super().__init__(text)
        self.last = last


@exported
class PreflightFailed(FlightHubError):
    """Something stands in the way of a flight, so it was not asked for: nothing was sent that changes anything.

    Attributes:
        findings: What all checks found; those of the level `problem` are the reason.
    """

    def __init__(self, text: str, *, findings: Sequence[Finding] = ()) -> None:
        super().__init__(text)
        self.findings = findings


@exported
class FlightTaskFailed(FlightHubError):
    """A flight task ended otherwise than with success.

    Attributes:
        task: The task as last read.
        status: How it ended.
        exceptions: What went wrong on the way, as the list of tasks has it. Where that could not be read, the error is
            chained (`__cause__`).
    """

    def __init__(
        self,
        text: str,
        *,
        task: object = None,
        status: FlightTaskStatus | None = None,
        exceptions: Sequence[FlightTaskException] = (),
    ) -> None:
        super().__init__(text)
        self.task = task
        self.status = status
        self.exceptions = tuple(exceptions)


@exported
class ReconstructionFailed(FlightHubError):
    """A reconstruction could not be started, or ended otherwise than with success.

    Attributes:
        models: The models as last read, those that succeeded included.
    """

    def __init__(self, text: str, *, models: tuple[object, ...] = ()) -> None:
        super().__init__(text)
        self.models = models


@exported
class TransferError(FlightHubError):
    """A file could not be stored, or not be fetched. Where a call of the API was the reason, it is chained.

    Attributes:
        file: Name of the file; empty where it is about all of them.
    """

    def __init__(self, text: str, *, file: str = "") -> None:
        super().__init__(text)
        self.file = file


@exported
class InvalidSignature(FlightHubError):
    """An event is not signed with the key, or not signed at all: whoever sent it may not be FlightHub 2."""
