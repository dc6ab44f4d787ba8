"""What is set for one call alone, checked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from time import monotonic
from typing import Any, Final, cast

from flighthub_api.servers import REQUEST_ID_HEADER, TOKEN_HEADER
from flighthub_runtime.groups import RequestOptions, RetryPolicy
from flighthub_runtime.operations import Operation
from flighthub_runtime.problems import InvalidArgument
from flighthub_runtime.secrets import Masked, MaskedMapping, Secret, find_secrets, kind_of, mask_argument, mask_values
from flighthub_runtime.wire import is_mapping

from ..errors import ConfigurationError
from .configuration import Configuration, Timeout, validate_project, validate_retry, validate_seconds, validate_timeout

_NAMES: Final = tuple(RequestOptions.__annotations__)
_OURS: Final = frozenset(
    {TOKEN_HEADER.lower(), REQUEST_ID_HEADER.lower(), "content-length", "transfer-encoding", "host"}
)
_PLAIN: Final = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


_NOTHING: Final = MaskedMapping({})

_SHORTEST: Final = 5.0
"""Seconds that any call has, however soon the wait ends that it is made for."""

waited_until: ContextVar[float] = ContextVar("waited_until", default=math.inf)
"""The moment, on the monotonic clock, at which a wait ends that calls are made for: none of them takes longer."""


class Options:
    """The settings of one call: the client's, and over them those of `request_options`."""

    __slots__ = ("body", "cache", "deadline", "headers", "names_project", "project", "query", "retry", "timeout")

    def __init__(self, given: RequestOptions | None, configuration: Configuration, project: str | None) -> None:
        self.headers = self.query = self.body = _NOTHING
        self.project: str | None = project
        self.names_project = False
        self.timeout: Timeout = configuration.timeout
        self.deadline: float = configuration.deadline
        self.retry: RetryPolicy = configuration.retry
        self.cache: float | None = None
        if given is not None:
            self._set(given)
        until = waited_until.get()
        if until != math.inf:
            self.deadline = min(self.deadline, max(_SHORTEST, until - monotonic()))

    def _set(self, given: RequestOptions) -> None:
        given = mask_argument(given)
        if isinstance(given, Masked):
            raise InvalidArgument("request_options", f"must be a mapping, not {kind_of(given)}")
        values = cast("Mapping[str, Any]", given or {})
        for name in values:
            if name not in _NAMES:
                raise InvalidArgument(f"request_options.{name}", f"is none of {', '.join(_NAMES)}")
        self.headers = _headers(mask_argument(values.get("extra_headers")))
        self.query = texts_of(mask_argument(values.get("extra_query")), "request_options.extra_query")
        self.body = mapping_of(mask_argument(values.get("extra_body")), "request_options.extra_body")
        name = "project"
        try:
            if values.get("project") is not None:
                self.project = validate_project(str(values["project"]).strip(), "request_options.project")
                self.names_project = True
            name = "timeout"
            if values.get("timeout") is not None:
                given_timeout = values["timeout"]
                if isinstance(given_timeout, tuple):
                    connect, read, write, pool = cast("tuple[float, float, float, float]", given_timeout)
                    given_timeout = Timeout(connect, read, write, pool)
                self.timeout = validate_timeout(given_timeout)
            name = "deadline"
            if values.get("deadline") is not None:
                self.deadline = validate_seconds(values["deadline"], "deadline")
            name = "retry"
            if values.get("retry") is not None:
                self.retry = validate_retry(values["retry"])
            name = "cache"
            if values.get("cache") is not None:
                self.cache = validate_seconds(values["cache"], "cache")
        except (ConfigurationError, ValueError) as error:
            problem = str(error)
        else:
            return
        raise InvalidArgument(f"request_options.{name}", problem)

    def check_operation(self, operation: Operation) -> None:
        """Refuses settings that the operation cannot have.

        Raises:
            InvalidArgument: A response is to be used again of a call that does more than read.
        """
        if self.cache is not None and operation.effect != "read":
            raise InvalidArgument(
                "request_options.cache",
                f"is for calls that read, and {operation.name} does more than that; nothing was sent. Give it to the "
                "reads alone",
            )

    def find_secrets(self) -> Iterator[Secret]:
        """The secrets that are added to the request."""
        return find_secrets(self.headers, self.query, self.body)


def override_options(own: RequestOptions | None, options: RequestOptions | None) -> RequestOptions | None:
    """The options of one call of a handle: its own, and over them those that the call was given.

    Args:
        own: The options of the handle.
        options: Those of the call. What is not a mapping is left for the call to refuse.
    """
    if options is None or own is None:
        return own if options is None else options
    return cast("RequestOptions", mask_values({**own, **options})) if is_mapping(options) else options


def options_for_reading(options: RequestOptions | None) -> RequestOptions | None:
    """What of the options of a call holds for what is read before it, too: all but members that are added to it."""
    if not is_mapping(options):
        return options
    kept = mask_values({name: options[name] for name in options if name not in ("extra_query", "extra_body")})
    return cast("RequestOptions", kept)


def options_for_later(options: RequestOptions | None) -> RequestOptions | None:
    """What of the options of a call holds for all later calls about its result: the project."""
    project = None if options is None else options.get("project")
    return None if project is None else {"project": project}


def mapping_of(given: object, name: str) -> MaskedMapping:
    """What was given as this argument, where a mapping is due; empty for None."""
    if given is None:
        return _NOTHING
    if not is_mapping(given):
        raise InvalidArgument(name, f"must be a mapping, not {kind_of(given)}")
    return MaskedMapping(given)


def texts_of(given: object, name: str) -> MaskedMapping:
    """As `mapping_of`, where the values must be text."""
    found = mapping_of(given, name)
    for key in found:
        if not isinstance(found[key], str):
            raise InvalidArgument(f"{name}.{key}", "must be text")
    return found


def query_members(given: object, name: str) -> MaskedMapping:
    """As `mapping_of`, where the values must be text, or lists of text."""
    found = mapping_of(given, name)
    made: dict[str, str | list[str]] = {}
    for key in found:
        value = found[key]
        texts = cast("list[object]", [*value] if isinstance(value, (list, tuple)) else [value])
        if not all(isinstance(each, str) for each in texts):
            raise InvalidArgument(f"{name}.{key}", "must be text, or a list of text")
        made[key] = value if isinstance(value, str) else [str(each) for each in texts]
    return MaskedMapping(made)


def _headers(given: object) -> MaskedMapping:
    """Headers with names in lower case, as names differ by case only in looks."""
    found = texts_of(given, "request_options.extra_headers")
    for name in found:
        if not name or not _PLAIN.issuperset(name):
            raise InvalidArgument("request_options.extra_headers", f"{name!r} is no header name")
        if name.lower() in _OURS:
            raise InvalidArgument(f"request_options.extra_headers.{name}", "is set by the client")
        if not found[name].isascii() or not found[name].replace("\t", " ").isprintable():
            raise InvalidArgument(
                f"request_options.extra_headers.{name}", "holds line breaks, control or non-ASCII characters"
            )
    return MaskedMapping({name.lower(): found[name] for name in found})
