"""The errors of the client, from the most general to the most special.

FlightHubError
├─ ConfigurationError          the client cannot be made, or can no longer be used
├─ InvalidArgument             an argument cannot be right; nothing was sent (also a ValueError)
├─ ConnectionFailed            no connection, or it broke
│  └─ RequestTimeout           it took too long
├─ OutcomeUnknown              the answer was lost and the call may have been carried out
├─ UnexpectedResponse          something answered, but not the API
├─ APIError                    the API answered with a failure
│  ├─ AuthenticationError   PermissionDenied   NotFound   InvalidRequest   RateLimited
│  └─ DeviceOffline   WaylineInvalid   QuotaExceeded   ServerError
├─ WaitTimeout                 what was waited for did not come in time
├─ FlightTaskFailed, ReconstructionFailed
└─ TransferError               a file could not be stored or fetched
"""

from __future__ import annotations

from flighthub_api.runtime.problems import FlightHubError, InvalidArgument

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
    "NotFound",
    "OutcomeUnknown",
    "PermissionDenied",
    "QuotaExceeded",
    "RateLimited",
    "ReconstructionFailed",
    "RequestTimeout",
    "ServerError",
    "TransferError",
    "UnexpectedResponse",
    "WaitTimeout",
    "WaylineInvalid",
]


class ConfigurationError(FlightHubError):
    """The client cannot be made as told, or has been closed."""


class CallError(FlightHubError):
    """A call that was sent, or that was about to be, did not end well.

    Attributes:
        operation: What was called, such as `flight_tasks.create`.
        request_ids: The ids of all attempts, the last one last. DJI's support asks for them.
        gave_up: Why it was not tried again although it might have been; empty where that was no question.
    """

    def __init__(self, text: str, *, operation: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.operation = operation
        self.request_ids: tuple[str, ...] = ()
        self.gave_up = ""

    @property
    def request_id(self) -> str:
        """The id of the last attempt; empty when nothing was sent."""
        return self.request_ids[-1] if self.request_ids else ""

    def __str__(self) -> str:
        parts = [self.text, self.gave_up]
        if self.request_ids:
            parts.append(f"(request id {', '.join(self.request_ids)})")
        return " ".join(part for part in parts if part)


class ConnectionFailed(CallError):
    """No connection could be made, or it broke before the whole answer was there."""


class RequestTimeout(ConnectionFailed):
    """The connection, or the next piece of the answer, took longer than its timeout; or all of it than the deadline."""


class OutcomeUnknown(CallError):
    """The call may have been carried out, but its answer was lost. It was not, and must not be, sent again blindly.

    The cause is chained (`__cause__`).

    Attributes:
        next_step: How to find out what happened.
    """

    def __init__(self, text: str, *, operation: str = "", next_step: str = "") -> None:
        super().__init__(text, operation=operation)
        self.next_step = next_step


class UnexpectedResponse(CallError):
    """Something answered, but not as the API does: not JSON, the wrong host, or an answer that was cut off.

    Attributes:
        http_status: The HTTP status of the answer.
    """

    def __init__(self, text: str, *, operation: str = "", http_status: int = 0) -> None:
        super().__init__(text, operation=operation)
        self.http_status = http_status


class APIError(CallError):
    """The API answered with a failure.

    Attributes:
        code: The business code, None where the answer had none.
        message: The server's own text.
        http_status: The HTTP status, which is 200 for most failures.
        retryable: Whether the same call may succeed later.
        hint: What to do about it; empty where nothing is known.
    """

    def __init__(
        self,
        text: str,
        *,
        operation: str = "",
        code: int | None = None,
        message: str = "",
        http_status: int = 0,
        retryable: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(text, operation=operation)
        self.code = code
        self.message = message
        self.http_status = http_status
        self.retryable = retryable
        self.hint = hint


class AuthenticationError(APIError):
    """The organization key is missing, wrong, expired, or of another region."""


class PermissionDenied(APIError):
    """The key may not do this: no project, not a member of it, or without the scope."""


class NotFound(APIError):
    """What the call names does not exist."""


class InvalidRequest(APIError):
    """The server refuses the request as it is."""


class RateLimited(APIError):
    """Calls come too often.

    Attributes:
        retry_after: Seconds that the server asks to wait; None where it does not say.
    """

    retry_after: float | None = None


class DeviceOffline(APIError):
    """The device cannot be reached."""


class WaylineInvalid(APIError):
    """The route is missing, failed its check, or does not fit."""


class QuotaExceeded(APIError):
    """A limit of the organization is reached."""


class ServerError(APIError):
    """The server failed."""


class WaitTimeout(FlightHubError):
    """What was waited for did not come about in time."""


class FlightTaskFailed(FlightHubError):
    """A flight task ended otherwise than with success."""


class ReconstructionFailed(FlightHubError):
    """A reconstruction ended otherwise than with success."""


class TransferError(FlightHubError):
    """A file could not be stored, or not be fetched."""
