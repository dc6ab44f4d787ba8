"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, Json, ListOf, Number, ObjectOf, String
from flighthub_runtime.devices import (
    BaseAircraftState,
)
from flighthub_runtime.models import Member, Members, Payloads, Preserved, empty_dict, empty_list
from flighthub_runtime.secrets import repr_keys

if TYPE_CHECKING:
    from ..enums import (
        AircraftGear,
        CommanderFlightMode,
        CommanderModeLostAction,
        CompatibleStatus,
        DeviceRthMode,
        DroneModeCode,
        DroneModeCodeReason,
        FirmwareUpgradeStatus,
        LightSwitch,
        NearAreaLimit,
        NearHeightLimit,
        RcLostAction,
        WindDirection,
    )
    from .camera_watermark_settings import CameraWatermarkSettings
    from .distance_limit_status import DistanceLimitStatus
    from .dongle_infos_dock_system_item import DongleInfosDockSystemItem
    from .maintain_status_aircraft import MaintainStatusAircraft
    from .matrice_4d_battery import Matrice4DBattery
    from .matrice_4d_camera import Matrice4DCamera
    from .matrice_4d_observed_fts_info import Matrice4DObservedFtsInfo
    from .matrice_4d_observed_geo_caging_status import Matrice4DObservedGeoCagingStatus
    from .matrice_30_payloads_item import Matrice30PayloadsItem
    from .obstacle_avoidance_writable import ObstacleAvoidanceWritable
    from .payload_state import PayloadState
    from .position_state_aircraft_rtk import PositionStateAircraftRtk
    from .psdk_ui_resource_item import PsdkUiResourceItem
    from .psdk_widget_values_item import PsdkWidgetValuesItem
    from .storage import Storage
    from .wireless_link_topo import WirelessLinkTopo
else:
    AircraftGear = lazy_type("..enums", "AircraftGear", __package__)
    CommanderFlightMode = lazy_type("..enums", "CommanderFlightMode", __package__)
    CommanderModeLostAction = lazy_type("..enums", "CommanderModeLostAction", __package__)
    CompatibleStatus = lazy_type("..enums", "CompatibleStatus", __package__)
    DeviceRthMode = lazy_type("..enums", "DeviceRthMode", __package__)
    DroneModeCode = lazy_type("..enums", "DroneModeCode", __package__)
    DroneModeCodeReason = lazy_type("..enums", "DroneModeCodeReason", __package__)
    FirmwareUpgradeStatus = lazy_type("..enums", "FirmwareUpgradeStatus", __package__)
    LightSwitch = lazy_type("..enums", "LightSwitch", __package__)
    NearAreaLimit = lazy_type("..enums", "NearAreaLimit", __package__)
    NearHeightLimit = lazy_type("..enums", "NearHeightLimit", __package__)
    RcLostAction = lazy_type("..enums", "RcLostAction", __package__)
    WindDirection = lazy_type("..enums", "WindDirection", __package__)
    CameraWatermarkSettings = lazy_type("..models", "CameraWatermarkSettings", __package__)
    DistanceLimitStatus = lazy_type("..models", "DistanceLimitStatus", __package__)
    DongleInfosDockSystemItem = lazy_type("..models", "DongleInfosDockSystemItem", __package__)
    MaintainStatusAircraft = lazy_type("..models", "MaintainStatusAircraft", __package__)
    Matrice30PayloadsItem = lazy_type("..models", "Matrice30PayloadsItem", __package__)
    Matrice4DBattery = lazy_type("..models", "Matrice4DBattery", __package__)
    Matrice4DCamera = lazy_type("..models", "Matrice4DCamera", __package__)
    Matrice4DObservedFtsInfo = lazy_type("..models", "Matrice4DObservedFtsInfo", __package__)
    Matrice4DObservedGeoCagingStatus = lazy_type("..models", "Matrice4DObservedGeoCagingStatus", __package__)
    ObstacleAvoidanceWritable = lazy_type("..models", "ObstacleAvoidanceWritable", __package__)
    PayloadState = lazy_type("..models", "PayloadState", __package__)
    PositionStateAircraftRtk = lazy_type("..models", "PositionStateAircraftRtk", __package__)
    PsdkUiResourceItem = lazy_type("..models", "PsdkUiResourceItem", __package__)
    PsdkWidgetValuesItem = lazy_type("..models", "PsdkWidgetValuesItem", __package__)
    Storage = lazy_type("..models", "Storage", __package__)
    WirelessLinkTopo = lazy_type("..models", "WirelessLinkTopo", __package__)


