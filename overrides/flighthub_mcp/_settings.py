"""What a server may do: its projects, its sets of tools, and how far they may go."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from flighthub import ConfigurationError

LOOK: Final = "look"
API: Final = "api"
ADMIN: Final = "admin"
FILES: Final = "files"

TOOLSETS: Final[dict[str, str]] = {
    LOOK: "devices, states, alerts, flights, routes; always on",
    "fly": "launching, pausing and commanding",
    FILES: "pictures, tracks, routes and annotations; needs a folder",
    "reconstruct": "models of pictures and of flights",
    "live": "livestreams and forwarders",
    ADMIN: "what concerns the whole organization",
    API: "every other operation, found by a search",
}
"""Name of each set of tools, with what is in it."""

LONGEST_CALL: Final = 55.0
"""Seconds that a tool reads at most, however many requests that takes: clients give up after a minute."""

GROUPS: Final[dict[str, str]] = {
    "devices": "fly",
    "flight_tasks": "fly",
    "workflows": "fly",
    "waylines": FILES,
    "annotations": FILES,
    "models": "reconstruct",
    "open_models": "reconstruct",
    "livestreams": "live",
    "stream_forwarders": "live",
    "projects": ADMIN,
    "organizations": ADMIN,
}
"""The set that the operations of a group belong to. Those of other groups are reached through `api`."""


@dataclass(frozen=True)
class Settings:
    """What a server may do.

    Args:
        projects: Ids or names of the projects that it may act on, and no others.
        toolsets: The sets of tools that it offers; `look` always.
        allow_writes: Whether it may change things. Without it, it reads.
        allow_dangerous: Whether it may fly, take control, spend quota and destroy data, after a person has agreed to
            the single call. Includes `allow_writes`.
        folder: Where the tools of `files` and `reconstruct` may read and write; nowhere when not given.
        state: Folder of the journal of keys; that of the client when not given.
    """

    projects: tuple[str, ...]
    toolsets: frozenset[str] = field(default_factory=lambda: frozenset({LOOK}))
    allow_writes: bool = False
    allow_dangerous: bool = False
    folder: Path | None = None
    state: Path | None = None

    def __post_init__(self) -> None:
        unknown = sorted(self.toolsets - TOOLSETS.keys())
        if unknown:
            raise ConfigurationError(f"there are no tools {', '.join(unknown)}: choose among {', '.join(TOOLSETS)}")
        if not self.projects:
            raise ConfigurationError("name the project, or the projects, that the assistant may act on")
        if FILES in self.toolsets and self.folder is None:
            raise ConfigurationError("the tools of files need a folder that they may read and write")
        object.__setattr__(self, "toolsets", self.toolsets | {LOOK})
        object.__setattr__(self, "projects", tuple(dict.fromkeys(self.projects)))

    def allows(self, effect: str) -> bool:
        """Whether tools with an effect (`read`, `write`, `dangerous`) are offered."""
        return effect == "read" or self.allow_dangerous or (effect == "write" and self.allow_writes)
