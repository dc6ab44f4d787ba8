"""How people name things of the API: by an id, or by an object that carries it."""

from __future__ import annotations

from typing import Any, Protocol
from uuid import UUID

from ..errors import InvalidArgument


class HasUuid(Protocol):
    """Anything with an id, such as a flight task or its handle."""

    @property
    def uuid(self) -> str:
        """The id."""
        ...


def uuid_of(named: str | UUID | HasUuid, argument: str) -> str:
    """The id of something.

    Args:
        named: Its id, or an object that carries it as `uuid`.
        argument: Name of the argument that it was given as.
    """
    found: Any = named if isinstance(named, (str, UUID)) else getattr(named, "uuid", None)
    if not isinstance(found, (str, UUID)) or not str(found).strip():
        raise InvalidArgument(argument, f"must be an id or have a uuid, not {type(named).__name__}")
    return str(found)


def id_of(named: Any, argument: str) -> str:
    """The id of something that calls it `id`, such as a route or a model; it may be given itself.

    Args:
        named: The id, or an object that carries it as `id`.
        argument: Name of the argument that it was given as.
    """
    found: Any = named if isinstance(named, (str, UUID, int)) else getattr(named, "id", None)
    if not isinstance(found, (str, UUID, int)) or not str(found).strip():
        raise InvalidArgument(argument, f"must be an id or have one, not {type(named).__name__}")
    return str(found)


def model_id(named: Any) -> int:
    """The id of a model of a project, a number, which may be given as text.

    Args:
        named: The id, or an object that carries it as `id`.
    """
    found = id_of(named, "model")
    if not (found.isascii() and found.isdecimal()):
        raise InvalidArgument("model", f"must be the id of a model, which is a number, not {found!r}")
    return int(found)
