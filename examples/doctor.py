"""What is wrong when nothing works: key, host, certificate, clock, project, permissions, storage.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), then run it. It only reads.
"""

from __future__ import annotations

import sys

from flighthub import ConfigurationError, FlightHub


def main() -> int:
    """Prints the findings, and gives the exit status for a script."""
    try:
        with FlightHub() as fh:
            report = fh.doctor()
    except ConfigurationError as error:
        print(f"There is no client to examine: {error}")
        return 2
    print(report)
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main())
