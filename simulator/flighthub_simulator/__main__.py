"""`python -m flighthub_simulator`: serves until it is interrupted."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from types import FrameType


def main() -> None:
    """Starts a simulator, says where it is, and prints a line per request."""
    parser = argparse.ArgumentParser(
        prog="python -m flighthub_simulator", description="A FlightHub 2 to develop against."
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on (default: loopback only); on 0.0.0.0, all of them, the object store and its links "
        "have the host that a request was sent to, and a free port of their own",
    )
    parser.add_argument("--port", type=int, default=30812, help="port to listen on, 0 for a free one (default: 30812)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same world")
    parser.add_argument("--speed", type=float, default=1.0, help="simulated seconds per real second")
    parser.add_argument("--scenario", metavar="FILE", help="YAML file with the world to start with, or: examples")
    parser.add_argument("--faults", type=Path, metavar="FILE", help="YAML file with failures to plan")
    parser.add_argument(
        "--editions",
        nargs="+",
        metavar="NAME",
        help="editions of the API to serve, such as V1.0; the operations of others are unknown paths (default: all)",
    )
    parser.add_argument("--webhook", metavar="URL", help="address that events are posted to; nothing else is")
    parser.add_argument(
        "--webhook-signature",
        choices=["hex", "sha256", "base64", "none"],
        default="hex",
        help="how the signature of an event is written (default: hex)",
    )
    arguments = parser.parse_args()
    try:
        from flighthub_simulator import Simulator
        from flighthub_simulator._proxy_variables import proxy_variables

        simulator = Simulator(
            host=arguments.host,
            port=arguments.port,
            seed=arguments.seed,
            speed=arguments.speed,
            scenario=arguments.scenario,
            faults=arguments.faults,
            editions=arguments.editions,
            webhook=arguments.webhook,
            webhook_signature=arguments.webhook_signature,
            log=lambda line: print(line, flush=True),
        )
    except (ImportError, OSError, OverflowError, ValueError) as error:
        sys.exit(f"flighthub_simulator: {error}")

    def stop(number: int, frame: FrameType | None) -> None:
        simulator.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    simulator.start()
    where = f"base_url={simulator.base_url} token={simulator.token} project={simulator.project}"
    print(f"FlightHub 2 simulator ready: {where}", flush=True)
    if proxy_variables():
        print(
            f"flighthub_simulator: {', '.join(proxy_variables())} may lead requests for it to a proxy: "
            "set NO_PROXY=127.0.0.1 where the client runs",
            file=sys.stderr,
        )
    simulator.wait()


if __name__ == "__main__":
    main()
