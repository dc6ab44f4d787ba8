"""DJI changes the documentation: what a person would then do to spec/, and to nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from made_up import reading

from generator.documents import dump, load

BREAKING = {
    "flight_tasks.create": "a member becomes required",
    "devices.calibrate_rtk": "an operation is removed",
    "RtkCalibration": "what only that operation gave",
    "RtkStatus": "what only that operation gave",
    "TrackPoint": "a schema is renamed",
}
"""What breaks for callers, by the subject that the report must name."""

ADDED = {
    "flight_tasks.outline()": "a new operation",
    "FlightTaskOutline": "what it gives",
    "FlightTaskStatus.CALLED_OFF": "a new enum value",
    "Dock91State": "a new device",
    "PRODUCTS 3-91-0": "its product",
}
"""What is new, by the subject that the report must name."""

DOCK_91 = """\
Dock91State:
  description: State of a Dock 91.
  x-flighthub: {device: dock, keys: [3-91-0], source: made up for the rehearsal, confidence: documented}
  allOf:
    - $ref: 'parts.yaml#/DockProperties'
    - type: object
      properties:
        roof_height: {type: number, description: How high the roof stands., x-flighthub: {unit: m}}
"""


def transcribe(spec: Path) -> None:
    """Changes a copy of spec/ as the rehearsed pages say."""
    _new_operation(spec)
    _new_value(spec)
    _member_becomes_required(spec)
    _renamed_schema(spec)
    _removed_operation(spec)
    _new_device(spec)


def _edited(file: Path, edit: Callable[[dict[str, Any]], None]) -> None:
    document = load(file)
    edit(document)
    file.write_text(dump(document), encoding="utf-8")


def _new_operation(spec: Path) -> None:
    with (spec / "paths" / "flight_tasks.yaml").open("a", encoding="utf-8") as file:
        file.write(reading("outline", "outline", "FlightTaskOutline"))
    with (spec / "schemas" / "flight_tasks.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "FlightTaskOutline:\n  type: object\n  description: What a flight comes to.\n  required: [photos]\n"
            "  properties:\n    photos: {type: integer, description: Number of photos.}\n"
        )

    def listed(root: dict[str, Any]) -> None:
        root["paths"]["/openapi/v0.1/flight-task/{task_uuid}/outline"] = {"$ref": "paths/flight_tasks.yaml#/outline"}

    _edited(spec / "openapi.yaml", listed)
    example = {"code": 0, "message": "", "data": {"photos": 12}}
    (spec / "examples" / "outlineFlightTask.answer.json").write_text(json.dumps(example), encoding="utf-8")


def _new_value(spec: Path) -> None:
    def called_off(schemas: dict[str, Any]) -> None:
        status = schemas["FlightTaskStatus"]
        status["enum"].append("called_off")
        status["x-enum-descriptions"].append("Called off before its start")

    _edited(spec / "schemas" / "flight_tasks.yaml", called_off)


def _member_becomes_required(spec: Path) -> None:
    def needed(schemas: dict[str, Any]) -> None:
        schemas["CreateFlightTaskRequest"]["required"].append("min_battery_capacity")

    _edited(spec / "schemas" / "flight_tasks.yaml", needed)
    for file in (spec / "examples").glob("createFlightTask*.request.json"):
        request = {"min_battery_capacity": 60, **json.loads(file.read_text(encoding="utf-8"))}
        file.write_text(json.dumps(request), encoding="utf-8")


def _renamed_schema(spec: Path) -> None:
    file = spec / "schemas" / "flight_tasks.yaml"
    text = file.read_text(encoding="utf-8")
    assert "\nTrackPoint:" in text
    text = text.replace("\nTrackPoint:", "\nFlightTrackPoint:").replace("#/TrackPoint'", "#/FlightTrackPoint'")
    file.write_text(text, encoding="utf-8")


def _removed_operation(spec: Path) -> None:
    def unlisted(root: dict[str, Any]) -> None:
        del root["paths"]["/openapi/v0.1/device/{device_sn}/rtk"]

    def without_path(paths: dict[str, Any]) -> None:
        del paths["rtk"]
        for path in paths.values():
            for operation in path.values():
                for response in operation.get("responses", {}).values() if isinstance(operation, dict) else ():
                    links = response.get("links", {})
                    links.pop("calibrateNetworkRtk", None)
                    if not links:
                        response.pop("links", None)

    def without_schemas(schemas: dict[str, Any]) -> None:
        for name in ("CalibrateNetworkRtkRequest", "RtkCalibration", "RtkStatus"):
            del schemas[name]

    _edited(spec / "openapi.yaml", unlisted)
    _edited(spec / "paths" / "devices.yaml", without_path)
    _edited(spec / "schemas" / "devices.yaml", without_schemas)
    for file in (spec / "examples").glob("calibrateNetworkRtk*"):
        file.unlink()


def _new_device(spec: Path) -> None:
    (spec / "devices" / "dock_91.yaml").write_text(DOCK_91, encoding="utf-8")

    def sold(tables: dict[str, Any]) -> None:
        tables["models"]["3-91-0"] = {"name": "Dock 91", "kind": "dock", "confidence": "documented"}

    _edited(spec / "products.yaml", sold)
