"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Number, ObjectOf
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .mavic_3_enterprise_cameras_item_ir_metering_area_max_temperature_point import (
        Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint,
    )
    from .mavic_3_enterprise_cameras_item_ir_metering_area_min_temperature_point import (
        Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint,
    )
else:
    Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint = lazy_type(
        "..models", "Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint", __package__
    )
    Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint = lazy_type(
        "..models", "Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint", __package__
    )


@define(weakref_slot=False)
class Mavic3EnterpriseCamerasItemIrMeteringArea(Model):
    """The rectangle whose temperature is measured."""

    x: float | None = None
    """Left edge of the rectangle, from 0 to 1.

    (normally at least 0, at most 1)
    """

    y: float | None = None
    """Top edge of the rectangle, from 0 to 1.

    (normally at least 0, at most 1)
    """

    width: float | None = None
    """Width of the rectangle, from 0 to 1.

    (normally at least 0, at most 1)
    """

    height: float | None = None
    """Height of the rectangle, from 0 to 1.

    (normally at least 0, at most 1)
    """

    aver_temperature: float | None = None
    """Mean temperature within the rectangle.

    (in degC)
    """

    min_temperature_point: Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint | None = None
    """The coldest point in the rectangle."""

    max_temperature_point: Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint | None = None
    """The hottest point in the rectangle."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("x", Number(), nullable=True),
        Member("y", Number(), nullable=True),
        Member("width", Number(), nullable=True),
        Member("height", Number(), nullable=True),
        Member("aver_temperature", Number(), nullable=True),
        Member(
            "min_temperature_point",
            ObjectOf("Mavic3EnterpriseCamerasItemIrMeteringAreaMinTemperaturePoint", __package__),
            nullable=True,
        ),
        Member(
            "max_temperature_point",
            ObjectOf("Mavic3EnterpriseCamerasItemIrMeteringAreaMaxTemperaturePoint", __package__),
            nullable=True,
        ),
    )
