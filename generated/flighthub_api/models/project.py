"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ObjectOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from .geo_point import GeoPoint
else:
    GeoPoint = lazy_type("..models", "GeoPoint", __package__)


@define(weakref_slot=False)
class Project(Model):
    """A project of the organization."""

    uuid: str
    """Id of the project, the value of the header X-Project-Uuid."""

    name: str | None = None
    """Name of the project."""

    introduction: str | None = None
    """Free text about the project, may be empty."""

    org_uuid: str | None = None
    """Id of the organization the project belongs to."""

    project_work_center_point: GeoPoint | None = None
    """Centre of the project's map."""

    created_at: int | None = None
    """When the project was made.

    (Unix seconds)
    """

    updated_at: int | None = None
    """When the project was last changed.

    (Unix seconds)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("uuid", String(id=True), required=True),
        Member("name", String()),
        Member("introduction", String()),
        Member("org_uuid", String(id=True)),
        Member("project_work_center_point", ObjectOf("GeoPoint", __package__), nullable=True),
        Member("created_at", Integer(time="s")),
        Member("updated_at", Integer(time="s")),
    )
