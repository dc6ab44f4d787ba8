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
else:

    def __getattr__(name: str) -> object:
        """The union, made when annotations that name it are evaluated."""
        if name != "AnyDeviceState":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from functools import reduce
        from operator import or_

        from . import models

        return reduce(
            or_,
            (
                getattr(models, each)
                for each in [
                    "Dock1State",
                    "Dock2State",
                    "Dock3State",
                    "GenericDeviceState",
                    "Matrice300RtkState",
                    "Matrice30State",
                    "Matrice350RtkState",
                    "Matrice3DState",
                    "Matrice4DState",
                    "Matrice4State",
                    "Mavic3EnterpriseState",
                    "RcPlus2State",
                    "RcPlusState",
                    "RcProEnterpriseState",
                    "SmartControllerEnterpriseState",
                ]
            ),
        )
