"""All enums of the API, each imported when it is first used.

They are open: a value that nobody has documented becomes a member of its own.

    >>> from flighthub.enums import ModelStatus
    >>> ModelStatus(15).name, ModelStatus(15).is_success
    ('RECONSTRUCTION_SUCCESS', True)
    >>> ModelStatus(99).is_known, ModelStatus(99).value
    (False, 99)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flighthub_api.enums as _enums

if TYPE_CHECKING:
    from flighthub_api.enums import *  # noqa: F403


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return _enums.__all__
        if name.startswith("__"):  # `__path__` would make a package of this module
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            return getattr(_enums, name)
        except AttributeError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__() -> list[str]:
    return sorted(_enums.__all__)
