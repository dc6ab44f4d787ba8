"""From a response to an envelope or an error. No I/O, the same for both clients.

The order in which it is decided: the HTTP status, whether there is an envelope at all, its code, success.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from flighthub_runtime.operations import Answer, Operation
from flighthub_runtime.secrets import Masked, MaskedMapping, Secret, redact
from flighthub_runtime.wire import as_code, is_object, parse_json

from .. import errors
from ..errors import APIError, CallError, NotFound, OutcomeUnknown, RateLimited, UnexpectedResponse
from .hints import Hint, code_hints, hint, join_hints, outcome_hint
from .retry import BUSY_STATUS, AttemptResult, retry_after
from .token_claims import key_hints

_CLASS_BY_STATUS: Final = {
    400: "InvalidRequest",
    401: "AuthenticationError",
    403: "PermissionDenied",
    404: "NotFound",
    429: "RateLimited",
}

_UNKNOWN_PATH: Final = (404, 405)
"""What a server answers to a path, or a method of it, that it does not know."""

MESSAGE_LENGTH: Final = 2000
"""Characters of the server's message that an error repeats at most."""

_WEB_PAGE: Final = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")


class Response:
    """The response to one attempt. Its `repr` shows neither headers nor body.

    Attributes:
        http_status: The HTTP status.
        headers: The headers, their names in lower case.
    """

    __slots__ = ("_body", "headers", "http_status")

    def __init__(self, http_status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.http_status = http_status
        self.headers = MaskedMapping(headers)
        self._body = Masked(body)

    @property
    def body(self) -> bytes:
        """The body, decompressed."""
        return self._body.reveal()

    def __repr__(self) -> str:
        return f"<Response: HTTP {self.http_status}, {len(self.body)} bytes>"


class Classification(NamedTuple):
    """What a response amounts to: an envelope of success, or an error, and whether repeating can help."""

    result: AttemptResult
    envelope: MaskedMapping | None = None
    error: CallError | None = None
    wait: float | None = None
    """Seconds that the server asks to wait before the next attempt."""


def classify_response(
    operation: Operation,
    response: Response,
    key: Secret | None,
    base_url: str,
    sent: Callable[[], Iterable[Secret]] = tuple[Secret],
    parse: Callable[[bytes], Any] = parse_json,
) -> Classification:
    """Decides what a response amounts to.

    Args:
        operation: What was called.
        response: The response.
        key: The organization key that was sent, for hints about it and to keep it out of messages.
        base_url: Where it was sent.
        sent: Finds the secrets of the request, to keep them out of messages as well.
        parse: Parses the body.
    """
    status = response.http_status
    envelope = parse_envelope(response.body, parse)
    code = None if envelope is None else as_code(envelope.get("code"))
    if envelope is not None and code == 0 and 200 <= status < 300:
        return Classification(AttemptResult.ANSWERED, envelope)
    wait = retry_after(response.headers.reveal())
    if envelope is not None and code:
        error = _api_error(operation, response, code, envelope.get("message"), key, sent)
        result = AttemptResult.REJECTED if status == 429 else _result_of(error)
        return Classification(result, error=error, wait=wait)
    problem = _not_an_envelope(operation, response, key, base_url)
    if status == 429:
        return Classification(AttemptResult.REJECTED, error=problem, wait=wait)
    if 400 <= status < 500 and status not in BUSY_STATUS:
        return Classification(AttemptResult.ANSWERED, error=problem)
    result = (
        AttemptResult.BUSY
        if status in BUSY_STATUS
        else AttemptResult.UNREADABLE
        if 200 <= status < 300
        else AttemptResult.ANSWERED
    )
    if operation.retry == "safe":
        return Classification(result, error=problem, wait=wait)
    return Classification(result, error=outcome_unknown(operation, "its response cannot be read", problem), wait=wait)


def deviation(operation: Operation, answer: Answer[Any], http_status: int) -> UnexpectedResponse | None:
    """The error of a response that departs from the documentation, for a strict client."""
    found = list(answer.deviations())
    if not found:
        return None
    shown = "; ".join(found[:5]) + (f"; and {len(found) - 5} more" if len(found) > 5 else "")
    return UnexpectedResponse(
        f"{operation.name} responded otherwise than documented: {shown}",
        operation=operation.name,
        http_status=http_status,
    )


def delete_already_done(operation: Operation, error: CallError) -> bool:
    """Whether a repeated DELETE has found that an earlier attempt had done its work. Gateways answer 404 as well."""
    return operation.http_method == "DELETE" and isinstance(error, NotFound) and error.code is not None


def outcome_unknown(operation: Operation, why: str, cause: BaseException | None = None) -> OutcomeUnknown:
    """The error of a call that may have been carried out although its response was lost, or of no use."""
    unknown = OutcomeUnknown(
        f"{operation.name} may have been carried out: {why}. It was not sent again. {operation.next_step}",
        operation=operation.name,
        hints=(outcome_hint(operation),),
    )
    unknown.__cause__ = cause
    return unknown


def _class_of(status: int) -> str:
    return _CLASS_BY_STATUS.get(status, "ServerError" if status >= 500 else "APIError")


def parse_envelope(body: bytes, parse: Callable[[bytes], Any] = parse_json) -> MaskedMapping | None:
    try:
        # JSON is UTF-8; what comes in the other encodings of Unicode is read however long it is.
        found = parse(body if _is_utf_8(body) else body.decode(json.detect_encoding(body)).encode())
    except ValueError:
        return None
    return MaskedMapping(found) if is_object(found) and "code" in found else None


def _is_utf_8(body: bytes) -> bool:
    return (body[:1] == b"{" and body[1:2] != b"\0") or json.detect_encoding(body).startswith("utf-8")


def _result_of(error: APIError) -> AttemptResult:
    if isinstance(error, RateLimited):
        return AttemptResult.REJECTED
    return AttemptResult.BUSY if error.retryable or error.http_status in BUSY_STATUS else AttemptResult.ANSWERED


def _api_error(
    operation: Operation,
    response: Response,
    code: int,
    message: Any,
    key: Secret | None,
    sent: Callable[[], Iterable[Secret]],
) -> APIError:
    """The error of a business code. What the code means stands in the transcription alone."""
    from flighthub_api.errors import ERRORS

    known = ERRORS.get(code)
    name = _class_of(response.http_status) if known is None else known.error_class
    said = redact(message, (key, *sent()), MESSAGE_LENGTH) if isinstance(message, str) else ""
    text = f"{operation.name} failed with code {code}" + (f": {said}" if said else "") + "."
    hints = code_hints(known) + (key_hints(key) if name == "AuthenticationError" else ())
    meaning = "" if known is None else known.meaning
    text = " ".join(part for part in (text, meaning, join_hints(hints)) if part)
    made: APIError = getattr(errors, name)(
        f"{text} (HTTP {response.http_status})",
        operation=operation.name,
        code=code,
        message=said,
        http_status=response.http_status,
        retryable=name == "RateLimited"
        or (known is not None and known.allows_repeating(operation))
        or (operation.retry == "safe" and response.http_status in BUSY_STATUS),
        hints=hints,
    )
    made.not_ready = known is not None and operation.operation_id in known.nothing
    if isinstance(made, RateLimited):
        made.retry_after = retry_after(response.headers.reveal())
    return made


def _not_an_envelope(operation: Operation, response: Response, key: Secret | None, base_url: str) -> CallError:
    status = response.http_status
    cause = _likely_cause(operation, response, base_url)
    if status in _CLASS_BY_STATUS or status in BUSY_STATUS:
        name = _class_of(status)
        first = key_hints(key) if status == 401 else (hint("http.forbidden"),) if status == 403 else ()
        hints = (*first, cause)
        made: APIError = getattr(errors, name)(
            f"{operation.name} failed without an envelope. {join_hints(hints)} (HTTP {status})",
            operation=operation.name,
            http_status=status,
            retryable=status == 429 or status in BUSY_STATUS,
            hints=hints,
        )
        if isinstance(made, RateLimited):
            made.retry_after = retry_after(response.headers.reveal())
        return made
    return UnexpectedResponse(
        f"{operation.name}: {cause.text} (HTTP {status})",
        operation=operation.name,
        http_status=status,
        hints=(cause,),
    )


def _edition_hint(operation: Operation, base_url: str) -> Hint | None:
    """What to do where a server does not know the path of an operation that V1.0 lacks; None for one that V1.0 has."""
    from flighthub_api.about import API
    from flighthub_api.servers import SERVERS

    editions = list(API.editions.values())
    edition = API.editions.get(operation.edition, editions[0])
    if edition is editions[0]:
        return None
    is_public = any(base_url.startswith(url) for url in SERVERS.values())
    if "on premises" not in edition.available and not is_public:
        return hint("edition.on_premises", edition=edition.label, first=editions[0].name)
    return hint("edition.missing", edition=edition.label, first=editions[0].name)


def _likely_cause(operation: Operation, response: Response, base_url: str) -> Hint:
    start = response.body[:512].lstrip().lower()
    status = response.http_status
    elsewhere = _edition_hint(operation, base_url) if status in _UNKNOWN_PATH else None
    if elsewhere is not None:
        return elsewhere
    if 300 <= status < 400:
        return hint("http.redirect")
    if start.startswith(_WEB_PAGE):
        return hint("http.gateway_page") if status >= 500 else hint("http.web_page", base_url=base_url)
    if status == 404 and operation.group == "stream_forwarders":
        return hint("http.no_stream_forwarders")
    if status == 404:
        return hint("http.unknown_path", base_url=base_url)
    if status >= 500:
        return hint("http.server_failed")
    if not start:
        return hint("http.empty")
    if start.startswith((b"{", b"[")):
        return hint("http.cut_off")
    return hint("http.not_json", base_url=base_url)
