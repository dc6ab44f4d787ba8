"""What each operation does with the world: one module per group of operations.

A function that is registered here gets a `Call`, whose members have been checked against the transcription, and gives
the `data` of the answer. What has no function yet is answered by its documented example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from flighthub_api.operations import OPERATIONS
from flighthub_runtime.operations import Operation

from .._world import Project, World


class Call(NamedTuple):
    """A request that is as documented, from somebody who may make it.

    Attributes:
        world: What it acts on; everything that was due has happened.
        operation: Which operation it asks for.
        path: Parameters of the path, as text.
        query: Parameters of the query, in their types.
        body: Members of the body; empty where there is none.
        project: The project it names; only the operations of projects always have one.
        language: `zh` or `en`.
    """

    world: World
    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    project: Project | None
    language: str

    @property
    def here(self) -> Project:
        """The project, of an operation that needs one."""
        assert self.project is not None  # noqa: S101 - refused before
        return self.project

    def given(self, *names: str) -> Any:
        """A member of the body under any of its candidate spellings."""
        return next((self.body[name] for name in names if name in self.body), None)


class NoData:
    """The answer has no `data` member at all."""


NO_DATA: Final = NoData()

Handler = Callable[[Call], Any]

Missing = Callable[[], Any]
"""Gives the `data` of the answer to a request without a parameter that it must have, or refuses it."""

_HANDLERS: dict[str, Handler] = {}
_MISSING: dict[str, Mapping[str, Missing]] = {}

_MODULES: Final = (
    "annotations",
    "device_states",
    "devices",
    "flight_tasks",
    "livestreams",
    "models",
    "open_models",
    "projects",
    "stream_forwarders",
    "system",
    "waylines",
)


def answers(operation_id: str, **missing: Missing) -> Callable[[Handler], Handler]:
    """Registers what answers an operation.

    Args:
        operation_id: The operation.
        missing: What answers it when a parameter of this name is missing; HTTP 400 with the name where nothing does.
    """
    if operation_id not in OPERATIONS:
        raise ValueError(f"there is no operation {operation_id}")

    def register(handler: Handler) -> Handler:
        _HANDLERS[operation_id] = handler
        _MISSING[operation_id] = missing
        return handler

    return register


def handlers() -> Mapping[str, Handler]:
    """All that is registered, by the id of its operation."""
    for name in _MODULES:
        import_module(f"{__name__}.{name}")
    return _HANDLERS


def handlers_of_missing() -> Mapping[str, Mapping[str, Missing]]:
    """What answers requests without a parameter, by the id of the operation and the name of the parameter."""
    return _MISSING
