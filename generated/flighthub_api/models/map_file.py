"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class MapFile(Model):
    """A file for devices, and how to check it."""

    name: str | None = None
    """Name of the file."""

    url: Secret | None = field(default=None, converter=as_secret)
    """Signed link to the file, valid for a while."""

    checksum: str | None = None
    """Hexadecimal checksum, MD5 by 32 digits or SHA-256 by 64; which one is not said."""

    size: int | None = None
    """Size of the file.

    (in bytes)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("name", String()),
        Member("url", SecretString()),
        Member("checksum", String()),
        Member("size", Integer()),
    )
