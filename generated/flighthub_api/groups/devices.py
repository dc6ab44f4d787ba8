"""State, alerts, commands, cameras, control and RTK of docks and aircraft.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, Limits, ListOf, ObjectOf, SecretString, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import Secret, as_secret, mask_argument

from ..operations.devices import OPERATIONS

if TYPE_CHECKING:
    from ..enums import CameraPosition, DeviceCommand, LensType, QualityType, RelayPairType
    from ..models import (
        ControlStatus,
        DeviceHms,
        DevicePair,
        DeviceTopology,
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
        ProjectDevice,
        RcPlus2State,
        RcPlusState,
        RcProEnterpriseState,
        RelayPairing,
        RtkCalibration,
        SmartControllerEnterpriseState,
    )
else:
    CameraPosition = lazy_type("..enums", "CameraPosition", __package__)
    DeviceCommand = lazy_type("..enums", "DeviceCommand", __package__)
    LensType = lazy_type("..enums", "LensType", __package__)
    QualityType = lazy_type("..enums", "QualityType", __package__)
    RelayPairType = lazy_type("..enums", "RelayPairType", __package__)
    ControlStatus = lazy_type("..models", "ControlStatus", __package__)
    DeviceHms = lazy_type("..models", "DeviceHms", __package__)
    DevicePair = lazy_type("..models", "DevicePair", __package__)
    DeviceTopology = lazy_type("..models", "DeviceTopology", __package__)
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
    ProjectDevice = lazy_type("..models", "ProjectDevice", __package__)
    RcPlus2State = lazy_type("..models", "RcPlus2State", __package__)
    RcPlusState = lazy_type("..models", "RcPlusState", __package__)
    RcProEnterpriseState = lazy_type("..models", "RcProEnterpriseState", __package__)
    RelayPairing = lazy_type("..models", "RelayPairing", __package__)
    RtkCalibration = lazy_type("..models", "RtkCalibration", __package__)
    SmartControllerEnterpriseState = lazy_type("..models", "SmartControllerEnterpriseState", __package__)

LIST_ALL: Call[Records[DevicePair]] = Call(
    OPERATIONS["listOrganizationDevices"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("DeviceList", __package__),
)
CHANGE_CAMERA: Call[None] = Call(
    OPERATIONS["changeDockCamera"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("sn", String(id=True), required=True),
        Member("camera_index", String(id=True), required=True),
        Member("camera_position", EnumOf("CameraPosition", __package__), required=True),
    ),
)
CHANGE_LENS: Call[None] = Call(
    OPERATIONS["changeAircraftLens"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("sn", String(id=True), required=True),
        Member("camera_index", String(id=True), required=True),
        Member("lens_type", EnumOf("LensType", __package__), required=True),
    ),
)
ACQUIRE_CONTROL: Call[PayloadControls] = Call(
    OPERATIONS["acquireDeviceControl"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("drone_sn", String(id=True), required=True),
        Member("payload_index", ListOf(String(id=True), Limits(min_items=1)), required=True),
    ),
    answer=ObjectOf("PayloadControls", __package__),
)
RELEASE_CONTROL: Call[PayloadControls] = Call(
    OPERATIONS["releaseDeviceControl"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("drone_sn", String(id=True), required=True),
        Member("payload_index", ListOf(String(id=True), Limits(min_items=1)), required=True),
    ),
    answer=ObjectOf("PayloadControls", __package__),
)
LIST_ALERTS: Call[Records[DeviceHms]] = Call(
    OPERATIONS["listDeviceHms"],
    path=Members(),
    query=Members(
        Member("device_sn_list", ListOf(String(), Limits(min_items=1), inferred=Limits(max_items=100)), required=True),
        Member("language", String()),
    ),
    answer=ObjectOf("DeviceHmsList", __package__),
)
SET_STREAM_QUALITY: Call[None] = Call(
    OPERATIONS["setStreamQuality"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("sn", String(id=True), required=True),
        Member("camera_index", String(id=True), required=True),
        Member("quality_type", EnumOf("QualityType", __package__), required=True),
    ),
)
SEND_COMMAND: Call[None] = Call(
    OPERATIONS["sendDeviceCommand"],
    path=Members(
        Member("device_sn", String(id=True), required=True),
    ),
    query=Members(),
    body=Members(
        Member("device_command", EnumOf("DeviceCommand", __package__), required=True),
    ),
)
CALIBRATE_RTK: Call[RtkCalibration] = Call(
    OPERATIONS["calibrateNetworkRtk"],
    path=Members(
        Member("device_sn", String(id=True), required=True),
    ),
    query=Members(),
    body=Members(
        Member("host", String(), required=True),
        Member("port", Integer(Limits(minimum=1, maximum=65535)), required=True),
        Member("account", String(), required=True),
        Member("password", SecretString(), required=True),
        Member("mount_point", String(), required=True),
    ),
    answer=ObjectOf("RtkCalibration", __package__),
)
GET_STATE: Call[
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
] = Call(
    OPERATIONS["getDeviceState"],
    path=Members(
        Member("device_sn", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("DeviceState", __package__),
)
LIST: Call[Records[DevicePair]] = Call(
    OPERATIONS["listProjectDevices"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("DeviceList", __package__),
)
MOVE_TO_PROJECT: Call[None] = Call(
    OPERATIONS["moveDeviceToProject"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("active_project_uuid", String(id=True), required=True),
        Member("device_sn", String(id=True), required=True),
    ),
)
START_RELAY_PAIRING: Call[None] = Call(
    OPERATIONS["startRelayPairing"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("device_sn", String(id=True), required=True),
        Member("pair_enable", Boolean(), required=True),
        Member("pair_type", EnumOf("RelayPairType", __package__), required=True),
    ),
)
GET_RELAY_PAIRING: Call[RelayPairing] = Call(
    OPERATIONS["getRelayPairing"],
    path=Members(
        Member("device_sn", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("RelayPairing", __package__),
)
ORGANIZATION_CONTROL_STATUS: Call[ControlStatus] = Call(
    OPERATIONS["getOrganizationControlStatus"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(
        Member("device_control_method", String(), required=True),
        Member("device_sn", String(id=True)),
    ),
    answer=ObjectOf("ControlStatus", __package__),
    filled={"uuid": "organization"},
)
GET: Call[ProjectDevice] = Call(
    OPERATIONS["getProjectDevice"],
    path=Members(
        Member("sn", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("ProjectDevice", __package__),
)
CONTROL_STATUS: Call[ControlStatus] = Call(
    OPERATIONS["getProjectControlStatus"],
    path=Members(),
    query=Members(
        Member("device_control_method", String(), required=True),
        Member("device_sn", String(id=True)),
    ),
    answer=ObjectOf("ControlStatus", __package__),
)
TOPOLOGY_HISTORY: Call[Records[DeviceTopology]] = Call(
    OPERATIONS["listDeviceTopologyHistory"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("DeviceTopologyList", __package__),
)


class Devices(Group):
    """State, alerts, commands, cameras, control and RTK of docks and aircraft."""

    def list_all(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[DevicePair]:
        """List the devices of the organization.

        Docks and remote controllers with their aircraft and cameras, up to 1000 devices at once. Only devices that are
        linked through a dock or a remote controller appear. There are no positions here; those are in the device state.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DevicePair]: The devices of the organization.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of devices under the organization" (documentation index, 2026-05-08; observed).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.list_all()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST_ALL, {}, request_options)

    def change_camera(
        self,
        *,
        sn: str,
        camera_index: str,
        camera_position: CameraPosition | Literal["indoor", "outdoor"],
        request_options: RequestOptions | None = None,
    ) -> None:
        """Switch the view of a dock's camera.

        Shows the inside or the outside of the dock. What can be chosen stands in the gateway's camera_list. No control
        has to be acquired for it.

        Args:
            sn: Serial number of the dock.
            camera_index: Camera of the dock, from the gateway's camera_list.
            camera_position: View to show.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Dock camera switch" (documentation index, 2026-05-08; documented). Effect: write. Repeating:
        safe.

        Example:
            >>> fh.devices.change_camera(sn="7CTDEXAMPLE0001", camera_index="165-0-7", camera_position="indoor")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Switch the lens of an aircraft's camera.

        Acquire control of the payload first. Only lenses in the camera's available_lens_types can be chosen.

        Args:
            sn: Serial number of the aircraft.
            camera_index: Camera of the aircraft, from the drone's camera_list.
            lens_type: Lens to show, one of available_lens_types; normal cannot be asked for.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Aircraft Lens Switching" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> fh.devices.change_lens(sn="1581FEXAMPLE00001", camera_index="81-0-0", lens_type="zoom")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> PayloadControls:
        """Take control of payloads of an aircraft.

        A payload has one holder at a time, and this takes it from whoever has it, a pilot beside the aircraft included.
        Needed before lens and stream quality can be changed. Control of the flight itself cannot be taken in V1.0.

        Args:
            drone_sn: Serial number of the aircraft.
            payload_index: Payloads to take, each by its camera_index in the drone's camera_list. (at least 1 items)
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            PayloadControls: Who holds control now.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                `fh.devices.get_state(drone_sn)` and look for control_source, which may tell who holds the payload.
                Acquire again only when nobody else can have taken it in between.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Control acquisition" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: never.

        Example:
            >>> answer = fh.devices.acquire_control(drone_sn="1581FEXAMPLE00001", payload_index=["81-0-0"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> PayloadControls:
        """Give up control of payloads of an aircraft.

        Release as soon as the work is done. A second release changes nothing, though it may be answered with a failure.
        The request is a DELETE with a body, which proxies on the way must pass on.

        Args:
            drone_sn: Serial number of the aircraft.
            payload_index: Payloads to release, each by its camera_index in the drone's camera_list. (at least 1 items)
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            PayloadControls: Who still holds control.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Release control" (documentation index, 2026-05-08; documented). Effect: write. Repeating: safe.

        Example:
            >>> answer = fh.devices.release_control(drone_sn="1581FEXAMPLE00001", payload_index=["81-0-0"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> Records[DeviceHms]:
        """List the current alerts of devices.

        Each answer is the whole set of alerts of the health management system (HMS); what is missing from it is over.
        Without device_sn_list the answer is code 210060; a project without devices has an empty list.

        Args:
            device_sn_list: Serial numbers of the devices, joined by commas. At most 100 are taken to be allowed. (at
                least 1 items) Inferred, so only a warning: at most 100 items.
            language: Language of the texts. One client sends it; the header X-Language should do. [inferred]
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DeviceHms]: The alerts, by device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "HMS Information Retrieval" (documentation index, 2026-05-08; documented). Effect: read.
        Repeating: safe.

        Example:
            >>> answer = fh.devices.list_alerts(device_sn_list=["7CTDEXAMPLE0001", "1581FEXAMPLE00001"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Set the clarity of an aircraft's live video.

        Acquire control of the payload first.

        Args:
            sn: Serial number of the aircraft.
            camera_index: Camera of the aircraft, from the drone's camera_list.
            quality_type: Clarity to set.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Video transmission clarity settings" (documentation index, 2026-05-08; documented). Effect:
        write. Repeating: safe.

        Example:
            >>> fh.devices.set_stream_quality(sn="1581FEXAMPLE00001", camera_index="81-0-0", quality_type="adaptive")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Send a command to an aircraft in flight.

        Acts at once, on a route and in manual flight. Code 0 says that the command was accepted, not that it was
        carried out; follow the device state for that.

        Args:
            device_sn: Serial number of the aircraft. The next edition asks for the dock here, so try the dock by hand
                if the aircraft is refused.
            device_command: The command, carried out at once. The member's name is documented, but no live use was seen.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                `fh.devices.get_state(device_sn)` and see from mode_code what the aircraft is doing. Send the command
                again only when the state shows that it was not carried out.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Real-time control command distribution" (documentation index, 2026-05-08; documented). Effect:
        dangerous. Repeating: never.

        Example:
            >>> fh.devices.send_command("1581FEXAMPLE00001", device_command="return_home")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> RtkCalibration:
        """Calibrate a dock's position by network RTK.

        For a dock that was installed or moved. Wrong settings spoil the dock's position and with it precise landing.
        Success says that they were delivered; afterwards check position_state and rtcm_info in the device state.

        Args:
            device_sn: Serial number of the dock.
            host: Host name or IP address of the caster.
            port: Port of the caster. (at least 1; at most 65535)
            account: User name at the caster.
            password: Password at the caster.
            mount_point: Mount point, the correction stream to use.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            RtkCalibration: Whether the dock was given the settings.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                `fh.devices.get_state(device_sn)` of the dock and compare rtcm_info with what was sent. Calibrate again
                only when the settings did not arrive.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Custom Network RTK Calibration" (documentation index, 2026-05-08; documented). Effect:
        dangerous. Repeating: never.

        Example:
            >>> answer = fh.devices.calibrate_rtk(
            ...     "7CTDEXAMPLE0001",
            ...     host="rtk.example.com",
            ...     port=2101,
            ...     account="user1",
            ...     password="secret",
            ...     mount_point="RTCM32",
            ... )
        """
        password = as_secret(password)
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> (
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
    ):
        """Read the state of a device.

        What a dock, an aircraft or a remote controller last reported. V1.0 pushes nothing, so poll. A latitude and
        longitude of 0 mean that there is no position. A key without the right to manage devices gets HTTP 403.

        Args:
            device_sn: Serial number of a dock, an aircraft or a remote controller.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Matrice4DState | Matrice300RtkState | Matrice30State | Mavic3EnterpriseState | Matrice350RtkState |
                Matrice3DState | Matrice4State | RcPlusState | RcProEnterpriseState | RcPlus2State |
                SmartControllerEnterpriseState | Dock1State | Dock2State | Dock3State | GenericDeviceState: The state of
                the device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Device Model Retrieval" (documentation index, 2026-05-08; observed). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = fh.devices.get_state("1581FEXAMPLE00001")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> Records[DevicePair]:
        """List the devices of the project.

        The same rows as the list of the organization, for one project. The camera indexes found here are what the
        livestream, camera, lens and control calls ask for.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DevicePair]: The devices of the project.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain the list of devices under the project" (documentation index, 2026-05-08; documented).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.list()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST, {}, request_options)

    def move_to_project(
        self,
        *,
        active_project_uuid: str | UUID,
        device_sn: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Move a device to another project.

        Takes the device, with a dock also its future flights, away from the project it is in. Whether the project of
        the client shall be the old or the new one is not said.

        Args:
            active_project_uuid: Id of the project that gets the device.
            device_sn: Serial number of the device.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. The device may have moved:
                call fh.devices.list() for both projects, with request_options for the one that is not the client's.
                Move it again only when it is still in the old one, as somebody may have moved it since.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Update Device's Bound Project"
        (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: rejected-only.

        Example:
            >>> fh.devices.move_to_project(
            ...     active_project_uuid="5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11",
            ...     device_sn="7CTDEXAMPLE0001",
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            MOVE_TO_PROJECT,
            {
                "active_project_uuid": active_project_uuid,
                "device_sn": device_sn,
            },
            request_options,
        )

    def start_relay_pairing(
        self,
        *,
        device_sn: str,
        pair_enable: bool,
        pair_type: RelayPairType | Literal["drone", "relay"],
        request_options: RequestOptions | None = None,
    ) -> None:
        """Put a device into pairing mode with a relay, or take it out.

        For private clouds and relay hardware. A device that is pairing may lose the link it has, that of a flying
        aircraft included; nobody is known to have tried a repeat.

        Args:
            device_sn: Serial number of the device that goes into pairing mode.
            pair_enable: true to start pairing, false to end it.
            pair_type: What the device pairs with.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. The device may be pairing
                already: ask with fh.devices.get_relay_pairing(device_sn=…) how it stands before starting again.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Put Device into Relay Pairing
        Mode" (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: never.

        Example:
            >>> fh.devices.start_relay_pairing(device_sn="7CTDEXAMPLE0001", pair_enable=True, pair_type="relay")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            START_RELAY_PAIRING,
            {
                "device_sn": device_sn,
                "pair_enable": pair_enable,
                "pair_type": pair_type,
            },
            request_options,
        )

    def get_relay_pairing(
        self,
        device_sn: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RelayPairing:
        """Ask how pairing with a relay came out.

        For private clouds and relay hardware. The state is one of five numbers, of which no meaning is published.

        Args:
            device_sn: Serial number of the device that was put into pairing mode.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            RelayPairing: The state of the pairing.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Relay Pairing Result"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.get_relay_pairing("7CTDEXAMPLE0001")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_RELAY_PAIRING,
            {
                "device_sn": device_sn,
            },
            request_options,
        )

    def organization_control_status(
        self,
        *,
        device_control_method: str,
        device_sn: str | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> ControlStatus:
        """Ask who controls a device of the organization.

        The same question as the one on the project, asked for any device of the organization. The kinds of control are
        not published, and neither is what the numbers of the answer mean.

        Args:
            device_control_method: Kind of control. No value is published; words for flight and payload are presumed.
            device_sn: Serial number of the device.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ControlStatus: Who holds control.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Device Control Status"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.organization_control_status(device_control_method="flight")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            ORGANIZATION_CONTROL_STATUS,
            {
                "device_control_method": device_control_method,
                "device_sn": device_sn,
                "uuid": uuid,
            },
            request_options,
        )

    def get(
        self,
        sn: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> ProjectDevice:
        """Fetch a device of the project.

        Names and product of one device. Whether it is online is in the device list; its firmware version is in neither.

        Args:
            sn: Serial number of a dock, an aircraft or a remote controller.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectDevice: The device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Device Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.get("7CTDEXAMPLE0001")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET,
            {
                "sn": sn,
            },
            request_options,
        )

    def control_status(
        self,
        *,
        device_control_method: str,
        device_sn: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ControlStatus:
        """Ask who controls a device of the project.

        Worth asking before control is taken away from somebody. The kinds of control are not published, and neither is
        what the numbers of the answer mean.

        Args:
            device_control_method: Kind of control. No value is published; words for flight and payload are presumed.
            device_sn: Serial number of the device.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ControlStatus: Who holds control.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Project Device Control
        Status" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.control_status(device_control_method="flight")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            CONTROL_STATUS,
            {
                "device_control_method": device_control_method,
                "device_sn": device_sn,
            },
            request_options,
        )

    def topology_history(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[DeviceTopology]:
        """List which aircraft have worked with which docks.

        Former pairings of the project. The online status in it is a record, so ask the device list for the present one.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DeviceTopology]: The pairings.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Device Historical
        Topology" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.devices.topology_history()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(TOPOLOGY_HISTORY, {}, request_options)


class RawDevices(RawGroup):
    """As `Devices`; each method returns the whole response: HTTP status, headers, body and answer."""

    list_all = _raw.call(Devices.list_all)
    change_camera = _raw.call(Devices.change_camera)
    change_lens = _raw.call(Devices.change_lens)
    acquire_control = _raw.call(Devices.acquire_control)
    release_control = _raw.call(Devices.release_control)
    list_alerts = _raw.call(Devices.list_alerts)
    set_stream_quality = _raw.call(Devices.set_stream_quality)
    send_command = _raw.call(Devices.send_command)
    calibrate_rtk = _raw.call(Devices.calibrate_rtk)
    get_state = _raw.call(Devices.get_state)
    list = _raw.call(Devices.list)
    move_to_project = _raw.call(Devices.move_to_project)
    start_relay_pairing = _raw.call(Devices.start_relay_pairing)
    get_relay_pairing = _raw.call(Devices.get_relay_pairing)
    organization_control_status = _raw.call(Devices.organization_control_status)
    get = _raw.call(Devices.get)
    control_status = _raw.call(Devices.control_status)
    topology_history = _raw.call(Devices.topology_history)


class AsyncDevices(AsyncGroup):
    """State, alerts, commands, cameras, control and RTK of docks and aircraft."""

    async def list_all(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[DevicePair]:
        """List the devices of the organization.

        Docks and remote controllers with their aircraft and cameras, up to 1000 devices at once. Only devices that are
        linked through a dock or a remote controller appear. There are no positions here; those are in the device state.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DevicePair]: The devices of the organization.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of devices under the organization" (documentation index, 2026-05-08; observed).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.list_all()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST_ALL, {}, request_options)

    async def change_camera(
        self,
        *,
        sn: str,
        camera_index: str,
        camera_position: CameraPosition | Literal["indoor", "outdoor"],
        request_options: RequestOptions | None = None,
    ) -> None:
        """Switch the view of a dock's camera.

        Shows the inside or the outside of the dock. What can be chosen stands in the gateway's camera_list. No control
        has to be acquired for it.

        Args:
            sn: Serial number of the dock.
            camera_index: Camera of the dock, from the gateway's camera_list.
            camera_position: View to show.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Dock camera switch" (documentation index, 2026-05-08; documented). Effect: write. Repeating:
        safe.

        Example:
            >>> await fh.devices.change_camera(sn="7CTDEXAMPLE0001", camera_index="165-0-7", camera_position="indoor")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Switch the lens of an aircraft's camera.

        Acquire control of the payload first. Only lenses in the camera's available_lens_types can be chosen.

        Args:
            sn: Serial number of the aircraft.
            camera_index: Camera of the aircraft, from the drone's camera_list.
            lens_type: Lens to show, one of available_lens_types; normal cannot be asked for.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Aircraft Lens Switching" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> await fh.devices.change_lens(sn="1581FEXAMPLE00001", camera_index="81-0-0", lens_type="zoom")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> PayloadControls:
        """Take control of payloads of an aircraft.

        A payload has one holder at a time, and this takes it from whoever has it, a pilot beside the aircraft included.
        Needed before lens and stream quality can be changed. Control of the flight itself cannot be taken in V1.0.

        Args:
            drone_sn: Serial number of the aircraft.
            payload_index: Payloads to take, each by its camera_index in the drone's camera_list. (at least 1 items)
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            PayloadControls: Who holds control now.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                `fh.devices.get_state(drone_sn)` and look for control_source, which may tell who holds the payload.
                Acquire again only when nobody else can have taken it in between.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Control acquisition" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: never.

        Example:
            >>> answer = await fh.devices.acquire_control(drone_sn="1581FEXAMPLE00001", payload_index=["81-0-0"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> PayloadControls:
        """Give up control of payloads of an aircraft.

        Release as soon as the work is done. A second release changes nothing, though it may be answered with a failure.
        The request is a DELETE with a body, which proxies on the way must pass on.

        Args:
            drone_sn: Serial number of the aircraft.
            payload_index: Payloads to release, each by its camera_index in the drone's camera_list. (at least 1 items)
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            PayloadControls: Who still holds control.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Release control" (documentation index, 2026-05-08; documented). Effect: write. Repeating: safe.

        Example:
            >>> answer = await fh.devices.release_control(drone_sn="1581FEXAMPLE00001", payload_index=["81-0-0"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> Records[DeviceHms]:
        """List the current alerts of devices.

        Each answer is the whole set of alerts of the health management system (HMS); what is missing from it is over.
        Without device_sn_list the answer is code 210060; a project without devices has an empty list.

        Args:
            device_sn_list: Serial numbers of the devices, joined by commas. At most 100 are taken to be allowed. (at
                least 1 items) Inferred, so only a warning: at most 100 items.
            language: Language of the texts. One client sends it; the header X-Language should do. [inferred]
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DeviceHms]: The alerts, by device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "HMS Information Retrieval" (documentation index, 2026-05-08; documented). Effect: read.
        Repeating: safe.

        Example:
            >>> answer = await fh.devices.list_alerts(device_sn_list=["7CTDEXAMPLE0001", "1581FEXAMPLE00001"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Set the clarity of an aircraft's live video.

        Acquire control of the payload first.

        Args:
            sn: Serial number of the aircraft.
            camera_index: Camera of the aircraft, from the drone's camera_list.
            quality_type: Clarity to set.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Video transmission clarity settings" (documentation index, 2026-05-08; documented). Effect:
        write. Repeating: safe.

        Example:
            >>> await fh.devices.set_stream_quality(
            ...     sn="1581FEXAMPLE00001",
            ...     camera_index="81-0-0",
            ...     quality_type="adaptive",
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Send a command to an aircraft in flight.

        Acts at once, on a route and in manual flight. Code 0 says that the command was accepted, not that it was
        carried out; follow the device state for that.

        Args:
            device_sn: Serial number of the aircraft. The next edition asks for the dock here, so try the dock by hand
                if the aircraft is refused.
            device_command: The command, carried out at once. The member's name is documented, but no live use was seen.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                `fh.devices.get_state(device_sn)` and see from mode_code what the aircraft is doing. Send the command
                again only when the state shows that it was not carried out.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Real-time control command distribution" (documentation index, 2026-05-08; documented). Effect:
        dangerous. Repeating: never.

        Example:
            >>> await fh.devices.send_command("1581FEXAMPLE00001", device_command="return_home")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> RtkCalibration:
        """Calibrate a dock's position by network RTK.

        For a dock that was installed or moved. Wrong settings spoil the dock's position and with it precise landing.
        Success says that they were delivered; afterwards check position_state and rtcm_info in the device state.

        Args:
            device_sn: Serial number of the dock.
            host: Host name or IP address of the caster.
            port: Port of the caster. (at least 1; at most 65535)
            account: User name at the caster.
            password: Password at the caster.
            mount_point: Mount point, the correction stream to use.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            RtkCalibration: Whether the dock was given the settings.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                `fh.devices.get_state(device_sn)` of the dock and compare rtcm_info with what was sent. Calibrate again
                only when the settings did not arrive.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Custom Network RTK Calibration" (documentation index, 2026-05-08; documented). Effect:
        dangerous. Repeating: never.

        Example:
            >>> answer = await fh.devices.calibrate_rtk(
            ...     "7CTDEXAMPLE0001",
            ...     host="rtk.example.com",
            ...     port=2101,
            ...     account="user1",
            ...     password="secret",
            ...     mount_point="RTCM32",
            ... )
        """
        password = as_secret(password)
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> (
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
    ):
        """Read the state of a device.

        What a dock, an aircraft or a remote controller last reported. V1.0 pushes nothing, so poll. A latitude and
        longitude of 0 mean that there is no position. A key without the right to manage devices gets HTTP 403.

        Args:
            device_sn: Serial number of a dock, an aircraft or a remote controller.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Matrice4DState | Matrice300RtkState | Matrice30State | Mavic3EnterpriseState | Matrice350RtkState |
                Matrice3DState | Matrice4State | RcPlusState | RcProEnterpriseState | RcPlus2State |
                SmartControllerEnterpriseState | Dock1State | Dock2State | Dock3State | GenericDeviceState: The state of
                the device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Device Model Retrieval" (documentation index, 2026-05-08; observed). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = await fh.devices.get_state("1581FEXAMPLE00001")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> Records[DevicePair]:
        """List the devices of the project.

        The same rows as the list of the organization, for one project. The camera indexes found here are what the
        livestream, camera, lens and control calls ask for.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DevicePair]: The devices of the project.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Obtain the list of devices under the project" (documentation index, 2026-05-08; documented).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.list()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST, {}, request_options)

    async def move_to_project(
        self,
        *,
        active_project_uuid: str | UUID,
        device_sn: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Move a device to another project.

        Takes the device, with a dock also its future flights, away from the project it is in. Whether the project of
        the client shall be the old or the new one is not said.

        Args:
            active_project_uuid: Id of the project that gets the device.
            device_sn: Serial number of the device.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. The device may have moved:
                call fh.devices.list() for both projects, with request_options for the one that is not the client's.
                Move it again only when it is still in the old one, as somebody may have moved it since.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Update Device's Bound Project"
        (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: rejected-only.

        Example:
            >>> await fh.devices.move_to_project(
            ...     active_project_uuid="5b1f0c52-7a0e-4a39-9b1d-2f6f4c0d9a11",
            ...     device_sn="7CTDEXAMPLE0001",
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            MOVE_TO_PROJECT,
            {
                "active_project_uuid": active_project_uuid,
                "device_sn": device_sn,
            },
            request_options,
        )

    async def start_relay_pairing(
        self,
        *,
        device_sn: str,
        pair_enable: bool,
        pair_type: RelayPairType | Literal["drone", "relay"],
        request_options: RequestOptions | None = None,
    ) -> None:
        """Put a device into pairing mode with a relay, or take it out.

        For private clouds and relay hardware. A device that is pairing may lose the link it has, that of a flying
        aircraft included; nobody is known to have tried a repeat.

        Args:
            device_sn: Serial number of the device that goes into pairing mode.
            pair_enable: true to start pairing, false to end it.
            pair_type: What the device pairs with.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. The device may be pairing
                already: ask with fh.devices.get_relay_pairing(device_sn=…) how it stands before starting again.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Put Device into Relay Pairing
        Mode" (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: never.

        Example:
            >>> await fh.devices.start_relay_pairing(device_sn="7CTDEXAMPLE0001", pair_enable=True, pair_type="relay")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            START_RELAY_PAIRING,
            {
                "device_sn": device_sn,
                "pair_enable": pair_enable,
                "pair_type": pair_type,
            },
            request_options,
        )

    async def get_relay_pairing(
        self,
        device_sn: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RelayPairing:
        """Ask how pairing with a relay came out.

        For private clouds and relay hardware. The state is one of five numbers, of which no meaning is published.

        Args:
            device_sn: Serial number of the device that was put into pairing mode.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            RelayPairing: The state of the pairing.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Relay Pairing Result"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.get_relay_pairing("7CTDEXAMPLE0001")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_RELAY_PAIRING,
            {
                "device_sn": device_sn,
            },
            request_options,
        )

    async def organization_control_status(
        self,
        *,
        device_control_method: str,
        device_sn: str | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> ControlStatus:
        """Ask who controls a device of the organization.

        The same question as the one on the project, asked for any device of the organization. The kinds of control are
        not published, and neither is what the numbers of the answer mean.

        Args:
            device_control_method: Kind of control. No value is published; words for flight and payload are presumed.
            device_sn: Serial number of the device.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ControlStatus: Who holds control.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Device Control Status"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.organization_control_status(device_control_method="flight")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            ORGANIZATION_CONTROL_STATUS,
            {
                "device_control_method": device_control_method,
                "device_sn": device_sn,
                "uuid": uuid,
            },
            request_options,
        )

    async def get(
        self,
        sn: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> ProjectDevice:
        """Fetch a device of the project.

        Names and product of one device. Whether it is online is in the device list; its firmware version is in neither.

        Args:
            sn: Serial number of a dock, an aircraft or a remote controller.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectDevice: The device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Device Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.get("7CTDEXAMPLE0001")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET,
            {
                "sn": sn,
            },
            request_options,
        )

    async def control_status(
        self,
        *,
        device_control_method: str,
        device_sn: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> ControlStatus:
        """Ask who controls a device of the project.

        Worth asking before control is taken away from somebody. The kinds of control are not published, and neither is
        what the numbers of the answer mean.

        Args:
            device_control_method: Kind of control. No value is published; words for flight and payload are presumed.
            device_sn: Serial number of the device.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ControlStatus: Who holds control.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Project Device Control
        Status" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.control_status(device_control_method="flight")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            CONTROL_STATUS,
            {
                "device_control_method": device_control_method,
                "device_sn": device_sn,
            },
            request_options,
        )

    async def topology_history(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[DeviceTopology]:
        """List which aircraft have worked with which docks.

        Former pairings of the project. The online status in it is a record, so ask the device list for the present one.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DeviceTopology]: The pairings.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Project Device Historical
        Topology" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.devices.topology_history()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(TOPOLOGY_HISTORY, {}, request_options)


class AsyncRawDevices(AsyncRawGroup):
    """As `AsyncDevices`; each method returns the whole response: HTTP status, headers, body and answer."""

    list_all = _raw.async_call(AsyncDevices.list_all)
    change_camera = _raw.async_call(AsyncDevices.change_camera)
    change_lens = _raw.async_call(AsyncDevices.change_lens)
    acquire_control = _raw.async_call(AsyncDevices.acquire_control)
    release_control = _raw.async_call(AsyncDevices.release_control)
    list_alerts = _raw.async_call(AsyncDevices.list_alerts)
    set_stream_quality = _raw.async_call(AsyncDevices.set_stream_quality)
    send_command = _raw.async_call(AsyncDevices.send_command)
    calibrate_rtk = _raw.async_call(AsyncDevices.calibrate_rtk)
    get_state = _raw.async_call(AsyncDevices.get_state)
    list = _raw.async_call(AsyncDevices.list)
    move_to_project = _raw.async_call(AsyncDevices.move_to_project)
    start_relay_pairing = _raw.async_call(AsyncDevices.start_relay_pairing)
    get_relay_pairing = _raw.async_call(AsyncDevices.get_relay_pairing)
    organization_control_status = _raw.async_call(AsyncDevices.organization_control_status)
    get = _raw.async_call(AsyncDevices.get)
    control_status = _raw.async_call(AsyncDevices.control_status)
    topology_history = _raw.async_call(AsyncDevices.topology_history)
