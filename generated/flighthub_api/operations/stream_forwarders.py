"""The operations of `stream_forwarders`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.stream_forwarders")

OPERATIONS: Final[dict[str, Operation]] = {
    "listStreamConverters": Operation(
        operation_id="listStreamConverters",
        http_method="GET",
        path="/openapi/v0.1/live-stream/converter",
        scope="project",
        effect="read",
        retry="safe",
        group="stream_forwarders",
        method="list",
        confidence="documented",
        result="list",
        edition="V1.0",
        sends_project=True,
        page="Get stream transcoder list",
        next_step="",
        package=_PACKAGE,
    ),
    "createStreamConverter": Operation(
        operation_id="createStreamConverter",
        http_method="POST",
        path="/openapi/v0.1/live-stream/converter",
        scope="project",
        effect="write",
        retry="rejected-only",
        group="stream_forwarders",
        method="create",
        confidence="documented",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Create Stream Forwarder",
        next_step="Call `fh.stream_forwarders.list()` and look for converter_name. Create the forwarder again only when it is not there.",
        package=_PACKAGE,
    ),
    "updateStreamConverter": Operation(
        operation_id="updateStreamConverter",
        http_method="PUT",
        path="/openapi/v0.1/live-stream/converter/{converter_id}",
        scope="project",
        effect="write",
        retry="safe",
        group="stream_forwarders",
        method="update",
        confidence="documented",
        result="none",
        edition="V1.0",
        sends_project=True,
        page="Enable/Disable stream forwarder",
        next_step="",
        package=_PACKAGE,
    ),
    "deleteStreamConverter": Operation(
        operation_id="deleteStreamConverter",
        http_method="DELETE",
        path="/openapi/v0.1/live-stream/converter/{converter_id}",
        scope="project",
        effect="dangerous",
        retry="safe",
        group="stream_forwarders",
        method="delete",
        confidence="documented",
        result="none",
        edition="V1.0",
        sends_project=True,
        page="Delete stream forwarder",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
