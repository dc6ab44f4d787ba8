"""What the organization key says about itself, for hints alone: it is decoded, never verified, and never shown."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import Any

from flighthub_runtime.secrets import Secret
from flighthub_runtime.wire import is_object, parse_json

from .hints import Hint, hint


def claims(key: Secret | None) -> dict[str, Any]:
    """The claims of a JSON Web Token; empty when the key is none."""
    parts = key.reveal().split(".") if key is not None else []
    if len(parts) != 3:
        return {}
    try:
        found = parse_json(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, binascii.Error):
        return {}
    return found if is_object(found) else {}


def expiry(key: Secret | None) -> datetime | None:
    """When the key expires, by its own account; None where it does not say."""
    moment = claims(key).get("exp")
    if isinstance(moment, bool) or not isinstance(moment, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(moment, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def key_hints(key: Secret | None) -> tuple[Hint, ...]:
    """What is likely to be wrong with a key that was refused; empty where no key was sent."""
    if key is None:
        return ()
    if not claims(key):
        return (hint("key.not_a_token"),)
    end = expiry(key)
    if end is not None and end < datetime.now(UTC):
        return (hint("key.expired", date=f"{end:%Y-%m-%d}"),)
    return (hint("key.region"),)
