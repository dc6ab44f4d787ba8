"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ModelStatus, ModelType, ZipStatus
else:
    ModelStatus = lazy_type("..enums", "ModelStatus", __package__)
    ModelType = lazy_type("..enums", "ModelType", __package__)
    ZipStatus = lazy_type("..enums", "ZipStatus", __package__)


@define(weakref_slot=False)
class OpenModel(Model):
    """A single reconstruction, running or ended."""

    resource_uuid: str
    """Id of the image set it is built from."""

    model_uuid: str
    """Id of the model, which is also that of the job."""

    model_type: ModelType
    """Kind of model."""

    model_status: ModelStatus
    """State of the job."""

    model_size: int | None = None
    """Size of the result; 0 while the job is running.

    (in bytes)
    """

    reconstruction_progress: int | None = None
    """Progress of the reconstruction.

    (in percent; at least 0; at most 100)
    """

    zip_status: ZipStatus | None = None
    """State of the result's archive."""

    zip_progress: int | None = None
    """Progress of packing the archive.

    (in percent; at least 0; at most 100)
    """

    error_code: int | None = None
    """Why the job failed, 0 when it did not.

    DJI's table of these numbers could not be read.
    """

    zip_file_key: str | None = None
    """Key of the finished archive in the storage, empty before zip_status 2.

    It is no link, and no known call downloads it, which is an open question.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("resource_uuid", String(id=True), required=True),
        Member("model_uuid", String(id=True), required=True),
        Member("model_type", EnumOf("ModelType", __package__), required=True),
        Member("model_status", EnumOf("ModelStatus", __package__), required=True),
        Member("model_size", Integer()),
        Member("reconstruction_progress", Integer(Limits(minimum=0, maximum=100))),
        Member("zip_status", EnumOf("ZipStatus", __package__)),
        Member("zip_progress", Integer(Limits(minimum=0, maximum=100))),
        Member("error_code", Integer()),
        Member("zip_file_key", String(), nullable=True),
    )
