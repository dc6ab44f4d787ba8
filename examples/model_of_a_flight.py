"""A model of the pictures of a flight: `python model_of_a_flight.py TASK`; without one, of the last flight of a week.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL). It spends modeling quota.
In a fresh simulator nothing has flown: let `flight.py` fly first.
"""

from __future__ import annotations

import sys
import time

from flighthub import FlightHub, InvalidArgument, OutcomeUnknown

WEEK = 7 * 86_400


def main() -> None:
    """Orders an orthophoto, and waits for it."""
    with FlightHub() as fh:
        task = sys.argv[1] if len(sys.argv) > 1 else last_flight(fh)
        try:
            job = fh.models.reconstruct_task(task, types=("2d",), crs="EPSG:32633")
        except InvalidArgument as error:
            raise SystemExit(f"Nothing was ordered: {error}") from None
        except OutcomeUnknown as lost:
            # Never order again before it is known what became of the first order: each spends quota.
            found = fh.models.reconcile(lost)
            if found is None:
                raise
            job = found
        print(f"Ordered {job.name} as model {job.id}")
        model = job.wait(interval=5, on_change=lambda _: print(f"  {job}"))
        print(f"It has {(model.size or 0) / 1e6:,.0f} MB; the link to it is signed: {model.url}")


def last_flight(fh: FlightHub) -> str:
    """The last flight of any dock of the project that ended well."""
    now = int(time.time())
    flights = [
        task
        for pair in fh.devices.list()
        if pair.gateway and pair.gateway.sn
        # A simulator's clock may be ahead of this one.
        for task in fh.flight_tasks.list(sn=pair.gateway.sn, begin_at=now - WEEK, end_at=now + WEEK)
        if task.status and task.status.is_success
    ]
    if not flights:
        raise SystemExit("There was no flight that ended well.")
    return max(flights, key=lambda task: str(task.completed_at or "")).uuid


if __name__ == "__main__":
    main()
