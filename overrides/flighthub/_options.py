"""What is set for one call alone, checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from flighthub_api.operations import REQUEST_ID_HEADER, TOKEN_HEADER
from flighthub_api.runtime.groups import RequestOptions
from flighthub_api.runtime.problems import InvalidArgument
from flighthub_api.runtime.secrets import Sealed

from ._configuration import Configuration, Timeout, checked_project, checked_retry, checked_seconds, checked_timeout
from ._retry import Retry
from .errors import ConfigurationError

_NAMES: Final = tuple(RequestOptions.__annotations__)
_OURS: Final = frozenset(
    {TOKEN_HEADER.lower(), REQUEST_ID_HEADER.lower(), "content-length", "transfer-encoding", "host"}
)
_PLAIN: Final = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Options:
    """The settings of one call: the client's, and over them those of `request_options`."""

    __slots__ = ("body", "deadline", "headers", "project", "query", "retry", "timeout")

    def __init__(self, given: RequestOptions | None, configuration: Configuration, project: str | None) -> None:
        values = cast("Mapping[str, Any]", given or {})
        for name in values:
            if name not in _NAMES:
                raise InvalidArgument(f"request_options.{name}", f"is none of {', '.join(_NAMES)}")
        self.headers = _headers(values.get("extra_headers"))
        self.query = _texts(values.get("extra_query"), "extra_query")
        self.body = _mapping(values.get("extra_body"), "extra_body")
        self.project: str | None = project
        self.timeout: Timeout = configuration.timeout
        self.deadline: float = configuration.deadline
        self.retry: Retry = configuration.retry
        name = "project"
        try:
            if values.get("project") is not None:
                self.project = checked_project(str(values["project"]).strip(), "request_options.project")
            name = "timeout"
            if values.get("timeout") is not None:
                given_timeout = values["timeout"]
                if isinstance(given_timeout, tuple):
                    connect, read, write, pool = cast("tuple[float, float, float, float]", given_timeout)
                    given_timeout = Timeout(connect, read, write, pool)
                self.timeout = checked_timeout(given_timeout)
            name = "deadline"
            if values.get("deadline") is not None:
                self.deadline = checked_seconds(values["deadline"], "deadline")
            name = "retry"
            if values.get("retry") is not None:
                self.retry = checked_retry(values["retry"])
        except (ConfigurationError, ValueError) as error:
            problem = str(error)
        else:
            return
        raise InvalidArgument(f"request_options.{name}", problem)


def _mapping(given: object, name: str) -> Mapping[str, Any]:
    if given is None:
        return Sealed({})
    if not isinstance(given, Mapping):
        raise InvalidArgument(f"request_options.{name}", f"must be a mapping, not {type(given).__name__}")
    return Sealed(cast("Mapping[str, Any]", given))


def _texts(given: object, name: str) -> Mapping[str, str]:
    found = _mapping(given, name)
    for key in found:
        if not isinstance(found[key], str):
            raise InvalidArgument(f"request_options.{name}.{key}", "must be text")
    return found


def _headers(given: object) -> Mapping[str, str]:
    """Headers with names in lower case, as names differ by case only in looks."""
    found = _texts(given, "extra_headers")
    for name in found:
        if not name or not _PLAIN.issuperset(name):
            raise InvalidArgument("request_options.extra_headers", f"{name!r} is no header name")
        if name.lower() in _OURS:
            raise InvalidArgument(f"request_options.extra_headers.{name}", "is set by the client")
        if not found[name].isascii() or not found[name].replace("\t", " ").isprintable():
            raise InvalidArgument(
                f"request_options.extra_headers.{name}", "holds line breaks, control or non-ASCII characters"
            )
    return Sealed({name.lower(): found[name] for name in found})
