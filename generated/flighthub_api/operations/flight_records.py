"""The operations of `flight_records`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.flight_records")

OPERATIONS: Final[dict[str, Operation]] = {
    "listFlightExports": Operation(
        operation_id="listFlightExports",
        http_method="GET",
        path="/openapi/v2.0/flight-task/export",
        scope="project",
        effect="read",
        retry="safe",
        group="flight_records",
        method="list_exports",
        confidence="documented",
        result="list",
        edition="V2.0",
        sends_project=True,
        page="Get Export History",
        next_step="",
        package=_PACKAGE,
    ),
    "getFlightRecordUrl": Operation(
        operation_id="getFlightRecordUrl",
        http_method="GET",
        path="/openapi/v2.0/flight-task/oss-url-info/get",
        scope="project",
        effect="read",
        retry="safe",
        group="flight_records",
        method="get_url",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=True,
        page="Get Single Flight Record Download Link",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
