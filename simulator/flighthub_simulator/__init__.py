"""A FlightHub 2 to develop and test against, without an account or hardware.

    python -m flighthub_simulator --port 30812

or, in code,

    import flighthub_simulator

    with flighthub_simulator.run() as simulator:
        print(simulator.base_url, simulator.token, simulator.project)

or, in tests, the pytest fixture `flighthub_simulator`. It serves every operation of the transcription from a world that
changes with its clock, checks requests and answers against the transcription, and fails as the real server does, or as
it is told. A new operation is answered by its example until it has something to do with the world.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._clock import Clock
    from ._event_faults import EventFault
    from ._faults import Fault, Faults
    from ._server import Simulator, run
    from ._webhook import Delivery, Webhook

__all__ = ["Clock", "Delivery", "EventFault", "Fault", "Faults", "Simulator", "Webhook", "run"]

_MODULES = {
    "Clock": "_clock",
    "Delivery": "_webhook",
    "EventFault": "_event_faults",
    "Fault": "_faults",
    "Faults": "_faults",
    "Simulator": "_server",
    "Webhook": "_webhook",
    "run": "_server",
}


if not TYPE_CHECKING:  # so that a misspelt name is an error

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            return getattr(import_module(f".{_MODULES[name]}", __name__), name)
        except ModuleNotFoundError as error:
            raise ImportError(f"the simulator needs {error.name}: pip install 'flighthub[simulator]'") from error
