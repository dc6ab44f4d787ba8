"""The operations of `models`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.models")

OPERATIONS: Final[dict[str, Operation]] = {
    "listModels": Operation(
        operation_id="listModels",
        http_method="GET",
        path="/openapi/v0.1/model",
        scope="project",
        effect="read",
        retry="safe",
        group="models",
        method="list",
        confidence="documented",
        result="list",
        edition="V1.0",
        sends_project=True,
        page="Get the list of models under the project",
        next_step="",
        package=_PACKAGE,
    ),
    "createModel": Operation(
        operation_id="createModel",
        http_method="POST",
        path="/openapi/v0.1/model/create",
        scope="project",
        effect="dangerous",
        retry="never",
        group="models",
        method="create",
        confidence="documented",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Model reconstruction",
        next_step="Look for the name in fh.models.list(), more than once, since a new model need not appear at once. Create it again only if it stays away, for each creation spends quota.",
        package=_PACKAGE,
    ),
    "getModel": Operation(
        operation_id="getModel",
        http_method="GET",
        path="/openapi/v0.1/model/{model_id}",
        scope="project",
        effect="read",
        retry="safe",
        group="models",
        method="get",
        confidence="documented",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Get Model Details",
        next_step="",
        package=_PACKAGE,
    ),
    "getModelDownloadUrl": Operation(
        operation_id="getModelDownloadUrl",
        http_method="GET",
        path="/openapi/v2.0/model/download-url/{file_id}",
        scope="project",
        effect="read",
        retry="safe",
        group="models",
        method="get_download_url",
        confidence="documented",
        result="data",
        edition="V2.0",
        sends_project=True,
        page="Get Model File Download Link",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
