"""The operations of `commands`.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import Final

from flighthub_runtime.operations import Operation

_PACKAGE: Final = __name__.removesuffix(".operations.commands")

OPERATIONS: Final[dict[str, Operation]] = {
    "listDeviceCommands": Operation(
        operation_id="listDeviceCommands",
        http_method="GET",
        path="/openapi/v2.0/organizations/{uuid}/manage-devices/cmds",
        scope="organization",
        effect="read",
        retry="safe",
        group="commands",
        method="list",
        confidence="documented",
        result="list",
        edition="V2.0",
        sends_project=False,
        page="Query Device Command Execution",
        next_step="",
        package=_PACKAGE,
    ),
}
"""They, by their ids."""
