"""Where an organization key comes from, which is what travels in a pickle instead of the key."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final, Literal, NamedTuple

from flighthub_runtime.secrets import Secret

from ..errors import ConfigurationError

_WHAT_TO_DO: Final = (
    "Set FLIGHTHUB_TOKEN or a profile where the work is done and make the client without token=, or give token= a "
    "function of a module that both sides can import"
)

Kind = Literal["argument", "environment", "profile", "function"]


class TokenOrigin(NamedTuple):
    """Where a key comes from.

    Attributes:
        kind: `argument` for a text that was given, which never travels; `environment`, `profile` or `function` for what
            is looked up again.
        name: Name of the variable or profile, or the function as `module:name`.
    """

    kind: Kind
    name: str = ""

    def refuse_text(self) -> None:
        """Raises `TypeError` for a key that was given as text."""
        if self.kind == "argument":
            raise TypeError(
                "a client or configuration whose token was given as text is not pickled, as whoever reads the bytes "
                f"would read the key. {_WHAT_TO_DO}"
            )


def function_origin(function: object, argument: str = "token") -> TokenOrigin:
    """The origin of a function, by which another process imports it.

    Args:
        function: The function.
        argument: The argument that it was given as.

    Raises:
        TypeError: No other process can import it: what it holds would have to travel, and that may be the key.
    """
    module, name = getattr(function, "__module__", None), getattr(function, "__qualname__", None)
    found: Any = sys.modules.get(module) if isinstance(module, str) else None
    if found is not None and module != "__main__" and isinstance(name, str):
        for step in name.split("."):
            found = getattr(found, step, None)
        if found is not None and found == function:
            return TokenOrigin("function", f"{module}:{name}")
    what_to_do = _WHAT_TO_DO if argument == "token" else "Give a function of a module, or make the client over there"
    raise TypeError(
        f"the {argument} of this client is not a function that another process can import by its name, so the client "
        f"is not pickled. {what_to_do}"
    )


def import_function(name: str) -> Any:
    """The function of an origin.

    Raises:
        ConfigurationError: It is not there in this process.
    """
    module, _, path = name.partition(":")
    try:
        found: Any = import_module(module)
        for step in path.split("."):
            found = getattr(found, step)
    except (ImportError, AttributeError) as error:
        raise ConfigurationError(
            f"the pickled client needs {path} of the module {module}, which this process does not have: {error}"
        ) from error
    return found


def state_of_proxy(proxy: Secret) -> str:
    """The address of a proxy, for a pickle.

    Raises:
        TypeError: It holds a password.
    """
    if "@" in proxy.reveal():
        raise TypeError(
            "a client whose proxy has a user or password in its address is not pickled, as whoever reads the bytes "
            "would read it. Set HTTPS_PROXY where the work is done, and give no proxy="
        )
    return proxy.reveal()
