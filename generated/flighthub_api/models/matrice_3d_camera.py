"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, ListOf, Number, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from ..enums import (
        CameraIso,
        CameraMode,
        ExposureMode,
        ExposureValue,
        FocusMode,
        FocusState,
        IrMeteringMode,
        PhotoState,
        RecordingState,
        ShutterSpeed,
    )
    from .cameras_vision_storage_item_ir_metering_area import CamerasVisionStorageItemIrMeteringArea
    from .cameras_vision_storage_item_ir_metering_point import CamerasVisionStorageItemIrMeteringPoint
    from .cameras_vision_storage_item_liveview_world_region import CamerasVisionStorageItemLiveviewWorldRegion
else:
    CameraIso = lazy_type("..enums", "CameraIso", __package__)
    CameraMode = lazy_type("..enums", "CameraMode", __package__)
    ExposureMode = lazy_type("..enums", "ExposureMode", __package__)
    ExposureValue = lazy_type("..enums", "ExposureValue", __package__)
    FocusMode = lazy_type("..enums", "FocusMode", __package__)
    FocusState = lazy_type("..enums", "FocusState", __package__)
    IrMeteringMode = lazy_type("..enums", "IrMeteringMode", __package__)
    PhotoState = lazy_type("..enums", "PhotoState", __package__)
    RecordingState = lazy_type("..enums", "RecordingState", __package__)
    ShutterSpeed = lazy_type("..enums", "ShutterSpeed", __package__)
    CamerasVisionStorageItemIrMeteringArea = lazy_type(
        "..models", "CamerasVisionStorageItemIrMeteringArea", __package__
    )
    CamerasVisionStorageItemIrMeteringPoint = lazy_type(
        "..models", "CamerasVisionStorageItemIrMeteringPoint", __package__
    )
    CamerasVisionStorageItemLiveviewWorldRegion = lazy_type(
        "..models", "CamerasVisionStorageItemLiveviewWorldRegion", __package__
    )


