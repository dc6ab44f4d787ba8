"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import HmsInTheKey, HmsLevel, HmsModule
    from .hms_args import HmsArgs
else:
    HmsInTheKey = lazy_type("..enums", "HmsInTheKey", __package__)
    HmsLevel = lazy_type("..enums", "HmsLevel", __package__)
    HmsModule = lazy_type("..enums", "HmsModule", __package__)
    HmsArgs = lazy_type("..models", "HmsArgs", __package__)


@define(weakref_slot=False)
class HmsAlert(Model):
    """An alert of the health management system (HMS)."""

    level: HmsLevel | None = None
    """How serious it is."""

    module: HmsModule | None = None
    """Part of the system that raised it."""

    in_the_key: HmsInTheKey | None = None
    """Whether the device was flying.

    Other editions of the API call the member in_the_sky.
    """

    code: str | None = None
    """Code of the alert, usually a hexadecimal number with 0x."""

    message: str | None = None
    """The alert as a sentence in the language asked for."""

    args: HmsArgs | None = None
    """Values for the placeholders of the text."""

    imminent: bool | None = None
    """True when the alert goes away by itself once its cause is gone."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("level", EnumOf("HmsLevel", __package__)),
        Member("module", EnumOf("HmsModule", __package__)),
        Member("in_the_key", EnumOf("HmsInTheKey", __package__), aliases=("in_the_sky",)),
        Member("code", String()),
        Member("message", String()),
        Member("args", ObjectOf("HmsArgs", __package__), nullable=True),
        Member("imminent", Boolean()),
    )
