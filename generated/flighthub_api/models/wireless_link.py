"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Number
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import LinkState, LinkWorkmode
else:
    LinkState = lazy_type("..enums", "LinkState", __package__)
    LinkWorkmode = lazy_type("..enums", "LinkWorkmode", __package__)


@define(weakref_slot=False)
class WirelessLink(Model):
    """Radio links for video between aircraft and gateway."""

    dongle_number: int | None = None
    """Number of 4G dongles fitted to the aircraft."""

    field_4g_link_state: LinkState | None = None
    """Whether the 4G link is up."""

    sdr_link_state: LinkState | None = None
    """Whether the SDR link is up."""

    link_workmode: LinkWorkmode | None = None
    """Which links are used."""

    sdr_quality: int | None = None
    """How good the SDR link is, in levels.

    (normally at least 0, at most 5, in steps of 1)
    """

    field_4g_quality: int | None = None
    """How good the 4G link is as a whole, in levels.

    (normally at least 0, at most 5, in steps of 1)
    """

    field_4g_uav_quality: int | None = None
    """How good 4G is from the aircraft to the server, in levels.

    (normally at least 0, at most 5, in steps of 1)
    """

    field_4g_gnd_quality: int | None = None
    """How good 4G is from the gateway to the server, in levels.

    (normally at least 0, at most 5, in steps of 1)
    """

    sdr_freq_band: float | None = None
    """Frequency band of the SDR link, for instance 2.4.

    (in GHz)
    """

    field_4g_freq_band: float | None = None
    """Frequency band of the 4G link.

    (in GHz)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("dongle_number", Integer(), nullable=True),
        Member("4g_link_state", EnumOf("LinkState", __package__), attribute="field_4g_link_state", nullable=True),
        Member("sdr_link_state", EnumOf("LinkState", __package__), nullable=True),
        Member("link_workmode", EnumOf("LinkWorkmode", __package__), nullable=True),
        Member("sdr_quality", Integer(), nullable=True),
        Member("4g_quality", Integer(), attribute="field_4g_quality", nullable=True),
        Member("4g_uav_quality", Integer(), attribute="field_4g_uav_quality", nullable=True),
        Member("4g_gnd_quality", Integer(), attribute="field_4g_gnd_quality", nullable=True),
        Member("sdr_freq_band", Number(), nullable=True),
        Member("4g_freq_band", Number(), attribute="field_4g_freq_band", nullable=True),
    )
