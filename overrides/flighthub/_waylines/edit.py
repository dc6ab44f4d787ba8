"""Changing route files that somebody else made: what is asked for is changed, all other bytes stay as they are."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from flighthub_runtime.annotations import lazy_type

from ..errors import InvalidArgument
from . import limits
from .estimates import leg_lengths
from .kmz import MAX_PACKED, TEMPLATE, WAYLINES, file_error, open_archive
from .moving import shift_place
from .products import find_aircraft, find_payload
from .route_actions import RouteAction, number
from .spans import Change, Document, Span
from .timing import route_duration
from .wpml_writer import Group, write_actions

if TYPE_CHECKING:
    from .route import WaylineFile
else:
    WaylineFile = lazy_type(".route", "WaylineFile", __package__)

P = ParamSpec("P")

_HEIGHTS: Final = ("height", "ellipsoidHeight")
"""template.kml, waypoint: the same height from two references, so that both change by the same."""


def _whole(change: Callable[Concatenate[RouteEdit, P], RouteEdit]) -> Callable[Concatenate[RouteEdit, P], RouteEdit]:
    """A change that is made whole, or not at all."""

    @wraps(change)
    def made(self: RouteEdit, /, *args: P.args, **kwargs: P.kwargs) -> RouteEdit:
        before = self.__dict__.copy()
        try:
            return change(self, *args, **kwargs)
        except BaseException as error:
            self.__dict__.update(before)
            if isinstance(error, ValueError) and not isinstance(error, InvalidArgument):
                raise file_error(self.name, f"has a number that is none: {error}") from None
            raise

    return made


class RouteEdit:
    """A route file that is being changed; `flighthub.waylines.edit` opens one.

    Each method changes what it says, in `waylines.wpml` and, where it plans the same waypoints, in `template.kml`,
    makes `distance` and `duration` anew where the file has them, and gives the object back. What is not understood is
    kept byte for byte. Waypoints are named by their number in their wayline.

    Attributes:
        name: Name of the file; empty where its content was given.
        notes: What a program has to know that plans the route anew, such as that a map's template keeps its heights.
    """

    def __init__(self, path: str | os.PathLike[str] | bytes) -> None:
        with open_archive(path) as archive:
            self.name: str = archive.name
            # Refuses what is no route, or is hidden in the archive.
            archive.open_waylines().close()
            template = archive.open_template()
            if template is not None:
                template.close()
        self._content = path if isinstance(path, bytes) else Path(path).read_bytes()
        self._flown = self._read(WAYLINES)
        self._planned = None if template is None else self._read(TEMPLATE)
        self._changed = False
        self.notes: tuple[str, ...] = ()
        self.inspect()

    @_whole
    def raise_by(
        self, metres: float, *, waypoints: Sequence[int] | None = None, wayline: int | None = None
    ) -> RouteEdit:
        """Fly higher, or lower.

        Args:
            metres: By how much; negative for lower.
            waypoints: Numbers of the waypoints; all when not given.
            wayline: Number of the wayline; all when not given.

        Raises:
            InvalidArgument: There is no such waypoint, or one has no height.
        """
        return self._change_heights(lambda height: height + metres, waypoints, wayline)

    @_whole
    def set_height(
        self, metres: float, *, waypoints: Sequence[int] | None = None, wayline: int | None = None
    ) -> RouteEdit:
        """Fly at a height, counted from where the file counts it.

        Args:
            metres: The height.
            waypoints: Numbers of the waypoints; all when not given.
            wayline: Number of the wayline; all when not given.

        Raises:
            InvalidArgument: There is no such waypoint, or one has no height.
        """
        return self._change_heights(lambda _: metres, waypoints, wayline)

    @_whole
    def set_speed(
        self, speed: float, *, waypoints: Sequence[int] | None = None, wayline: int | None = None
    ) -> RouteEdit:
        """Fly at a speed.

        Args:
            speed: m/s, 1 to 15, from each of the waypoints to the next.
            waypoints: Numbers of the waypoints; all, and the speed of the wayline, when not given.
            wayline: Number of the wayline; all when not given.

        Raises:
            InvalidArgument: There is no such waypoint, or the speed is out of range.
        """
        if speed not in limits.SPEED:
            raise InvalidArgument("speed", f"must be from {limits.SPEED} m/s, not {speed}")
        text = number(speed)
        for document, folders in self._folders(wayline):
            changes: list[Change] = []
            for folder in folders:
                marks = _marks(folder)
                chosen = self._choose(marks, waypoints)
                whole = folder.child("autoFlightSpeed")
                if waypoints is None and whole is not None:
                    changes.append(document.set_text(whole, text))
                for mark in chosen:
                    changes += _speed_changes(document, mark, text, is_all=waypoints is None)
            self._apply(document, changes)
        return self._renew()

    @_whole
    def shift(self, *, north: float = 0.0, east: float = 0.0) -> RouteEdit:
        """Fly elsewhere, with what the aircraft points to. Needs the extra `routes`.

        Args:
            north: Metres to the north.
            east: Metres to the east.
        """
        for document, folders in self._folders(None):
            changes: list[Change] = []
            for mark in (each for folder in folders for each in _marks(folder)):
                place = mark.child("Point", "coordinates")
                if place is not None:
                    longitude, latitude, *rest = (each.strip() for each in document.text(place).split(","))
                    moved = shift_place((float(latitude), float(longitude)), north, east)
                    changes.append(document.set_text(place, ",".join([number(moved[1]), number(moved[0]), *rest])))
                target = mark.child("waypointHeadingParam", "waypointPoiPoint")
                mode = document.text(mark.child("waypointHeadingParam", "waypointHeadingMode"))
                if target is not None and mode == "towardPOI":
                    latitude, longitude, *rest = (each.strip() for each in document.text(target).split(","))
                    moved = shift_place((float(latitude), float(longitude)), north, east)
                    changes.append(document.set_text(target, ",".join([number(moved[0]), number(moved[1]), *rest])))
            self._apply(document, changes)
        return self._renew()

    @_whole
    def reorder(self, order: Sequence[int], *, wayline: int = 0) -> RouteEdit:
        """Fly the waypoints in another order, or only some of them.

        Args:
            order: Numbers of the waypoints in the order in which they are to be flown; those left out are removed.
            wayline: Number of the wayline.

        Raises:
            InvalidArgument: A waypoint is not there or named twice, fewer than two are left, or actions hold for legs
                that the order breaks up; give those waypoints other actions first.
        """
        wanted = [int(each) if each == int(each) else each for each in order]
        if len(wanted) < 2 or len(set(wanted)) != len(wanted):
            raise InvalidArgument("order", "must name two waypoints at least, and each once")
        for document, folders in self._folders(wayline):
            changes = [each for folder in folders for each in self._reorder(document, folder, wanted)]
            self._apply(document, changes)
        return self._renew()

    @_whole
    def set_actions(self, waypoint: int, actions: Sequence[RouteAction], *, wayline: int = 0) -> RouteEdit:
        """Do something else at a waypoint, and from there on, than the file says; nothing for an empty list.

        Args:
            waypoint: Number of the waypoint.
            actions: What is done: `[waylines.take_photo(), waylines.hover(5)]`.
            wayline: Number of the wayline.

        Raises:
            InvalidArgument: There is no such waypoint, or an action holds for more legs than there are.
        """
        for document, folders in self._folders(wayline):
            changes: list[Change] = []
            for folder in folders:
                marks = _marks(folder)
                (mark,) = self._choose(marks, [waypoint])
                numbers = [_number_of(document, each, place) for place, each in enumerate(marks)]
                changes += self._replace_actions(document, mark, waypoint, actions, numbers)
            self._apply(document, changes)
        return self._renew()

    @_whole
    def set_aircraft(self, aircraft: str, *, payload: str | None = None) -> RouteEdit:
        """Make the route for another aircraft.

        Args:
            aircraft: Name of the product, such as `Matrice 4TD`, or its model key.
            payload: Name of the camera; the aircraft's own when not given.

        Raises:
            InvalidArgument: There is no such product, or the file has several payloads.
        """
        found = find_aircraft(aircraft)
        carried = find_payload(payload, found)
        for document in self._documents():
            mission = document.root.child("kml", "Document", "missionConfig")
            if mission is None:
                continue
            payloads = mission.all("payloadInfo")
            if len(payloads) > 1:
                raise InvalidArgument("payload", "the file has several payloads; which one is meant cannot be told")
            changes: list[Change] = []
            for parent, members in (
                (mission.child("droneInfo"), {"droneEnumValue": found.type, "droneSubEnumValue": found.sub_type}),
                (
                    payloads[0] if payloads else None,
                    {"payloadEnumValue": carried.type, "payloadSubEnumValue": carried.sub_type},
                ),
            ):
                changes += _set_members(document, parent, members)
            self._apply(document, changes)
        return self._renew()

    def inspect(self) -> WaylineFile:
        """What the file says now; see `flighthub.waylines.inspect`."""
        from .wpml import read_route

        return read_route(self.to_bytes(), self.name)

    def to_bytes(self) -> bytes:
        """The file (KMZ). Where nothing was changed, it is the one that was opened, byte for byte."""
        if not self._changed:
            return self._content
        told = {WAYLINES: self._flown.content}
        if self._planned is not None:
            told[TEMPLATE] = self._planned.content
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._content)) as source, zipfile.ZipFile(packed, "w") as into:
            into.comment = source.comment
            for entry in source.infolist():
                content = told[entry.filename] if entry.filename in told else source.read(entry)
                into.writestr(entry, content, compress_type=entry.compress_type)
        return packed.getvalue()

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file.

        Args:
            path: Where to; a file of that name is replaced, also the one that was opened.

        Returns:
            The path.

        Raises:
            InvalidArgument: It cannot be written there.
        """
        from .saving import write_file

        return write_file(path, self.to_bytes())

    def __repr__(self) -> str:
        return f"<RouteEdit {self.name!r}{', changed' if self._changed else ''}>"

    def _read(self, entry: str) -> Document:
        with zipfile.ZipFile(io.BytesIO(self._content)) as archive, archive.open(entry) as stream:
            content = stream.read(MAX_PACKED + 1)
        return Document(content, self.name, entry)

    def _documents(self) -> list[Document]:
        return [self._flown] if self._planned is None else [self._flown, self._planned]

    def _apply(self, document: Document, changes: Sequence[Change]) -> None:
        """Puts the changed document in the place of the former one."""
        if not changes:
            return
        changed = document.change(changes)
        self._changed = True
        if document is self._planned:
            self._planned = changed
        else:
            self._flown = changed

    def _folders(self, wayline: int | None) -> Iterator[tuple[Document, list[Span]]]:
        """Each document with the folders that are meant. The template's come where they plan the same waypoints."""
        flown = _folders_of(self._flown)
        if wayline is not None and not 0 <= wayline < len(flown):
            raise InvalidArgument("wayline", f"must be from 0 to {len(flown) - 1}, not {wayline}")
        chosen = flown if wayline is None else [flown[wayline]]
        wanted = [(self._flown.text(each.child("templateId")) or "0", len(_marks(each))) for each in chosen]
        planned = self._planned
        pairs: list[tuple[Document, list[Span]]] = [(self._flown, chosen)]
        if planned is not None:
            fitting: list[Span] = []
            for folder in _folders_of(planned):
                key = (planned.text(folder.child("templateId")) or "0", len(_marks(folder)))
                if planned.text(folder.child("templateType")) == "waypoint" and key in wanted:
                    fitting.append(folder)
            if fitting:
                pairs.append((planned, fitting))
            if len(fitting) < len(chosen):
                note = (
                    f"{TEMPLATE} does not plan these waypoints one by one and keeps what it says; FlightHub 2 and DJI "
                    "Pilot 2 make the former route of it when it is edited there"
                )
                self.notes = tuple(dict.fromkeys([*self.notes, note]))
        yield from pairs

    def _choose(self, marks: Sequence[Span], waypoints: Sequence[int] | None) -> list[Span]:
        if waypoints is None:
            return list(marks)
        wrong = [each for each in waypoints if each not in range(len(marks))]
        if wrong:
            raise InvalidArgument("waypoints", f"there is no waypoint {wrong[0]}; they are 0 to {len(marks) - 1}")
        return [marks[int(each)] for each in dict.fromkeys(waypoints)]

    def _change_heights(
        self, new: Callable[[float], float], waypoints: Sequence[int] | None, wayline: int | None
    ) -> RouteEdit:
        risen: dict[tuple[str, int], float] = {}
        for document, folders in list(self._folders(wayline)):
            changes: list[Change] = []
            for folder in folders:
                key = document.text(folder.child("templateId")) or "0"
                numbers = range(len(_marks(folder))) if waypoints is None else list(dict.fromkeys(waypoints))
                chosen = self._choose(_marks(folder), waypoints)
                for place, mark in zip(numbers, chosen, strict=True):
                    if document is self._planned:
                        rise = risen.get((key, place), 0.0)
                        changes += _planned_height(document, folder, mark, rise, is_all=waypoints is None)
                        continue
                    height = mark.child("executeHeight")
                    if height is None:
                        raise InvalidArgument("waypoints", f"waypoint {place} has no executeHeight")
                    before = float(document.text(height))
                    risen[key, place] = new(before) - before
                    changes.append(document.set_text(height, number(new(before))))
                whole = folder.child("globalHeight")
                if document is self._planned and whole is not None and waypoints is None and chosen:
                    rise = risen.get((key, 0), 0.0)
                    changes.append(document.set_text(whole, number(float(document.text(whole)) + rise)))
            self._apply(document, changes)
        return self._renew()

    def _reorder(self, document: Document, folder: Span, order: Sequence[int]) -> list[Change]:
        marks = _marks(folder)
        self._choose(marks, order)
        # Files number their waypoints from 0 or otherwise; the numbers stay where they are.
        numbers = [_number_of(document, mark, place) for place, mark in enumerate(marks)]
        new_number = {numbers[old]: numbers[new] for new, old in enumerate(order)}
        changes: list[Change] = []
        for slot, mark in enumerate(marks):
            if slot < len(order):
                text = _renumber(document, marks[order[slot]], numbers, new_number)
                changes.append((mark.start, mark.end, text))
            else:
                # With the line break before it.
                changes.append((marks[slot - 1].end, mark.end, b""))
        return changes

    def _replace_actions(
        self, document: Document, mark: Span, index: int, actions: Sequence[RouteAction], numbers: Sequence[int]
    ) -> list[Change]:
        last = len(numbers) - 1
        for each in actions:
            if index + each.legs > last:
                raise InvalidArgument(
                    "actions", f"{each.kind} holds for {each.legs} legs, and there are {last - index}"
                )
        here = [each for each in actions if each.trigger == "reachPoint"]
        first = numbers[index]
        groups: list[Group] = [("reachPoint", None, first, first, here)] if here else []
        groups += [
            (e.trigger, e.every, first, numbers[index + e.legs], [e]) for e in actions if e.trigger != "reachPoint"
        ]
        mission = document.root.child("kml", "Document", "missionConfig")
        position = document.text(mission.child("payloadInfo", "payloadPositionIndex") if mission else None) or "0"
        text = document.with_prefix(write_actions(groups, _next_group(document), position)).encode()
        old = mark.all("actionGroup")
        if not old:
            return [(mark.inner_end, mark.inner_end, text)] if text else []
        return [(old[0].start, old[0].end, text), *((each.start, each.end, b"") for each in old[1:])]

    def _renew(self) -> RouteEdit:
        """Makes `distance` and `duration` anew where the file has them."""
        if not self._changed:
            return self
        found = self.inspect()
        changes: list[Change] = []
        for folder, wayline in zip(_folders_of(self._flown), found.waylines, strict=True):
            distance, duration = folder.child("distance"), folder.child("duration")
            if distance is not None:
                changes.append(self._flown.set_text(distance, number(round(sum(leg_lengths(wayline.waypoints)), 3))))
            seconds = route_duration(wayline.waypoints)
            if duration is not None and seconds is not None:
                changes.append(self._flown.set_text(duration, number(round(seconds, 1))))
        self._apply(self._flown, changes)
        return self


