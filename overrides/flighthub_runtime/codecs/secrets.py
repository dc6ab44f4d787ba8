"""Text that is never shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..problems import InvalidArgument
from ..secrets import Secret, as_secret
from .base import Codec, Read, WireResidue, wrong_type


class SecretString(Codec):
    """Text that is never shown. Plain text is taken as well."""

    def read(self, raw: Any) -> Read:
        return (Secret(raw), None) if type(raw) is str else (None, WireResidue(raw, None))

    def write(self, value: Any) -> Any:
        return value.reveal() if isinstance(value, Secret) else value

    def mask(self, value: Any) -> Any:
        return as_secret(value)

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not isinstance(value, Secret):
            raise wrong_type(member, "text", value)
        if not value:
            raise InvalidArgument(member, "must not be empty")
        return value
