"""Live video, as one watches it."""

from __future__ import annotations

from typing import Any

from . import Call, answers


@answers("startLivestream")
def start(call: Call) -> dict[str, Any]:
    """Starts a livestream. There is no operation that stops one."""
    body, world = call.body, call.world
    made = world.streams.start(
        call.here, body["sn"], body["camera_index"], body["video_expire"], body["quality_type"], world.owner
    )
    return {"url": made.address, "url_type": made.kind.value, "expire_ts": int(made.until.timestamp())}
