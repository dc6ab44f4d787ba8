"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class WorkflowTriggered(Model):
    """What the trigger answers.

    No member of it is published, so whatever comes is kept.
    """

    incident_uuid: str | None = None
    """Id of the new incident, if the answer has it.

    [inferred]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("incident_uuid", String(id=True)),
    )
