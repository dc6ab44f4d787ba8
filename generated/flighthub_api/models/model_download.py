"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class ModelDownload(Model):
    """Where a file of a model can be downloaded."""

    id: int
    """Id of the file."""

    url: Secret | None = field(default=None, converter=as_secret)
    """Signed link, valid for a while; empty while the file is being prepared."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", Integer(), required=True),
        Member("url", SecretString()),
    )
