"""The proxy variables of this process, under which a simulator on this machine is still reached directly."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

_EXCLUDING: Final = ("no_proxy", "NO_PROXY")
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")


def proxy_variables() -> list[str]:
    """Names of the variables that name a proxy, as they are set now."""
    return sorted(
        name for name in os.environ if name.lower().endswith("_proxy") and name not in _EXCLUDING and os.environ[name]
    )


@contextmanager
def direct_connections(host: str) -> Generator[None]:
    """Adds a host and the loopback to `NO_PROXY` for as long as the block lasts, if any proxy is named at all.

    Args:
        host: Where the simulator listens.
    """
    if not proxy_variables():
        yield
        return
    before = {name: os.environ.get(name) for name in _EXCLUDING}
    known = next((text for text in before.values() if text), "")
    for name in _EXCLUDING:
        os.environ[name] = ",".join(filter(None, [known, *_LOOPBACK, host if host not in _LOOPBACK else ""]))
    try:
        yield
    finally:
        for name, text in before.items():
            if text is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = text
