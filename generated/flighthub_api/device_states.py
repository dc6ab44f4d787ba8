"""The type of a device's state, whatever the device: for annotations only.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from .models import (
        Dock1State,
        Dock2State,
        Dock3State,
        GenericDeviceState,
        Matrice3DState,
        Matrice4DState,
        Matrice4State,
        Matrice30State,
        Matrice300RtkState,
        Matrice350RtkState,
        Mavic3EnterpriseState,
        RcPlus2State,
        RcPlusState,
        RcProEnterpriseState,
        SmartControllerEnterpriseState,
    )

    AnyDeviceState: TypeAlias = (
        Dock1State
        | Dock2State
        | Dock3State
        | GenericDeviceState
        | Matrice300RtkState
        | Matrice30State
        | Matrice350RtkState
        | Matrice3DState
        | Matrice4DState
        | Matrice4State
        | Mavic3EnterpriseState
        | RcPlus2State
        | RcPlusState
        | RcProEnterpriseState
        | SmartControllerEnterpriseState
    )
