"""Values that are never shown: not in a repr, a log, an error, or a traceback that prints local variables."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

MASK: Final = "…"
"""What is shown in place of a secret."""


class Secret:
    """A text that shows itself only to who asks for it with `reveal()`.

    Example:
        >>> from flighthub.types import Livestream
        >>> stream = Livestream.from_dict({"url": "https://example.com/live?token=abc"})
        >>> stream.url, stream.url.reveal()
        (Secret('…'), 'https://example.com/live?token=abc')
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK!r})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Secret):
            other = other._text
        return isinstance(other, str) and hmac.compare_digest(self._text.encode(*_LOSSLESS), other.encode(*_LOSSLESS))

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> tuple[type[Secret], tuple[str]]:
        return type(self), (self._text,)


_LOSSLESS: Final = ("utf-8", "surrogatepass")


class MaskedMapping(Mapping[str, Any]):
    """A mapping that is used as any other and shows only its names."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr_keys(self)


class Masked:
    """Something that is not what it should be, and may hold a secret all the same."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return MASK


def as_secret(value: Any) -> Any:
    """A text as a `Secret`; what should have been one, but is not, hidden."""
    if value is None or isinstance(value, (Secret, Masked)):
        return value
    return Secret(value) if isinstance(value, str) else Masked(value)


def mask_values(value: Any) -> Any:
    """A mapping as one that shows only its names; anything else as it is."""
    if isinstance(value, Mapping) and not isinstance(value, MaskedMapping):
        return MaskedMapping(cast("Mapping[str, Any]", value))
    return value


def mask_argument(value: T) -> T:
    """As `mask_values`, where an object is due: what is neither a mapping nor a model is hidden."""
    if value is None or isinstance(value, Masked) or hasattr(value, "to_dict"):
        return value
    return cast(T, mask_values(value) if isinstance(value, Mapping) else Masked(value))


def kind_of(value: object) -> str:
    """The name of a value's type, also when it is hidden."""
    return type(value.value if isinstance(value, Masked) else value).__name__


def revealed(value: Any) -> Any:
    """The text of a secret, and the dict of a mask_values mapping: what a JSON writer asks for when it meets one."""
    if isinstance(value, Secret):
        return value.reveal()
    if isinstance(value, MaskedMapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


def repr_keys(value: object) -> str:
    """What `repr` shows of an object whose members may be secrets: their names."""
    if not isinstance(value, Mapping):
        return repr(value)
    names = cast("Mapping[str, Any]", value)
    return "{" + ", ".join(f"{name}: {MASK}" for name in names) + "}"


def repr_masked(value: object) -> str:
    """What `repr` shows of a value that is nobody's business."""
    return "None" if value is None else MASK


def redact(text: str, *secrets: Secret | None) -> str:
    """A text of somebody else's without the secrets that it may repeat."""
    for secret in secrets:
        if secret:
            text = text.replace(secret.reveal(), MASK)
    return text
