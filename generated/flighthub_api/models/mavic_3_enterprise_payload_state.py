"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Number, String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class Mavic3EnterprisePayloadState(Model):
    """State of a payload, which stands under the payload's index, such as 66-0-0, 67-0-0 or 129-0-0.

    The page does not list it, but the aircraft sends it.
    """

    gimbal_pitch: float | None = None
    """Pitch of the gimbal.

    [observed]
    """

    gimbal_roll: float | None = None
    """Roll of the gimbal.

    [observed]
    """

    gimbal_yaw: float | None = None
    """Yaw of the gimbal.

    [observed]
    """

    payload_index: str | None = None
    """Index of the payload, the same as the name of the member.

    [observed]
    """

    zoom_factor: float | None = None
    """Zoom factor.

    [observed]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("gimbal_pitch", Number(), nullable=True),
        Member("gimbal_roll", Number(), nullable=True),
        Member("gimbal_yaw", Number(), nullable=True),
        Member("payload_index", String(id=True), nullable=True),
        Member("zoom_factor", Number(), nullable=True),
    )
