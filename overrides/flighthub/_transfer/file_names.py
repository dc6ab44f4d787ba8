"""Names of files that a server chose, made fit for a folder of one's own: none leaves it, none meets another."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from ..errors import InvalidArgument

LONGEST: Final = 200
"""Bytes that a name may have; file systems take 255, and a part needs some for its ending."""

DEEPEST: Final = 32
"""Parts that a path may have; the folders beyond it are left out."""

_FORBIDDEN: Final = frozenset('<>:"|?*')
"""What Windows takes in no name."""

_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10))}
)
"""Names that are devices on Windows, with whatever suffix."""


def safe_name(wished: str) -> str:
    """A plain file name that says the same: without folders, control and direction characters, or a leading dot.

    Args:
        wished: What somebody else calls the file.

    Example:
        >>> safe_name("../../etc/cron.d/photo\\x00.jpg")
        'photo_.jpg'
    """
    last = unicodedata.normalize("NFC", wished).replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = "".join("_" if _is_odd(each) else each for each in last).strip(" .") or "file"
    if name.partition(".")[0].rstrip().lower() in _RESERVED:
        name = f"_{name}"
    return _shorten(name)


def safe_path(wished: str) -> PurePosixPath:
    """A relative path, each part of which is safe, and not too many of them.

    The separator is a slash; dots and empty parts are left out.
    """
    parts = [part for part in wished.replace("\\", "/").split("/") if part.strip(" .")] or ["file"]
    return PurePosixPath(*(safe_name(part) for part in [*parts[:-1][: DEEPEST - 1], parts[-1]]))


def distinct(wishes: Iterable[tuple[str, PurePosixPath]]) -> dict[str, PurePosixPath]:
    """A path for each key, so that no two are the same, also where case does not count.

    Those that would meet get the beginning of a digest of their key, so that the same keys get the same paths again.

    Args:
        wishes: Keys with the paths they wish for; a key that comes twice counts once.
    """
    wished = dict(wishes)
    met = Counter(str(path).casefold() for path in wished.values())
    found = {
        key: path if met[str(path).casefold()] == 1 else path.with_name(_add_mark(path.name, digest(key)))
        for key, path in wished.items()
    }
    # A folder cannot have the name of a file.
    folders = {str(parent).casefold() for path in found.values() for parent in path.parents}
    return {
        key: path.with_name(_add_mark(path.name, digest(key))) if str(path).casefold() in folders else path
        for key, path in found.items()
    }


def expand_folder(path: object, argument: str) -> Path:
    """A path as a user typed it, with `~` and `~user` expanded. A name that only begins so, such as `~1.jpg`, stays.

    Args:
        path: The path.
        argument: What it was given as, for the error.

    Raises:
        InvalidArgument: It is no path, or the user has no home directory.
    """
    if not isinstance(path, (str, Path)):
        raise InvalidArgument(argument, f"must be a path, not {type(path).__name__}")
    found = Path(path)
    if "\0" in str(found):
        raise InvalidArgument(argument, "must be a path, which holds no NUL character")
    try:
        return found.expanduser()
    except RuntimeError:
        if found.parts[0] == "~":
            raise InvalidArgument(argument, "begins with ~, and this user has no home directory") from None
        return found


def digest(text: str) -> str:
    """Twelve characters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _is_odd(character: str) -> bool:
    # Cc, Cf, Cs, Co, Cn, Zl and Zp: what cannot be seen, or changes how the rest is seen.
    return character in _FORBIDDEN or unicodedata.category(character)[0] == "C" or character in "\u2028\u2029"


def _shorten(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix.encode()) > 20:
        stem, dot, suffix = name, "", ""
    room = LONGEST - len((dot + suffix).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + dot + suffix


def _add_mark(name: str, mark: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{mark}.{suffix}" if dot and stem else f"{name}-{mark}"
