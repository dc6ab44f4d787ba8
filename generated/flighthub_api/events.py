"""The events that FlightHub 2 sends to an address of the user's.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flighthub_runtime.events import EventKind

SIGNATURE_HEADER: Final = "x-dji-signature"
"""The header that holds the signature of an event."""

EVENTS: Final[Mapping[str, EventKind]] = MappingProxyType(
    {
        "ai_alert_record": EventKind(
            name="ai_alert_record",
            kind="ai_alert_record",
            form="event_api",
            class_name="AiAlertRecordEvent",
            confidence="observed",
            summary="An algorithm has raised an alert.",
            deduplicate_by=("alert_uuid",),
            package=__package__,
        ),
        "device_exit_return_home": EventKind(
            name="device_exit_return_home",
            kind="device_exit_return_home",
            form="event_api",
            class_name="DeviceExitReturnHomeEvent",
            confidence="observed",
            summary="A return to home was broken off.",
            deduplicate_by=("sn", "reason"),
            by_minute=True,
            package=__package__,
        ),
        "flighthub_sync_device_exit_return_home": EventKind(
            name="flighthub_sync_device_exit_return_home",
            kind="device_exit_return_home",
            form="flighthub_sync",
            class_name="FlightHubSyncEvent",
            confidence="observed",
            summary="A return to home was broken off.",
            deduplicate_by=(),
            package=__package__,
        ),
        "flighthub_sync_drc_file_upload_complete": EventKind(
            name="flighthub_sync_drc_file_upload_complete",
            kind="drc_file_upload_complete",
            form="flighthub_sync",
            class_name="FlightHubSyncEvent",
            confidence="observed",
            summary="A file of a flight under manual control was uploaded to the user's bucket.",
            deduplicate_by=(),
            package=__package__,
        ),
        "flighthub_sync_file_uploaded": EventKind(
            name="flighthub_sync_file_uploaded",
            kind="file_uploaded",
            form="flighthub_sync",
            class_name="FlightHubSyncEvent",
            confidence="observed",
            summary="Files of a flight task were uploaded.",
            deduplicate_by=(),
            package=__package__,
        ),
        "flighthub_sync_flighttask_progress": EventKind(
            name="flighthub_sync_flighttask_progress",
            kind="flighttask_progress",
            form="flighthub_sync",
            class_name="FlightHubSyncEvent",
            confidence="observed",
            summary="A flight task has made progress.",
            deduplicate_by=(),
            package=__package__,
        ),
        "flighthub_sync_way_line_file_upload_complete": EventKind(
            name="flighthub_sync_way_line_file_upload_complete",
            kind="way_line_file_upload_complete",
            form="flighthub_sync",
            class_name="FlightHubSyncEvent",
            confidence="observed",
            summary="A flight route was uploaded to the user's bucket.",
            deduplicate_by=(),
            package=__package__,
        ),
        "map_geo_elements_update": EventKind(
            name="map_geo_elements_update",
            kind="map_geo_elements_update",
            form="event_api",
            class_name="MapGeoElementsUpdateEvent",
            confidence="observed",
            summary="Annotations changed, or were exported for a sync.",
            deduplicate_by=("sync_id",),
            package=__package__,
        ),
        "media_file_uploaded": EventKind(
            name="media_file_uploaded",
            kind="media_file_uploaded",
            form="event_api",
            class_name="MediaFileUploadedEvent",
            confidence="observed",
            summary="A picture or video has reached FlightHub 2.",
            deduplicate_by=("file_id",),
            package=__package__,
        ),
        "model_post_reconstruction": EventKind(
            name="model_post_reconstruction",
            kind="model_post_reconstruction",
            form="event_api",
            class_name="ModelPostReconstructionEvent",
            confidence="observed",
            summary="A model is finished.",
            deduplicate_by=("id",),
            package=__package__,
        ),
        "model_reconstruction_percent_change": EventKind(
            name="model_reconstruction_percent_change",
            kind="model_reconstruction_percent_change",
            form="event_api",
            class_name="ModelReconstructionPercentChangeEvent",
            confidence="observed",
            summary="A reconstruction has made progress.",
            deduplicate_by=("model_uuid", "model_status", "reconstruction_progress"),
            package=__package__,
        ),
        "model_zip_change": EventKind(
            name="model_zip_change",
            kind="model_zip_change",
            form="event_api",
            class_name="ModelZipChangeEvent",
            confidence="observed",
            summary="The packing of a model has made progress.",
            deduplicate_by=("model_uuid", "zip_status", "zip_progress"),
            package=__package__,
        ),
        "rtsp_url_update": EventKind(
            name="rtsp_url_update",
            kind="rtsp_url_update",
            form="event_api",
            class_name="RtspUrlUpdateEvent",
            confidence="observed",
            summary="The address of a stream forwarder has changed.",
            deduplicate_by=(),
            recognized_by=("converter_id", "url"),
            package=__package__,
        ),
        "sync_file_success": EventKind(
            name="sync_file_success",
            kind="sync_file_success",
            form="event_api",
            class_name="SyncFileSuccessEvent",
            confidence="observed",
            summary="A file was copied to the storage of a sync rule.",
            deduplicate_by=("file_id",),
            aliases=("file_sync_success",),
            package=__package__,
        ),
        "wayline_file_uploaded": EventKind(
            name="wayline_file_uploaded",
            kind="wayline_file_uploaded",
            form="event_api",
            class_name="WaylineFileUploadedEvent",
            confidence="observed",
            summary="A flight route was uploaded.",
            deduplicate_by=("id",),
            package=__package__,
        ),
    }
)
"""Every kind of event by the name of its webhook: that of the kind, with `flighthub_sync_` before it in the older form."""
