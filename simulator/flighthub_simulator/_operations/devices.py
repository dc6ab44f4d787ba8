"""Devices: who there is, what cameras show, who controls them, and the correction of a dock's position."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from flighthub_api.enums import (
    CameraPosition,
    ControlType,
    DeviceClass,
    DeviceDomain,
    GatewayModeCode,
    LensType,
    RtkStatus,
)
from flighthub_api.products import PRODUCTS

from .._world import RTK, Camera, Device, Pair, Refused
from . import Call, answers

MOST = 1000
"""D: no more devices than these are listed."""

NOT_A_DOCK = 219014
NOT_SUPPORTED = 228406
OFFLINE = 212015
UNKNOWN_DEVICE = 210113

CLASSES = {
    DeviceDomain.AIRCRAFT: DeviceClass.DRONE,
    DeviceDomain.REMOTE_CONTROLLER: DeviceClass.RC,
    DeviceDomain.DOCK: DeviceClass.AIRPORT,
}


def model(device: Device) -> dict[str, Any]:
    """What a device is. Its numbers travel as text (L)."""
    return {**_model(device.key)}


@lru_cache(maxsize=256)
def _model(key: str) -> dict[str, Any]:
    domain, type_, sub_type = key.split("-")
    product = PRODUCTS.get(key)
    return {
        "key": key,
        "domain": domain,
        "type": type_,
        "sub_type": sub_type,
        "name": product.name if product else key,
        "class": CLASSES[DeviceDomain(domain)].value,
    }


@answers("listOrganizationDevices")
def of_organization(call: Call) -> dict[str, Any]:
    """The devices of all projects that the owner of the key may see."""
    mine = [each for each in call.world.projects.values() if call.world.owner.user_id in each.members]
    return _rows(call, (pair for project in mine for pair in call.world.fleet.of_project(project)))


@answers("listProjectDevices")
def of_project(call: Call) -> dict[str, Any]:
    """The devices of the project."""
    return _rows(call, call.world.fleet.of_project(call.here))


def _rows(call: Call, pairs: Iterable[Pair]) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    devices = 0
    for pair in pairs:
        devices += 1 if pair.drone is None else 2
        if devices <= MOST:
            # L: the half that is not there is null, and some rows lack it altogether.
            drone = {} if pair.drone is None and not pair.is_dock else {"drone": _aircraft(call, pair)}
            rows.append({"gateway": _gateway(call, pair) if pair.gateway.sn else None, **drone})
    return {"list": rows or None}


def _gateway(call: Call, pair: Pair) -> dict[str, Any]:
    device = pair.gateway
    mode = GatewayModeCode.IDLE if pair.moment is None else GatewayModeCode.IN_OPERATION
    return {
        **_device(device),
        "device_online_status": device.online,
        # L: a number here, while the state has a word.
        "mode_code": mode.value,
        "camera_list": [_dock_camera(each) for each in device.cameras] or None,
    }


def _aircraft(call: Call, pair: Pair) -> dict[str, Any] | None:
    device = pair.drone
    if device is None:
        return None
    is_on = call.world.fleet.is_reachable(pair, device)
    return {
        **_device(device),
        "device_online_status": is_on,
        # L: 0 for one that is off, so the online status has to be looked at.
        "mode_code": call.world.fleet.moment(pair).mode if is_on else 0,
        # L: null until the aircraft was switched on for the first time.
        "camera_list": [_aircraft_camera(each) for each in device.cameras] or None if pair.switched_on else None,
    }


def _device(device: Device) -> dict[str, Any]:
    return {"sn": device.sn, "callsign": device.callsign, "device_model": model(device)}


def _dock_camera(camera: Camera) -> dict[str, Any]:
    return {
        "camera_index": camera.index,
        "available_camera_positions": [*camera.views],
        "camera_position": camera.shown,
    }


def _aircraft_camera(camera: Camera) -> dict[str, Any]:
    return {
        "camera_index": camera.index,
        "lens_list": [{"available_lens_types": [*camera.lenses], "lens_type": camera.shown}],
    }


def _pair(call: Call, sn: str) -> Pair:
    """The pair of an aircraft. D: the serial number is that of the aircraft, not of its dock."""
    pair, device = call.world.fleet.find(sn, call.here)
    if device is not pair.drone:
        # I: no answer to the serial number of a dock was seen.
        raise Refused(NOT_SUPPORTED, "the device is not an aircraft")
    return pair


@answers("changeDockCamera")
def change_camera(call: Call) -> None:
    """Shows another view of a dock. L: data was seen as null and as {}."""
    body = call.body
    call.world.payloads.show_view(body["sn"], body["camera_index"], CameraPosition(body["camera_position"]), call.here)


@answers("changeAircraftLens")
def change_lens(call: Call) -> dict[str, Any]:
    """Shows another lens of a camera that is controlled."""
    body, world = call.body, call.world
    lens = LensType(body["lens_type"])
    world.payloads.show_lens(_pair(call, body["sn"]), body["camera_index"], lens, world.owner)
    return {}


@answers("setStreamQuality")
def set_quality(call: Call) -> dict[str, Any]:
    """Sets how clear the live video of a camera is that is controlled."""
    body, world = call.body, call.world
    world.payloads.set_quality(_pair(call, body["sn"]), body["camera_index"], body["quality_type"], world.owner)
    return {}


@answers("acquireDeviceControl")
def acquire(call: Call) -> dict[str, Any]:
    """Takes control of payloads."""
    pair = _pair(call, call.body["drone_sn"])
    call.world.payloads.acquire(pair, call.body["payload_index"], call.world.owner)
    return _controls(pair)


@answers("releaseDeviceControl")
def release(call: Call) -> dict[str, Any]:
    """Gives up control of payloads."""
    pair = _pair(call, call.body["drone_sn"])
    call.world.payloads.release(pair, call.body["payload_index"], call.world.owner)
    return _controls(pair)


def _controls(pair: Pair) -> dict[str, Any]:
    return {
        "drone_sn": pair.drone and pair.drone.sn,
        "controls": [
            {
                "type": ControlType.PAYLOAD.value,
                "payload_index": index,
                "gateway": {"sn": pair.gateway.sn},
                "user": {"call_sign": holder.nickname, "user_id": holder.user_id, "type": "cloud"},
            }
            for index, holder in sorted(pair.holders.items())
        ]
        or None,
    }


@answers("getProjectDevice")
def detail(call: Call) -> dict[str, Any]:
    """A device by its serial number, without what it does."""
    _, device = call.world.fleet.find(call.path["sn"], call.here)
    return {
        "device_sn": device.sn,
        "device_model": model(device),
        "is_org_device": True,
        "device_organization_callsign": device.callsign,
        "device_project_callsign": device.callsign,
    }


@answers("listDeviceTopologyHistory")
def topologies(call: Call) -> dict[str, Any]:
    """Which aircraft have worked with which gateways. I: a world begins with the pairs that it has ever had."""
    return {
        "list": [
            {
                "index": f"{pair.gateway.sn}-{pair.drone.sn}",
                "host": _topology_device(pair, pair.drone, [pair.gateway.sn]),
                "parents": [_topology_device(pair, pair.gateway, [])],
                "nodes": [],
                "project": None,
            }
            for pair in call.world.fleet.of_project(call.here)
            if pair.drone is not None and pair.gateway.sn
        ]
        or None
    }


def _topology_device(pair: Pair, device: Device, parents: list[str]) -> dict[str, Any]:
    holder = next(iter(pair.holders.values()), None) if device is pair.drone else None
    return {
        "device_sn": device.sn,
        "device_model": model(device),
        # O: not the present state.
        "device_online_status": False,
        "is_device_pending_offline": False,
        "device_offline_position": None,
        "device_project_callsign": device.callsign,
        "is_organization_device": True,
        "device_organization_callsign": device.callsign,
        "device_control_user_id": "" if holder is None else holder.user_id,
        "device_control_user_project_callsign": "" if holder is None else holder.nickname,
        "device_control_user_organization_callsign": "" if holder is None else holder.nickname,
        "device_state": None,
        "parent_sns": parents,
    }


@answers("getProjectControlStatus")
def control_status(call: Call) -> dict[str, Any]:
    """Who controls a device of the project."""
    sn = call.query.get("device_sn")
    return _holder(call, None if sn is None else call.world.fleet.find(sn, call.here)[0])


@answers("getOrganizationControlStatus")
def organization_control_status(call: Call) -> dict[str, Any]:
    """Who controls a device of the organization."""
    sn, _ = call.query.get("device_sn"), call.organization
    if sn is None:
        return _holder(call, None)
    mine = [each for each in call.world.projects.values() if call.world.owner.user_id in each.members]
    for pair in (pair for project in mine for pair in call.world.fleet.of_project(project)):
        if sn in (pair.gateway.sn, pair.drone and pair.drone.sn):
            return _holder(call, pair)
    raise Refused(UNKNOWN_DEVICE, "the project of the device could not be determined")


def _holder(call: Call, pair: Pair | None) -> dict[str, Any]:
    """Who has what was asked about. I: `flight` or `payload`, and 1 for held; here only payloads are ever taken."""
    is_payload = ControlType.PAYLOAD.value in call.query["device_control_method"]
    holder = next(iter(pair.holders.values()), None) if pair is not None and is_payload else None
    name = "" if holder is None else holder.nickname
    return {
        "device_control_status": int(holder is not None),
        "device_control_user_id": "" if holder is None else holder.user_id,
        "device_control_user_project_callsign": name,
        "device_control_user_organization_callsign": name,
    }


@answers("calibrateNetworkRtk")
def calibrate_rtk(call: Call) -> dict[str, Any]:
    """Hands the access to a caster to a dock. D: success says that it was delivered."""
    pair, device = call.world.fleet.find(call.path["device_sn"], call.here)
    if device is not pair.gateway or not pair.is_dock:
        raise Refused(NOT_A_DOCK, "not a dock of the project")
    if not device.online:
        raise Refused(OFFLINE, "the device is offline")
    execution = call.world.commands.accept(pair, RTK)
    if not execution.code:
        pair.settings["rtk"] = {name: call.body[name] for name in ("host", "port", "mount_point")}
    return {"bid": execution.bid, "status": RtkStatus.OK.value}
