"""From what came over the wire to an answer or an error. No I/O, the same for both clients.

The order in which it is decided: the HTTP status, whether there is an envelope at all, its code, success.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeVar

from flighthub_api.runtime.operations import Answer, Call, Operation
from flighthub_api.runtime.wire import as_code, is_object, parse_json

from . import errors
from .errors import APIError, CallError, OutcomeUnknown, UnexpectedResponse

T = TypeVar("T")

_CLASS_BY_STATUS: Final = {
    400: "InvalidRequest",
    401: "AuthenticationError",
    403: "PermissionDenied",
    404: "NotFound",
    429: "RateLimited",
}


class Response(NamedTuple):
    """What came back for one request."""

    http_status: int
    headers: Mapping[str, str]
    body: bytes
    request_id: str


def envelope_of(operation: Operation, response: Response) -> Mapping[str, Any]:
    """The envelope of a successful answer, or the error that the answer amounts to."""
    envelope = _parsed(response.body)
    code = None if envelope is None else as_code(envelope.get("code"))
    if envelope is not None and code == 0 and 200 <= response.http_status < 300:
        return envelope
    if envelope is not None and code:
        raise api_error(operation, response, code, envelope.get("message"))
    problem = _not_an_envelope(operation, response)
    if operation.retry == "safe" or response.http_status in _CLASS_BY_STATUS:
        raise problem
    raise outcome_unknown(operation, response.request_id, "the answer could not be read") from problem


def read(call: Call[T], response: Response, *, strict: bool) -> Answer[T]:
    """The answer of a call; with `strict`, any departure from the documentation is an error."""
    answer = call.read(envelope_of(call.operation, response))
    if strict:
        deviations = list(answer.deviations())
        if deviations:
            shown = "; ".join(deviations[:5]) + (f"; and {len(deviations) - 5} more" if len(deviations) > 5 else "")
            raise UnexpectedResponse(
                f"{call.operation.name} answered otherwise than documented: {shown} (request id {response.request_id})",
                operation=call.operation.name,
                request_id=response.request_id,
                http_status=response.http_status,
            )
    return answer


def _parsed(body: bytes) -> Mapping[str, Any] | None:
    try:
        found = parse_json(body)
    except ValueError:
        return None
    return found if is_object(found) and "code" in found else None


def api_error(operation: Operation, response: Response, code: int, message: Any) -> APIError:
    """The error of a business code. What the code means stands in the transcription alone."""
    from flighthub_api.errors import ERRORS

    known = ERRORS.get(code)
    name = known.error_class if known else _CLASS_BY_STATUS.get(response.http_status, "APIError")
    text = f"{operation.name} failed with code {code}"
    if isinstance(message, str) and message:
        text += f": {message}"
    if known:
        text += f". {known.meaning} {known.hint}"
    made: APIError = getattr(errors, name)(
        f"{text} (HTTP {response.http_status}, request id {response.request_id})",
        operation=operation.name,
        request_id=response.request_id,
        code=code,
        message=message if isinstance(message, str) else "",
        http_status=response.http_status,
        retryable=known.allows_repeating(operation) if known else False,
        hint=known.hint if known else "",
    )
    return made


def _not_an_envelope(operation: Operation, response: Response) -> CallError:
    status, request_id = response.http_status, response.request_id
    where = f"(HTTP {status}, request id {request_id})"
    if status in _CLASS_BY_STATUS or status >= 500:
        hint = "Check the host: unknown paths and other hosts answer so." if status == 404 else ""
        made: APIError = getattr(errors, _CLASS_BY_STATUS.get(status, "ServerError"))(
            f"{operation.name} failed without an envelope. {hint} {where}".replace("  ", " "),
            operation=operation.name,
            request_id=request_id,
            http_status=status,
            retryable=status == 429 or status >= 500,
            hint=hint,
        )
        return made
    return UnexpectedResponse(
        f"{operation.name}: {_likely_cause(response)} {where}",
        operation=operation.name,
        request_id=request_id,
        http_status=status,
    )


def _likely_cause(response: Response) -> str:
    start = response.body[:512].lstrip().lower()
    if 300 <= response.http_status < 400:
        return "the server redirects, and redirects are not followed. Check scheme and host of the base URL."
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "a web page answered, not the API. Check the host: the web application is not the API."
    if not start:
        return "the answer is empty. A proxy or gateway may have swallowed it."
    if start.startswith((b"{", b"[")):
        return "the answer is JSON, but no whole envelope: it is cut off or comes from something else."
    return "the answer is not JSON. Check the host."


def outcome_unknown(operation: Operation, request_id: str, why: str) -> OutcomeUnknown:
    """The error of a call that may have been carried out although its answer was lost."""
    return OutcomeUnknown(
        f"{operation.name} may have been carried out: {why}. It was not sent again. {operation.next_step} "
        f"(request id {request_id})",
        operation=operation.name,
        request_id=request_id,
        next_step=operation.next_step,
    )
