"""The enums of the API.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .air_conditioner_state import AirConditionerState as AirConditionerState
    from .aircraft_gear import AircraftGear as AircraftGear
    from .aircraft_maintain_type import AircraftMaintainType as AircraftMaintainType
    from .algorithm_source import AlgorithmSource as AlgorithmSource
    from .annotation_display import AnnotationDisplay as AnnotationDisplay
    from .annotation_type import AnnotationType as AnnotationType
    from .authority_side import AuthoritySide as AuthoritySide
    from .battery_heat_state import BatteryHeatState as BatteryHeatState
    from .battery_maintenance_state import BatteryMaintenanceState as BatteryMaintenanceState
    from .battery_side import BatterySide as BatterySide
    from .battery_store_mode import BatteryStoreMode as BatteryStoreMode
    from .calibration_flag import CalibrationFlag as CalibrationFlag
    from .camera_iso import CameraIso as CameraIso
    from .camera_mode import CameraMode as CameraMode
    from .camera_position import CameraPosition as CameraPosition
    from .charge_state import ChargeState as ChargeState
    from .commander_flight_mode import CommanderFlightMode as CommanderFlightMode
    from .commander_mode_lost_action import CommanderModeLostAction as CommanderModeLostAction
    from .compatible_status import CompatibleStatus as CompatibleStatus
    from .configured_flag import ConfiguredFlag as ConfiguredFlag
    from .control_type import ControlType as ControlType
    from .converter_schema import ConverterSchema as ConverterSchema
    from .converter_state import ConverterState as ConverterState
    from .cover_state import CoverState as CoverState
    from .day_of_week import DayOfWeek as DayOfWeek
    from .device_class import DeviceClass as DeviceClass
    from .device_command import DeviceCommand as DeviceCommand
    from .device_domain import DeviceDomain as DeviceDomain
    from .device_rth_mode import DeviceRthMode as DeviceRthMode
    from .dispatch_warning_type import DispatchWarningType as DispatchWarningType
    from .dock_maintain_type import DockMaintainType as DockMaintainType
    from .dock_task_step import DockTaskStep as DockTaskStep
    from .dongle_type import DongleType as DongleType
    from .drc_state import DrcState as DrcState
    from .drone_in_dock import DroneInDock as DroneInDock
    from .drone_mode_code import DroneModeCode as DroneModeCode
    from .drone_mode_code_reason import DroneModeCodeReason as DroneModeCodeReason
    from .esim_activation import EsimActivation as EsimActivation
    from .esim_activation_detailed import EsimActivationDetailed as EsimActivationDetailed
    from .event_file_type import EventFileType as EventFileType
    from .exit_wayline_when_rc_lost import ExitWaylineWhenRcLost as ExitWaylineWhenRcLost
    from .exposure_mode import ExposureMode as ExposureMode
    from .exposure_value import ExposureValue as ExposureValue
    from .firmware_upgrade_status import FirmwareUpgradeStatus as FirmwareUpgradeStatus
    from .flight_area_geometry_type import FlightAreaGeometryType as FlightAreaGeometryType
    from .flight_area_status import FlightAreaStatus as FlightAreaStatus
    from .flight_area_type import FlightAreaType as FlightAreaType
    from .flight_export_content_type import FlightExportContentType as FlightExportContentType
    from .flight_export_status import FlightExportStatus as FlightExportStatus
    from .flight_hub_sync_task_status import FlightHubSyncTaskStatus as FlightHubSyncTaskStatus
    from .flight_task_status import FlightTaskStatus as FlightTaskStatus
    from .flight_task_status_code import FlightTaskStatusCode as FlightTaskStatusCode
    from .flight_task_status_update import FlightTaskStatusUpdate as FlightTaskStatusUpdate
    from .flight_task_type import FlightTaskType as FlightTaskType
    from .flight_task_type_code import FlightTaskTypeCode as FlightTaskTypeCode
    from .focus_mode import FocusMode as FocusMode
    from .focus_state import FocusState as FocusState
    from .gateway_mode_code import GatewayModeCode as GatewayModeCode
    from .geometry_type import GeometryType as GeometryType
    from .hms_in_the_key import HmsInTheKey as HmsInTheKey
    from .hms_level import HmsLevel as HmsLevel
    from .hms_module import HmsModule as HmsModule
    from .home_position_validity import HomePositionValidity as HomePositionValidity
    from .home_position_validity_detailed import HomePositionValidityDetailed as HomePositionValidityDetailed
    from .improvement_programme import ImprovementProgramme as ImprovementProgramme
    from .ir_metering_mode import IrMeteringMode as IrMeteringMode
    from .lens_type import LensType as LensType
    from .light_switch import LightSwitch as LightSwitch
    from .link_state import LinkState as LinkState
    from .link_workmode import LinkWorkmode as LinkWorkmode
    from .live_stream_status import LiveStreamStatus as LiveStreamStatus
    from .live_url_type import LiveUrlType as LiveUrlType
    from .maintain_flag import MaintainFlag as MaintainFlag
    from .measure_target_error_state import MeasureTargetErrorState as MeasureTargetErrorState
    from .media_file_type import MediaFileType as MediaFileType
    from .media_upload_status import MediaUploadStatus as MediaUploadStatus
    from .member_role import MemberRole as MemberRole
    from .model_file_type import ModelFileType as ModelFileType
    from .model_output_format import ModelOutputFormat as ModelOutputFormat
    from .model_status import ModelStatus as ModelStatus
    from .model_type import ModelType as ModelType
    from .near_area_limit import NearAreaLimit as NearAreaLimit
    from .near_distance_limit import NearDistanceLimit as NearDistanceLimit
    from .near_height_limit import NearHeightLimit as NearHeightLimit
    from .network_quality import NetworkQuality as NetworkQuality
    from .network_type import NetworkType as NetworkType
    from .open_model_cloud_name import OpenModelCloudName as OpenModelCloudName
    from .open_model_resource_status import OpenModelResourceStatus as OpenModelResourceStatus
    from .out_of_control_action import OutOfControlAction as OutOfControlAction
    from .paired_flag import PairedFlag as PairedFlag
    from .photo_state import PhotoState as PhotoState
    from .position_fixed import PositionFixed as PositionFixed
    from .position_quality import PositionQuality as PositionQuality
    from .position_quality_basic import PositionQualityBasic as PositionQualityBasic
    from .project_authorized_filter import ProjectAuthorizedFilter as ProjectAuthorizedFilter
    from .project_list_usage import ProjectListUsage as ProjectListUsage
    from .project_sort_column import ProjectSortColumn as ProjectSortColumn
    from .putter_state import PutterState as PutterState
    from .quality_type import QualityType as QualityType
    from .rainfall import Rainfall as Rainfall
    from .rc_lost_action import RcLostAction as RcLostAction
    from .ready_flag import ReadyFlag as ReadyFlag
    from .reconstruction_mode import ReconstructionMode as ReconstructionMode
    from .reconstruction_quality import ReconstructionQuality as ReconstructionQuality
    from .recording_state import RecordingState as RecordingState
    from .relay_pair_type import RelayPairType as RelayPairType
    from .relay_pairing_state import RelayPairingState as RelayPairingState
    from .relay_query_status import RelayQueryStatus as RelayQueryStatus
    from .repeat_type import RepeatType as RepeatType
    from .resumable_status import ResumableStatus as ResumableStatus
    from .return_home_exit_reason import ReturnHomeExitReason as ReturnHomeExitReason
    from .rtcm_device_type import RtcmDeviceType as RtcmDeviceType
    from .rtcm_source_type import RtcmSourceType as RtcmSourceType
    from .rth_mode import RthMode as RthMode
    from .rtk_status import RtkStatus as RtkStatus
    from .shutter_speed import ShutterSpeed as ShutterSpeed
    from .silent_mode import SilentMode as SilentMode
    from .sim_card_state import SimCardState as SimCardState
    from .sim_slot import SimSlot as SimSlot
    from .sim_type import SimType as SimType
    from .sort_type import SortType as SortType
    from .speaker_play_mode import SpeakerPlayMode as SpeakerPlayMode
    from .speaker_system_state import SpeakerSystemState as SpeakerSystemState
    from .speaker_work_mode import SpeakerWorkMode as SpeakerWorkMode
    from .storage_provider import StorageProvider as StorageProvider
    from .sub_device_online import SubDeviceOnline as SubDeviceOnline
    from .switch import Switch as Switch
    from .sync_file_type import SyncFileType as SyncFileType
    from .telecom_operator import TelecomOperator as TelecomOperator
    from .thermal_gain_mode import ThermalGainMode as ThermalGainMode
    from .thermal_palette import ThermalPalette as ThermalPalette
    from .tri_state import TriState as TriState
    from .video_quality import VideoQuality as VideoQuality
    from .video_quality_controller import VideoQualityController as VideoQualityController
    from .watermark_layout import WatermarkLayout as WatermarkLayout
    from .wayline_precision_type import WaylinePrecisionType as WaylinePrecisionType
    from .wayline_sub_file_type import WaylineSubFileType as WaylineSubFileType
    from .wayline_template_type import WaylineTemplateType as WaylineTemplateType
    from .week_of_month import WeekOfMonth as WeekOfMonth
    from .wind_direction import WindDirection as WindDirection
    from .zip_status import ZipStatus as ZipStatus

__all__ = [
    "AirConditionerState",
    "AircraftGear",
    "AircraftMaintainType",
    "AlgorithmSource",
    "AnnotationDisplay",
    "AnnotationType",
    "AuthoritySide",
    "BatteryHeatState",
    "BatteryMaintenanceState",
    "BatterySide",
    "BatteryStoreMode",
    "CalibrationFlag",
    "CameraIso",
    "CameraMode",
    "CameraPosition",
    "ChargeState",
    "CommanderFlightMode",
    "CommanderModeLostAction",
    "CompatibleStatus",
    "ConfiguredFlag",
    "ControlType",
    "ConverterSchema",
    "ConverterState",
    "CoverState",
    "DayOfWeek",
    "DeviceClass",
    "DeviceCommand",
    "DeviceDomain",
    "DeviceRthMode",
    "DispatchWarningType",
    "DockMaintainType",
    "DockTaskStep",
    "DongleType",
    "DrcState",
    "DroneInDock",
    "DroneModeCode",
    "DroneModeCodeReason",
    "EsimActivation",
    "EsimActivationDetailed",
    "EventFileType",
    "ExitWaylineWhenRcLost",
    "ExposureMode",
    "ExposureValue",
    "FirmwareUpgradeStatus",
    "FlightAreaGeometryType",
    "FlightAreaStatus",
    "FlightAreaType",
    "FlightExportContentType",
    "FlightExportStatus",
    "FlightHubSyncTaskStatus",
    "FlightTaskStatus",
    "FlightTaskStatusCode",
    "FlightTaskStatusUpdate",
    "FlightTaskType",
    "FlightTaskTypeCode",
    "FocusMode",
    "FocusState",
    "GatewayModeCode",
    "GeometryType",
    "HmsInTheKey",
    "HmsLevel",
    "HmsModule",
    "HomePositionValidity",
    "HomePositionValidityDetailed",
    "ImprovementProgramme",
    "IrMeteringMode",
    "LensType",
    "LightSwitch",
    "LinkState",
    "LinkWorkmode",
    "LiveStreamStatus",
    "LiveUrlType",
    "MaintainFlag",
    "MeasureTargetErrorState",
    "MediaFileType",
    "MediaUploadStatus",
    "MemberRole",
    "ModelFileType",
    "ModelOutputFormat",
    "ModelStatus",
    "ModelType",
    "NearAreaLimit",
    "NearDistanceLimit",
    "NearHeightLimit",
    "NetworkQuality",
    "NetworkType",
    "OpenModelCloudName",
    "OpenModelResourceStatus",
    "OutOfControlAction",
    "PairedFlag",
    "PhotoState",
    "PositionFixed",
    "PositionQuality",
    "PositionQualityBasic",
    "ProjectAuthorizedFilter",
    "ProjectListUsage",
    "ProjectSortColumn",
    "PutterState",
    "QualityType",
    "Rainfall",
    "RcLostAction",
    "ReadyFlag",
    "ReconstructionMode",
    "ReconstructionQuality",
    "RecordingState",
    "RelayPairType",
    "RelayPairingState",
    "RelayQueryStatus",
    "RepeatType",
    "ResumableStatus",
    "ReturnHomeExitReason",
    "RtcmDeviceType",
    "RtcmSourceType",
    "RthMode",
    "RtkStatus",
    "ShutterSpeed",
    "SilentMode",
    "SimCardState",
    "SimSlot",
    "SimType",
    "SortType",
    "SpeakerPlayMode",
    "SpeakerSystemState",
    "SpeakerWorkMode",
    "StorageProvider",
    "SubDeviceOnline",
    "Switch",
    "SyncFileType",
    "TelecomOperator",
    "ThermalGainMode",
    "ThermalPalette",
    "TriState",
    "VideoQuality",
    "VideoQualityController",
    "WatermarkLayout",
    "WaylinePrecisionType",
    "WaylineSubFileType",
    "WaylineTemplateType",
    "WeekOfMonth",
    "WindDirection",
    "ZipStatus",
]

_MODULES = {
    "AirConditionerState": "air_conditioner_state",
    "AircraftGear": "aircraft_gear",
    "AircraftMaintainType": "aircraft_maintain_type",
    "AlgorithmSource": "algorithm_source",
    "AnnotationDisplay": "annotation_display",
    "AnnotationType": "annotation_type",
    "AuthoritySide": "authority_side",
    "BatteryHeatState": "battery_heat_state",
    "BatteryMaintenanceState": "battery_maintenance_state",
    "BatterySide": "battery_side",
    "BatteryStoreMode": "battery_store_mode",
    "CalibrationFlag": "calibration_flag",
    "CameraIso": "camera_iso",
    "CameraMode": "camera_mode",
    "CameraPosition": "camera_position",
    "ChargeState": "charge_state",
    "CommanderFlightMode": "commander_flight_mode",
    "CommanderModeLostAction": "commander_mode_lost_action",
    "CompatibleStatus": "compatible_status",
    "ConfiguredFlag": "configured_flag",
    "ControlType": "control_type",
    "ConverterSchema": "converter_schema",
    "ConverterState": "converter_state",
    "CoverState": "cover_state",
    "DayOfWeek": "day_of_week",
    "DeviceClass": "device_class",
    "DeviceCommand": "device_command",
    "DeviceDomain": "device_domain",
    "DeviceRthMode": "device_rth_mode",
    "DispatchWarningType": "dispatch_warning_type",
    "DockMaintainType": "dock_maintain_type",
    "DockTaskStep": "dock_task_step",
    "DongleType": "dongle_type",
    "DrcState": "drc_state",
    "DroneInDock": "drone_in_dock",
    "DroneModeCode": "drone_mode_code",
    "DroneModeCodeReason": "drone_mode_code_reason",
    "EsimActivation": "esim_activation",
    "EsimActivationDetailed": "esim_activation_detailed",
    "EventFileType": "event_file_type",
    "ExitWaylineWhenRcLost": "exit_wayline_when_rc_lost",
    "ExposureMode": "exposure_mode",
    "ExposureValue": "exposure_value",
    "FirmwareUpgradeStatus": "firmware_upgrade_status",
    "FlightAreaGeometryType": "flight_area_geometry_type",
    "FlightAreaStatus": "flight_area_status",
    "FlightAreaType": "flight_area_type",
    "FlightExportContentType": "flight_export_content_type",
    "FlightExportStatus": "flight_export_status",
    "FlightHubSyncTaskStatus": "flight_hub_sync_task_status",
    "FlightTaskStatus": "flight_task_status",
    "FlightTaskStatusCode": "flight_task_status_code",
    "FlightTaskStatusUpdate": "flight_task_status_update",
    "FlightTaskType": "flight_task_type",
    "FlightTaskTypeCode": "flight_task_type_code",
    "FocusMode": "focus_mode",
    "FocusState": "focus_state",
    "GatewayModeCode": "gateway_mode_code",
    "GeometryType": "geometry_type",
    "HmsInTheKey": "hms_in_the_key",
    "HmsLevel": "hms_level",
    "HmsModule": "hms_module",
    "HomePositionValidity": "home_position_validity",
    "HomePositionValidityDetailed": "home_position_validity_detailed",
    "ImprovementProgramme": "improvement_programme",
    "IrMeteringMode": "ir_metering_mode",
    "LensType": "lens_type",
    "LightSwitch": "light_switch",
    "LinkState": "link_state",
    "LinkWorkmode": "link_workmode",
    "LiveStreamStatus": "live_stream_status",
    "LiveUrlType": "live_url_type",
    "MaintainFlag": "maintain_flag",
    "MeasureTargetErrorState": "measure_target_error_state",
    "MediaFileType": "media_file_type",
    "MediaUploadStatus": "media_upload_status",
    "MemberRole": "member_role",
    "ModelFileType": "model_file_type",
    "ModelOutputFormat": "model_output_format",
    "ModelStatus": "model_status",
    "ModelType": "model_type",
    "NearAreaLimit": "near_area_limit",
    "NearDistanceLimit": "near_distance_limit",
    "NearHeightLimit": "near_height_limit",
    "NetworkQuality": "network_quality",
    "NetworkType": "network_type",
    "OpenModelCloudName": "open_model_cloud_name",
    "OpenModelResourceStatus": "open_model_resource_status",
    "OutOfControlAction": "out_of_control_action",
    "PairedFlag": "paired_flag",
    "PhotoState": "photo_state",
    "PositionFixed": "position_fixed",
    "PositionQuality": "position_quality",
    "PositionQualityBasic": "position_quality_basic",
    "ProjectAuthorizedFilter": "project_authorized_filter",
    "ProjectListUsage": "project_list_usage",
    "ProjectSortColumn": "project_sort_column",
    "PutterState": "putter_state",
    "QualityType": "quality_type",
    "Rainfall": "rainfall",
    "RcLostAction": "rc_lost_action",
    "ReadyFlag": "ready_flag",
    "ReconstructionMode": "reconstruction_mode",
    "ReconstructionQuality": "reconstruction_quality",
    "RecordingState": "recording_state",
    "RelayPairType": "relay_pair_type",
    "RelayPairingState": "relay_pairing_state",
    "RelayQueryStatus": "relay_query_status",
    "RepeatType": "repeat_type",
    "ResumableStatus": "resumable_status",
    "ReturnHomeExitReason": "return_home_exit_reason",
    "RtcmDeviceType": "rtcm_device_type",
    "RtcmSourceType": "rtcm_source_type",
    "RthMode": "rth_mode",
    "RtkStatus": "rtk_status",
    "ShutterSpeed": "shutter_speed",
    "SilentMode": "silent_mode",
    "SimCardState": "sim_card_state",
    "SimSlot": "sim_slot",
    "SimType": "sim_type",
    "SortType": "sort_type",
    "SpeakerPlayMode": "speaker_play_mode",
    "SpeakerSystemState": "speaker_system_state",
    "SpeakerWorkMode": "speaker_work_mode",
    "StorageProvider": "storage_provider",
    "SubDeviceOnline": "sub_device_online",
    "Switch": "switch",
    "SyncFileType": "sync_file_type",
    "TelecomOperator": "telecom_operator",
    "ThermalGainMode": "thermal_gain_mode",
    "ThermalPalette": "thermal_palette",
    "TriState": "tri_state",
    "VideoQuality": "video_quality",
    "VideoQualityController": "video_quality_controller",
    "WatermarkLayout": "watermark_layout",
    "WaylinePrecisionType": "wayline_precision_type",
    "WaylineSubFileType": "wayline_sub_file_type",
    "WaylineTemplateType": "wayline_template_type",
    "WeekOfMonth": "week_of_month",
    "WindDirection": "wind_direction",
    "ZipStatus": "zip_status",
}


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted(__all__)
