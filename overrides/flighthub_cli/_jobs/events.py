"""Events that FlightHub 2 sends."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .._errors import USAGE, CommandFailed
from .._settings import SETTINGS, JobGroup, Session, pass_session


@click.group(cls=JobGroup, context_settings=SETTINGS)
def webhook() -> None:
    """Check events that FlightHub 2 sent to an address of yours."""


@webhook.command(context_settings=SETTINGS)
@click.argument("file")
@click.option("--signature", required=True, help="Value of the header x-dji-signature.")
@pass_session
def verify(session: Session, file: str, signature: str) -> None:
    """Check that an event is signed with the organization key, and print it.

    FILE has the body as it arrived, byte for byte; - is standard input. The key comes from where the other commands
    take it. The exit code is 3 when the signature is not that of the body. How events are signed is partly inferred.

    Example: flighthub webhook verify event.json --signature "$SIGNATURE"
    """
    from flighthub import Configuration, webhooks

    session.refuse_dry_run("webhook verify")
    try:
        body = sys.stdin.buffer.read() if file == "-" else Path(file).expanduser().read_bytes()
    except OSError as error:
        raise CommandFailed(f"{file} cannot be read: {error.strerror}", USAGE) from None
    key = Configuration(**session.client_settings()).token
    if callable(key):
        raise CommandFailed("the organization key is not a text.", USAGE)
    webhooks.verify(body, signature, key)
    event = webhooks.parse(body)
    session.output.emit(event)
    session.note("The signature is that of the body.")
