"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import SyncFileType
else:
    SyncFileType = lazy_type("..enums", "SyncFileType", __package__)


@define(weakref_slot=False)
class SyncFileSuccessData(Model):
    """What the event sync_file_success holds."""

    task_id: str | None = None
    """Id of the flight task, or of the copying; not told which."""

    organization_id: str | None = None
    """Id of the organization."""

    project_id: str | None = None
    """Id of the project."""

    file_id: str | None = None
    """Id of the file."""

    file_type: SyncFileType | None = None
    """Kind of file."""

    file_bytes_size: int | None = None
    """Size of the file.

    (in bytes)
    """

    file_external_key: str | None = None
    """Key of the copy in the user's bucket."""

    fh2_file_path: str | None = None
    """Path of the file as FlightHub 2 shows it."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("task_id", String(id=True), aliases=("TaskID",)),
        Member("organization_id", String(id=True)),
        Member("project_id", String(id=True)),
        Member("file_id", String(id=True)),
        Member("file_type", EnumOf("SyncFileType", __package__)),
        Member("file_bytes_size", Integer()),
        Member("file_external_key", String()),
        Member("fh2_file_path", String()),
    )
