"""The process that runs DAGs, from the side of the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


class Airflow:
    """A process with Airflow in it.

    Args:
        home: Folder of its database and its logs.
        connection: The connection `flighthub_default`.
        log: File that gets what it logs.
    """

    def __init__(self, home: Path, connection: dict[str, Any], log: Path, **variables: str) -> None:
        left_out = ("FLIGHTHUB_", "AIRFLOW", "PYTEST")
        environment = {name: text for name, text in os.environ.items() if not name.startswith(left_out)}
        environment |= {
            "AIRFLOW_HOME": str(home),
            "AIRFLOW__CORE__DAGS_FOLDER": str(HERE / "dags"),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home / 'airflow.db'}",
            "AIRFLOW_CONN_FLIGHTHUB_DEFAULT": json.dumps({"conn_type": "flighthub", **connection}),
            "FLIGHTS_MEDIA": str(home / "media"),
            "XDG_STATE_HOME": str(home / "state"),
            **variables,
        }
        self._log = log.open("a", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "airflow_driver.py")],
            env=environment,
            cwd=home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        self.pid = self._process.pid

    def begin(self, do: str, **arguments: Any) -> None:
        """Has it do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
        self._process.stdin.flush()

    def result(self) -> Any:
        """What came of it; None where the process was killed meanwhile."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            return None
        came = json.loads(line)
        assert "error" not in came, came["traceback"]
        return came["result"]

    def do(self, do: str, **arguments: Any) -> Any:
        """Has it do something, and waits for what comes of it."""
        self.begin(do, **arguments)
        return self.result()

    def close(self) -> None:
        """Ends it."""
        self._process.kill()
        self._process.wait()
        for each in (self._process.stdin, self._process.stdout, self._log):
            assert each is not None
            each.close()
