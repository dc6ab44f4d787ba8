"""From an alarm to a flight, and to the events that come back: a workflow is dispatched at most once per alarm.

    python alarm_to_flight.py PORT

Listens on that port for what FlightHub 2 sends; where it is to send it is set up in its console, and with `--webhook
http://127.0.0.1:PORT/flighthub` for the simulator. Run it again with the same state folder: nothing is sent again.
"""

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from flighthub import FlightHub, FlightHubError, webhooks
from flighthub.types import MediaFileUploadedEvent
from flighthub.webhooks import Event

WORKFLOW = "00000000-0000-4000-8000-00000000a001"
GATE = (46.0552, 14.4990)
KEY = os.environ["FLIGHTHUB_TOKEN"]  # the organization key signs the events

events: queue.Queue[Event] = queue.Queue()
seen: set[str] = set()


def receive(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Takes an event in, once, and answers at once."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    try:
        webhooks.verify(body, environ, KEY)
        event = webhooks.parse(body)
        key = webhooks.deduplication_key(event, body)
    except FlightHubError:
        start_response("401 Unauthorized", [("Content-Type", "application/json")])
        return [b'{"code": 401, "message": "not accepted"}']
    if key not in seen:
        seen.add(key)
        events.put(event)
    start_response("200 OK", [("Content-Type", "application/json")])
    return [b'{"code": 0, "message": "success"}']


class Quiet(WSGIRequestHandler):
    """Prints no line for each request."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


def main(port: int) -> None:
    """Dispatches the alarm, follows the flight that comes of it, and waits for the event of a picture."""
    server = make_server("127.0.0.1", port, receive, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with FlightHub() as fh:
        for _ in range(2):  # as a program that starts again would
            incident = fh.workflows.dispatch(
                GATE, workflow=WORKFLOW, level=4, name="Fence alarm", desc="Cable 7 cut", key="alarm-4711"
            )
            print("sent now" if incident.was_sent else "sent before, so not sent again", "-", incident.name)
        task = incident.wait_for_task(timeout=120, interval=0.5)
        print("a flight came of it:", task.name, "from dock", task.sn)
        task.wait("media_uploaded", timeout=300, interval=0.5)
        print("it ended with", task.status)
        while True:
            event = events.get(timeout=60)
            if isinstance(event, MediaFileUploadedEvent) and event.data is not None:
                print("an event came back:", event.kind, event.data.file_name)
                break
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
