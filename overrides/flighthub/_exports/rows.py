"""The tables of rows that are no models: what methods of the client put together from several responses."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from flighthub_runtime.columns import Column, Place, TableSchema

ROWS: Final = MappingProxyType(
    {
        "FleetUnit": TableSchema(
            (
                Column("name", "text"),
                Column("model", "text"),
                Column("aircraft_model", "text"),
                Column("is_online", "boolean"),
                Column("gateway", ("struct", "Gateway")),
                Column("aircraft", ("struct", "Aircraft")),
            )
        ),
        "Alert": TableSchema(
            (
                Column("sn", "text"),
                Column("callsign", "text"),
                Column("level", "enum"),
                Column("module", "enum"),
                Column("code", "text"),
                Column("message", "text"),
                Column("in_flight", "boolean"),
                Column("imminent", "boolean"),
            )
        ),
        "NearbyDock": TableSchema(
            (
                Column("sn", "text"),
                Column("name", "text", attribute="unit.name"),
                Column("distance", "number", "m"),
                Column("is_ready", "boolean"),
            ),
            Place("position.latitude", "position.longitude", "position.height"),
        ),
        "DownloadedFile": TableSchema(
            (
                Column("name", "text"),
                Column("path", "text"),
                Column("size", "integer", "bytes"),
                Column("was_downloaded", "boolean"),
                Column("error", "text"),
                Column("uuid", "text"),
                Column("kind", "enum"),
                Column("time", "datetime"),
            )
        ),
        "SyncedFile": TableSchema(
            (
                Column("dataset", "text"),
                Column("source_id", "text"),
                Column("project_uuid", "text"),
                Column("dock_sn", "text"),
                Column("task_uuid", "text"),
                Column("task_name", "text"),
                Column("name", "text"),
                Column("path", "text"),
                Column("size", "integer", "bytes"),
                Column("sha256", "text"),
                Column("md5", "text"),
                Column("rows", "integer"),
                Column("file_type", "text"),
                Column("taken_at", "datetime"),
                Column("updated_at", "datetime"),
                Column("latitude", "number", "deg"),
                Column("longitude", "number", "deg"),
                Column("altitude", "number", "m"),
                Column("relative_altitude", "number", "m"),
                Column("problem", "text"),
            ),
            Place("latitude", "longitude", "altitude"),
        ),
    }
)
"""The tables by the names of the classes."""