@define(weakref_slot=False)
class Matrice3DCamera(Model):
    """A camera, with what was seen of the focus of its wide lens besides."""

    remain_photo_num: int | None = None
    """How many more photos can be stored."""

    remain_record_duration: int | None = None
    """How much more video can be stored.

    (in s)
    """

    record_time: int | None = None
    """How long the present recording has been running.

    (in s)
    """

    payload_index: str | None = None
    """Id of the camera within the aircraft.

    The member that holds the payload's state is named after it.
    """

    camera_mode: CameraMode | None = None
    """Mode of the camera."""

    photo_state: PhotoState | None = None
    """Whether a photo is being taken."""

    screen_split_enable: bool | None = None
    """Whether two lenses are shown side by side.

    Documented as 0 and 1, sent as a JSON boolean.
    """

    recording_state: RecordingState | None = None
    """Whether a video is being recorded."""

    zoom_factor: float | None = None
    """Zoom of the lens in use.

    It is not the zoom_factor of the payload's state.
    """

    ir_zoom_factor: float | None = None
    """Zoom of the thermal lens, which is digital."""

    liveview_world_region: CamerasVisionStorageItemLiveviewWorldRegion | None = None
    """Which part of the live view the zoom lens sees."""

    photo_storage_settings: builtins.list[str] = field(factory=empty_list)
    """Lenses whose photos are saved, out of current, vision and ir."""

    video_storage_settings: builtins.list[str] = field(factory=empty_list)
    """Lenses whose videos are saved, out of current, vision and ir."""

    wide_exposure_mode: ExposureMode | None = None
    """How the exposure of the wide lens is set."""

    wide_iso: CameraIso | None = None
    """ISO sensitivity of the wide lens."""

    wide_shutter_speed: ShutterSpeed | None = None
    """Shutter speed of the wide lens."""

    wide_exposure_value: ExposureValue | None = None
    """Exposure compensation set for the wide lens."""

    zoom_exposure_mode: ExposureMode | None = None
    """How the exposure of the zoom lens is set."""

    zoom_iso: CameraIso | None = None
    """ISO sensitivity of the zoom lens."""

    zoom_shutter_speed: ShutterSpeed | None = None
    """Shutter speed of the zoom lens."""

    zoom_exposure_value: ExposureValue | None = None
    """Exposure compensation set for the zoom lens."""

    zoom_focus_mode: FocusMode | None = None
    """How the zoom lens is focused."""

    zoom_focus_value: int | None = None
    """Where the focus of the zoom lens stands."""

    zoom_max_focus_value: int | None = None
    """Greatest focus value of the zoom lens."""

    zoom_min_focus_value: int | None = None
    """Least focus value of the zoom lens."""

    zoom_calibrate_farthest_focus_value: int | None = None
    """Focus value at which the zoom lens is sharp at its farthest."""

    zoom_calibrate_nearest_focus_value: int | None = None
    """Focus value at which the zoom lens is sharp at its nearest."""

    zoom_focus_state: FocusState | None = None
    """What the focusing of the zoom lens has come to."""

    ir_metering_mode: IrMeteringMode | None = None
    """Whether temperature is measured, and at a point or in an area."""

    ir_metering_point: CamerasVisionStorageItemIrMeteringPoint | None = None
    """The point where temperature is measured."""

    ir_metering_area: CamerasVisionStorageItemIrMeteringArea | None = None
    """The area where temperature is measured."""

    wide_focus_mode: FocusMode | None = None
    """Focus mode of the wide lens.

    [observed]
    """

    wide_focus_state: FocusState | None = None
    """How focusing the wide lens is getting on.

    [observed]
    """

    wide_focus_value: int | None = None
    """Where the focus of the wide lens stands.

    [observed]
    """

    wide_max_focus_value: int | None = None
    """Highest focus position of the wide lens.

    [observed]
    """

    wide_min_focus_value: int | None = None
    """Lowest focus position of the wide lens.

    [observed]
    """

    wide_calibrate_farthest_focus_value: int | None = None
    """Focus position of the wide lens for the farthest sharp picture.

    [observed]
    """

    wide_calibrate_nearest_focus_value: int | None = None
    """Focus position of the wide lens for the nearest sharp picture.

    [observed]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("remain_photo_num", Integer(), nullable=True),
        Member("remain_record_duration", Integer(), nullable=True),
        Member("record_time", Integer(), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("camera_mode", EnumOf("CameraMode", __package__), nullable=True),
        Member("photo_state", EnumOf("PhotoState", __package__), nullable=True),
        Member("screen_split_enable", Boolean(), nullable=True),
        Member("recording_state", EnumOf("RecordingState", __package__), nullable=True),
        Member("zoom_factor", Number(), nullable=True),
        Member("ir_zoom_factor", Number(), nullable=True),
        Member(
            "liveview_world_region", ObjectOf("CamerasVisionStorageItemLiveviewWorldRegion", __package__), nullable=True
        ),
        Member("photo_storage_settings", ListOf(String()), nullable=True),
        Member("video_storage_settings", ListOf(String()), nullable=True),
        Member("wide_exposure_mode", EnumOf("ExposureMode", __package__), nullable=True),
        Member("wide_iso", EnumOf("CameraIso", __package__), nullable=True),
        Member("wide_shutter_speed", EnumOf("ShutterSpeed", __package__), nullable=True),
        Member("wide_exposure_value", EnumOf("ExposureValue", __package__), nullable=True),
        Member("zoom_exposure_mode", EnumOf("ExposureMode", __package__), nullable=True),
        Member("zoom_iso", EnumOf("CameraIso", __package__), nullable=True),
        Member("zoom_shutter_speed", EnumOf("ShutterSpeed", __package__), nullable=True),
        Member("zoom_exposure_value", EnumOf("ExposureValue", __package__), nullable=True),
        Member("zoom_focus_mode", EnumOf("FocusMode", __package__), nullable=True),
        Member("zoom_focus_value", Integer(), nullable=True),
        Member("zoom_max_focus_value", Integer(), nullable=True),
        Member("zoom_min_focus_value", Integer(), nullable=True),
        Member("zoom_calibrate_farthest_focus_value", Integer(), nullable=True),
        Member("zoom_calibrate_nearest_focus_value", Integer(), nullable=True),
        Member("zoom_focus_state", EnumOf("FocusState", __package__), nullable=True),
        Member("ir_metering_mode", EnumOf("IrMeteringMode", __package__), nullable=True),
        Member("ir_metering_point", ObjectOf("CamerasVisionStorageItemIrMeteringPoint", __package__), nullable=True),
        Member("ir_metering_area", ObjectOf("CamerasVisionStorageItemIrMeteringArea", __package__), nullable=True),
        Member("wide_focus_mode", EnumOf("FocusMode", __package__), nullable=True),
        Member("wide_focus_state", EnumOf("FocusState", __package__), nullable=True),
        Member("wide_focus_value", Integer(), nullable=True),
        Member("wide_max_focus_value", Integer(), nullable=True),
        Member("wide_min_focus_value", Integer(), nullable=True),
        Member("wide_calibrate_farthest_focus_value", Integer(), nullable=True),
        Member("wide_calibrate_nearest_focus_value", Integer(), nullable=True),
    )
