"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightHubSyncFile(Model):
    """A file in the user's bucket."""

    name: str | None = None
    """Name of the file.

    [documented]
    """

    key: str | None = None
    """Key of the file in the user's bucket.

    [documented]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("name", String()),
        Member("key", String()),
    )
