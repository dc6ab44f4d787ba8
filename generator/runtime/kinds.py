"""The kinds of values that travel: how each is read leniently, given back unchanged, and checked before it is sent.

`read` never raises. It answers the value in its type and, where that value alone could not be written back as it came,
a `Residue` that can. `check` is for requests: it answers what goes on the wire, or raises `InvalidArgument`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from .annotations import lazy_type
from .problems import InvalidArgument, warn_inferred
from .secrets import Secret, as_secret, kind_of, mask_argument, mask_values
from .wire import is_list, is_mapping, is_object

if TYPE_CHECKING:
    from .enums import OpenEnum
    from .models import Model
else:
    OpenEnum = lazy_type(".enums", "OpenEnum", __package__)
    Model = lazy_type(".models", "Model", __package__)

_PACKAGE: Final = __name__.rpartition(".runtime.")[0]


class Residue(NamedTuple):
    """What came, beside the value that was made of it; given back for as long as that value stands unchanged."""

    came: Any
    seen: Any

    def gives(self, value: Any) -> bool:
        """Whether the value is still the one that was read."""
        if value is self.seen:
            return True
        # A number that is none differs from itself, also in a copy.
        same = value == self.seen or (value != value and self.seen != self.seen)
        return type(value) is type(self.seen) and bool(same)


class OddItems(NamedTuple):
    """What was odd inside a list or a map: items that could not be read, and residues of some that could."""

    seen: list[Any] | dict[str, Any]
    dropped: dict[Any, Any]
    residues: dict[Any, Residue | OddItems]


class _Absent:
    """The one object of its class, also after it was copied or pickled."""

    def __reduce__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
"""Stands in a `Residue` for a member that did not come at all."""

_CHUNK: Final = 1024
"""How many items of a list are read at once; one that is odd slows down its own chunk only."""

Read = tuple[Any, Residue | OddItems | None]


class Limits(NamedTuple):
    """Documented or inferred limits of a value."""

    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    max_length: int | None = None
    unique: bool = False
    min_length: int | None = None

    def problem(self, value: Any) -> str | None:
        """What is wrong with a value, or None."""
        if isinstance(value, (str, Secret)):
            value = value.reveal() if isinstance(value, Secret) else value
            if self.min_length is not None and len(value) < self.min_length:
                return f"must have at least {self.min_length} characters, not {len(value)}"
            if self.max_length is not None and len(value) > self.max_length:
                return f"must have at most {self.max_length} characters, not {len(value)}"
        elif is_list(value):
            if self.min_items is not None and len(value) < self.min_items:
                return f"must have at least {self.min_items} items, not {len(value)}"
            if self.max_items is not None and len(value) > self.max_items:
                return f"must have at most {self.max_items} items, not {len(value)}"
            if self.unique and any(item in value[:index] for index, item in enumerate(value)):
                return "must not hold an item twice"
        elif isinstance(value, (int, float)):
            if self.above is not None and not value > self.above:
                return f"must be above {self.above:g}, not {value:g}"
            if self.minimum is not None and not value >= self.minimum:
                return f"must be at least {self.minimum:g}, not {value:g}"
            if self.maximum is not None and not value <= self.maximum:
                return f"must be at most {self.maximum:g}, not {value:g}"
        return None


class Kind:
    """How one kind of value travels."""

    shape: Any = None
    """The type by which msgspec recognises exactly the values that are read as they are; None where there is none."""

    empty: Any = None
    """What is read where nothing came."""

    def __init__(self, limits: Limits | None = None, inferred: Limits | None = None) -> None:
        self.limits = limits
        self.inferred = inferred

    def read(self, came: Any) -> Read:
        """The value in its type, and what is needed to give back what came."""
        return came, None

    def expects(self, residue: Residue) -> bool:
        """Whether what came is one of the documented forms, although the value alone does not give it back."""
        return False

    def mask(self, value: Any) -> Any:
        """An argument in the form in which it may stand in a local variable."""
        return value

    def nothing(self) -> Any:
        """What stands for a value of this kind where none came."""
        return None

    def read_many(self, came: list[Any]) -> list[Any] | None:
        """Many values at once, if that is quicker and none of them is odd; None otherwise."""
        return None

    def write(self, value: Any) -> Any:
        """The value as it goes into JSON."""
        return value

    def check(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        """The value as it is sent, once it is certain that it may be."""
        sent = self.convert(value, member, siblings)
        if self.limits is not None:
            problem = self.limits.problem(sent)
            if problem:
                raise InvalidArgument(member, problem)
        if self.inferred is not None:
            problem = self.inferred.problem(sent)
            if problem:
                message = f"{member} {problem}; this limit is inferred, so the value is sent all the same"
                warn_inferred(message)
        return sent

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        """The value in its JSON form, or `InvalidArgument` when it has the wrong type."""
        return self.write(value)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        """In what a value that was read departs from the documentation."""
        return iter(())


def give_back(kind: Kind, value: Any, residue: Residue | OddItems | None) -> Any:
    """The JSON of a value: what came, where the value still is what was read; what it was changed to otherwise."""
    if isinstance(residue, Residue):
        return residue.came if residue.gives(value) else kind.write(value)
    if residue is None or value is not residue.seen or not isinstance(kind, (ListOf, MapOf)):
        return kind.write(value)
    if is_object(value):
        written = {name: give_back(kind.item, value[name], residue.residues.get(name)) for name in value}
        return {**residue.dropped, **written}
    items = [give_back(kind.item, each, residue.residues.get(index)) for index, each in enumerate(value)]
    for index, came in residue.dropped.items():
        items.insert(index, came)
    return items


def _wrong(member: str, needed: str, value: Any) -> InvalidArgument:
    return InvalidArgument(member, f"must be {needed}, not {kind_of(value)}")


class Json(Kind):
    """Any JSON value, taken and given as it is."""

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        try:
            json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise InvalidArgument(member, f"must be a JSON value ({error})") from None
        return value


class FreeObject(Json):
    """An object whose members are not described."""

    def read(self, came: Any) -> Read:
        return (came, None) if is_object(came) else (None, Residue(came, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not is_mapping(value):
            raise _wrong(member, "an object", value)
        return super().convert(dict(value), member, siblings)


class Boolean(Kind):
    """true or false."""

    shape = bool

    def expects(self, residue: Residue) -> bool:
        return residue.seen is not None

    def read(self, came: Any) -> Read:
        if type(came) is bool:
            return came, None
        if type(came) is int and came in (0, 1):
            return bool(came), Residue(came, bool(came))
        return None, Residue(came, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if type(value) is not bool:
            raise _wrong(member, "true or false", value)
        return value


LAST_SECOND: Final = 100_000_000_000
"""Unix times above this are milliseconds: as seconds it is the year 5138, as milliseconds it is 1973."""


class Integer(Kind):
    """A whole number. With `time`, a point in time as a Unix number in `s` or `ms`, which a datetime is turned into."""

    shape: Any = int

    def __init__(
        self,
        limits: Limits | None = None,
        inferred: Limits | None = None,
        *,
        time: str | None = None,
        sentinel: tuple[float, ...] = (),
    ) -> None:
        super().__init__(limits, inferred)
        self.time = time
        self.sentinel = sentinel
        if sentinel:
            self.shape = None

    def expects(self, residue: Residue) -> bool:
        return residue.came in self.sentinel

    def read(self, came: Any) -> Read:
        if type(came) is int:
            return (came, None) if came not in self.sentinel else (None, Residue(came, None))
        if type(came) is str and len(came) < 20:
            try:
                number = int(came)
            except ValueError:
                return None, Residue(came, None)
            read = None if number in self.sentinel else number
            return read, Residue(came, read)
        return None, Residue(came, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if self.time is not None and isinstance(value, datetime):
            if value.tzinfo is None:
                raise InvalidArgument(member, "must be a datetime with a time zone")
            seconds = value.timestamp()
            return round(seconds * 1000) if self.time == "ms" else round(seconds)
        if type(value) is not int:
            raise _wrong(member, "a whole number" if self.time is None else "a datetime or a Unix time", value)
        if self.time == "s" and abs(value) > LAST_SECOND:
            raise InvalidArgument(member, f"must be Unix seconds; {value} looks like milliseconds")
        return value


class Number(Kind):
    """A number, whole or not."""

    shape: Any = int | float

    def __init__(
        self, limits: Limits | None = None, inferred: Limits | None = None, *, sentinel: tuple[float, ...] = ()
    ) -> None:
        super().__init__(limits, inferred)
        self.sentinel = sentinel
        if sentinel:
            self.shape = None

    def expects(self, residue: Residue) -> bool:
        return residue.came in self.sentinel

    def read(self, came: Any) -> Read:
        if type(came) is float or type(came) is int:
            return (came, None) if came not in self.sentinel else (None, Residue(came, None))
        if type(came) is str and len(came) < 40:
            try:
                number = float(came)
            except ValueError:
                return None, Residue(came, None)
            read = None if number in self.sentinel else number
            return read, Residue(came, read)
        return None, Residue(came, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if type(value) is not int and type(value) is not float:
            raise _wrong(member, "a number", value)
        if value != value or value in (float("inf"), float("-inf")):
            raise InvalidArgument(member, f"must be a finite number, not {value}")
        return value


class String(Kind):
    """Text. With `id`, text that names something and so is never empty; a UUID object is taken as well."""

    shape = str

    def __init__(self, limits: Limits | None = None, inferred: Limits | None = None, *, id: bool = False) -> None:
        super().__init__(limits, inferred)
        self.id = id

    def read(self, came: Any) -> Read:
        if type(came) is str:
            return came, None
        if type(came) is int or type(came) is float:
            text = str(came)
            return text, Residue(came, text)
        return None, Residue(came, None)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if self.id and isinstance(value, UUID):
            return str(value)
        if not isinstance(value, str):
            raise _wrong(member, "text", value)
        if self.id and not value.strip():
            raise InvalidArgument(member, "must not be empty")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidArgument(member, "holds characters that cannot be sent") from None
        return str(value)


class SecretString(Kind):
    """Text that is never shown. Plain text is taken as well."""

    def read(self, came: Any) -> Read:
        return (Secret(came), None) if type(came) is str else (None, Residue(came, None))

    def write(self, value: Any) -> Any:
        return value.reveal() if isinstance(value, Secret) else value

    def mask(self, value: Any) -> Any:
        return as_secret(value)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not isinstance(value, Secret):
            raise _wrong(member, "text", value)
        if not value:
            raise InvalidArgument(member, "must not be empty")
        return value


class TimeZone(Kind):
    """The IANA name of a time zone."""

    shape = str

    def read(self, came: Any) -> Read:
        return (came, None) if type(came) is str else (None, Residue(came, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not isinstance(value, str):
            raise _wrong(member, "the name of a time zone", value)
        if _zone_is_known("UTC") and not _zone_is_known(value):
            raise InvalidArgument(member, f"must be an IANA time zone such as Europe/Berlin, not {value!r}")
        return value


def _zone_is_known(name: str) -> bool:
    """Whether this machine's data has the zone. Some have no data at all, and then lack UTC, too."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


