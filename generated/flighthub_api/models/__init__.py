"""The objects of the API.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aircraft import Aircraft as Aircraft
    from .aircraft_camera import AircraftCamera as AircraftCamera
    from .annotation_created import AnnotationCreated as AnnotationCreated
    from .annotation_feature import AnnotationFeature as AnnotationFeature
    from .annotation_geometry import AnnotationGeometry as AnnotationGeometry
    from .annotation_resource import AnnotationResource as AnnotationResource
    from .annotation_style import AnnotationStyle as AnnotationStyle
    from .control_gateway import ControlGateway as ControlGateway
    from .control_user import ControlUser as ControlUser
    from .device_hms import DeviceHms as DeviceHms
    from .device_hms_list import DeviceHmsList as DeviceHmsList
    from .device_list import DeviceList as DeviceList
    from .device_model import DeviceModel as DeviceModel
    from .device_pair import DevicePair as DevicePair
    from .device_state import DeviceState as DeviceState
    from .dock_camera import DockCamera as DockCamera
    from .flight_task import FlightTask as FlightTask
    from .flight_task_created import FlightTaskCreated as FlightTaskCreated
    from .flight_task_exception import FlightTaskException as FlightTaskException
    from .flight_task_list import FlightTaskList as FlightTaskList
    from .flight_task_operation import FlightTaskOperation as FlightTaskOperation
    from .flight_task_summary import FlightTaskSummary as FlightTaskSummary
    from .flight_task_track import FlightTaskTrack as FlightTaskTrack
    from .folder_info import FolderInfo as FolderInfo
    from .gateway import Gateway as Gateway
    from .geo_point import GeoPoint as GeoPoint
    from .hms_alert import HmsAlert as HmsAlert
    from .hms_alerts import HmsAlerts as HmsAlerts
    from .hms_args import HmsArgs as HmsArgs
    from .lens_group import LensGroup as LensGroup
    from .livestream import Livestream as Livestream
    from .media_file import MediaFile as MediaFile
    from .media_file_list import MediaFileList as MediaFileList
    from .open_model import OpenModel as OpenModel
    from .open_model_resource import OpenModelResource as OpenModelResource
    from .payload_control import PayloadControl as PayloadControl
    from .payload_controls import PayloadControls as PayloadControls
    from .polygon_point import PolygonPoint as PolygonPoint
    from .predefine_area import PredefineArea as PredefineArea
    from .project import Project as Project
    from .project_list import ProjectList as ProjectList
    from .project_member import ProjectMember as ProjectMember
    from .project_model import ProjectModel as ProjectModel
    from .project_model_created import ProjectModelCreated as ProjectModelCreated
    from .project_model_detail import ProjectModelDetail as ProjectModelDetail
    from .project_model_list import ProjectModelList as ProjectModelList
    from .reconstruction_job import ReconstructionJob as ReconstructionJob
    from .reconstruction_jobs import ReconstructionJobs as ReconstructionJobs
    from .rtk_calibration import RtkCalibration as RtkCalibration
    from .running_open_model import RunningOpenModel as RunningOpenModel
    from .running_open_model_list import RunningOpenModelList as RunningOpenModelList
    from .schema_option_gb_28181 import SchemaOptionGb28181 as SchemaOptionGb28181
    from .schema_option_rtmp import SchemaOptionRtmp as SchemaOptionRtmp
    from .storage_credentials import StorageCredentials as StorageCredentials
    from .storage_keys import StorageKeys as StorageKeys
    from .stream_forwarder import StreamForwarder as StreamForwarder
    from .stream_forwarder_created import StreamForwarderCreated as StreamForwarderCreated
    from .stream_forwarder_list import StreamForwarderList as StreamForwarderList
    from .task_repeat_option_absolute_monthly import TaskRepeatOptionAbsoluteMonthly as TaskRepeatOptionAbsoluteMonthly
    from .task_repeat_option_daily import TaskRepeatOptionDaily as TaskRepeatOptionDaily
    from .task_repeat_option_relative_monthly import TaskRepeatOptionRelativeMonthly as TaskRepeatOptionRelativeMonthly
    from .task_repeat_option_weekly import TaskRepeatOptionWeekly as TaskRepeatOptionWeekly
    from .track import Track as Track
    from .track_point import TrackPoint as TrackPoint
    from .upload_receipt import UploadReceipt as UploadReceipt
    from .upload_token import UploadToken as UploadToken
    from .uploaded_file import UploadedFile as UploadedFile
    from .wayline import Wayline as Wayline
    from .wayline_detail import WaylineDetail as WaylineDetail
    from .wayline_list import WaylineList as WaylineList
    from .wayline_payload import WaylinePayload as WaylinePayload
    from .wayline_upload import WaylineUpload as WaylineUpload

__all__ = [
    "Aircraft",
    "AircraftCamera",
    "AnnotationCreated",
    "AnnotationFeature",
    "AnnotationGeometry",
    "AnnotationResource",
    "AnnotationStyle",
    "ControlGateway",
    "ControlUser",
    "DeviceHms",
    "DeviceHmsList",
    "DeviceList",
    "DeviceModel",
    "DevicePair",
    "DeviceState",
    "DockCamera",
    "FlightTask",
    "FlightTaskCreated",
    "FlightTaskException",
    "FlightTaskList",
    "FlightTaskOperation",
    "FlightTaskSummary",
    "FlightTaskTrack",
    "FolderInfo",
    "Gateway",
    "GeoPoint",
    "HmsAlert",
    "HmsAlerts",
    "HmsArgs",
    "LensGroup",
    "Livestream",
    "MediaFile",
    "MediaFileList",
    "OpenModel",
    "OpenModelResource",
    "PayloadControl",
    "PayloadControls",
    "PolygonPoint",
    "PredefineArea",
    "Project",
    "ProjectList",
    "ProjectMember",
    "ProjectModel",
    "ProjectModelCreated",
    "ProjectModelDetail",
    "ProjectModelList",
    "ReconstructionJob",
    "ReconstructionJobs",
    "RtkCalibration",
    "RunningOpenModel",
    "RunningOpenModelList",
    "SchemaOptionGb28181",
    "SchemaOptionRtmp",
    "StorageCredentials",
    "StorageKeys",
    "StreamForwarder",
    "StreamForwarderCreated",
    "StreamForwarderList",
    "TaskRepeatOptionAbsoluteMonthly",
    "TaskRepeatOptionDaily",
    "TaskRepeatOptionRelativeMonthly",
    "TaskRepeatOptionWeekly",
    "Track",
    "TrackPoint",
    "UploadReceipt",
    "UploadToken",
    "UploadedFile",
    "Wayline",
    "WaylineDetail",
    "WaylineList",
    "WaylinePayload",
    "WaylineUpload",
]

_MODULES = {
    "Aircraft": "aircraft",
    "AircraftCamera": "aircraft_camera",
    "AnnotationCreated": "annotation_created",
    "AnnotationFeature": "annotation_feature",
    "AnnotationGeometry": "annotation_geometry",
    "AnnotationResource": "annotation_resource",
    "AnnotationStyle": "annotation_style",
    "ControlGateway": "control_gateway",
    "ControlUser": "control_user",
    "DeviceHms": "device_hms",
    "DeviceHmsList": "device_hms_list",
    "DeviceList": "device_list",
    "DeviceModel": "device_model",
    "DevicePair": "device_pair",
    "DeviceState": "device_state",
    "DockCamera": "dock_camera",
    "FlightTask": "flight_task",
    "FlightTaskCreated": "flight_task_created",
    "FlightTaskException": "flight_task_exception",
    "FlightTaskList": "flight_task_list",
    "FlightTaskOperation": "flight_task_operation",
    "FlightTaskSummary": "flight_task_summary",
    "FlightTaskTrack": "flight_task_track",
    "FolderInfo": "folder_info",
    "Gateway": "gateway",
    "GeoPoint": "geo_point",
    "HmsAlert": "hms_alert",
    "HmsAlerts": "hms_alerts",
    "HmsArgs": "hms_args",
    "LensGroup": "lens_group",
    "Livestream": "livestream",
    "MediaFile": "media_file",
    "MediaFileList": "media_file_list",
    "OpenModel": "open_model",
    "OpenModelResource": "open_model_resource",
    "PayloadControl": "payload_control",
    "PayloadControls": "payload_controls",
    "PolygonPoint": "polygon_point",
    "PredefineArea": "predefine_area",
    "Project": "project",
    "ProjectList": "project_list",
    "ProjectMember": "project_member",
    "ProjectModel": "project_model",
    "ProjectModelCreated": "project_model_created",
    "ProjectModelDetail": "project_model_detail",
    "ProjectModelList": "project_model_list",
    "ReconstructionJob": "reconstruction_job",
    "ReconstructionJobs": "reconstruction_jobs",
    "RtkCalibration": "rtk_calibration",
    "RunningOpenModel": "running_open_model",
    "RunningOpenModelList": "running_open_model_list",
    "SchemaOptionGb28181": "schema_option_gb_28181",
    "SchemaOptionRtmp": "schema_option_rtmp",
    "StorageCredentials": "storage_credentials",
    "StorageKeys": "storage_keys",
    "StreamForwarder": "stream_forwarder",
    "StreamForwarderCreated": "stream_forwarder_created",
    "StreamForwarderList": "stream_forwarder_list",
    "TaskRepeatOptionAbsoluteMonthly": "task_repeat_option_absolute_monthly",
    "TaskRepeatOptionDaily": "task_repeat_option_daily",
    "TaskRepeatOptionRelativeMonthly": "task_repeat_option_relative_monthly",
    "TaskRepeatOptionWeekly": "task_repeat_option_weekly",
    "Track": "track",
    "TrackPoint": "track_point",
    "UploadReceipt": "upload_receipt",
    "UploadToken": "upload_token",
    "UploadedFile": "uploaded_file",
    "Wayline": "wayline",
    "WaylineDetail": "wayline_detail",
    "WaylineList": "wayline_list",
    "WaylinePayload": "wayline_payload",
    "WaylineUpload": "wayline_upload",
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
