"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import DeviceClass, DeviceDomain
else:
    DeviceClass = lazy_type("..enums", "DeviceClass", __package__)
    DeviceDomain = lazy_type("..enums", "DeviceDomain", __package__)


@define(weakref_slot=False)
class DeviceModel(Model):
    """Which product a device is.

    Its numbers travel as strings.
    """

    key: str | None = None
    """Domain, type and sub-type joined by hyphens."""

    domain: DeviceDomain | None = None
    """Family of products, the first part of the key.

    Surer than class for telling docks from aircraft.
    """

    type: str | None = None
    """Type within the family, the second part of the key."""

    sub_type: str | None = None
    """Variant of the type, the third part of the key."""

    name: str | None = None
    """Name of the product, sometimes a short one."""

    class_: DeviceClass | None = None
    """Kind of device, as a word."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("key", String()),
        Member("domain", EnumOf("DeviceDomain", __package__)),
        Member("type", String()),
        Member("sub_type", String()),
        Member("name", String()),
        Member("class", EnumOf("DeviceClass", __package__), attribute="class_"),
    )
