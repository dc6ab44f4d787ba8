"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Matrice4PayloadState(Model):
    """State of a payload, which stands under the payload's index, such as 99-0-0, one for each payload."""

    gimbal_pitch: float | None = None
    """Pitch of the gimbal; -90 points straight down.

    (in degrees; normally at least -180, at most 180, in steps of 0.1)
    """

    gimbal_roll: float | None = None
    """Roll of the gimbal.

    (in degrees; normally at least -180, at most 180, in steps of 0.1)
    """

    gimbal_yaw: float | None = None
    """Yaw of the gimbal.

    (in degrees; normally at least -180, at most 180, in steps of 0.1)
    """

    payload_index: str | None = None
    """Index of the payload, the same as the name of the member."""

    zoom_factor: float | None = None
    """Zoom of the lens in use against a reference lens; can be less than 1."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("gimbal_pitch", Number(), nullable=True),
        Member("gimbal_roll", Number(), nullable=True),
        Member("gimbal_yaw", Number(), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("zoom_factor", Number(), nullable=True),
    )
