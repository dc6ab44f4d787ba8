"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import DispatchWarningType
else:
    DispatchWarningType = lazy_type("..enums", "DispatchWarningType", __package__)


@define(weakref_slot=False)
class DispatchWarning(Model):
    """Something that speaks against a flight."""

    error_code: str | None = None
    """What is wrong, as a word.

    No list of the words is published.
    """

    error_type: DispatchWarningType | None = None
    """How serious it is."""

    description: str | None = None
    """The problem in the language asked for."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("error_code", String()),
        Member("error_type", EnumOf("DispatchWarningType", __package__)),
        Member("description", String()),
    )
