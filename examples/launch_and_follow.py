"""Fly a route now, follow the flight, and keep its trajectory: `python launch_and_follow.py "North dock" Perimeter`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL). On a real dock an aircraft takes
off; `--dry-run` only shows what would be sent and what stands in the way. A simulator is best hurried: `--speed 60`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from flighthub import FlightHub, FlightTaskFailed, OutcomeUnknown
from flighthub.types import FlightTask


def main() -> None:
    """Launches, waits for the pictures, and writes a GPX file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("dock", help="serial number or callsign of a dock")
    parser.add_argument("wayline", help="id or name of a route")
    parser.add_argument("--dry-run", action="store_true")
    told = parser.parse_args()
    with FlightHub() as fh:
        if told.dry_run:
            plan = fh.flight_tasks.launch(dock=told.dock, wayline=told.wayline, dry_run=True)
            print(dict(plan.arguments), plan.findings, sep="\n")
            return
        try:
            task = fh.flight_tasks.launch(dock=told.dock, wayline=told.wayline, preflight=True)
        except OutcomeUnknown as lost:
            # Never launch again before it is known what became of the first launch.
            found = fh.flight_tasks.reconcile(lost)
            if found is None:
                raise
            task = found
        print(f"Launched {task.name}")
        try:
            task.wait("media_uploaded", interval=1, on_change=show)
        except FlightTaskFailed as error:
            raise SystemExit(f"It did not end well: {error}") from None
        track = task.track(wait=True, interval=1)
        file = Path(f"{task.uuid}.gpx")
        file.write_text(track.to_gpx(task.name), encoding="utf-8")
        print(f"{len(task.media())} files in the cloud; flew {track.flight_distance or 0:.0f} m, see {file}")


def show(task: FlightTask) -> None:
    """Prints a state of the flight."""
    folder = task.folder_info
    files = f", {folder.uploaded_file_count} of {folder.expected_file_count} files" if folder else ""
    print(f"  {task.status}{files}")


if __name__ == "__main__":
    main()
