"""Whether a server does what its documentation says, told without showing anybody's data.

report = fh.conformance()          # calls what only reads, gently
report.save("conformance.json")    # shapes and counts, never a value
print(report)

recorder = Recorder()              # or beside a program's own calls
fh.add_recorder(recorder)
"""

from __future__ import annotations

from ._diagnostics.conformance_report import ConformanceFinding, ConformanceReport
from ._diagnostics.recorder import Recorder

__all__ = ["ConformanceFinding", "ConformanceReport", "Recorder"]
