"""All objects of requests and responses, each imported when it is first used.

`to_dict()` gives back what the server sent, also what is missing, null, of a wrong type or unknown.

    >>> from flighthub.types import Project
    >>> project = Project.from_dict({"uuid": "5b1f0c52", "name": None, "color": "red"})
    >>> project.uuid, project.name
    ('5b1f0c52', None)
    >>> project.to_dict()
    {'uuid': '5b1f0c52', 'name': None, 'color': 'red'}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import flighthub_api.models as _models
from flighthub_runtime.public_names import reexport

if TYPE_CHECKING:
    from flighthub_api.models import *  # noqa: F403
else:  # so that a misspelt name is an error of type checkers
    __getattr__, __dir__ = reexport(__name__, _models)
