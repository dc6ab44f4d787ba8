"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved
from flighthub_runtime.secrets import Secret, as_secret


@define(weakref_slot=False)
class SchemaOptionGb28181(Model):
    """How to register at a GB/T 28181 platform.

    Every member is text, the ports too.
    """

    server_id: str | None = None
    """SIP id of the platform, 20 digits."""

    server_ip: str | None = None
    """Address of the platform's SIP server."""

    server_port: str | None = None
    """Port of the platform's SIP server, as text."""

    device_id: str | None = None
    """Id under which the device registers at the platform."""

    device_password: Secret | None = field(default=None, converter=as_secret)
    """Password for registering."""

    local_port: str | None = None
    """SIP port on the sending side, as text."""

    local_channel: str | None = None
    """Id of the video channel."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("server_id", String(id=True)),
        Member("server_ip", String()),
        Member("server_port", String()),
        Member("device_id", String(id=True)),
        Member("device_password", SecretString()),
        Member("local_port", String()),
        Member("local_channel", String()),
    )
