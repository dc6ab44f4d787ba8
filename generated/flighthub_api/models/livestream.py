"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import LiveUrlType
else:
    LiveUrlType = lazy_type("..enums", "LiveUrlType", __package__)


@define(weakref_slot=False)
class Livestream(Model):
    """How to watch the live video."""

    url: Secret = field(converter=as_secret)
    """What the player needs, with its token.

    Not always a URL: url_type volc gives a query string, srs an address, agora JSON as text.
    """

    url_type: LiveUrlType
    """Streaming service, chosen by FlightHub 2; it decides how to read url."""

    expire_ts: int | None = None
    """When the token ends.

    (Unix seconds)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("url", SecretString(), required=True),
        Member("url_type", EnumOf("LiveUrlType", __package__), required=True),
        Member("expire_ts", Integer(time="s")),
    )
