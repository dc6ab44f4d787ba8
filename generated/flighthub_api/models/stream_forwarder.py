"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, Integer, ObjectOf, Selected, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import ConverterSchema, ConverterState
    from .schema_option_gb_28181 import SchemaOptionGb28181
    from .schema_option_rtmp import SchemaOptionRtmp
else:
    ConverterSchema = lazy_type("..enums", "ConverterSchema", __package__)
    ConverterState = lazy_type("..enums", "ConverterState", __package__)
    SchemaOptionGb28181 = lazy_type("..models", "SchemaOptionGb28181", __package__)
    SchemaOptionRtmp = lazy_type("..models", "SchemaOptionRtmp", __package__)


@define(weakref_slot=False)
class StreamForwarder(Model):
    """A forwarding of a camera's live video to a server of one's own."""

    converter_id: str
    """Id of the forwarder."""

    converter_name: str | None = None
    """Name of the forwarder."""

    sn: str | None = None
    """Serial number of the device the video comes from."""

    camera_index: str | None = None
    """Camera of that device."""

    schema: ConverterSchema | None = None
    """Protocol; it decides the shape of schema_option."""

    schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | None = None
    """Settings of the protocol, with its passwords and stream keys, or null."""

    auto_push_stream: bool | None = None
    """True when forwarding is switched on."""

    device_online_status: bool | None = None
    """True while the device is online."""

    device_callsign: str | None = None
    """Name that people gave the device."""

    state: ConverterState | None = None
    """How the forwarding is getting on.

    [inferred]
    """

    code: int | None = None
    """Error code of the last failure, from the table of stream forwarding codes; 0 when there was none."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("converter_id", String(id=True), required=True),
        Member("converter_name", String()),
        Member("sn", String(id=True)),
        Member("camera_index", String(id=True)),
        Member("schema", EnumOf("ConverterSchema", __package__)),
        Member(
            "schema_option",
            Selected(
                "schema",
                {
                    "gb28181": ObjectOf("SchemaOptionGb28181", __package__),
                    "rtmp": ObjectOf("SchemaOptionRtmp", __package__),
                },
            ),
            nullable=True,
        ),
        Member("auto_push_stream", Boolean()),
        Member("device_online_status", Boolean()),
        Member("device_callsign", String()),
        Member("state", EnumOf("ConverterState", __package__)),
        Member("code", Integer()),
    )
