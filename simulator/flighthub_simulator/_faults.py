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
        code: Business code of the envelope; without it, and without a body, nothing but the delay goes wrong.
        message: Text of the envelope.
        body: The whole body as text instead of an envelope, such as a web page.
        headers: Headers to add, such as `Retry-After`.
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
        """Whether the fault replaces the answer."""
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
        if not 100 <= fault.status <= 999 or fault.delay < 0 or (fault.count is not None and fault.count < 1):
            raise ValueError(f"not a possible fault: {fault}")
        with self._lock:
            self._pending.append(fault)
        return fault

    def load(self, file: Path) -> None:
        """Plans the failures of a YAML file: a list of mappings with the members of `Fault`."""
        listed: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        for each in listed:
            try:
                self.add(**each)
            except TypeError as error:
                raise ValueError(f"{file}: {each}: {error}") from None

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
