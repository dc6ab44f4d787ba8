"""Which tools there are. Nothing here knows the protocol."""

from __future__ import annotations

from ._catalogue import search_tools, tools_of_operations
from ._settings import API, Settings
from ._tool import Tool
from ._tools import facade_tools


def list_tools(settings: Settings) -> list[Tool]:
    """The tools that settings switch on."""
    own = [each for each in facade_tools() if each.toolset in settings.toolsets]
    covered = {name for each in own for name in each.uses}
    found = [each for each in own if settings.allows(each.effect)]
    found += tools_of_operations(settings, covered)
    found += search_tools() if API in settings.toolsets else []
    # Those for jobs belong to each set that starts some.
    return list({each.name: each for each in found}.values())
