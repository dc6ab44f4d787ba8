"""Keys of the objects that FlightHub Sync puts into your bucket, and takes from it: parsed and built. No I/O.

    from flighthub import sync_bucket

    key = sync_bucket.parse_key("fh_sync/ORG/PRJ/media/UUID/DJI_0001_V.JPG")
    print(key.kind, key.group, key.name)

The layout was observed, each row of it by one source; no page publishes it. A person sets up the rules of FlightHub
Sync in the console; no operation does. Its event `sync_file_success` tells the key of each file, which is better than
listing.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flighthub_runtime.problems import InvalidArgument

__all__ = ["SyncKey", "SyncTags", "is_check_file", "parse_key", "read_tags", "route_key"]

_ROOT: Final = "fh_sync"
_ROUTE: Final = "wayline"
_CHECK_FILE: Final = "check_file.txt"


@dataclass(frozen=True, slots=True)
class SyncKey:
    """What the key of an object says.

    Attributes:
        preset: The folder in front of everything, as the rule of FlightHub Sync has it; empty where there is none.
        organization: Id of the organization.
        project: Id of the project.
        kind: `wayline`, `media`, or another word.
        group: Folder below the kind: of media the id of the flight task or of the route, which of the two is not told;
            None where there is none.
        name: Name of the file.
        outgoing: Whether it is a route that FlightHub 2 wrote, and not one that a user put there. Do not put such a
            route in again: it would come twice. Media are always written by FlightHub 2.
    """

    preset: str
    organization: str
    project: str
    kind: str
    group: str | None
    name: str
    outgoing: bool


@dataclass(frozen=True, slots=True)
class SyncTags:
    """What the tags of an object say; None where a tag is missing or cannot be read.

    Attributes:
        id: Id of the file in FlightHub 2.
        name: Name of the file as FlightHub 2 shows it, which the key of a route does not tell.
        path: Its folder in FlightHub 2.
    """

    id: str | None
    name: str | None
    path: str | None


def parse_key(key: str) -> SyncKey | None:
    """Read the key of an object.

    Args:
        key: The key, without the name of the bucket.

    Returns:
        SyncKey | None: None for the check file, and for what is not an object of FlightHub Sync, which FlightHub 2
        ignores as well.

    Documentation: none; observed.

    Example:
        >>> from flighthub import sync_bucket
        >>> key = sync_bucket.parse_key("dji/fh_sync/org-1/project-1/wayline/Roof.kmz")
        >>> key.preset, key.kind, key.name, key.outgoing
        ('dji', 'wayline', 'Roof.kmz', False)
        >>> sync_bucket.parse_key("wayline/fh_sync/org-1/project-1/wayline/5b1f0c52.kmz").outgoing
        True
        >>> sync_bucket.parse_key("holiday/beach.jpg") is None
        True
    """
    steps = key.split("/")
    if _ROOT not in steps:
        return None
    place = steps.index(_ROOT)
    before, after = steps[:place], steps[place + 1 :]
    if len(after) < 4 or not all(after):
        return None
    organization, project, kind, *group, name = after
    outgoing = kind == _ROUTE and before[-1:] == [_ROUTE]
    preset = before[:-1] if outgoing else before
    return SyncKey("/".join(preset), organization, project, kind, "/".join(group) or None, name, outgoing)


def route_key(organization: str | UUID, project: str | UUID, name: str, *, preset: str = "") -> str:
    """Build the key at which FlightHub 2 picks up a route.

    Use a new name for a changed route: whether the same key with new content is taken again is not known. Whether, and
    after how many minutes, a route was taken, tells `fh.waylines.list()`.

    Args:
        organization: Id of the organization; no operation of V1.0 tells it, the keys of synced objects do.
        project: Id of the project.
        name: Name of the file; it ends with `.kmz`.
        preset: The folder in front of everything, as the rule of FlightHub Sync has it.

    Returns:
        str: The key, without the name of the bucket.

    Raises:
        InvalidArgument: A part is empty or cannot be a part of a key, or the name does not end with `.kmz`.

    Documentation: none; observed.

    Example:
        >>> from flighthub import sync_bucket
        >>> sync_bucket.route_key("org-1", "project-1", "Roof.kmz", preset="dji")
        'dji/fh_sync/org-1/project-1/wayline/Roof.kmz'
    """
    parts = {"organization": str(organization), "project": str(project), "name": name}
    for member, part in parts.items():
        if not part.strip() or "/" in part or part in (".", "..") or not part.isprintable():
            raise InvalidArgument(member, "must be a text without slashes that is not empty")
    if not name.lower().endswith(".kmz"):
        raise InvalidArgument("name", "must end with .kmz: FlightHub 2 takes routes as KMZ files")
    folders = [each for each in preset.split("/") if each]
    if _ROOT in folders or not preset.isprintable() or {".", ".."} & {*folders}:
        raise InvalidArgument("preset", f"must be the folders in front of {_ROOT}")
    return "/".join((*folders, _ROOT, parts["organization"], parts["project"], _ROUTE, name))


def is_check_file(key: str) -> bool:
    """Tell whether an object is the file by which FlightHub 2 tests the storage. It is to be ignored.

    Args:
        key: The key, without the name of the bucket.

    Documentation: none; observed.

    Example:
        >>> from flighthub import sync_bucket
        >>> sync_bucket.is_check_file("dji/fh_sync/check_file.txt")
        True
    """
    return key.split("/")[-2:] == [_ROOT, _CHECK_FILE]


def read_tags(tags: Mapping[str, str]) -> SyncTags:
    """Read the tags of an object: its id, and its name and folder as FlightHub 2 shows them.

    Args:
        tags: The tags by their names. The values are base64, in either of its alphabets, as tags cannot hold any text.

    Returns:
        SyncTags: None where a tag is missing or cannot be read.

    Documentation: none; observed.

    Example:
        >>> from flighthub import sync_bucket
        >>> sync_bucket.read_tags({"id": "5b1f0c52", "name_base64": "Um9vZi5rbXo=", "path_base64": "L1N1cnZleQ=="})
        SyncTags(id='5b1f0c52', name='Roof.kmz', path='/Survey')
    """
    return SyncTags(tags.get("id"), _text(tags.get("name_base64")), _text(tags.get("path_base64")))


def _text(encoded: str | None) -> str | None:
    if not isinstance(encoded, str):
        return None
    standard = encoded.strip().replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
