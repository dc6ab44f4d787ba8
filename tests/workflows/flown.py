"""Flights of a simulator, for tests that need what one leaves behind."""

from __future__ import annotations

from flighthub import FlightHub
from flighthub_simulator import Simulator

DOCK = "7CTDEXAMPLE0001"
WAYLINE = "f2d4c6b8-90ab-4cde-8f01-23456789abcd"


def begun(simulator: Simulator) -> str:
    """A task that takes off."""
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        return fh.flight_tasks.create(
            name="Round",
            sn=DOCK,
            wayline_uuid=WAYLINE,
            time_zone="Europe/Ljubljana",
            rth_altitude=80,
            rth_mode="optimal",
            wayline_precision_type="rtk",
            out_of_control_action_in_flight="return_home",
            resumable_status="manual",
            task_type="immediate",
        ).task_uuid


def landed(simulator: Simulator) -> str:
    """A task that has landed, with all its files in the cloud."""
    task = begun(simulator)
    for _ in range(60):
        simulator.clock.advance(60)
        with simulator.lock:
            simulator.world.look()
    return task
