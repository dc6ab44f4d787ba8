"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.devices import (
    BaseAircraftState,
)
from flighthub_runtime.models import Member, Members, Payloads, Preserved, empty_dict, empty_list

if TYPE_CHECKING:
    from ..enums import (
        AircraftGear,
        CompatibleStatus,
        DroneModeCode,
        DroneModeCodeReason,
        FirmwareUpgradeStatus,
        LightSwitch,
        NearAreaLimit,
        NearHeightLimit,
        WindDirection,
    )
    from .battery import Battery
    from .camera_watermark_settings import CameraWatermarkSettings
    from .dongle_infos_controller_system_item import DongleInfosControllerSystemItem
    from .maintain_status_aircraft import MaintainStatusAircraft
    from .mavic_3_enterprise_cameras_item import Mavic3EnterpriseCamerasItem
    from .mavic_3_enterprise_observed_distance_limit_status import Mavic3EnterpriseObservedDistanceLimitStatus
    from .mavic_3_enterprise_payload_state import Mavic3EnterprisePayloadState
    from .obstacle_avoidance_read_only import ObstacleAvoidanceReadOnly
    from .position_state_aircraft_basic import PositionStateAircraftBasic
    from .storage import Storage
else:
    AircraftGear = lazy_type("..enums", "AircraftGear", __package__)
    CompatibleStatus = lazy_type("..enums", "CompatibleStatus", __package__)
    DroneModeCode = lazy_type("..enums", "DroneModeCode", __package__)
    DroneModeCodeReason = lazy_type("..enums", "DroneModeCodeReason", __package__)
    FirmwareUpgradeStatus = lazy_type("..enums", "FirmwareUpgradeStatus", __package__)
    LightSwitch = lazy_type("..enums", "LightSwitch", __package__)
    NearAreaLimit = lazy_type("..enums", "NearAreaLimit", __package__)
    NearHeightLimit = lazy_type("..enums", "NearHeightLimit", __package__)
    WindDirection = lazy_type("..enums", "WindDirection", __package__)
    Battery = lazy_type("..models", "Battery", __package__)
    CameraWatermarkSettings = lazy_type("..models", "CameraWatermarkSettings", __package__)
    DongleInfosControllerSystemItem = lazy_type("..models", "DongleInfosControllerSystemItem", __package__)
    MaintainStatusAircraft = lazy_type("..models", "MaintainStatusAircraft", __package__)
    Mavic3EnterpriseCamerasItem = lazy_type("..models", "Mavic3EnterpriseCamerasItem", __package__)
    Mavic3EnterpriseObservedDistanceLimitStatus = lazy_type(
        "..models", "Mavic3EnterpriseObservedDistanceLimitStatus", __package__
    )
    Mavic3EnterprisePayloadState = lazy_type("..models", "Mavic3EnterprisePayloadState", __package__)
    ObstacleAvoidanceReadOnly = lazy_type("..models", "ObstacleAvoidanceReadOnly", __package__)
    PositionStateAircraftBasic = lazy_type("..models", "PositionStateAircraftBasic", __package__)
    Storage = lazy_type("..models", "Storage", __package__)


@define(weakref_slot=False)
class Mavic3EnterpriseState(BaseAircraftState):
    """State of an aircraft of the Mavic 3 Enterprise Series.

    The list is incomplete: it has no state of the payloads, which the aircraft sends all the same.
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

    battery: Battery | None = None
    """Power supply of the aircraft."""

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

    country: str | None = None
    """Two-letter code of the country or area."""

    mode_code: DroneModeCode | None = None
    """What the aircraft is doing."""

    mode_code_reason: DroneModeCodeReason | None = None
    """What made the aircraft enter its present mode."""

    cameras: builtins.list[Mavic3EnterpriseCamerasItem] = field(factory=empty_list)
    """The cameras with their settings and what they are doing."""

    dongle_infos: builtins.list[DongleInfosControllerSystemItem] = field(factory=empty_list)
    """The 4G dongles that are plugged in."""

    obstacle_avoidance: ObstacleAvoidanceReadOnly | None = None
    """Whether obstacle avoidance is on, direction by direction."""

    activation_time: int | None = None
    """When the device was activated; 0 means not known.

    (Unix seconds; 0 reads as None)
    """

    position_state: PositionStateAircraftBasic | None = None
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

    camera_watermark_settings: CameraWatermarkSettings | None = None
    """What is written into photos and videos; live streams stay free of it."""

    distance_limit_status: Mavic3EnterpriseObservedDistanceLimitStatus | None = None
    """Limit of the distance from the home point.

    [observed]
    """

    payload_states: dict[str, Mavic3EnterprisePayloadState] = field(factory=empty_dict)
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
        Member("battery", ObjectOf("Battery", __package__), nullable=True),
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
        Member("country", String(), nullable=True),
        Member("mode_code", EnumOf("DroneModeCode", __package__), nullable=True),
        Member("mode_code_reason", EnumOf("DroneModeCodeReason", __package__), nullable=True),
        Member("cameras", ListOf(ObjectOf("Mavic3EnterpriseCamerasItem", __package__)), nullable=True),
        Member("dongle_infos", ListOf(ObjectOf("DongleInfosControllerSystemItem", __package__)), nullable=True),
        Member("obstacle_avoidance", ObjectOf("ObstacleAvoidanceReadOnly", __package__), nullable=True),
        Member("activation_time", Integer(time="s", sentinel=(0,)), nullable=True),
        Member("position_state", ObjectOf("PositionStateAircraftBasic", __package__), nullable=True),
        Member("storage", ObjectOf("Storage", __package__), nullable=True),
        Member("firmware_upgrade_status", EnumOf("FirmwareUpgradeStatus", __package__), nullable=True),
        Member("compatible_status", EnumOf("CompatibleStatus", __package__), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("camera_watermark_settings", ObjectOf("CameraWatermarkSettings", __package__), nullable=True),
        Member(
            "distance_limit_status", ObjectOf("Mavic3EnterpriseObservedDistanceLimitStatus", __package__), nullable=True
        ),
        payloads=Payloads(
            "^[0-9]+-[0-9]+-[0-9]+$", ObjectOf("Mavic3EnterprisePayloadState", __package__), "payload_states"
        ),
    )
