"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import ModelFileType
else:
    ModelFileType = lazy_type("..enums", "ModelFileType", __package__)


@define(weakref_slot=False)
class ProjectModelDetail(Model):
    """A model of a project with its creator and links."""

    id: int
    """Id of the model.

    Open modeling has ids of its own, which are no numbers.
    """

    name: str | None = None
    """Name of the model."""

    file_type: ModelFileType | None = None
    """Kind of model."""

    show_on_map: bool | None = None
    """Whether the project's map shows it."""

    size: int | None = None
    """Size of the model's files.

    (in bytes)
    """

    create_at: int | None = None
    """When the model was made, probably in milliseconds, as in the newer edition; no real answer was seen.

    (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    update_at: int | None = None
    """When the model was last changed, in the unit of create_at.

    (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    user_name: str | None = None
    """Who made the model."""

    url: Secret | None = field(default=None, converter=as_secret)
    """Signed link to download the model, valid for a while; may be empty until the model is ready."""

    preview_url: Secret | None = field(default=None, converter=as_secret)
    """Signed link to view the model, valid for a while; may be empty."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", Integer(), required=True),
        Member("name", String()),
        Member("file_type", EnumOf("ModelFileType", __package__)),
        Member("show_on_map", Boolean()),
        Member("size", Integer()),
        Member("create_at", Integer(time="auto")),
        Member("update_at", Integer(time="auto")),
        Member("user_name", String()),
        Member("url", SecretString()),
        Member("preview_url", SecretString()),
    )
