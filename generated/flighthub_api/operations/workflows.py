"""The operations of `workflows`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.workflows")

OPERATIONS: Final[dict[str, Operation]] = {
    "triggerWorkflow": Operation(
        operation_id="triggerWorkflow",
        http_method="POST",
        path="/openapi/v0.1/workflow",
        scope="project",
        effect="dangerous",
        retry="never",
        group="workflows",
        method="trigger",
        confidence="documented",
        result="data",
        edition="manual",
        sends_project=True,
        page="Triggered workflow (user manual)",
        next_step="An aircraft may be on its way: see whether the message centre of FlightHub 2 has the incident, and call fh.flight_tasks.list(sn=…, begin_at=…, end_at=…) for the docks of the project, with a window from the call on, to find a task of the incident's name; fh.flight_tasks.get_detail(task_uuid=…) names the workflow behind a task. Trigger it again only when neither is there.",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
