"""What the rows of the list of forwarders say about one of them. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import uuid4

from flighthub_runtime.annotations import lazy_type

from .. import errors
from .._core.hints import code_hints, join_hints
from ..errors import APIError, InvalidArgument, NotFound

if TYPE_CHECKING:
    from flighthub_api.enums import ConverterSchema
    from flighthub_api.models import StreamForwarder
else:
    ConverterSchema = lazy_type("flighthub_api.enums", "ConverterSchema")
    StreamForwarder = lazy_type("flighthub_api.models", "StreamForwarder")

_LISTING: Final = "stream_forwarders.list"


class Order(NamedTuple):
    """What a caller wants to have forwarded, and whether, and for how long, to wait for it."""

    device: str
    camera: str | None
    name: str | None
    schema: ConverterSchema | str
    wait: bool
    timeout: float | None
    interval: float
    cancel: Event | None


class Route(NamedTuple):
    """What is forwarded, and what the forwarder is called."""

    name: str
    sn: str
    camera: str


def name_for(sn: str, camera: str) -> str:
    """A name that no other forwarder has."""
    return f"{sn} {camera} {uuid4().hex[:8]}"


def refuse_taken(rows: Iterable[StreamForwarder], name: str) -> None:
    """Refuses a name that a forwarder has already. Otherwise that one might be taken for ours after a lost answer."""
    for row in rows:
        if row.converter_name == name:
            raise InvalidArgument("name", f"forwarder {row.converter_id} is called {name!r} already")


def find_created(rows: Iterable[StreamForwarder], route: Route) -> StreamForwarder | None:
    """The forwarder that was made with a name for a camera; None when there is none."""
    for row in rows:
        if (row.converter_name, row.sn, row.camera_index) == route:
            return row
    return None


def row_of(rows: Iterable[StreamForwarder], converter_id: str) -> StreamForwarder:
    """The row of a forwarder."""
    for row in rows:
        if row.converter_id == converter_id:
            return row
    raise NotFound(f"{_LISTING}: forwarder {converter_id} is no longer there.", operation=_LISTING)


def state_of(row: StreamForwarder) -> object:
    """What of a row is said about it: it holds a push address, too."""
    return None if row.state is None else row.state.value


def is_pushing(row: StreamForwarder) -> bool:
    """Whether a forwarder pushes. Raises the reason when it has failed; other states, known or not, may still change.

    Which states there are is inferred.
    """
    from flighthub_api.enums import ConverterState

    if row.state in (ConverterState.FAILED, ConverterState.ERROR):
        raise _failure(row)
    return row.state is ConverterState.RUNNING


def _failure(row: StreamForwarder) -> APIError:
    """The error of a forwarder that has failed: the table of codes is the same as that of failed calls."""
    from flighthub_api.errors import ERRORS

    known = ERRORS.get(row.code or 0)
    kind: type[APIError] = APIError if known is None else getattr(errors, known.error_class)
    meaning, hints = "The server does not say why." if known is None else known.meaning, code_hints(known)
    text = f"forwarder {row.converter_id} of {row.camera_index} of {row.sn} is {row.state}, with code {row.code}."
    text = f"{text} {meaning} {join_hints(hints)}".strip()
    return kind(text, operation=_LISTING, code=row.code, http_status=200, hints=hints)
