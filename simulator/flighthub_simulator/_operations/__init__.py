"""What each operation does with the world: one module per group of operations.

A function that is registered here gets a `Call`, whose members have been checked against the transcription, and gives
the `data` of the answer. What has no function yet is answered by its documented example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple, TypeVar

from flighthub_api.operations import OPERATIONS
from flighthub_runtime.operations import Operation

from .._world import Project, Refused, World

FORBIDDEN = 200403

_Row = TypeVar("_Row")


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

    @property
    def workspace(self) -> Project:
        """The project that the path names, which need not be the one of the header."""
        return self.world.project(self.path["workspace_id"])

    @property
    def organization(self) -> Mapping[str, str]:
        """The organization that the path names."""
        if self.path["uuid"] != self.world.organization["uuid"]:
            # I: as for a project.
            raise Refused(FORBIDDEN, "Forbidden", status=403)
        return self.world.organization

    def given(self, *names: str) -> Any:
        """A member of the body under any of its candidate spellings."""
        return next((self.body[name] for name in names if name in self.body), None)


def page(call: Call, rows: Sequence[_Row], size: int = 20) -> tuple[Sequence[_Row], int, int]:
    """The rows of the page that was asked for, its number and its size."""
    number, size = call.query.get("page", 1), call.query.get("page_size", size)
    return rows[(number - 1) * size : number * size], number, size


def paged(call: Call, rows: Sequence[Any], size: int = 20) -> dict[str, Any]:
    """A page of a list that tells how many rows there are."""
    shown, number, size = page(call, rows, size)
    return {"pagination": {"page": number, "page_size": size, "total": len(rows)}, "list": [*shown] or None}


class NoData:
    """The answer has no `data` member at all."""


NO_DATA: Final = NoData()

Handler = Callable[[Call], Any]

Missing = Callable[[], Any]
"""Gives the `data` of the answer to a request without a parameter that it must have, or refuses it."""

_HANDLERS: dict[str, Handler] = {}
_MISSING: dict[str, Mapping[str, Missing]] = {}

_MODULES: Final = (
    "alerts",
    "annotations",
    "areas",
    "commands",
    "device_states",
    "devices",
    "flight_tasks",
    "livestreams",
    "models",
    "open_models",
    "organizations",
    "projects",
    "stream_forwarders",
    "system",
    "task_details",
    "waylines",
    "workflows",
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
