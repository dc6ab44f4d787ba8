"""The file of profiles: a table per profile, readable by its owner alone."""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from flighthub import Secret

from ._errors import CommandFailed

DEFAULT: Final = "default"

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def profile_file() -> Path:
    """Where the profiles are, as the client looks for them."""
    folder = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.environ.get("APPDATA", "").strip()
    try:
        return (Path(folder) if folder else Path.home() / ".config") / "flighthub" / "config.toml"
    except RuntimeError:
        raise CommandFailed("there is no home folder for the file of profiles: set XDG_CONFIG_HOME", 2) from None


def read_profiles() -> dict[str, dict[str, Any]]:
    """All profiles, keys included: not to be shown."""
    file = profile_file()
    problem = ""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        problem = f"{file} cannot be read: {error.strerror}"
    except ValueError:  # its text may quote a line with a key
        problem = f"{file} is not TOML"
    else:
        return {name: cast("dict[str, Any]", table) for name, table in tables.items() if isinstance(table, dict)}
    raise CommandFailed(problem, 2)


def has_profile(name: str) -> bool:
    """Whether there is a profile of that name."""
    return profile_file().is_file() and name in read_profiles()


def write_profile(name: str, settings: Mapping[str, object]) -> Path:
    """Adds a profile, or replaces it, and gives the file. Nobody but its owner can read it at any moment."""
    profiles: dict[str, Mapping[str, object]] = {**read_profiles(), name: settings}
    file = profile_file()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = "\n".join(
        "".join([f"[{_key(each)}]\n", *(f"{_key(key)} = {_text(value)}\n" for key, value in table.items())])
        for each, table in profiles.items()
    )
    descriptor, part = tempfile.mkstemp(dir=file.parent, prefix=".config-")  # made with mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(part).replace(file)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return file


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(value: object) -> str:
    """A value as TOML: text as a basic string, whose escapes are those of JSON."""
    import json

    if isinstance(value, Secret):
        value = value.reveal()
    if not isinstance(value, str):
        raise CommandFailed("the file of profiles has something that is not text; edit it by hand", 2)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
