"""Events: what the server sends by itself. The base of their classes, and what is known of their kinds."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from attrs import define, field

from .codecs import Json, OrJsonText, String
from .models import Member, Members, Model, Preserved
from .public_names import exported
from .secrets import repr_keys, repr_masked
from .wire import is_object


@exported
class Event(Model):
    """An event that FlightHub 2 has sent to an address of the user's.

    Its classes are in `flighthub.types`: `MediaFileUploadedEvent` and the like, `FlightHubSyncEvent` for the older
    webhook. Reading one never raises: any member may be missing, and `to_dict()` gives back what arrived.

    Example:
        >>> from flighthub import webhooks
        >>> event = webhooks.parse('{"type": "media_file_uploaded", "data": {"file_name": "DJI_0001.JPG"}}')
        >>> event.kind, event.form, event.data.file_name, event.data.file_size
        ('media_file_uploaded', 'event_api', 'DJI_0001.JPG', None)
    """

    __slots__ = ()

    __kind__: ClassVar[str] = ""
    """The kind of all events of a class; empty where each has its own."""
    __form__: ClassVar[str] = ""

    @property
    def kind(self) -> str:
        """What has happened, such as `media_file_uploaded`; empty where the event does not say.

        It is spelled as the catalogue `flighthub_api.EVENTS` has it, where the catalogue knows the kind.
        """
        return self.__kind__ or _kind_in(self)

    @property
    def form(self) -> str:
        """Which form the event has: `event_api`, `flighthub_sync` (the older webhook), or empty for neither."""
        return self.__form__

    @property
    def is_known(self) -> bool:
        """Whether the catalogue knows the kind."""
        return True

    if TYPE_CHECKING:
        data: Any
        """What has happened: an object of the kind, or a dict; in the older webhook, all members but the kind."""
    else:

        @property
        def data(self) -> Any:
            """What has happened: an object of the kind, or a dict; in the older webhook, all members but the kind."""
            return {name: value for name, value in self.to_dict().items() if name != "notify_type"}


def _kind_in(event: Event) -> str:
    kinds = (getattr(event, name, None) for name in ("type", "notify_type"))
    return next((kind for kind in kinds if isinstance(kind, str) and kind), "")


def _repr_data(data: object) -> str:
    """What is not known may hold links and passwords."""
    return repr_keys(data) if is_object(data) else repr_masked(data)


@define
class UnknownEvent(Event):
    """An event of a kind that is not known. `data` has what it holds, `to_dict()` all of it."""

    type: str | None = None
    """Kind of the event."""
    notify_type: str | None = None
    """Kind of the event, in the older webhook."""
    data: Any = field(default=None, repr=_repr_data)
    """What has happened, as it arrived; parsed where it is the JSON text of an object."""
    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("type", String()),
        Member("notify_type", String()),
        Member("data", OrJsonText(Json()), nullable=True),
    )

    @property
    def form(self) -> str:
        """Which form the event has: `event_api`, `flighthub_sync` (the older webhook), or empty for neither."""
        return "event_api" if self.type else "flighthub_sync" if self.notify_type else ""

    @property
    def is_known(self) -> bool:
        """Whether the catalogue knows the kind."""
        return False


class EventKind(NamedTuple):
    """A kind of event.

    Attributes:
        name: Name of the webhook, which is unique.
        kind: The text in the body that tells the kind.
        form: `event_api`, or `flighthub_sync` for the older webhook.
        class_name: Name of the class of its events, in `flighthub.types`.
        confidence: `documented`, `observed` or `inferred`.
        summary: What has happened.
        deduplicate_by: The members that two deliveries of one event have in common; empty where none are known.
        package: The package of the class.
        by_minute: Whether two deliveries of one event arrive in the same minute, as far as that can be told.
        aliases: Other spellings of the kind.
        recognized_by: The members that tell the kind where its text is not certain.
    """

    name: str
    kind: str
    form: str
    class_name: str
    confidence: str
    summary: str
    deduplicate_by: tuple[str, ...]
    package: str | None
    by_minute: bool = False
    aliases: tuple[str, ...] = ()
    recognized_by: tuple[str, ...] = ()

    @property
    def event_class(self) -> type[Event]:
        """The class of its events, imported when it is first asked for."""
        return cast("type[Event]", getattr(import_module(".models", self.package), self.class_name))
