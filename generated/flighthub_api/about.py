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
    spec_sha256="0e0855275ccd7ce2846d601037f81b159780fa24aedcdc5452a1dfd4ebb02741",
)
"""The edition of the API that this package was generated for."""
