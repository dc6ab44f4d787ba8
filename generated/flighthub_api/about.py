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
    spec_sha256="48dbdcdf630d6528d20fdce3a3640e95c91d19e6ea8469e9db545e8912fbcd91",
)
"""The edition of the API that this package was generated for."""
