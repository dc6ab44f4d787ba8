"""Which pictures are meant, and whether they will do: all that can be found out before anything is sent."""

from __future__ import annotations

import errno
import os
import stat
import warnings
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from glob import escape, glob
from pathlib import Path
from typing import Final, Literal, NamedTuple

from flighthub_api.groups.open_models import START_RECONSTRUCTION
from flighthub_runtime.codecs import JsonText, Limits
from flighthub_runtime.public_names import exported

from .._core.user_paths import path_argument
from .._transfer.object_store import fingerprint
from ..errors import InvalidArgument

Photos = Path | str | Iterable[Path | str]
"""A folder, a pattern such as `flights/**/*.JPG`, a file, or several of them."""

SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".dng"})
"""What is taken for a picture in a folder. A file that is named or fits a pattern is taken whatever its suffix."""

LONGEST_NAME: Final = 255
"""Bytes of a file's name."""

_BROKEN: Final = "broken link"
_SHOWN_REASONS: Final = 5
_PREFIX: Final = "parameter_"


class Photo(NamedTuple):
    """A picture as it was found: its name, which has to be its own in the set, its place, its size and time."""

    name: str
    path: Path
    size: int
    modified: int


def kinds() -> dict[str, Limits]:
    """The kinds of model, such as `3d`, and how many pictures each can be made of, as the transcription says."""
    body = START_RECONSTRUCTION.body
    return {
        member.wire.removeprefix(_PREFIX): member.codec.pictures or Limits()
        for member in (() if body is None else body.members)
        if isinstance(member.codec, JsonText)
    }


def validate_types(types: Collection[str]) -> tuple[str, ...]:
    """The kinds of model that are asked for, in the documentation's order."""
    known = kinds()
    if isinstance(types, str):
        raise InvalidArgument("types", f"must be several kinds, such as {{{types!r}}}")
    odd = sorted(str(each) for each in types if each not in known)
    if odd or not types:
        raise InvalidArgument("types", f"must be some of {', '.join(known)}, not {', '.join(odd) or 'none at all'}")
    return tuple(kind for kind in known if kind in types)


def member_of(kind: str) -> str:
    """The member of a request that asks for a kind of model."""
    return f"{_PREFIX}{kind}"


@exported
class SkippedFile(NamedTuple):
    """A file or folder beside the pictures that is not taken.

    Attributes:
        path: Where it is.
        reason: Why it is not taken, such as `hidden` or `broken link`.
    """

    path: Path
    reason: str


@exported
class SkippedFilesWarning(UserWarning):
    """Some files in the folders of the pictures are not among those that are uploaded."""


class PhotoSelection(NamedTuple):
    """The pictures that are meant, each looked at, and what lies beside them.

    Attributes:
        photos: The pictures, in the order in which they are uploaded.
        skipped: What is left out.
    """

    photos: list[Photo]
    skipped: list[SkippedFile]

    def warn_of_skipped(self) -> None:
        """Warns of what is left out, as a model of a part of the pictures costs as much as one of all of them."""
        if self.skipped:
            counts = Counter(each.reason for each in self.skipped)
            shown = "; ".join(f"{count} × {reason}" for reason, count in counts.most_common(_SHOWN_REASONS))
            total = len(self.photos) + len(self.skipped)
            warnings.warn(
                f"{len(self.photos)} of {total} files are taken as pictures. Left out: {shown}. "
                "dry_run=True lists them as skipped.",
                SkippedFilesWarning,
                stacklevel=2,
            )


def select_photos(
    photos: Photos,
    types: Collection[str],
    *,
    missing: Literal["error", "skip"] = "error",
    max_photos: int | None = None,
) -> PhotoSelection:
    """Looks at the pictures that are meant.

    Args:
        photos: A folder, which is searched below as well, a pattern, a file, or several of these.
        types: Kinds of model that are to be made; empty when that is not decided.
        missing: What to do about a link in a folder that leads nowhere: `error`, or `skip`.
        max_photos: The most pictures that there may be.

    Raises:
        InvalidArgument: There are too few or too many, two have the same name, or one cannot be read.
    """
    if missing not in ("error", "skip"):
        raise InvalidArgument("missing", f"must be error or skip, not {missing!r}")
    if max_photos is not None and max_photos < 1:
        raise InvalidArgument("max_photos", f"must be at least 1, not {max_photos}")
    # What a laser scanner leaves beside its pictures has many suffixes.
    everything = "lidar" in types
    skipped: list[SkippedFile] = []
    paths = list(dict.fromkeys(path for each in _several(photos) for path in _find(each, everything, skipped)))
    broken = [each.path for each in skipped if each.reason == _BROKEN]
    if broken and missing == "error":
        raise InvalidArgument(
            "photos",
            f"{len(broken)} links lead nowhere, such as {broken[0]}: mend them, or leave them out with missing='skip'",
        )
    found = [_inspect(path) for path in paths]
    _refuse_doubles(found)
    for kind in types:
        problem = kinds()[kind].problem(found)
        if problem is not None:
            raise InvalidArgument("photos", f"a {kind} model {problem.replace('items', 'pictures')}{_others(skipped)}")
    if not found:
        suffixes = ", ".join(sorted(SUFFIXES))
        raise InvalidArgument("photos", f"there is no picture ({suffixes}) in {photos}{_others(skipped)}")
    if max_photos is not None and len(found) > max_photos:
        raise InvalidArgument("photos", f"{len(found)} pictures are more than max_photos={max_photos}")
    return PhotoSelection(found, skipped)