@define(weakref_slot=False)
class Matrice4DState(BaseAircraftState):
    """State of an aircraft of the Matrice 4D Series.

    Members of a payload that begin with thermal_ only have a meaning on the 4TD (key 0-100-1).
    """

    maintain_status: MaintainStatusAircraft | None = None
    """Maintenance history of the aircraft."""

    height: float | None = None
    """Height above the ellipsoid, the sum of the take-off point's and the height above that point.

    (in m)
    """

    wind_speed: float | None = None
    """Wind speed worked out from the attitude in tenths of m/s, so 54 is 5.4 m/s.

    No substitute for weather data. Whether FlightHub 2 converts it to m/s was not seen. (in 0.1 m/s)
    """

    latitude: float | None = None
    """Latitude of the aircraft; 0 while it has no position.

    (in degrees)
    """

    longitude: float | None = None
    """Longitude of the aircraft; 0 while it has no position.

    (in degrees)
    """

    is_near_area_limit: NearAreaLimit | None = None
    """Whether the aircraft is near a restricted zone."""

    is_near_height_limit: NearHeightLimit | None = None
    """Whether the aircraft is near its height limit."""

    height_limit: int | None = None
    """Greatest height above the take-off point.

    (in m; normally at least 20, at most 1500, in steps of 1)
    """

    night_lights_state: LightSwitch | None = None
    """Whether the beacon for flights at night is on."""

    total_flight_sorties: int | None = None
    """How many flights the aircraft has made.

    (normally at least 0, at most 2147483647, in steps of 1)
    """

    track_id: str | None = None
    """Id of the track being flown; empty while the aircraft is on the ground.

    (normally at most 64 characters)
    """

    battery: Matrice4DBattery | None = None
    """Charge and time left, and the batteries one by one."""

    total_flight_distance: float | None = None
    """How far the aircraft has flown in total.

    (in m)
    """

    total_flight_time: float | None = None
    """How long the aircraft has flown in total.

    (in s)
    """

    serious_low_battery_warning_threshold: int | None = None
    """Charge at which the warning of a critically low battery comes; users set it.

    (in percent)
    """

    low_battery_warning_threshold: int | None = None
    """Charge at which the warning of a low battery comes; users set it.

    (in percent)
    """

    control_source: str | None = None
    """Who holds control.

    A and B are devices, a generated id is a browser; it can be empty.
    """

    wind_direction: WindDirection | None = None
    """Where the wind is estimated to come from.

    0 is sent as well, though no list has it.
    """

    home_distance: float | None = None
    """How far the aircraft is from home.

    (in m)
    """

    home_latitude: float | None = None
    """Latitude of the home point.

    (in degrees)
    """

    home_longitude: float | None = None
    """Longitude of the home point.

    (in degrees)
    """

    attitude_head: float | None = None
    """Heading of the aircraft; 0 is true north, clockwise is positive.

    Documented as a whole number, sent with decimals. (in degrees; normally at least -180, at most 180)
    """

    attitude_roll: float | None = None
    """Roll of the aircraft.

    (in degrees)
    """

    attitude_pitch: float | None = None
    """Pitch of the aircraft.

    (in degrees)
    """

    elevation: float | None = None
    """How high the aircraft is above the take-off point.

    (in m)
    """

    vertical_speed: float | None = None
    """How fast the aircraft climbs.

    (in m/s)
    """

    horizontal_speed: float | None = None
    """How fast the aircraft moves over the ground.

    (in m/s)
    """

    gear: AircraftGear | None = None
    """Mode of the sticks."""

    best_link_gateway: str | None = None
    """Serial number of the dock whose link to the aircraft is best, where two docks are paired with it."""

    wireless_link_topo: WirelessLinkTopo | None = None
    """Pairing of aircraft, docks and controllers on the video link.

    Contains a key: keep it out of logs.
    """

    cameras: builtins.list[Matrice4DCamera] = field(factory=empty_list)
    """The cameras with their settings and what they are doing."""

    flysafe_database_version: str | None = None
    """Version of the flight safety database.

    (normally at most 64 characters)
    """

    offline_map_enable: bool | None = None
    """Whether maps for use without a connection are kept up to date.

    The page lists 0 and 1; real pushes carry true and false.
    """

    dongle_infos: builtins.list[DongleInfosDockSystemItem] = field(factory=empty_list)
    """The 4G dongles that are plugged in."""

    current_rth_mode: DeviceRthMode | None = None
    """How the altitude of the return flight is chosen at present."""

    rth_mode: DeviceRthMode | None = None
    """How the altitude of the return flight shall be chosen.

    With a dock only the preset altitude is possible.
    """

    obstacle_avoidance: ObstacleAvoidanceWritable | None = None
    """Whether obstacle avoidance is on, direction by direction."""

    activation_time: int | None = None
    """When the device was activated; 0 means not known.

    (Unix seconds; 0 reads as None)
    """

    position_state: PositionStateAircraftRtk | None = None
    """How good the satellite positioning is."""

    storage: Storage | None = None
    """Built-in memory and how much of it is taken."""

    firmware_upgrade_status: FirmwareUpgradeStatus | None = None
    """Whether the firmware is being upgraded."""

    compatible_status: CompatibleStatus | None = None
    """Whether the firmware versions of the device's components go together."""

    firmware_version: str | None = None
    """Firmware version of the device.

    (normally at most 64 characters)
    """

    mode_code_reason: DroneModeCodeReason | None = None
    """What made the aircraft enter its present mode."""

    commander_flight_height: float | None = None
    """Height of fly-to flights over the take-off point.

    (in m; normally at least 2, at most 3000, in steps of 0.1)
    """

    commander_flight_mode: CommanderFlightMode | None = None
    """How the altitude of fly-to flights shall be chosen."""

    commander_mode_lost_action: CommanderModeLostAction | None = None
    """What becomes of a fly-to flight once the control link is lost."""

    camera_watermark_settings: CameraWatermarkSettings | None = None
    """What is written into photos and videos; live streams stay free of it."""

    mode_code: DroneModeCode | None = None
    """What the aircraft is doing."""

    distance_limit_status: DistanceLimitStatus | None = None
    """Limit of the distance from the home point."""

    rth_altitude: int | None = None
    """Altitude for the flight back to the home point.

    (in m; normally at least 20, at most 500)
    """

    psdk_ui_resource: builtins.list[PsdkUiResourceItem] = field(factory=empty_list)
    """Control panels that third-party payloads bring along."""

    psdk_widget_values: builtins.list[PsdkWidgetValuesItem] = field(factory=empty_list)
    """Third-party payloads and the values of their controls."""

    remaining_power_for_return_home: int | None = None
    """Battery charge set aside for the flight home.

    DJI advises 15 to 50 with a Dock 3. (in percent; normally at least 0, at most 100)
    """

    country: str | None = None
    """Two-letter code of the country or area.

    [observed]
    """

    rid_state: bool | None = None
    """Whether remote identification (Remote ID) works.

    [observed]
    """

    rc_lost_action: RcLostAction | None = None
    """What the aircraft does once it loses the link to its controller.

    [observed]
    """

    fts_info: Matrice4DObservedFtsInfo | None = None
    """Flight termination system of the aircraft.

    [observed]
    """

    current_commander_flight_mode: CommanderFlightMode | None = None
    """How the altitude of fly-to flights is chosen at present.

    [inferred]
    """

    payloads: builtins.list[Matrice30PayloadsItem] = field(factory=empty_list)
    """The payloads on the aircraft, taken to look as on the Matrice 30.

    [inferred]
    """

    geo_caging_status: Matrice4DObservedGeoCagingStatus | None = None
    """State of the virtual fence.

    [inferred]
    """

    uom_real_name_state: Any | None = field(default=None, repr=repr_keys)
    """Registration of the aircraft with the Chinese authority; its form is unknown.

    [inferred]
    """

    uom_real_name_tag: Any | None = field(default=None, repr=repr_keys)
    """Label of the registration with the Chinese authority; its form is unknown.

    [inferred]
    """

    is_beidou_version: Any | None = field(default=None, repr=repr_keys)
    """Whether this is the BeiDou edition of the aircraft; its form is unknown.

    [inferred]
    """

    ai_model_list: Any | None = field(default=None, repr=repr_keys)
    """Recognition models installed on the aircraft; its form is unknown.

    [inferred]
    """

    ar_info_switch: Any | None = field(default=None, repr=repr_keys)
    """Display of extra information over the live picture; its form is unknown.

    [inferred]
    """

    payload_states: dict[str, PayloadState] = field(factory=empty_dict)
    """State of each payload by its index, such as `99-0-0`."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("maintain_status", ObjectOf("MaintainStatusAircraft", __package__), nullable=True),
        Member("height", Number(), nullable=True),
        Member("wind_speed", Number(), nullable=True),
        Member("latitude", Number(), nullable=True),
        Member("longitude", Number(), nullable=True),
        Member("is_near_area_limit", EnumOf("NearAreaLimit", __package__), nullable=True),
        Member("is_near_height_limit", EnumOf("NearHeightLimit", __package__), nullable=True),
        Member("height_limit", Integer(), nullable=True),
        Member("night_lights_state", EnumOf("LightSwitch", __package__), nullable=True),
        Member("total_flight_sorties", Integer(), nullable=True),
        Member("track_id", String(id=True), nullable=True),
        Member("battery", ObjectOf("Matrice4DBattery", __package__), nullable=True),
        Member("total_flight_distance", Number(), nullable=True),
        Member("total_flight_time", Number(), nullable=True),
        Member("serious_low_battery_warning_threshold", Integer(), nullable=True),
        Member("low_battery_warning_threshold", Integer(), nullable=True),
        Member("control_source", String(), nullable=True),
        Member("wind_direction", EnumOf("WindDirection", __package__), nullable=True),
        Member("home_distance", Number(), nullable=True),
        Member("home_latitude", Number(), nullable=True),
        Member("home_longitude", Number(), nullable=True),
        Member("attitude_head", Number(), nullable=True),
        Member("attitude_roll", Number(), nullable=True),
        Member("attitude_pitch", Number(), nullable=True),
        Member("elevation", Number(), nullable=True),
        Member("vertical_speed", Number(), nullable=True),
        Member("horizontal_speed", Number(), nullable=True),
        Member("gear", EnumOf("AircraftGear", __package__), nullable=True),
        Member("best_link_gateway", String(), nullable=True),
        Member("wireless_link_topo", ObjectOf("WirelessLinkTopo", __package__), nullable=True),
        Member("cameras", ListOf(ObjectOf("Matrice4DCamera", __package__)), nullable=True),
        Member("flysafe_database_version", String(), nullable=True),
        Member("offline_map_enable", Boolean(), nullable=True),
        Member("dongle_infos", ListOf(ObjectOf("DongleInfosDockSystemItem", __package__)), nullable=True),
        Member("current_rth_mode", EnumOf("DeviceRthMode", __package__), nullable=True),
        Member("rth_mode", EnumOf("DeviceRthMode", __package__), nullable=True),
        Member("obstacle_avoidance", ObjectOf("ObstacleAvoidanceWritable", __package__), nullable=True),
        Member("activation_time", Integer(time="s", sentinel=(0,)), nullable=True),
        Member("position_state", ObjectOf("PositionStateAircraftRtk", __package__), nullable=True),
        Member("storage", ObjectOf("Storage", __package__), nullable=True),
        Member("firmware_upgrade_status", EnumOf("FirmwareUpgradeStatus", __package__), nullable=True),
        Member("compatible_status", EnumOf("CompatibleStatus", __package__), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("mode_code_reason", EnumOf("DroneModeCodeReason", __package__), nullable=True),
        Member("commander_flight_height", Number(), nullable=True),
        Member("commander_flight_mode", EnumOf("CommanderFlightMode", __package__), nullable=True),
        Member("commander_mode_lost_action", EnumOf("CommanderModeLostAction", __package__), nullable=True),
        Member("camera_watermark_settings", ObjectOf("CameraWatermarkSettings", __package__), nullable=True),
        Member("mode_code", EnumOf("DroneModeCode", __package__), nullable=True),
        Member("distance_limit_status", ObjectOf("DistanceLimitStatus", __package__), nullable=True),
        Member("rth_altitude", Integer(), nullable=True),
        Member("psdk_ui_resource", ListOf(ObjectOf("PsdkUiResourceItem", __package__)), nullable=True),
        Member("psdk_widget_values", ListOf(ObjectOf("PsdkWidgetValuesItem", __package__)), nullable=True),
        Member("remaining_power_for_return_home", Integer(), nullable=True),
        Member("country", String(), nullable=True),
        Member("rid_state", Boolean(), nullable=True),
        Member("rc_lost_action", EnumOf("RcLostAction", __package__), nullable=True),
        Member("fts_info", ObjectOf("Matrice4DObservedFtsInfo", __package__), nullable=True),
        Member("current_commander_flight_mode", EnumOf("CommanderFlightMode", __package__), nullable=True),
        Member("payloads", ListOf(ObjectOf("Matrice30PayloadsItem", __package__)), nullable=True),
        Member("geo_caging_status", ObjectOf("Matrice4DObservedGeoCagingStatus", __package__), nullable=True),
        Member("uom_real_name_state", Json(), nullable=True),
        Member("uom_real_name_tag", Json(), nullable=True),
        Member("is_beidou_version", Json(), nullable=True),
        Member("ai_model_list", Json(), nullable=True),
        Member("ar_info_switch", Json(), nullable=True),
        payloads=Payloads("^[0-9]+-[0-9]+-[0-9]+$", ObjectOf("PayloadState", __package__), "payload_states"),
    )
