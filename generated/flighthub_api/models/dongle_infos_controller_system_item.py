"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, ListOf, ObjectOf, SecretString
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import DongleType, EsimActivation, SimCardState, SimSlot
    from .dongle_infos_controller_system_item_esim_infos_item import DongleInfosControllerSystemItemEsimInfosItem
    from .dongle_infos_controller_system_item_sim_info import DongleInfosControllerSystemItemSimInfo
else:
    DongleType = lazy_type("..enums", "DongleType", __package__)
    EsimActivation = lazy_type("..enums", "EsimActivation", __package__)
    SimCardState = lazy_type("..enums", "SimCardState", __package__)
    SimSlot = lazy_type("..enums", "SimSlot", __package__)
    DongleInfosControllerSystemItemEsimInfosItem = lazy_type(
        "..models", "DongleInfosControllerSystemItemEsimInfosItem", __package__
    )
    DongleInfosControllerSystemItemSimInfo = lazy_type(
        "..models", "DongleInfosControllerSystemItemSimInfo", __package__
    )


@define(weakref_slot=False)
class DongleInfosControllerSystemItem(Model):
    """A 4G dongle of a remote controller or of an aircraft that flies with one."""

    imei: Secret | None = field(default=None, converter=as_secret)
    """IMEI, which identifies the dongle."""

    dongle_type: DongleType | None = None
    """Which generation of dongle it is."""

    eid: Secret | None = field(default=None, converter=as_secret)
    """EID, which identifies the dongle's eSIM."""

    esim_activate_state: EsimActivation | None = None
    """Whether the eSIM is activated.

    Dongles of docks number the same answers differently.
    """

    sim_card_state: SimCardState | None = None
    """Whether a plastic SIM is inserted."""

    sim_slot: SimSlot | None = None
    """Which SIM is in use."""

    esim_infos: builtins.list[DongleInfosControllerSystemItemEsimInfosItem] = field(factory=empty_list)
    """Profiles on the eSIM, of which one at most is enabled."""

    sim_info: DongleInfosControllerSystemItemSimInfo | None = None
    """The plastic SIM in the dongle."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("imei", SecretString(), nullable=True),
        Member("dongle_type", EnumOf("DongleType", __package__), nullable=True),
        Member("eid", SecretString(), nullable=True),
        Member("esim_activate_state", EnumOf("EsimActivation", __package__), nullable=True),
        Member("sim_card_state", EnumOf("SimCardState", __package__), nullable=True),
        Member("sim_slot", EnumOf("SimSlot", __package__), nullable=True),
        Member(
            "esim_infos", ListOf(ObjectOf("DongleInfosControllerSystemItemEsimInfosItem", __package__)), nullable=True
        ),
        Member("sim_info", ObjectOf("DongleInfosControllerSystemItemSimInfo", __package__), nullable=True),
    )
