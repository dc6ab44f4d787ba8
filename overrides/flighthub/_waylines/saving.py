"""Writing a route file to disk: whole, or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ..errors import InvalidArgument


def write_file(path: str | os.PathLike[str], content: bytes) -> Path:
    """Writes a file, which takes its name only when it is whole.

    Raises:
        InvalidArgument: It cannot be written there.
    """
    file = Path(path).expanduser()
    part: Path | None = None
    try:
        # Made by open, so that it has the rights of any file of this process.
        part = file.with_name(f".{file.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
        with part.open("xb") as stream:
            stream.write(content)
        part.replace(file)
    except (OSError, ValueError) as error:
        if part is not None:
            part.unlink(missing_ok=True)
        raise InvalidArgument(
            "path", f"{path} cannot be written: {getattr(error, 'strerror', None) or error}"
        ) from error
    return file
