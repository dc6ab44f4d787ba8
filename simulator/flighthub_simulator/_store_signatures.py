"""Signatures of version 4, as S3 asks for them: computed from what was sent, and compared."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

ALGORITHM = "AWS4-HMAC-SHA256"


class Signed(NamedTuple):
    """What a signature of version 4 is about."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    names: tuple[str, ...]
    payload: str

    def signature(self, secret: str, stamp: str, region: str) -> str:
        """The signature that these parts have with a secret."""
        day = stamp[:8]
        request = "\n".join(
            (
                self.method,
                quote(unquote(self.path), safe="/-_.~"),
                "&".join(
                    sorted(f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}" for name, value in self.query)
                ),
                *(f"{name}:{' '.join(self.headers.get(name, '').split())}" for name in self.names),
                "",
                ";".join(self.names),
                self.payload,
            )
        )
        scope = f"{day}/{region}/s3/aws4_request"
        text = "\n".join((ALGORITHM, stamp, scope, hashlib.sha256(request.encode()).hexdigest()))
        key = f"AWS4{secret}".encode()
        for part in (day, region, "s3", "aws4_request"):
            key = hmac.digest(key, part.encode(), "sha256")
        return hmac.digest(key, text.encode(), "sha256").hex()


def same(left: str, right: str) -> bool:
    """Whether two texts are the same, in a time that does not tell where they differ; any text may come."""
    return hmac.compare_digest(left.encode(errors="replace"), right.encode(errors="replace"))


def region_of(credential: str) -> str:
    """The region that a credential of a request names; empty when it is none."""
    parts = credential.split("/")
    return parts[2] if len(parts) == 5 else ""
