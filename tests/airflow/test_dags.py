"""DAGs run on a real Airflow, against a simulator: each flight is flown once, however often it is tried.

One process runs them all, as `airflow dags test` does. The same date is the same run, so running a DAG for it again is
what a retry is: another try of the same tasks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from airflow_process import Airflow
from killing_proxy import KillingProxy

from flighthub import FlightHub
from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator

DOCK = "7CTDEXAMPLE0001"


def client(simulator: Simulator) -> FlightHub:
    return FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url)


def flown(simulator: Simulator) -> list[str]:
    """The ids of all flight tasks that were launched in the world."""
    with simulator.lock:
        return sorted(each.uuid for each in simulator.world.flight_tasks.all)


def run(airflow: Airflow, dag: str, day: int, **arguments: Any) -> Any:
    return airflow.do("run", dag=dag, date=f"2026-02-{day:02}T00:00:00+00:00", **arguments)


def test_airflow_takes_all_dags(airflow: Airflow) -> None:
    assert set(airflow.do("dags")) == {
        "survey",
        "in_the_worker",
        "deferred_sensor",
        "mapped",
        "failing",
        "own_key",
        "soft",
        "photos",
    }


def test_a_survey_is_flown_fetched_and_modelled_once_however_often_it_is_run(
    airflow: Airflow, flying: Simulator, home: Path
) -> None:
    first = run(airflow, "survey", 1)
    assert first["state"] == "success", first
    uuid, media, model = (first["returned"][f"{each} -1"] for each in ("fly", "media", "model"))
    files = [each for each in (home / "media" / "survey").rglob("*") if each.is_file()]
    assert len(files) == len(media["files"]) > 5
    assert media["is_complete"] is True
    assert media["bytes"] == sum(each.stat().st_size for each in files)
    with client(flying) as fh:
        task = fh.flight_tasks.get(uuid)
        models = fh.models.list()
    assert "airflow-survey-fly" in (task.name or "")
    assert [each.id for each in models if "airflow-survey-model" in (each.name or "")] == [model]

    again = run(airflow, "survey", 1)
    assert again["returned"] == first["returned"]
    elsewhere = run(airflow, "survey", 1, state=str(home / "another machine"))
    assert elsewhere["returned"] == first["returned"]
    assert flown(flying) == [uuid]
    with client(flying) as fh:
        assert len(fh.models.list()) == len(models)

    assert run(airflow, "survey", 2)["returned"]["fly -1"] != uuid
    assert len(flown(flying)) == 2


def test_fetched_media_are_an_event_of_their_asset(airflow: Airflow, home: Path) -> None:
    ran = run(airflow, "survey", 3)
    event = airflow.do("asset_events")[-1]
    media = ran["returned"]["media -1"]
    assert event == {
        "name": "flight_media",
        "task_uuid": ran["returned"]["fly -1"],
        "folder": media["folder"],
        "files": len(media["files"]),
        "bytes": media["bytes"],
    }


def test_what_waits_in_the_worker_does_the_same(airflow: Airflow) -> None:
    ran = run(airflow, "in_the_worker", 1)
    assert ran["state"] == "success", ran
    assert ran["returned"]["media -1"]["is_complete"] is True


def test_a_sensor_waits_in_the_triggerer(airflow: Airflow) -> None:
    assert run(airflow, "deferred_sensor", 1)["state"] == "success"


def test_mapped_tasks_launch_a_flight_each(airflow: Airflow, flying: Simulator) -> None:
    first = run(airflow, "mapped", 1)["returned"]
    assert {*first} == {"fly 0", "fly 1"}
    assert sorted(first.values()) == flown(flying)
    assert run(airflow, "mapped", 1)["returned"] == first
    assert sorted(first.values()) == flown(flying)


def test_a_flight_that_failed_is_not_tried_again(airflow: Airflow, flying: Simulator) -> None:
    flying.world.happen("refuse_start", {"sn": DOCK, "code": 316026})
    ran = run(airflow, "failing", 1)
    assert ran["state"] == "failed"
    assert ran["tries"] == {"fly -1": 1}
    assert len(flown(flying)) == 1


def test_a_key_with_the_number_of_the_try_flies_again_after_a_failure(airflow: Airflow, flying: Simulator) -> None:
    flying.world.happen("refuse_start", {"sn": DOCK, "code": 316026})
    ran = run(airflow, "own_key", 1)
    assert ran["state"] == "success", ran
    assert ran["tries"] == {"fly -1": 2}
    assert len(flown(flying)) == 2


def test_a_sensor_that_fails_softly_skips_its_task(airflow: Airflow, flying: Simulator) -> None:
    flying.world.happen("refuse_start", {"sn": DOCK, "code": 316026})
    with client(flying) as fh:
        task = fh.flight_tasks.launch(dock="North dock", wayline="Perimeter").uuid
    ran = run(airflow, "soft", 1, conf={"task": task})
    assert ran["tasks"] == {"landed -1": "skipped"}


def test_a_lost_response_is_looked_up_and_the_flight_is_launched_once(airflow: Airflow, flying: Simulator) -> None:
    flying.faults.add("createFlightTask", reset="after")
    ran = run(airflow, "survey", 4)
    assert ran["state"] == "success", ran
    assert flown(flying) == [ran["returned"]["fly -1"]]


def test_photos_of_the_worker_become_a_model_and_a_retry_starts_none(
    airflow: Airflow, flying: Simulator, home: Path
) -> None:
    folder = home / "media" / "photos"
    folder.mkdir(parents=True)
    for number in range(6):
        (folder / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 100)
    first = run(airflow, "photos", 1)
    assert first["state"] == "success", first
    made = first["returned"]["model -1"]
    assert [*made["uuids"]] == ["3d"]
    assert run(airflow, "photos", 1)["returned"]["model -1"] == made


def test_a_retry_after_a_worker_was_killed_between_sending_and_the_answer_flies_nothing_twice(
    airflow: Airflow, flying: Simulator, home: Path, connection: dict[str, Any], log: Path
) -> None:
    create = OPERATIONS["createFlightTask"]
    proxy = KillingProxy(flying.base_url, f"{create.http_method} {create.path}")
    worker = Airflow(home, {**connection, "host": proxy.base_url}, log)
    try:
        proxy.pid = worker.pid
        worker.begin("run", dag="survey", date="2026-02-20T00:00:00+00:00")
        assert proxy.killed.wait(120)
        assert worker.result() is None
    finally:
        worker.close()
        proxy.close()
    (launched,) = flown(flying)
    for machine in ("state", "state of another machine"):
        ran = run(airflow, "survey", 20, state=str(home / machine))
        assert ran["state"] == "success", ran
        assert ran["returned"]["fly -1"] == launched
        assert flown(flying) == [launched]


def test_no_log_has_the_key(airflow: Airflow, flying: Simulator, log: Path, home: Path) -> None:
    run(airflow, "deferred_sensor", 2)
    assert "was launched" in log.read_text(encoding="utf-8")
    for file in (log, *(home / "logs").rglob("*")):
        if file.is_file():
            assert flying.token not in file.read_text(encoding="utf-8", errors="replace"), file
