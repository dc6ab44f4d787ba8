"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Number, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .cameras_m300m350_item_ir_metering_area_max_temperature_point import (
        CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint,
    )
    from .cameras_m300m350_item_ir_metering_area_min_temperature_point import (
        CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint,
    )
else:
    CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint = lazy_type(
        "..models", "CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint", __package__
    )
    CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint = lazy_type(
        "..models", "CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint", __package__
    )


@define(weakref_slot=False)
class CamerasM300M350ItemIrMeteringArea(Model):
    """A rectangle in which the thermal lens measures temperature."""

    x: float | None = None
    """Distance of the rectangle's left edge from the left of the picture, as a fraction.

    (normally at least 0, at most 1)
    """

    y: float | None = None
    """Distance of the rectangle's top edge from the top of the picture, as a fraction.

    (normally at least 0, at most 1)
    """

    width: float | None = None
    """Width of the rectangle as a fraction of the picture's.

    (normally at least 0, at most 1)
    """

    height: float | None = None
    """Height of the rectangle as a fraction of the picture's.

    (normally at least 0, at most 1)
    """

    aver_temperature: float | None = None
    """Average temperature in the rectangle.

    (in degC)
    """

    min_temperature_point: CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint | None = None
    """Where the rectangle is coldest."""

    max_temperature_point: CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint | None = None
    """Where the rectangle is hottest."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("x", Number(), nullable=True),
        Member("y", Number(), nullable=True),
        Member("width", Number(), nullable=True),
        Member("height", Number(), nullable=True),
        Member("aver_temperature", Number(), nullable=True),
        Member(
            "min_temperature_point",
            ObjectOf("CamerasM300M350ItemIrMeteringAreaMinTemperaturePoint", __package__),
            nullable=True,
        ),
        Member(
            "max_temperature_point",
            ObjectOf("CamerasM300M350ItemIrMeteringAreaMaxTemperaturePoint", __package__),
            nullable=True,
        ),
    )
