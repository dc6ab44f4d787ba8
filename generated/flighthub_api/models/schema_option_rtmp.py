"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class SchemaOptionRtmp(Model):
    """Where to push to by RTMP.

    DJI's page spells the name of this object schema_option_rmtp.
    """

    url: Secret = field(converter=as_secret)
    """Address to push to, usually with the stream key in it."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("url", SecretString(), required=True),
    )