def _folders_of(document: Document) -> list[Span]:
    top = document.root.child("kml", "Document")
    return [] if top is None else top.all("Folder")


def _marks(folder: Span) -> list[Span]:
    return [each for each in folder.all("Placemark") if each.child("Point") is not None]


def _number_of(document: Document, mark: Span, place: int) -> int:
    """The number that the file gives a waypoint."""
    text = document.text(mark.child("index"))
    return int(text) if text else place


def _speed_changes(document: Document, mark: Span, text: str, *, is_all: bool) -> list[Change]:
    own, uses_whole = mark.child("waypointSpeed"), mark.child("useGlobalSpeed")
    changes: list[Change] = []
    if uses_whole is not None and not is_all and document.text(uses_whole) == "1":
        changes.append(document.set_text(uses_whole, "0"))
    if own is not None:
        changes.append(document.set_text(own, text))
    elif not is_all:
        before = uses_whole or mark.child("executeHeight") or mark.child("index") or mark.child("Point")
        if before is not None:
            changes.append(document.insert_after(before, f"<wpml:waypointSpeed>{text}</wpml:waypointSpeed>"))
    return changes


def _planned_height(document: Document, folder: Span, mark: Span, rise: float, *, is_all: bool) -> list[Change]:
    """template.kml: a waypoint's heights, or that it no longer has that of all."""
    changes: list[Change] = []
    if not rise:
        return changes
    for name in _HEIGHTS:
        own = mark.child(name)
        if own is not None and document.text(own):
            changes.append(document.set_text(own, number(float(document.text(own)) + rise)))
    uses_whole, whole = mark.child("useGlobalHeight"), folder.child("globalHeight")
    if uses_whole is None or document.text(uses_whole) != "1" or is_all:
        return changes
    changes.append(document.set_text(uses_whole, "0"))
    if mark.child("height") is None and whole is not None:
        text = number(float(document.text(whole)) + rise)
        changes.append(document.insert_after(uses_whole, f"<wpml:height>{text}</wpml:height>"))
    return changes


