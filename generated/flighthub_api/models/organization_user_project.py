"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import String
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class OrganizationUserProject(Model):
    """A person's place in one project."""

    project_uuid: str | None = None
    """Id of the project."""

    project_callsign: str | None = None
    """Name of the person in that project."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("project_uuid", String(id=True)),
        Member("project_callsign", String()),
    )
