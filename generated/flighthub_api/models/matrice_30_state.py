"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.devices import (
    BaseAircraftState,
)
from flighthub_runtime.models import Member, Members, Payloads, Preserved, empty_dict, empty_list

if TYPE_CHECKING:
    from ..enums import (
        AircraftGear,
        CommanderFlightMode,
        CommanderModeLostAction,
        CompatibleStatus,
        DeviceRthMode,
        DroneModeCode,
        DroneModeCodeReason,
        ExitWaylineWhenRcLost,
        FirmwareUpgradeStatus,
        LightSwitch,
        NearAreaLimit,
        NearHeightLimit,
        RcLostAction,
        WindDirection,
    )
    from .battery import Battery
    from .distance_limit_status import DistanceLimitStatus
    from .maintain_status_aircraft import MaintainStatusAircraft
    from .matrice_30_cameras_item import Matrice30CamerasItem
    from .matrice_30_payload_state import Matrice30PayloadState
    from .matrice_30_payloads_item import Matrice30PayloadsItem
    from .obstacle_avoidance_writable import ObstacleAvoidanceWritable
    from .position_state_aircraft_rtk import PositionStateAircraftRtk
    from .psdk_ui_resource_item import PsdkUiResourceItem
    from .psdk_widget_values_item import PsdkWidgetValuesItem
    from .storage import Storage
else:
    AircraftGear = lazy_type("..enums", "AircraftGear", __package__)
    CommanderFlightMode = lazy_type("..enums", "CommanderFlightMode", __package__)
    CommanderModeLostAction = lazy_type("..enums", "CommanderModeLostAction", __package__)
    CompatibleStatus = lazy_type("..enums", "CompatibleStatus", __package__)
    DeviceRthMode = lazy_type("..enums", "DeviceRthMode", __package__)
    DroneModeCode = lazy_type("..enums", "DroneModeCode", __package__)
    DroneModeCodeReason = lazy_type("..enums", "DroneModeCodeReason", __package__)
    ExitWaylineWhenRcLost = lazy_type("..enums", "ExitWaylineWhenRcLost", __package__)
    FirmwareUpgradeStatus = lazy_type("..enums", "FirmwareUpgradeStatus", __package__)
    LightSwitch = lazy_type("..enums", "LightSwitch", __package__)
    NearAreaLimit = lazy_type("..enums", "NearAreaLimit", __package__)
    NearHeightLimit = lazy_type("..enums", "NearHeightLimit", __package__)
    RcLostAction = lazy_type("..enums", "RcLostAction", __package__)
    WindDirection = lazy_type("..enums", "WindDirection", __package__)
    Battery = lazy_type("..models", "Battery", __package__)
    DistanceLimitStatus = lazy_type("..models", "DistanceLimitStatus", __package__)
    MaintainStatusAircraft = lazy_type("..models", "MaintainStatusAircraft", __package__)
    Matrice30CamerasItem = lazy_type("..models", "Matrice30CamerasItem", __package__)
    Matrice30PayloadState = lazy_type("..models", "Matrice30PayloadState", __package__)
    Matrice30PayloadsItem = lazy_type("..models", "Matrice30PayloadsItem", __package__)
    ObstacleAvoidanceWritable = lazy_type("..models", "ObstacleAvoidanceWritable", __package__)
    PositionStateAircraftRtk = lazy_type("..models", "PositionStateAircraftRtk", __package__)
    PsdkUiResourceItem = lazy_type("..models", "PsdkUiResourceItem", __package__)
    PsdkWidgetValuesItem = lazy_type("..models", "PsdkWidgetValuesItem", __package__)
    Storage = lazy_type("..models", "Storage", __package__)


