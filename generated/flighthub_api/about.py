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
    spec_sha256="41043d7af5061b8c464293ae69ef1f52f1330b9889edd61b6390c2e8ce930fdf",
)
"""The edition of the API that this package was generated for."""
