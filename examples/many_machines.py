"""The media of all projects, collected by many machines: `python many_machines.py ENGINE FOLDER [DAYS]`.

ENGINE is `ray` or `dask`, run on this machine here; with the address of a cluster it is the same program. Set
FLIGHTHUB_TOKEN and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL) for this program and for the workers: a client travels to
them without its key, and takes theirs. All of them write into FOLDER, so it is one that they share.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from flighthub import FlightHub

Job = Callable[[FlightHub], str]


def collect(fh: FlightHub, folder: str, days: float) -> str:
    """What one worker does for one project: fetches the media of its flights. What is there is not fetched again."""
    now = datetime.now(UTC)
    files = size = 0
    with fh:
        for task in fh.flight_tasks.history(since=now - timedelta(days=days), until=now + timedelta(days=1)):
            if task.status is not None and task.status.is_terminal:
                fetched = fh.flight_tasks.download_media(task, to=Path(folder, task.uuid))
                fetched.raise_for_errors()
                files += len(fetched)
                size += sum(each.size for each in fetched)
    return f"{fh}: {files} files, {size / 1e6:.1f} MB"


def map_by_ray(job: Job, clients: list[FlightHub]) -> Iterator[str]:
    """Has Ray do a job for each client."""
    import ray

    ray.init(include_dashboard=False, log_to_driver=False)
    try:
        remote = ray.remote(job_of_a_worker)
        yield from ray.get([remote.remote(job, each) for each in clients])
    finally:
        ray.shutdown()


def job_of_a_worker(job: Job, fh: FlightHub) -> str:
    """Does a job: Ray takes plain functions alone."""
    return job(fh)


def map_by_dask(job: Job, clients: list[FlightHub]) -> Iterator[str]:
    """Has Dask do a job for each client."""
    from dask.distributed import Client

    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield from cluster.gather(cluster.map(job, clients, pure=False))


ENGINES = {"ray": map_by_ray, "dask": map_by_dask}


def main(engine: str, folder: str, days: float) -> None:
    """Maps a job over the projects that the key sees."""
    job = partial(collect, folder=folder, days=days)
    with FlightHub() as fh:
        clients = [fh.with_project(project.uuid) for project in fh.projects.list()]
        for report in ENGINES[engine](job, clients):
            print(report)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 7)
