"""A run of everything that only reads, gently, to see whether the server does what is documented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from flighthub_api.operations import OPERATIONS
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.operation_details import Argument
from flighthub_runtime.operations import Operation
from flighthub_runtime.wire import is_list, is_object

from .._core.request_options import override_options
from .._diagnostics.recorder import Recorder
from .._diagnostics.shapes import call_of
from ..errors import AuthenticationError, ConfigurationError, ConnectionFailed, FlightHubError
from .client import AsyncFlightHub
from .core.concurrency import sleep

if TYPE_CHECKING:
    from .._diagnostics.conformance_report import ConformanceReport
else:
    ConformanceReport = lazy_type(".._diagnostics.conformance_report", "ConformanceReport", __package__)

_TIMES_EACH: Final = 4
"""How many things an operation is asked about at most, in a project."""

_WINDOW: Final = timedelta(days=30)
_MOST_IDS: Final = 50
_MOST_VALUES: Final = 20_000


async def run(
    client: AsyncFlightHub,
    projects: list[str] | None,
    requests_per_second: float,
    max_requests: int,
    options: RequestOptions | None,
) -> ConformanceReport:
    """Calls what only reads, and gives the report.

    Args:
        client: The client.
        projects: Ids or names of the projects to look at; that of the client when not given.
        requests_per_second: How many requests are sent in a second at most.
        max_requests: How many requests are sent in all at most.
        options: What to set for each call.
    """
    recorder = Recorder()
    tour = _Tour(recorder, 1 / requests_per_second, max_requests, override_options(options, {"retry": False}))
    await tour.visit(client._recorded_by(recorder, None), "organization")  # pyright: ignore[reportPrivateUsage]
    for project in projects if projects is not None else [None]:
        of_project = client._recorded_by(recorder, project)  # pyright: ignore[reportPrivateUsage]
        if of_project.has_project:
            await tour.visit(of_project, "project")
    tour.finish()
    return recorder.report()


class _Tour:
    """One run: what was asked, and the ids that the answers gave to ask with."""

    def __init__(self, recorder: Recorder, pause: float, left: int, options: RequestOptions | None) -> None:
        self._recorder = recorder
        self._options = options
        self._pause = pause
        self._left = left
        self._sent = 0
        self._asked: set[str] = set()
        self._ids: dict[str, dict[str, list[str]]] = {}
        self._asked_with: set[tuple[Any, ...]] = set()

    async def visit(self, client: AsyncFlightHub, scope: str) -> None:
        """Calls what reads, again and again for as long as answers bring ids to ask with."""
        self._asked_with.clear()
        reading = [each for each in OPERATIONS.values() if each.effect == "read" and each.http_method == "GET"]
        going = True
        while going:
            going = False
            for operation in reading:
                if operation.scope != scope:
                    continue
                for arguments in self._arguments(operation):
                    mark = (operation.operation_id, *sorted((name, str(value)) for name, value in arguments.items()))
                    times = sum(each[0] == operation.operation_id for each in self._asked_with)
                    if mark in self._asked_with or times >= _TIMES_EACH or self._left <= 0:
                        continue
                    self._asked_with.add(mark)
                    going = True
                    await self._ask(client, operation, arguments)

    def finish(self) -> None:
        """Notes what was not asked, and why."""
        for operation in OPERATIONS.values():
            if operation.operation_id in self._asked:
                continue
            if operation.effect != "read" or operation.http_method != "GET":
                why = "it does not only read"
            elif self._left <= 0:
                why = "there were enough requests before it"
            else:
                why = "no answer had what it needs"
            self._recorder.skip(operation, why)

    async def _ask(self, client: AsyncFlightHub, operation: Operation, arguments: Mapping[str, Any]) -> None:
        call = call_of(operation.operation_id)
        if call is None:
            return
        if self._sent:
            await sleep(self._pause)
        self._sent += 1
        self._left -= 1
        self._asked.add(operation.operation_id)
        try:
            response = await client.call_raw(call, arguments, self._options)
        except (AuthenticationError, ConnectionFailed, ConfigurationError):
            if self._sent == 1:
                raise
        except FlightHubError:
            # The recorder has its code; another operation may answer.
            pass
        else:
            self._gather(operation, response.answer.to_dict().get("data"))

    def _gather(self, operation: Operation, data: Any) -> None:
        """Takes the ids out of an answer: each by the name of its member, and that of the group."""
        found = self._ids.setdefault(operation.group, {})
        stack, seen = [data], 0
        while stack and seen < _MOST_VALUES:
            node = stack.pop()
            seen += 1
            if is_object(node):
                for name, value in node.items():
                    if isinstance(value, str) and value and name.rpartition("_")[2] in ("id", "uuid", "sn"):
                        ids = found.setdefault(name, [])
                        if value not in ids and len(ids) < _MOST_IDS:
                            ids.append(value)
                    elif isinstance(value, (dict, list)):
                        stack.append(value)
            elif is_list(node):
                stack += node[:_MOST_IDS]

    def _arguments(self, operation: Operation) -> list[dict[str, Any]]:
        """The arguments to call an operation with; none where something that it needs is not known."""
        choices: list[dict[str, Any]] = [{}]
        for argument in operation.arguments:
            if not argument.required:
                continue
            values = self._values(operation, argument)
            choices = [{**each, argument.wire: value} for each in choices for value in values][:_TIMES_EACH]
        return choices

    def _values(self, operation: Operation, argument: Argument) -> list[Any]:
        if argument.values:
            return [argument.values[0]]
        if argument.unit in ("s", "ms") and argument.kind == "integer":
            now = datetime.now(UTC)
            moment = now if "end" in argument.wire else now - _WINDOW
            return [round(moment.timestamp() * (1000 if argument.unit == "ms" else 1))]
        name = argument.wire.removesuffix("[]")
        is_many = argument.kind == "list"
        if is_many:
            name = name.removesuffix("_list").removesuffix("s")
        ids = self._known_ids(operation.group, name)
        if not ids:
            return []
        return [ids[:_TIMES_EACH]] if is_many else ids[:_TIMES_EACH]

    def _known_ids(self, group: str, name: str) -> list[str]:
        """Ids that an argument can have: those of its own name, or those that the group calls id, uuid or sn."""
        same = [value for found in self._ids.values() for value in found.get(name, [])]
        if same:
            return list(dict.fromkeys(same))
        short = name.rpartition("_")[2]
        own = self._ids.get(group, {})
        names = [short] if short == "sn" else [short, "uuid", "id"]
        found = [value for each in names for value in own.get(each, [])]
        if not found and short == "sn":
            found = [value for each in self._ids.values() for value in each.get("sn", [])]
        return list(dict.fromkeys(found))
