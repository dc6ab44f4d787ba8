"""Forwarders of live video."""

from __future__ import annotations

from typing import Any

from .._world import Forwarder
from . import NO_DATA, Call, NoData, answers


@answers("createStreamConverter")
def create(call: Call) -> dict[str, Any]:
    """Makes a forwarder that is off."""
    return {"converter_id": call.world.streams.add(call.here, call.body).id}


@answers("listStreamConverters")
def listed(call: Call) -> dict[str, Any]:
    """The forwarders of the project, with their passwords (D)."""
    return {"list": [_row(each) for each in call.world.streams.of_project(call.here)] or None}


@answers("updateStreamConverter")
def update(call: Call) -> NoData:
    """Switches a forwarder on or off."""
    call.world.streams.switch(call.path["converter_id"], call.here, call.body["auto_push_stream"])
    return NO_DATA


@answers("deleteStreamConverter")
def delete(call: Call) -> NoData:
    """Deletes a forwarder."""
    call.world.streams.remove(call.path["converter_id"], call.here)
    return NO_DATA


def _row(forwarder: Forwarder) -> dict[str, Any]:
    device = forwarder.device
    return {
        "converter_id": forwarder.id,
        "converter_name": forwarder.name,
        "sn": device.sn,
        "camera_index": forwarder.camera.index,
        "schema": forwarder.schema.value,
        "schema_option": dict(forwarder.option),
        "auto_push_stream": forwarder.enabled,
        "device_online_status": forwarder.is_reachable,
        "device_callsign": device.callsign,
        "state": forwarder.state.value,
        "code": forwarder.code,
    }
