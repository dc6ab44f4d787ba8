"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from ..runtime.annotations import lazy_type
from ..runtime.kinds import EnumOf, SecretString
from ..runtime.models import Kept, Member, Members, Model
from ..runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import SimType, TelecomOperator
else:
    SimType = lazy_type("..enums", "SimType", __package__)
    TelecomOperator = lazy_type("..enums", "TelecomOperator", __package__)


@define
class DongleInfosDockSystemItemSimInfo(Model):
    """The plastic SIM of a dongle."""

    telecom_operator: TelecomOperator | None = None
    """Mobile operator of the SIM."""

    sim_type: SimType | None = None
    """Kind of SIM."""

    iccid: Secret | None = field(default=None, converter=as_secret)
    """ICCID, which identifies the SIM."""

    _kept: Kept | None = field(default=None, kw_only=True, repr=False, alias="_kept")

    __wire__: ClassVar[Members] = Members(
        Member("telecom_operator", EnumOf("TelecomOperator"), nullable=True),
        Member("sim_type", EnumOf("SimType"), nullable=True),
        Member("iccid", SecretString(), nullable=True),
    )
