"""Hook, operators, sensor and triggers for Airflow 3. Needs the extra: `pip install 'flighthub[airflow]'`.

    from flighthub.airflow import DownloadMediaOperator, LaunchFlightOperator

    flight = LaunchFlightOperator(task_id="fly", dock="North dock", wayline="Perimeter")
    DownloadMediaOperator(task_id="media", task_uuid=flight.output, to="/data/media")

Airflow finds the provider by its entry point, and its form has the connection type `flighthub`. A flight is launched by
a key made of the ids of DAG, task and run and of the map index, so a retry finds the flight that there is.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from .errors import ConfigurationError

if TYPE_CHECKING:
    from ._airflow.hook import FlightHubHook
    from ._airflow.operators import (
        DownloadMediaOperator,
        LaunchFlightOperator,
        ReconstructFlightOperator,
        ReconstructPhotosOperator,
    )
    from ._airflow.provider import get_provider_info
    from ._airflow.sensors import FlightTaskSensor
    from ._airflow.triggers import FlightTaskTrigger, ModelTrigger

__all__ = [
    "DownloadMediaOperator",
    "FlightHubHook",
    "FlightTaskSensor",
    "FlightTaskTrigger",
    "LaunchFlightOperator",
    "ModelTrigger",
    "ReconstructFlightOperator",
    "ReconstructPhotosOperator",
    "get_provider_info",
]

_PLACES: Final = {
    "DownloadMediaOperator": "operators",
    "FlightHubHook": "hook",
    "FlightTaskSensor": "sensors",
    "FlightTaskTrigger": "triggers",
    "LaunchFlightOperator": "operators",
    "ModelTrigger": "triggers",
    "ReconstructFlightOperator": "operators",
    "ReconstructPhotosOperator": "operators",
    "get_provider_info": "provider",
}


def __getattr__(name: str) -> Any:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if place != "provider" and (find_spec("airflow") is None or find_spec("airflow.triggers") is None):
        raise ConfigurationError("this needs the package apache-airflow-core: pip install 'flighthub[airflow]'")
    found = getattr(import_module(f"._airflow.{place}", __package__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
