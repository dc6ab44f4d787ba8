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
    from .matrice_30_cameras_item_ir_metering_area import Matrice30CamerasItemIrMeteringArea
    from .matrice_30_cameras_item_ir_metering_point import Matrice30CamerasItemIrMeteringPoint
    from .matrice_30_cameras_item_liveview_world_region import Matrice30CamerasItemLiveviewWorldRegion
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
    Matrice30CamerasItemIrMeteringArea = lazy_type("..models", "Matrice30CamerasItemIrMeteringArea", __package__)
    Matrice30CamerasItemIrMeteringPoint = lazy_type("..models", "Matrice30CamerasItemIrMeteringPoint", __package__)
    Matrice30CamerasItemLiveviewWorldRegion = lazy_type(
        "..models", "Matrice30CamerasItemLiveviewWorldRegion", __package__
    )


@define(weakref_slot=False)
class Matrice30CamerasItem(Model):
    """A camera with its settings and what it is doing."""

    remain_photo_num: int | None = None
    """How many more photos fit on the storage."""

    remain_record_duration: int | None = None
    """How much more video fits on the storage.

    (in s)
    """

    record_time: int | None = None
    """How long the present recording has lasted.

    (in s)
    """

    payload_index: str | None = None
    """Index of the camera, which is also the name under which the device state holds the payload's state."""

    camera_mode: CameraMode | None = None
    """Mode of the camera."""

    photo_state: PhotoState | None = None
    """Whether a photo is being taken."""

    screen_split_enable: bool | None = None
    """Whether the pictures of two lenses are shown side by side."""

    recording_state: RecordingState | None = None
    """Whether a video is being recorded."""

    zoom_factor: float | None = None
    """Zoom factor of the lens in use; not the same as zoom_factor in the payload's state.

    (normally at least 2, at most 200)
    """

    ir_zoom_factor: float | None = None
    """Digital zoom factor of the thermal camera.

    (normally at least 2, at most 20)
    """

    liveview_world_region: Matrice30CamerasItemLiveviewWorldRegion | None = None
    """The zoom lens's share of the live picture."""

    photo_storage_settings: builtins.list[str] = field(factory=empty_list)
    """Lenses whose photos are stored: current, wide, zoom or ir."""

    video_storage_settings: builtins.list[str] = field(factory=empty_list)
    """Lenses whose videos are stored: current, wide, zoom or ir."""

    wide_exposure_mode: ExposureMode | None = None
    """Exposure mode of the wide lens."""

    wide_iso: CameraIso | None = None
    """ISO sensitivity of the wide lens."""

    wide_shutter_speed: ShutterSpeed | None = None
    """Shutter speed of the wide lens."""

    wide_exposure_value: ExposureValue | None = None
    """Exposure correction (EV) of the wide lens."""

    zoom_exposure_mode: ExposureMode | None = None
    """Exposure mode of the zoom lens."""

    zoom_iso: CameraIso | None = None
    """ISO sensitivity of the zoom lens."""

    zoom_shutter_speed: ShutterSpeed | None = None
    """Shutter speed of the zoom lens."""

    zoom_exposure_value: ExposureValue | None = None
    """Exposure correction (EV) of the zoom lens."""

    zoom_focus_mode: FocusMode | None = None
    """Focus mode of the zoom lens."""

    zoom_focus_value: int | None = None
    """Where the focus of the zoom lens stands."""

    zoom_max_focus_value: int | None = None
    """Highest focus position of the zoom lens."""

    zoom_min_focus_value: int | None = None
    """Lowest focus position of the zoom lens."""

    zoom_calibrate_farthest_focus_value: int | None = None
    """Focus position of the zoom lens for the farthest sharp picture."""

    zoom_calibrate_nearest_focus_value: int | None = None
    """Focus position of the zoom lens for the nearest sharp picture."""

    zoom_focus_state: FocusState | None = None
    """How focusing the zoom lens is getting on."""

    ir_metering_mode: IrMeteringMode | None = None
    """How the thermal camera measures temperature."""

    ir_metering_point: Matrice30CamerasItemIrMeteringPoint | None = None
    """The point whose temperature is measured."""

    ir_metering_area: Matrice30CamerasItemIrMeteringArea | None = None
    """The rectangle whose temperature is measured."""

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
            "liveview_world_region", ObjectOf("Matrice30CamerasItemLiveviewWorldRegion", __package__), nullable=True
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
        Member("ir_metering_point", ObjectOf("Matrice30CamerasItemIrMeteringPoint", __package__), nullable=True),
        Member("ir_metering_area", ObjectOf("Matrice30CamerasItemIrMeteringArea", __package__), nullable=True),
    )
