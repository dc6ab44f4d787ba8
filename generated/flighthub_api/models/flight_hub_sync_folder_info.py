"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, StringOrInteger
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightHubSyncFolderInfo(Model):
    """A folder of media.

    It is complete when the two counts are equal.
    """

    expected_file_count: int | None = None
    """How many files it will have.

    [documented]
    """

    uploaded_file_count: int | None = None
    """How many files it has.

    [documented]
    """

    folder_id: str | int | None = None
    """Id of the folder.

    [documented]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("expected_file_count", Integer()),
        Member("uploaded_file_count", Integer()),
        Member("folder_id", StringOrInteger()),
    )