class StringOrInteger(Kind):
    """Text or a whole number; sources differ, so both are taken as they come."""

    shape = str | int

    def read(self, came: Any) -> Read:
        return (came, None) if type(came) is str or type(came) is int else (None, Residue(came, None))


class Constant(Kind):
    """A text, whole number or truth value that is always the same; a request has it without being told."""

    def __init__(self, value: str | int | bool) -> None:
        super().__init__()
        self.value = value

    def read(self, came: Any) -> Read:
        return (came, None) if type(came) is type(self.value) else (None, Residue(came, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if type(value) is not type(self.value) or value != self.value:
            raise InvalidArgument(member, f"must be {self.value!r}")
        return value

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if value is not None and value != self.value:
            yield f"{where} is {value!r}, not {self.value!r}"


class JsonText(Kind):
    """A JSON object that travels as text. An object is taken as well and turned into text.

    Attributes:
        pictures: How many pictures the settings can be for; None where that is no question.
    """

    shape = str

    def __init__(self, pictures: Limits | None = None) -> None:
        super().__init__()
        self.pictures = pictures

    def read(self, came: Any) -> Read:
        return (came, None) if type(came) is str else (None, Residue(came, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, str):
            try:
                parsed = json.loads(value)
            except ValueError as error:
                raise InvalidArgument(member, f"must be a JSON object as text ({error})") from None
            if not isinstance(parsed, dict):
                raise InvalidArgument(member, "must be a JSON object as text")
            return value
        return json.dumps(FreeObject().convert(value, member, siblings), separators=(",", ":"))


class DateTime(Kind):
    """An RFC 3339 time. Empty text, which the server sends for a time that has not come, reads as None."""

    def read(self, came: Any) -> Read:
        if type(came) is str:
            try:
                value = datetime.fromisoformat(came)
            except ValueError:
                return None, Residue(came, None)
            if value.tzinfo is not None:
                return value, None if self.write(value) == came else Residue(came, value)
        return None, Residue(came, None)

    def write(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        text = value.isoformat()
        return text[:-6] + "Z" if value.tzinfo is UTC and text.endswith("+00:00") else text

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise _wrong(member, "a datetime with a time zone", value)
        return self.write(value)


class EnumOf(Kind):
    """A member of one of the enums: open on answers, where empty text reads as None; closed on requests."""

    def __init__(self, name: str, *, inferred: Sequence[Any] = (), answer_only: Sequence[Any] = ()) -> None:
        super().__init__()
        self.name = name
        self.inferred_values = frozenset(inferred)
        self.answer_only = frozenset(answer_only)

    @cached_property
    def enum(self) -> type[OpenEnum]:
        """The enum's class, imported when first needed."""
        found: type[OpenEnum] = getattr(import_module(f"{_PACKAGE}.enums"), self.name)
        return found

    def read(self, came: Any) -> Read:
        if type(came) is str or type(came) is int:
            member = self.enum._value2member_map_.get(came)
            if member is not None:
                return member, None
            if came == "":
                return None, Residue(came, None)
            member = self.enum(came)
            return member, None if member._value_ == came else Residue(came, member)
        return None, Residue(came, None)

    def write(self, value: Any) -> Any:
        return getattr(value, "value", value)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        raw = self.write(value)
        allowed = [known.value for known in self.enum if known.value not in self.answer_only]
        if type(raw) not in (str, int) or raw not in allowed:
            names = ", ".join(repr(each) for each in allowed)
            raise InvalidArgument(member, f"must be one of {names}; {raw!r} is not")
        if raw in self.inferred_values:
            message = f"{member}: {raw!r} is inferred, not documented; it is sent all the same"
            warn_inferred(message)
        return raw

    def expects(self, residue: Residue) -> bool:
        return bool(getattr(residue.seen, "is_known", False))

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if value is not None and not getattr(value, "is_known", True):
            yield f"{where} is {value.value!r}, which {self.name} does not list"


class ObjectOf(Kind):
    """One of the models."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    @cached_property
    def model(self) -> type[Model]:
        """The model's class, imported when first needed."""
        found: type[Model] = getattr(import_module(f"{_PACKAGE}.models"), self.name)
        return found

    def read(self, came: Any) -> Read:
        return (self.model.from_dict(came), None) if is_object(came) else (None, Residue(came, None))

    def read_many(self, came: list[Any]) -> list[Any] | None:
        return self.model.from_flat_dicts(came)

    def nothing(self) -> Any:
        return self.model.from_dict({})

    def mask(self, value: Any) -> Any:
        return mask_argument(value)

    def write(self, value: Any) -> Any:
        return value.to_dict() if hasattr(value, "to_dict") else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, self.model):
            return self.model.__wire__.check(value.written_members(), member)
        if is_mapping(value):
            return self.model.__wire__.check(value, member)
        raise _wrong(member, f"{self.name} or a dict of its members", value)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if value is not None:
            yield from value.deviations(where)


class ManyOf(Kind):
    """Values of one kind."""

    def __init__(self, item: Kind, limits: Limits | None = None, inferred: Limits | None = None) -> None:
        super().__init__(limits, inferred)
        self.item = item

    def expects_items(self, odd: OddItems) -> bool:
        """Whether all items came in documented forms, although their values alone do not give them back."""
        return not odd.dropped and all(
            self.item.expects(each)
            if isinstance(each, Residue)
            else isinstance(self.item, ManyOf) and self.item.expects_items(each)
            for each in odd.residues.values()
        )


class ListOf(ManyOf):
    """A list of values of one kind. null and a missing list both read as []."""

    def read(self, came: Any) -> Read:
        if not is_list(came):
            return [], Residue(came, [])
        values: list[Any] = []
        dropped: dict[int, Any] = {}
        residues: dict[int, Residue | OddItems] = {}
        read = self.item.read
        for start in range(0, len(came), _CHUNK):
            chunk = came[start : start + _CHUNK]
            many = self.item.read_many(chunk)
            if many is not None:
                values += many
                continue
            for index, each in enumerate(chunk, start):
                value, residue = read(each)
                if value is None:
                    dropped[index] = each
                    continue
                if residue is not None:
                    residues[len(values)] = residue
                values.append(value)
        return values, OddItems(values, dropped, residues) if dropped or residues else None

    def write(self, value: Any) -> Any:
        return [self.item.write(each) for each in value] if is_list(value) else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, (str, bytes)) or is_mapping(value) or not isinstance(value, Iterable):
            raise _wrong(member, "a list", value)
        items: list[Any] = [*value]
        return [self.item.check(each, f"{member}[{index}]", {}) for index, each in enumerate(items)]

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        for index, each in enumerate(value or ()):
            yield from self.item.deviations(each, f"{where}[{index}]")


class MapOf(ManyOf):
    """An object whose members have names that nobody documented, and values of one kind."""

    def read(self, came: Any) -> Read:
        if not is_object(came):
            return None, Residue(came, None)
        values: dict[str, Any] = {}
        dropped: dict[str, Any] = {}
        residues: dict[str, Residue | OddItems] = {}
        for name, each in came.items():
            value, residue = self.item.read(each)
            if value is None:
                dropped[name] = each
                continue
            if residue is not None:
                residues[name] = residue
            values[name] = value
        return values, OddItems(values, dropped, residues) if dropped or residues else None

    def write(self, value: Any) -> Any:
        return {name: self.item.write(each) for name, each in value.items()} if is_mapping(value) else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not is_mapping(value):
            raise _wrong(member, "a mapping", value)
        given: Mapping[Any, Any] = value
        for name in given:
            if not isinstance(name, str):
                raise InvalidArgument(member, f"must have text as its names, not {kind_of(name)}")
        return {name: self.item.check(given[name], f"{member}.{name}", {}) for name in given}

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        values: Mapping[str, Any] = value or {}
        for name in values:
            yield from self.item.deviations(values[name], f"{where}.{name}")


class TupleOf(Kind):
    """A list whose places have kinds of their own, such as the longitude and the latitude of a position."""

    def __init__(self, *places: Kind, limits: Limits | None = None) -> None:
        super().__init__(limits)
        self.places = places

    def read(self, came: Any) -> Read:
        return (came, None) if is_list(came) else (None, Residue(came, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, (str, bytes)) or is_mapping(value) or not isinstance(value, Iterable):
            raise _wrong(member, "a list", value)
        items: list[Any] = [*value]
        if len(items) > len(self.places):
            raise InvalidArgument(member, f"must have at most {len(self.places)} items, not {len(items)}")
        return [
            place.check(each, f"{member}[{index}]", {})
            for index, (place, each) in enumerate(zip(self.places, items, strict=False))
        ]


class Selected(Kind):
    """A value whose kind is decided by a sibling, such as `repeat_option` by `repeat_type`, or by a member of one."""

    def __init__(self, by: str, kinds: Mapping[Any, Kind], otherwise: Kind | None = None) -> None:
        super().__init__()
        self.by = by
        self.kinds = kinds
        self.otherwise = otherwise

    def mask(self, value: Any) -> Any:
        return mask_values(value)

    def of(self, siblings: Mapping[str, Any]) -> Kind | None:
        """The kind that goes with the sibling's value, if there is one."""
        place: Any = siblings
        for step in self.by.split("."):
            place = place.get(step) if is_mapping(place) else None
        chosen = getattr(place, "value", place)
        return self.kinds.get(chosen, self.otherwise) if type(chosen) in (str, int) else self.otherwise

    def nothing(self) -> Any:
        return None if self.otherwise is None else self.otherwise.nothing()

    def read_beside(self, came: Any, siblings: Mapping[str, Any]) -> Read:
        """Reads the value in the light of its siblings. What fits no kind reads as None and is given back."""
        kind = self.of(siblings)
        if kind is None or came is None:
            return None, Residue(came, None)
        value, residue = kind.read(came)
        return (value, None) if residue is None else (None, Residue(came, None))

    def write(self, value: Any) -> Any:
        if hasattr(value, "to_dict"):
            return value.to_dict()
        return [self.write(each) for each in value] if is_list(value) else value

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        kind = self.of(siblings)
        if kind is None:
            chosen = siblings.get(self.by)
            raise InvalidArgument(member, f"does not go with {self.by}={getattr(chosen, 'value', chosen)!r}")
        if isinstance(kind, ObjectOf) and hasattr(value, "to_dict") and not isinstance(value, kind.model):
            chosen = getattr(siblings[self.by], "value", siblings[self.by])
            raise InvalidArgument(member, f"must be {kind.name} for {self.by}={chosen!r}, not {type(value).__name__}")
        return kind.check(value, member, siblings)

    def deviations(self, value: Any, where: str) -> Iterator[str]:
        if hasattr(value, "deviations"):
            yield from value.deviations(where)
