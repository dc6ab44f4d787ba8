"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from ..runtime.kinds import Integer, String
from ..runtime.models import Kept, Member, Members, Model, masked


@define
class StorageKeys(Model):
    """Temporary storage keys (STS)."""

    access_key_id: str = field(repr=masked)
    """Access key id."""

    access_key_secret: str = field(repr=masked)
    """Secret of the access key.

    Open modeling calls it secret_access_key.
    """

    security_token: str = field(repr=masked)
    """Session token that goes with every request.

    Open modeling calls it session_token.
    """

    expire: int | None = None
    """How long the keys live from now on; a duration, not a point in time.

    3600 and 900 were seen. (in s)
    """

    platform: int | None = None
    """A number of the provider, without a documented meaning."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("access_key_id", String(id=True), required=True),
        Member("access_key_secret", String(), required=True),
        Member("security_token", String(), required=True),
        Member("expire", Integer()),
        Member("platform", Integer(), nullable=True),
    )
