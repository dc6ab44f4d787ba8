"""Photos to models, and drawings on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .._errors import FAILED, CommandFailed, as_line
from .._settings import SETTINGS, Command, Session, pass_session
from .._values import load_json
from ..narrow import is_object


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("photos", nargs=-1, required=True)
@click.option("--type", "types", multiple=True, default=("3d",), show_default=True, help="2d, 3d, 3dgs or lidar.")
@click.option("--parameters", help="Settings by type, as JSON or @file.json.")
@click.option("--name", help="Name of the image set.")
@click.option("--skip-missing", is_flag=True, help="Leave out links that lead nowhere.")
@click.option("--max-photos", type=int, help="The most pictures that there may be.")
@click.option("--again", is_flag=True, help="Make models once more that are there already; spends quota again.")
@click.option("--wait/--no-wait", default=True, show_default=True, help="Wait for the end.")
@click.option("--delete-photos", is_flag=True, help="Have the server delete the photos when all jobs have ended.")
@click.option("--state", type=click.Path(path_type=Path), help="File that remembers how far this is.")
@click.option("--interval", type=float, default=15.0, show_default=True, help="Seconds between two looks.")
@click.option("--timeout", type=float, default=86400.0, show_default=True, help="Seconds to wait for the jobs.")
@pass_session
def reconstruct(session: Session, /, photos: tuple[str, ...], **given: Any) -> None:
    """Make models of photos: upload them, start the jobs, and follow them to the end. Spends image quota.

    PHOTOS is a folder, a pattern in quotes, or files. Interrupted, the same command goes on where it stopped, and no
    job is started twice. Needs the extra storage.

    Example: flighthub reconstruct photos --type 3d --interval 1 --yes
    """
    from .._safety import confirm

    settings: dict[str, Any] = {
        "types": set(given["types"]),
        "parameters": load_json(given["parameters"], "--parameters") if given["parameters"] else None,
        "name": given["name"],
        "missing": "skip" if given["skip_missing"] else "error",
        "max_photos": given["max_photos"],
    }
    chosen: Any = photos[0] if len(photos) == 1 else list(photos)
    plan = session.fh.open_models.reconstruct(chosen, dry_run=True, **settings)
    if session.flag("dry_run"):
        skipped = [each._asdict() for each in plan.skipped]
        session.output.emit({"photos": len(plan.photos), "size": plan.size, "types": plan.types, "skipped": skipped})
        return
    photos_told = f"{len(plan.photos)} photos ({plan.size / 1e6:,.1f} MB)"
    what = f"Upload {photos_told} and make {', '.join(plan.types)} of them, which spends quota"
    confirm(session, what, {"photos": " ".join(photos)})
    session.left_behind = "what is stored stays, and jobs go on: the same command goes on where it stopped."
    jobs = session.fh.open_models.reconstruct(
        chosen,
        dry_run=False,
        again=given["again"],
        wait=given["wait"],
        delete_photos=given["delete_photos"],
        state=given["state"],
        interval=given["interval"],
        timeout=given["timeout"],
        progress=session.progress(),
        **settings,
    )
    models = jobs.refresh().models
    session.close()
    session.output.emit(
        {
            "resource_uuid": jobs.resource_uuid,
            "models": {kind: {"uuid": uuid, **_state(models[kind])} for kind, uuid in jobs.uuids.items()},
            "refused": jobs.refused,
        }
    )
    if jobs.refused:
        raise CommandFailed(f"the server would not start {', '.join(jobs.refused)}.", FAILED)


def _state(model: Any) -> dict[str, Any]:
    return {"status": model.model_status, "progress": model.reconstruction_progress, "archive": model.zip_status}


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("file")
@click.option(
    "--name", default="name", show_default=True, help="Property with a feature's name; or the name of one geometry."
)
@click.option("--desc", default="desc", show_default=True, help="Property with a feature's text.")
@click.option("--color", default="#2D8CF0", show_default=True, help="Colour, as #rrggbb.")
@click.option("--clamp/--no-clamp", default=None, help="Whether it lies on the terrain.")
@pass_session
def annotate(session: Session, file: str, name: str, desc: str, color: str, clamp: bool | None) -> None:
    """Draw the features of a GeoJSON file on the project's map. FILE may be - for standard input.

    All of them are checked before the first is sent. What was drawn cannot be found by a call, so calling it again
    draws it again.

    Example: flighthub annotate fence.geojson --color "#FF8800"
    """
    session.refuse_dry_run("annotate")
    document = load_json(f"@{file}", "FILE")
    is_collection = is_object(document) and document.get("type") == "FeatureCollection"
    session.left_behind = "what was drawn stays, and calling it again draws it again: look at the map."
    if not is_collection and not (is_object(document) and "properties" in document):
        drawn = session.fh.annotations.add(document, name=name, desc="", color=color, clamp_to_ground=clamp)
        session.output.emit([{"name": name, "id": drawn.id, "error": None}])
        return
    collection: Any = document if is_collection else {"type": "FeatureCollection", "features": [document]}
    outcomes = session.fh.annotations.add_all(collection, name=name, desc=desc, color=color, clamp_to_ground=clamp)
    rows: list[dict[str, Any]] = []
    for each in outcomes:
        properties: dict[str, Any] = each.item.get("properties") or {}
        label = str(properties.get(name))
        rows.append(
            {"name": label, "id": each.result().id if each.ok else None, "error": each.error and as_line(each.error)}
        )
    session.output.emit(rows)
    for each in outcomes:
        if each.error is not None:
            raise each.error
