"""What the package was generated from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class APIDescription(NamedTuple):
    """The edition of the API that this package was generated for.

    Attributes:
        edition: The name of the edition, as the documentation has it.
        documented: The date of the newest page of the documentation that was transcribed.
        operations: How many operations the edition has.
        spec_sha256: SHA-256, in hexadecimal, of the bundle that the package was generated from and holds as
            `flighthub_api/openapi.yaml`.

    Example:
        >>> import flighthub
        >>> flighthub.API.edition
        'FlightHub 2 OpenAPI V1.0'
    """

    edition: str
    documented: date
    operations: int
    spec_sha256: str

    def __str__(self) -> str:
        return (
            f"{self.edition}, documented on {self.documented}: {self.operations} operations, "
            f"SHA-256 of the bundle {self.spec_sha256}"
        )