def _others(skipped: list[SkippedFile]) -> str:
    if not skipped:
        return ""
    return f"; {len(skipped)} other files are left out, such as {skipped[0].path}: {skipped[0].reason}"


def _several(photos: Photos) -> list[Path | str]:
    return [photos] if isinstance(photos, (str, os.PathLike)) else list(photos)


def _find(given: Path | str, everything: bool, skipped: list[SkippedFile]) -> list[Path]:
    """The files that one argument means; what lies beside them in a folder is added to `skipped`."""
    path = path_argument(given, "photos")
    if path.is_dir():
        return sorted(_search(path, everything, skipped))
    if isinstance(given, str) and not path.exists() and any(sign in given for sign in "*?["):
        return sorted(Path(each) for each in glob(_pattern(path), recursive=True) if Path(each).is_file())  # noqa: PTH207 - also absolute
    return [path]


def _pattern(path: Path) -> str:
    """A pattern in which the folders that exist as they are written mean themselves, brackets and all."""
    known = next(folder for folder in path.parents if folder.exists())
    return os.path.join(escape(str(known)), path.relative_to(known))  # noqa: PTH118 - a pattern is not a path


def _search(folder: Path, everything: bool, skipped: list[SkippedFile]) -> Iterator[Path]:
    """The files in a folder and below that are taken."""
    for place, folders, names in os.walk(folder, onerror=_refuse_unreadable):
        for name in folders[:]:
            path = Path(place, name)
            reason = "hidden folder" if name.startswith(".") else "link to a folder" if _is_link(path) else ""
            if reason:
                skipped.append(SkippedFile(path, reason))
                folders.remove(name)
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            reason = "hidden" if name.startswith(".") else _why_not(path, everything)
            if reason:
                skipped.append(SkippedFile(path, reason))
            else:
                yield path


def _refuse_unreadable(error: OSError) -> None:
    raise InvalidArgument("photos", f"{error.filename} cannot be read: {error.strerror or error}") from error


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError as error:
        _refuse_unreadable(error)
        raise


def _why_not(path: Path, everything: bool) -> str:
    """Why a file in a folder is not taken; empty when it is."""
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return _BROKEN
    except OSError as error:
        if error.errno == errno.ELOOP:
            return _BROKEN
        _refuse_unreadable(error)
        raise
    if not is_file:
        return "neither a file nor a folder"
    return (
        "" if everything or path.suffix.lower() in SUFFIXES else f"not a picture ({path.suffix.lower() or 'no suffix'})"
    )


def _inspect(path: Path) -> Photo:
    try:
        size, modified = fingerprint(path)
        with path.open("rb"):
            pass
    except OSError as error:
        raise InvalidArgument("photos", f"{path} cannot be read: {error.strerror or error}") from error
    if size == 0:
        raise InvalidArgument("photos", f"{path} is empty")
    name = path.name
    if not name.isprintable() or len(os.fsencode(name)) > LONGEST_NAME or any(0xD800 <= ord(x) < 0xE000 for x in name):
        raise InvalidArgument("photos", f"{path} has a name with control characters, or one that is too long")
    return Photo(name, path, size, modified)


def _refuse_doubles(photos: Iterable[Photo]) -> None:
    places: Mapping[str, list[Path]] = defaultdict(list)
    for photo in photos:
        places[photo.name].append(photo.path)
    doubles = [paths for paths in places.values() if len(paths) > 1]
    if doubles:
        shown = "; ".join(" and ".join(map(str, paths[:2])) for paths in doubles[:3])
        raise InvalidArgument(
            "photos", f"{len(doubles)} names come twice, and a later one would replace an earlier one: {shown}"
        )
