"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import SimType, TelecomOperator
else:
    SimType = lazy_type("..enums", "SimType", __package__)
    TelecomOperator = lazy_type("..enums", "TelecomOperator", __package__)


@define(weakref_slot=False)
class DongleInfosDockSystemItemSimInfo(Model):
    """The plastic SIM of a dongle."""

    telecom_operator: TelecomOperator | None = None
    """Mobile operator of the SIM."""

    sim_type: SimType | None = None
    """Kind of SIM."""

    iccid: Secret | None = field(default=None, converter=as_secret)
    """ICCID, which identifies the SIM."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("telecom_operator", EnumOf("TelecomOperator", __package__), nullable=True),
        Member("sim_type", EnumOf("SimType", __package__), nullable=True),
        Member("iccid", SecretString(), nullable=True),
    )
