"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import StorageProvider
    from .storage_keys import StorageKeys
else:
    StorageProvider = lazy_type("..enums", "StorageProvider", __package__)
    StorageKeys = lazy_type("..models", "StorageKeys", __package__)


@define(weakref_slot=False)
class StorageCredentials(Model):
    """Where a project's files are uploaded to, and the temporary keys for it."""

    bucket: str
    """Bucket to upload to."""

    object_key_prefix: str
    """Beginning of every object key; the credentials allow nothing outside it."""

    credentials: StorageKeys
    """The temporary keys."""

    endpoint: str | None = None
    """Address of the storage, with or without a scheme; complete it before use."""

    provider: StorageProvider | None = None
    """Storage product, which decides how requests are signed."""

    region: str | None = None
    """Region of the storage."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("bucket", String(), required=True),
        Member("object_key_prefix", String(), required=True),
        Member("credentials", ObjectOf("StorageKeys", __package__), required=True),
        Member("endpoint", String()),
        Member("provider", EnumOf("StorageProvider", __package__)),
        Member("region", String()),
    )
