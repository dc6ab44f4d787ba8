"""All objects of requests and answers, each imported when it is first used.

They give back what came, also what is missing, null, of a wrong type or unknown.

    >>> from flighthub.types import Project
    >>> project = Project.from_dict({"uuid": "5b1f0c52", "name": None, "color": "red"})
    >>> project.uuid, project.name
    ('5b1f0c52', None)
    >>> project.to_dict()
    {'uuid': '5b1f0c52', 'name': None, 'color': 'red'}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flighthub_api.models as _models

if TYPE_CHECKING:
    from flighthub_api.models import *  # noqa: F403


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return _models.__all__
        if name.startswith("__"):  # `__path__` would make a package of this module
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            return getattr(_models, name)
        except AttributeError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return sorted(_models.__all__)
