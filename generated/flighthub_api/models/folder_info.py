"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FolderInfo(Model):
    """Media folder of a flight.

    The upload is complete when both counts are equal.
    """

    folder_id: int | None = None
    """Id of the folder, the task_folder_id of a model to be made."""

    expected_file_count: int | None = None
    """Files that the aircraft recorded."""

    uploaded_file_count: int | None = None
    """Files that are in the cloud already."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("folder_id", Integer()),
        Member("expected_file_count", Integer()),
        Member("uploaded_file_count", Integer()),
    )
