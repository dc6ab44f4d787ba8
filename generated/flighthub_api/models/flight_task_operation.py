"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String, StringOrInteger
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class FlightTaskOperation(Model):
    """What a person did with a task.

    All members come from other editions.
    """

    operator_account: str | None = None
    """Account of the person.

    [inferred]
    """

    operator_id: str | int | None = None
    """User id of the person.

    [inferred]
    """

    operator_name: str | None = None
    """Name of the person.

    [inferred]
    """

    operator_role: str | int | None = None
    """Role of the person.

    [inferred]
    """

    operation_type: str | int | None = None
    """What was done.

    On-premises installations number it 0 created, 1 terminated, 2 changed, 3 deleted. [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("operator_account", String()),
        Member("operator_id", StringOrInteger()),
        Member("operator_name", String()),
        Member("operator_role", StringOrInteger()),
        Member("operation_type", StringOrInteger()),
    )
