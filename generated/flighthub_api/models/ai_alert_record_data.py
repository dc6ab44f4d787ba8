"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Json, ListOf, ObjectOf, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import AlgorithmSource
    from .alert_location import AlertLocation
else:
    AlgorithmSource = lazy_type("..enums", "AlgorithmSource", __package__)
    AlertLocation = lazy_type("..models", "AlertLocation", __package__)


@define(weakref_slot=False)
class AiAlertRecordData(Model):
    """What the event ai_alert_record holds."""

    alert_uuid: str | None = None
    """Id of the alert."""

    algorithm_source: AlgorithmSource | None = None
    """Where the algorithm runs, and on what."""

    drone_sn: str | None = None
    """Serial number of the aircraft."""

    gateway_sn: str | None = None
    """Serial number of the dock."""

    flight_id: str | None = None
    """Id of the flight; that it is the task_uuid of the OpenAPI is inferred."""

    labels: builtins.list[Any] = field(factory=empty_list)
    """What was found."""

    location: AlertLocation | None = None
    """Where it was found."""

    project_id: str | None = None
    """Id of the project."""

    task_name: str | None = None
    """Name of the flight task."""

    file_url: Secret | None = field(default=None, converter=as_secret)
    """Signed link to the picture."""

    thumbnail_url: Secret | None = field(default=None, converter=as_secret)
    """Signed link to a small picture."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("alert_uuid", String(id=True)),
        Member("algorithm_source", EnumOf("AlgorithmSource", __package__)),
        Member("drone_sn", String(id=True)),
        Member("gateway_sn", String(id=True)),
        Member("flight_id", String(id=True)),
        Member("labels", ListOf(Json())),
        Member("location", ObjectOf("AlertLocation", __package__)),
        Member("project_id", String(id=True)),
        Member("task_name", String()),
        Member("file_url", SecretString()),
        Member("thumbnail_url", SecretString()),
    )
