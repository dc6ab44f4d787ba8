"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, Json, ListOf, Number, ObjectOf, String
from flighthub_runtime.devices import (
    BaseDockState,
)
from flighthub_runtime.models import Member, Members, Preserved, empty_list
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from ..enums import (
        BatteryStoreMode,
        CompatibleStatus,
        CoverState,
        DockTaskStep,
        DrcState,
        DroneInDock,
        FirmwareUpgradeStatus,
        GatewayModeCode,
        HomePositionValidityDetailed,
        ImprovementProgramme,
        LightSwitch,
        Rainfall,
        SilentMode,
        Switch,
    )
    from .air_conditioner import AirConditioner
    from .alternate_land_point import AlternateLandPoint
    from .backup_battery import BackupBattery
    from .dock_3_observed_relative_alternate_land_point import Dock3ObservedRelativeAlternateLandPoint
    from .dock_3_self_converge_coordinate import Dock3SelfConvergeCoordinate
    from .dongle_infos_dock_system_item import DongleInfosDockSystemItem
    from .drone_battery_maintenance_info import DroneBatteryMaintenanceInfo
    from .drone_charge_state import DroneChargeState
    from .live_capacity import LiveCapacity
    from .live_status_five_levels_item import LiveStatusFiveLevelsItem
    from .maintain_status_dock import MaintainStatusDock
    from .media_file_detail import MediaFileDetail
    from .network_state import NetworkState
    from .position_state_dock import PositionStateDock
    from .rtcm_info import RtcmInfo
    from .storage import Storage
    from .sub_device import SubDevice
    from .wireless_link import WirelessLink
    from .wireless_link_topo import WirelessLinkTopo
else:
    BatteryStoreMode = lazy_type("..enums", "BatteryStoreMode", __package__)
    CompatibleStatus = lazy_type("..enums", "CompatibleStatus", __package__)
    CoverState = lazy_type("..enums", "CoverState", __package__)
    DockTaskStep = lazy_type("..enums", "DockTaskStep", __package__)
    DrcState = lazy_type("..enums", "DrcState", __package__)
    DroneInDock = lazy_type("..enums", "DroneInDock", __package__)
    FirmwareUpgradeStatus = lazy_type("..enums", "FirmwareUpgradeStatus", __package__)
    GatewayModeCode = lazy_type("..enums", "GatewayModeCode", __package__)
    HomePositionValidityDetailed = lazy_type("..enums", "HomePositionValidityDetailed", __package__)
    ImprovementProgramme = lazy_type("..enums", "ImprovementProgramme", __package__)
    LightSwitch = lazy_type("..enums", "LightSwitch", __package__)
    Rainfall = lazy_type("..enums", "Rainfall", __package__)
    SilentMode = lazy_type("..enums", "SilentMode", __package__)
    Switch = lazy_type("..enums", "Switch", __package__)
    AirConditioner = lazy_type("..models", "AirConditioner", __package__)
    AlternateLandPoint = lazy_type("..models", "AlternateLandPoint", __package__)
    BackupBattery = lazy_type("..models", "BackupBattery", __package__)
    Dock3ObservedRelativeAlternateLandPoint = lazy_type(
        "..models", "Dock3ObservedRelativeAlternateLandPoint", __package__
    )
    Dock3SelfConvergeCoordinate = lazy_type("..models", "Dock3SelfConvergeCoordinate", __package__)
    DongleInfosDockSystemItem = lazy_type("..models", "DongleInfosDockSystemItem", __package__)
    DroneBatteryMaintenanceInfo = lazy_type("..models", "DroneBatteryMaintenanceInfo", __package__)
    DroneChargeState = lazy_type("..models", "DroneChargeState", __package__)
    LiveCapacity = lazy_type("..models", "LiveCapacity", __package__)
    LiveStatusFiveLevelsItem = lazy_type("..models", "LiveStatusFiveLevelsItem", __package__)
    MaintainStatusDock = lazy_type("..models", "MaintainStatusDock", __package__)
    MediaFileDetail = lazy_type("..models", "MediaFileDetail", __package__)
    NetworkState = lazy_type("..models", "NetworkState", __package__)
    PositionStateDock = lazy_type("..models", "PositionStateDock", __package__)
    RtcmInfo = lazy_type("..models", "RtcmInfo", __package__)
    Storage = lazy_type("..models", "Storage", __package__)
    SubDevice = lazy_type("..models", "SubDevice", __package__)
    WirelessLink = lazy_type("..models", "WirelessLink", __package__)
    WirelessLinkTopo = lazy_type("..models", "WirelessLinkTopo", __package__)


