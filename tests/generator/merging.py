"""Changes of a document as JSON Merge Patch (RFC 7396): null removes, objects are merged, all else is replaced."""

from __future__ import annotations

from typing import Any


def merged(document: Any, patch: Any) -> Any:
    """The document with the patch applied; neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(document) if isinstance(document, dict) else {}
    for key, value in patch.items():
        if value is None:
            assert key in result, f"the patch removes {key}, which is not there"
            del result[key]
        else:
            result[key] = merged(result.get(key), value)
    return result