@define(weakref_slot=False)
class Matrice30State(BaseAircraftState):
    """State of an aircraft of the Matrice 30 Series.

    The list is that of an aircraft with a dock; one that is flown with the RC Plus reports what the Matrice 350 RTK
    does, so expect the members of both.
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

    payloads: builtins.list[Matrice30PayloadsItem] = field(factory=empty_list)
    """The payloads on the aircraft."""

    mode_code: DroneModeCode | None = None
    """What the aircraft is doing."""

    distance_limit_status: DistanceLimitStatus | None = None
    """Limit of the distance from the home point."""

    wpmz_version: str | None = None
    """Version of the library for flight routes (WPMZ) on the device."""

    rth_altitude: int | None = None
    """Altitude for the flight back to the home point.

    (in m; normally at least 20, at most 500)
    """

    rc_lost_action: RcLostAction | None = None
    """What the aircraft does once it loses the link to its controller."""

    exit_wayline_when_rc_lost: ExitWaylineWhenRcLost | None = None
    """Deprecated: whether a route is left once the link to the controller is lost."""

    cameras: builtins.list[Matrice30CamerasItem] = field(factory=empty_list)
    """The cameras with their settings and what they are doing."""

    country: str | None = None
    """Two-letter code of the country or area."""

    rid_state: bool | None = None
    """Whether remote identification (Remote ID) works."""

    commander_mode_lost_action: CommanderModeLostAction | None = None
    """What becomes of a fly-to flight once the control link is lost."""

    current_commander_flight_mode: CommanderFlightMode | None = None
    """How the altitude of fly-to flights is chosen at present."""

    commander_flight_height: float | None = None
    """Height of fly-to flights over the take-off point.

    (in m; normally at least 2, at most 3000, in steps of 0.1)
    """

    mode_code_reason: DroneModeCodeReason | None = None
    """What made the aircraft enter its present mode."""

    firmware_version: str | None = None
    """Firmware version of the device.

    (normally at most 64 characters)
    """

    compatible_status: CompatibleStatus | None = None
    """Whether the firmware versions of the device's components go together."""

    firmware_upgrade_status: FirmwareUpgradeStatus | None = None
    """Whether the firmware is being upgraded."""

    storage: Storage | None = None
    """Built-in memory and how much of it is taken."""

    position_state: PositionStateAircraftRtk | None = None
    """How good the satellite positioning is."""

    activation_time: int | None = None
    """When the device was activated; 0 means not known.

    (Unix seconds; 0 reads as None)
    """

    obstacle_avoidance: ObstacleAvoidanceWritable | None = None
    """Whether obstacle avoidance is on, direction by direction."""

    current_rth_mode: DeviceRthMode | None = None
    """How the altitude of the return flight is chosen at present."""

    psdk_ui_resource: builtins.list[PsdkUiResourceItem] = field(factory=empty_list)
    """Control panels that third-party payloads bring along."""

    psdk_widget_values: builtins.list[PsdkWidgetValuesItem] = field(factory=empty_list)
    """Third-party payloads and the values of their controls."""

    payload_states: dict[str, Matrice30PayloadState] = field(factory=empty_dict)
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
        Member("payloads", ListOf(ObjectOf("Matrice30PayloadsItem", __package__)), nullable=True),
        Member("mode_code", EnumOf("DroneModeCode", __package__), nullable=True),
        Member("distance_limit_status", ObjectOf("DistanceLimitStatus", __package__), nullable=True),
        Member("wpmz_version", String(), nullable=True),
        Member("rth_altitude", Integer(), nullable=True),
        Member("rc_lost_action", EnumOf("RcLostAction", __package__), nullable=True),
        Member("exit_wayline_when_rc_lost", EnumOf("ExitWaylineWhenRcLost", __package__), nullable=True),
        Member("cameras", ListOf(ObjectOf("Matrice30CamerasItem", __package__)), nullable=True),
        Member("country", String(), nullable=True),
        Member("rid_state", Boolean(), nullable=True),
        Member("commander_mode_lost_action", EnumOf("CommanderModeLostAction", __package__), nullable=True),
        Member("current_commander_flight_mode", EnumOf("CommanderFlightMode", __package__), nullable=True),
        Member("commander_flight_height", Number(), nullable=True),
        Member("mode_code_reason", EnumOf("DroneModeCodeReason", __package__), nullable=True),
        Member("firmware_version", String(), nullable=True),
        Member("compatible_status", EnumOf("CompatibleStatus", __package__), nullable=True),
        Member("firmware_upgrade_status", EnumOf("FirmwareUpgradeStatus", __package__), nullable=True),
        Member("storage", ObjectOf("Storage", __package__), nullable=True),
        Member("position_state", ObjectOf("PositionStateAircraftRtk", __package__), nullable=True),
        Member("activation_time", Integer(time="s", sentinel=(0,)), nullable=True),
        Member("obstacle_avoidance", ObjectOf("ObstacleAvoidanceWritable", __package__), nullable=True),
        Member("current_rth_mode", EnumOf("DeviceRthMode", __package__), nullable=True),
        Member("psdk_ui_resource", ListOf(ObjectOf("PsdkUiResourceItem", __package__)), nullable=True),
        Member("psdk_widget_values", ListOf(ObjectOf("PsdkWidgetValuesItem", __package__)), nullable=True),
        payloads=Payloads("^[0-9]+-[0-9]+-[0-9]+$", ObjectOf("Matrice30PayloadState", __package__), "payload_states"),
    )
