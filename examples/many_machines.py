"""What is new of all projects, fetched by many machines: `python many_machines.py ENGINE TO`.

ENGINE is `ray` or `dask`, run on this machine; with the address of a cluster it is the same program. TO is a folder
that all workers share, or the URL of an object store. Set FLIGHTHUB_TOKEN and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL)
for this program and for the workers: the client travels to them without its key, and takes theirs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from flighthub import FlightHub

Job = Callable[[str], str]


def fetch(project: str, *, fh: FlightHub, to: str) -> str:
    """What a worker does for one project. It goes on where the last run of that project ended."""
    with fh:
        found = fh.sync(to=to, projects=[project])
    found.raise_for_errors()
    return str(found)


def map_by_ray(job: Job, projects: Sequence[str]) -> Iterator[str]:
    """Has Ray do a job for each project."""
    import ray

    ray.init(include_dashboard=False, log_to_driver=False)
    try:
        remote = ray.remote(do)
        yield from ray.get([remote.remote(job, each) for each in projects])
    finally:
        ray.shutdown()


def do(job: Job, project: str) -> str:
    """Does a job: Ray takes plain functions alone."""
    return job(project)


def map_by_dask(job: Job, projects: Sequence[str]) -> Iterator[str]:
    """Has Dask do a job for each project."""
    from dask.distributed import Client

    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield from cluster.gather(cluster.map(job, projects, pure=False))


ENGINES = {"ray": map_by_ray, "dask": map_by_dask}


def main(engine: str, to: str) -> None:
    """Maps the job over the projects that the key sees."""
    with FlightHub() as fh:
        projects = [project.uuid for project in fh.projects.list()]
        for report in ENGINES[engine](partial(fetch, fh=fh, to=to), projects):
            print(report)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
