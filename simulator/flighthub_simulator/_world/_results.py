"""What reconstructions leave behind: an archive with small files of the right formats."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flighthub_api.enums import ModelType

SIDE = 16
"""Pixels of an orthophoto, and points of a cloud, along each side."""


def archive(kind: ModelType, about: Mapping[str, Any], made: datetime, chance: random.Random) -> bytes:
    """A result as a ZIP file, the same bytes for the same arguments.

    Args:
        kind: What was reconstructed.
        about: What `metadata.json` says.
        made: When.
        chance: Decides the content.
    """
    if kind is ModelType.MODEL_2D:
        name, content = "orthophoto.tif", _picture(chance)
    elif kind is ModelType.MODEL_3D:
        name, content = "model.obj", _mesh(chance)
    else:
        name, content = "points.ply", _points(chance)
    files = {"metadata.json": json.dumps(about, indent=2, sort_keys=True).encode(), name: content}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for each, text in files.items():
            entry = zipfile.ZipInfo(each, (made.year, made.month, made.day, made.hour, made.minute, made.second))
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, text)
    return packed.getvalue()


def _heights(chance: random.Random) -> list[float]:
    return [round(chance.uniform(300, 320), 2) for _ in range(SIDE * SIDE)]


def _picture(chance: random.Random) -> bytes:
    """A grey TIFF picture without compression."""
    pixels = chance.randbytes(SIDE * SIDE)
    entries = ((256, SIDE), (257, SIDE), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, SIDE), (279, SIDE**2))
    table = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    return (
        b"II*\x00" + struct.pack("<I", 8 + len(pixels)) + pixels + struct.pack("<H", len(entries)) + table + b"\x00" * 4
    )


def _mesh(chance: random.Random) -> bytes:
    """A surface of triangles, as OBJ."""
    lines = [f"v {index % SIDE} {index // SIDE} {height}" for index, height in enumerate(_heights(chance))]
    for index in range(SIDE * (SIDE - 1)):
        if (index + 1) % SIDE:
            here, below = index + 1, index + 1 + SIDE
            lines += [f"f {here} {here + 1} {below}", f"f {here + 1} {below + 1} {below}"]
    return "\n".join((*lines, "")).encode()


def _points(chance: random.Random) -> bytes:
    """A cloud of points, as PLY."""
    heights = _heights(chance)
    head = ["ply", "format ascii 1.0", f"element vertex {len(heights)}"]
    head += [f"property float {axis}" for axis in "xyz"] + ["end_header"]
    body = [f"{index % SIDE} {index // SIDE} {height}" for index, height in enumerate(heights)]
    return "\n".join((*head, *body, "")).encode()
