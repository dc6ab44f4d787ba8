"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ListOf, Number, ObjectOf, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import WaylineTemplateType
    from .wayline_payload import WaylinePayload
else:
    WaylineTemplateType = lazy_type("..enums", "WaylineTemplateType", __package__)
    WaylinePayload = lazy_type("..models", "WaylinePayload", __package__)


@define(weakref_slot=False)
class WaylineDetail(Model):
    """A flight route with its length and a link to its file."""

    id: str
    """Id of the route.

    Tasks call it wayline_uuid, the end of an upload uuid.
    """

    name: str | None = None
    """Name of the route."""

    size: int | None = None
    """Size of the file.

    (in bytes)
    """

    template_types: builtins.list[WaylineTemplateType] = field(factory=empty_list)
    """Kinds of route inside the file, may be null."""

    update_time: int | None = None
    """When the route was last changed, milliseconds by all likelihood.

    (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    device_model_key: str | None = None
    """Aircraft the route is made for, as domain-type-sub_type; the key of a device's model."""

    payload_information: builtins.list[WaylinePayload] = field(factory=empty_list)
    """Payloads the route uses, may be null."""

    download_url: Secret | None = field(default=None, converter=as_secret)
    """Link to the .kmz file.

    It is signed and temporary and needs no key; fetch the route anew for another.
    """

    distance: float | None = None
    """Length of the route.

    (in m) [documented]
    """

    wayline_point_nums: int | None = None
    """Number of waypoints.

    [documented]
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("id", String(id=True), required=True),
        Member("name", String()),
        Member("size", Integer()),
        Member("template_types", ListOf(EnumOf("WaylineTemplateType", __package__)), nullable=True),
        Member("update_time", Integer(time="auto")),
        Member("device_model_key", String()),
        Member("payload_information", ListOf(ObjectOf("WaylinePayload", __package__)), nullable=True),
        Member("download_url", SecretString()),
        Member("distance", Number()),
        Member("wayline_point_nums", Integer()),
    )
