"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class StorageKeys(Model):
    """Temporary storage keys (STS)."""

    access_key_id: Secret = field(converter=as_secret)
    """Access key id."""

    access_key_secret: Secret = field(converter=as_secret)
    """Secret of the access key.

    Open modeling calls it secret_access_key.
    """

    security_token: Secret = field(converter=as_secret)
    """Session token that goes with every request.

    Open modeling calls it session_token.
    """

    expire: int | None = None
    """How long the keys live from now on; a duration, not a point in time.

    3600 and 900 were seen. (in s)
    """

    platform: int | None = None
    """A number of the provider, without a documented meaning."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("access_key_id", SecretString(), required=True),
        Member("access_key_secret", SecretString(), required=True),
        Member("security_token", SecretString(), required=True),
        Member("expire", Integer()),
        Member("platform", Integer(), nullable=True),
    )
