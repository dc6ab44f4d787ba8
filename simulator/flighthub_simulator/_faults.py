"""Failures on demand: what goes wrong, at which operation, how often."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass
class Fault:
    """One failure, told to the simulator.

    Attributes:
        operation: Id of the operation it befalls, such as `createFlightTask`; `*` for all.
        status: HTTP status of the answer.
        code: Business code of the envelope.
        message: Text of the envelope.
        body: The whole body as text instead of an envelope, such as a web page.
        headers: Headers to add to an answer that goes wrong, such as `Retry-After`.
        delay: Seconds of the simulator's clock to wait before answering.
        count: How many times it happens; None for always.
    """

    operation: str = "*"
    status: int = 200
    code: int | None = None
    message: str = ""
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delay: float = 0.0
    count: int | None = 1

    @property
    def answers(self) -> bool:
        """Whether the fault replaces the answer; one with nothing but a delay does not."""
        return self.code is not None or self.body is not None or self.status != 200


class Faults:
    """The failures that are still to come. Safe to change while requests are served."""

    def __init__(self, operations: Iterable[str]) -> None:
        self._operations = {*operations, "*"}
        self._lock = threading.Lock()
        self._pending: list[Fault] = []

    def add(self, operation: str = "*", **what: Any) -> Fault:
        """Plans a failure; the arguments are those of `Fault`."""
        if operation not in self._operations:
            raise ValueError(f"there is no operation {operation!r}")
        fault = Fault(operation, **what)
        if not _possible(fault):
            raise ValueError(f"not a possible fault: {fault}")
        with self._lock:
            self._pending.append(fault)
        return fault

    def load(self, file: Path) -> None:
        """Plans the failures of a YAML file: a list of mappings with the members of `Fault`."""
        try:
            listed: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8")) or []
            for each in listed:
                self.add(**each)
        except (TypeError, ValueError, AttributeError, yaml.YAMLError) as error:
            problem = " ".join(str(error).split())
        else:
            return
        raise ValueError(f"{file}: {problem}")

    def clear(self) -> None:
        """Forgets all failures."""
        with self._lock:
            self._pending.clear()

    def take(self, operation: str) -> Fault | None:
        """The failure that befalls an operation now, if any. The one planned first goes first."""
        with self._lock:
            for fault in self._pending:
                if fault.operation in (operation, "*"):
                    if fault.count is not None:
                        fault.count -= 1
                        if fault.count == 0:
                            self._pending.remove(fault)
                    return fault
        return None


def _possible(fault: Any) -> bool:
    """Whether a fault, whose members may have come from a file, can be carried out."""
    return (
        200 <= fault.status <= 599
        and 0 <= fault.delay < float("inf")
        and (fault.count is None or (type(fault.count) is int and fault.count >= 1))
        and (fault.code is None or type(fault.code) is int)
        and (fault.body is None or isinstance(fault.body, str))
        and isinstance(fault.headers, Mapping)
    )
