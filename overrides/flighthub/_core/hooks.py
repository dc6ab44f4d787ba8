"""What can be watched of a call: a log record and a hook before and after each attempt. Never a secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import MASK

log: Final = logging.getLogger("flighthub")
# A library says nothing unless somebody listens.
log.addHandler(logging.NullHandler())


@exported
class Attempt(NamedTuple):
    """One attempt at a call, as hooks and log records have it.

    Attributes:
        operation: What is called, such as `flight_tasks.create`.
        number: 1 for the first attempt.
        request_id: The id that this attempt carries.
        http_method: `GET`, `POST`, `PUT` or `DELETE`.
        path: The path as documented, with `{names}` for its parameters.
        http_status: The HTTP status of the response; None before it, and when there is none.
        code: The business code of the response; None likewise.
        duration: Seconds that the attempt took; None before its end.
        error: The class of the error that it ended in; empty for success, and before its end.
    """

    operation: str
    number: int
    request_id: str
    http_method: str
    path: str
    http_status: int | None = None
    code: int | None = None
    duration: float | None = None
    error: str = ""


Hook = Callable[[Attempt], None]
"""Called with each attempt. What it raises before the request stops the call; afterwards it is logged and ignored."""


def is_reported() -> bool:
    """Whether the ends of attempts are logged."""
    return log.isEnabledFor(logging.DEBUG)


def report(attempt: Attempt) -> None:
    """Logs the end of an attempt. What failed is raised, sent again or dealt with, and so is no more than DEBUG."""
    if not is_reported():
        return
    details = attempt._asdict()
    took = 0.0 if attempt.duration is None else attempt.duration * 1000
    outcome = f"HTTP {attempt.http_status} code {attempt.code}" + (f" {attempt.error}" if attempt.error else "")
    log.debug(
        "%s attempt %d: %s in %.0f ms (request id %s)",
        attempt.operation,
        attempt.number,
        outcome,
        took,
        attempt.request_id,
        extra={f"flighthub_{name}": value for name, value in details.items()},
    )


_MESSAGE_LENGTH: Final = 4096
"""Characters of a log record of the HTTP library that are kept. Its errors repeat what a server sent."""


def _without_query(address: re.Match[str]) -> str:
    path, mark, _ = address[0].partition("?")
    return path + (f"?{MASK}" if mark else "")


class _Discreet(logging.Filter):
    """Takes queries of URLs and headers of responses out of the HTTP library's own log records."""

    _ADDRESS = re.compile(r"https?://[^\s'\"]*")
    _RETURNED = re.compile(r"(return_value|exception)=.*", re.DOTALL)

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()[:_MESSAGE_LENGTH]
        except Exception:
            return True
        record.msg = self._RETURNED.sub(rf"\1={MASK}", self._ADDRESS.sub(_without_query, message))
        record.args = ()
        return True


def redact_http_logs(names: tuple[str, ...]) -> None:
    """Makes loggers of the HTTP library discreet, once each."""
    for name in names:
        logger = logging.getLogger(name)
        if not any(isinstance(each, _Discreet) for each in logger.filters):
            logger.addFilter(_Discreet())
