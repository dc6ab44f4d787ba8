"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import DateTime, EnumOf, Integer, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import MediaFileType
else:
    MediaFileType = lazy_type("..enums", "MediaFileType", __package__)


@define(weakref_slot=False)
class MediaFile(Model):
    """A media file, or a folder, whose content is not listed."""

    uuid: str
    """Id of the file."""

    name: str | None = None
    """Name of the file without its suffix."""

    file_type: MediaFileType | None = None
    """Kind of file; unsupported for folders."""

    suffix: str | None = None
    """Suffix with its dot, .DAT for ppk files; empty for folders."""

    size: int | None = None
    """Size of the file; 0 for folders.

    (in bytes)
    """

    preview_url: Secret | None = field(default=None, converter=as_secret)
    """Link to a preview.

    It is signed and temporary and needs no key; use it at once and do not store it.
    """

    original_url: Secret | None = field(default=None, converter=as_secret)
    """Link to the file itself.

    It is signed and temporary, needs no key and honours Range requests; for a folder its path is a bare slash.
    """

    create_at: datetime | None = None
    """When the file was made, RFC 3339 text."""

    update_at: datetime | None = None
    """When the file was last changed, RFC 3339 text."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("name", String()),
        Member("file_type", EnumOf("MediaFileType", __package__)),
        Member("suffix", String()),
        Member("size", Integer()),
        Member("preview_url", SecretString()),
        Member("original_url", SecretString()),
        Member("create_at", DateTime()),
        Member("update_at", DateTime()),
    )
