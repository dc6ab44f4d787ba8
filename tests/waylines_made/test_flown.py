"""Surveys flown in the simulator, from every dock: the number of pictures that was promised."""

from __future__ import annotations

import pytest

import flighthub_simulator
from flighthub import FlightHub, waylines

DOCKS = {"North dock": "Matrice 3TD", "East dock": "Matrice 4TD", "Ridge dock": "Matrice 30T"}
"""Docks of the usual world, one of each product, with their aircraft."""


@pytest.mark.parametrize("dock", DOCKS)
def test_a_survey_brings_the_pictures_that_it_promised(dock: str) -> None:
    with (
        flighthub_simulator.run(speed=0) as simulator,
        FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh,
    ):
        unit = next(each for each in fh.devices.fleet() if each.name == dock)
        assert unit.aircraft is not None
        assert unit.aircraft.model is not None
        assert unit.aircraft.model.name == DOCKS[dock]
        assert unit.gateway is not None
        place = fh.devices.get_state(unit.gateway.sn).position
        assert place is not None
        south, west = place.latitude + 0.0005, place.longitude
        field = [(south, west), (south, west + 0.0015), (south + 0.001, west + 0.0015), (south + 0.001, west)]
        route = waylines.survey(field, height=60, overlap=(0.7, 0.6), aircraft=DOCKS[dock])
        task = fh.flight_tasks.launch(dock=dock, wayline=route)
        simulator.clock.advance(3600)
        assert str(task.refresh().status) == "success"
        assert abs(len(task.media()) - route.photos) <= 1
