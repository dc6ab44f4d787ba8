"""The operations of `system`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.system")

OPERATIONS: Final[dict[str, Operation]] = {
    "getSystemStatus": Operation(
        operation_id="getSystemStatus",
        http_method="GET",
        path="/openapi/v0.1/system_status",
        scope="organization",
        effect="read",
        retry="safe",
        group="system",
        method="status",
        confidence="observed",
        result="none",
        edition="V1.0",
        sends_project=False,
        page="Query FlightHub 2 system status",
        next_step="",
        package=_PACKAGE,
    ),
    "decryptSerialNumbers": Operation(
        operation_id="decryptSerialNumbers",
        http_method="POST",
        path="/openapi/v2.0/flight-task/sn-decrypt",
        scope="project",
        effect="read",
        retry="safe",
        group="system",
        method="decrypt_serials",
        confidence="documented",
        result="mapping",
        edition="V2.0",
        sends_project=True,
        page="SN Decrypt Echo",
        next_step="",
        package=_PACKAGE,
    ),
    "getSystemHealth": Operation(
        operation_id="getSystemHealth",
        http_method="GET",
        path="/openapi/v2.0/health",
        scope="organization",
        effect="read",
        retry="safe",
        group="system",
        method="health",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=False,
        page="Query System Health Status",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
