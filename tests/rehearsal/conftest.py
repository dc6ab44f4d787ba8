"""The rehearsal works on copies of the checkout: `checkouts` of tests/generator makes them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parents[1] / "generator"), str(Path(__file__).parent)]
