"""What a page says and what the spec says, in the same words, whatever form they came in.

None always means that it is left open: a page that does not say whether a member must be sent has `required` None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

OBJECT, ARRAY, STRING, INTEGER, NUMBER, BOOLEAN = "object", "array", "string", "integer", "number", "boolean"
TYPES = frozenset({OBJECT, ARRAY, STRING, INTEGER, NUMBER, BOOLEAN})

LIMITS = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems",
)  # fmt: skip

Scalar = str | int | float | bool


class Place(NamedTuple):
    """A part of the spec: a file below `spec/` and the keys that lead to it."""

    file: str
    path: tuple[str | int, ...]

    def inside(self, *keys: str | int) -> Place:
        """A part of this part."""
        return Place(self.file, (*self.path, *keys))


@dataclass(slots=True)
class Value:
    """A value: its type, what it may be, and what it holds.

    Attributes:
        types: Its types without null; empty where they are left open.
        nullable: Whether null may stand for it.
        enum: The values that it may have.
        names: Names of values, where they have any.
        run_together: The values of an enum, of which it is not known where one ends and the next begins.
        members: The members of an object; None where they are left open or anything goes.
        items: What the items of an array are.
        variants: What it is by a sibling's value: any of these.
        inferred: Of the spec: values of the enum that the documentation is not known to have.
        trust: Of the spec: `observed` or `inferred` where this is less certain than the operation as a whole.
        place: Of the spec: where it is described.
        enum_place: Of the spec: where its enum is described.
        schema: Of the spec: the name of the schema.
    """

    types: frozenset[str] = frozenset()
    format: str | None = None
    nullable: bool | None = None
    enum: tuple[Scalar, ...] | None = None
    names: dict[Scalar, str] = field(default_factory=dict)
    run_together: str | None = None
    limits: dict[str, float] = field(default_factory=dict)
    default: Any = None
    example: Any = None
    members: dict[str, Member] | None = None
    items: Value | None = None
    variants: tuple[Value, ...] = ()
    inferred: frozenset[Scalar] = frozenset()
    trust: str | None = None
    place: Place | None = None
    enum_place: Place | None = None
    schema: str | None = None
    open_map: bool = False

    @property
    def innermost(self) -> Value:
        """What the items are, of lists of lists as well; the value itself where it is no list."""
        found = self
        while found.items is not None:
            found = found.items
        return found


@dataclass(slots=True)
class Member:
    """A member of an object, or a parameter of a request."""

    name: str
    value: Value
    required: bool | None = None
    aliases: tuple[str, ...] = ()
    only_when: bool = False


@dataclass(slots=True)
class FlatMember:
    """A member as copied text has it: a line of its own, its nesting lost."""

    name: str
    type: str
    format: str | None = None
    required: bool | None = None
    enum: str | None = None
    values: tuple[str, ...] = ()
    limits: dict[str, float] = field(default_factory=dict)
    default: str | None = None
    example: str | None = None
    nullable: bool | None = None
    depth: int | None = None


@dataclass(slots=True)
class NamedValues:
    """A list of values in prose, as `name = value`, with the heading above it."""

    heading: str
    values: dict[Scalar, str]


@dataclass(slots=True)
class Page:
    """A page, as far as it says something.

    Attributes:
        source: The file it came from.
        form: `markdown`, `export`, `text`, `html` or `article`.
        folders: Its place in the index, outermost first; None where it does not say.
        parameters: What the address and the headers take, by `in` and name; for a form that may be folded, only those
            kinds that it shows.
        shows: Which parts it shows in full, so that what is missing there is missing.
        flat: Members whose nesting is lost, by part: `header`, `query`, `path`, `body`, `answer`.
        examples: By `request` and `answer`.
    """

    source: str
    form: str
    title: str = ""
    folders: tuple[str, ...] | None = None
    method: str | None = None
    path: str | None = None
    status: str | None = None
    modified: str | None = None
    parameters: dict[tuple[str, str], Member] = field(default_factory=dict)
    shows: set[str] = field(default_factory=set)
    body: Value | None = None
    answer: Value | None = None
    flat: dict[str, list[FlatMember]] = field(default_factory=dict)
    examples: dict[str, list[Any]] = field(default_factory=dict)
    bad_examples: list[str] = field(default_factory=list)
    values: list[NamedValues] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    sample_headers: tuple[str, ...] = ()
    document: dict[str, Any] | None = None

    @property
    def is_operation(self) -> bool:
        """Whether it documents an operation, and is no article."""
        return self.method is not None or self.path is not None


class Entry(NamedTuple):
    """A page as an index lists it."""

    title: str
    folders: tuple[str, ...]
    method: str | None = None
    address: str | None = None
    dated: str | None = None


@dataclass(slots=True)
class Index:
    """A list of pages in its order."""

    source: str
    edition: str | None
    entries: list[Entry]


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters: it is then words of the other edition, not a name."""
    return any("\u4e00" <= each <= "\u9fff" for each in text)


def walk_members(value: Value, prefix: str = "", depth: int = 0) -> Iterator[tuple[str, Member]]:
    """Every member of a value with its path, in the order of a page. A dot enters an object, `[]` the items."""
    inner = value
    while inner.items is not None:
        inner, prefix = inner.items, f"{prefix}[]"
    for name, member in (inner.members or {}).items() if depth < 40 else ():
        path = f"{prefix}.{name}" if prefix else name
        yield path, member
        yield from walk_members(member.value, path, depth + 1)
