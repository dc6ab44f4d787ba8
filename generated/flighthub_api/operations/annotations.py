"""The operations of `annotations`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.annotations")

OPERATIONS: Final[dict[str, Operation]] = {
    "createMapElement": Operation(
        operation_id="createMapElement",
        http_method="POST",
        path="/openapi/v0.1/map/element",
        scope="project",
        effect="write",
        retry="rejected-only",
        group="annotations",
        method="create",
        confidence="observed",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Create map annotation",
        next_step="Look at the project's map in the FlightHub 2 web application, as no call lists annotations. Call fh.annotations.create(...) again only if the annotation is missing there.",
        package=_PACKAGE,
    ),
    "updateMapElement": Operation(
        operation_id="updateMapElement",
        http_method="PUT",
        path="/openapi/v2.0/workspaces/{workspace_id}/elements/{id}",
        scope="project",
        effect="write",
        retry="safe",
        group="annotations",
        method="update",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=True,
        page="Update Map Annotation",
        next_step="",
        package=_PACKAGE,
    ),
    "deleteMapElement": Operation(
        operation_id="deleteMapElement",
        http_method="DELETE",
        path="/openapi/v2.0/workspaces/{workspace_id}/elements/{id}",
        scope="project",
        effect="dangerous",
        retry="safe",
        group="annotations",
        method="delete",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=True,
        page="Delete Map Annotation",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
