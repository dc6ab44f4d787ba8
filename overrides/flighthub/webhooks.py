"""Events that FlightHub 2 sends to an address of yours: read, verified, told apart. No server, nothing is sent.

    from flighthub import webhooks

    webhooks.verify(body, headers, key)
    event = webhooks.parse(body)
    if event.kind == "media_file_uploaded":
        print(event.data.file_name, event.data.flight_id)

There are two forms of events. `event_api` is the current one: `{"type": ..., "data": ...}`, signed. `flighthub_sync` is
the older webhook of FlightHub Sync: `{"notify_type": ..., ...}`, for which no signature is known. Which kinds there are
says `flighthub_api.EVENTS`. A person sets up the address and the kinds in the console; no operation does.

How events are delivered is not known: expect that they are lost, repeated and out of order. Answer with HTTP 200 and
`{"code": 0, "message": "success"}` first, and work later.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeGuard
from urllib.parse import quote

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.problems import InvalidArgument
from flighthub_runtime.secrets import Masked, Secret, as_secret
from flighthub_runtime.wire import is_list, is_object, parse_json

from .errors import InvalidSignature

if TYPE_CHECKING:
    from flighthub_runtime.events import Event, EventKind
else:
    Event = lazy_type("flighthub_runtime.events", "Event")
    EventKind = lazy_type("flighthub_runtime.events", "EventKind")

__all__ = ["LARGEST", "deduplication_key", "parse", "verify"]

LARGEST: Final = 1_000_000
"""How many bytes an event may have."""

_DEEPEST: Final = 64
"""How deep its values may be nested."""

_LONGEST_SIGNATURE: Final = 128

_OTHER_PRODUCT: Final = "x-dji-timestamp"
"""A header of events of DJI Delivery, and of no other."""

Headers = Mapping[str, str] | Iterable[tuple[str | bytes, str | bytes]]
"""Headers of a request, by name or as pairs; a WSGI environment is one, too."""


def parse(body: bytes | bytearray | memoryview | str) -> Event:
    """Read an event.

    An unknown kind is an event, too, with what it holds in `data`; so is an object that is no event of either form.
    What has a wrong type or is missing reads as None, and `to_dict()` gives back what arrived.

    Args:
        body: The body of the request, at most `LARGEST` bytes; its values are nested at most 64 deep.

    Returns:
        Event: `event.kind`, `event.form` and `event.data`, whose class goes by the kind. `event.is_known` is false for
        an unknown kind.

    Raises:
        InvalidArgument: The body is not the JSON of an object, is too large, or is nested too deeply.

    Documentation: "Event API" (observed; no page of it could be read), "FlightHub Sync webhook" (documented).

    Example:
        >>> from flighthub import webhooks
        >>> event = webhooks.parse(b'{"type": "ai_alert_record", "data": {"alert_uuid": "7d1f", "labels": ["person"]}}')
        >>> event.kind, event.data.labels, type(event).__name__
        ('ai_alert_record', ['person'], 'AiAlertRecordEvent')
        >>> webhooks.parse(b'{"type": "tide_turned", "data": {"height": 2}}').data
        {'height': 2}
    """
    held = Masked[Any](body)
    del body
    parsed, problem = _parsed(held)
    if problem:
        raise InvalidArgument("body", problem)
    return _event(parsed.reveal())


def verify(body: bytes | bytearray | memoryview, headers_or_signature: Headers | str | None, key: str | Secret) -> None:
    """Check that an event is signed with the organization key. Provisional: nobody has shown a real delivery.

    Known: the header is `x-dji-signature`, and it holds an HMAC-SHA256 keyed with the "organization token"
    (documented). Inferred: that token is the organization key, which calls send as `X-User-Token`; signed is the body
    as it arrived, byte for byte. Not known: how the value is written. Hexadecimal in either case, `sha256=` and
    hexadecimal, and base64 are accepted, which all say the same MAC; other texts to be signed are not tried. No
    time stamp is known either, so a repeat of an old event cannot be told by its signature: use `deduplication_key`.
    The older webhook is not signed as far as is known: protect its address otherwise.

    If real events are refused, keep the headers and the body of one, and report it: a single delivery settles this.

    Args:
        body: The body as it arrived, before anything has decoded or parsed it.
        headers_or_signature: The headers of the request: a mapping, pairs, or a WSGI environment; upper and lower case
            are the same. Or the value of `x-dji-signature` alone.
        key: The organization key.

    Raises:
        InvalidSignature: The signature is missing, cannot be read, or is not that of the body. Answer with HTTP 401.
        InvalidArgument: The body is not bytes, or the key is empty.

    Documentation: "Event API" (the header and the algorithm; documented), the rest is inferred.

    Example:
        >>> from flighthub import webhooks
        >>> body = b'{"type":"device_exit_return_home","data":{"sn":"7CTDEXAMPLE0001","reason":5}}'
        >>> headers = {"X-DJI-Signature": "7304a0503f280bbe3dd4187326a124442403fc1f17bf90db6ff10718bd820b73"}
        >>> webhooks.verify(body, headers, "org-key-made-up-0123456789")
    """
    held, told, secret = Masked[Any](body), Masked[Any](headers_or_signature), as_secret(key)
    del body, headers_or_signature, key
    if not _are_bytes(held.reveal()):
        raise InvalidArgument("body", "must be the bytes as they arrived: text or JSON is not what was signed")
    if not isinstance(secret, Secret) or not secret:
        raise InvalidArgument("key", "must be the organization key")
    problem = _problem_of_signature(held, told, secret)
    if problem:
        raise InvalidSignature(problem)


def deduplication_key(
    event: Event, body: bytes | bytearray | memoryview | str | None = None, received: datetime | None = None
) -> str:
    """A text that is the same for two deliveries of one event, and different for two events as far as can be told.

    Events have no id of their own, as far as is known. The key is made of the kind and of what identifies the file,
    alert, route, model or export; for what has no id of that sort, of the whole body. A return to home that is broken
    off twice within a minute, for the same reason, counts as one; a repeat in the next minute counts as another.

    Args:
        event: The event.
        body: The body that it was read from; of the kinds without ids, the key is its SHA-256. When not given, it is
            that of the event as JSON.
        received: When it arrived; now when not given. Only `device_exit_return_home` goes by it.

    Returns:
        str: Such as `media_file_uploaded/5b1f0c52`, or `sha256:` and 64 digits.

    Documentation: none; inferred from the members of the events.

    Example:
        >>> from flighthub import webhooks
        >>> event = webhooks.parse('{"type": "media_file_uploaded", "data": {"file_id": "5b1f0c52"}}')
        >>> webhooks.deduplication_key(event)
        'media_file_uploaded/5b1f0c52'
    """
    known = _catalogue().get((event.form, event.kind))
    if known is not None and known.deduplicate_by:
        values = [_text_of(getattr(event.data, name, None)) for name in known.deduplicate_by]
        if all(values):
            if known.by_minute:
                moment = datetime.now(UTC) if received is None else received.astimezone(UTC)
                values.append(f"{moment:%Y-%m-%dT%H:%MZ}")
            return "/".join(quote(each, safe=":", errors="surrogatepass") for each in (known.kind, *values))
    if body is None:
        body = json.dumps(event.to_dict(), sort_keys=True, separators=(",", ":"))
    content = body.encode(*_LOSSLESS) if isinstance(body, str) else body
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


_LOSSLESS: Final = ("utf-8", "surrogatepass")


def _text_of(value: Any) -> str:
    value = getattr(value, "value", value)
    return "" if value is None else str(value)


def _parsed(held: Masked[Any]) -> tuple[Masked[Any], str]:
    """The object that a body holds, and what is wrong with it; empty where nothing is."""
    body: Any = held.reveal()
    nothing = Masked[Any]({})
    if not (isinstance(body, str) or _are_bytes(body)):
        return nothing, "must be bytes or text"
    if _size_of(body) > LARGEST:
        return nothing, f"has more than {LARGEST} bytes"
    try:
        parsed = json.loads(body) if isinstance(body, str) else parse_json(bytes(body))
    except UnicodeDecodeError:
        return nothing, "is not text in UTF-8"
    except (ValueError, RecursionError):
        return nothing, "is not JSON"
    if not is_object(parsed):
        return nothing, "is not the JSON of an object, as every event is"
    if _is_too_deep(parsed) or _is_too_deep(_data_of(parsed)):
        return nothing, f"is nested more than {_DEEPEST} deep"
    return Masked[Any](parsed), ""


def _are_bytes(value: object) -> TypeGuard[bytes | bytearray | memoryview]:
    return isinstance(value, (bytes, bytearray, memoryview))


def _size_of(body: bytes | bytearray | memoryview | str) -> int:
    """Bytes; of a text that has more characters than an event may have bytes, its characters."""
    if isinstance(body, str):
        return len(body.encode(*_LOSSLESS) if len(body) <= LARGEST else body)
    return memoryview(body).nbytes


def _is_too_deep(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(_DEEPEST + 1):
        below: list[Any] = []
        for each in level:
            if is_object(each):
                below += each.values()
            elif is_list(each):
                below += each
        if not below:
            return False
        level = below
    return True


def _data_of(parsed: Mapping[str, Any]) -> Any:
    """The data of an event, parsed where it is JSON text."""
    from flighthub_runtime.codecs.json_texts import parse_object

    data = parsed.get("data")
    return parse_object(data) if isinstance(data, str) else data


@cache
def _catalogue() -> Mapping[tuple[str, str], EventKind]:
    """The kinds by form and spelling."""
    from flighthub_api import EVENTS

    return {(each.form, kind): each for each in EVENTS.values() for kind in (each.kind, *each.aliases)}


@cache
def _recognized() -> tuple[EventKind, ...]:
    """The kinds that are told by their members."""
    from flighthub_api import EVENTS

    return tuple(each for each in EVENTS.values() if each.recognized_by)


def _event(parsed: Mapping[str, Any]) -> Event:
    from flighthub_runtime.events import UnknownEvent

    kind, older = (each if isinstance(each, str) else "" for each in (parsed.get("type"), parsed.get("notify_type")))
    is_current = bool(kind) and ("data" in parsed or not older)
    found = _catalogue().get(("event_api", kind) if is_current else ("flighthub_sync", older))
    if found is None and not older:
        data = _data_of(parsed)
        if is_object(data):
            found = next((each for each in _recognized() if data.keys() >= {*each.recognized_by}), None)
    return (UnknownEvent if found is None else found.event_class).from_dict(parsed)


def _problem_of_signature(held: Masked[Any], told: Masked[Any], key: Secret) -> str:
    """Why the signature is not that of the body; empty where it is."""
    from flighthub_api.events import SIGNATURE_HEADER

    given = told.reveal()
    is_headers = given is not None and not isinstance(given, (str, bytes))
    values, is_of_other_product = _headers(given, SIGNATURE_HEADER.lower()) if is_headers else ([given], False)
    hint = (
        f"; the request has the header {_OTHER_PRODUCT}: it is an event of DJI Delivery, another product, which signs "
        "otherwise"
        if is_of_other_product
        else ""
    )
    texts = {_decoded_header(each) for each in values} - {""}
    if not texts:
        return f"the event has no signature ({SIGNATURE_HEADER}){hint}"
    if len(texts) > 1:
        return f"the event has more than one signature ({SIGNATURE_HEADER}){hint}"
    signature = _decoded(texts.pop())
    if signature is None:
        return f"the signature is neither hexadecimal nor base64 of 32 bytes{hint}"
    wanted = hmac.new(key.reveal().encode(*_LOSSLESS), held.reveal(), hashlib.sha256).digest()
    if not hmac.compare_digest(signature, wanted):
        return f"the signature is not that of this body and this key{hint}"
    return ""


def _headers(headers: Any, name: str) -> tuple[list[Any], bool]:
    """All values of a header, and whether there is one of the other product."""
    items = headers.items() if hasattr(headers, "items") else headers
    values: list[Any] = []
    is_of_other_product = False
    try:
        for each, value in items:
            found = _decoded_header(each).lower().replace("_", "-").removeprefix("http-")
            if found == name:
                values.append(value)
            is_of_other_product |= found == _OTHER_PRODUCT
    except (TypeError, ValueError):
        return [], False
    return values, is_of_other_product


def _decoded_header(text: Any) -> str:
    text = text.decode("latin-1") if isinstance(text, bytes) else text
    return text.strip() if isinstance(text, str) else ""


def _decoded(text: str) -> bytes | None:
    """The MAC that a signature says, in whichever of the forms; None where it is in none."""
    if len(text) > _LONGEST_SIGNATURE:
        return None
    if text[:7].lower() == "sha256=":
        text = text[7:]
    if re.fullmatch(r"[0-9A-Fa-f]{64}", text):
        return bytes.fromhex(text)
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return found if len(found) == 32 else None
