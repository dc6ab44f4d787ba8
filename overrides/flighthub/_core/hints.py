"""What to do about an error: each hint has an id that does not change, by which a translation finds it.

The hints of the client itself stand here. Two kinds are in the specification: those of business codes have the id
`code.<number>`, and what to do when the response to an operation was lost has `outcome.<operation>`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from flighthub_runtime.operations import ErrorCode, Operation
from flighthub_runtime.public_names import exported

HINTS: Final = {
    "key.not_a_token": "The key is no JSON Web Token, as organization keys are: was it copied whole?",
    "key.expired": "The key expired on {date}: make a new one.",
    "key.region": "A key belongs to one region: check that this host is the one where it was made.",
    "connection.certificate": "The server's certificate is not trusted: give the CA bundle of the installation as "
    "ca_bundle=...",
    "http.forbidden": "Send the project, and check that the key's owner is a member of it.",
    "http.redirect": "The server redirects, and redirects are not followed. Check scheme and host of the base URL.",
    "http.gateway_page": "A gateway in between answered with a page of its own; the server behind it may be down.",
    "http.web_page": "The response is a web page, not one of the API. Check the host: is {base_url} the web "
    "application?",
    "http.no_stream_forwarders": "Stream forwarding is for installations on one's own premises; the public cloud may "
    "not have it.",
    "http.unknown_path": "Check the host and, on premises, the path of {base_url}: an unknown path answers so.",
    "edition.on_premises": "It is part of {edition}, and not of {first}, which every deployment has. On premises it "
    "does not exist: use what {first} has, or FlightHub 2 itself.",
    "edition.missing": "It is part of {edition}, and not of {first}, which every deployment has. This deployment does "
    "not seem to have it; fh.doctor() tells which editions it answers.",
    "http.server_failed": "The server, or a gateway before it, failed.",
    "http.empty": "The response body is empty. A proxy or a gateway may have swallowed it.",
    "http.cut_off": "The response body is JSON, but not a whole envelope: it is cut off, or comes from something else.",
    "http.not_json": "The response body is not JSON. Check the host: {base_url}.",
    "launch.key": "Call launch again with the same key in a minute: it gives the task as soon as dock {sn} lists one "
    "whose name has {mark}. Where there is certainly none, and none was deleted, flight_tasks.forget_launch({key}) "
    "frees the key.",
    "dispatch.key": "Look in the message centre of FlightHub 2 for an incident whose name has {mark}: it may wait "
    "there for somebody who confirms it, and no operation lists incidents. Once a flight task comes of it, dispatch "
    "gives it for the same key. Where there is certainly none, workflows.forget_dispatch({key}) frees the key.",
    "open_models.start": "No new running job of the image set was found. It may have ended already: look into the web "
    "application. Start it again only when it is not there, as each start spends image quota: {call}.{more}",
}
"""The texts of the client's own hints by their ids; names in braces are filled in."""


@exported
class Hint(NamedTuple):
    """What to do about an error.

    Attributes:
        id: Which hint it is. Ids do not change, so a translation can be found by them.
        text: What to do, in English.
    """

    id: str
    text: str


def hint(id: str, **values: object) -> Hint:
    """One of the client's own hints.

    Args:
        id: Its id in `HINTS`.
        values: What is filled in.
    """
    return Hint(id, HINTS[id].format(**values))


def code_hints(known: ErrorCode | None) -> tuple[Hint, ...]:
    """What the specification says to do about a business code."""
    return (Hint(known.hint_id, known.hint),) if known is not None and known.hint else ()


def outcome_hint(operation: Operation) -> Hint:
    """How to find out what became of a call whose response was lost."""
    return Hint(f"outcome.{operation.name}", operation.next_step)


def join_hints(hints: tuple[Hint, ...]) -> str:
    """The texts of some hints."""
    return " ".join(each.text for each in hints)
