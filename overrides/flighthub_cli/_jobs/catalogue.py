"""The catalogue itself, and the way around it."""

from __future__ import annotations

from typing import Any

import click

from .._front import kebab
from .._settings import SETTINGS, Command, Session, pass_session
from .._values import load_json
from ..narrow import is_object


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("name", required=False)
@pass_session
def api(session: Session, name: str | None) -> None:
    """List the operations with their edition, effect, and how sure their facts are.

    NAME is a group, such as waylines, or an operation, such as waylines.get, which is shown with its arguments.

    Example: flighthub api waylines --output json
    """
    from flighthub_api import API, OPERATIONS

    wanted = kebab(name or "").replace(".", " ")
    rows = [each for each in OPERATIONS.values() if not wanted or kebab(each.group) == wanted]
    if rows:
        session.output.emit([_row(each) for each in rows])
        session.note(f"From: {API}")
        return
    for each in OPERATIONS.values():
        if wanted in (f"{kebab(each.group)} {kebab(each.method)}", each.operation_id):
            arguments = [argument._asdict() for argument in each.arguments]
            session.output.emit({**_row(each), "next_step": each.next_step, "page": each.page, "arguments": arguments})
            return
    raise click.UsageError(f"there is neither a group nor an operation {name!r}.")


def _row(operation: Any) -> dict[str, Any]:
    return {
        "command": f"{kebab(operation.group)} {kebab(operation.method)}",
        "effect": operation.effect,
        "retry": operation.retry,
        "edition": operation.edition,
        "confidence": operation.confidence,
        "scope": operation.scope,
        "summary": operation.summary,
        "operation_id": operation.operation_id,
        "http_method": operation.http_method,
        "path": operation.path,
    }


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("method")
@click.argument("path")
@click.option("--json", "body", metavar="JSON|@FILE", help="The body: JSON, @file.json, or @- for standard input.")
@click.option("--parameter", "parameters", multiple=True, metavar="NAME=VALUE", help="Member of the query; repeatable.")
@click.option("--retry", is_flag=True, help="Repeat it as if that were safe.")
@pass_session
def call(session: Session, method: str, path: str, body: str | None, parameters: tuple[str, ...], retry: bool) -> None:
    """Send a request that no command covers, with the same key, project and errors. It is sent once.

    Example: flighthub call GET /openapi/v0.1/project --parameter usage=simple
    """
    query: dict[str, list[str]] = {}
    for each in parameters:
        name, equals, value = each.partition("=")
        if not equals:
            raise click.UsageError(f"--parameter {each!r} is not NAME=VALUE.")
        query.setdefault(name, []).append(value)
    members = None if body is None else load_json(body, "--json")
    if session.flag("dry_run"):
        shown = {} if not is_object(members) else {"body": members}
        session.output.emit({"http_method": method.upper(), "path": path, "query": query, **shown}, documented=False)
        return
    if method.upper() != "GET":
        from .._safety import confirm

        confirm(session, f"Send {method.upper()} {path}, whose effect nobody knows here", {})
        session.left_behind = "it may have been carried out: read back what it should have changed."
    session.output.emit(
        session.fh.request(
            method,
            path,
            json=members,
            query={name: values[0] if len(values) == 1 else values for name, values in query.items()} or None,
            request_options={"retry": True} if retry else None,
        ),
        documented=False,
    )
