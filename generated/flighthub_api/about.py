"""What this package was generated from.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

from flighthub_runtime.about import APIDescription, EditionDescription

API: Final = APIDescription(
    edition="FlightHub 2 OpenAPI V1.0",
    documented=date(2026, 5, 8),
    operations=84,
    spec_sha256="2b7920e32c7fe8cd1c24af49516353a8e0f442959409f8507a3435c1b8d5245e",
    editions=MappingProxyType(
        {
            "V1.0": EditionDescription(
                name="V1.0",
                title="FlightHub 2 OpenAPI V1.0",
                available=("public cloud", "on premises"),
                documented=date(2026, 5, 8),
                confidence="documented",
                operations=42,
                probe="getSystemStatus",
                description="The edition that every deployment answers. It is called V1.0, its paths say v0.1.",
            ),
            "V2.0": EditionDescription(
                name="V2.0",
                title="FlightHub 2 OpenAPI V2.0",
                available=("public cloud",),
                documented=date(2026, 9, 28),
                confidence="observed",
                operations=41,
                probe="getSystemHealth",
                description="What V1.0 lacks, added to it and not instead of it. Its pages could not be read for this transcription: it rests on an inventory, on public clients and on a run that read the public cloud. The on-premises API of the same number is another one, with other paths.",
            ),
            "manual": EditionDescription(
                name="manual",
                title="FlightHub 2 user manual",
                available=("public cloud", "on premises"),
                documented=date(2026, 9, 28),
                confidence="observed",
                operations=1,
                probe=None,
                description="The trigger of workflows, which no reference of the API has. Public clients use it everywhere.",
            ),
        }
    ),
)
"""The API that this package was generated for."""
