"""Our rules for the transcription, on top of the OpenAPI standard's own: one module for each thing that they are about.

A rule is a function of the bundle with one sentence that says what it demands; `tests/generator/test_lint.py` breaks
every one of them. What only reads the bundle is in `generator/schema_access.py`.
"""

from generator.rules import codes, devices, drafts, enums, events, examples, expressible, names, operations, schemas
from generator.rules.registry import RULES, Finding

__all__ = [
    "RULES",
    "Finding",
    "codes",
    "devices",
    "drafts",
    "enums",
    "events",
    "examples",
    "expressible",
    "names",
    "operations",
    "schemas",
]
