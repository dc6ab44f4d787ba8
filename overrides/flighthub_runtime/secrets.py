"""Values that are never shown: not in a repr, a log, an error, or a traceback that prints local variables.

What collects errors (Sentry, rich, structlog, Rollbar) does not call `repr` on everything: it walks mappings,
sequences, named tuples, data classes, and some of it attributes. So nothing here is any of these, and none has an
attribute that is what it holds: a function gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar, cast

from .public_names import exported

T = TypeVar("T")

MASK: Final = "***"
"""What is shown in place of a secret. It is ASCII, as `print` fails on what a console cannot encode."""

SHORTEST: Final = 8
"""Characters from which a secret is cut out of the texts of others. Cutting out shorter ones would garble the text."""


@exported
class Secret:
    """A text that shows itself only to who asks for it with `reveal()`.

    Example:
        >>> from flighthub.types import Livestream
        >>> stream = Livestream.from_dict({"url": "https://example.com/live?token=abc"})
        >>> stream.url, stream.url.reveal()
        (Secret('***'), 'https://example.com/live?token=abc')
    """

    __slots__ = ("_get",)

    def __init__(self, text: str) -> None:
        self._get: Callable[[], str] = lambda: text

    def reveal(self) -> str:
        """The text itself."""
        return self._get()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK!r})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __bool__(self) -> bool:
        return bool(self._get())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Secret):
            other = other.reveal()
        from hmac import compare_digest  # which most programs never need

        return isinstance(other, str) and compare_digest(self._get().encode(*_LOSSLESS), other.encode(*_LOSSLESS))

    def __hash__(self) -> int:
        return hash(self._get())

    def __reduce__(self) -> tuple[type[Secret], tuple[str]]:
        return type(self), (self._get(),)


_LOSSLESS: Final = ("utf-8", "surrogatepass")


class Masked(Generic[T]):
    """Anything that holds a secret, or may hold one as it is not what it should be."""

    __slots__ = ("_get",)

    def __init__(self, value: T) -> None:
        self._get: Callable[[], T] = lambda: value

    def reveal(self) -> T:
        """The value itself."""
        return self._get()

    def __repr__(self) -> str:
        return MASK

    def __reduce__(self) -> tuple[type[Masked[T]], tuple[T]]:
        return type(self), (self._get(),)


class MaskedMapping:
    """Values by name, of which only the names are shown.

    It is read like a mapping, and unpacked like one (`dict(it)`, `{**it}`), but is no `Mapping`: those are walked.
    """

    __slots__ = ("_get",)

    def __init__(self, values: Mapping[str, Any] | MaskedMapping) -> None:
        held = values.reveal() if isinstance(values, MaskedMapping) else values
        self._get: Callable[[], Mapping[str, Any]] = lambda: held

    def reveal(self) -> Mapping[str, Any]:
        """The mapping itself."""
        return self._get()

    def __getitem__(self, name: str) -> Any:
        return self._get()[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a name, or something else where there is none."""
        return self._get().get(name, default)

    def keys(self) -> Iterable[str]:
        """The names."""
        return self._get().keys()

    def __contains__(self, name: object) -> bool:
        return name in self._get()

    def __iter__(self) -> Iterator[str]:
        return iter(self._get())

    def __len__(self) -> int:
        return len(self._get())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (MaskedMapping, Mapping)):
            return NotImplemented
        return dict(self) == dict(cast("Mapping[str, Any]", other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr_keys(self)

    def __reduce__(self) -> tuple[type[MaskedMapping], tuple[dict[str, Any]]]:
        return type(self), (dict(self),)


def as_secret(value: object) -> Any:
    """A text as a `Secret`; what should have been one, but is not, masked."""
    if isinstance(value, str):
        return Secret(value)
    return cast("Any", value) if value is None or isinstance(value, (Secret, Masked)) else Masked(value)


def mask_values(value: Any) -> Any:
    """A mapping as one that shows only its names; anything else as it is."""
    return MaskedMapping(cast("Mapping[str, Any]", value)) if isinstance(value, Mapping) else value


def mask_argument(value: T) -> T:
    """As `mask_values`, where an object is due: what is neither a mapping nor a model is masked."""
    if value is None:
        return value
    held: Any = value
    if isinstance(value, Mapping):
        held = mask_values(value)
    elif not (isinstance(value, (Masked, MaskedMapping)) or hasattr(value, "to_dict")):
        held = Masked(value)
    return cast(T, held)


def kind_of(value: object) -> str:
    """The name of a value's type, also when it is masked."""
    held: Any = value
    return type(held.reveal() if isinstance(value, (Masked, MaskedMapping)) else held).__name__


def reveal_for_json(value: Any) -> Any:
    """What a JSON writer asks for when it meets a secret, or a mapping of them."""
    if isinstance(value, Secret):
        return value.reveal()
    if isinstance(value, MaskedMapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


def repr_keys(value: object) -> str:
    """What `repr` shows of an object whose members may be secrets: their names."""
    if not isinstance(value, (Mapping, MaskedMapping)):
        return repr(value)
    return "{" + ", ".join(f"{name}: {MASK}" for name in cast("Mapping[str, Any]", value)) + "}"


def repr_masked(value: object) -> str:
    """What `repr` shows of a value that is nobody's business."""
    return "None" if value is None else MASK


def find_secrets(*values: object) -> Iterator[Secret]:
    """The secrets in what is sent: each `Secret`, and every text in a mapping that is masked as a whole."""
    waiting = [(value, False) for value in values]
    while waiting:
        value, is_masked = waiting.pop()
        if isinstance(value, Secret):
            yield value
        elif isinstance(value, str):
            if is_masked:
                yield Secret(value)
        elif isinstance(value, MaskedMapping):
            waiting += ((each, True) for each in value.reveal().values())
        elif isinstance(value, Mapping):
            waiting += ((each, is_masked) for each in cast("Mapping[str, object]", value).values())
        elif isinstance(value, (list, tuple)):
            waiting += ((each, is_masked) for each in cast("list[object]", value))


def redact(text: str, secrets: Iterable[Secret | None], limit: int | None = None) -> str:
    """The beginning of a text of somebody else's, without the secrets that it may repeat.

    Args:
        text: The text.
        secrets: What is cut out of it, where it has `SHORTEST` characters or more.
        limit: How many characters of the text are looked at, and given back at most; all of them when not given.
    """
    end = len(text) if limit is None else min(limit, len(text))
    cuts: list[tuple[int, int]] = []
    for secret in secrets:
        length = 0 if secret is None else len(secret.reveal())
        if secret is None or length < SHORTEST:
            continue
        start = text.find(secret.reveal(), 0, end + length)
        while 0 <= start < end:
            cuts.append((start, start + length))
            start = text.find(secret.reveal(), start + 1, end + length)
    shown: list[str] = []
    position = 0
    for start, stop in sorted(cuts):
        if start >= position:
            shown += [text[position:start], MASK]
        position = max(position, stop)
    shown.append(text[position:end])
    return "".join(shown) + ("..." if end < len(text) else "")
