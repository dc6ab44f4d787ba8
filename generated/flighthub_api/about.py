"""What this package was generated from.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from .runtime.about import APIDescription

API: Final = APIDescription(
    edition="FlightHub 2 OpenAPI V1.0",
    documented=date(2026, 5, 8),
    operations=42,
    spec_sha256="1e7781557d210d933a7eb268847b6fe895dffe2901db2980107d72c61b5236a6",
)
"""The edition of the API that this package was generated for."""
