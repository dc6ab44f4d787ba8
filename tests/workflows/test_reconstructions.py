"""Photos in, 3D model out: started once, followed to the end, and found again after a lost answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import opened, using

from flighthub import (
    InvalidArgument,
    InvalidRequest,
    OutcomeUnknown,
    ReconstructionFailed,
    TransferError,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._journal import state_folder
from flighthub.progress import Step
from flighthub_simulator import Simulator

Work = Callable[[Any], Any]


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortens the pauses."""
    for tree in ("_sync", "_async"):
        monkeypatch.setattr(f"flighthub.{tree}._reconstruction.BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr("flighthub._retry.Retry.pause", lambda self, attempt: 0.01)


def settings(simulator: Simulator) -> dict[str, Any]:
    return {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url, "retry": True}


def go(client: str, simulator: Simulator, work: Work) -> Any:
    return using(client, work, **settings(simulator))


def hurried(simulator: Simulator) -> Callable[[Any], None]:
    """Moves the clock on with every change that is seen."""

    def on_change(models: Any) -> None:
        simulator.clock.advance(45)

    return on_change


def started(simulator: Simulator) -> int:
    return sum(each["what"] == "open_models.start_reconstruction" for each in simulator.world.requests)


def memory() -> list[Path]:
    return sorted((state_folder() / "uploads").glob("*"))


def test_photos_become_models_whose_archives_are_fetched(
    client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    steps: list[Step] = []
    jobs = go(
        client,
        present,
        lambda fh: fh.open_models.reconstruct(
            photos,
            types={"3d", "3dgs"},
            parameters={"3d": {"quality_level": 1}},
            name="Quarry",
            download_to=tmp_path / "models",
            archive_link=lambda model: present.world.open_models.link(model.model_uuid),
            progress=steps.append,
            on_change=hurried(present),
            interval=0.01,
        ),
    )
    assert set(jobs.uuids) == {"3d", "3dgs"}
    assert jobs.refused == {}
    by_kind = {model.uuid: model for model in present.world.open_models.models}
    assert by_kind[jobs.uuids["3d"]].parameters == {"quality_level": 1}
    assert by_kind[jobs.uuids["3dgs"]].parameters == {}
    for kind, uuid in jobs.uuids.items():
        archive = tmp_path / "models" / f"{kind}-{uuid}.zip"
        assert archive.read_bytes() == present.store.read(by_kind[uuid].zip_key)
    assert {step.job for step in steps} == {"upload", "register", "3d", "3dgs", "download"}
    assert [step for step in steps if step.job == "3d"][-1].fraction == 1.0
    assert memory() == []


def test_it_works_in_parts(client: str, present: Simulator, photos: Path) -> None:
    resource = go(client, present, lambda fh: fh.open_models.upload(photos))
    jobs = go(client, present, lambda fh: fh.open_models.start(resource, types=["2d"]))
    uuids = dict(jobs.uuids)

    def wait(fh: Any) -> Any:
        taken_up = fh.open_models.jobs(resource.uuid, uuids)
        return taken_up.wait(on_change=hurried(present), interval=0.01)

    models = go(client, present, wait)
    assert models["2d"].model_status.is_success
    assert models["2d"].zip_file_key


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"types": {"4d"}}, "must be some of 2d, 3d, 3dgs, lidar, not 4d"),
        ({"types": set()}, "must be some of"),
        ({"types": "3d"}, "must be several kinds"),
        ({"parameters": {"2d": {}}}, "settings for 2d, which is not among types"),
        ({"parameters": {"3d": "[]"}}, "must be a JSON object"),
        ({"name": "x" * 256}, "at most 255 characters"),
        ({"download_to": "out"}, "needs archive_link"),
        ({"download_to": "out", "archive_link": str, "wait": False}, "goes with wait=True"),
        ({"max_concurrency": 0}, "must be at least 1"),
    ],
)
def test_settings_that_will_not_do_are_refused_before_anything_is_sent(
    client: str, present: Simulator, photos: Path, given: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidArgument, match=problem):
        go(client, present, lambda fh: fh.open_models.reconstruct(photos, **given))
    assert not present.world.requests


def test_a_start_whose_answer_is_lost_is_found_among_the_running_jobs(
    client: str, present: Simulator, photos: Path
) -> None:
    present.faults.add("startOpenModelReconstruction", reset="after")
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"2d", "3d"}, wait=False))
    assert sorted(jobs.uuids.values()) == sorted(model.uuid for model in present.world.open_models.models)
    assert {kind: present.world.open_models.model(uuid).type.name for kind, uuid in jobs.uuids.items()} == {
        "2d": "MODEL_2D",
        "3d": "MODEL_3D",
    }
    assert started(present) == 1


def test_a_start_that_cannot_be_found_is_not_sent_again_by_this_run_or_the_next(
    client: str, present: Simulator, photos: Path
) -> None:
    present.faults.add("startOpenModelReconstruction", reset="before")
    for _ in range(2):
        with pytest.raises(OutcomeUnknown, match="was started is not known") as raised:
            go(client, present, lambda fh: fh.open_models.reconstruct(photos, wait=False))
        assert "fh.open_models.start(" in raised.value.next_step
        assert str(memory()[0]) in raised.value.next_step
    assert present.world.open_models.models == []
    assert started(present) == 1
    # Who has looked, and is sure, starts it by hand.
    (resource,) = present.world.open_models.resources
    go(client, present, lambda fh: fh.open_models.start(resource))
    assert len(present.world.open_models.models) == 1


