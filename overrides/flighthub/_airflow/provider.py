"""What Airflow is told of this provider: its connection type with its form, and where its classes are."""

from __future__ import annotations

from typing import Any, Final

from flighthub_api.servers import SERVERS

CONNECTION_TYPE: Final = "flighthub"
DEFAULT_CONNECTION: Final = "flighthub_default"
HOOK_NAME: Final = "DJI FlightHub 2"
_MODULE: Final = "flighthub.airflow"

_TEXT: Final = {"type": ["string", "null"]}

FIELDS: Final[dict[str, dict[str, Any]]] = {
    "region": {
        "label": "Region",
        "description": "Where the organization is, instead of a host.",
        "schema": {"type": ["string", "null"], "enum": [*SERVERS, None]},
    },
    "project": {"label": "Project", "description": "Id or name of the project to act on.", "schema": _TEXT},
    "language": {"label": "Language", "description": "Language of messages, en or zh.", "schema": _TEXT},
    "ca_bundle": {
        "label": "CA bundle",
        "description": "File with the certificates to trust, on each worker and triggerer.",
        "schema": _TEXT,
    },
    "profile": {
        "label": "Profile",
        "description": "Profile on each worker and triggerer that has the key, instead of a password.",
        "schema": _TEXT,
    },
    "state": {
        "label": "Journal",
        "description": "Folder of the journal of launches. Workers on several machines share it.",
        "schema": _TEXT,
    },
    "rate_limit": {
        "label": "Requests per second",
        "description": "At most, for each worker and triggerer process.",
        "schema": {"type": ["number", "null"], "exclusiveMinimum": 0},
    },
}
"""What a connection has in its extra, by the name of the client's argument; `state` is what `launch` takes."""


def get_provider_info() -> dict[str, Any]:
    """What Airflow reads of this provider when it starts. Imports nothing of Airflow.

    Returns:
        A dictionary in the form of Airflow's schema of providers.

    Example:
        >>> from flighthub.airflow import get_provider_info
        >>> [each["connection-type"] for each in get_provider_info()["connection-types"]]
        ['flighthub']
    """
    classes = {"integration-name": HOOK_NAME, "python-modules": [_MODULE]}
    return {
        "package-name": "flighthub",
        "name": HOOK_NAME,
        "description": "Docks, drones, flight tasks, media and models of DJI FlightHub 2. Unofficial.",
        "integrations": [{"integration-name": HOOK_NAME, "external-doc-url": "", "tags": ["service"]}],
        "hooks": [classes],
        "operators": [classes],
        "sensors": [classes],
        "triggers": [classes],
        "connection-types": [
            {
                "connection-type": CONNECTION_TYPE,
                "hook-class-name": f"{_MODULE}.FlightHubHook",
                "hook-name": HOOK_NAME,
                "conn-fields": FIELDS,
                "ui-field-behaviour": {
                    "hidden-fields": ["login", "schema"],
                    "relabeling": {"host": "Host or base URL", "password": "Organization key"},
                    "placeholders": {"host": "https://flighthub.example.com:30812; or choose a region"},
                },
            }
        ],
    }
