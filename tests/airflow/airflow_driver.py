"""A process that runs DAGs, one after another: `python airflow_driver.py`. Airflow is imported here and nowhere else.

Each line of its input is a JSON object with `do` and what that function takes; each line of its output is what came of
it. What Airflow logs goes to standard error.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from typing import Any

# Airflow logs to standard output.
OUTPUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


def migrate() -> str:
    """Makes the database, as `airflow db migrate` does."""
    from airflow.utils import db

    db.upgradedb()
    return "done"


def dags() -> list[str]:
    """The ids of the DAGs of the folder, and what could not be imported."""
    return [*dag_bag().dags, *dag_bag().import_errors.values()]


def run(dag: str, date: str, conf: dict[str, Any] | None = None, state: str | None = None) -> dict[str, Any]:
    """Runs a DAG, as `airflow dags test` does. The same date is the same run.

    Args:
        dag: Its id.
        date: Its logical date.
        conf: Its configuration.
        state: Another folder for what a worker remembers.
    """
    if state is not None:
        os.environ["XDG_STATE_HOME"] = state
    moment = datetime.fromisoformat(date)
    found = dag_bag().dags[dag].test(logical_date=moment, run_after=moment, run_conf=conf)
    return {
        "state": str(found.state),
        "tasks": {f"{each.task_id} {each.map_index}": str(each.state) for each in found.get_task_instances()},
        "tries": {f"{each.task_id} {each.map_index}": each.try_number for each in found.get_task_instances()},
        "returned": returned(found.run_id, dag),
    }


def returned(run_id: str, dag: str) -> dict[str, Any]:
    """What the tasks of a run returned."""
    from airflow.models.xcom import XComModel
    from airflow.utils.session import create_session
    from sqlalchemy import select

    with create_session() as session:
        rows = session.execute(
            select(XComModel.task_id, XComModel.map_index, XComModel.value).where(
                XComModel.run_id == run_id, XComModel.dag_id == dag, XComModel.key == "return_value"
            )
        )
        return {f"{task} {index}": value for task, index, value in rows}


def asset_events() -> list[dict[str, Any]]:
    """The events of assets, with what is said of them."""
    from airflow.models.asset import AssetEvent, AssetModel
    from airflow.utils.session import create_session
    from sqlalchemy import select

    with create_session() as session:
        rows = session.execute(
            select(AssetModel.name, AssetEvent.extra).join(AssetModel, AssetModel.id == AssetEvent.asset_id)
        )
        return [{"name": name, **extra} for name, extra in rows]


def form() -> dict[str, Any]:
    """The form of the connection type, as Airflow found it by the entry point."""
    from airflow.providers_manager import ProvidersManager

    manager = ProvidersManager()
    hook = manager.hooks["flighthub"]
    return {
        "hook": hook.hook_class_name,
        "name": hook.hook_name,
        "testable": hook.connection_testable,
        "behaviour": manager.field_behaviours["flighthub"],
        "fields": sorted(name for name in manager.connection_form_widgets if name.startswith("extra__flighthub__")),
    }


def settings(connection: dict[str, Any], project: str | None = None) -> dict[str, Any]:
    """What a hook makes of a connection."""
    from flighthub.airflow import FlightHubHook

    os.environ["AIRFLOW_CONN_TRIED"] = json.dumps({"conn_type": "flighthub", **connection})
    hook = FlightHubHook("tried", project)
    try:
        with hook.get_conn() as fh:
            found = fh.configuration
            return {
                "base_url": found.base_url,
                "project": found.project,
                "language": found.language,
                "rate_limit": found.rate_limit,
                "state": None if hook.state is None else str(hook.state),
                "token": found.token.reveal() if not callable(found.token) else "a function",
                "shown": repr((hook, fh, found, vars(hook))),
            }
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def tried(conn_id: str) -> list[Any]:
    """What the button of the form says."""
    from flighthub.airflow import FlightHubHook

    return [*FlightHubHook(conn_id).test_connection()]


def serialized() -> dict[str, Any]:
    """What triggers and operators leave in the database."""
    from airflow.sdk._shared.module_loading import import_string
    from airflow.serialization.serialized_objects import DagSerialization

    from flighthub.airflow import FlightTaskTrigger, ModelTrigger

    found: dict[str, Any] = {
        "dags": {name: DagSerialization.serialize_dag(dag) for name, dag in dag_bag().dags.items()}
    }
    for trigger in (FlightTaskTrigger("8d0f2b7c", "there", "Quarry", "media_uploaded", 3.0), ModelTrigger([1, "a"])):
        path, arguments = trigger.serialize()
        found[path] = arguments
        assert import_string(path)(**arguments).serialize() == (path, arguments)
    return json.loads(json.dumps(found, default=str))


def shared(task: str, count: int) -> list[Any]:
    """What many triggers at once fire, each with another id where they wait for the same task."""
    import asyncio

    from airflow.sdk import BaseHook

    from flighthub.airflow import FlightTaskTrigger

    read = BaseHook.get_connection

    async def aget_connection(conn_id: str) -> Any:
        return read(conn_id)

    BaseHook.aget_connection = staticmethod(aget_connection)

    async def fire() -> list[Any]:
        async def first(trigger: Any) -> Any:
            async for event in trigger.run():
                return event.payload

        return await asyncio.gather(*(first(FlightTaskTrigger(task, interval=0.2)) for _ in range(count)))

    return asyncio.run(fire())


def examples() -> list[str]:
    """What is wrong with the examples of the public classes, and which of them have one."""
    import doctest

    import flighthub.airflow

    said: list[str] = []
    for name in flighthub.airflow.__all__:
        text = getattr(flighthub.airflow, name).__doc__
        test = doctest.DocTestParser().get_doctest(text, {}, name, None, None)
        if test.examples:
            said.append(name)
        doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    return said


BAG: list[Any] = []


def dag_bag() -> Any:
    if not BAG:
        from airflow.dag_processing.dagbag import DagBag

        BAG.append(DagBag())
    return BAG[0]


DOES = {
    each.__name__: each
    for each in (migrate, dags, run, asset_events, form, settings, tried, serialized, shared, examples)
}

if __name__ == "__main__":
    for line in sys.stdin:
        told = json.loads(line)
        try:
            came: Any = {"result": DOES[told.pop("do")](**told)}
        except Exception as error:
            import traceback

            came = {"error": repr(error), "traceback": traceback.format_exc()}
        OUTPUT.write(json.dumps(came, default=str) + "\n")
        OUTPUT.flush()
