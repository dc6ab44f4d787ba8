"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import MemberRole
else:
    MemberRole = lazy_type("..enums", "MemberRole", __package__)


@define(weakref_slot=False)
class ProjectMember(Model):
    """A person and the role in the project."""

    user_id: str
    """FlightHub user id, digits as text; the user_id claim of that person's organization key."""

    role: MemberRole
    """Role in the project.

    That it must be sent is inferred from clients, which always do.
    """

    nickname: str | None = None
    """Name shown in the project."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("user_id", String(id=True), required=True),
        Member("role", EnumOf("MemberRole", __package__), required=True),
        Member("nickname", String()),
    )
