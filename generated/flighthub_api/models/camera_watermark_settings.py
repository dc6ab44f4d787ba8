"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import Switch, WatermarkLayout
else:
    Switch = lazy_type("..enums", "Switch", __package__)
    WatermarkLayout = lazy_type("..enums", "WatermarkLayout", __package__)


@define(weakref_slot=False)
class CameraWatermarkSettings(Model):
    """What is printed onto photos and videos.

    The live view stays without it.
    """

    global_enable: Switch | None = None
    """Whether anything is printed at all."""

    drone_type_enable: Switch | None = None
    """Whether the model of the aircraft is printed."""

    drone_sn_enable: Switch | None = None
    """Whether the serial number of the aircraft is printed."""

    datetime_enable: Switch | None = None
    """Whether date and time are printed, in local time."""

    gps_enable: Switch | None = None
    """Whether coordinates and altitude are printed."""

    user_custom_string_enable: Switch | None = None
    """Whether the custom text is printed."""

    user_custom_string: str | None = None
    """Custom text.

    The limit counts bytes. (normally at most 250 characters)
    """

    layout: WatermarkLayout | None = None
    """Corner of the picture where it is printed."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("global_enable", EnumOf("Switch", __package__), nullable=True),
        Member("drone_type_enable", EnumOf("Switch", __package__), nullable=True),
        Member("drone_sn_enable", EnumOf("Switch", __package__), nullable=True),
        Member("datetime_enable", EnumOf("Switch", __package__), nullable=True),
        Member("gps_enable", EnumOf("Switch", __package__), nullable=True),
        Member("user_custom_string_enable", EnumOf("Switch", __package__), nullable=True),
        Member("user_custom_string", String(), nullable=True),
        Member("layout", EnumOf("WatermarkLayout", __package__), nullable=True),
    )
