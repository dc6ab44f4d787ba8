"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class RtspUrlUpdateData(Model):
    """What the event rtsp_url_update holds."""

    converter_name: str | None = None
    """Name of the stream forwarder."""

    converter_id: str | None = None
    """Id of the stream forwarder."""

    sn: str | None = None
    """Serial number of the device."""

    camera_index: str | None = None
    """Index of the camera."""

    device_callsign: str | None = None
    """Name of the device."""

    url: Secret | None = field(default=None, converter=as_secret)
    """Address of the stream."""

    username: str | None = None
    """User name for the stream."""

    password: Secret | None = field(default=None, converter=as_secret)
    """Password for the stream."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("converter_name", String()),
        Member("converter_id", String(id=True)),
        Member("sn", String(id=True)),
        Member("camera_index", String(id=True)),
        Member("device_callsign", String()),
        Member("url", SecretString()),
        Member("username", String()),
        Member("password", SecretString()),
    )
