"""The operations of `livestreams`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.livestreams")

OPERATIONS: Final[dict[str, Operation]] = {
    "startLivestream": Operation(
        operation_id="startLivestream",
        http_method="POST",
        path="/openapi/v0.1/live-stream/start",
        scope="project",
        effect="write",
        retry="safe",
        group="livestreams",
        method="start",
        confidence="observed",
        result="data",
        edition="V1.0",
        sends_project=True,
        page="Start livestream",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
