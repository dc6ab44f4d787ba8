"""Keeps the shapes of the answers that pass by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any, Final

from flighthub_api.about import API
from flighthub_runtime.operations import Call, Operation
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import MaskedMapping

from .._version import __version__
from .conformance_report import FORMAT, ConformanceReport
from .shapes import Shapes, documented_members

_ENVELOPE: Final = frozenset({"code", "message", "data"})
_MOST_CODES: Final = 100
_LARGEST_CODE: Final = 10**9


class _Seen:
    """What was seen of one operation."""

    def __init__(self) -> None:
        self.answers = 0
        self.codes: dict[int, int] = {}
        self.shapes = Shapes()


@exported
class Recorder:
    """Keeps the shapes of the answers to a program's own calls, and nothing of what they say.

    Give it to a client with `fh.add_recorder(recorder)`; it sends nothing. Several clients, sync and async, in several
    threads, may share one.

    Example:
        >>> recorder = Recorder()
        >>> fh.add_recorder(recorder)
        >>> pairs = fh.devices.list()
        >>> recorder.report().ok
        True
        >>> fh.remove_recorder(recorder)
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: dict[str, _Seen] = {}
        self._skipped: dict[str, str] = {}

    def observe(self, call: Call[Any], envelope: Mapping[str, Any] | MaskedMapping) -> None:
        """Add the answer to a call. Clients that have the recorder do it by themselves.

        Args:
            call: The call.
            envelope: The answer, with code, message and data.
        """
        others = {name: envelope.get(name) for name in envelope if name not in _ENVELOPE}
        with self._lock:
            seen = self._of(call.operation)
            seen.answers += 1
            seen.shapes.add(call.answer, envelope.get("data"), others)

    def observe_code(self, operation: Operation, code: int | None) -> None:
        """Add the business code of a call that failed.

        Args:
            operation: What was called.
            code: The code, None where there was none.
        """
        if code is None or abs(code) >= _LARGEST_CODE:
            return
        with self._lock:
            codes = self._of(operation).codes
            if code in codes or len(codes) < _MOST_CODES:
                codes[code] = codes.get(code, 0) + 1

    def skip(self, operation: Operation, why: str) -> None:
        """Note that an operation was not called.

        Args:
            operation: The operation.
            why: The reason, in words of ours.
        """
        with self._lock:
            self._skipped[operation.operation_id] = why

    def _of(self, operation: Operation) -> _Seen:
        return self._seen.setdefault(operation.operation_id, _Seen())

    def report(self) -> ConformanceReport:
        """What was seen so far, beside what is documented."""
        from flighthub_api.errors import ERRORS

        operations: dict[str, Any] = {}
        with self._lock:
            for operation_id, seen in sorted(self._seen.items()):
                if operation_id not in _known_operations():
                    continue
                made: dict[str, Any] = {"answers": seen.answers}
                listed = {str(code): count for code, count in sorted(seen.codes.items()) if code in ERRORS}
                unlisted = {str(code): count for code, count in sorted(seen.codes.items()) if code not in ERRORS}
                if listed:
                    made["codes"] = listed
                if unlisted:
                    made["unlisted_codes"] = unlisted
                if seen.answers:
                    found = {path: shape.to_dict() for path, shape in seen.shapes.members.items()}
                    documented = dict(documented_members(operation_id, found))
                    made["members"] = {path: found.get(path, shape.to_dict()) for path, shape in documented.items()}
                    made["members"] |= {path: shape for path, shape in found.items() if path not in documented}
                operations[operation_id] = made
            content: dict[str, Any] = {
                "format": FORMAT,
                "flighthub": __version__,
                "edition": API.edition,
                "documented": API.documented.isoformat(),
                "day": datetime.now(UTC).date().isoformat(),
                "operations": operations,
            }
            if self._skipped:
                content["not_asked"] = dict(sorted(self._skipped.items()))
        return ConformanceReport(content)

    def __repr__(self) -> str:
        return f"<Recorder of {sum(each.answers for each in self._seen.values())} answers>"


def _known_operations() -> frozenset[str]:
    from flighthub_api.operations import OPERATIONS

    return frozenset(OPERATIONS)
