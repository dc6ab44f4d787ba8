"""Reading and writing YAML the same way everywhere, within bounds: a source is text that anybody may have written.

What a file may hold is what JSON can say. Aliases are resolved, up to a size; tags, repeated keys and characters that
do not show are errors, as is a file that is not where it seems to be.
"""

from __future__ import annotations

import marshal
import math
import re
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

Document = dict[str, Any]


class SpecError(Exception):
    """A source is wrong; the message names the file or place and says what to mend."""


LARGEST: Final = 8_000_000
"""How many bytes a file may have, and characters once its aliases are resolved; the bundle has a tenth of it."""

COST_OF_A_VALUE: Final = 32
"""How many characters a value counts for beside those that it has."""

DEEPEST: Final = 100
"""How deep values may be nested."""

_JSON_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")
)

_UNSEEN: Final = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Characters that do not show, or change how others do: control characters, line separators, directions of writing."""


class _Unfit(Exception):
    """A node that no source may have."""

    def __init__(self, node: yaml.Node | yaml.Event, problem: str) -> None:
        super().__init__(problem)
        self.line = 1 + (node.start_mark.line if node.start_mark else 0)


class _BoundedLoader(yaml.CSafeLoader):
    """Reads what JSON can say. A repeated key, which YAML lets overwrite the first one without a word, is an error."""


def _unique_mapping(loader: _BoundedLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if isinstance(key, (bool, float, list, dict)) or key is None:
            raise _Unfit(key_node, f"YAML reads a key as {key}; quote it")
        if key in seen:
            raise _Unfit(node, f"the key {key!r} stands twice")
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


def _finite_number(loader: _BoundedLoader, node: yaml.ScalarNode) -> float:
    number: float = loader.construct_yaml_float(node)
    if not math.isfinite(number):
        raise _Unfit(node, f"{node.value} is not a JSON number")
    return number


_BoundedLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)
_BoundedLoader.add_constructor("tag:yaml.org,2002:float", _finite_number)


class _PlainDumper(yaml.CSafeDumper):
    """No anchors: what is used twice is written twice, so that a diff shows it at each place."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def load(path: Path, within: Path | None = None) -> Any:
    """The content of a YAML (or JSON) file.

    Args:
        path: The file.
        within: The folder in which it really has to be, links followed.
    """
    if within is not None and not path.resolve().is_relative_to(within.resolve()):
        raise SpecError(f"{path}: leads out of {within.name}/; a source is a file of its own below it")
    try:
        with path.open("rb") as stream:
            text = stream.read(LARGEST + 1).decode("utf-8")
    except (OSError, ValueError) as error:
        raise SpecError(f"{path}: {error}") from error
    return parse(text, str(path))


def parse(text: str, name: str) -> Any:
    """The value of a YAML (or JSON) text.

    Args:
        text: The text.
        name: What errors call it.
    """
    if len(text.encode()) > LARGEST:
        raise SpecError(f"{name}: has more than {LARGEST} bytes")
    try:
        return marshal.loads(_parsed(text))  # noqa: S302  (marshalled here)
    except _Unfit as error:
        raise SpecError(f"{name}:{error.line}: {error}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise SpecError(f"{name}: {error}") from error


@lru_cache(maxsize=1024)
def _parsed(text: str) -> bytes:
    """The value of a text, marshalled: a bundle is made several times in a row, and each owner may change it."""
    loader = _BoundedLoader(text)
    try:
        _check_depth(text)
        node = loader.get_single_node()
        if node is not None:
            _measure(node, {})
        return marshal.dumps(loader.construct_document(node) if node is not None else None)
    finally:
        loader.dispose()


def _check_depth(text: str) -> None:
    """Raises where collections are nested too deeply for what follows, which recurs."""
    depth = 0
    for event in yaml.parse(text, _BoundedLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _Unfit(event, f"is nested more than {DEEPEST} deep")


class _Extent(NamedTuple):
    """How many characters a node has, and how deep it is, when each alias is replaced by what it stands for."""

    size: int
    height: int


def _measure(node: yaml.Node, measured: dict[yaml.Node, _Extent | None]) -> _Extent:
    """The extent of a node; raises where it is beyond bounds, or holds what JSON cannot say."""
    if node in measured:
        known = measured[node]
        if known is None:
            raise _Unfit(node, "holds itself")
        return known
    if node.tag not in _JSON_TAGS:
        raise _Unfit(node, f"YAML reads a {node.tag.rpartition(':')[2]}; quote it, or write it out")
    if isinstance(node, yaml.ScalarNode):
        unseen = _UNSEEN.search(node.value)
        if unseen:
            raise _Unfit(node, f"a text holds U+{ord(unseen[0]):04X}, a character that does not show")
        return _Extent(COST_OF_A_VALUE + len(node.value), 0)
    measured[node] = None
    size, height = COST_OF_A_VALUE, 0
    for each in chain.from_iterable(node.value) if isinstance(node, yaml.MappingNode) else node.value:
        below = _measure(each, measured)
        size, height = size + below.size, max(height, 1 + below.height)
    if height > DEEPEST:
        raise _Unfit(node, f"is nested more than {DEEPEST} deep")
    if size > LARGEST:
        raise _Unfit(node, f"comes to more than {LARGEST} characters once its aliases are resolved")
    measured[node] = found = _Extent(size, height)
    return found


def dump(document: Document) -> str:
    """A document as YAML text, in the order it has."""
    text: str = yaml.dump(document, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=120)
    return text
