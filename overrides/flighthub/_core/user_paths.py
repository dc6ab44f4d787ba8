"""Paths that people type: `~` is expanded here and nowhere else, and what cannot be a path is refused before use."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import cast

from ..errors import ConfigurationError, InvalidArgument


def path_argument(given: Path | str | os.PathLike[str], argument: str) -> Path:
    """The path that was given as an argument.

    Args:
        given: The path; `~` and `~user` at its beginning are expanded.
        argument: Name of the argument that it was given as.

    Raises:
        InvalidArgument: It cannot be a path, or there is no such home folder.
    """
    found = _read(given)
    if isinstance(found, str):
        raise InvalidArgument(argument, found)
    return found


def path_setting(given: Path | str | os.PathLike[str], source: str) -> Path:
    """As `path_argument`, for a setting of the client; `source` says where it comes from.

    Raises:
        ConfigurationError: It cannot be a path, or there is no such home folder.
    """
    found = _read(given)
    if isinstance(found, str):
        raise ConfigurationError(f"{source} {found}")
    return found


def home_folder(purpose: str) -> Path:
    """The home folder of the user who runs this.

    Args:
        purpose: What is looked for there, for the message.

    Raises:
        ConfigurationError: This user has none.
    """
    try:
        return Path.home()
    except RuntimeError:
        pass
    raise ConfigurationError(f"this user has no home folder, in which {purpose} would be: set HOME")


def state_folder() -> Path:
    """Where a user's programs keep what they must remember.

    Raises:
        ConfigurationError: This user has no home folder, and no variable names another one.
    """
    variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME"
    if sys.platform != "darwin" and os.environ.get(variable):
        return Path(os.environ[variable]) / "flighthub"
    home = home_folder("the state of uploads and launches")
    if sys.platform == "win32":
        return home / "AppData" / "Local" / "flighthub"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "flighthub"
    return home / ".local" / "state" / "flighthub"


def _read(given: object) -> Path | str:
    """The path, or what is wrong with it."""
    if not isinstance(given, (str, os.PathLike)):
        return f"must be a path, not {type(given).__name__}"
    text = os.fspath(cast("str | os.PathLike[str] | os.PathLike[bytes]", given))
    if not isinstance(text, str):
        return "must be a path of text, not of bytes"
    if not text:
        return "must be a path, not empty"
    if "\x00" in text:
        return "must be a path, and no path holds a NUL character"
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        user = text.partition("/")[0]
        return f"begins with {user}, and there is no such home folder on this machine"
    try:
        path.is_symlink()
    except OSError as error:
        return f"cannot be a path here: {error.strerror}"
    except ValueError:  # a lone surrogate
        return "must be a path, and cannot be encoded as one here"
    return path
