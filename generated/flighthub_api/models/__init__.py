"""The objects of the API.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .ai_alert import AiAlert as AiAlert
    from .ai_alert_action import AiAlertAction as AiAlertAction
    from .ai_alert_list import AiAlertList as AiAlertList
    from .ai_alert_location import AiAlertLocation as AiAlertLocation
    from .ai_alert_record_data import AiAlertRecordData as AiAlertRecordData
    from .ai_alert_record_event import AiAlertRecordEvent as AiAlertRecordEvent
    from .ai_alert_target import AiAlertTarget as AiAlertTarget
    from .air_conditioner import AirConditioner as AirConditioner
    from .air_sense_warning import AirSenseWarning as AirSenseWarning
    from .air_traffic import AirTraffic as AirTraffic
    from .aircraft import Aircraft as Aircraft
    from .aircraft_camera import AircraftCamera as AircraftCamera
    from .alert_location import AlertLocation as AlertLocation
    from .alternate_land_point import AlternateLandPoint as AlternateLandPoint
    from .annotation_created import AnnotationCreated as AnnotationCreated
    from .annotation_deleted import AnnotationDeleted as AnnotationDeleted
    from .annotation_feature import AnnotationFeature as AnnotationFeature
    from .annotation_geometry import AnnotationGeometry as AnnotationGeometry
    from .annotation_resource import AnnotationResource as AnnotationResource
    from .annotation_style import AnnotationStyle as AnnotationStyle
    from .annotation_updated import AnnotationUpdated as AnnotationUpdated
    from .auto_record_config import AutoRecordConfig as AutoRecordConfig
    from .backup_battery import BackupBattery as BackupBattery
    from .battery import Battery as Battery
    from .battery_batteries_item import BatteryBatteriesItem as BatteryBatteriesItem
    from .camera_watermark_settings import CameraWatermarkSettings as CameraWatermarkSettings
    from .cameras_m300m350_item import CamerasM300M350Item as CamerasM300M350Item
    from .cameras_m300m350_item_ir_metering_area import (
        CamerasM300M350ItemIrMeteringArea as CamerasM300M350ItemIrMeteringArea,
    )
    from .cameras_m300m350_item_ir_metering_area_max_temperature_point import (
        CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint as CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint,
    )
    from .cameras_m300m350_item_ir_metering_area_min_temperature_point import (
        CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint as CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint,
    )
    from .cameras_m300m350_item_ir_metering_point import (
        CamerasM300M350ItemIrMeteringPoint as CamerasM300M350ItemIrMeteringPoint,
    )
    from .cameras_m300m350_item_liveview_world_region import (
        CamerasM300M350ItemLiveviewWorldRegion as CamerasM300M350ItemLiveviewWorldRegion,
    )
    from .cameras_vision_storage_item import CamerasVisionStorageItem as CamerasVisionStorageItem
    from .cameras_vision_storage_item_ir_metering_area import (
        CamerasVisionStorageItemIrMeteringArea as CamerasVisionStorageItemIrMeteringArea,
    )
    from .cameras_vision_storage_item_ir_metering_area_max_temperature_point import (
        CamerasVisionStorageItemIrMeteringAreaMaxTemperaturePoint as CamerasVisionStorageItemIrMeteringAreaMaxTemperaturePoint,
    )
    from .cameras_vision_storage_item_ir_metering_area_min_temperature_point import (
        CamerasVisionStorageItemIrMeteringAreaMinTemperaturePoint as CamerasVisionStorageItemIrMeteringAreaMinTemperaturePoint,
    )
    from .cameras_vision_storage_item_ir_metering_point import (
        CamerasVisionStorageItemIrMeteringPoint as CamerasVisionStorageItemIrMeteringPoint,
    )
    from .cameras_vision_storage_item_liveview_world_region import (
        CamerasVisionStorageItemLiveviewWorldRegion as CamerasVisionStorageItemLiveviewWorldRegion,
    )
    from .command_execution import CommandExecution as CommandExecution
    from .command_progress import CommandProgress as CommandProgress
    from .control_change import ControlChange as ControlChange
    from .control_gateway import ControlGateway as ControlGateway
    from .control_status import ControlStatus as ControlStatus
    from .control_user import ControlUser as ControlUser
    from .current_user import CurrentUser as CurrentUser
    from .decrypted_serial_numbers import DecryptedSerialNumbers as DecryptedSerialNumbers
    from .default_flight_task_name import DefaultFlightTaskName as DefaultFlightTaskName
    from .device_command_executions import DeviceCommandExecutions as DeviceCommandExecutions
    from .device_command_list import DeviceCommandList as DeviceCommandList
    from .device_exit_return_home_data import DeviceExitReturnHomeData as DeviceExitReturnHomeData
    from .device_exit_return_home_event import DeviceExitReturnHomeEvent as DeviceExitReturnHomeEvent
    from .device_hms import DeviceHms as DeviceHms
    from .device_hms_list import DeviceHmsList as DeviceHmsList
    from .device_list import DeviceList as DeviceList
    from .device_model import DeviceModel as DeviceModel
    from .device_pair import DevicePair as DevicePair
    from .device_position import DevicePosition as DevicePosition
    from .device_state import DeviceState as DeviceState
    from .device_topology import DeviceTopology as DeviceTopology
    from .device_topology_list import DeviceTopologyList as DeviceTopologyList
    from .dispatch_check import DispatchCheck as DispatchCheck
    from .dispatch_warning import DispatchWarning as DispatchWarning
    from .distance_limit_status import DistanceLimitStatus as DistanceLimitStatus
    from .dock_1_drone_authority_info import Dock1DroneAuthorityInfo as Dock1DroneAuthorityInfo
    from .dock_1_drone_authority_info_payloads_item import (
        Dock1DroneAuthorityInfoPayloadsItem as Dock1DroneAuthorityInfoPayloadsItem,
    )
    from .dock_1_state import Dock1State as Dock1State
    from .dock_1_sub_device import Dock1SubDevice as Dock1SubDevice
    from .dock_2_state import Dock2State as Dock2State
    from .dock_3_observed_relative_alternate_land_point import (
        Dock3ObservedRelativeAlternateLandPoint as Dock3ObservedRelativeAlternateLandPoint,
    )
    from .dock_3_self_converge_coordinate import Dock3SelfConvergeCoordinate as Dock3SelfConvergeCoordinate
    from .dock_3_state import Dock3State as Dock3State
    from .dock_camera import DockCamera as DockCamera
    from .dongle_infos_controller_system_item import DongleInfosControllerSystemItem as DongleInfosControllerSystemItem
    from .dongle_infos_controller_system_item_esim_infos_item import (
        DongleInfosControllerSystemItemEsimInfosItem as DongleInfosControllerSystemItemEsimInfosItem,
    )
    from .dongle_infos_controller_system_item_sim_info import (
        DongleInfosControllerSystemItemSimInfo as DongleInfosControllerSystemItemSimInfo,
    )
    from .dongle_infos_dock_system_item import DongleInfosDockSystemItem as DongleInfosDockSystemItem
    from .dongle_infos_dock_system_item_esim_infos_item import (
        DongleInfosDockSystemItemEsimInfosItem as DongleInfosDockSystemItemEsimInfosItem,
    )
    from .dongle_infos_dock_system_item_sim_info import (
        DongleInfosDockSystemItemSimInfo as DongleInfosDockSystemItemSimInfo,
    )
    from .drone_battery_maintenance_info import DroneBatteryMaintenanceInfo as DroneBatteryMaintenanceInfo
    from .drone_battery_maintenance_info_batteries_item import (
        DroneBatteryMaintenanceInfoBatteriesItem as DroneBatteryMaintenanceInfoBatteriesItem,
    )
    from .drone_charge_state import DroneChargeState as DroneChargeState
    from .flight_alert import FlightAlert as FlightAlert
    from .flight_alert_list import FlightAlertList as FlightAlertList
    from .flight_area import FlightArea as FlightArea
    from .flight_area_feature import FlightAreaFeature as FlightAreaFeature
    from .flight_area_geometry import FlightAreaGeometry as FlightAreaGeometry
    from .flight_area_list import FlightAreaList as FlightAreaList
    from .flight_export import FlightExport as FlightExport
    from .flight_export_list import FlightExportList as FlightExportList
    from .flight_hub_sync_event import FlightHubSyncEvent as FlightHubSyncEvent
    from .flight_hub_sync_file import FlightHubSyncFile as FlightHubSyncFile
    from .flight_hub_sync_folder_info import FlightHubSyncFolderInfo as FlightHubSyncFolderInfo
    from .flight_hub_sync_task_info import FlightHubSyncTaskInfo as FlightHubSyncTaskInfo
    from .flight_piece import FlightPiece as FlightPiece
    from .flight_piece_exception import FlightPieceException as FlightPieceException
    from .flight_record import FlightRecord as FlightRecord
    from .flight_task import FlightTask as FlightTask
    from .flight_task_created import FlightTaskCreated as FlightTaskCreated
    from .flight_task_detail import FlightTaskDetail as FlightTaskDetail
    from .flight_task_exception import FlightTaskException as FlightTaskException
    from .flight_task_list import FlightTaskList as FlightTaskList
    from .flight_task_operation import FlightTaskOperation as FlightTaskOperation
    from .flight_task_operations import FlightTaskOperations as FlightTaskOperations
    from .flight_task_overview import FlightTaskOverview as FlightTaskOverview
    from .flight_task_overview_list import FlightTaskOverviewList as FlightTaskOverviewList
    from .flight_task_resumption import FlightTaskResumption as FlightTaskResumption
    from .flight_task_summary import FlightTaskSummary as FlightTaskSummary
    from .flight_task_track import FlightTaskTrack as FlightTaskTrack
    from .folder_info import FolderInfo as FolderInfo
    from .gateway import Gateway as Gateway
    from .generic_device_state import GenericDeviceState as GenericDeviceState
    from .geo_caging import GeoCaging as GeoCaging
    from .geo_point import GeoPoint as GeoPoint
    from .group_visibility import GroupVisibility as GroupVisibility
    from .hms_alert import HmsAlert as HmsAlert
    from .hms_alerts import HmsAlerts as HmsAlerts
    from .hms_args import HmsArgs as HmsArgs
    from .last_position import LastPosition as LastPosition
    from .lens_group import LensGroup as LensGroup
    from .live_capacity import LiveCapacity as LiveCapacity
    from .live_capacity_device_list_item import LiveCapacityDeviceListItem as LiveCapacityDeviceListItem
    from .live_capacity_device_list_item_camera_list_item import (
        LiveCapacityDeviceListItemCameraListItem as LiveCapacityDeviceListItemCameraListItem,
    )
    from .live_capacity_device_list_item_camera_list_item_video_list_item import (
        LiveCapacityDeviceListItemCameraListItemVideoListItem as LiveCapacityDeviceListItemCameraListItemVideoListItem,
    )
    from .live_status_five_levels_item import LiveStatusFiveLevelsItem as LiveStatusFiveLevelsItem
    from .livestream import Livestream as Livestream
    from .maintain_status_aircraft import MaintainStatusAircraft as MaintainStatusAircraft
    from .maintain_status_aircraft_maintain_status_array_item import (
        MaintainStatusAircraftMaintainStatusArrayItem as MaintainStatusAircraftMaintainStatusArrayItem,
    )
    from .maintain_status_dock import MaintainStatusDock as MaintainStatusDock
    from .maintain_status_dock_maintain_status_array_item import (
        MaintainStatusDockMaintainStatusArrayItem as MaintainStatusDockMaintainStatusArrayItem,
    )
    from .map_file import MapFile as MapFile
    from .map_geo_elements_update_data import MapGeoElementsUpdateData as MapGeoElementsUpdateData
    from .map_geo_elements_update_event import MapGeoElementsUpdateEvent as MapGeoElementsUpdateEvent
    from .matrice_3d_camera import Matrice3DCamera as Matrice3DCamera
    from .matrice_3d_state import Matrice3DState as Matrice3DState
    from .matrice_4_payload_state import Matrice4PayloadState as Matrice4PayloadState
    from .matrice_4_state import Matrice4State as Matrice4State
    from .matrice_4d_battery import Matrice4DBattery as Matrice4DBattery
    from .matrice_4d_camera import Matrice4DCamera as Matrice4DCamera
    from .matrice_4d_observed_fts_info import Matrice4DObservedFtsInfo as Matrice4DObservedFtsInfo
    from .matrice_4d_observed_geo_caging_status import (
        Matrice4DObservedGeoCagingStatus as Matrice4DObservedGeoCagingStatus,
    )
    from .matrice_4d_state import Matrice4DState as Matrice4DState
    from .matrice_30_cameras_item import Matrice30CamerasItem as Matrice30CamerasItem
    from .matrice_30_cameras_item_ir_metering_area import (
        Matrice30CamerasItemIrMeteringArea as Matrice30CamerasItemIrMeteringArea,
    )
    from .matrice_30_cameras_item_ir_metering_area_max_temperature_point import (
        Matrice30CamerasItemIrMeteringAreaMaxTemperaturePoint as Matrice30CamerasItemIrMeteringAreaMaxTemperaturePoint,
    )
    from .matrice_30_cameras_item_ir_metering_area_min_temperature_point import (
        Matrice30CamerasItemIrMeteringAreaMinTemperaturePoint as Matrice30CamerasItemIrMeteringAreaMinTemperaturePoint,
    )
    from .matrice_30_cameras_item_ir_metering_point import (
        Matrice30CamerasItemIrMeteringPoint as Matrice30CamerasItemIrMeteringPoint,
    )
    from .matrice_30_cameras_item_liveview_world_region import (
        Matrice30CamerasItemLiveviewWorldRegion as Matrice30CamerasItemLiveviewWorldRegion,
    )
    from .matrice_30_observed_smart_track_point_item import (
        Matrice30ObservedSmartTrackPointItem as Matrice30ObservedSmartTrackPointItem,
    )
    from .matrice_30_payload_state import Matrice30PayloadState as Matrice30PayloadState
    from .matrice_30_payloads_item import Matrice30PayloadsItem as Matrice30PayloadsItem
    from .matrice_30_state import Matrice30State as Matrice30State
    from .matrice_300_rtk_observed_distance_limit_status import (
        Matrice300RtkObservedDistanceLimitStatus as Matrice300RtkObservedDistanceLimitStatus,
    )
    from .matrice_300_rtk_observed_smart_track_point_item import (
        Matrice300RtkObservedSmartTrackPointItem as Matrice300RtkObservedSmartTrackPointItem,
    )
    from .matrice_300_rtk_payload_state import Matrice300RtkPayloadState as Matrice300RtkPayloadState
    from .matrice_300_rtk_state import Matrice300RtkState as Matrice300RtkState
    from .matrice_350_rtk_observed_distance_limit_status import (
        Matrice350RtkObservedDistanceLimitStatus as Matrice350RtkObservedDistanceLimitStatus,
    )
    from .matrice_350_rtk_observed_smart_track_point_item import (
        Matrice350RtkObservedSmartTrackPointItem as Matrice350RtkObservedSmartTrackPointItem,
    )
    from .matrice_350_rtk_payload_state import Matrice350RtkPayloadState as Matrice350RtkPayloadState
    from .matrice_350_rtk_state import Matrice350RtkState as Matrice350RtkState
    from .mavic_3_enterprise_cameras_item import Mavic3EnterpriseCamerasItem as Mavic3EnterpriseCamerasItem
    from .mavic_3_enterprise_cameras_item_ir_metering_area import (
        Mavic3EnterpriseCamerasItemIrMeteringArea as Mavic3EnterpriseCamerasItemIrMeteringArea,
    )
    from .mavic_3_enterprise_cameras_item_ir_metering_area_max_temperature_point import (
        Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint as Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint,
    )
    from .mavic_3_enterprise_cameras_item_ir_metering_area_min_temperature_point import (
        Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint as Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint,
    )
    from .mavic_3_enterprise_cameras_item_ir_metering_point import (
        Mavic3EnterpriseCamerasItemIrMeteringPoint as Mavic3EnterpriseCamerasItemIrMeteringPoint,
    )
    from .mavic_3_enterprise_cameras_item_liveview_world_region import (
        Mavic3EnterpriseCamerasItemLiveviewWorldRegion as Mavic3EnterpriseCamerasItemLiveviewWorldRegion,
    )
    from .mavic_3_enterprise_observed_distance_limit_status import (
        Mavic3EnterpriseObservedDistanceLimitStatus as Mavic3EnterpriseObservedDistanceLimitStatus,
    )
    from .mavic_3_enterprise_payload_state import Mavic3EnterprisePayloadState as Mavic3EnterprisePayloadState
    from .mavic_3_enterprise_state import Mavic3EnterpriseState as Mavic3EnterpriseState
    from .media_file import MediaFile as MediaFile
    from .media_file_detail import MediaFileDetail as MediaFileDetail
    from .media_file_list import MediaFileList as MediaFileList
    from .media_file_uploaded_data import MediaFileUploadedData as MediaFileUploadedData
    from .media_file_uploaded_event import MediaFileUploadedEvent as MediaFileUploadedEvent
    from .model_download import ModelDownload as ModelDownload
    from .model_post_reconstruction_data import ModelPostReconstructionData as ModelPostReconstructionData
    from .model_post_reconstruction_event import ModelPostReconstructionEvent as ModelPostReconstructionEvent
    from .model_reconstruction_percent_change_data import (
        ModelReconstructionPercentChangeData as ModelReconstructionPercentChangeData,
    )
    from .model_reconstruction_percent_change_event import (
        ModelReconstructionPercentChangeEvent as ModelReconstructionPercentChangeEvent,
    )
    from .model_zip_change_data import ModelZipChangeData as ModelZipChangeData
    from .model_zip_change_event import ModelZipChangeEvent as ModelZipChangeEvent
    from .network_state import NetworkState as NetworkState
    from .obstacle_avoidance_read_only import ObstacleAvoidanceReadOnly as ObstacleAvoidanceReadOnly
    from .obstacle_avoidance_writable import ObstacleAvoidanceWritable as ObstacleAvoidanceWritable
    from .offline_map import OfflineMap as OfflineMap
    from .offline_map_file import OfflineMapFile as OfflineMapFile
    from .offline_map_model import OfflineMapModel as OfflineMapModel
    from .offline_map_settings import OfflineMapSettings as OfflineMapSettings
    from .open_model import OpenModel as OpenModel
    from .open_model_resource import OpenModelResource as OpenModelResource
    from .operation_log import OperationLog as OperationLog
    from .organization import Organization as Organization
    from .organization_bind_code import OrganizationBindCode as OrganizationBindCode
    from .organization_industry import OrganizationIndustry as OrganizationIndustry
    from .organization_list import OrganizationList as OrganizationList
    from .organization_membership import OrganizationMembership as OrganizationMembership
    from .organization_user import OrganizationUser as OrganizationUser
    from .organization_user_list import OrganizationUserList as OrganizationUserList
    from .organization_user_project import OrganizationUserProject as OrganizationUserProject
    from .pagination import Pagination as Pagination
    from .parent_flight_task import ParentFlightTask as ParentFlightTask
    from .payload_control import PayloadControl as PayloadControl
    from .payload_controls import PayloadControls as PayloadControls
    from .payload_state import PayloadState as PayloadState
    from .permission import Permission as Permission
    from .permission_tree import PermissionTree as PermissionTree
    from .polygon_point import PolygonPoint as PolygonPoint
    from .position_state_aircraft_basic import PositionStateAircraftBasic as PositionStateAircraftBasic
    from .position_state_aircraft_rtk import PositionStateAircraftRtk as PositionStateAircraftRtk
    from .position_state_dock import PositionStateDock as PositionStateDock
    from .predefine_area import PredefineArea as PredefineArea
    from .project import Project as Project
    from .project_device import ProjectDevice as ProjectDevice
    from .project_invitation import ProjectInvitation as ProjectInvitation
    from .project_list import ProjectList as ProjectList
    from .project_member import ProjectMember as ProjectMember
    from .project_member_list import ProjectMemberList as ProjectMemberList
    from .project_member_status import ProjectMemberStatus as ProjectMemberStatus
    from .project_model import ProjectModel as ProjectModel
    from .project_model_created import ProjectModelCreated as ProjectModelCreated
    from .project_model_detail import ProjectModelDetail as ProjectModelDetail
    from .project_model_list import ProjectModelList as ProjectModelList
    from .project_user import ProjectUser as ProjectUser
    from .project_user_list import ProjectUserList as ProjectUserList
    from .psdk_ui_resource_item import PsdkUiResourceItem as PsdkUiResourceItem
    from .psdk_widget_values_item import PsdkWidgetValuesItem as PsdkWidgetValuesItem
    from .psdk_widget_values_item_speaker import PsdkWidgetValuesItemSpeaker as PsdkWidgetValuesItemSpeaker
    from .psdk_widget_values_item_values_item import PsdkWidgetValuesItemValuesItem as PsdkWidgetValuesItemValuesItem
    from .rc_plus_2_live_status_item import RcPlus2LiveStatusItem as RcPlus2LiveStatusItem
    from .rc_plus_2_state import RcPlus2State as RcPlus2State
    from .rc_plus_state import RcPlusState as RcPlusState
    from .rc_pro_enterprise_state import RcProEnterpriseState as RcProEnterpriseState
    from .reconstruction_job import ReconstructionJob as ReconstructionJob
    from .reconstruction_jobs import ReconstructionJobs as ReconstructionJobs
    from .recording_item import RecordingItem as RecordingItem
    from .related_user import RelatedUser as RelatedUser
    from .relay_pairing import RelayPairing as RelayPairing
    from .relay_pairing_output import RelayPairingOutput as RelayPairingOutput
    from .resumed_flight_task import ResumedFlightTask as ResumedFlightTask
    from .role import Role as Role
    from .role_list import RoleList as RoleList
    from .rtcm_info import RtcmInfo as RtcmInfo
    from .rtk_calibration import RtkCalibration as RtkCalibration
    from .rtsp_url_update_data import RtspUrlUpdateData as RtspUrlUpdateData
    from .rtsp_url_update_event import RtspUrlUpdateEvent as RtspUrlUpdateEvent
    from .running_open_model import RunningOpenModel as RunningOpenModel
    from .running_open_model_list import RunningOpenModelList as RunningOpenModelList
    from .schema_option_gb_28181 import SchemaOptionGb28181 as SchemaOptionGb28181
    from .schema_option_rtmp import SchemaOptionRtmp as SchemaOptionRtmp
    from .smart_controller_enterprise_state import SmartControllerEnterpriseState as SmartControllerEnterpriseState
    from .storage import Storage as Storage
    from .storage_credentials import StorageCredentials as StorageCredentials
    from .storage_keys import StorageKeys as StorageKeys
    from .stream_forwarder import StreamForwarder as StreamForwarder
    from .stream_forwarder_created import StreamForwarderCreated as StreamForwarderCreated
    from .stream_forwarder_list import StreamForwarderList as StreamForwarderList
    from .sub_device import SubDevice as SubDevice
    from .sync_file_success_data import SyncFileSuccessData as SyncFileSuccessData
    from .sync_file_success_event import SyncFileSuccessEvent as SyncFileSuccessEvent
    from .system_health import SystemHealth as SystemHealth
    from .task_repeat_option_absolute_monthly import TaskRepeatOptionAbsoluteMonthly as TaskRepeatOptionAbsoluteMonthly
    from .task_repeat_option_daily import TaskRepeatOptionDaily as TaskRepeatOptionDaily
    from .task_repeat_option_relative_monthly import TaskRepeatOptionRelativeMonthly as TaskRepeatOptionRelativeMonthly
    from .task_repeat_option_weekly import TaskRepeatOptionWeekly as TaskRepeatOptionWeekly
    from .topology_device import TopologyDevice as TopologyDevice
    from .track import Track as Track
    from .track_point import TrackPoint as TrackPoint
    from .units_system import UnitsSystem as UnitsSystem
    from .upload_receipt import UploadReceipt as UploadReceipt
    from .upload_token import UploadToken as UploadToken
    from .uploaded_file import UploadedFile as UploadedFile
    from .usage_statistics_consent import UsageStatisticsConsent as UsageStatisticsConsent
    from .wayline import Wayline as Wayline
    from .wayline_detail import WaylineDetail as WaylineDetail
    from .wayline_file_uploaded_data import WaylineFileUploadedData as WaylineFileUploadedData
    from .wayline_file_uploaded_event import WaylineFileUploadedEvent as WaylineFileUploadedEvent
    from .wayline_list import WaylineList as WaylineList
    from .wayline_payload import WaylinePayload as WaylinePayload
    from .wayline_upload import WaylineUpload as WaylineUpload
    from .wireless_link import WirelessLink as WirelessLink
    from .wireless_link_topo import WirelessLinkTopo as WirelessLinkTopo
    from .wireless_link_topo_center_node import WirelessLinkTopoCenterNode as WirelessLinkTopoCenterNode
    from .wireless_link_topo_leaf_nodes_item import WirelessLinkTopoLeafNodesItem as WirelessLinkTopoLeafNodesItem
    from .workflow_incident import WorkflowIncident as WorkflowIncident
    from .workflow_triggered import WorkflowTriggered as WorkflowTriggered

__all__ = [
    "AiAlert",
    "AiAlertAction",
    "AiAlertList",
    "AiAlertLocation",
    "AiAlertRecordData",
    "AiAlertRecordEvent",
    "AiAlertTarget",
    "AirConditioner",
    "AirSenseWarning",
    "AirTraffic",
    "Aircraft",
    "AircraftCamera",
    "AlertLocation",
    "AlternateLandPoint",
    "AnnotationCreated",
    "AnnotationDeleted",
    "AnnotationFeature",
    "AnnotationGeometry",
    "AnnotationResource",
    "AnnotationStyle",
    "AnnotationUpdated",
    "AutoRecordConfig",
    "BackupBattery",
    "Battery",
    "BatteryBatteriesItem",
    "CameraWatermarkSettings",
    "CamerasM300M350Item",
    "CamerasM300M350ItemIrMeteringArea",
    "CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint",
    "CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint",
    "CamerasM300M350ItemIrMeteringPoint",
    "CamerasM300M350ItemLiveviewWorldRegion",
    "CamerasVisionStorageItem",
    "CamerasVisionStorageItemIrMeteringArea",
    "CamerasVisionStorageItemIrMeteringAreaMaxTemperaturePoint",
    "CamerasVisionStorageItemIrMeteringAreaMinTemperaturePoint",
    "CamerasVisionStorageItemIrMeteringPoint",
    "CamerasVisionStorageItemLiveviewWorldRegion",
    "CommandExecution",
    "CommandProgress",
    "ControlChange",
    "ControlGateway",
    "ControlStatus",
    "ControlUser",
    "CurrentUser",
    "DecryptedSerialNumbers",
    "DefaultFlightTaskName",
    "DeviceCommandExecutions",
    "DeviceCommandList",
    "DeviceExitReturnHomeData",
    "DeviceExitReturnHomeEvent",
    "DeviceHms",
    "DeviceHmsList",
    "DeviceList",
    "DeviceModel",
    "DevicePair",
    "DevicePosition",
    "DeviceState",
    "DeviceTopology",
    "DeviceTopologyList",
    "DispatchCheck",
    "DispatchWarning",
    "DistanceLimitStatus",
    "Dock1DroneAuthorityInfo",
    "Dock1DroneAuthorityInfoPayloadsItem",
    "Dock1State",
    "Dock1SubDevice",
    "Dock2State",
    "Dock3ObservedRelativeAlternateLandPoint",
    "Dock3SelfConvergeCoordinate",
    "Dock3State",
    "DockCamera",
    "DongleInfosControllerSystemItem",
    "DongleInfosControllerSystemItemEsimInfosItem",
    "DongleInfosControllerSystemItemSimInfo",
    "DongleInfosDockSystemItem",
    "DongleInfosDockSystemItemEsimInfosItem",
    "DongleInfosDockSystemItemSimInfo",
    "DroneBatteryMaintenanceInfo",
    "DroneBatteryMaintenanceInfoBatteriesItem",
    "DroneChargeState",
    "FlightAlert",
    "FlightAlertList",
    "FlightArea",
    "FlightAreaFeature",
    "FlightAreaGeometry",
    "FlightAreaList",
    "FlightExport",
    "FlightExportList",
    "FlightHubSyncEvent",
    "FlightHubSyncFile",
    "FlightHubSyncFolderInfo",
    "FlightHubSyncTaskInfo",
    "FlightPiece",
    "FlightPieceException",
    "FlightRecord",
    "FlightTask",
    "FlightTaskCreated",
    "FlightTaskDetail",
    "FlightTaskException",
    "FlightTaskList",
    "FlightTaskOperation",
    "FlightTaskOperations",
    "FlightTaskOverview",
    "FlightTaskOverviewList",
    "FlightTaskResumption",
    "FlightTaskSummary",
    "FlightTaskTrack",
    "FolderInfo",
    "Gateway",
    "GenericDeviceState",
    "GeoCaging",
    "GeoPoint",
    "GroupVisibility",
    "HmsAlert",
    "HmsAlerts",
    "HmsArgs",
    "LastPosition",
    "LensGroup",
    "LiveCapacity",
    "LiveCapacityDeviceListItem",
    "LiveCapacityDeviceListItemCameraListItem",
    "LiveCapacityDeviceListItemCameraListItemVideoListItem",
    "LiveStatusFiveLevelsItem",
    "Livestream",
    "MaintainStatusAircraft",
    "MaintainStatusAircraftMaintainStatusArrayItem",
    "MaintainStatusDock",
    "MaintainStatusDockMaintainStatusArrayItem",
    "MapFile",
    "MapGeoElementsUpdateData",
    "MapGeoElementsUpdateEvent",
    "Matrice300RtkObservedDistanceLimitStatus",
    "Matrice300RtkObservedSmartTrackPointItem",
    "Matrice300RtkPayloadState",
    "Matrice300RtkState",
    "Matrice30CamerasItem",
    "Matrice30CamerasItemIrMeteringArea",
    "Matrice30CamerasItemIrMeteringAreaMaxTemperaturePoint",
    "Matrice30CamerasItemIrMeteringAreaMinTemperaturePoint",
    "Matrice30CamerasItemIrMeteringPoint",
    "Matrice30CamerasItemLiveviewWorldRegion",
    "Matrice30ObservedSmartTrackPointItem",
    "Matrice30PayloadState",
    "Matrice30PayloadsItem",
    "Matrice30State",
    "Matrice350RtkObservedDistanceLimitStatus",
    "Matrice350RtkObservedSmartTrackPointItem",
    "Matrice350RtkPayloadState",
    "Matrice350RtkState",
    "Matrice3DCamera",
    "Matrice3DState",
    "Matrice4DBattery",
    "Matrice4DCamera",
    "Matrice4DObservedFtsInfo",
    "Matrice4DObservedGeoCagingStatus",
    "Matrice4DState",
    "Matrice4PayloadState",
    "Matrice4State",
    "Mavic3EnterpriseCamerasItem",
    "Mavic3EnterpriseCamerasItemIrMeteringArea",
    "Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint",
    "Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint",
    "Mavic3EnterpriseCamerasItemIrMeteringPoint",
    "Mavic3EnterpriseCamerasItemLiveviewWorldRegion",
    "Mavic3EnterpriseObservedDistanceLimitStatus",
    "Mavic3EnterprisePayloadState",
    "Mavic3EnterpriseState",
    "MediaFile",
    "MediaFileDetail",
    "MediaFileList",
    "MediaFileUploadedData",
    "MediaFileUploadedEvent",
    "ModelDownload",
    "ModelPostReconstructionData",
    "ModelPostReconstructionEvent",
    "ModelReconstructionPercentChangeData",
    "ModelReconstructionPercentChangeEvent",
    "ModelZipChangeData",
    "ModelZipChangeEvent",
    "NetworkState",
    "ObstacleAvoidanceReadOnly",
    "ObstacleAvoidanceWritable",
    "OfflineMap",
    "OfflineMapFile",
    "OfflineMapModel",
    "OfflineMapSettings",
    "OpenModel",
    "OpenModelResource",
    "OperationLog",
    "Organization",
    "OrganizationBindCode",
    "OrganizationIndustry",
    "OrganizationList",
    "OrganizationMembership",
    "OrganizationUser",
    "OrganizationUserList",
    "OrganizationUserProject",
    "Pagination",
    "ParentFlightTask",
    "PayloadControl",
    "PayloadControls",
    "PayloadState",
    "Permission",
    "PermissionTree",
    "PolygonPoint",
    "PositionStateAircraftBasic",
    "PositionStateAircraftRtk",
    "PositionStateDock",
    "PredefineArea",
    "Project",
    "ProjectDevice",
    "ProjectInvitation",
    "ProjectList",
    "ProjectMember",
    "ProjectMemberList",
    "ProjectMemberStatus",
    "ProjectModel",
    "ProjectModelCreated",
    "ProjectModelDetail",
    "ProjectModelList",
    "ProjectUser",
    "ProjectUserList",
    "PsdkUiResourceItem",
    "PsdkWidgetValuesItem",
    "PsdkWidgetValuesItemSpeaker",
    "PsdkWidgetValuesItemValuesItem",
    "RcPlus2LiveStatusItem",
    "RcPlus2State",
    "RcPlusState",
    "RcProEnterpriseState",
    "ReconstructionJob",
    "ReconstructionJobs",
    "RecordingItem",
    "RelatedUser",
    "RelayPairing",
    "RelayPairingOutput",
    "ResumedFlightTask",
    "Role",
    "RoleList",
    "RtcmInfo",
    "RtkCalibration",
    "RtspUrlUpdateData",
    "RtspUrlUpdateEvent",
    "RunningOpenModel",
    "RunningOpenModelList",
    "SchemaOptionGb28181",
    "SchemaOptionRtmp",
    "SmartControllerEnterpriseState",
    "Storage",
    "StorageCredentials",
    "StorageKeys",
    "StreamForwarder",
    "StreamForwarderCreated",
    "StreamForwarderList",
    "SubDevice",
    "SyncFileSuccessData",
    "SyncFileSuccessEvent",
    "SystemHealth",
    "TaskRepeatOptionAbsoluteMonthly",
    "TaskRepeatOptionDaily",
    "TaskRepeatOptionRelativeMonthly",
    "TaskRepeatOptionWeekly",
    "TopologyDevice",
    "Track",
    "TrackPoint",
    "UnitsSystem",
    "UploadReceipt",
    "UploadToken",
    "UploadedFile",
    "UsageStatisticsConsent",
    "Wayline",
    "WaylineDetail",
    "WaylineFileUploadedData",
    "WaylineFileUploadedEvent",
    "WaylineList",
    "WaylinePayload",
    "WaylineUpload",
    "WirelessLink",
    "WirelessLinkTopo",
    "WirelessLinkTopoCenterNode",
    "WirelessLinkTopoLeafNodesItem",
    "WorkflowIncident",
    "WorkflowTriggered",
]

_MODULES = {
    "AiAlert": "ai_alert",
    "AiAlertAction": "ai_alert_action",
    "AiAlertList": "ai_alert_list",
    "AiAlertLocation": "ai_alert_location",
    "AiAlertRecordData": "ai_alert_record_data",
    "AiAlertRecordEvent": "ai_alert_record_event",
    "AiAlertTarget": "ai_alert_target",
    "AirConditioner": "air_conditioner",
    "AirSenseWarning": "air_sense_warning",
    "AirTraffic": "air_traffic",
    "Aircraft": "aircraft",
    "AircraftCamera": "aircraft_camera",
    "AlertLocation": "alert_location",
    "AlternateLandPoint": "alternate_land_point",
    "AnnotationCreated": "annotation_created",
    "AnnotationDeleted": "annotation_deleted",
    "AnnotationFeature": "annotation_feature",
    "AnnotationGeometry": "annotation_geometry",
    "AnnotationResource": "annotation_resource",
    "AnnotationStyle": "annotation_style",
    "AnnotationUpdated": "annotation_updated",
    "AutoRecordConfig": "auto_record_config",
    "BackupBattery": "backup_battery",
    "Battery": "battery",
    "BatteryBatteriesItem": "battery_batteries_item",
    "CameraWatermarkSettings": "camera_watermark_settings",
    "CamerasM300M350Item": "cameras_m300m350_item",
    "CamerasM300M350ItemIrMeteringArea": "cameras_m300m350_item_ir_metering_area",
    "CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint": "cameras_m300m350_item_ir_metering_area_max_temperature_point",
    "CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint": "cameras_m300m350_item_ir_metering_area_min_temperature_point",
    "CamerasM300M350ItemIrMeteringPoint": "cameras_m300m350_item_ir_metering_point",
    "CamerasM300M350ItemLiveviewWorldRegion": "cameras_m300m350_item_liveview_world_region",
    "CamerasVisionStorageItem": "cameras_vision_storage_item",
    "CamerasVisionStorageItemIrMeteringArea": "cameras_vision_storage_item_ir_metering_area",
    "CamerasVisionStorageItemIrMeteringAreaMaxTemperaturePoint": "cameras_vision_storage_item_ir_metering_area_max_temperature_point",
    "CamerasVisionStorageItemIrMeteringAreaMinTemperaturePoint": "cameras_vision_storage_item_ir_metering_area_min_temperature_point",
    "CamerasVisionStorageItemIrMeteringPoint": "cameras_vision_storage_item_ir_metering_point",
    "CamerasVisionStorageItemLiveviewWorldRegion": "cameras_vision_storage_item_liveview_world_region",
    "CommandExecution": "command_execution",
    "CommandProgress": "command_progress",
    "ControlChange": "control_change",
    "ControlGateway": "control_gateway",
    "ControlStatus": "control_status",
    "ControlUser": "control_user",
    "CurrentUser": "current_user",
    "DecryptedSerialNumbers": "decrypted_serial_numbers",
    "DefaultFlightTaskName": "default_flight_task_name",
    "DeviceCommandExecutions": "device_command_executions",
    "DeviceCommandList": "device_command_list",
    "DeviceExitReturnHomeData": "device_exit_return_home_data",
    "DeviceExitReturnHomeEvent": "device_exit_return_home_event",
    "DeviceHms": "device_hms",
    "DeviceHmsList": "device_hms_list",
    "DeviceList": "device_list",
    "DeviceModel": "device_model",
    "DevicePair": "device_pair",
    "DevicePosition": "device_position",
    "DeviceState": "device_state",
    "DeviceTopology": "device_topology",
    "DeviceTopologyList": "device_topology_list",
    "DispatchCheck": "dispatch_check",
    "DispatchWarning": "dispatch_warning",
    "DistanceLimitStatus": "distance_limit_status",
    "Dock1DroneAuthorityInfo": "dock_1_drone_authority_info",
    "Dock1DroneAuthorityInfoPayloadsItem": "dock_1_drone_authority_info_payloads_item",
    "Dock1State": "dock_1_state",
    "Dock1SubDevice": "dock_1_sub_device",
    "Dock2State": "dock_2_state",
    "Dock3ObservedRelativeAlternateLandPoint": "dock_3_observed_relative_alternate_land_point",
    "Dock3SelfConvergeCoordinate": "dock_3_self_converge_coordinate",
    "Dock3State": "dock_3_state",
    "DockCamera": "dock_camera",
    "DongleInfosControllerSystemItem": "dongle_infos_controller_system_item",
    "DongleInfosControllerSystemItemEsimInfosItem": "dongle_infos_controller_system_item_esim_infos_item",
    "DongleInfosControllerSystemItemSimInfo": "dongle_infos_controller_system_item_sim_info",
    "DongleInfosDockSystemItem": "dongle_infos_dock_system_item",
    "DongleInfosDockSystemItemEsimInfosItem": "dongle_infos_dock_system_item_esim_infos_item",
    "DongleInfosDockSystemItemSimInfo": "dongle_infos_dock_system_item_sim_info",
    "DroneBatteryMaintenanceInfo": "drone_battery_maintenance_info",
    "DroneBatteryMaintenanceInfoBatteriesItem": "drone_battery_maintenance_info_batteries_item",
    "DroneChargeState": "drone_charge_state",
    "FlightAlert": "flight_alert",
    "FlightAlertList": "flight_alert_list",
    "FlightArea": "flight_area",
    "FlightAreaFeature": "flight_area_feature",
    "FlightAreaGeometry": "flight_area_geometry",
    "FlightAreaList": "flight_area_list",
    "FlightExport": "flight_export",
    "FlightExportList": "flight_export_list",
    "FlightHubSyncEvent": "flight_hub_sync_event",
    "FlightHubSyncFile": "flight_hub_sync_file",
    "FlightHubSyncFolderInfo": "flight_hub_sync_folder_info",
    "FlightHubSyncTaskInfo": "flight_hub_sync_task_info",
    "FlightPiece": "flight_piece",
    "FlightPieceException": "flight_piece_exception",
    "FlightRecord": "flight_record",
    "FlightTask": "flight_task",
    "FlightTaskCreated": "flight_task_created",
    "FlightTaskDetail": "flight_task_detail",
    "FlightTaskException": "flight_task_exception",
    "FlightTaskList": "flight_task_list",
    "FlightTaskOperation": "flight_task_operation",
    "FlightTaskOperations": "flight_task_operations",
    "FlightTaskOverview": "flight_task_overview",
    "FlightTaskOverviewList": "flight_task_overview_list",
    "FlightTaskResumption": "flight_task_resumption",
    "FlightTaskSummary": "flight_task_summary",
    "FlightTaskTrack": "flight_task_track",
    "FolderInfo": "folder_info",
    "Gateway": "gateway",
    "GenericDeviceState": "generic_device_state",
    "GeoCaging": "geo_caging",
    "GeoPoint": "geo_point",
    "GroupVisibility": "group_visibility",
    "HmsAlert": "hms_alert",
    "HmsAlerts": "hms_alerts",
    "HmsArgs": "hms_args",
    "LastPosition": "last_position",
    "LensGroup": "lens_group",
    "LiveCapacity": "live_capacity",
    "LiveCapacityDeviceListItem": "live_capacity_device_list_item",
    "LiveCapacityDeviceListItemCameraListItem": "live_capacity_device_list_item_camera_list_item",
    "LiveCapacityDeviceListItemCameraListItemVideoListItem": "live_capacity_device_list_item_camera_list_item_video_list_item",
    "LiveStatusFiveLevelsItem": "live_status_five_levels_item",
    "Livestream": "livestream",
    "MaintainStatusAircraft": "maintain_status_aircraft",
    "MaintainStatusAircraftMaintainStatusArrayItem": "maintain_status_aircraft_maintain_status_array_item",
    "MaintainStatusDock": "maintain_status_dock",
    "MaintainStatusDockMaintainStatusArrayItem": "maintain_status_dock_maintain_status_array_item",
    "MapFile": "map_file",
    "MapGeoElementsUpdateData": "map_geo_elements_update_data",
    "MapGeoElementsUpdateEvent": "map_geo_elements_update_event",
    "Matrice300RtkObservedDistanceLimitStatus": "matrice_300_rtk_observed_distance_limit_status",
    "Matrice300RtkObservedSmartTrackPointItem": "matrice_300_rtk_observed_smart_track_point_item",
    "Matrice300RtkPayloadState": "matrice_300_rtk_payload_state",
    "Matrice300RtkState": "matrice_300_rtk_state",
    "Matrice30CamerasItem": "matrice_30_cameras_item",
    "Matrice30CamerasItemIrMeteringArea": "matrice_30_cameras_item_ir_metering_area",
    "Matrice30CamerasItemIrMeteringAreaMaxTemperaturePoint": "matrice_30_cameras_item_ir_metering_area_max_temperature_point",
    "Matrice30CamerasItemIrMeteringAreaMinTemperaturePoint": "matrice_30_cameras_item_ir_metering_area_min_temperature_point",
    "Matrice30CamerasItemIrMeteringPoint": "matrice_30_cameras_item_ir_metering_point",
    "Matrice30CamerasItemLiveviewWorldRegion": "matrice_30_cameras_item_liveview_world_region",
    "Matrice30ObservedSmartTrackPointItem": "matrice_30_observed_smart_track_point_item",
    "Matrice30PayloadState": "matrice_30_payload_state",
    "Matrice30PayloadsItem": "matrice_30_payloads_item",
    "Matrice30State": "matrice_30_state",
    "Matrice350RtkObservedDistanceLimitStatus": "matrice_350_rtk_observed_distance_limit_status",
    "Matrice350RtkObservedSmartTrackPointItem": "matrice_350_rtk_observed_smart_track_point_item",
    "Matrice350RtkPayloadState": "matrice_350_rtk_payload_state",
    "Matrice350RtkState": "matrice_350_rtk_state",
    "Matrice3DCamera": "matrice_3d_camera",
    "Matrice3DState": "matrice_3d_state",
    "Matrice4DBattery": "matrice_4d_battery",
    "Matrice4DCamera": "matrice_4d_camera",
    "Matrice4DObservedFtsInfo": "matrice_4d_observed_fts_info",
    "Matrice4DObservedGeoCagingStatus": "matrice_4d_observed_geo_caging_status",
    "Matrice4DState": "matrice_4d_state",
    "Matrice4PayloadState": "matrice_4_payload_state",
    "Matrice4State": "matrice_4_state",
    "Mavic3EnterpriseCamerasItem": "mavic_3_enterprise_cameras_item",
    "Mavic3EnterpriseCamerasItemIrMeteringArea": "mavic_3_enterprise_cameras_item_ir_metering_area",
    "Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint": "mavic_3_enterprise_cameras_item_ir_metering_area_max_temperature_point",
    "Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint": "mavic_3_enterprise_cameras_item_ir_metering_area_min_temperature_point",
    "Mavic3EnterpriseCamerasItemIrMeteringPoint": "mavic_3_enterprise_cameras_item_ir_metering_point",
    "Mavic3EnterpriseCamerasItemLiveviewWorldRegion": "mavic_3_enterprise_cameras_item_liveview_world_region",
    "Mavic3EnterpriseObservedDistanceLimitStatus": "mavic_3_enterprise_observed_distance_limit_status",
    "Mavic3EnterprisePayloadState": "mavic_3_enterprise_payload_state",
    "Mavic3EnterpriseState": "mavic_3_enterprise_state",
    "MediaFile": "media_file",
    "MediaFileDetail": "media_file_detail",
    "MediaFileList": "media_file_list",
    "MediaFileUploadedData": "media_file_uploaded_data",
    "MediaFileUploadedEvent": "media_file_uploaded_event",
    "ModelDownload": "model_download",
    "ModelPostReconstructionData": "model_post_reconstruction_data",
    "ModelPostReconstructionEvent": "model_post_reconstruction_event",
    "ModelReconstructionPercentChangeData": "model_reconstruction_percent_change_data",
    "ModelReconstructionPercentChangeEvent": "model_reconstruction_percent_change_event",
    "ModelZipChangeData": "model_zip_change_data",
    "ModelZipChangeEvent": "model_zip_change_event",
    "NetworkState": "network_state",
    "ObstacleAvoidanceReadOnly": "obstacle_avoidance_read_only",
    "ObstacleAvoidanceWritable": "obstacle_avoidance_writable",
    "OfflineMap": "offline_map",
    "OfflineMapFile": "offline_map_file",
    "OfflineMapModel": "offline_map_model",
    "OfflineMapSettings": "offline_map_settings",
    "OpenModel": "open_model",
    "OpenModelResource": "open_model_resource",
    "OperationLog": "operation_log",
    "Organization": "organization",
    "OrganizationBindCode": "organization_bind_code",
    "OrganizationIndustry": "organization_industry",
    "OrganizationList": "organization_list",
    "OrganizationMembership": "organization_membership",
    "OrganizationUser": "organization_user",
    "OrganizationUserList": "organization_user_list",
    "OrganizationUserProject": "organization_user_project",
    "Pagination": "pagination",
    "ParentFlightTask": "parent_flight_task",
    "PayloadControl": "payload_control",
    "PayloadControls": "payload_controls",
    "PayloadState": "payload_state",
    "Permission": "permission",
    "PermissionTree": "permission_tree",
    "PolygonPoint": "polygon_point",
    "PositionStateAircraftBasic": "position_state_aircraft_basic",
    "PositionStateAircraftRtk": "position_state_aircraft_rtk",
    "PositionStateDock": "position_state_dock",
    "PredefineArea": "predefine_area",
    "Project": "project",
    "ProjectDevice": "project_device",
    "ProjectInvitation": "project_invitation",
    "ProjectList": "project_list",
    "ProjectMember": "project_member",
    "ProjectMemberList": "project_member_list",
    "ProjectMemberStatus": "project_member_status",
    "ProjectModel": "project_model",
    "ProjectModelCreated": "project_model_created",
    "ProjectModelDetail": "project_model_detail",
    "ProjectModelList": "project_model_list",
    "ProjectUser": "project_user",
    "ProjectUserList": "project_user_list",
    "PsdkUiResourceItem": "psdk_ui_resource_item",
    "PsdkWidgetValuesItem": "psdk_widget_values_item",
    "PsdkWidgetValuesItemSpeaker": "psdk_widget_values_item_speaker",
    "PsdkWidgetValuesItemValuesItem": "psdk_widget_values_item_values_item",
    "RcPlus2LiveStatusItem": "rc_plus_2_live_status_item",
    "RcPlus2State": "rc_plus_2_state",
    "RcPlusState": "rc_plus_state",
    "RcProEnterpriseState": "rc_pro_enterprise_state",
    "ReconstructionJob": "reconstruction_job",
    "ReconstructionJobs": "reconstruction_jobs",
    "RecordingItem": "recording_item",
    "RelatedUser": "related_user",
    "RelayPairing": "relay_pairing",
    "RelayPairingOutput": "relay_pairing_output",
    "ResumedFlightTask": "resumed_flight_task",
    "Role": "role",
    "RoleList": "role_list",
    "RtcmInfo": "rtcm_info",
    "RtkCalibration": "rtk_calibration",
    "RtspUrlUpdateData": "rtsp_url_update_data",
    "RtspUrlUpdateEvent": "rtsp_url_update_event",
    "RunningOpenModel": "running_open_model",
    "RunningOpenModelList": "running_open_model_list",
    "SchemaOptionGb28181": "schema_option_gb_28181",
    "SchemaOptionRtmp": "schema_option_rtmp",
    "SmartControllerEnterpriseState": "smart_controller_enterprise_state",
    "Storage": "storage",
    "StorageCredentials": "storage_credentials",
    "StorageKeys": "storage_keys",
    "StreamForwarder": "stream_forwarder",
    "StreamForwarderCreated": "stream_forwarder_created",
    "StreamForwarderList": "stream_forwarder_list",
    "SubDevice": "sub_device",
    "SyncFileSuccessData": "sync_file_success_data",
    "SyncFileSuccessEvent": "sync_file_success_event",
    "SystemHealth": "system_health",
    "TaskRepeatOptionAbsoluteMonthly": "task_repeat_option_absolute_monthly",
    "TaskRepeatOptionDaily": "task_repeat_option_daily",
    "TaskRepeatOptionRelativeMonthly": "task_repeat_option_relative_monthly",
    "TaskRepeatOptionWeekly": "task_repeat_option_weekly",
    "TopologyDevice": "topology_device",
    "Track": "track",
    "TrackPoint": "track_point",
    "UnitsSystem": "units_system",
    "UploadReceipt": "upload_receipt",
    "UploadToken": "upload_token",
    "UploadedFile": "uploaded_file",
    "UsageStatisticsConsent": "usage_statistics_consent",
    "Wayline": "wayline",
    "WaylineDetail": "wayline_detail",
    "WaylineFileUploadedData": "wayline_file_uploaded_data",
    "WaylineFileUploadedEvent": "wayline_file_uploaded_event",
    "WaylineList": "wayline_list",
    "WaylinePayload": "wayline_payload",
    "WaylineUpload": "wayline_upload",
    "WirelessLink": "wireless_link",
    "WirelessLinkTopo": "wireless_link_topo",
    "WirelessLinkTopoCenterNode": "wireless_link_topo_center_node",
    "WirelessLinkTopoLeafNodesItem": "wireless_link_topo_leaf_nodes_item",
    "WorkflowIncident": "workflow_incident",
    "WorkflowTriggered": "workflow_triggered",
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
