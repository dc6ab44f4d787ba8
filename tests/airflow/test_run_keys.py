"""Keys by which a task of Airflow does something once."""

from __future__ import annotations

from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest

from flighthub._airflow.keys import key_of_run
from flighthub._core.once_journal import LONGEST_KEY

RUN = {"dag_id": "survey", "task_id": "fly", "run_id": "scheduled__2026-02-01T00:00:00+00:00", "map_index": -1}
LONG = {"dag_id": "d" * 250, "task_id": "t" * 250, "run_id": "r" * 250}


def key(**differing: Any) -> str:
    instance = SimpleNamespace(**{**RUN, "try_number": 1, **differing})
    return key_of_run({"ti": instance})


def test_a_key_says_what_it_is_for() -> None:
    assert key() == "airflow:survey/fly/scheduled__2026-02-01T00:00:00+00:00/-1"


@pytest.mark.parametrize("run", [{}, LONG], ids=["short", "long"])
def test_all_tries_have_one_key(run: dict[str, Any]) -> None:
    assert key(**run, try_number=1) == key(**run, try_number=7)


def test_every_task_in_every_run_has_a_key_of_its_own() -> None:
    runs: list[dict[str, Any]] = [
        {},
        {"dag_id": "survey2"},
        {"task_id": "fly2"},
        {"run_id": "manual__1"},
        {"map_index": 0},
        {"map_index": 1},
        {"task_id": "fly/manual__1", "run_id": "x"},
        {"task_id": "fly", "run_id": "manual__1/x"},
        LONG,
        {**LONG, "run_id": "r" * 249 + "s"},
        {**LONG, "map_index": 3},
    ]
    keys = [key(**each) for each in runs]
    assert all(len(each) <= LONGEST_KEY for each in keys)
    assert all(one != other for one, other in combinations(keys, 2))
