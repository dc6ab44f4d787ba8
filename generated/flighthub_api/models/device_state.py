"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, Selected, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .device_model import DeviceModel
    from .dock_1_state import Dock1State
    from .dock_2_state import Dock2State
    from .dock_3_state import Dock3State
    from .generic_device_state import GenericDeviceState
    from .matrice_3d_state import Matrice3DState
    from .matrice_4_state import Matrice4State
    from .matrice_4d_state import Matrice4DState
    from .matrice_30_state import Matrice30State
    from .matrice_300_rtk_state import Matrice300RtkState
    from .matrice_350_rtk_state import Matrice350RtkState
    from .mavic_3_enterprise_state import Mavic3EnterpriseState
    from .rc_plus_2_state import RcPlus2State
    from .rc_plus_state import RcPlusState
    from .rc_pro_enterprise_state import RcProEnterpriseState
    from .smart_controller_enterprise_state import SmartControllerEnterpriseState
else:
    DeviceModel = lazy_type("..models", "DeviceModel", __package__)
    Dock1State = lazy_type("..models", "Dock1State", __package__)
    Dock2State = lazy_type("..models", "Dock2State", __package__)
    Dock3State = lazy_type("..models", "Dock3State", __package__)
    GenericDeviceState = lazy_type("..models", "GenericDeviceState", __package__)
    Matrice300RtkState = lazy_type("..models", "Matrice300RtkState", __package__)
    Matrice30State = lazy_type("..models", "Matrice30State", __package__)
    Matrice350RtkState = lazy_type("..models", "Matrice350RtkState", __package__)
    Matrice3DState = lazy_type("..models", "Matrice3DState", __package__)
    Matrice4DState = lazy_type("..models", "Matrice4DState", __package__)
    Matrice4State = lazy_type("..models", "Matrice4State", __package__)
    Mavic3EnterpriseState = lazy_type("..models", "Mavic3EnterpriseState", __package__)
    RcPlus2State = lazy_type("..models", "RcPlus2State", __package__)
    RcPlusState = lazy_type("..models", "RcPlusState", __package__)
    RcProEnterpriseState = lazy_type("..models", "RcProEnterpriseState", __package__)
    SmartControllerEnterpriseState = lazy_type("..models", "SmartControllerEnterpriseState", __package__)


@define(weakref_slot=False)
class DeviceState(Model):
    """What a device last reported about itself."""

    device_sn: str
    """Serial number that was asked for."""

    device_model: DeviceModel | None = None
    """Which product it is, and so which members the state can have."""

    device_state: (
        Matrice4DState
        | Matrice300RtkState
        | Matrice30State
        | Mavic3EnterpriseState
        | Matrice350RtkState
        | Matrice3DState
        | Matrice4State
        | RcPlusState
        | RcProEnterpriseState
        | RcPlus2State
        | SmartControllerEnterpriseState
        | Dock1State
        | Dock2State
        | Dock3State
        | GenericDeviceState
        | None
    ) = None
    """The reported properties, pieced together from several pushes, so any of them may be missing.

    Members with a fixed set of values come as words in real answers and as numbers in DJI's tables.
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("device_sn", String(id=True), required=True),
        Member("device_model", ObjectOf("DeviceModel", __package__), nullable=True),
        Member(
            "device_state",
            Selected(
                "device_model.key",
                {
                    "0-100-0": ObjectOf("Matrice4DState", __package__),
                    "0-100-1": ObjectOf("Matrice4DState", __package__),
                    "0-60-0": ObjectOf("Matrice300RtkState", __package__),
                    "0-67-0": ObjectOf("Matrice30State", __package__),
                    "0-67-1": ObjectOf("Matrice30State", __package__),
                    "0-77-0": ObjectOf("Mavic3EnterpriseState", __package__),
                    "0-77-1": ObjectOf("Mavic3EnterpriseState", __package__),
                    "0-77-3": ObjectOf("Mavic3EnterpriseState", __package__),
                    "0-89-0": ObjectOf("Matrice350RtkState", __package__),
                    "0-91-0": ObjectOf("Matrice3DState", __package__),
                    "0-91-1": ObjectOf("Matrice3DState", __package__),
                    "0-99-0": ObjectOf("Matrice4State", __package__),
                    "0-99-1": ObjectOf("Matrice4State", __package__),
                    "2-119-0": ObjectOf("RcPlusState", __package__),
                    "2-144-0": ObjectOf("RcProEnterpriseState", __package__),
                    "2-174-0": ObjectOf("RcPlus2State", __package__),
                    "2-56-0": ObjectOf("SmartControllerEnterpriseState", __package__),
                    "3-1-0": ObjectOf("Dock1State", __package__),
                    "3-2-0": ObjectOf("Dock2State", __package__),
                    "3-3-0": ObjectOf("Dock3State", __package__),
                },
                ObjectOf("GenericDeviceState", __package__),
            ),
            nullable=True,
        ),
    )
