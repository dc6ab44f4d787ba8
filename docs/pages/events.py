"""The page of the events: their kinds, how sure they are, and the objects that they hold."""

from __future__ import annotations

from typing import Final

from flighthub_api import EVENTS

from .bundle import Bundle
from .groups import object_section
from .markdown import badge, code, link, prose, table

FORMS: Final = {
    "event_api": ("Event API", "The kind is in `type`, and what has happened in `data`, also as JSON text."),
    "flighthub_sync": ("FlightHub Sync webhook", "The older form. The kind is in `notify_type`, beside the others."),
}


def events_page(bundle: Bundle) -> str:
    """All kinds of events, and the objects that they are made of."""
    lines = ["# Events", ""]
    lines += [
        "What FlightHub 2 sends to an address of yours. [Receiving events](../guides/events.md) tells how to take "
        "them. "
        "`flighthub_api.EVENTS` holds this list. Any member may be missing, and unknown kinds are events as well.",
        "",
    ]
    for form, (title, text) in FORMS.items():
        rows = [
            (
                ", ".join(map(code, (each.kind, *each.aliases))),
                link(f"object-{each.class_name}", each.class_name),
                prose(each.summary),
                _key(each.deduplicate_by, by_minute=each.by_minute),
                badge(each.confidence),
            )
            for each in EVENTS.values()
            if each.form == form
        ]
        lines += [f"## {title}", "", text, ""]
        lines += table(("Kind", "Object", "What has happened", "A repeat has the same", "Confidence"), rows, "members")
    lines += ["## Objects", "", "They are in `flighthub.types`.", ""]
    for name in objects(bundle):
        lines += object_section(bundle, name)
    return "\n".join(lines) + "\n"


def objects(bundle: Bundle) -> list[str]:
    """Names of the objects that events are made of, in the order of the events."""
    seen: set[str] = set()
    return [
        name
        for each in EVENTS.values()
        for name in bundle.below({"$ref": f"#/components/schemas/{each.class_name}"}, seen)
    ]


def _key(members: tuple[str, ...], *, by_minute: bool) -> str:
    return ", ".join([*map(code, members), *(["minute of arrival"] if by_minute else [])]) or "body"
