"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class RecordingItem(Model):
    """A camera that is recorded."""

    sn: str | None = None
    """Serial number of the device."""

    camera_index: str | None = None
    """Id of the camera within the device."""

    camera_sn: str | None = None
    """Serial number of the camera; may be empty."""

    recording_strategy: int | None = None
    """When it is recorded, a number without a published meaning; 1 was seen."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sn", String(id=True)),
        Member("camera_index", String(id=True)),
        Member("camera_sn", String(id=True)),
        Member("recording_strategy", Integer()),
    )
