"""Keys by which a task of Airflow does something once, however often it is tried."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from urllib.parse import quote

from .._core.once_journal import LONGEST_KEY


def key_of_run(context: Any) -> str:
    """The key of a task in a run of its DAG: the same in all tries, and another for each map index.

    Args:
        context: What Airflow gives to `execute`.
    """
    instance = context["ti"]
    parts = (instance.dag_id, instance.task_id, instance.run_id, str(instance.map_index))
    key = "airflow:" + "/".join(quote(part, safe=":+") for part in parts)
    if len(key) <= LONGEST_KEY:
        return key
    digest = sha256(key.encode()).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]} {digest}"
