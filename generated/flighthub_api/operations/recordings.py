"""The operations of `recordings`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.recordings")

OPERATIONS: Final[dict[str, Operation]] = {
    "getAutoRecordConfig": Operation(
        operation_id="getAutoRecordConfig",
        http_method="GET",
        path="/openapi/v2.0/auto-record-configs",
        scope="project",
        effect="read",
        retry="safe",
        group="recordings",
        method="get_config",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=True,
        page="Get Auto Recording Config",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
