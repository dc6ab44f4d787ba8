"""All enums of the API, each imported when it is first used.

They are open: a value that nobody has documented becomes a member of its own.

    >>> from flighthub.enums import ModelStatus
    >>> ModelStatus(15).name, ModelStatus(15).is_success
    ('RECONSTRUCTION_SUCCESS', True)
    >>> ModelStatus(99).is_known, ModelStatus(99).value
    (False, 99)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import flighthub_api.enums as _enums
from flighthub_runtime.public_names import reexport

if TYPE_CHECKING:
    from flighthub_api.enums import *  # noqa: F403
else:  # so that a misspelt name is an error of type checkers
    __getattr__, __dir__ = reexport(__name__, _enums)