def test_a_start_that_is_refused_comes_through_and_may_be_sent_again(
    client: str, present: Simulator, photos: Path
) -> None:
    present.faults.add("startOpenModelReconstruction", code=200101, message="no such setting", status=400)
    with pytest.raises(InvalidRequest) as raised:
        go(client, present, lambda fh: fh.open_models.reconstruct(photos, wait=False))
    assert raised.value.request_id
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, wait=False))
    assert len(jobs) == len(present.world.open_models.models) == 1


def test_a_second_call_with_the_same_pictures_starts_only_what_was_not_started(
    client: str, present: Simulator, photos: Path
) -> None:
    first = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"3d"}, wait=False))
    second = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"3d", "2d"}, wait=False))
    assert second.uuids["3d"] == first.uuids["3d"]
    assert len(present.world.open_models.models) == 2
    assert len(present.world.open_models.resources) == 1
    other = {"3d": {"quality_level": 3}}
    third = go(client, present, lambda fh: fh.open_models.reconstruct(photos, parameters=other, wait=False))
    assert third.uuids["3d"] != first.uuids["3d"]


def test_a_job_that_fails_is_told_with_its_code_and_another_run_tries_again(
    client: str, present: Simulator, photos: Path
) -> None:
    present.world.happen("plan_model", {"status": 8, "error_code": 4711})

    def work(fh: Any) -> Any:
        return fh.open_models.reconstruct(photos, types={"2d", "3d"}, on_change=hurried(present), interval=0.01)

    with pytest.raises(ReconstructionFailed, match=r"RECONSTRUCTION_FAILED \(error code 4711\)") as raised:
        go(client, present, work)
    assert len(raised.value.models) == 2
    jobs = go(client, present, work)
    assert len(jobs) == 2
    assert len(present.world.open_models.models) == 3, "the one that succeeded is not made again"
    assert len(present.world.open_models.resources) == 1


def test_a_kind_that_the_server_refuses_is_told_after_the_others_have_ended(
    client: str, present: Simulator, photos: Path
) -> None:
    for number in range(3, 12):
        (photos / f"DJI_{number:04}.JPG").unlink()
    for number in range(3):
        (photos / f"more{number}.jpg").write_bytes(b"x")
    with opened(client, **settings(present)) as step:
        resource = step(lambda fh: fh.open_models.upload(photos))
        jobs = step(lambda fh: fh.open_models.start(resource, types={"3d", "3dgs"}))
        assert jobs.refused == {"3dgs": 1}
        with pytest.raises(ReconstructionFailed, match=r"3dgs .* not be started \(sub_error_code 1\)") as raised:
            step(lambda fh: jobs.wait(on_change=hurried(present), interval=0.01))
    (model,) = raised.value.models
    assert model.model_status.is_success  # type: ignore[attr-defined]


def test_waiting_ends_at_its_deadline_and_when_it_is_cancelled(client: str, present: Simulator, photos: Path) -> None:
    with pytest.raises(WaitTimeout, match=r"the reconstruction of 3d took longer than 0\.05 s") as raised:
        go(client, present, lambda fh: fh.open_models.reconstruct(photos, timeout=0.05, interval=0.01))
    assert raised.value.last["3d"].model_status.name == "REQUESTING_RESOURCE"  # type: ignore[index]
    stop = threading.Event()
    stop.set()
    with pytest.raises(WaitCancelled):
        go(client, present, lambda fh: fh.open_models.reconstruct(photos, cancel=stop))
    # Both left the job running, and a third call follows it.
    jobs = go(
        client,
        present,
        lambda fh: fh.open_models.reconstruct(photos, on_change=hurried(present), interval=0.01),
    )
    assert [*jobs.uuids.values()] == [model.uuid for model in present.world.open_models.models]


def test_an_outage_of_some_minutes_ends_no_wait(client: str, present: Simulator, photos: Path) -> None:
    def on_change(models: Any) -> None:
        present.clock.advance(45)
        if not present.faults.planned():
            present.faults.add("getOpenModel", status=503, body="down", count=5)

    jobs = go(
        client,
        present,
        lambda fh: fh.open_models.reconstruct(photos, on_change=on_change, interval=0.01),
    )
    assert len(jobs) == 1


def test_a_status_that_nobody_has_documented_is_waited_on(client: str, present: Simulator, photos: Path) -> None:
    present.faults.add("getOpenModel", future_enum="each", count=1)
    seen: list[bool] = []

    def on_change(models: Any) -> None:
        seen.append(models["3d"].model_status.is_known)
        present.clock.advance(45)

    go(client, present, lambda fh: fh.open_models.reconstruct(photos, on_change=on_change, interval=0.01))
    assert seen[0] is False
    assert seen[-1] is True


def test_the_pictures_are_deleted_at_the_end_when_that_is_asked_for(
    client: str, present: Simulator, photos: Path
) -> None:
    go(
        client,
        present,
        lambda fh: fh.open_models.reconstruct(photos, delete_photos=True, on_change=hurried(present), interval=0.01),
    )
    (resource,) = present.world.open_models.resources.values()
    assert resource.status.name in ("WAITING_DELETE", "DELETED")


def test_stopping_the_jobs_ends_them(client: str, present: Simulator, photos: Path) -> None:
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, wait=False))
    for _ in range(2):
        go(client, present, lambda fh: fh.open_models.jobs("r", jobs.uuids).stop())
    assert [model.status.name for model in present.world.open_models.models] == ["RECONSTRUCTION_CANCELED"]


def test_an_archive_that_cannot_be_fetched_is_one_clear_error(
    client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    with pytest.raises(TransferError, match=r"1 of 1 files could not be fetched"):
        go(
            client,
            present,
            lambda fh: fh.open_models.reconstruct(
                photos,
                download_to=tmp_path / "out",
                archive_link=lambda model: f"{present.base_url}/nowhere",
                on_change=hurried(present),
                interval=0.01,
            ),
        )
    assert list((tmp_path / "out").iterdir()) == []
