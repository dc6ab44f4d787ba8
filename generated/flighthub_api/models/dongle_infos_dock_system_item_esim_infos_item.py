"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import TelecomOperator
else:
    TelecomOperator = lazy_type("..enums", "TelecomOperator", __package__)


@define(weakref_slot=False)
class DongleInfosDockSystemItemEsimInfosItem(Model):
    """A profile on the eSIM of a dongle."""

    telecom_operator: TelecomOperator | None = None
    """Mobile operator the profile belongs to."""

    enabled: bool | None = None
    """True for the profile in use."""

    iccid: Secret | None = field(default=None, converter=as_secret)
    """ICCID, which identifies the profile."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("telecom_operator", EnumOf("TelecomOperator", __package__), nullable=True),
        Member("enabled", Boolean(), nullable=True),
        Member("iccid", SecretString(), nullable=True),
    )
