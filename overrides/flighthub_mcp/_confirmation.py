"""What stands between an assistant and a drone: a person's consent to a single call, and a key that counts once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from hashlib import sha256
from time import monotonic
from typing import Any, Final, NamedTuple

from mcp_types import CallToolResult
from pydantic import BaseModel, Field

LONGEST_WAIT: Final = 600.0
"""Seconds for which a question may stay open."""

_MOST: Final = 200


class Answer(BaseModel):
    """What a person answers."""

    confirm: bool = Field(description="Yes: do this, once. No: nothing is sent.")


class Question(NamedTuple):
    """A question that is open.

    Attributes:
        text: What the person is asked.
        arguments: What is done on consent: the arguments with what was looked up for them.
        asked_at: When, by the monotonic clock.
    """

    text: str
    arguments: Mapping[str, Any]
    asked_at: float


def digest(*parts: Any) -> str:
    """What tells one call from another."""
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


class Questions:
    """The questions that are open, one for each call. Consent is used up by the call that it was given to.

    Each question has a code of its own in its text. The protocol gives an answer to the very text that was shown, so an
    answer to an earlier question, replayed, answers none.
    """

    def __init__(self) -> None:
        self._open: dict[str, Question] = {}

    def ask(self, call: str, text: str, arguments: Mapping[str, Any]) -> Question:
        """Opens the question of a call, and closes an earlier one of the same call."""
        while len(self._open) >= _MOST:
            del self._open[next(iter(self._open))]
        self._open.pop(call, None)
        question = Question(f"{text}\nQuestion {secrets.token_hex(4)}.", arguments, monotonic())
        self._open[call] = question
        return question

    def find(self, call: str) -> Question | None:
        """The open question of a call."""
        found = self._open.get(call)
        return found if found is not None and monotonic() - found.asked_at < LONGEST_WAIT else None

    def use(self, call: str, shown: Question | None) -> Question | None:
        """Closes the question of a call, and gives it; None where its consent was used up.

        Args:
            call: The call.
            shown: The question that was answered. A later one of the same call may be about something else, as names
                come to mean something else, and stays open.
        """
        found = self.find(call)
        if found is not shown:
            return None
        self._open.pop(call, None)
        return found


class Entry(NamedTuple):
    """What is known of a key.

    Attributes:
        call: Which call it was used for.
        result: What became of it; None while it is under way.
    """

    call: str
    result: CallToolResult | None


class Keys:
    """The keys of dangerous calls of this process, so that a client that repeats itself does nothing twice.

    What must be remembered beyond the process (flights, incidents) is in the client's journal as well.
    """

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str, str], Entry] = {}

    def find(self, project: str, tool: str, key: str) -> Entry | None:
        """What is known of a key."""
        return self._entries.get((project, tool, key))

    def begin(self, project: str, tool: str, key: str, call: str) -> None:
        """Notes that a call is about to be sent."""
        self._entries[project, tool, key] = Entry(call, None)

    def end(self, project: str, tool: str, key: str, result: CallToolResult | None) -> None:
        """Notes what became of it; None where it certainly was not carried out, which frees the key."""
        entry = self._entries.pop((project, tool, key), None)
        if entry is not None and result is not None:
            self._entries[project, tool, key] = Entry(entry.call, result)
