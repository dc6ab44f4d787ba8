"""What this package was generated from.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from flighthub_runtime.about import APIDescription

API: Final = APIDescription(
    edition="FlightHub 2 OpenAPI V1.0",
    documented=date(2026, 5, 8),
    operations=42,
    spec_sha256="69e2a9ce50fa7c3683d35b4aec067e22ca53f3effb85cad87da9a6fec5241636",
)
"""The edition of the API that this package was generated for."""
