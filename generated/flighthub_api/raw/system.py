"""As `groups.system`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from ..groups.system import STATUS
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument


class RawSystem(RawGroup):
    """Whether the installation is up."""

    def status(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Ask whether FlightHub 2 works, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            STATUS,
            {},
            request_options,
        )


class AsyncRawSystem(AsyncRawGroup):
    """Whether the installation is up."""

    async def status(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Ask whether FlightHub 2 works, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            STATUS,
            {},
            request_options,
        )
