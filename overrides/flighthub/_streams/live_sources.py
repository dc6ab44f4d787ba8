"""What a livestream's address says, by the service that carries it. Never fails, never loses the address. No I/O."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias
from urllib.parse import parse_qsl, urlsplit

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import MaskedMapping, Secret
from flighthub_runtime.wire import is_object, parse_json

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.models import Livestream
else:
    Livestream = lazy_type("flighthub_api.models", "Livestream")


@exported
class VolcRoom(NamedTuple):
    """A room of Volcengine RTC, as its SDK wants it.

    Attributes:
        app_id: Id of the application.
        room_id: Id of the room.
        user_id: Id of the viewer.
        token: What lets the viewer in.
        expires_at: When the token ends; None where it does not say.
    """

    app_id: str
    room_id: str
    user_id: str
    token: Secret
    expires_at: datetime | None


@exported
class AgoraChannel(NamedTuple):
    """A channel of Agora, as its SDK wants it. Its form is inferred.

    Attributes:
        app_id: Id of the application.
        channel_name: Name of the channel.
        uid: Id of the viewer; None where it does not say.
        token: What lets the viewer in.
        expires_at: When the token ends; None where it does not say.
    """

    app_id: str
    channel_name: str
    uid: int | str | None
    token: Secret
    expires_at: datetime | None


@exported
class WebStream(NamedTuple):
    """An address that a player opens as it is: WebRTC by WHEP, or an HLS playlist. Its form is inferred.

    Attributes:
        protocol: `whep` or `hls`.
        url: The address, with its token.
    """

    protocol: Literal["whep", "hls"]
    url: Secret


LiveSource: TypeAlias = VolcRoom | AgoraChannel | WebStream


def life_of(expires_in: float | timedelta) -> timedelta:
    """How long a token is to live, given in seconds or as a timedelta."""
    if isinstance(expires_in, timedelta):
        return expires_in
    try:
        return timedelta(seconds=expires_in)
    except (TypeError, ValueError, OverflowError):
        problem = f"must be a number of seconds or a timedelta, not {expires_in!r}"
    raise InvalidArgument("expires_in", problem)


def source_of(livestream: Livestream) -> LiveSource | None:
    """What the address says; None for a service that nobody has documented, and for a form that it does not have."""
    from flighthub_api.enums import LiveUrlType

    # An address that is missing altogether reads as None.
    url: Secret | None = livestream.url
    if not url:
        return None
    match livestream.url_type:
        case LiveUrlType.VOLC:
            return _volc(_query(url))
        case LiveUrlType.AGORA:
            return _agora(_object(url))
        case LiveUrlType.SRS | LiveUrlType.HLS:
            return _web(url)
        case _:
            return None


def moment(seconds: Any) -> datetime | None:
    """Unix seconds as a datetime; None where they are none."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if type(seconds) in (int, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def _query(url: Secret) -> MaskedMapping:
    # A plus sign belongs to a token; nothing here holds a space.
    return MaskedMapping(dict(parse_qsl(url.reveal().replace("+", "%2B"))))


def _object(url: Secret) -> MaskedMapping:
    try:
        found = parse_json(url.reveal().encode())
    except ValueError:
        return MaskedMapping({})
    return MaskedMapping(found if is_object(found) else {})


def _volc(members: MaskedMapping) -> VolcRoom | None:
    if not {"app_id", "room_id", "user_id", "token"} <= set(members):
        return None
    return VolcRoom(
        members["app_id"],
        members["room_id"],
        members["user_id"],
        Secret(members["token"]),
        moment(members.get("expire_time")),
    )


def _agora(members: MaskedMapping) -> AgoraChannel | None:
    if not all(isinstance(members.get(name), str) for name in ("app_id", "channel_name", "token")):
        return None
    uid = members.get("uid")
    return AgoraChannel(
        members["app_id"],
        members["channel_name"],
        uid if isinstance(uid, (int, str)) else None,
        Secret(members["token"]),
        moment(members.get("expire_ts")),
    )


def _web(url: Secret) -> WebStream | None:
    try:
        scheme, playlist = urlsplit(url.reveal()).scheme, urlsplit(url.reveal()).path.endswith(".m3u8")
    except ValueError:
        return None
    if scheme not in ("http", "https"):
        return None
    return WebStream("hls" if playlist else "whep", url)
