"""A model of a flight that is ordered at most once per key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flighthub_api.groups.models import CREATE
from flighthub_runtime.public_names import create

from .._core.once_journal import Claim, Damaged, OnceKey
from .._sync.client import FlightHub
from .._sync.core.once import entry_of, key_of, send_once
from .._sync.reconstruction.project_model_job import ModelJob
from ..errors import InvalidArgument, OutcomeUnknown


def order_model_once(
    fh: FlightHub, task_uuid: str, key: str, state: Path | None, name: str | None, options: Mapping[str, Any]
) -> ModelJob:
    """Orders a model of a flight unless its key has one.

    Args:
        fh: The client.
        task_uuid: Id of the flight task.
        key: The key, of which the name of the model has a mark.
        state: Folder of the journal; the user's own when not given.
        name: Name of the model without the mark; the flight task's when not given.
        options: Further arguments of `models.reconstruct_task`.

    Raises:
        InvalidArgument: The key was used for another flight.
        OutcomeUnknown: An order may have been accepted, and the list of models does not show it.
    """
    once = key_of(fh, CREATE.operation, key, None)
    order = _Order(fh, once, task_uuid, name, options)
    clock = fh._server_clock  # pyright: ignore[reportPrivateUsage]
    sent = send_once(order, entry_of(once, state), clock, fh.configuration.deadline)
    return create(ModelJob, fh, int(sent.id), order.name)


class _Order:
    """An order of a model, as `send_once` wants it."""

    def __init__(
        self, fh: FlightHub, key: OnceKey, task_uuid: str, name: str | None, options: Mapping[str, Any]
    ) -> None:
        self._fh = fh
        self._key = key
        self._task_uuid = task_uuid
        self._options = options
        base = name or fh.flight_tasks.get(task_uuid).name or "Flight"
        self.name = f"{base} {key.label}"

    @property
    def arguments(self) -> Mapping[str, Any]:
        return {"task_uuid": self._task_uuid}

    def refuse_other_use(self, claim: Claim) -> None:
        if dict(claim.arguments) != dict(self.arguments):
            raise InvalidArgument(
                "key",
                f"{self._key.key!r} was used for a model of flight task {claim.arguments.get('task_uuid')}. "
                "A key stands for one model; another model takes another key",
            )

    def find(self, claim: Claim | None) -> str | None:
        fitting = [each.id for each in self._fh.models.list() if self._key.mark in (each.name or "")]
        return str(min(fitting)) if fitting else None

    def prepare(self) -> None:
        """Nothing stands in the way that the order itself does not look at."""

    def send(self) -> str:
        try:
            return str(self._fh.models.reconstruct_task(self._task_uuid, name=self.name, **self._options).id)
        except OutcomeUnknown as lost:
            job = self._fh.models.reconcile(lost)
            if job is None:
                raise
            return str(job.id)

    def doubt(self, known: Claim | Damaged | None) -> OutcomeUnknown:
        return OutcomeUnknown(
            f"A model may have been ordered under the key {self._key.key!r}, and the list of models does not show it. "
            f"Nothing was sent now. Look for a model with {self._key.mark} in its name; if it stays away, give another "
            "key.",
            operation=CREATE.operation.name,
        )
