"""What devices report, and their alerts."""

from __future__ import annotations

from typing import Any

from .._world import Refused, alerts
from . import Call, answers
from .devices import model

BAD_REQUEST = 210060


@answers("getDeviceState")
def state(call: Call) -> dict[str, Any]:
    """What a device last reported."""
    pair, device = call.world.fleet.find(call.path["device_sn"], call.here)
    return {
        "device_sn": device.sn,
        "device_model": model(device),
        "device_state": call.world.fleet.report(pair, device),
    }


def _no_serials() -> Any:
    # L: alerts that were asked for without device_sn_list.
    raise Refused(BAD_REQUEST, "Bad Request")


@answers("listDeviceHms", device_sn_list=_no_serials)
def alerts_of(call: Call) -> dict[str, Any]:
    """The alerts of devices: of each, the complete set. L: of a project without devices, null."""
    language = call.query.get("language", call.language)
    rows = [
        {"device_sn": device.sn, "device_hms": {"list": alerts(call.world, pair, device, language) or None}}
        for sn in call.query["device_sn_list"]
        for pair in call.world.fleet.of_project(call.here)
        for device in (pair.gateway, pair.drone)
        if device is not None and device.sn == sn
    ]
    return {"list": rows or None}
