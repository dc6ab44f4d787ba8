"""The points of a track, from the body of a response into columns. Needs the extra `tables`.

Only a track whose points are all exactly as documented is read so: every member there, on the globe, times in
milliseconds. Any other is read as usual, and its table made of its points; the tables are the same.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs.times import LAST_SECOND
from flighthub_runtime.columns import Place
from flighthub_runtime.wire import is_object, parse_json

from .tables import LATEST, arro3, form_of, table_of

if TYPE_CHECKING:
    from arro3.core import Table

    from flighthub_api.models import TrackPoint
else:
    Table = lazy_type("arro3.core", "Table")
    TrackPoint = lazy_type("flighthub_api.models", "TrackPoint")

_MANY: Final = 64 * 1024
"""Bytes from which it pays."""


class Points:
    """The points of a track as columns, by the names of their members."""

    def __init__(self, rows: list[Any]) -> None:
        # A list comprehension reads a slot in half the time of an attrgetter.
        self.columns: dict[str, list[Any]] = {
            "timestamp": [each.timestamp for each in rows],
            "latitude": [each.latitude for each in rows],
            "longitude": [each.longitude for each in rows],
            "height": [each.height for each in rows],
        }


def parse_track(body: bytes) -> Any:
    """The envelope of a response with a track: its `data` is `Points`, or what any parser makes of it."""
    decoder = _decoder() if len(body) >= _MANY else None
    if decoder is not None:
        import msgspec

        try:
            found = decoder.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            pass
        else:
            points = Points(found.data.track.points)
            # A place at latitude 0 may be none.
            if found.code == 0 and 0.0 not in points.columns["latitude"]:
                return {"code": found.code, "message": found.message, "data": points}
    return parse_json(body)


def table_of_data(data: Any) -> Table:
    """The table of the points in the `data` of a response that `parse_track` has read."""
    from flighthub_api.models import FlightTaskTrack, TrackPoint

    if not isinstance(data, Points):
        from .tables import to_arrow

        track = FlightTaskTrack.from_dict(data if is_object(data) else {}).track
        return to_arrow([] if track is None else track.points, TrackPoint)
    return _table(data, TrackPoint)


def _table(points: Points, row_class: type[TrackPoint]) -> Table:
    core = arro3()
    form = form_of(row_class)
    place = table_of(row_class).geometry
    # The decoder has seen that every value is as its column holds it, so none is looked at again.
    whole, real = core.DataType.int64(), core.DataType.float64()
    arrays = {
        name: core.Array(values, whole if name == "timestamp" else real) for name, values in points.columns.items()
    }
    arrays["timestamp"] = arrays["timestamp"].cast(form.schema.field("timestamp").type)
    ordered = [arrays[name] for name in form.names]
    if isinstance(place, Place):
        axes = [place.longitude, place.latitude, *([] if place.height is None else [place.height])]
        ordered.append(form.points_of([arrays[axis] for axis in axes]))
    table: Table = core.Table.from_batches(
        [core.RecordBatch.from_arrays(ordered, schema=form.schema)], schema=form.schema
    )
    return table


@cache
def _decoder() -> Any:
    """What reads a documented track; None where the table of its points has come to have other columns."""
    import msgspec
    from msgspec import Meta

    from flighthub_api.models import TrackPoint

    members = {
        "timestamp": (("unix", "auto"), Annotated[int, Meta(gt=LAST_SECOND, le=LATEST)]),
        "latitude": ("number", Annotated[float, Meta(ge=-90, le=90)]),
        "longitude": ("number", Annotated[float, Meta(ge=-180, le=180)]),
        "height": ("number", float),
    }
    if {each.name: each.type for each in table_of(TrackPoint).columns} != {n: t for n, (t, _) in members.items()}:
        return None
    point = msgspec.defstruct("Point", [(name, of) for name, (_, of) in members.items()], gc=False)
    track = msgspec.defstruct("Track", [("points", list[point])])  # type: ignore[valid-type]
    data = msgspec.defstruct("Data", [("track", track)])
    envelope = msgspec.defstruct("Envelope", [("code", int), ("data", data), ("message", Any, None)])
    return msgspec.json.Decoder(envelope)
