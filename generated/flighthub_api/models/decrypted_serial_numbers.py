"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import MapOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import repr_keys


@define(weakref_slot=False)
class DecryptedSerialNumbers(Model):
    """Plain serial numbers for masked ones."""

    mapping: dict[str, str] | None = field(default=None, repr=repr_keys)
    """The plain serial number of each masked one, under the text that was sent.

    One client also takes an answer in which this map is the payload itself. [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("mapping", MapOf(String())),
    )
