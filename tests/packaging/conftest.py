"""The wheel is checked by the same type checkers as the working tree: `checkers` of tests/typing."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "typing"))
