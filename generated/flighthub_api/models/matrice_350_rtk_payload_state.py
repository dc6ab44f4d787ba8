"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import MeasureTargetErrorState, Switch, ThermalGainMode, ThermalPalette
    from .matrice_350_rtk_observed_smart_track_point_item import Matrice350RtkObservedSmartTrackPointItem
else:
    MeasureTargetErrorState = lazy_type("..enums", "MeasureTargetErrorState", __package__)
    Switch = lazy_type("..enums", "Switch", __package__)
    ThermalGainMode = lazy_type("..enums", "ThermalGainMode", __package__)
    ThermalPalette = lazy_type("..enums", "ThermalPalette", __package__)
    Matrice350RtkObservedSmartTrackPointItem = lazy_type(
        "..models", "Matrice350RtkObservedSmartTrackPointItem", __package__
    )


@define(weakref_slot=False)
class Matrice350RtkPayloadState(Model):
    """State of a payload, with the tracked points that the page does not list."""

    gimbal_pitch: float | None = None
    """Pitch of the gimbal.

    At -90 it points straight down. (in degrees; normally at least -180, at most 180, in steps of 0.1)
    """

    gimbal_roll: float | None = None
    """Roll of the gimbal.

    (in degrees; normally at least -180, at most 180, in steps of 0.1)
    """

    gimbal_yaw: float | None = None
    """Yaw of the gimbal.

    (in degrees; normally at least -180, at most 180, in steps of 0.1)
    """

    measure_target_longitude: float | None = None
    """Longitude of what the laser points at.

    (in degrees; normally at least -180, at most 180)
    """

    measure_target_latitude: float | None = None
    """Latitude of what the laser points at.

    (in degrees; normally at least -90, at most 90)
    """

    measure_target_altitude: float | None = None
    """Altitude of what the laser points at.

    (in m)
    """

    measure_target_distance: float | None = None
    """How far away the thing is that the laser points at.

    (in m)
    """

    measure_target_error_state: MeasureTargetErrorState | None = None
    """Whether the laser measured, or why it did not."""

    payload_index: str | None = None
    """Id of the payload, the same as the name of the member that holds this state."""

    zoom_factor: float | None = None
    """Zoom of the lens in use, compared with a reference lens.

    It can be less than 1.
    """

    thermal_current_palette_style: ThermalPalette | None = None
    """Palette of the thermal picture."""

    thermal_supported_palette_styles: builtins.list[ThermalPalette] = field(factory=empty_list)
    """Palettes that can be chosen for the thermal picture."""

    thermal_gain_mode: ThermalGainMode | None = None
    """Gain of the thermal lens."""

    thermal_isotherm_state: Switch | None = None
    """Whether the isotherm is shown."""

    thermal_isotherm_upper_limit: int | None = None
    """Highest temperature of the isotherm.

    It counts only while the isotherm is on. (in degC)
    """

    thermal_isotherm_lower_limit: int | None = None
    """Lowest temperature of the isotherm.

    It counts only while the isotherm is on. (in degC)
    """

    thermal_global_temperature_min: float | None = None
    """Temperature of the coldest spot in the picture.

    (in degC)
    """

    thermal_global_temperature_max: float | None = None
    """Temperature of the hottest spot in the picture.

    (in degC)
    """

    smart_track_point: builtins.list[Matrice350RtkObservedSmartTrackPointItem] = field(factory=empty_list)
    """Points of the subject that is being tracked.

    [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("gimbal_pitch", Number(), nullable=True),
        Member("gimbal_roll", Number(), nullable=True),
        Member("gimbal_yaw", Number(), nullable=True),
        Member("measure_target_longitude", Number(), nullable=True),
        Member("measure_target_latitude", Number(), nullable=True),
        Member("measure_target_altitude", Number(), nullable=True),
        Member("measure_target_distance", Number(), nullable=True),
        Member("measure_target_error_state", EnumOf("MeasureTargetErrorState", __package__), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("zoom_factor", Number(), nullable=True),
        Member("thermal_current_palette_style", EnumOf("ThermalPalette", __package__), nullable=True),
        Member("thermal_supported_palette_styles", ListOf(EnumOf("ThermalPalette", __package__)), nullable=True),
        Member("thermal_gain_mode", EnumOf("ThermalGainMode", __package__), nullable=True),
        Member("thermal_isotherm_state", EnumOf("Switch", __package__), nullable=True),
        Member("thermal_isotherm_upper_limit", Integer(), nullable=True),
        Member("thermal_isotherm_lower_limit", Integer(), nullable=True),
        Member("thermal_global_temperature_min", Number(), nullable=True),
        Member("thermal_global_temperature_max", Number(), nullable=True),
        Member(
            "smart_track_point",
            ListOf(ObjectOf("Matrice350RtkObservedSmartTrackPointItem", __package__)),
            nullable=True,
        ),
    )
