"""Time zones: by their IANA names, and that of this machine."""

from __future__ import annotations

import os
from datetime import UTC, datetime, tzinfo
from typing import Final

from ..errors import InvalidArgument

_UTC: Final = "UTC"
_LOCALTIME: Final = "/etc/localtime"
"""On Linux and macOS, a link to the data of the zone that the machine is set to."""

_NO_ZONES: Final = frozenset({"localtime", "posixrules", "Factory"})
_OTHER_COUNTS: Final = ("posix/", "right/")
"""What lies beside the zones in a system's folder: settings of this machine, and the zones once more, with other
counts of seconds. No server knows these names."""


def zone_named(name: str, argument: str) -> tzinfo:
    """The time zone of an IANA name.

    Args:
        name: Such as `Europe/Ljubljana`.
        argument: Name of the argument that it was given as.

    Raises:
        InvalidArgument: There is none of this name, or this machine does not know it.
    """
    found = _known(name)
    if found is not None:
        return found
    no_data = " (this machine has no data of time zones: pip install tzdata)" if _known("Europe/Berlin") is None else ""
    raise InvalidArgument(argument, f"must be an IANA time zone such as Europe/Berlin, not {name!r}{no_data}")


def local_zone() -> str:
    """IANA name of the zone that this machine is set to; `UTC` where it has none, as on Windows."""
    setting = os.environ.get("TZ", _LOCALTIME).removeprefix(":")
    if setting.startswith("/"):
        setting = os.path.realpath(setting).rpartition("zoneinfo/")[2]
    name = setting.removeprefix("posix/")
    return name if name and not name.startswith("/") and _known(name) is not None else _UTC


def exists(moment: datetime) -> bool:
    """Whether a local time is shown by a clock on its day, or is left out when clocks go forward."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)


def _known(name: str) -> tzinfo | None:
    if name == _UTC:
        return UTC
    if name in _NO_ZONES or name.startswith(_OTHER_COUNTS):
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
