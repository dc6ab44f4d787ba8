"""Forward a dock's camera to a server of one's own for a minute: `python forward_stream.py "North dock" rtmp://…`.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_BASE_URL. Forwarding is for installations on one's own premises;
the public cloud may not have it.
"""

from __future__ import annotations

import sys
import time

from flighthub import FlightHub


def main(device: str, url: str, seconds: float) -> None:
    """Forwards, looks now and then how it is getting on, and takes the forwarder away at the end."""
    with (
        FlightHub() as fh,
        fh.stream_forwarders.forward(device, schema="rtmp", schema_option={"url": url}) as forwarding,
    ):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            forwarding.refresh()
            print(f"{forwarding.name}: {forwarding.state}")
            time.sleep(min(10, seconds))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 60)
