"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Number, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class ModelZipChangeData(Model):
    """What the event model_zip_change holds."""

    resource_uuid: str | None = None
    """Id of the set of pictures."""

    model_uuid: str | None = None
    """Id of the model."""

    model_status: int | None = None
    """State of the model.

    9, 12, 13, 14, 15 and 16 were seen; 9 is explained as being packed, the others are not.
    """

    reconstruction_progress: float | None = None
    """Progress of the reconstruction; that it counts percent is inferred."""

    zip_status: int | None = None
    """State of the packing, 1 to 3; the meanings are open."""

    zip_progress: float | None = None
    """Progress of the packing; that it counts percent is inferred."""

    zip_file_key: Secret | None = field(default=None, converter=as_secret)
    """Where the archive is, shown as its download address."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("resource_uuid", String(id=True)),
        Member("model_uuid", String(id=True)),
        Member("model_status", Integer()),
        Member("reconstruction_progress", Number()),
        Member("zip_status", Integer()),
        Member("zip_progress", Number()),
        Member("zip_file_key", SecretString()),
    )
