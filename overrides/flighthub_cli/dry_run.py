"""What an operation would send. Nothing is sent, and nothing is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flighthub_api.groups import Groups

if TYPE_CHECKING:
    from flighthub_runtime.operations import Operation


class _Built(Exception):
    """A request that was built, and goes no further."""

    def __init__(self, request: Any) -> None:
        super().__init__("a request was built")
        self.request = request


class _Builder(Groups):
    """Takes a client's place. A request gets as far as this."""

    def call(self, call: Any, arguments: Mapping[str, Any], options: Any) -> Any:
        """Builds the request, which checks the arguments."""
        raise _Built(call.request(arguments))

    def call_raw(self, call: Any, arguments: Mapping[str, Any], options: Any) -> Any:
        """Builds the request of a list that is walked."""
        raise _Built(call.request(arguments))


def request_of(operation: Operation, arguments: Mapping[str, Any], project: str | None) -> dict[str, Any]:
    """The request of an operation, with its secrets masked.

    Args:
        operation: The operation.
        arguments: Its arguments, by the names of its method.
        project: The project that the client acts on.

    Raises:
        InvalidArgument: An argument cannot be right.
    """
    try:
        # A list that is walked sends nothing before somebody walks it.
        list(getattr(getattr(_Builder(), operation.group), operation.method)(**arguments))
    except _Built as built:
        request = built.request
    else:
        raise RuntimeError(f"{operation.name} builds no request")
    found = {
        "operation": operation.name,
        "http_method": operation.http_method,
        "path": request.path,
        "project": project if operation.sends_project else None,
        "query": dict(request.query),
        "body": None if request.body is None else {name: request.body[name] for name in request.body},
        "effect": operation.effect,
        "retry": operation.retry,
    }
    return {name: value for name, value in found.items() if value not in (None, {})}
