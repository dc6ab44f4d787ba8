"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class MediaFileUploadedData(Model):
    """What the event media_file_uploaded holds."""

    organization_id: str | None = None
    """Id of the organization."""

    project_id: str | None = None
    """Id of the project."""

    file_id: str | None = None
    """Id of the file."""

    file_name: str | None = None
    """Name of the file."""

    file_type: str | None = None
    """Kind of file, such as jpeg."""

    file_size: int | None = None
    """Size of the file.

    (in bytes)
    """

    device_sn: str | None = None
    """Serial number of the device that took it."""

    flight_id: str | None = None
    """Id of the flight; that it is the task_uuid of the OpenAPI is inferred."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("organization_id", String(id=True)),
        Member("project_id", String(id=True)),
        Member("file_id", String(id=True)),
        Member("file_name", String()),
        Member("file_type", String()),
        Member("file_size", Integer()),
        Member("device_sn", String(id=True)),
        Member("flight_id", String(id=True)),
    )
