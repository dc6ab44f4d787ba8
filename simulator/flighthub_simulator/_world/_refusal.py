"""A request that the server refuses."""

from __future__ import annotations


class Refused(Exception):
    """A failure in the server's own words.

    Args:
        code: Business code, one of `spec/errors.yaml`.
        message: Text of the envelope.
        status: HTTP status.
    """

    def __init__(self, code: int, message: str, *, status: int = 200) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message
        self.status = status
