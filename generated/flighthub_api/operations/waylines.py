"""The operations of `waylines`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.waylines")

OPERATIONS: Final[dict[str, Operation]] = {
    "listWaylines": Operation(
        operation_id="listWaylines",
        http_method="GET",
        path="/openapi/v0.1/wayline",
        scope="project",
        effect="read",
        retry="safe",
        group="waylines",
        method="list",
        confidence="documented",
        result="list",
        edition="V1.0",
        sends_project=True,
        page="Get the list of flight routes under the project",
        next_step="",
        package=_PACKAGE,
    ),
    "finishWaylineUpload": Operation(
        operation_id="finishWaylineUpload",
        http_method="POST",
        path="/openapi/v0.1/wayline/finish-upload",
        scope="project",
        effect="write",
        retry="rejected-only",
        group="waylines",
        method="finish_upload",
        confidence="observed",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Flight Route Upload Completion Notification",
        next_step="Call fh.waylines.list() and look for the name. Report the upload again only when it is not there: a repeat may make a second route, and no operation deletes routes.",
        package=_PACKAGE,
    ),
    "getWayline": Operation(
        operation_id="getWayline",
        http_method="GET",
        path="/openapi/v0.1/wayline/{wayline_id}",
        scope="project",
        effect="read",
        retry="safe",
        group="waylines",
        method="get",
        confidence="observed",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Get flight route details",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
