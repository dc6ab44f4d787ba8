"""YAML that every reader takes for what it is: text that looks like something else is quoted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z_ /-]*[A-Za-z]")
_WORDS: Final = ("true", "false", "yes", "no", "on", "off", "null", "nan", "inf")


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Writes what occurs twice twice."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    is_plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
    represent: Callable[..., yaml.ScalarNode] = getattr(dumper, "represent_scalar")  # noqa: B009 - half of it is typed
    return represent("tag:yaml.org,2002:str", text, style=None if is_plain else '"')


_Dumper.add_representer(str, _text)


def dump(data: Any, *, allow_unicode: bool) -> str:
    """Data as a document."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=allow_unicode, width=2**31)
