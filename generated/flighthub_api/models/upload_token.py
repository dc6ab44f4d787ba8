"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import OpenModelCloudName
else:
    OpenModelCloudName = lazy_type("..enums", "OpenModelCloudName", __package__)


@define(weakref_slot=False)
class UploadToken(Model):
    """Where the pictures of a new image set are uploaded to, and the temporary keys for it."""

    access_key_id: Secret = field(converter=as_secret)
    """Access key id."""

    secret_access_key: Secret = field(converter=as_secret)
    """Secret of the access key.

    The project's storage calls it access_key_secret.
    """

    session_token: Secret = field(converter=as_secret)
    """Session token that goes with every request.

    The project's storage calls it security_token.
    """

    cloud_bucket_name: str
    """Bucket to upload to."""

    callback_param: Secret = field(converter=as_secret)
    """Text to hand back unchanged with every report of uploaded files."""

    store_path: str
    """Key of an object, with {fileName} in place of the plain file name.

    The part of the path before it is the resource_uuid, which is returned nowhere else.
    """

    cloud_name: OpenModelCloudName | None = None
    """Storage product, which decides how requests are signed.

    Compare loosely, spellings vary.
    """

    region: str | None = None
    """Region of the storage."""

    end_point: str | None = None
    """Address of the storage, with or without a scheme; complete it before use."""

    expire_time: int | None = None
    """Until when the keys are valid; a point in time, not a duration.

    (Unix seconds)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("access_key_id", SecretString(), required=True),
        Member("secret_access_key", SecretString(), required=True),
        Member("session_token", SecretString(), required=True),
        Member("cloud_bucket_name", String(), required=True),
        Member("callback_param", SecretString(), required=True),
        Member("store_path", String(), required=True),
        Member("cloud_name", EnumOf("OpenModelCloudName", __package__)),
        Member("region", String()),
        Member("end_point", String()),
        Member("expire_time", Integer(time="s")),
    )
