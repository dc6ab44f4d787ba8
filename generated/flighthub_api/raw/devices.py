"""As `groups.devices`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ..groups.devices import (
    ACQUIRE_CONTROL,
    CALIBRATE_RTK,
    CHANGE_CAMERA,
    CHANGE_LENS,
    GET_STATE,
    LIST,
    LIST_ALERTS,
    LIST_ALL,
    RELEASE_CONTROL,
    SEND_COMMAND,
    SET_STREAM_QUALITY,
)
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import Secret, as_secret, mask_argument

if TYPE_CHECKING:
    from ..enums import CameraPosition, DeviceCommand, LensType, QualityType
    from ..models import (
        DeviceHms,
        DevicePair,
        Dock1State,
        Dock2State,
        Dock3State,
        GenericDeviceState,
        Matrice3DState,
        Matrice4DState,
        Matrice4State,
        Matrice30State,
        Matrice300RtkState,
        Matrice350RtkState,
        Mavic3EnterpriseState,
        PayloadControls,
        RcPlus2State,
        RcPlusState,
        RcProEnterpriseState,
        RtkCalibration,
        SmartControllerEnterpriseState,
    )
else:
    CameraPosition = lazy_type("..enums", "CameraPosition", __package__)
    DeviceCommand = lazy_type("..enums", "DeviceCommand", __package__)
    LensType = lazy_type("..enums", "LensType", __package__)
    QualityType = lazy_type("..enums", "QualityType", __package__)
    DeviceHms = lazy_type("..models", "DeviceHms", __package__)
    DevicePair = lazy_type("..models", "DevicePair", __package__)
    Dock1State = lazy_type("..models", "Dock1State", __package__)
    Dock2State = lazy_type("..models", "Dock2State", __package__)
    Dock3State = lazy_type("..models", "Dock3State", __package__)
    GenericDeviceState = lazy_type("..models", "GenericDeviceState", __package__)
    Matrice300RtkState = lazy_type("..models", "Matrice300RtkState", __package__)
    Matrice30State = lazy_type("..models", "Matrice30State", __package__)
    Matrice350RtkState = lazy_type("..models", "Matrice350RtkState", __package__)
    Matrice3DState = lazy_type("..models", "Matrice3DState", __package__)
    Matrice4DState = lazy_type("..models", "Matrice4DState", __package__)
    Matrice4State = lazy_type("..models", "Matrice4State", __package__)
    Mavic3EnterpriseState = lazy_type("..models", "Mavic3EnterpriseState", __package__)
    PayloadControls = lazy_type("..models", "PayloadControls", __package__)
    RcPlus2State = lazy_type("..models", "RcPlus2State", __package__)
    RcPlusState = lazy_type("..models", "RcPlusState", __package__)
    RcProEnterpriseState = lazy_type("..models", "RcProEnterpriseState", __package__)
    RtkCalibration = lazy_type("..models", "RtkCalibration", __package__)
    SmartControllerEnterpriseState = lazy_type("..models", "SmartControllerEnterpriseState", __package__)


class RawDevices(RawGroup):
    """State, alerts, commands, cameras, control and RTK of docks and aircraft."""

    def list_all(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[DevicePair]]:
        """List the devices of the organization, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST_ALL,
            {},
            request_options,
        )

    def change_camera(
        self,
        *,
        sn: str,
        camera_index: str,
        camera_position: CameraPosition | Literal["indoor", "outdoor"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Switch the view of a dock's camera, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            CHANGE_CAMERA,
            {
                "sn": sn,
                "camera_index": camera_index,
                "camera_position": camera_position,
            },
            request_options,
        )

    def change_lens(
        self,
        *,
        sn: str,
        camera_index: str,
        lens_type: LensType | Literal["wide", "zoom", "ir"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Switch the lens of an aircraft's camera, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            CHANGE_LENS,
            {
                "sn": sn,
                "camera_index": camera_index,
                "lens_type": lens_type,
            },
            request_options,
        )

    def acquire_control(
        self,
        *,
        drone_sn: str,
        payload_index: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[PayloadControls]:
        """Take control of payloads of an aircraft, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            ACQUIRE_CONTROL,
            {
                "drone_sn": drone_sn,
                "payload_index": payload_index,
            },
            request_options,
        )

    def release_control(
        self,
        *,
        drone_sn: str,
        payload_index: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[PayloadControls]:
        """Give up control of payloads of an aircraft, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            RELEASE_CONTROL,
            {
                "drone_sn": drone_sn,
                "payload_index": payload_index,
            },
            request_options,
        )

    def list_alerts(
        self,
        *,
        device_sn_list: Sequence[str],
        language: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[DeviceHms]]:
        """List the current alerts of devices, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST_ALERTS,
            {
                "device_sn_list": device_sn_list,
                "language": language,
            },
            request_options,
        )

    def set_stream_quality(
        self,
        *,
        sn: str,
        camera_index: str,
        quality_type: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Set the clarity of an aircraft's live video, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            SET_STREAM_QUALITY,
            {
                "sn": sn,
                "camera_index": camera_index,
                "quality_type": quality_type,
            },
            request_options,
        )

    def send_command(
        self,
        device_sn: str,
        *,
        device_command: DeviceCommand
        | Literal[
            "return_home", "return_specific_home", "return_home_cancel", "flighttask_pause", "flighttask_recovery"
        ],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Send a command to an aircraft in flight, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            SEND_COMMAND,
            {
                "device_sn": device_sn,
                "device_command": device_command,
            },
            request_options,
        )

    def calibrate_rtk(
        self,
        device_sn: str,
        *,
        host: str,
        port: int,
        account: str,
        password: str | Secret,
        mount_point: str,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[RtkCalibration]:
        """Calibrate a dock's position by network RTK, and give all that came back."""
        password = as_secret(password)
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            CALIBRATE_RTK,
            {
                "device_sn": device_sn,
                "host": host,
                "port": port,
                "account": account,
                "password": password,
                "mount_point": mount_point,
            },
            request_options,
        )

    def get_state(
        self,
        device_sn: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[
        Matrice4DState
        | Matrice300RtkState
        | Matrice30State
        | Mavic3EnterpriseState
        | Matrice350RtkState
        | Matrice3DState
        | Matrice4State
        | RcPlusState
        | RcProEnterpriseState
        | RcPlus2State
        | SmartControllerEnterpriseState
        | Dock1State
        | Dock2State
        | Dock3State
        | GenericDeviceState
    ]:
        """Read the state of a device, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET_STATE,
            {
                "device_sn": device_sn,
            },
            request_options,
        )

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[DevicePair]]:
        """List the devices of the project, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST,
            {},
            request_options,
        )


class AsyncRawDevices(AsyncRawGroup):
    """State, alerts, commands, cameras, control and RTK of docks and aircraft."""

    async def list_all(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[DevicePair]]:
        """List the devices of the organization, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST_ALL,
            {},
            request_options,
        )

    async def change_camera(
        self,
        *,
        sn: str,
        camera_index: str,
        camera_position: CameraPosition | Literal["indoor", "outdoor"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Switch the view of a dock's camera, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            CHANGE_CAMERA,
            {
                "sn": sn,
                "camera_index": camera_index,
                "camera_position": camera_position,
            },
            request_options,
        )

    async def change_lens(
        self,
        *,
        sn: str,
        camera_index: str,
        lens_type: LensType | Literal["wide", "zoom", "ir"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Switch the lens of an aircraft's camera, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            CHANGE_LENS,
            {
                "sn": sn,
                "camera_index": camera_index,
                "lens_type": lens_type,
            },
            request_options,
        )

    async def acquire_control(
        self,
        *,
        drone_sn: str,
        payload_index: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[PayloadControls]:
        """Take control of payloads of an aircraft, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            ACQUIRE_CONTROL,
            {
                "drone_sn": drone_sn,
                "payload_index": payload_index,
            },
            request_options,
        )

    async def release_control(
        self,
        *,
        drone_sn: str,
        payload_index: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[PayloadControls]:
        """Give up control of payloads of an aircraft, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            RELEASE_CONTROL,
            {
                "drone_sn": drone_sn,
                "payload_index": payload_index,
            },
            request_options,
        )

    async def list_alerts(
        self,
        *,
        device_sn_list: Sequence[str],
        language: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[DeviceHms]]:
        """List the current alerts of devices, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST_ALERTS,
            {
                "device_sn_list": device_sn_list,
                "language": language,
            },
            request_options,
        )

    async def set_stream_quality(
        self,
        *,
        sn: str,
        camera_index: str,
        quality_type: QualityType | Literal["adaptive", "smooth", "ultra_high_definition"],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Set the clarity of an aircraft's live video, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            SET_STREAM_QUALITY,
            {
                "sn": sn,
                "camera_index": camera_index,
                "quality_type": quality_type,
            },
            request_options,
        )

    async def send_command(
        self,
        device_sn: str,
        *,
        device_command: DeviceCommand
        | Literal[
            "return_home", "return_specific_home", "return_home_cancel", "flighttask_pause", "flighttask_recovery"
        ],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Send a command to an aircraft in flight, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            SEND_COMMAND,
            {
                "device_sn": device_sn,
                "device_command": device_command,
            },
            request_options,
        )

    async def calibrate_rtk(
        self,
        device_sn: str,
        *,
        host: str,
        port: int,
        account: str,
        password: str | Secret,
        mount_point: str,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[RtkCalibration]:
        """Calibrate a dock's position by network RTK, and give all that came back."""
        password = as_secret(password)
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            CALIBRATE_RTK,
            {
                "device_sn": device_sn,
                "host": host,
                "port": port,
                "account": account,
                "password": password,
                "mount_point": mount_point,
            },
            request_options,
        )

    async def get_state(
        self,
        device_sn: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[
        Matrice4DState
        | Matrice300RtkState
        | Matrice30State
        | Mavic3EnterpriseState
        | Matrice350RtkState
        | Matrice3DState
        | Matrice4State
        | RcPlusState
        | RcProEnterpriseState
        | RcPlus2State
        | SmartControllerEnterpriseState
        | Dock1State
        | Dock2State
        | Dock3State
        | GenericDeviceState
    ]:
        """Read the state of a device, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET_STATE,
            {
                "device_sn": device_sn,
            },
            request_options,
        )

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[DevicePair]]:
        """List the devices of the project, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST,
            {},
            request_options,
        )
