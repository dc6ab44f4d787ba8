"""Signatures of version 4, as S3 asks for them: computed from what was sent, and compared."""

from __future__ import annotations

import hashlib
import hmac
import re
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


UNSIGNED = "UNSIGNED-PAYLOAD"

_DECLARED = re.compile(r"[0-9a-f]{64}|UNSIGNED-PAYLOAD|STREAMING-[A-Z0-9-]+")


def declares_payload(text: str) -> bool:
    """Whether a header `x-amz-content-sha256` says something about the body that S3 understands."""
    return _DECLARED.fullmatch(text) is not None


def is_digest(declared: str) -> bool:
    """Whether such a header holds the hash of the body."""
    return len(declared) == 64


def scope_problem(credential: str, stamp: str, region: str) -> str | None:
    """What is wrong with the scope of a credential, in S3's words; None when nothing is.

    Args:
        credential: `key id/date/region/service/aws4_request`, as a request has it.
        stamp: When the request says that it was signed, such as `20260302T090000Z`.
        region: The region of the bucket.
    """
    parts = credential.split("/")
    if len(parts) != 5:
        return 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".'
    _, day, given, service, terminal = parts
    if given != region:
        return f"the region '{given}' is wrong; expecting '{region}'"
    if service != "s3":
        return f'incorrect service "{service}". This endpoint belongs to "s3".'
    if terminal != "aws4_request":
        return f'incorrect terminal "{terminal}". This endpoint uses "aws4_request".'
    if day != stamp[:8]:
        return f'Invalid credential date "{day}". This date is not the same as X-Amz-Date: "{stamp[:8]}".'
    return None
