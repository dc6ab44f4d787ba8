"""What became of commands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._world import Execution
from . import Call, answers


@answers("listDeviceCommands")
def listed(call: Call) -> dict[str, Any]:
    """The newest execution of each command of devices of the organization.

    I: one goes to dock and aircraft alike, so it stands under either; a device that nobody knows has no row.
    """
    world, _ = call.world, call.organization
    return {
        "list": [
            {
                "sn": sn,
                "services": {
                    name: _row(each, world.now)
                    for name, each in world.commands.of(pair, call.query.get("identifiers", ())).items()
                },
            }
            for sn in dict.fromkeys(call.query["device_sn"])
            for pair in world.fleet.pairs
            if call.world.owner.user_id in pair.project.members
            and sn in (pair.gateway.sn, pair.drone and pair.drone.sn)
        ]
    }


def _row(execution: Execution, now: datetime) -> dict[str, Any]:
    part = execution.part(now)
    return {
        "bid": execution.bid,
        # I: milliseconds, as in the example.
        "create_time": int(execution.created.timestamp() * 1000),
        "update_time": int(execution.changed(now).timestamp() * 1000),
        "progress": {"percent": int(part * 100), "current_step": execution.step(now)},
        "device_code": execution.code if part == 1 else 0,
        "ext": {},
    }
