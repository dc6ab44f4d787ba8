"""Photos in, 3D model out: `python photos_to_model.py PHOTOS [FOLDER]`, with progress on the terminal.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), and install
'flighthub[storage,progress]'. Killed in the middle, it goes on when it is called again. On the real server it spends
image quota.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from pathlib import Path

from flighthub import FlightHub
from flighthub.progress import ProgressBar
from flighthub.types import OpenModel


def main(photos: str, folder: str) -> None:
    """Uploads, reconstructs and downloads."""
    with FlightHub() as fh, ProgressBar() as bar:
        jobs = fh.open_models.reconstruct(
            photos, types={"3d"}, download_to=folder, archive_link=link_to, progress=bar, interval=1
        )
    print(
        f"The image set {jobs.resource_uuid} became {', '.join(sorted(each.name for each in Path(folder).iterdir()))}"
    )


def link_to(model: OpenModel) -> str:
    """A link to the archive of a model.

    No operation of V1.0 is known that gives one, so whoever can read the storage says how. A simulator is asked here.
    """
    request = urllib.request.Request(  # noqa: S310 - the address is the user's own
        f"{os.environ['FLIGHTHUB_BASE_URL']}/_simulator/archives",
        json.dumps({"model_uuid": model.model_uuid}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return str(json.load(answer)["url"])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "models")
