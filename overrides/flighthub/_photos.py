"""Which pictures are meant, and whether they will do: all that can be found out before anything is sent."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from flighthub_api.groups.open_models import START_RECONSTRUCTION
from flighthub_api.runtime.kinds import JsonText, Limits

from ._storage import fingerprint
from .errors import InvalidArgument

Photos = Path | str | Iterable[Path | str]
"""A folder, a pattern such as `flights/**/*.JPG`, a file, or several of them."""

SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".dng"})
"""What is taken for a picture in a folder. A file that is named or fits a pattern is taken whatever its suffix."""

LONGEST_NAME: Final = 255
"""Bytes of a file's name."""

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
        member.wire.removeprefix(_PREFIX): member.kind.pictures or Limits()
        for member in (() if body is None else body.members)
        if isinstance(member.kind, JsonText)
    }


def checked_kinds(types: Collection[str]) -> tuple[str, ...]:
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


def collected(photos: Photos, types: Collection[str]) -> list[Photo]:
    """The pictures that are meant, each looked at.

    Args:
        photos: A folder, which is searched below as well, a pattern, a file, or several of these.
        types: Kinds of model that are to be made; empty when that is not decided.

    Raises:
        InvalidArgument: There are too few or too many, two have the same name, or one cannot be read.
    """
    # What a laser scanner leaves beside its pictures has many suffixes.
    everything = "lidar" in types
    found = list(dict.fromkeys(path for each in _several(photos) for path in _meant(each, everything)))
    made = [_looked_at(path) for path in found]
    _refuse_doubles(made)
    for kind in types:
        problem = kinds()[kind].problem(made)
        if problem is not None:
            raise InvalidArgument("photos", f"a {kind} model {problem.replace('items', 'pictures')}")
    if not made:
        raise InvalidArgument("photos", f"there is no picture ({', '.join(sorted(SUFFIXES))}) in {photos}")
    return made


def _several(photos: Photos) -> list[Path | str]:
    return [photos] if isinstance(photos, (str, Path)) else list(photos)


def _meant(given: Path | str, everything: bool) -> list[Path]:
    path = Path(given).expanduser()
    if path.is_dir():
        return sorted(each for each in _below(path) if everything or each.suffix.lower() in SUFFIXES)
    if isinstance(given, str) and not path.exists() and any(sign in given for sign in "*?["):
        import glob

        return sorted(Path(each) for each in glob.glob(str(path), recursive=True) if Path(each).is_file())  # noqa: PTH207 - also absolute
    return [path]


def _below(folder: Path) -> Iterator[Path]:
    """The files in a folder and below, but hidden ones."""
    for place, folders, names in os.walk(folder, onerror=_refuse_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith(".") and _is_file(Path(place, name)))


def _refuse_unreadable(error: OSError) -> None:
    raise InvalidArgument("photos", f"{error.filename} cannot be read: {error.strerror or error}") from error


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        # A link to nowhere.
        return False
    except OSError as error:
        _refuse_unreadable(error)
        raise


def _looked_at(path: Path) -> Photo:
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
