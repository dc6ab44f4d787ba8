"""The page of tools for assistants, and the text about their safety, as the server has them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from flighthub_mcp import TOOLSETS, Settings, list_tools

SAFETY: Final = "assistants-safety.md"
"""The text about safety, for pages that include it."""


def safety_text() -> str:
    """What a server says at `flighthub://safety`."""
    return files("flighthub_mcp").joinpath("safety.md").read_text(encoding="utf-8")


def tools_page() -> str:
    """Every tool, by its set."""
    everything = Settings(("project",), frozenset(TOOLSETS), allow_dangerous=True, folder=Path())
    tools = list_tools(everything)
    lines = ["# Tools for assistants", ""]
    lines += ["What `flighthub mcp` offers, by its sets; see [assistants](../guides/assistants.md).", ""]
    lines += ["What is dangerous takes a `key` as well, and with several projects each takes a `project`.", ""]
    for name, about in TOOLSETS.items():
        lines += [f"## {name}", "", f"{about[0].upper()}{about[1:]}.", ""]
        lines += ["| Tool | Does | Effect | Arguments |", "| --- | --- | --- | --- |"]
        for tool in tools:
            if tool.toolset == name:
                needed = [f"`{each}`" if each in tool.required else f"`{each}`?" for each in tool.properties]
                effect = tool.effect if tool.operation is None else "that of the operation"
                lines.append(f"| `{tool.name}` | {tool.text.replace('|', ' ')} | {effect} | {', '.join(needed)} |")
        lines.append("")
    return "\n".join(lines)
