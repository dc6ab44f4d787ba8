"""A whole job: upload a route, fly it, and fetch what it left behind.

Meant for a simulator on a hurried clock; on a real dock it makes an aircraft take off. Set FLIGHTHUB_TOKEN,
FLIGHTHUB_PROJECT and FLIGHTHUB_BASE_URL, install 'flighthub[storage]', and run it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from flighthub import FlightHub, waylines
from flighthub.types import FlightTask


def main() -> None:
    """Flies along the first route of the project that fits a dock."""
    with FlightHub() as fh, tempfile.TemporaryDirectory() as folder:
        file = fh.waylines.download(fh.waylines.list()[0], to=folder)
        print(f"Checked {file.name}: {waylines.inspect(file)}")
        route = fh.waylines.upload(file, name="Round")
        print(f"Uploaded the route {route.name}: {route.wayline_point_nums} waypoints, {route.distance or 0:.0f} m")

        dock = next(
            unit.dock
            for unit in fh.devices.fleet()
            if unit.dock is not None and unit.is_online and unit.aircraft is not None
            if unit.aircraft.model is not None and unit.aircraft.model.key == route.device_model_key
        )
        print(fh.flight_tasks.preflight(dock=dock.sn, wayline=route.id))
        task = fh.flight_tasks.launch(dock=dock.sn, wayline=route.id)
        print(f"Launched {task.name} from {dock.callsign}")
        task.wait("media_uploaded", interval=0.5, on_change=show)

        track = task.track(wait=True, interval=0.5)
        print(f"Flew {track.flight_distance or 0:.0f} m in {track.flight_duration} s, {len(track.points)} positions")
        files = task.download_media(Path(folder, "media"), types={"image"})
        files.raise_for_errors()
        print(f"Downloaded {len(files)} pictures, {files.size:,} bytes")


def show(task: FlightTask) -> None:
    """Prints a state of the flight."""
    folder = task.folder_info
    files = f", {folder.uploaded_file_count} of {folder.expected_file_count} files" if folder else ""
    print(f"  {task.status}{files}")


if __name__ == "__main__":
    main()
