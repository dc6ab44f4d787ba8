"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .payload_control import PayloadControl
else:
    PayloadControl = lazy_type("..models", "PayloadControl", __package__)


@define(weakref_slot=False)
class PayloadControls(Model):
    """Who controls what on an aircraft."""

    drone_sn: str | None = None
    """Serial number of the aircraft."""

    controls: builtins.list[PayloadControl] = field(factory=empty_list)
    """Controls held at present; null when there are none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("drone_sn", String(id=True)),
        Member("controls", ListOf(ObjectOf("PayloadControl", __package__)), nullable=True),
    )
