"""The operations of `alerts`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.alerts")

OPERATIONS: Final[dict[str, Operation]] = {
    "listAiAlerts": Operation(
        operation_id="listAiAlerts",
        http_method="GET",
        path="/openapi/v2.0/ai-alert-record",
        scope="project",
        effect="read",
        retry="safe",
        group="alerts",
        method="list_detections",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=True,
        page="Query AI Alert Details",
        next_step="",
        package=_PACKAGE,
    ),
    "listFlightAlerts": Operation(
        operation_id="listFlightAlerts",
        http_method="GET",
        path="/openapi/v2.0/flight-alerts",
        scope="project",
        effect="read",
        retry="safe",
        group="alerts",
        method="list_flights",
        confidence="documented",
        result="data.data",
        edition="V2.0",
        sends_project=True,
        page="Query Flight Task Alert Records",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
