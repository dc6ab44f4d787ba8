"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flighthub_runtime.enums import OpenEnum


class LiveUrlType(OpenEnum):
    """Streaming service of a livestream.

    Be ready for others; only volc was seen in a real answer.
    """

    VOLC = "volc"
    """Volcengine RTC; a query string of app_id, room_id, user_id, token and expire_time for its SDK."""
    SRS = "srs"
    """SRS; an http or https address, WHEP or an .m3u8 playlist.

    [inferred]
    """
    AGORA = "agora"
    """Agora; JSON as text with app_id, channel_name, token, uid and expire_ts.

    [inferred]
    """
    HLS = "hls"
    """HLS, in a test file of one client only.

    [inferred]
    """

    @classmethod
    def _inferred(cls) -> Collection[Any]:
        return ("srs", "agora", "hls")