@define(weakref_slot=False)
class Dock3State(BaseDockState):
    """State of a Dock 3.

    It has all that a Dock 2 reports and more, and home_position_is_valid tells four cases apart. A dock without
    calibration was seen in mode 5, with latitude, longitude, height, heading and home_position_is_valid 0 and is_fixed
    3.
    """

    air_conditioner: AirConditioner | None = None
    """Air conditioner of the dock."""

    silent_mode: SilentMode | None = None
    """Whether the dock keeps its noise down."""

    user_experience_improvement: ImprovementProgramme | None = None
    """Whether the user experience improvement program was joined."""

    drone_battery_maintenance_info: DroneBatteryMaintenanceInfo | None = None
    """Batteries of the aircraft, as the dock sees them while the aircraft is switched off."""

    maintain_status: MaintainStatusDock | None = None
    """Maintenance history of the dock."""

    position_state: PositionStateDock | None = None
    """Satellite reception of the dock."""

    emergency_stop_state: Switch | None = None
    """Whether the emergency stop button is pressed."""

    drone_charge_state: DroneChargeState | None = None
    """How the aircraft is charging inside the dock."""

    backup_battery: BackupBattery | None = None
    """Backup battery of the dock."""

    alarm_state: Switch | None = None
    """Whether the dock's alarm of sound and light is on."""

    battery_store_mode: BatteryStoreMode | None = None
    """How full the aircraft's batteries are kept between tasks."""

    alternate_land_point: AlternateLandPoint | None = None
    """Where the aircraft can land in an emergency."""

    acc_time: int | None = None
    """How long the dock has been running in total.

    (in s)
    """

    first_power_on: int | None = None
    """When the dock was switched on for the first time.

    (Unix milliseconds)
    """

    working_current: float | None = None
    """Current that the dock draws.

    Documented as a decimal number, sent as a whole one. (in mA)
    """

    working_voltage: int | None = None
    """Voltage at which the dock runs.

    (in mV)
    """

    humidity: float | None = None
    """Relative humidity inside the dock.

    Documented as a decimal number, sent as a whole one. (in percent; normally at least 0, at most 100, in steps of 0.1)
    """

    temperature: float | None = None
    """How warm it is inside the dock.

    (in degC)
    """

    environment_temperature: float | None = None
    """How warm it is outside, around the dock.

    (in degC)
    """

    wind_speed: float | None = None
    """Wind speed that the dock measures.

    (in m/s)
    """

    rainfall: Rainfall | None = None
    """How hard it rains at the dock."""

    media_file_detail: MediaFileDetail | None = None
    """Photos and videos that the dock still holds."""

    job_number: int | None = None
    """How many jobs the dock has done."""

    drone_in_dock: DroneInDock | None = None
    """Whether the aircraft is inside the dock."""

    network_state: NetworkState | None = None
    """Network connection of the dock."""

    supplement_light_state: LightSwitch | None = None
    """Whether the dock's fill light is on."""

    cover_state: CoverState | None = None
    """Whether the dock's cover is open."""

    flighttask_step_code: DockTaskStep | None = None
    """How far the present flight task has got."""

    mode_code: GatewayModeCode | None = None
    """What the dock is doing."""

    home_position_is_valid: HomePositionValidityDetailed | None = None
    """Whether the dock's heading and coordinates can be relied on."""

    heading: float | None = None
    """Direction in which the dock points.

    (in degrees; normally at least -180, at most 180)
    """

    rtcm_info: RtcmInfo | None = None
    """Source of the RTK corrections that the dock's calibration used."""

    wireless_link_topo: WirelessLinkTopo | None = None
    """Pairing of aircraft, docks and controllers on the video link.

    Contains a key: keep it out of logs.
    """

    air_transfer_enable: bool | None = None
    """Whether photos are uploaded already during the flight."""

    dongle_infos: builtins.list[DongleInfosDockSystemItem] = field(factory=empty_list)
    """The 4G dongles that are plugged in."""

    activation_time: int | None = None
    """When the device was activated; 0 means not known.

    (Unix seconds; 0 reads as None)
    """

    height: float | None = None
    """Height above the ellipsoid; 0 as long as there is no satellite fix.

    (in m)
    """

    compatible_status: CompatibleStatus | None = None
    """Whether the firmware versions of the device's components go together."""

    storage: Storage | None = None
    """Built-in memory and how much of it is taken."""

    live_capacity: LiveCapacity | None = None
    """Cameras and streams that can be watched through this device."""

    live_status: builtins.list[LiveStatusFiveLevelsItem] = field(factory=empty_list)
    """Live streams through this device, those under way and those of late."""

    wireless_link: WirelessLink | None = None
    """Video transmission link between the aircraft and this device."""

    sub_device: SubDevice | None = None
    """The aircraft that the dock houses; may be missing altogether."""

    firmware_upgrade_status: FirmwareUpgradeStatus | None = None
    """Whether the firmware is being upgraded."""

    firmware_version: str | None = None
    """Firmware version of the device.

    (normally at most 64 characters)
    """

    latitude: float | None = None
    """Latitude where the device stands; 0 as long as it has no satellite fix.

    (in degrees; normally at least -90, at most 90, in steps of 0.01)
    """

    longitude: float | None = None
    """Longitude where the device stands; 0 as long as it has no satellite fix.

    (in degrees; normally at least -180, at most 180, in steps of 0.01)
    """

    drc_state: DrcState | None = None
    """State of the low-latency link for control from the cloud."""

    self_converge_coordinate: Dock3SelfConvergeCoordinate | None = None
    """Position that the dock worked out by itself; all members are 0 until then."""

    electric_supply_voltage: int | None = None
    """Voltage of the mains supply.

    (in V) [observed]
    """

    putter_state: int | None = None
    """Position of holding rods, which a Dock 3 does not have; always 0 where it was seen.

    [observed]
    """

    deployment_mode: int | None = None
    """How the dock is installed.

    Only 1 was seen, and no list of values is published. [observed]
    """

    relative_alternate_land_point: Dock3ObservedRelativeAlternateLandPoint | None = None
    """Alternate landing point, given in relation to the dock.

    [observed]
    """

    acdc_power_input: float | None = None
    """Power taken from the mains.

    (in W) [observed]
    """

    poe_link_status: int | None = None
    """Link state of the PoE port.

    [observed]
    """

    poe_power_output: float | None = None
    """Power delivered through the PoE port.

    (in W) [observed]
    """

    gimbal_holder_state: int | None = None
    """State of the part that secures the gimbal for transport.

    [observed]
    """

    temp_mode_state: bool | None = None
    """Temporary mode; what it stands for is not known.

    [observed]
    """

    flighttask_prepare_capacity: int | None = None
    """How many flight tasks can be prepared.

    [inferred]
    """

    air_conditioner_mode: int | None = None
    """Mode of the climate unit as one number, an older form of air_conditioner.

    [inferred]
    """

    departure_trajectory: Any | None = field(default=None, repr=repr_keys)
    """Path of the departure; its form is unknown.

    [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("air_conditioner", ObjectOf("AirConditioner", __package__), nullable=True),
        Member("silent_mode", EnumOf("SilentMode", __package__), nullable=True),
        Member("user_experience_improvement", EnumOf("ImprovementProgramme", __package__), nullable=True),
        Member("drone_battery_maintenance_info", ObjectOf("DroneBatteryMaintenanceInfo", __package__), nullable=True),
        Member("maintain_status", ObjectOf("MaintainStatusDock", __package__), nullable=True),
        Member("position_state", ObjectOf("PositionStateDock", __package__), nullable=True),
        Member("emergency_stop_state", EnumOf("Switch", __package__), nullable=True),
        Member("drone_charge_state", ObjectOf("DroneChargeState", __package__), nullable=True),
        Member("backup_battery", ObjectOf("BackupBattery", __package__), nullable=True),
        Member("alarm_state", EnumOf("Switch", __package__), nullable=True),
        Member("battery_store_mode", EnumOf("BatteryStoreMode", __package__), nullable=True),
        Member("alternate_land_point", ObjectOf("AlternateLandPoint", __package__), nullable=True),
        Member("acc_time", Integer(), nullable=True),
        Member("first_power_on", Integer(time="ms"), nullable=True),
        Member("working_current", Number(), nullable=True),
        Member("working_voltage", Integer(), nullable=True),
        Member("humidity", Number(), nullable=True),
        Member("temperature", Number(), nullable=True),
        Member("environment_temperature", Number(), nullable=True),
        Member("wind_speed", Number(), nullable=True),
        Member("rainfall", EnumOf("Rainfall", __package__), nullable=True),
        Member("media_file_detail", ObjectOf("MediaFileDetail", __package__), nullable=True),
        Member("job_number", Integer(), nullable=True),
        Member("drone_in_dock", EnumOf("DroneInDock", __package__), nullable=True),
        Member("network_state", ObjectOf("NetworkState", __package__), nullable=True),
        Member("supplement_light_state", EnumOf("LightSwitch", __package__), nullable=True),
        Member("cover_state", EnumOf("CoverState", __package__), nullable=True),
        Member("flighttask_step_code", EnumOf("DockTaskStep", __package__), nullable=True),
        Member("mode_code", EnumOf("GatewayModeCode", __package__), nullable=True),
        Member("home_position_is_valid", EnumOf("HomePositionValidityDetailed", __package__), nullable=True),
        Member("heading", Number(), nullable=True),
        Member("rtcm_info", ObjectOf("RtcmInfo", __package__), nullable=True),
        Member("wireless_link_topo", ObjectOf("WirelessLinkTopo", __package__), nullable=True),
        Member("air_transfer_enable", Boolean(), nullable=True),
        Member("dongle_infos", ListOf(ObjectOf("DongleInfosDockSystemItem", __package__)), nullable=True),
        Member("activation_time", Integer(time="s", sentinel=(0,)), nullable=True),
        Member("height", Number(), nullable=True),
        Member("compatible_status", EnumOf("CompatibleStatus", __package__), nullable=True),
        Member("storage", ObjectOf("Storage", __package__), nullable=True),
        Member("live_capacity", ObjectOf("LiveCapacity", __package__), nullable=True),
        Member("live_status", ListOf(ObjectOf("LiveStatusFiveLevelsItem", __package__)), nullable=True),
        Member("wireless_link", ObjectOf("WirelessLink", __package__), nullable=True),
        Member("sub_device", ObjectOf("SubDevice", __package__), nullable=True),
        Member("firmware_upgrade_status", EnumOf("FirmwareUpgradeStatus", __package__), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("drc_state", EnumOf("DrcState", __package__), nullable=True),
        Member("self_converge_coordinate", ObjectOf("Dock3SelfConvergeCoordinate", __package__), nullable=True),
        Member("electric_supply_voltage", Integer(), nullable=True),
        Member("putter_state", Integer(), nullable=True),
        Member("deployment_mode", Integer(), nullable=True),
        Member(
            "relative_alternate_land_point",
            ObjectOf("Dock3ObservedRelativeAlternateLandPoint", __package__),
            nullable=True,
        ),
        Member("acdc_power_input", Number(), nullable=True),
        Member("poe_link_status", Integer(), nullable=True),
        Member("poe_power_output", Number(), nullable=True),
        Member("gimbal_holder_state", Integer(), nullable=True),
        Member("temp_mode_state", Boolean(), nullable=True),
        Member("flighttask_prepare_capacity", Integer(), nullable=True),
        Member("air_conditioner_mode", Integer(), nullable=True),
        Member("departure_trajectory", Json(), nullable=True),
    )
