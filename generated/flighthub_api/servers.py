"""The regions, and the headers that all requests share. Small, as every client loads it.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SERVERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cn": "https://es-flight-api-cn.djigate.com",
        "us": "https://es-flight-api-us.djigate.com",
        "eu": "https://es-flight-api-eu.djigate.com",
    }
)
"""The base URL of each region of the public cloud."""

TOKEN_HEADER: Final = "X-User-Token"
PROJECT_HEADER: Final = "X-Project-Uuid"
REQUEST_ID_HEADER: Final = "X-Request-Id"
LANGUAGE_HEADER: Final = "X-Language"
LANGUAGES: Final = ("zh", "en")
"""The languages that texts for people come in."""
