"""The enums of the API.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .annotation_type import AnnotationType as AnnotationType
    from .camera_position import CameraPosition as CameraPosition
    from .control_type import ControlType as ControlType
    from .converter_schema import ConverterSchema as ConverterSchema
    from .converter_state import ConverterState as ConverterState
    from .day_of_week import DayOfWeek as DayOfWeek
    from .device_class import DeviceClass as DeviceClass
    from .device_command import DeviceCommand as DeviceCommand
    from .device_domain import DeviceDomain as DeviceDomain
    from .drone_mode_code import DroneModeCode as DroneModeCode
    from .flight_task_status import FlightTaskStatus as FlightTaskStatus
    from .flight_task_status_update import FlightTaskStatusUpdate as FlightTaskStatusUpdate
    from .flight_task_type import FlightTaskType as FlightTaskType
    from .gateway_mode_code import GatewayModeCode as GatewayModeCode
    from .geometry_type import GeometryType as GeometryType
    from .hms_in_the_key import HmsInTheKey as HmsInTheKey
    from .hms_level import HmsLevel as HmsLevel
    from .hms_module import HmsModule as HmsModule
    from .lens_type import LensType as LensType
    from .live_url_type import LiveUrlType as LiveUrlType
    from .media_file_type import MediaFileType as MediaFileType
    from .media_upload_status import MediaUploadStatus as MediaUploadStatus
    from .member_role import MemberRole as MemberRole
    from .model_file_type import ModelFileType as ModelFileType
    from .model_output_format import ModelOutputFormat as ModelOutputFormat
    from .model_status import ModelStatus as ModelStatus
    from .model_type import ModelType as ModelType
    from .open_model_cloud_name import OpenModelCloudName as OpenModelCloudName
    from .open_model_resource_status import OpenModelResourceStatus as OpenModelResourceStatus
    from .out_of_control_action import OutOfControlAction as OutOfControlAction
    from .project_authorized_filter import ProjectAuthorizedFilter as ProjectAuthorizedFilter
    from .project_list_usage import ProjectListUsage as ProjectListUsage
    from .project_sort_column import ProjectSortColumn as ProjectSortColumn
    from .quality_type import QualityType as QualityType
    from .reconstruction_mode import ReconstructionMode as ReconstructionMode
    from .reconstruction_quality import ReconstructionQuality as ReconstructionQuality
    from .repeat_type import RepeatType as RepeatType
    from .resumable_status import ResumableStatus as ResumableStatus
    from .rth_mode import RthMode as RthMode
    from .rtk_status import RtkStatus as RtkStatus
    from .sort_type import SortType as SortType
    from .storage_provider import StorageProvider as StorageProvider
    from .wayline_precision_type import WaylinePrecisionType as WaylinePrecisionType
    from .wayline_template_type import WaylineTemplateType as WaylineTemplateType
    from .week_of_month import WeekOfMonth as WeekOfMonth
    from .zip_status import ZipStatus as ZipStatus

__all__ = [
    "AnnotationType",
    "CameraPosition",
    "ControlType",
    "ConverterSchema",
    "ConverterState",
    "DayOfWeek",
    "DeviceClass",
    "DeviceCommand",
    "DeviceDomain",
    "DroneModeCode",
    "FlightTaskStatus",
    "FlightTaskStatusUpdate",
    "FlightTaskType",
    "GatewayModeCode",
    "GeometryType",
    "HmsInTheKey",
    "HmsLevel",
    "HmsModule",
    "LensType",
    "LiveUrlType",
    "MediaFileType",
    "MediaUploadStatus",
    "MemberRole",
    "ModelFileType",
    "ModelOutputFormat",
    "ModelStatus",
    "ModelType",
    "OpenModelCloudName",
    "OpenModelResourceStatus",
    "OutOfControlAction",
    "ProjectAuthorizedFilter",
    "ProjectListUsage",
    "ProjectSortColumn",
    "QualityType",
    "ReconstructionMode",
    "ReconstructionQuality",
    "RepeatType",
    "ResumableStatus",
    "RthMode",
    "RtkStatus",
    "SortType",
    "StorageProvider",
    "WaylinePrecisionType",
    "WaylineTemplateType",
    "WeekOfMonth",
    "ZipStatus",
]

_MODULES = {
    "AnnotationType": "annotation_type",
    "CameraPosition": "camera_position",
    "ControlType": "control_type",
    "ConverterSchema": "converter_schema",
    "ConverterState": "converter_state",
    "DayOfWeek": "day_of_week",
    "DeviceClass": "device_class",
    "DeviceCommand": "device_command",
    "DeviceDomain": "device_domain",
    "DroneModeCode": "drone_mode_code",
    "FlightTaskStatus": "flight_task_status",
    "FlightTaskStatusUpdate": "flight_task_status_update",
    "FlightTaskType": "flight_task_type",
    "GatewayModeCode": "gateway_mode_code",
    "GeometryType": "geometry_type",
    "HmsInTheKey": "hms_in_the_key",
    "HmsLevel": "hms_level",
    "HmsModule": "hms_module",
    "LensType": "lens_type",
    "LiveUrlType": "live_url_type",
    "MediaFileType": "media_file_type",
    "MediaUploadStatus": "media_upload_status",
    "MemberRole": "member_role",
    "ModelFileType": "model_file_type",
    "ModelOutputFormat": "model_output_format",
    "ModelStatus": "model_status",
    "ModelType": "model_type",
    "OpenModelCloudName": "open_model_cloud_name",
    "OpenModelResourceStatus": "open_model_resource_status",
    "OutOfControlAction": "out_of_control_action",
    "ProjectAuthorizedFilter": "project_authorized_filter",
    "ProjectListUsage": "project_list_usage",
    "ProjectSortColumn": "project_sort_column",
    "QualityType": "quality_type",
    "ReconstructionMode": "reconstruction_mode",
    "ReconstructionQuality": "reconstruction_quality",
    "RepeatType": "repeat_type",
    "ResumableStatus": "resumable_status",
    "RthMode": "rth_mode",
    "RtkStatus": "rtk_status",
    "SortType": "sort_type",
    "StorageProvider": "storage_provider",
    "WaylinePrecisionType": "wayline_precision_type",
    "WaylineTemplateType": "wayline_template_type",
    "WeekOfMonth": "week_of_month",
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
