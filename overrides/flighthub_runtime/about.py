"""What the package was generated from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class EditionDescription(NamedTuple):
    """An edition of the API, of which the package has operations.

    Attributes:
        name: Its name, as `Operation.edition` has it.
        title: The title of its documentation.
        available: Where it is: `public cloud`, `on premises`.
        documented: The date of the newest of its pages that was transcribed.
        confidence: How sure it is that deployments have it: `documented`, `observed`, or `inferred`.
        operations: How many of its operations the package has.
        probe: The id of an operation that reads, and shows whether a deployment has the edition; None where none does.
        description: What it is, in a few sentences.
    """

    name: str
    title: str
    available: tuple[str, ...]
    documented: date
    confidence: str
    operations: int
    probe: str | None
    description: str

    @property
    def label(self) -> str:
        """Its title, and where it is if that is not everywhere: `FlightHub 2 OpenAPI V2.0, public cloud only`."""
        return self.title if len(self.available) > 1 else f"{self.title}, {''.join(self.available)} only"


class APIDescription(NamedTuple):
    """The API that this package was generated for.

    Attributes:
        edition: The title of the edition that every deployment has, and that most operations are of.
        documented: The date of the newest of its pages that was transcribed.
        operations: How many operations there are, those of the other editions included.
        spec_sha256: SHA-256, in hexadecimal, of the bundle that the package was generated from and holds as
            `flighthub_api/openapi.yaml`.
        editions: Every edition by its name, with its number of operations.

    Example:
        >>> import flighthub
        >>> flighthub.API.edition
        'FlightHub 2 OpenAPI V1.0'
        >>> flighthub.API.editions["V2.0"].available
        ('public cloud',)
    """

    edition: str
    documented: date
    operations: int
    spec_sha256: str
    editions: Mapping[str, EditionDescription]

    def __str__(self) -> str:
        counts = ", ".join(f"{each.operations} of {each.name}" for each in self.editions.values() if each.operations)
        return (
            f"{self.edition}, documented on {self.documented}: {self.operations} operations ({counts}), "
            f"SHA-256 of the bundle {self.spec_sha256}"
        )
