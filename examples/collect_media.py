"""All pictures of the last days, of all docks: `python collect_media.py FOLDER [DAYS]`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL). What is there already is not
fetched again, so it can be run every night.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flighthub import FlightHub


def main(folder: str, days: float) -> None:
    """Fetches the media of each flight into a folder of its own, and keeps its trajectory beside them."""
    now = datetime.now(UTC)
    with FlightHub() as fh:
        for task in fh.flight_tasks.history(since=now - timedelta(days=days), until=now + timedelta(days=1)):
            if task.status is None or not task.status.is_terminal:
                continue
            place = Path(folder, task.uuid)
            files = fh.flight_tasks.download_media(task, to=place, types={"image", "video"})
            print(f"{task.name}: {files}")
            for file in files.failed:
                print(f"  {file.name}: {file.error}")
            if task.status.is_success:
                track = fh.flight_tasks.handle(task.uuid).track()
                (place / "track.gpx").write_text(track.to_gpx(task.name), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 7)