def _renumber(document: Document, mark: Span, numbers: list[int], new_number: dict[int, int]) -> bytes:
    """A waypoint with its number, and the numbers in its action groups, in a new order."""
    changes: list[Change] = []
    index = mark.child("index")
    if index is not None:
        changes.append(document.set_text(index, str(new_number[int(document.text(index))])))
    for group in mark.all("actionGroup"):
        first, last = group.child("actionGroupStartIndex"), group.child("actionGroupEndIndex")
        if first is None or last is None:
            continue
        begin, end = int(document.text(first)), int(document.text(last))
        held = [each for each in numbers if begin <= each <= end]
        moved = [new_number.get(each) for each in held]
        start = moved[0] if moved else None
        at_slot = 0 if start is None else numbers.index(start)
        if start is None or moved != numbers[at_slot : at_slot + len(moved)]:
            raise InvalidArgument(
                "order",
                f"breaks up the legs from waypoint {begin} to {end}, for which actions hold; "
                f"set_actions({begin}, …) first",
            )
        changes += [
            document.set_text(first, str(start)),
            document.set_text(last, str(moved[-1])),
        ]
    parts: list[bytes] = []
    at = mark.start
    for start_at, end_at, text in sorted(changes):
        parts += [document.content[at:start_at], text]
        at = end_at
    return b"".join([*parts, document.content[at : mark.end]])


def _next_group(document: Document) -> int:
    """common elements, `actionGroupId`: unique in a file."""
    ids = [document.text(each) for each in document.root.walk() if each.name == "actionGroupId"]
    return max((int(each) for each in ids if each.isdecimal()), default=-1) + 1


def _set_members(document: Document, parent: Span | None, members: dict[str, str]) -> list[Change]:
    if parent is None:
        return []
    changes: list[Change] = []
    for name, text in members.items():
        own = parent.child(name)
        if own is not None:
            changes.append(document.set_text(own, text))
        elif parent.children:
            changes.append(document.insert_after(parent.children[0], f"<wpml:{name}>{text}</wpml:{name}>"))
    return changes


def open_edit(path: str | os.PathLike[str] | bytes) -> RouteEdit:
    """A route file that can be changed.

    Raises:
        InvalidArgument: It cannot be read as a route.
    """
    if isinstance(path, bytes):
        return RouteEdit(path)
    file = Path(path).expanduser()
    if not file.is_file():
        raise file_error("", f"{path} is not a file")
    return RouteEdit(file)
