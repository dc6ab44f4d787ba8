"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ListOf, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list

if TYPE_CHECKING:
    from .psdk_widget_values_item_speaker import PsdkWidgetValuesItemSpeaker
    from .psdk_widget_values_item_values_item import PsdkWidgetValuesItemValuesItem
else:
    PsdkWidgetValuesItemSpeaker = lazy_type("..models", "PsdkWidgetValuesItemSpeaker", __package__)
    PsdkWidgetValuesItemValuesItem = lazy_type("..models", "PsdkWidgetValuesItemValuesItem", __package__)


@define(weakref_slot=False)
class PsdkWidgetValuesItem(Model):
    """What a third-party payload reports."""

    psdk_index: int | None = None
    """Slot of the payload.

    (normally at least 0)
    """

    psdk_name: str | None = None
    """Name of the payload."""

    psdk_sn: str | None = None
    """Serial number of the payload."""

    psdk_version: str | None = None
    """Firmware version of the payload."""

    psdk_lib_version: str | None = None
    """Version of the SDK library in the payload."""

    speaker: PsdkWidgetValuesItemSpeaker | None = None
    """Speaker of the payload, where the payload is a speaker."""

    values: builtins.list[PsdkWidgetValuesItemValuesItem] = field(factory=empty_list)
    """What the widgets of the control panel are set to."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("psdk_index", Integer(), nullable=True),
        Member("psdk_name", String(), nullable=True),
        Member("psdk_sn", String(id=True), nullable=True),
        Member("psdk_version", String(), nullable=True),
        Member("psdk_lib_version", String(), nullable=True),
        Member("speaker", ObjectOf("PsdkWidgetValuesItemSpeaker", __package__), nullable=True),
        Member("values", ListOf(ObjectOf("PsdkWidgetValuesItemValuesItem", __package__)), nullable=True),
    )
