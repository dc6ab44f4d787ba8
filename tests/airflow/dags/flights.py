"""The DAGs that the tests of the provider run."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

from airflow.sdk import DAG, Asset

from flighthub.airflow import (
    DownloadMediaOperator,
    FlightTaskSensor,
    LaunchFlightOperator,
    ReconstructFlightOperator,
    ReconstructPhotosOperator,
)

MEDIA = os.environ["FLIGHTS_MEDIA"]
BEGIN = datetime(2026, 1, 1)
PICTURES = Asset("flight_media")


def dag(name: str) -> DAG:
    return DAG(name, schedule=None, start_date=BEGIN, default_args={"retry_delay": timedelta(0)})


with dag("survey"):
    flight = LaunchFlightOperator(
        task_id="fly", dock="North dock", wayline="Perimeter", until="media_uploaded", interval=0.2, media_timeout=1
    )
    media = DownloadMediaOperator(
        task_id="media", task_uuid=flight.output, to=f"{MEDIA}/survey/{{{{ run_id }}}}", asset=PICTURES, interval=0.2
    )
    model = ReconstructFlightOperator(task_id="model", task_uuid=flight.output, interval=0.2)
    _ = media >> model

with dag("in_the_worker"):
    launched = LaunchFlightOperator(task_id="fly", dock="North dock", wayline="Perimeter", until=None)
    landed = FlightTaskSensor(
        task_id="landed", task_uuid=launched.output, until="media_uploaded", deferrable=False, poke_interval=0.2
    )
    fetched = DownloadMediaOperator(
        task_id="media", task_uuid=launched.output, to=f"{MEDIA}/worker", deferrable=False, interval=0.2
    )
    _ = landed >> fetched

with dag("deferred_sensor"):
    begun = LaunchFlightOperator(task_id="fly", dock="North dock", wayline="Perimeter", until=None)
    FlightTaskSensor(task_id="landed", task_uuid=begun.output, poke_interval=0.2)

with dag("mapped"):
    LaunchFlightOperator.partial(task_id="fly", until=None).expand_kwargs(
        [{"dock": "North dock", "wayline": "Perimeter"}, {"dock": "East dock", "wayline": "Stockpile survey"}]
    )

with dag("failing"):
    LaunchFlightOperator(task_id="fly", dock="North dock", wayline="Perimeter", interval=0.2, retries=3)

with dag("own_key"):
    LaunchFlightOperator(
        task_id="fly",
        dock="North dock",
        wayline="Perimeter",
        interval=0.2,
        retries=1,
        key="{{ run_id }} try {{ ti.try_number }}",
    )

with dag("soft"):
    FlightTaskSensor(task_id="landed", task_uuid="{{ dag_run.conf['task'] }}", soft_fail=True, poke_interval=0.2)

with dag("photos"):
    ReconstructPhotosOperator(task_id="model", photos=f"{MEDIA}/photos", types=["3d"], interval=0.2)
