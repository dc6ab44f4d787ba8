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
    NotFound,
    OutcomeUnknown,
    ReconstructionFailed,
    SkippedFilesWarning,
    TransferError,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._core.user_paths import state_folder
from flighthub.progress import ProgressUpdate
from flighthub_simulator import Simulator
from flighthub_simulator._world._open_models import Outcome

Work = Callable[[Any], Any]


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortens the pauses."""
    for tree in ("_sync", "_async"):
        monkeypatch.setattr(f"flighthub.{tree}.reconstruction.reconstruct.BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr("flighthub._core.retry.Retry.pause", lambda self, attempt: 0.01)


def settings(simulator: Simulator) -> dict[str, Any]:
    return {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url, "retry": True}


def go(client: str, simulator: Simulator, work: Work, **more: Any) -> Any:
    return using(client, work, **settings(simulator), **more)


def hurried(simulator: Simulator) -> Callable[[Any], None]:
    """Moves the clock on with every change that is seen."""

    def on_change(models: Any) -> None:
        simulator.clock.advance(45)

    return on_change


def started(simulator: Simulator) -> int:
    return sum(each["what"] == "open_models.start_reconstruction" for each in simulator.world.requests)


def before_the_lost_start_is_looked_for(simulator: Simulator, what: Callable[[], None]) -> Callable[[Any], None]:
    """A hook that does something between a start and the first look at the running jobs."""
    done: list[bool] = []

    def on_request(attempt: Any) -> None:
        if attempt.operation == "open_models.list_running" and simulator.world.open_models.models and not done:
            done.append(True)
            what()

    return on_request


def end(simulator: Simulator, kind: str) -> None:
    """Ends the job of a kind in success."""
    with simulator.lock:
        (found,) = (each for each in simulator.world.open_models.models if each.type.name == f"MODEL_{kind.upper()}")
        simulator.world.open_models.end(found.uuid, Outcome())


def killed(client: str, simulator: Simulator, photos: Path, **more: Any) -> None:
    """A run that ends between its start and the answer to it."""

    def stop() -> None:
        raise RuntimeError("killed")

    simulator.faults.add("startOpenModelReconstruction", reset="after")
    with pytest.raises(RuntimeError, match="killed"):
        go(
            client,
            simulator,
            lambda fh: fh.open_models.reconstruct(photos, wait=False, **more),
            on_request=before_the_lost_start_is_looked_for(simulator, stop),
        )
    assert started(simulator) == 1


def memory() -> list[Path]:
    return sorted((state_folder() / "uploads").glob("*"))


def test_photos_become_models_whose_archives_are_fetched(
    client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    steps: list[ProgressUpdate] = []
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
    (kept,) = memory()
    assert '"token"' not in kept.read_text(encoding="utf-8")


def test_a_second_run_after_a_success_gives_the_same_models_and_is_not_charged(
    client: str, present: Simulator, photos: Path
) -> None:
    def work(**more: Any) -> Any:
        return go(
            client,
            present,
            lambda fh: fh.open_models.reconstruct(photos, on_change=hurried(present), interval=0.01, **more),
        )

    first = work()
    puts = present.store.answered
    second = work()
    assert second.uuids == first.uuids
    assert (started(present), present.store.answered) == (1, puts)
    third = work(again=True)
    assert third.uuids != first.uuids
    assert (started(present), present.store.answered) == (2, puts)
    (photos / "DJI_0000.JPG").write_bytes(b"another picture")
    assert work().uuids["3d"] not in {first.uuids["3d"], third.uuids["3d"]}


def test_a_dry_run_looks_at_the_pictures_and_sends_nothing(client: str, present: Simulator, photos: Path) -> None:
    (photos / "notes.txt").write_bytes(b"x")
    with pytest.warns(SkippedFilesWarning, match="12 of 13 files"):
        plan = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"3dgs", "2d"}, dry_run=True))
    assert plan.types == ("2d", "3dgs")
    assert [path.parent for path in plan.photos] == [photos] * 12
    assert plan.size == sum(path.stat().st_size for path in plan.photos)
    assert plan.skipped == ((photos / "notes.txt", "not a picture (.txt)"),)
    assert not present.world.requests
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


def test_a_job_that_has_ended_before_it_is_looked_for_is_not_started_again(
    client: str, present: Simulator, photos: Path
) -> None:
    killed(client, present, photos, types={"2d", "3d"})
    end(present, "2d")
    for _ in range(2):
        with pytest.raises(OutcomeUnknown, match=r"reconstruction \(2d\) .* not known") as raised:
            go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"2d", "3d"}, wait=False))
    (running,) = (each.uuid for each in present.world.open_models.models if each.type.name == "MODEL_3D")
    assert running in raised.value.next_step
    # The other one goes on, and what is not known is not forgotten with it.
    jobs = go(
        client,
        present,
        lambda fh: fh.open_models.reconstruct(photos, types={"3d"}, on_change=hurried(present), interval=0.01),
    )
    assert jobs.uuids == {"3d": running}
    with pytest.raises(OutcomeUnknown):
        go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"2d"}, wait=False))
    assert started(present) == 1


@pytest.mark.parametrize("with_memory", [True, False])
def test_a_kind_whose_start_cannot_be_found_beside_another_is_not_told_as_refused(
    client: str, present: Simulator, photos: Path, with_memory: bool
) -> None:
    resource = go(client, present, lambda fh: fh.open_models.upload(photos))
    present.faults.add("startOpenModelReconstruction", reset="after")
    with pytest.raises(OutcomeUnknown, match=r"reconstruction \(2d\) .* not known") as raised:
        go(
            client,
            present,
            lambda fh: fh.open_models.start(resource if with_memory else resource.uuid, types={"2d", "3d"}),
            on_request=before_the_lost_start_is_looked_for(present, lambda: end(present, "2d")),
        )
    assert next(each.uuid for each in present.world.open_models.models if each.type.name == "MODEL_3D") in str(
        raised.value
    )
    if with_memory:
        with pytest.raises(OutcomeUnknown):
            go(client, present, lambda fh: fh.open_models.start(resource, types={"2d", "3d"}))
        assert started(present) == 1


def test_a_start_whose_answer_names_no_job_is_found_among_the_running_jobs(
    client: str, present: Simulator, photos: Path
) -> None:
    present.faults.add("startOpenModelReconstruction", nulls=1.0)
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"2d", "3d"}, wait=False))
    assert sorted(jobs.uuids.values()) == sorted(model.uuid for model in present.world.open_models.models)
    assert jobs.refused == {}


def test_a_start_whose_answer_names_no_job_is_not_repeated_when_none_is_found(
    client: str, present: Simulator, photos: Path
) -> None:
    present.faults.add("startOpenModelReconstruction", missing=1.0)
    with pytest.raises(OutcomeUnknown):
        go(
            client,
            present,
            lambda fh: fh.open_models.reconstruct(photos, wait=False),
            on_request=before_the_lost_start_is_looked_for(present, lambda: end(present, "3d")),
        )
    with pytest.raises(OutcomeUnknown):
        go(client, present, lambda fh: fh.open_models.reconstruct(photos, wait=False))
    assert started(present) == 1


@pytest.mark.parametrize("with_memory", [True, False])
def test_a_job_that_was_there_before_is_not_taken_for_one_whose_start_never_arrived(
    client: str, present: Simulator, photos: Path, with_memory: bool
) -> None:
    resource = go(client, present, lambda fh: fh.open_models.upload(photos))
    told = resource if with_memory else resource.uuid

    def work(level: int) -> Work:
        return lambda fh: fh.open_models.start(told, parameters={"3d": {"quality_level": level}})

    go(client, present, work(3))
    present.faults.add("startOpenModelReconstruction", reset="before")
    with pytest.raises(OutcomeUnknown):
        go(client, present, work(1))
    if with_memory:
        with pytest.raises(OutcomeUnknown):
            go(client, present, work(1))
    assert len(present.world.open_models.models) == 1


def test_jobs_are_found_again_when_the_server_has_deleted_their_pictures(
    client: str, present: Simulator, photos: Path
) -> None:
    def work(fh: Any, **more: Any) -> Any:
        return fh.open_models.reconstruct(photos, delete_photos=True, **more)

    with pytest.raises(WaitTimeout):
        go(client, present, lambda fh: work(fh, timeout=0, interval=0.01))
    present.clock.advance(600)
    puts = present.store.answered
    jobs = go(client, present, lambda fh: work(fh, timeout=5, interval=0.01))
    (model,) = present.world.open_models.models
    assert jobs.uuids == {"3d": model.uuid}
    assert model.status.is_success
    assert (started(present), present.store.answered) == (1, puts)


@pytest.mark.parametrize(("method", "more"), [("reconstruct", {"wait": False}), ("upload", {})])
def test_a_start_that_cannot_be_found_is_not_forgotten_with_its_pictures(
    client: str, present: Simulator, photos: Path, method: str, more: dict[str, Any]
) -> None:
    killed(client, present, photos, delete_photos=True)
    present.clock.advance(600)
    for _ in range(2):
        with pytest.raises(OutcomeUnknown, match=r"reconstruction \(3d\) .* not known"):
            go(client, present, lambda fh: getattr(fh.open_models, method)(photos, **more))
    assert (started(present), len(present.world.open_models.resources)) == (1, 1)


def test_a_start_is_found_before_a_changed_picture_begins_another_set(
    client: str, present: Simulator, photos: Path
) -> None:
    killed(client, present, photos)
    (photos / "DJI_0003.JPG").write_bytes(b"another picture")
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, wait=False))
    first, second = present.world.open_models.models
    assert first.resource is not second.resource
    assert jobs.uuids == {"3d": second.uuid}


def test_a_model_that_is_there_is_not_made_again_when_another_has_failed_and_the_pictures_are_gone(
    client: str, present: Simulator, photos: Path
) -> None:
    present.world.happen("plan_model", {"status": 8})

    def work(fh: Any) -> Any:
        return fh.open_models.reconstruct(
            photos, types={"2d", "3d"}, delete_photos=True, on_change=hurried(present), interval=0.01
        )

    with pytest.raises(ReconstructionFailed):
        go(client, present, work)
    present.clock.advance(600)
    jobs = go(client, present, work)
    assert len(jobs) == 2
    assert [model.type.name for model in present.world.open_models.models] == ["MODEL_2D", "MODEL_3D", "MODEL_2D"]
    assert len(present.world.open_models.resources) == 2


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


@pytest.mark.parametrize("fault", ["stopOpenModelReconstruction", "getOpenModel"])
def test_a_job_that_cannot_be_stopped_keeps_no_other_running(
    client: str, present: Simulator, photos: Path, fault: str
) -> None:
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"2d", "3d"}, wait=False))
    present.faults.add(fault, code=200404, message="no such model")
    with pytest.raises(NotFound, match="no such model"):
        go(client, present, lambda fh: fh.open_models.jobs("r", jobs.uuids).stop())
    assert sorted(model.status.name for model in present.world.open_models.models) == [
        "RECONSTRUCTION_CANCELED",
        "REQUESTING_RESOURCE",
    ]


def test_an_archive_that_is_not_there_yet_is_told_and_the_others_are_fetched(
    client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    jobs = go(client, present, lambda fh: fh.open_models.reconstruct(photos, types={"2d", "3d"}, wait=False))
    end(present, "3d")
    present.clock.advance(50)
    found = go(
        client,
        present,
        lambda fh: fh.open_models.jobs("r", jobs.uuids).download(
            tmp_path / "out", archive_link=lambda model: present.world.open_models.link(model.model_uuid)
        ),
    )
    names = {kind: f"{kind}-{uuid}.zip" for kind, uuid in jobs.uuids.items()}
    assert [file.name for file in found] == [names[kind] for kind in jobs.uuids]
    assert [file.name for file in found.failed] == [names["2d"]]
    assert [path.name for path in found.paths] == [names["3d"]]
    with pytest.raises(TransferError, match=r"the 2d model .* has no archive: RECONSTRUCTION_EXECUTING"):
        found.raise_for_errors()


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
