"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ModelStatus
else:
    ModelStatus = lazy_type("..enums", "ModelStatus", __package__)


@define(weakref_slot=False)
class ReconstructionJob(Model):
    """A job as it was started, or not."""

    uuid: str | None = None
    """Id of the job, the model_uuid of later calls."""

    status: ModelStatus | None = None
    """State right after the start."""

    sub_error_code: int | None = None
    """Why this job could not be started, 0 when it could.

    DJI's table of these numbers could not be read.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True)),
        Member("status", EnumOf("ModelStatus", __package__)),
        Member("sub_error_code", Integer()),
    )
