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
    spec_sha256="4fe09c2bfbba5d882bf6db5e2a241d125dbe0f38e707e273a1b3dc2fa69fe137",
)
"""The edition of the API that this package was generated for."""
