"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ListOf, ObjectOf, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import Secret, as_secret

if TYPE_CHECKING:
    from ..enums import AlgorithmSource
    from .ai_alert_action import AiAlertAction
    from .ai_alert_location import AiAlertLocation
    from .ai_alert_target import AiAlertTarget
else:
    AlgorithmSource = lazy_type("..enums", "AlgorithmSource", __package__)
    AiAlertAction = lazy_type("..models", "AiAlertAction", __package__)
    AiAlertLocation = lazy_type("..models", "AiAlertLocation", __package__)
    AiAlertTarget = lazy_type("..models", "AiAlertTarget", __package__)


@define(weakref_slot=False)
class AiAlert(Model):
    """Something that an algorithm found during a flight."""

    alert_uuid: str
    """Id of the detection."""

    flight_id: str | None = None
    """Id of the flight."""

    project_id: str | None = None
    """Id of the project."""

    drone_sn: str | None = None
    """Serial number of the aircraft."""

    gateway_sn: str | None = None
    """Serial number of the dock."""

    status: int | None = None
    """State, 0 to 5 without a published meaning."""

    reason: str | None = None
    """Text about the state, may be empty."""

    algorithm_source: AlgorithmSource | None = None
    """Which algorithm found it."""

    location: AiAlertLocation | None = None
    """Where it was found; null when not known."""

    file_id: int | None = None
    """Id of the media file that shows it."""

    media_index: int | None = None
    """Position within the media, presumably."""

    task_name: str | None = None
    """Name of the flight task."""

    trigger_actions: builtins.list[AiAlertAction] = field(factory=empty_list)
    """What followed by itself."""

    target_alert_infos: builtins.list[AiAlertTarget] = field(factory=empty_list)
    """What was found."""

    timestamp: int | None = None
    """When it was found.

    Seconds or milliseconds is not said. (Unix time, milliseconds above 10^11, else seconds) [inferred]
    """

    thumbnail_url: Secret | None = field(default=None, converter=as_secret)
    """Link to a small picture.

    It is signed and lives about twelve hours, as one client reads the page.
    """

    labels: builtins.list[str] = field(factory=empty_list)
    """Words for what was found."""

    interval_seconds: int | None = None
    """Time during which it is not reported again, presumably.

    (in s)
    """

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("alert_uuid", String(id=True), required=True),
        Member("flight_id", String(id=True)),
        Member("project_id", String(id=True)),
        Member("drone_sn", String(id=True)),
        Member("gateway_sn", String(id=True)),
        Member("status", Integer()),
        Member("reason", String()),
        Member("algorithm_source", EnumOf("AlgorithmSource", __package__)),
        Member("location", ObjectOf("AiAlertLocation", __package__), nullable=True),
        Member("file_id", Integer()),
        Member("media_index", Integer()),
        Member("task_name", String()),
        Member("trigger_actions", ListOf(ObjectOf("AiAlertAction", __package__))),
        Member("target_alert_infos", ListOf(ObjectOf("AiAlertTarget", __package__))),
        Member("timestamp", Integer(time="auto")),
        Member("thumbnail_url", SecretString()),
        Member("labels", ListOf(String())),
        Member("interval_seconds", Integer()),
    )
